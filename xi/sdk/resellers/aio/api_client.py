"""AsyncApiClient: a configuration and its connections; runs operations in an event loop."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from xi.sdk.resellers import rest
from xi.sdk.resellers._client.client import Begun, Bound, Client, broken_off
from xi.sdk.resellers._client.credentials import sealed_pair, sealed_whole
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._core.messages import FinalResponse
from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._lazy import without_parameters
from xi.sdk.resellers._transport.async_driver import AsyncTransport, run_async
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable


T = TypeVar("T")
R = TypeVar("R")

__all__ = ["AsyncApiClient", "CallOptions"]


class AsyncApiClient(Client):
    """Carries out calls in an event loop, over connections that it keeps; the counterpart of `ApiClient`.

    One client serves any number of tasks of one loop; `connection_pool_maxsize` of the configuration bounds how many
    requests are under way at once. Leaving its `async with` block, or `close()`, closes its connections.

    Args:
        configuration: where and how to call; without one, the process's default. Its `access_token` and its
            `credentials` may be coroutine functions.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.
        transport: what sends requests, instead of aiohttp; for tests.
    """

    _default: ClassVar[AsyncApiClient | None] = None
    _needs_credentials: ClassVar[bool] = True

    __signature__ = without_parameters()

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        transport: AsyncTransport | None = None,
    ) -> None:
        self._given = transport
        super().__init__(
            Configuration.get_default() if configuration is None else configuration, header_name, header_value, cookie
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections that are not in use, the others when their calls end; a later call opens new ones."""
        await self._bound.transport.close()

    @classmethod
    def get_default(cls) -> AsyncApiClient:
        """Return the client of API objects that were created without one; always the same."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    @classmethod
    def set_default(cls, default: AsyncApiClient | None) -> None:
        """Set the client of API objects that are created without one."""
        cls._default = default

    async def call(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> T:
        """Call an operation and return the result.

        Args, and what is raised, are those of `ApiClient.call`. The CancelledError of a task that is cancelled while a
        create, modify or cancel may have been acted on carries that: `in_doubt` tells it.
        """
        return await self._call(operation, arguments, options, self._result)

    async def call_with_info(
        self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions
    ) -> ApiResponse[T]:
        """Call an operation and return the result, with status, headers and the raw body."""
        return await self._call(operation, arguments, options, self._result_with_info)

    async def call_raw(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions
    ) -> rest.RESTResponseType:
        """Call an operation and return its response unparsed, with any status, as urllib3 would hold it."""
        return await self._call(operation, arguments, options, self._raw_result)

    async def _call(
        self,
        operation: Operation[T],
        arguments: Sequence[Any],
        options: CallOptions,
        read: Callable[[Begun[T], FinalResponse], R],
    ) -> R:
        begun: Begun[T] | None = None
        try:
            begun = self._begin(operation, arguments, options)
            configuration, transport = begun.bound.configuration, begun.bound.transport
            final = await run_async(begun.exchanged.flow(), transport, partial(_ask_program, configuration))
            return read(begun, final)
        except BaseException as error:
            broken_off(begun, error)
            raise

    def _connected(self, settings: ConnectionSettings, before: Bound | None) -> AsyncTransport:
        from xi.sdk.resellers._transport.aiohttp_transport import AiohttpTransport  # noqa: PLC0415 - tests do without it

        if before is not None:  # its connections cannot be closed here, where nothing can be awaited
            raise ApiValueError(
                "an AsyncApiClient takes no configuration with other settings for connections; "
                "make a new client, and close this one",
                argument="configuration",
            )
        return AiohttpTransport(settings)


async def _ask_program(configuration: Configuration, refused: object) -> Any:  # noqa: ARG001 - the function itself decides whether to renew
    """Call the function of the program for a token, or for credentials; secrets are sealed at once."""
    if callable(configuration.access_token):
        return sealed_whole(await _awaited(configuration.access_token))
    return None if configuration.credentials is None else sealed_pair(await _awaited(configuration.credentials))


async def _awaited(function: Callable[[], Any]) -> object:
    """Call a program's function, which may be a coroutine function."""
    given = function()
    return await given if inspect.isawaitable(given) else given

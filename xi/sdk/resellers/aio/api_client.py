"""AsyncApiClient: a configuration and its connections; runs operations in an event loop."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from xi.sdk.resellers import rest
from xi.sdk.resellers._client import CallOptions, Client, correlation_id_of, raw_answer
from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._transport.adrivers import AsyncTransport, arun
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration

if TYPE_CHECKING:
    from xi.sdk.resellers._core.exchange import Answered

T = TypeVar("T")

__all__ = ["AsyncApiClient", "CallOptions"]


class AsyncApiClient(Client):
    """Carries out calls in an event loop, over connections that it keeps; the counterpart of `ApiClient`.

    One client serves any number of tasks of one loop; `connection_pool_maxsize` of the configuration bounds how many
    requests are under way at once. Leaving its `async with` block, or `close()`, closes its connections.

    Args:
        configuration: where and how to call; without one, the process's default. Its `access_token` may be a coroutine
            function.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.
        transport: what sends requests, instead of aiohttp; for tests.
    """

    _default: ClassVar[AsyncApiClient | None] = None

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

    def _prepare(self) -> None:
        super()._prepare()
        self._transport = self.__dict__.get("_given") or self._aiohttp_transport()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        await self._transport.close()

    @classmethod
    def get_default(cls) -> AsyncApiClient:
        """Return the client that API classes made without one use; the same one every time."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    @classmethod
    def set_default(cls, default: AsyncApiClient | None) -> None:
        """Set the client that API classes made without one use."""
        cls._default = default

    async def call(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> T:
        """Carry out an operation and return what its answer says.

        Args, and what is raised, are those of `ApiClient.call`. A task that is cancelled while a create, modify or
        cancel may have been acted on gets a CancelledError that is an UnansweredException too.
        """
        correlation_id = correlation_id_of(operation, arguments)
        answered = await self._answered(operation, arguments, options, correlation_id)
        return self._parsed(operation, arguments, answered, correlation_id)

    async def call_with_info(
        self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions
    ) -> ApiResponse[T]:
        """Carry out an operation and return what its answer says, with status, headers and the raw body."""
        correlation_id = correlation_id_of(operation, arguments)
        answered = await self._answered(operation, arguments, options, correlation_id)
        return self._with_info(operation, arguments, answered, correlation_id)

    async def call_raw(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions
    ) -> rest.RESTResponseType:
        """Carry out an operation and return its answer as it came, whatever its status, as urllib3 would hold it."""
        answered = await self._answered(operation, arguments, options, correlation_id_of(operation, arguments))
        return raw_answer(answered.response)

    async def _answered(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions, correlation_id: str | None
    ) -> Answered:
        flow = self._flow(operation, arguments, options, correlation_id)
        return await arun(flow, self._transport, self._given_token)

    def _given_token(self, refused: str | None) -> Any:  # noqa: ARG002 - a program that renews tokens is asked again
        token = self.configuration.access_token
        return token() if callable(token) else token

    def _aiohttp_transport(self) -> AsyncTransport:
        from xi.sdk.resellers._transport.asynchronous import AiohttpTransport  # noqa: PLC0415 - tests do without it

        return AiohttpTransport(self._settings())

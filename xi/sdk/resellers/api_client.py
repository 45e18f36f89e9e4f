"""ApiClient: a configuration and its connections; runs operations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import Any, ClassVar, Self, TypeVar

from xi.sdk.resellers import exceptions, rest
from xi.sdk.resellers._client.client import Begun, Bound, Client, broken_off
from xi.sdk.resellers._client.credentials import sealed_pair, sealed_whole
from xi.sdk.resellers._client.options import CallOptions
from xi.sdk.resellers._collector import pause
from xi.sdk.resellers._core.messages import FinalResponse
from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._lazy import borrowed, without_parameters
from xi.sdk.resellers._transport.driver import Transport, run
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration

T = TypeVar("T")
R = TypeVar("R")

# Programs written for the published package import these from here.
__getattr__ = borrowed(
    __name__,
    dict.fromkeys(
        (
            "ApiException",
            "ApiValueError",
            "BadRequestException",
            "ForbiddenException",
            "NotFoundException",
            "ServiceException",
            "UnauthorizedException",
        ),
        exceptions,
    ),
)

__all__ = ["ApiClient", "CallOptions"]


class ApiClient(Client):
    """Carries out calls, over connections that it keeps.

    It can be shared between threads, and pickles as its configuration. Leaving its `with` block, or `close()`, closes
    its connections.

    Args:
        configuration: where and how to call; without one, the process's default.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.
        transport: what sends requests, instead of urllib3; for tests.
    """

    _default: ClassVar[ApiClient | None] = None

    __signature__ = without_parameters()

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        transport: Transport | None = None,
    ) -> None:
        self._given = transport
        super().__init__(
            Configuration.get_default() if configuration is None else configuration, header_name, header_value, cookie
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        self._bound.transport.close()

    @classmethod
    def get_default(cls) -> ApiClient:
        """Return the client of API objects that were created without one; always the same."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    @classmethod
    def set_default(cls, default: ApiClient | None) -> None:
        """Set the client of API objects that are created without one."""
        cls._default = default

    def call(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> T:
        """Call an operation and return the result.

        Args:
            operation: what to call.
            arguments: its arguments, in the order of its parameters.
            options: the call's own timeout, headers and the like.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer.
        """
        return self._call(operation, arguments, options, self._result)

    def call_with_info(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> ApiResponse[T]:
        """Call an operation and return the result, with status, headers and the raw body.

        Args, and what is raised, are those of `call`.
        """
        return self._call(operation, arguments, options, self._result_with_info)

    def call_raw(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions
    ) -> rest.RESTResponseType:
        """Call an operation and return its response unparsed, with any status.

        Args, and what is raised before there is an answer, are those of `call`.
        """
        return self._call(operation, arguments, options, self._raw_result)

    def _call(
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
            final = run(begun.exchanged.flow(), transport, partial(_ask_program, configuration))
            return read(begun, final)
        except BaseException as error:
            broken_off(begun, error)
            raise

    def _connected(self, settings: ConnectionSettings, before: Bound | None) -> Transport:
        with pause():
            from xi.sdk.resellers._transport.urllib3_transport import (  # noqa: PLC0415 - tests do without urllib3
                Urllib3Transport,
            )

        transport = Urllib3Transport(settings)
        if before is not None:
            before.transport.close()
        return transport


def _ask_program(configuration: Configuration, refused: object) -> Any:  # noqa: ARG001 - the function itself decides whether to renew
    """Call the function of the program for a token, or for credentials; secrets are sealed at once."""
    if callable(configuration.access_token):
        return sealed_whole(configuration.access_token())
    return None if configuration.credentials is None else sealed_pair(configuration.credentials())

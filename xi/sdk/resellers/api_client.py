"""ApiClient: a configuration and its connections; runs operations."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, TypeVar

from xi.sdk.resellers._core.build import authorized_by, build, header_value
from xi.sdk.resellers._core.exchange import Answered, Surroundings, exchange
from xi.sdk.resellers._core.messages import Timeouts
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._transport.drivers import run
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._version import __version__
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

    from urllib3 import HTTPResponse

    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers._transport.drivers import Transport

T = TypeVar("T")

DEFAULT_TIMEOUTS = Timeouts(connect=10.0, read=60.0)
_DEFAULT_POLICY = RetryPolicy()


class CallOptions(NamedTuple):
    """What every call may be given beside its own arguments, as the published package names them."""

    request_timeout: float | tuple[float, float] | None = None
    request_auth: Mapping[str, Any] | None = None
    content_type: str | None = None
    headers: Mapping[str, str] | None = None
    host_index: int = 0

    def __repr__(self) -> str:
        """Leave out the credential and the headers, which may hold another."""
        return f"CallOptions({self.request_timeout!r}, {self.content_type!r}, {self.host_index!r})"


class ApiClient:
    """Carries out calls, over connections that it keeps.

    It can be shared between threads. Leaving its `with` block, or `close()`, closes its connections.

    Args:
        configuration: where and how to call; without one, the process's default.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.
        transport: what sends requests, instead of urllib3; for tests.
    """

    _default: ClassVar[ApiClient | None] = None

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        transport: Transport | None = None,
    ) -> None:
        self.configuration = Configuration.get_default() if configuration is None else configuration
        self.client_side_validation = self.configuration.client_side_validation
        self.default_headers: dict[str, str] = {"User-Agent": f"xi.sdk.resellers/{__version__}"}
        if header_name is not None:
            self.set_default_header(header_name, header_value or "")
        self.cookie = cookie
        self._transport = transport or _urllib3_transport(self.configuration)
        self._surroundings = Surroundings(time.monotonic, time.time, random.random)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        self._transport.close()

    @classmethod
    def get_default(cls) -> ApiClient:
        """Return the client that API classes made without one use; the same one every time."""
        if cls._default is None:
            cls._default = cls()
        return cls._default

    @classmethod
    def set_default(cls, default: ApiClient | None) -> None:
        """Set the client that API classes made without one use."""
        cls._default = default

    @property
    def user_agent(self) -> str:
        """The User-Agent sent with every call."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with every call; one that a call itself sets wins over it."""
        self.default_headers[header_name] = header_value

    def call(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> T:
        """Carry out an operation and return what its answer says.

        Args:
            operation: what to call.
            arguments: its arguments, in the order of its parameters.
            options: the call's own timeout, headers and the like.

        Raises:
            ApiValueError: an argument is missing or does not fit; nothing was sent.
            ApiTypeError: an argument has the wrong type; nothing was sent.
            ApiException: the server refused, or gave no usable answer.
        """
        correlation_id = _correlation_id(operation, arguments)
        answered = self._answered(operation, arguments, options, correlation_id)
        return parse(operation, answered, correlation_id=correlation_id, now=self._surroundings.wall)

    def call_with_info(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> ApiResponse[T]:
        """Carry out an operation and return what its answer says, with status, headers and the raw body.

        Args, and what is raised, are those of `call`.
        """
        correlation_id = _correlation_id(operation, arguments)
        answered = self._answered(operation, arguments, options, correlation_id)
        response = answered.response
        data = parse(operation, answered, correlation_id=correlation_id, now=self._surroundings.wall)
        return ApiResponse(status_code=response.status, headers=response.headers, data=data, raw_data=response.body)

    def call_raw(self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions) -> HTTPResponse:
        """Carry out an operation and return its answer as it came, whatever its status.

        Args, and what is raised before there is an answer, are those of `call`.
        """
        from io import BytesIO  # noqa: PLC0415 - only this form needs them

        from urllib3 import HTTPResponse  # noqa: PLC0415 - as above

        response = self._answered(operation, arguments, options, _correlation_id(operation, arguments)).response
        return HTTPResponse(
            body=BytesIO(response.body),
            headers=response.headers,
            status=response.status,
            reason=response.reason,
            preload_content=False,
            decode_content=False,
            # The body is whole and unpacked; its headers may still count the bytes of the packed one.
            enforce_content_length=False,
        )

    def _answered(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions, correlation_id: str | None
    ) -> Answered:
        configuration = self.configuration
        request = build(
            operation,
            arguments,
            host=self._host(options.host_index),
            defaults=self.default_headers if self.cookie is None else self.default_headers | {"Cookie": self.cookie},
            headers=options.headers,
            content_type=options.content_type,
            safe_in_path=configuration.safe_chars_for_path_param,
        )
        if options.request_auth:
            request = authorized_by(request, options.request_auth)
        flow = exchange(
            operation,
            request,
            policy=_policy(configuration),
            timeouts=_timeouts(options.request_timeout),
            surroundings=self._surroundings,
            authorized=operation.authorized and not options.request_auth,
            correlation_id=correlation_id,
        )
        return run(flow, self._transport, self._token)

    def _host(self, index: int) -> str:
        if index == 0:
            return self.configuration.host
        try:
            return self.configuration.get_host_from_settings(index)
        except ValueError as error:
            raise ApiValueError(f"_host_index: {error}") from None

    def _token(self, refused: str | None) -> str | None:  # noqa: ARG002 - a static token cannot be renewed
        token = self.configuration.access_token
        return None if token is None else header_value("access_token", token)


def _urllib3_transport(configuration: Configuration) -> Transport:
    from xi.sdk.resellers._transport.sync import Urllib3Transport  # noqa: PLC0415 - tests do without urllib3

    return Urllib3Transport(
        ConnectionSettings(
            verify_ssl=configuration.verify_ssl,
            ssl_ca_cert=configuration.ssl_ca_cert,
            cert_file=configuration.cert_file,
            key_file=configuration.key_file,
            assert_hostname=configuration.assert_hostname,
            tls_server_name=configuration.tls_server_name,
            pool_size=configuration.connection_pool_maxsize,
            proxy=configuration.proxy,
            proxy_headers=configuration.proxy_headers,
            socket_options=configuration.socket_options,
            max_response_size=configuration.max_response_size,
        )
    )


def _correlation_id(operation: Operation[Any], arguments: Sequence[Any]) -> str | None:
    index = operation.correlation_index
    return None if index is None else str(arguments[index])


def _policy(configuration: Configuration) -> RetryPolicy:
    policy = configuration.retry or _DEFAULT_POLICY
    repeats = configuration.retries
    if repeats is None:
        return policy
    if not isinstance(repeats, int):
        repeats = repeats.total
        if repeats is None:
            return policy
    if repeats < 0:
        raise ApiValueError(f"Configuration.retries is {repeats!r}; it should be 0 or more repeats")
    return replace(policy, attempts=int(repeats) + 1)


def _timeouts(given: float | tuple[float, float] | None) -> Timeouts:
    match given:
        case None:
            return DEFAULT_TIMEOUTS
        case bool():
            pass
        case int() | float() if given > 0:
            return Timeouts(connect=min(given, DEFAULT_TIMEOUTS.connect), read=given, total=given)
        case (int() | float() as connect, int() | float() as read) if connect > 0 and read > 0:
            return Timeouts(connect=connect, read=read)
        case _:
            pass
    raise ApiValueError(
        f"_request_timeout is {given!r}; it should be seconds above 0, or a pair: to connect, and between reads"
    )

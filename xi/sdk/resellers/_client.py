"""What the blocking and the asynchronous client have in common: everything but the waiting."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from xi.sdk.resellers._core.build import authorized_by, build
from xi.sdk.resellers._core.exchange import Answered, Surroundings, exchange
from xi.sdk.resellers._core.messages import Timeouts
from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._credentials import Bearer, app_of, new_throttle, token_request
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._version import __version__
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

    from xi.sdk.resellers._core.flow import Flow
    from xi.sdk.resellers._core.messages import Response
    from xi.sdk.resellers._core.observing import Attempt, Finished, Observer

T = TypeVar("T")

DEFAULT_TIMEOUTS = Timeouts(connect=10.0, read=60.0)
_DEFAULT_POLICY = RetryPolicy()

_log = logging.getLogger("xi.sdk.resellers")


class CallOptions(NamedTuple):
    """What every call may be given beside its own arguments; the first five as the published package names them."""

    request_timeout: float | tuple[float, float] | None = None
    request_auth: Mapping[str, Any] | None = None
    content_type: str | None = None
    headers: Mapping[str, str] | None = None
    host_index: int = 0
    retry: RetryPolicy | None = None
    deadline: float | None = None

    def __repr__(self) -> str:
        """Leave out the credential and the headers, which may hold another."""
        return f"CallOptions({self.request_timeout!r}, {self.content_type!r}, {self.host_index!r})"


class Client:
    """A configuration, and the calls it makes as flows; its heirs carry them out.

    Args:
        configuration: where and how to call.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.
    """

    def __init__(
        self, configuration: Configuration, header_name: str | None, header_value: str | None, cookie: str | None
    ) -> None:
        self.configuration = configuration
        self.client_side_validation = configuration.client_side_validation
        self.default_headers: dict[str, str] = {"User-Agent": f"xi.sdk.resellers/{__version__}"}
        if header_name is not None:
            self.set_default_header(header_name, header_value or "")
        self.cookie = cookie
        self._prepare()

    def _prepare(self) -> None:
        """Make what is not pickled."""
        configuration = self.configuration
        observer = None if configuration.observer is None else _harmless(configuration.observer)
        surroundings = Surroundings(time.monotonic, time.time, random.random, None, observer)
        _check_calls_per_minute(configuration.calls_per_minute)
        if configuration.client_id is None and configuration.client_secret is None:
            app = None
            throttle = new_throttle(configuration.calls_per_minute)
        else:
            request = token_request(configuration, self.default_headers)
            _only_in_private(request.origin, "host" if configuration.token_url is None else "token_url")
            app = app_of(configuration, request)
            throttle = app.throttle
        self._surroundings = surroundings._replace(throttle=throttle)
        self._bearer = Bearer(configuration, app, _policy(configuration), DEFAULT_TIMEOUTS, surroundings)

    def __getstate__(self) -> dict[str, Any]:
        """Pickle as the configuration and the default headers: no sockets, no fetched token."""
        kept = ("configuration", "client_side_validation", "default_headers", "cookie")
        return {name: self.__dict__[name] for name in kept}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._prepare()

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

    def _flow(
        self, operation: Operation[Any], arguments: Sequence[Any], options: CallOptions, correlation_id: str | None
    ) -> Flow[Answered]:
        """Return a call, ready to be carried out.

        Raises:
            ApiValueError: an argument is missing or does not fit.
            ApiTypeError: an argument has the wrong type.
        """
        configuration = self.configuration
        request = build(
            operation,
            arguments,
            host=configuration.host if options.host_index == 0 else self._other_host(options.host_index),
            defaults=self.default_headers if self.cookie is None else self.default_headers | {"Cookie": self.cookie},
            headers=options.headers,
            content_type=options.content_type,
            safe_in_path=configuration.safe_chars_for_path_param,
        )
        bearer: Bearer | None = None
        if options.request_auth:
            request = authorized_by(request, options.request_auth)
            _only_in_private(request.origin)
        elif operation.authorized:
            bearer = self._bearer
            if bearer.is_known or "Authorization" in request.headers:
                _only_in_private(request.origin)
        elif request.confidential:
            _only_in_private(request.origin)
        secret = operation.secret_index
        return exchange(
            operation,
            request,
            policy=_policy_of_call(configuration, options),
            timeouts=DEFAULT_TIMEOUTS if options.request_timeout is None else _timeouts(options.request_timeout),
            surroundings=self._surroundings if operation.authorized else self._surroundings._replace(throttle=None),
            credentials=bearer,
            correlation_id=correlation_id,
            hidden=None if secret is None else arguments[secret],
        )

    def _parsed(
        self, operation: Operation[T], arguments: Sequence[Any], answered: Answered, correlation_id: str | None
    ) -> T:
        secret = operation.secret_index
        return parse(
            operation,
            answered,
            correlation_id=correlation_id,
            now=self._surroundings.wall,
            hidden=None if secret is None else arguments[secret],
        )

    def _with_info(
        self, operation: Operation[T], arguments: Sequence[Any], answered: Answered, correlation_id: str | None
    ) -> ApiResponse[T]:
        response = answered.response
        data = self._parsed(operation, arguments, answered, correlation_id)
        return ApiResponse(status_code=response.status, headers=response.headers, data=data, raw_data=response.body)

    def _other_host(self, index: int) -> str:
        try:
            return self.configuration.get_host_from_settings(index)
        except ValueError as error:
            raise ApiValueError(f"_host_index: {error}") from None

    def _settings(self) -> ConnectionSettings:
        configuration = self.configuration
        return ConnectionSettings(
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


def correlation_id_of(operation: Operation[Any], arguments: Sequence[Any]) -> str | None:
    """Return the correlation ID among the arguments of a call."""
    index = operation.correlation_index
    return None if index is None else str(arguments[index])


def raw_answer(response: Response) -> HTTPResponse:
    """Return an answer as urllib3 would hold it, as the published package gives it."""
    from io import BytesIO  # noqa: PLC0415 - only this form needs them

    from urllib3 import HTTPResponse  # noqa: PLC0415 - as above

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


@lru_cache(maxsize=64)
def _only_in_private(origin: str, name: str = "host") -> None:
    """Refuse to send a credential where others could read it.

    Args:
        origin: where it would go.
        name: of the setting that says so.

    Raises:
        ApiValueError: the origin is neither https nor on this machine.
    """
    parts = urlsplit(origin)
    if parts.scheme != "https" and not _is_this_machine(parts.hostname or ""):
        raise ApiValueError(f"{name} is {origin!r}; a token or a secret goes only over https, or to this machine")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"  # any other name, 127.example for one, is what its owner makes of it


def _check_calls_per_minute(given: object) -> None:
    if given is not None and (not isinstance(given, int) or isinstance(given, bool) or given < 1):
        raise ApiValueError(f"calls_per_minute is {given!r}; it should be a whole number of calls, 1 or more")


def _harmless(observer: Observer) -> Observer:
    """The same observer, whose failures stay its own: an order may have been placed."""

    def told(event: Attempt | Finished) -> None:
        try:
            observer(event)
        except Exception:  # noqa: BLE001 - whatever the program's own code raises
            _log.exception("the observer failed on an event of %s", event.operation)

    return told


def _policy_of_call(configuration: Configuration, options: CallOptions) -> RetryPolicy:
    policy = _policy(configuration) if options.retry is None else _checked("_retry", options.retry)
    if options.deadline is None:
        return policy
    try:
        return replace(policy, deadline=options.deadline)
    except (TypeError, ValueError):
        raise ApiValueError(f"_deadline is {options.deadline!r}; it should be seconds above 0") from None


def _checked(name: str, given: object) -> RetryPolicy:
    if not isinstance(given, RetryPolicy):
        raise ApiTypeError(f"{name} is {given!r}; it should be a RetryPolicy, such as RetryPolicy(attempts=3)")
    return given


def _policy(configuration: Configuration) -> RetryPolicy:
    policy = _DEFAULT_POLICY if configuration.retry is None else _checked("retry", configuration.retry)
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


def _timeouts(given: object) -> Timeouts:
    match given:
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

"""The part that the blocking and the asynchronous client share: everything but the waiting."""

from __future__ import annotations

import logging
import random
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar, cast

from xi.sdk.resellers._client.credentials import ClientCredentials
from xi.sdk.resellers._client.options import CallOptions, policy_of, policy_of_call, timeouts_of_call
from xi.sdk.resellers._client.prepare import build_ahead, building_models, prepare
from xi.sdk.resellers._core.call import Call, Sender, build
from xi.sdk.resellers._core.correlation import RecentCalls
from xi.sdk.resellers._core.errors import SUCCESS
from xi.sdk.resellers._core.exchange import Exchange, Runtime
from xi.sdk.resellers._core.headers import authorized_by
from xi.sdk.resellers._core.hosts import require_private
from xi.sdk.resellers._core.operation import Operation
from xi.sdk.resellers._core.orders_by_position import explain, require_options
from xi.sdk.resellers._core.parse import parse
from xi.sdk.resellers._settings import check
from xi.sdk.resellers._transport.driver import drop_connections
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._version import __version__
from xi.sdk.resellers.api_response import ApiResponse
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import (
    LONGEST_SHOWN,
    ApiException,
    ApiTypeError,
    ApiValueError,
    NotApprovedException,
    OpenApiException,
    UnauthorizedException,
    UnreadableResponseException,
    doubt_of,
    printable,
)

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

    from xi.sdk.resellers._core.messages import FinalResponse, Request, Response
    from xi.sdk.resellers._core.observing import Attempt, Finished, Observer
    from xi.sdk.resellers.exceptions import Doubt

T = TypeVar("T")

_NO_CREDENTIALS = "set client_id and client_secret, or access_token"
_own_auth_settings = Configuration.auth_settings

_log = logging.getLogger("xi.sdk.resellers")

_HEADERS = "use set_default_header(), the _headers of a call, or auth_settings() of a Configuration"
_CALLS = "override call(), call_with_info() and call_raw()"
_ARGUMENTS = "change the arguments of the call"
_MODELS = "change the model"
_ANSWERS = "override call() and call_with_info()"
NEVER_CALLED = {
    "call_api": _CALLS,
    "param_serialize": _HEADERS,
    "update_params_for_auth": _HEADERS,
    "_apply_auth_params": _HEADERS,
    "select_header_accept": _HEADERS,
    "select_header_content_type": "use the _content_type of a call",
    "sanitize_for_serialization": _MODELS,
    "parameters_to_tuples": _ARGUMENTS,
    "parameters_to_url_query": _ARGUMENTS,
    "files_parameters": "leave it out, since no call sends files",
    "response_deserialize": _ANSWERS,
    "deserialize": _ANSWERS,
    "rest_client": "use the settings of Configuration, or ApiClient(transport=...)",
    "user_agent": "assign user_agent to the client",
}
"""What calls of the published package use of its client and calls here do not, with what has the effect here."""


class Bound:
    """What calls use that is made from one configuration.

    A client replaces it as a whole: threads share the client, and no call may combine parts of two configurations,
    such as the token of one and the host of the other.
    """

    __slots__ = ("configuration", "connection_settings", "credentials", "runtime", "transport")

    def __init__(
        self,
        configuration: Configuration,
        credentials: ClientCredentials,
        runtime: Runtime,
        connection_settings: ConnectionSettings,
        transport: Any,
    ) -> None:
        self.configuration = configuration
        self.credentials = credentials
        self.runtime = runtime
        self.connection_settings = connection_settings
        self.transport = transport


class Begun(NamedTuple, Generic[T]):
    """A call that is about to be sent, or is under way."""

    call: Call[T]
    exchanged: Exchange
    options: CallOptions
    bound: Bound


def broken_off(begun: Begun[Any] | None, error: BaseException) -> None:
    """Attach to the exception that ends a call what is in doubt, and log it.

    Until the result is with the caller, anything can take it away: Ctrl-C, a time limit of the program, no memory.

    Args:
        begun: the call; None if it could not be begun.
        error: what is raised.
    """
    if begun is not None:
        begun.exchanged.break_off(error)
    log_doubt(error)


class Client:
    """Builds calls from a configuration, and parses their responses; the subclasses run the flows in between.

    Args:
        configuration: where and how to call.
        header_name: name of a header to send with every call.
        header_value: its value.
        cookie: value of a Cookie header to send with every call.

    Raises:
        ApiTypeError: the configuration is something else.
        ApiValueError: a setting does not fit.
    """

    _needs_credentials: ClassVar[bool] = False

    def __init_subclass__(cls, **options: Any) -> None:
        """Warn of overrides that have no effect: calls would lack what the program adds there, such as a signature."""
        super().__init_subclass__(**options)
        known = {name for base in cls.__bases__ if issubclass(base, Client) for name in _never_called_of(base)}
        _warn_never_called(cls.__name__, [name for name in _never_called_of(cls) if name not in known])

    if not TYPE_CHECKING:  # with it, type checkers would accept every name

        def __setattr__(self, name: str, value: object) -> None:
            if name in NEVER_CALLED and name != "user_agent":
                _warn_never_called(type(self).__name__, [name])
            super().__setattr__(name, value)

    def __init__(
        self, configuration: Configuration, header_name: str | None, header_value: str | None, cookie: str | None
    ) -> None:
        self.configuration = configuration
        self.client_side_validation = configuration.client_side_validation
        self.default_headers: dict[str, str] = {"User-Agent": f"xi.sdk.resellers/{__version__}"}
        if header_name is not None:
            self.set_default_header(header_name, header_value or "")
        self.cookie = cookie
        self._set_up()

    @property
    def configuration(self) -> Configuration:
        """Where and how to call; another one can be assigned, and applies to the calls that begin after that."""
        return self.__dict__["configuration"]  # type: ignore[no-any-return]

    @configuration.setter
    def configuration(self, value: Configuration) -> None:
        _check_configuration(type(self).__name__, value)
        before: Bound | None = self.__dict__.get("_bound")
        if before is not None:  # it is None in a constructor
            self._bound = self._bound_to(value, before)
        self.__dict__["configuration"] = value

    def _set_up(self) -> None:
        """Create everything that is not pickled."""
        self._bound = self._bound_to(self.configuration, None)

    def _bound_to(self, configuration: Configuration, before: Bound | None) -> Bound:
        """Return what calls use, made from a configuration.

        Args:
            configuration: the configuration.
            before: what calls used until now, if the client had another configuration.
        """
        # A test double of Configuration may not have checked it.
        check("calls_per_minute", configuration.calls_per_minute)
        observer = None if configuration.observer is None else _without_exceptions(configuration.observer)
        runtime = Runtime(time.monotonic, time.time, random.random, None, observer)
        credentials = ClientCredentials(configuration, self.default_headers, policy_of(configuration), runtime)
        recent = RecentCalls() if before is None else before.runtime.recent
        settings = _connection_settings(configuration)
        transport = self.__dict__.get("_given")
        if transport is None:
            is_same = before is not None and before.connection_settings == settings
            transport = before.transport if before is not None and is_same else self._connected(settings, before)
        runtime = runtime._replace(throttle=credentials.throttle, recent=recent)
        return Bound(configuration, credentials, runtime, settings, transport)

    def _connected(self, settings: ConnectionSettings, before: Bound | None) -> Any:
        """Return a transport with the given settings; `before` is what it replaces."""
        raise NotImplementedError

    def __getstate__(self) -> dict[str, Any]:
        """Pickle as the configuration and the default headers: no sockets, no fetched token."""
        kept = ("configuration", "client_side_validation", "default_headers", "cookie")
        return {name: self.__dict__[name] for name in kept}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._set_up()

    @property
    def user_agent(self) -> str:
        """The User-Agent sent with every call."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with every call; a header of the call itself replaces it."""
        self.default_headers[header_name] = header_value

    def prepare(self, *operations: str | Callable[..., Any]) -> None:
        """Import and build what calls need, so that the first one takes no longer than the others; nothing is sent.

        For the start of a server, before it takes requests. It takes a third of a second or so of work.

        Args:
            operations: methods such as `orders.post_createorder_v6`, or their names; without any, all of OrdersApi.

        Raises:
            ApiTypeError: one is neither a method nor a name.
            ApiValueError: there is no such operation, or a setting does not fit: the host or the proxy.
        """
        bound = self._bound
        prepare(operations, bound.configuration.host, bound.transport, fetches=bound.credentials.is_fetched)

    def _begin(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions) -> Begun[T]:
        """Return a call that is about to be sent.

        Raises:
            ApiValueError: an argument is missing or does not fit.
            ApiTypeError: an argument has the wrong type.
        """
        build_ahead(operation)
        bound = self._bound
        try:
            call = self._build(operation, arguments, options, bound)
            call, credentials = _authorized(call, options, bound)
        except OpenApiException as error:
            if not options.is_bound:
                explain(operation, error)
            raise error.with_traceback(None) from None  # its frames contain credentials of the call as text
        return Begun(call, Exchange(building_models(call), bound.runtime, credentials), options, bound)

    def _build(self, operation: Operation[T], arguments: Sequence[Any], options: CallOptions, bound: Bound) -> Call[T]:
        configuration = bound.configuration
        host = configuration.host
        if operation.other_order is not None:
            require_options(operation, options.with_types())
        if operation.authorized:
            bound.credentials.refresh(host)
            throttle = bound.credentials.throttle
            if throttle is not bound.runtime.throttle:
                bound.runtime = bound.runtime._replace(throttle=throttle)  # the credentials were changed
            needs_credentials = options.needs_credentials or self._needs_credentials
            if needs_credentials and not self._has_credentials(options, bound):
                raise ApiValueError(f"no credentials: {_NO_CREDENTIALS}", argument="client_id")
        headers = self.default_headers
        return build(
            operation,
            arguments,
            Sender(
                host if options.host_index == 0 else _other_host(configuration, options.host_index),
                headers if self.cookie is None else headers | {"Cookie": self.cookie},
                configuration.safe_chars_for_path_param,
            ),
            headers=options.headers,
            content_type=options.content_type,
            policy=policy_of_call(configuration, options),
            timeouts=timeouts_of_call(options),
        )

    def _has_credentials(self, options: CallOptions, bound: Bound) -> bool:
        """Return whether a call would be sent with anything that may authorize it."""
        if bound.credentials.is_known or options.request_auth or _has_own_auth_settings(bound.configuration):
            return True
        return any(name.lower() == "authorization" for name in (*self.default_headers, *(options.headers or ())))

    def _result(self, begun: Begun[T], final: FinalResponse) -> T:
        """Return the result of a call, and report its end.

        Raises:
            ApiException: the server refused, or gave no usable answer.
        """
        call, exchanged, options, bound = begun
        try:
            result = parse(call, final, bound.runtime)
        except ApiException as error:
            if call.note and not options.is_bound:
                error.add_note(call.note)
            if isinstance(error, UnreadableResponseException):
                # The sender of such a response is unknown: its connection may be one response behind.
                drop_connections(bound.transport)
            is_about_token = isinstance(error, UnauthorizedException) and not isinstance(error, NotApprovedException)
            if is_about_token and call.operation.authorized and not self._has_credentials(options, bound):
                error.hint = f"no credentials were set: {_NO_CREDENTIALS}"
            exchanged.finish(final, error.doubt)
            raise
        exchanged.finish(final, None)
        return result

    def _result_with_info(self, begun: Begun[T], final: FinalResponse) -> ApiResponse[T]:
        response, data = final.response, self._result(begun, final)
        return ApiResponse(status_code=response.status, headers=response.headers, data=data, raw_data=response.body)

    def _raw_result(self, begun: Begun[Any], final: FinalResponse) -> HTTPResponse:
        """Return the response as it came, of whatever status, and report the end of the call.

        Raises:
            ApiException: its body is not whole, or could not be decompressed.
        """
        if final.response.defect:
            self._result(begun, final)  # which raises: a part of a body is not handed out as the whole
        call, exchanged, *_ = begun
        doubt = None if final.response.status in SUCCESS else exchanged.doubt
        if doubt is not None:
            _warn_of(doubt, f"answered {final.response.status}")
        exchanged.finish(final, doubt)
        return raw_response(call.request, final.response)


C = TypeVar("C", bound=Client)


def client_of(api: object, kind: type[C], given: C | None) -> C:
    """Return the client that an API class was given, else the default client of its kind.

    A test double of a program is returned unchanged; another object of this package is refused.

    Args:
        api: the object of the API class.
        kind: the kind of client that it needs.
        given: the client that it was given; None for the default.

    Raises:
        ApiTypeError: it was given something else.
    """
    if given is None:
        return cast("Any", kind).get_default()  # type: ignore[no-any-return]  # both kinds have this method
    thing = cast("object", given)
    if isinstance(thing, kind) or not (
        isinstance(thing, (str, bytes, Mapping, type, Client, Configuration))
        or type(thing).__module__.startswith("xi.sdk.resellers.")
    ):
        return given
    name, takes = type(api).__name__, kind.__name__
    if isinstance(thing, Client):
        own, other = ("aio.", "xi.sdk.resellers.") if takes == "AsyncApiClient" else ("xi.sdk.resellers.", "aio.")
        right = f"; with that goes {other}{name}"
    else:
        own = ""
        right = f": {name}({takes}({'configuration' if isinstance(thing, Configuration) else 'Configuration(...)'}))"
    raise ApiTypeError(f"{own}{name} takes an {takes}, not {_what(given)}{right}", argument="api_client")


def _never_called_of(kind: type[Client]) -> list[str]:
    """Return the names that a class, or a base of it, overrides without effect."""
    return [each for each in NEVER_CALLED if getattr(kind, each, None) is not getattr(Client, each, None)]


def _warn_never_called(owner: str, names: Sequence[str]) -> None:
    if names:
        instead = "; ".join(f"{each} (instead, {NEVER_CALLED[each]})" for each in names)
        # The line of the class statement, or of the assignment.
        warnings.warn(f"{owner} has what no call uses, so it has no effect: {instead}", UserWarning, stacklevel=3)


def _check_configuration(name: str, given: object) -> None:
    # A test double has the attributes of a Configuration.
    if isinstance(given, type) or not (hasattr(given, "auth_settings") and hasattr(given, "verify_ssl")):
        like = "Configuration(host=...)" if isinstance(given, str) else "Configuration(...)"
        raise ApiTypeError(
            f"{name} takes a Configuration, not {_what(given)}: {name}({like})", argument="configuration"
        )


def _what(thing: object) -> str:
    return f"the class {thing.__name__}" if isinstance(thing, type) else type(thing).__name__


def _authorized(call: Call[T], options: CallOptions, bound: Bound) -> tuple[Call[T], ClientCredentials | None]:
    """Return a call with its own credential, if it has one, and the source of its token, if it is sent with one."""
    configuration, request = bound.configuration, call.request
    credentials: ClientCredentials | None = None
    carries_secret = request.confidential
    if options.request_auth:
        request = authorized_by(request, options.request_auth)
        carries_secret = True
    elif call.operation.authorized:
        credentials = bound.credentials
        if _has_own_auth_settings(configuration):
            request, is_enough = _authorized_by_settings(request, configuration.auth_settings())
            if is_enough or not credentials.is_fetched or configuration.access_token is not None:
                credentials = None
            carries_secret = True
        else:
            carries_secret = credentials.is_known or "Authorization" in request.headers
    if carries_secret:
        require_private(request.origin)
    return (call if request is call.request else call._replace(request=request)), credentials


def _has_own_auth_settings(configuration: Configuration) -> bool:
    """Return whether the program overrides `auth_settings()`, as it can in the published package."""
    return getattr(configuration.auth_settings, "__func__", None) is not _own_auth_settings


def _authorized_by_settings(request: Request, settings: Mapping[str, Any] | None) -> tuple[Request, bool]:
    """Return a request with the credentials of `auth_settings()`, and whether one is an Authorization header."""
    is_enough = False
    for setting in (settings or {}).values():
        # The published package does not set the header of signed requests either.
        if setting and not (setting.get("in") == "header" and setting.get("type") == "http-signature"):
            request = authorized_by(request, setting, "auth_settings()")
            is_enough = is_enough or (setting["in"] == "header" and setting["key"].lower() == "authorization")
    return request, is_enough


def _other_host(configuration: Configuration, index: int) -> str:
    try:
        return configuration.get_host_from_settings(index)
    except ValueError as error:
        raise ApiValueError(f"_host_index: {error}") from None


def _connection_settings(configuration: Configuration) -> ConnectionSettings:
    return ConnectionSettings(
        verify_ssl=configuration.verify_ssl,
        ssl_ca_cert=configuration.ssl_ca_cert,
        ca_cert_data=getattr(configuration, "ca_cert_data", None),  # a test double may not have it
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


def log_doubt(error: BaseException) -> None:
    """Log that a call may have been acted on, if the exception that ends it says so.

    The record has the fields of the `Doubt`, since not every exception reaches the program: a TaskGroup drops that of a
    cancelled task. Its texts are printable: a format may show each of them as it is.
    """
    doubt = doubt_of(error)
    if doubt is not None:
        _warn_of(doubt, printable(str(error.reason)) if isinstance(error, ApiException) else type(error).__name__)


def _warn_of(doubt: Doubt, why: str) -> None:
    from dataclasses import asdict  # noqa: PLC0415 - rarely needed

    # A text that can be shown stays as it is, since one looks for an order by it.
    fields = {
        name: value
        if not isinstance(value, str) or (len(value) <= LONGEST_SHOWN and value.isprintable())
        else printable(value)
        for name, value in asdict(doubt).items()
    }
    _log.warning("%s: find out before repeating it (%s)", doubt, why, extra=fields)


def raw_response(request: Request, response: Response) -> HTTPResponse:
    """Return a response as an object of urllib3, as the published package does.

    Args:
        request: what was sent; it has the path.
        response: what came.
    """
    from io import BytesIO  # noqa: PLC0415 - only this form needs them

    from urllib3 import HTTPHeaderDict, HTTPResponse  # noqa: PLC0415 - as above

    return HTTPResponse(
        body=BytesIO(response.body),
        headers=HTTPHeaderDict(list(response.headers.pairs())),  # a dict of ours would lose where one value ends
        status=response.status,
        version=11,
        reason=response.reason,
        # The query of a confidential request may contain a secret, and programs log where an answer is from.
        request_url=None if request.confidential else request.target,
        preload_content=False,
        decode_content=False,
        # The body is complete and decompressed; its headers may still contain the length of the compressed one.
        enforce_content_length=False,
    )


def _without_exceptions(observer: Observer) -> Observer:
    """Return the observer with its exceptions logged, not raised: an order may have been placed."""

    def observe(event: Attempt | Finished) -> None:
        try:
            observer(event)
        except Exception:  # noqa: BLE001 - whatever the program's own code raises
            _log.exception("the observer failed on an event of %s", event.operation)

    return observe

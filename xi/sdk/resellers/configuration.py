"""Configuration: the host, the credentials, and the settings of connections."""

from __future__ import annotations

import copy
import logging
import os
import sys
from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from xi.sdk.resellers._core.hosts import PRODUCTION
from xi.sdk.resellers._core.messages import MAX_BODY_BYTES
from xi.sdk.resellers._core.observing import Observer
from xi.sdk.resellers._core.redact import Sealed, Secret
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._setting_types import (
    APIKeyAuthSetting,
    AuthSettings,
    BasicAuthSetting,
    BearerAuthSetting,
    BearerFormatAuthSetting,
    GenericAuthSetting,
    HostSetting,
    HostSettingVariable,
    HTTPSignatureAuthSetting,
    OAuth2AuthSetting,
    Repeats,
    ServerVariablesT,
)
from xi.sdk.resellers._settings import SETTINGS, check, check_name
from xi.sdk.resellers._version import __version__
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.exceptions import OpenApiException

__all__ = [
    "DEFAULT_HOST",
    "DEFAULT_MAX_RESPONSE_SIZE",
    "APIKeyAuthSetting",
    "AuthSettings",
    "BasicAuthSetting",
    "BearerAuthSetting",
    "BearerFormatAuthSetting",
    "Configuration",
    "GenericAuthSetting",
    "HTTPSignatureAuthSetting",
    "HostSetting",
    "HostSettingVariable",
    "OAuth2AuthSetting",
    "ServerVariablesT",
]

DEFAULT_HOST = PRODUCTION
DEFAULT_MAX_RESPONSE_SIZE = MAX_BODY_BYTES
_FEWEST_CONNECTIONS = 32
_CONNECTIONS_PER_CORE = 5


class Configuration:
    """The settings of a client.

    A setting is checked when it is assigned. A misspelt name of a setting is refused; the program can add other
    attributes. Connection settings are read when a client is created or given another configuration, all others with
    each call.

    Args:
        host: scheme, host, and optional port and path prefix; the sandbox is `https://api.ingrammicro.com:443/sandbox`.
        api_key: API keys by scheme name; the API uses none.
        api_key_prefix: prefixes of those keys, by scheme name.
        username: for HTTP basic authentication; the API does not use it.
        password: for HTTP basic authentication; the API does not use it.
        access_token: the bearer token, or a function that returns one. The function is called before each call, and
            again after a 401.
        server_index: index into `get_host_settings()`, used if no host is given.
        server_variables: values for variables in the URL of that host.
        server_operation_index: `server_index` for single operations.
        server_operation_variables: `server_variables` for single operations.
        ssl_ca_cert: path of a PEM file with trusted certificate authorities, which replace those of the system.
        ignore_operation_servers: kept for programs of 1.3.0; no operation has servers of its own.
        retries: see below, at the attribute.
        ca_cert_data: certificate authorities as PEM text or DER bytes; trusted beside those of `ssl_ca_cert`, and
            instead of those of the system.
        debug: whether requests and answers are logged; None leaves the levels of the loggers alone.
        retry: limits for attempts and waits; by default those of `RetryPolicy`.
        client_id: the ID of the app. With `client_id` and `client_secret` the client fetches, keeps and renews tokens.
            Clients of one process with the same credentials share one token, because a second token may invalidate the
            first.
        client_secret: the secret of the app. It is sent in the body of a POST, only over https or to this machine. You
            can assign a new ID and secret at any time; the next call uses them.
        credentials: a function that returns `(client_id, client_secret)`, instead of these two settings; for secrets
            that change. It is called when a token is fetched. With `AsyncApiClient` it may be a coroutine function.
        token_url: URL of the token service; by default `/oauth/oauth20/token` of the host, never under `/sandbox`.
            `/oauth/oauth30/token` exists too.
        calls_per_minute: limit for GET calls per operation and minute, if you know the quota, such as 60. Without it,
            calls are held back only after an answer has reported a quota.
        account: the account of the caller; `OrdersApi.bound()` fills the headers of every call from it.
        observer: called with an `Attempt` after each attempt, and with `Finished` at the end of a call. An exception in
            it is logged.
        max_response_size: limit for the body of an answer in bytes, unpacked; 64 MiB. A larger body is not kept in
            memory: the call raises UnreadableResponseException.

    Raises:
        ApiTypeError: a setting has the wrong type.
        ApiValueError: the value of a setting is not allowed.
        ApiAttributeError: an assigned attribute has almost the name of a setting.

    Attributes:
        verify_ssl: whether the server's certificate is checked; True.
        cert_file: path of a client certificate.
        key_file: path of its key.
        assert_hostname: the expected name in the server's certificate, or False for any name.
        tls_server_name: the name sent for TLS SNI.
        connection_pool_maxsize: connections kept per host; 32, or five per core where that is more.
        proxy: URL of a proxy: http, https or, with the extra `socks`, socks5h and similar.
        proxy_headers: headers for the proxy, such as `proxy-authorization` with its user and password.
        socket_options: options of every socket, as urllib3 takes them.
        safe_chars_for_path_param: characters that are not encoded in path arguments; none.
        retries: with None, `retry` applies. A number of repeats, or the total of a urllib3.Retry, replaces the attempts
            of `retry`. A create or modify that the server may have acted on is never repeated.
        client_side_validation: kept for old code; arguments are always checked.
        temp_folder_path, date_format, datetime_format, refresh_api_key_hook: kept for old code; the API has no files
            and no API keys, and its dates are yyyy-MM-dd.
    """

    _default: ClassVar[Configuration | None] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: dict[str, str] | None = None,
        api_key_prefix: dict[str, str] | None = None,
        username: str | None = None,
        password: str | None = None,
        access_token: str | Callable[[], str | None] | None = None,
        server_index: int | None = None,
        server_variables: ServerVariablesT | None = None,
        server_operation_index: dict[str, int] | dict[int, int] | None = None,
        server_operation_variables: dict[str, ServerVariablesT] | dict[int, ServerVariablesT] | None = None,
        ssl_ca_cert: str | None = None,
        *,
        ignore_operation_servers: bool = False,
        retries: int | Repeats | None = None,
        ca_cert_data: str | bytes | None = None,
        debug: bool | None = None,
        retry: RetryPolicy | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        calls_per_minute: int | None = None,
        observer: Observer | None = None,
        account: Account | None = None,
        max_response_size: int = DEFAULT_MAX_RESPONSE_SIZE,
        credentials: Callable[[], tuple[str, str] | Awaitable[tuple[str, str]]] | None = None,
    ) -> None:
        # What shows the variables of a frame must find no secret in this one if a setting is refused.
        keys, word, token, secret, url = map(Sealed, (api_key, password, access_token, client_secret, token_url))
        del api_key, password, access_token, client_secret, token_url
        if host is not None:
            check("host", host)
        self._base_path = DEFAULT_HOST if host is None else host
        self.server_index = 0 if server_index is None and host is None else server_index
        self.server_variables = server_variables or {}
        self.server_operation_index = server_operation_index or {}
        self.server_operation_variables = server_operation_variables or {}
        self.api_key: dict[str, str] = keys.open() or {}
        self.api_key_prefix = api_key_prefix or {}
        self.refresh_api_key_hook: Callable[[Configuration], None] | None = None
        self.username = username
        self.password: str | None = word.open()
        self.access_token = token.open()
        self.retry = retry
        self.client_id = client_id
        self.client_secret = secret.open()
        self.credentials = credentials
        self.token_url: str | None = url.open()
        self.calls_per_minute = calls_per_minute
        self.observer = observer
        self.account = account
        self.max_response_size = max_response_size
        self.retries = retries
        self.ignore_operation_servers = ignore_operation_servers
        self.client_side_validation = True
        self.verify_ssl = True
        self.ssl_ca_cert = ssl_ca_cert
        self.ca_cert_data = ca_cert_data
        self.cert_file: str | None = None
        self.key_file: str | None = None
        self.assert_hostname: str | bool | None = None
        self.tls_server_name: str | None = None
        self.connection_pool_maxsize: int | None = max(
            _FEWEST_CONNECTIONS, (os.cpu_count() or 1) * _CONNECTIONS_PER_CORE
        )
        self.proxy: str | None = None
        self.proxy_headers: Mapping[str, str] | None = None
        self.socket_options: Sequence[tuple[int, int, int | bytes]] | None = None
        self.safe_chars_for_path_param = ""
        self.temp_folder_path: str | None = None
        self.date_format = "%Y-%m-%d"
        self.datetime_format = "%Y-%m-%dT%H:%M:%S.%f%z"
        self.logger = {
            "package_logger": logging.getLogger("xi.sdk.resellers"),
            "urllib3_logger": logging.getLogger("urllib3"),
        }
        self.logger_stream_handler: logging.Handler | None = None
        self.logger_file_handler: logging.FileHandler | None = None
        self._logger_file: str | None = None
        self._debug = False
        self.logger_format = "%(asctime)s %(levelname)s %(message)s"
        if debug is not None:
            self.debug = debug

    if not TYPE_CHECKING:  # with it, type checkers would accept every name

        def __setattr__(self, name: str, value: object) -> None:
            try:
                if name in SETTINGS:
                    check(name, value)
                elif name[:1] != "_" and not hasattr(type(self), name):
                    check_name(type(self), name)
            except OpenApiException as error:
                del value  # it may be a secret, as what the frames of the error have
                raise error.with_traceback(None) from None
            super().__setattr__(name, value)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Copy all but the loggers and their handlers, which belong to the process."""
        result = object.__new__(type(self))
        memo[id(self)] = result
        shared = ("logger", "logger_file_handler", "logger_stream_handler")
        for name, value in vars(self).items():
            result.__dict__[name] = value if name in shared else copy.deepcopy(value, memo)
        return result

    def __getstate__(self) -> dict[str, Any]:
        """Pickle all but handlers and loggers, which belong to the process. The pickle contains secrets."""
        own = ("logger", "logger_file_handler", "logger_stream_handler", "_logger_file")
        return {name: value for name, value in vars(self).items() if name not in own}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(Configuration().__dict__ | state)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **settings: Any) -> Self:
        """Return a configuration from environment variables; docs/configuration.md lists them.

        Args:
            environ: the variables; by default `os.environ`.
            **settings: arguments of the constructor; they take precedence over variables.

        Raises:
            ApiValueError: a variable that needs another one is set alone, has a wrong value, or has a name that is
                almost one of ours; the error names it. Or there are no credentials.
        """
        from xi.sdk.resellers._environment import settings_from  # noqa: PLC0415 - most programs do not use it

        try:
            found = Sealed(settings_from(os.environ if environ is None else environ, settings))
        finally:
            del environ, settings  # what shows the variables of a frame would show the secrets in them
        return cls(**found.open())

    @property
    def access_token(self) -> str | Callable[[], str | None] | None:
        """The bearer token, or a function that returns one; the repr hides the token."""
        return self._access_token

    @access_token.setter
    def access_token(self, value: str | Callable[[], str | None] | None) -> None:
        self._access_token = Secret(value) if isinstance(value, str) else value

    @property
    def client_secret(self) -> str | None:
        """The secret of the app; the repr hides it."""
        return self._client_secret

    @client_secret.setter
    def client_secret(self, value: str | None) -> None:
        self._client_secret = None if value is None else Secret(value)

    @classmethod
    def set_default(cls, default: Configuration | None) -> None:
        """Set the configuration for clients that are created without one."""
        cls._default = default

    @classmethod
    def get_default(cls) -> Self:
        """Return the configuration for clients that are created without one; always the same."""
        if cls._default is None:
            cls._default = cls()
        return cast("Self", cls._default)  # as 1.3.0 says it; the first one that was asked for may be of another class

    @classmethod
    def get_default_copy(cls) -> Self:
        """Return the result of `get_default`; an older name in the published package."""
        return cls.get_default()

    @property
    def debug(self) -> bool:
        """Whether requests and answers are logged at level DEBUG, without tokens."""
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        # The level is changed only if it was lowered here before, so that settings of the program stay. The level of
        # urllib3 is never changed: its log would repeat each URL, and does not hide secrets.
        if value or self._debug:
            self.logger["package_logger"].setLevel(logging.DEBUG if value else logging.NOTSET)
        self._debug = bool(value)

    @property
    def logger_file(self) -> str | None:
        """Path of a file that logs are appended to; None for none."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | None) -> None:
        self._logger_file = value
        if self.logger_file_handler is not None:
            for logger in self.logger.values():
                logger.removeHandler(self.logger_file_handler)
            self.logger_file_handler.close()
            self.logger_file_handler = None
        if value:
            self.logger_file_handler = logging.FileHandler(value, encoding="utf-8")
            self.logger_file_handler.setFormatter(self.logger_formatter)
            for logger in self.logger.values():
                logger.addHandler(self.logger_file_handler)

    @property
    def logger_format(self) -> str:
        """The format of lines in `logger_file`."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        self._logger_format = value
        self.logger_formatter = logging.Formatter(value)
        if self.logger_file_handler is not None:
            self.logger_file_handler.setFormatter(self.logger_formatter)

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """Return an API key with its prefix; None where there is none.

        Args:
            identifier: the scheme it belongs to.
            alias: another name it may be kept under.
        """
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self.api_key.get(identifier) or (self.api_key.get(alias) if alias is not None else None)
        prefix = self.api_key_prefix.get(identifier)
        return f"{prefix} {key}" if key and prefix else key

    def get_basic_auth_token(self) -> str:
        """Return the value of an Authorization header for HTTP basic authentication."""
        pair = f"{self.username or ''}:{self.password or ''}"
        return "Basic " + b64encode(pair.encode()).decode()

    def auth_settings(self) -> AuthSettings:
        """Return how calls are authorized, by scheme; it holds the token, so do not log it."""
        token = self.access_token() if callable(self.access_token) else self.access_token
        if token is None:
            return {}
        value = Secret(f"Bearer {token}")
        return {"application": {"type": "oauth2", "in": "header", "key": "Authorization", "value": value}}

    def to_debug_report(self) -> str:
        """Return what a bug report should say of the environment."""
        return (
            "Python SDK Debug Report:\n"
            f"OS: {sys.platform}\n"
            f"Python Version: {sys.version}\n"
            "Version of the API: 1.0.0\n"
            f"SDK Package Version: {__version__}"
        )

    def get_host_settings(self) -> list[HostSetting]:
        """Return the known hosts; there is one, production, which also serves the sandbox under `/sandbox`."""
        return [{"url": DEFAULT_HOST, "description": "Production"}]

    def get_host_from_settings(
        self,
        index: int | None,
        variables: Mapping[str, str] | None = None,
        servers: Sequence[Mapping[str, Any]] | None = None,
    ) -> str:
        """Return the URL of a known host.

        Args:
            index: which one; None for the configured host.
            variables: values for variables in its URL.
            servers: hosts to choose from instead of `get_host_settings()`.

        Raises:
            ValueError: there is no such host, or a variable has none of its allowed values.
        """
        if index is None:
            return self._base_path
        known: Sequence[Mapping[str, Any]] = self.get_host_settings() if servers is None else servers
        if not 0 <= index < len(known):
            raise ValueError(f"there is no host {index}; the known hosts are 0 to {len(known) - 1}")
        url: str = known[index]["url"]
        for name, variable in known[index].get("variables", {}).items():
            value: str = (variables or {}).get(name) or variable["default_value"]
            allowed = variable.get("enum_values", ())
            if allowed and value not in allowed:
                raise ValueError(f"variable {name} of the host is {value!r}; it should be one of {list(allowed)}")
            url = url.replace(f"{{{name}}}", value)
        return url

    @property
    def host(self) -> str:
        """The URL that paths are appended to."""
        if self.server_index is None:
            return self._base_path
        return self.get_host_from_settings(self.server_index, variables=self.server_variables)

    @host.setter
    def host(self, value: str) -> None:
        self._base_path = value
        self.server_index = None

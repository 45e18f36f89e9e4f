"""The apps of all clients in this process: each app has one token and one set of quotas."""

from __future__ import annotations

import hashlib
import os
import re
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakSet

from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.call import Call, Sender, build
from xi.sdk.resellers._core.hosts import PRODUCTION, require_private, split_host
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._core.token import AppToken
from xi.sdk.resellers._records import replace
from xi.sdk.resellers._transport.driver import PassingGate
from xi.sdk.resellers._transport.proxies import proxy_of
from xi.sdk.resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers.configuration import Configuration
    from xi.sdk.resellers.models import AccesstokenResponse

_UNDER_SANDBOX = re.compile(r"(/sandbox)+/oauth/")


class App:
    """An app, with the token and the quotas that all its clients in this process share.

    Args:
        call: the call that requests a token.
    """

    def __init__(self, call: Call[AccesstokenResponse]) -> None:
        self.call = call
        self.token = AppToken(PassingGate())
        self.throttle = new_throttle()


class _Key(NamedTuple):
    url: str
    client_id: str
    secret: bytes
    connection: bytes
    """How connections are made, including the proxy and its password."""


_apps: dict[_Key, App] = {}
_lock = RLock()  # each lock of a call is one: a signal handler may make a call while its own thread holds it
_throttles: WeakSet[Throttle] = WeakSet()


def new_throttle(limit: int | None = None) -> Throttle:
    """Return a throttle that also works in a forked process.

    Args:
        limit: GET calls per operation and minute, if the program states a limit.
    """
    throttle = Throttle(RLock(), limit)
    _throttles.add(throttle)
    return throttle


def _after_fork() -> None:
    """Give the child process new locks, since a thread of the parent may hold the old ones, and no calls in flight."""
    global _lock  # noqa: PLW0603 - a lock cannot be reset
    _lock = RLock()
    for throttle in _throttles:
        throttle.restart(RLock())


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


class Pair(NamedTuple):
    """The credentials of an app."""

    client_id: str
    client_secret: Sealed


def app_of(configuration: Configuration, headers: Mapping[str, str], pair: Pair) -> App:
    """Return the app of a pair of credentials.

    Clients share an app if they have the same pair, the same token URL and the same way to connect to it. A token that
    came over a connection with fewer checks, or through another proxy, is not used by other clients.

    Args:
        configuration: the host, the URL of tokens if it has one, and the way to connect.
        headers: the headers of the client.
        pair: the credentials.

    Raises:
        ApiValueError: the URL is not valid, or no secret may be sent to it.
    """
    call = token_call(configuration, headers, pair)
    request = call.request
    key = _Key(
        request.origin + request.target,
        pair.client_id,
        hashlib.sha256(pair.client_secret.open().encode()).digest(),
        _connection_of(configuration, request.origin),
    )
    with _lock:
        app = _apps.setdefault(key, App(call))
        app.throttle.restrict(configuration.calls_per_minute)
        return app


def _connection_of(configuration: Configuration, origin: str) -> bytes:
    """Return a digest of all settings for connections to an origin."""
    return hashlib.sha256(
        repr(
            (
                proxy_of(origin, configuration.proxy),
                sorted((configuration.proxy_headers or {}).items()),
                configuration.verify_ssl,
                configuration.ssl_ca_cert,
                getattr(configuration, "ca_cert_data", None),  # a test double may not have it
                configuration.cert_file,
                configuration.key_file,
                configuration.assert_hostname,
                configuration.tls_server_name,
            )
        ).encode("utf-8", "surrogatepass")
    ).digest()


def token_call(configuration: Configuration, headers: Mapping[str, str], pair: Pair) -> Call[AccesstokenResponse]:
    """Return the call that requests a token: a POST with a form, so that the secret is in no URL.

    Args and what is raised are those of `app_of`.
    """
    arguments = ("client_credentials", pair.client_id, pair.client_secret)
    try:
        call = build(operations.GET_ACCESSTOKEN, arguments, Sender(configuration.host, headers))
    except OpenApiException as error:
        raise error.with_traceback(None) from None  # its frames contain the form as text
    if configuration.token_url is None:
        require_private(call.request.origin)
        return call
    origin = path = ""
    try:
        origin, path = split_host(configuration.token_url, "token_url", f"{PRODUCTION}/oauth/oauth20/token")
        require_private(origin, "token_url")
    except OpenApiException as error:
        path = ""  # it may contain a secret, as may the frames of the error
        raise error.with_traceback(None) from None
    # Production and sandbox share the URL of tokens, which is never under `/sandbox`.
    request = replace(call.request, origin=origin, target=_UNDER_SANDBOX.sub("/oauth/", path) or "/")
    return call._replace(request=request)

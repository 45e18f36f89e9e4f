"""The apps that the clients of a process call for: one token and one set of quotas for each."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakSet

from xi.sdk.resellers._core.call import Call, Sender, build
from xi.sdk.resellers._core.hosts import PRODUCTION, require_private, split_host
from xi.sdk.resellers._core.operations.accesstoken import GET_ACCESSTOKEN
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._core.token import AppToken
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
    """What all clients of a process share that call for the same app: its token and its quotas.

    Args:
        call: asks for a token.
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
    """How connections are made, the proxy with its password included."""


_apps: dict[_Key, App] = {}
_lock = Lock()
_throttles: WeakSet[Throttle] = WeakSet()


def new_throttle(limit: int | None = None) -> Throttle:
    """Return a throttle that a forked process can go on with.

    Args:
        limit: GET calls per operation and minute, where the program states it.
    """
    throttle = Throttle(Lock(), limit)
    _throttles.add(throttle)
    return throttle


def _after_fork() -> None:
    """Give the child locks that no thread of its parent holds, and none of the calls that are the parent's."""
    global _lock  # noqa: PLW0603 - a lock cannot be reset
    _lock = Lock()
    for throttle in _throttles:
        throttle.restart(Lock())


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


class Pair(NamedTuple):
    """The credentials of an app."""

    client_id: str
    client_secret: Sealed


def app_of(configuration: Configuration, headers: Mapping[str, str], pair: Pair) -> App:
    """Return the app that a pair of credentials stands for.

    It is the same one for the same pair and token URL, reached in the same way: a token that came over a connection
    which is checked less, or through another proxy, is not for those who ask for more.

    Args:
        configuration: has the host, perhaps the URL of tokens, and how connections are made.
        headers: of the client.
        pair: the credentials.

    Raises:
        ApiValueError: the URL is none, or one that no secret may go to.
    """
    call = token_call(configuration, headers, pair)
    request = call.request
    require_private(request.origin, "host" if configuration.token_url is None else "token_url")
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
    """Return a digest of what decides how connections to an origin are made, and what they are checked against."""
    return hashlib.sha256(
        repr(
            (
                proxy_of(origin, configuration.proxy),
                sorted((configuration.proxy_headers or {}).items()),
                configuration.verify_ssl,
                configuration.ssl_ca_cert,
                configuration.cert_file,
                configuration.key_file,
                configuration.assert_hostname,
                configuration.tls_server_name,
            )
        ).encode("utf-8", "surrogatepass")
    ).digest()


def token_call(configuration: Configuration, headers: Mapping[str, str], pair: Pair) -> Call[AccesstokenResponse]:
    """Return the call for a token: a form in a POST, so that the secret is in no URL.

    Args and what is raised are those of `app_of`.
    """
    arguments = ("client_credentials", pair.client_id, pair.client_secret)
    try:
        call = build(GET_ACCESSTOKEN, arguments, Sender(configuration.host, headers))
    except OpenApiException as error:
        raise error.with_traceback(None) from None  # its frames hold the form as text
    if configuration.token_url is None:
        return call
    origin, path = split_host(configuration.token_url, "token_url", f"{PRODUCTION}/oauth/oauth20/token")
    # Production and sandbox share the token's URL, whatever was put before it.
    request = replace(call.request, origin=origin, target=_UNDER_SANDBOX.sub("/oauth/", path) or "/")
    return call._replace(request=request)

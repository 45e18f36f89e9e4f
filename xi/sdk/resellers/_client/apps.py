"""The apps that the clients of a process call for: one token and one set of quotas for each."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakSet

from xi.sdk.resellers._core.build import build, split_host
from xi.sdk.resellers._core.operations.accesstoken import GET_ACCESSTOKEN
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._core.token import Keeper
from xi.sdk.resellers._transport.driver import PassingGate
from xi.sdk.resellers._transport.proxies import proxy_of
from xi.sdk.resellers.exceptions import OpenApiException

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi.sdk.resellers._core.messages import Request
    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers.configuration import Configuration

_UNDER_SANDBOX = re.compile(r"(/sandbox)+/oauth/")


class App:
    """What all clients of a process share that call for the same app: its token and its quotas.

    Args:
        request: asks for a token.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.keeper = Keeper(PassingGate())
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


def app_of(configuration: Configuration, request: Request, pair: Pair) -> App:
    """Return the app that a pair of credentials stands for.

    It is the same one for the same pair and token URL, reached in the same way: a token that came over a connection
    which is checked less, or through another proxy, is not for those who ask for more.
    """
    key = _Key(
        request.origin + request.target,
        pair.client_id,
        hashlib.sha256(pair.client_secret.open().encode()).digest(),
        _way_of(configuration, request.origin),
    )
    with _lock:
        app = _apps.setdefault(key, App(request))
        app.throttle.restrict(configuration.calls_per_minute)
        return app


def _way_of(configuration: Configuration, origin: str) -> bytes:
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


def token_request(configuration: Configuration, headers: Mapping[str, str], pair: Pair) -> Request:
    """Return the request that asks for a token: a form in a POST, so that the secret is in no URL.

    Args:
        configuration: has the host, and perhaps the URL.
        headers: of the client.
        pair: the credentials.

    Raises:
        ApiValueError: the URL is none.
    """
    try:
        request = build(
            GET_ACCESSTOKEN,
            ("client_credentials", pair.client_id, pair.client_secret),
            host=configuration.host,
            defaults=headers,
        )
    except OpenApiException as error:
        raise error.with_traceback(None) from None  # its frames hold the form as text
    if configuration.token_url is None:
        return request
    origin, path = split_host(
        configuration.token_url, "token_url", "https://api.ingrammicro.com:443/oauth/oauth20/token"
    )
    # Production and sandbox share the token's URL, whatever was put before it.
    return replace(request, origin=origin, target=_UNDER_SANDBOX.sub("/oauth/", path) or "/")

"""Sends requests through urllib3."""

from __future__ import annotations

import os
import ssl
import time
from functools import lru_cache, partial
from http.client import HTTPException, HTTPResponse
from threading import Lock, local
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ClosedPoolError, HTTPError, LocationValueError
from urllib3.util import Retry, Timeout

from xi.sdk.resellers._core.messages import Headers, NotSent, Response, Unanswered
from xi.sdk.resellers._transport.bounded import BoundedResponse
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.settings import ConnectionSettings

_NEVER = Retry(total=False, redirect=False, raise_on_redirect=False, raise_on_status=False)
"""urllib3 repeats and follows nothing: that is decided in `_core`."""
_SUCCESS = frozenset(range(200, 300)) - {204}
_FINAL = 200
"""Statuses below it announce an answer, and are none."""
_LENGTHS = frozenset({"content-length", "transfer-encoding"})
_SOCKS = ("socks4", "socks4a", "socks5", "socks5h")


class _OfThread(local):
    """What a connection cannot be told through urllib3."""

    until: float | None = None
    """When the answer to the request being sent has to be whole, on the monotonic clock."""


_of_this_thread = _OfThread()


class Telling(HTTPConnection):
    """Tells a connection that could not be made from one that failed later, and sends each request in one piece."""

    _held: bytearray | None = None

    @property
    def _reader(self) -> Any:
        """What reads an answer, a proxy's to CONNECT included; asked anew each time, as a connection is used again."""
        until = _of_this_thread.until
        return HTTPResponse if until is None else partial(BoundedResponse, until=until)

    response_class: Any = _reader

    def connect(self) -> None:
        """Connect, the proxy's tunnel and the TLS handshake included.

        Raises:
            NotSent: it could not be done.
        """
        try:
            super().connect()
        except Exception as error:
            raise NotSent(f"could not connect to {self.host}:{self.port}: {_cause(error)}") from error

    def request(self, *args: Any, **kwargs: Any) -> None:
        """Send a request; its head and its body leave together, in one packet where they fit."""
        if kwargs.get("body") is None:
            super().request(*args, **kwargs)  # nothing but a head
            return
        self._held = bytearray()
        try:
            super().request(*args, **kwargs)
            whole, self._held = self._held, None
            self.send(whole)
        finally:
            self._held = None

    def send(self, data: Any) -> None:
        """Send bytes, or hold them until the request is whole."""
        if self._held is None:
            super().send(data)
        else:
            self._held += data


class _PlainConnection(Telling):
    pass


class _TlsConnection(Telling, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls: Any = _PlainConnection  # Any: the protocol urllib3 declares here does not fit its own classes


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls: Any = _TlsConnection


@lru_cache(maxsize=16)
def _timeout(timeouts: Timeouts) -> Timeout:
    """The same as urllib3 takes it; it copies it before each use."""
    return Timeout(connect=timeouts.connect, read=timeouts.read, total=timeouts.total)


def _cause(error: BaseException) -> str:
    """The innermost reason; the outer ones name objects of urllib3."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error) or type(error).__name__


POOLS: dict[str, Any] = {"http": _PlainPool, "https": _TlsPool}


class Urllib3Transport:
    """Keeps connections to every origin it was asked to send to; can be shared between threads.

    Args:
        settings: how connections are made.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._process = os.getpid()
        self._lock = Lock()
        self._manager: urllib3.PoolManager | None = None
        self._pools: dict[str, HTTPConnectionPool] = {}

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request and read its answer to the end.

        Raises:
            NotSent: no connection was made.
            Unanswered: the connection failed, or fell silent for too long, before the answer was whole.
            ApiValueError: the host or the proxy is no URL to connect to.
        """
        if self._process != os.getpid():
            # A forked child must not talk on the sockets of its parent: answers would go to the wrong one of the two.
            self._process, self._lock, self._manager, self._pools = os.getpid(), Lock(), None, {}
        pool = self._pools.get(request.origin) or self._open(request.origin)
        # A proxy for plain http is asked for the whole URL, everyone else for the path.
        _of_this_thread.until = None if timeouts.total is None else time.monotonic() + timeouts.total
        absolute = pool.proxy is not None and request.origin.startswith("http:")
        try:
            answer = pool.urlopen(
                request.method,
                f"{request.origin}{request.target}" if absolute else request.target,
                body=request.body,
                headers=request.headers,
                retries=_NEVER,
                redirect=False,
                assert_same_host=False,
                timeout=_timeout(timeouts),
            )
        except ClosedPoolError as error:
            raise NotSent(f"the connections to {request.origin} were closed meanwhile") from error
        except (HTTPError, HTTPException, OSError) as error:
            raise Unanswered(f"no whole answer from {request.origin}: {_cause(error)}") from error
        if answer.status < _FINAL:
            # The final answer is still to come on this connection, where the next call would take it for its own.
            self.close()
            raise Unanswered(f"no whole answer from {request.origin}: only an interim one, {answer.status}")
        body = answer.data
        if not body and answer.status in _SUCCESS and _LENGTHS.isdisjoint(name.lower() for name in answer.headers):
            # Python takes a connection that closes within the head of an answer for the end of a whole one. An empty
            # success must say that it is empty: "no orders found" would be a dangerous thing to make up.
            raise Unanswered(f"no whole answer from {request.origin}: it broke off before its body")
        return Response(answer.status, answer.reason or "", Headers(answer.headers.iteritems), body)

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            pools, self._manager, self._pools = self._pools, None, {}
        # Not left to urllib3, which waits until nobody refers to a pool; the traceback of a kept error does.
        for pool in pools.values():
            pool.close()

    def _open(self, origin: str) -> HTTPConnectionPool:
        with self._lock:
            try:
                if self._manager is None:
                    self._manager = _manager(self._settings)
                pool = self._pools[origin] = self._manager.connection_from_url(origin)
            except LocationValueError:
                # Neither repeated nor chained: the URL of a proxy may hold its password.
                raise ApiValueError(
                    f"host ({origin}) or proxy is no URL to connect to; a proxy should be like http://proxy.example:3128"
                ) from None
            return pool


def _manager(settings: ConnectionSettings) -> urllib3.PoolManager:
    arguments: dict[str, Any] = {
        "cert_reqs": ssl.CERT_REQUIRED if settings.verify_ssl else ssl.CERT_NONE,
        "ca_certs": settings.ssl_ca_cert,
        "cert_file": settings.cert_file,
        "key_file": settings.key_file,
        "assert_hostname": settings.assert_hostname,
        "server_hostname": settings.tls_server_name,
        "socket_options": settings.socket_options,
        "maxsize": settings.pool_size,
    }
    arguments = {name: value for name, value in arguments.items() if value is not None}
    manager: urllib3.PoolManager
    if settings.proxy is None:
        manager = urllib3.PoolManager(**arguments)
    elif settings.proxy.partition("://")[0].lower() in _SOCKS:
        from xi.sdk.resellers._transport.socks import socks_manager  # noqa: PLC0415 - needs PySocks, which few have

        return socks_manager(settings.proxy, arguments)
    else:
        manager = urllib3.ProxyManager(settings.proxy, proxy_headers=settings.proxy_headers, **arguments)
    manager.pool_classes_by_scheme = POOLS
    return manager

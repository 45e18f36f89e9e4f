"""Sends requests through urllib3."""

from __future__ import annotations

import os
import ssl
import time
from functools import lru_cache
from http.client import HTTPConnection as _Connection
from http.client import HTTPException
from threading import Lock
from typing import TYPE_CHECKING, Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ClosedPoolError, HTTPError, LocationValueError
from urllib3.util import Retry, Timeout

from xi.sdk.resellers._core.messages import Headers, NotSent, Response, Unanswered
from xi.sdk.resellers._transport.proxies import SOCKS, proxy_of
from xi.sdk.resellers._transport.unpacking import cut, unpacked
from xi.sdk.resellers._transport.watched import Oversized, WatchedResponse, of_this_thread
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.settings import ConnectionSettings

_NEVER = Retry(total=False, redirect=False, raise_on_redirect=False, raise_on_status=False)
"""urllib3 repeats and follows nothing: that is decided in `_core`."""
_FINAL = 200
"""Statuses below it announce an answer, and are none."""
_NO_END = float("inf")


class Telling(HTTPConnection):
    """Tells a connection that could not be made from one that failed later, and sends each request in one piece."""

    _held: bytearray | None = None
    # urllib3's own looks for a mark that nothing here sets, in every header.
    putheader: Any = _Connection.putheader

    response_class: Any = WatchedResponse  # a proxy's answer to CONNECT is read by it too

    def connect(self) -> None:
        """Connect, the proxy's tunnel and the TLS handshake included.

        Raises:
            NotSent: it could not be done.
        """
        try:
            super().connect()
        except Exception as error:
            raise NotSent(f"could not connect to {self.host}:{self.port}: {_cause(error)}") from error

    def getresponse(self) -> Any:
        """Read the answer to its end."""
        self.sock.settimeout(self.timeout)
        answer: Any = _Connection.getresponse(self)
        answer.was_measured = answer.is_measured
        answer.data = answer.read()
        return answer

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
def _timeout(connect: float, read: float) -> Timeout:
    """The same as urllib3 takes it; it copies it before each use."""
    return Timeout(connect=connect, read=read)


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
        self._managers: dict[str | None, urllib3.PoolManager] = {}
        """By the URL of the proxy they go through."""
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
            self._process, self._lock, self._managers, self._pools = os.getpid(), Lock(), {}, {}
        pool = self._pools.get(request.origin) or self._open(request.origin)
        limit = self._settings.max_response_size
        watch = of_this_thread
        watch.until = _NO_END if timeouts.total is None else time.monotonic() + timeouts.total
        watch.limit = limit
        # A proxy for plain http is asked for the whole URL, everyone else for the path.
        absolute = pool.proxy is not None and request.origin.startswith("http:")
        try:
            answer: Any = pool.urlopen(
                request.method,
                f"{request.origin}{request.target}" if absolute else request.target,
                body=request.body,
                headers=request.headers,
                retries=_NEVER,
                redirect=False,
                assert_same_host=False,
                timeout=_timeout(timeouts.connect, timeouts.read),
            )
        except ClosedPoolError as error:
            raise NotSent(f"the connections to {request.origin} were closed meanwhile") from error
        except Oversized as error:
            return _begun(error.answer, *cut(error.answer.came, limit))
        except (HTTPError, HTTPException, OSError) as error:
            read = watch.answer
            begun = None if read is None or not read.head_is_whole else _begun(read, read.came)
            raise Unanswered(f"no whole answer from {request.origin}: {_cause(error)}", begun) from error
        finally:
            watch.answer = None
        body: bytes = answer.data
        headers = Headers(answer.headers.raw_items)
        if answer.status < _FINAL:
            # Whatever comes next on this connection is no answer to a call.
            self.close()
            raise Unanswered(f"no whole answer from {request.origin}: only an interim one, {answer.status}")
        measured: bool = answer.was_measured or bool(body)
        if not measured and not answer.head_is_whole:
            raise Unanswered(f"no whole answer from {request.origin}: it broke off within its headers")
        defect = ""
        if "Content-Encoding" in headers:
            body, defect = unpacked(body, headers["Content-Encoding"], limit)
        return Response(answer.status, answer.reason, headers, body, defect, measured)

    def close(self) -> None:
        """Close every connection that is not in use."""
        with self._lock:
            pools, self._managers, self._pools = self._pools, {}, {}
        # Not left to urllib3, which waits until nobody refers to a pool; the traceback of a kept error does.
        for pool in pools.values():
            pool.close()

    def _open(self, origin: str) -> HTTPConnectionPool:
        with self._lock:
            try:
                proxy = proxy_of(origin, self._settings.proxy)
                manager = self._managers.get(proxy)
                if manager is None:
                    manager = self._managers[proxy] = _manager(self._settings, proxy)
                pool = self._pools[origin] = manager.connection_from_url(origin)
            except LocationValueError:
                # Neither repeated nor chained: the URL of a proxy may hold its password.
                raise ApiValueError(
                    f"host ({origin}) or proxy is no URL to connect to; a proxy should be like http://proxy.example:3128"
                ) from None
            return pool


def _begun(answer: WatchedResponse, body: bytes, defect: str = "") -> Response:
    return Response(answer.status, answer.reason, Headers(answer.headers.raw_items()), body, defect)


def _manager(settings: ConnectionSettings, proxy: str | None) -> urllib3.PoolManager:
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
    if proxy is None:
        manager = urllib3.PoolManager(**arguments)
    elif proxy.partition("://")[0].lower() in SOCKS:
        from xi.sdk.resellers._transport.socks import socks_manager  # noqa: PLC0415 - needs PySocks, which few have

        return socks_manager(proxy, arguments)
    else:
        manager = urllib3.ProxyManager(proxy, proxy_headers=settings.proxy_headers, **arguments)
    manager.pool_classes_by_scheme = POOLS
    return manager

"""Sends requests through aiohttp."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from xi.sdk.resellers._extras import missing

try:
    import aiohttp
    from yarl import URL
except ImportError as error:
    raise ImportError(missing("the asynchronous client needs aiohttp", "async")) from error

from xi.sdk.resellers._core.messages import Headers, NotSent, Response, Unanswered
from xi.sdk.resellers._transport.adrivers import CancelledBeforeSending
from xi.sdk.resellers._transport.proxies import SOCKS, proxy_of
from xi.sdk.resellers._transport.unpacking import cut, unpacked
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.settings import ConnectionSettings

_LENGTHS = ("Content-Length", "Transfer-Encoding")
_SKIPPED = ("Accept-Encoding", "Accept", "User-Agent", "Content-Type")
"""Headers that aiohttp would add; a request says itself what it wants."""


class _Sending:
    """What is known of a request under way."""

    __slots__ = ("answer", "is_connected", "pieces", "size")

    def __init__(self) -> None:
        self.is_connected = False
        self.answer: aiohttp.ClientResponse | None = None
        self.pieces: list[bytes] = []
        self.size = 0


_sending: ContextVar[_Sending] = ContextVar("_sending")


class _Oversized(Exception):  # noqa: N818 - it is caught by name
    """The body of an answer passed the limit."""


class Noting(aiohttp.BaseConnector):
    """Notes when a request has a connection, and refuses it a second one: aiohttp would send some requests again."""

    async def connect(self, *args: Any, **kwargs: Any) -> Any:
        sending = _sending.get()
        if sending.is_connected:
            raise Unanswered("the connection was lost before an answer came")
        found = await super().connect(*args, **kwargs)
        sending.is_connected = True
        return found


class _Connector(Noting, aiohttp.TCPConnector):
    pass


class AiohttpTransport:
    """Keeps connections to every origin it was asked to send to; for one event loop at a time.

    Args:
        settings: how connections are made; `pool_size` bounds how many there are at once.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._session: aiohttp.ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0
        self._proxies: dict[str, str | None] = {}
        if settings.proxy is not None:
            _check(settings.proxy)

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request and read its answer to the end.

        Raises:
            NotSent: no connection was made.
            Unanswered: the connection failed, or fell silent for too long, before the answer was whole.
            CancelledBeforeSending: the task was cancelled before there was a connection.
        """
        sending = _Sending()
        mine = _sending.set(sending)
        try:
            async with asyncio.timeout(timeouts.total):
                return await self._sent(request, timeouts, sending)
        except asyncio.CancelledError as cancelled:
            if sending.is_connected:
                raise
            raise CancelledBeforeSending from cancelled
        except _Oversized:
            return _begun(sending, *cut(b"".join(sending.pieces), self._settings.max_response_size))
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _failure(request, sending, error) from error
        finally:
            _sending.reset(mine)

    async def _sent(self, request: Request, timeouts: Timeouts, sending: _Sending) -> Response:
        settings = self._settings
        session = self._opened()
        if request.origin not in self._proxies:
            proxy = proxy_of(request.origin, settings.proxy)
            # A connector that goes through a SOCKS proxy does so for all.
            self._proxies[request.origin] = None if proxy is not None and _is_socks(proxy) else proxy
        async with session.request(
            request.method,
            URL(request.origin + request.target, encoded=True),
            headers=request.headers,
            data=request.body,
            skip_auto_headers=_SKIPPED,
            allow_redirects=False,
            timeout=_timeout(timeouts.connect, timeouts.read),
            proxy=self._proxies[request.origin],
            proxy_headers=settings.proxy_headers,
            server_hostname=_expected_name(settings),
        ) as answer:
            sending.answer = answer
            content = answer.content
            while piece := await content.readany():
                sending.pieces.append(piece)
                sending.size += len(piece)
                if sending.size > settings.max_response_size:
                    raise _Oversized
        pieces, headers = sending.pieces, answer.headers
        body = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        measured = bool(body) or any(name in headers for name in _LENGTHS)
        defect = ""
        if "Content-Encoding" in headers:
            body, defect = unpacked(body, headers["Content-Encoding"], settings.max_response_size)
        return Response(answer.status, answer.reason or "", Headers(headers.items), body, defect, measured)

    async def close(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _opened(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        if self._session is None or self._loop is not loop or self._process != os.getpid():
            # Connections belong to the loop and the process that made them; those of another are left to it.
            self._session, self._loop, self._process = _session(self._settings), loop, os.getpid()
            self._proxies = {}
        return self._session


@lru_cache(maxsize=16)
def _timeout(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


def _expected_name(settings: ConnectionSettings) -> str | None:
    name = settings.assert_hostname if isinstance(settings.assert_hostname, str) else None
    return settings.tls_server_name or name


def _begun(sending: _Sending, body: bytes, defect: str = "") -> Response:
    answer = sending.answer
    assert answer is not None  # noqa: S101 - only a body that came can be too large or too short
    return Response(answer.status, answer.reason or "", Headers(list(answer.headers.items())), body, defect)


def _failure(request: Request, sending: _Sending, error: Exception) -> NotSent | Unanswered:
    cause = str(error) or ("timed out" if isinstance(error, TimeoutError) else type(error).__name__)
    if not sending.is_connected:
        return NotSent(f"could not connect to {request.origin}: {cause}")
    begun = None if sending.answer is None else _begun(sending, b"".join(sending.pieces))
    return Unanswered(f"no whole answer from {request.origin}: {cause}", begun)


def _session(settings: ConnectionSettings) -> aiohttp.ClientSession:
    options = settings.socket_options

    def open_socket(address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, _ = address
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        for option in options or ():
            made.setsockopt(*option)
        return made

    arguments: dict[str, Any] = {"limit": settings.pool_size or 0, "ssl": _tls(settings)}
    connector: aiohttp.BaseConnector
    if settings.proxy is not None and _is_socks(settings.proxy):
        from xi.sdk.resellers._transport.asocks import socks_connector  # noqa: PLC0415 - needs what few have

        connector = socks_connector(settings.proxy, arguments)
    else:
        connector = _Connector(**arguments, socket_factory=open_socket if options else None)
    return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False)


def _is_socks(proxy: str) -> bool:
    return proxy.partition("://")[0].lower() in SOCKS


def _check(proxy: str) -> None:
    """Refuse what is no URL of a proxy; it is not repeated, as it may hold a password."""
    try:
        parts = urlsplit(proxy)
        fits = parts.scheme in ("http", "https", *SOCKS) and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or " " in proxy:
        raise ApiValueError("proxy is no URL to connect to; it should be like http://proxy.example:3128")


def _tls(settings: ConnectionSettings) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=settings.ssl_ca_cert)
        if settings.assert_hostname is False or not settings.verify_ssl:
            context.check_hostname = False
        if not settings.verify_ssl:
            context.verify_mode = ssl.CERT_NONE
        if settings.cert_file is not None:
            context.load_cert_chain(settings.cert_file, settings.key_file)
    except (OSError, ssl.SSLError) as error:
        raise NotSent(f"the certificates that were configured cannot be read: {error}") from error
    return context

"""Sends requests through aiohttp."""

from __future__ import annotations

import asyncio
import math
import os
import socket
import ssl
import time
import warnings
from contextlib import suppress
from functools import lru_cache, partial
from inspect import signature
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from xi.sdk.resellers._extras import missing

try:
    import aiohttp
    from yarl import URL
except ImportError as error:
    raise ImportError(missing("the asynchronous client needs aiohttp", "async")) from error

from xi.sdk.resellers._core.messages import FINAL, Headers, NotSent, Response, TransportFailure, Unanswered, mark_unsent
from xi.sdk.resellers._core.redact import Sealed
from xi.sdk.resellers._transport.aiohttp_common import ActiveRequest, cause, current_request
from xi.sdk.resellers._transport.aiohttp_connections import Connector
from xi.sdk.resellers._transport.decoding import cut, decoded
from xi.sdk.resellers._transport.heads import LONGEST_LINE, MOST_HEADERS, WITHOUT_BODY
from xi.sdk.resellers._transport.proxies import SOCKS, Proxy, parse_proxy, proxy_of, unfit_proxy
from xi.sdk.resellers._transport.refused import longest_body, refused
from xi.sdk.resellers._transport.settings import NEVER_USED_S
from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._transport.settings import ConnectionSettings

_LENGTHS = ("Content-Length", "Transfer-Encoding")
_LONGEST_IDLE_S = 15.0
"""The limit of aiohttp; most servers close later."""
_UNPACKED = {"Accept-Encoding": "identity"}
"""Sent by http.client too. Without it a server may pack a body in any way, also in one that nobody here can undo."""
_SKIPPED = ("Accept", "User-Agent", "Content-Type")
"""Headers that aiohttp would add; a request has those that it needs."""


class _BodyTooLarge(Exception):  # noqa: N818 - it is caught by name
    """The body of an answer passed the limit."""


class _Connector(Connector, aiohttp.TCPConnector):
    pass


class _Session:
    """The connections of one event loop, and how many requests are out on them.

    Args:
        client: sends the requests.
        connector: has its connections.
        loop: the event loop.
        is_leaving: whether to close them after the last of those requests.
    """

    def __init__(
        self,
        client: aiohttp.ClientSession,
        connector: Connector,
        loop: asyncio.AbstractEventLoop,
        *,
        is_leaving: bool,
    ) -> None:
        self.client = client
        self.connector = connector
        self.loop = loop
        self.is_leaving = is_leaving
        self.is_over = False
        """Whether its connections are closed, or about to be."""
        self._out = 0

    async def __aenter__(self) -> aiohttp.ClientSession:
        self._out += 1
        return self.client

    async def __aexit__(self, *_: object) -> None:
        self._out -= 1
        if self.is_leaving:
            await self.leave()

    async def leave(self) -> None:
        """Close the connections; those with a request as soon as the last of all requests has ended."""
        self.is_leaving = True
        if self._out == 0:
            self.is_over = True
            await self.client.close()
        else:
            self.connector.leave()


class AiohttpTransport:
    """Keeps connections to each origin; works in one event loop at a time.

    Args:
        settings: how connections are made; `pool_size` limits how many are open at once.
    """

    def __init__(self, settings: ConnectionSettings) -> None:
        self._settings = settings
        self._session: _Session | None = None
        self._proxies: dict[str, Proxy | None] = {}
        self._prepared_tls: ssl.SSLContext | None = None
        self._is_closed = False
        _transports.add(self)
        configured = parse_proxy(settings.proxy)
        if configured is not None and not configured.url:
            raise unfit_proxy()

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request and read the whole response.

        Raises:
            NotSent: no connection was made, or not in time.
            Unanswered: the connection failed, or was silent for too long, before the response was complete.
            ApiValueError: the proxy of the environment is not a URL to connect to, or is a SOCKS proxy.
            asyncio.CancelledError: the task was cancelled; marked by `mark_unsent` if nothing was sent.
        """
        try:
            now = asyncio.get_running_loop().time()
        except RuntimeError as error:
            mark_unsent(error)
            raise
        until = math.inf if timeouts.total is None else now + timeouts.total
        is_latin1 = not all(value.isascii() for value in request.open_headers().values())
        active = ActiveRequest(until, NEVER_USED_S if request.once else _LONGEST_IDLE_S, is_latin1)
        mine = current_request.set(active)
        failure: TransportFailure
        try:
            async with asyncio.timeout(timeouts.total) as limit:
                if request.meanwhile is not None:
                    active.meanwhile = partial(_in_extra_time, request.meanwhile, limit)
                return await self._sent(request, timeouts, active)
        except _BodyTooLarge:
            return _begun(active, *cut(b"".join(active.pieces), self._settings.max_response_size))
        except ApiValueError as error:  # a wrong proxy
            mark_unsent(error)
            raise
        except (aiohttp.ClientError, OSError, ValueError, TransportFailure) as error:
            proxy = self._proxies.get(request.origin)
            failure = _failure(request, active, error, self._settings.max_response_size)
            if proxy is not None:
                failure = failure.without(tuple(map(Sealed, proxy.secrets)))
        except BaseException as error:  # noqa: BLE001 - for example a cancelled task; it is raised again
            if not active.is_begun:
                mark_unsent(error)
            # Without the inner frames, which contain the token as text.
            raise error.with_traceback(None)  # noqa: B904 - it is the same one
        finally:
            with suppress(ValueError):  # a coroutine that is closed from outside ends in another context
                current_request.reset(mine)
        # Raised here, so that it does not keep the original error and its frames.
        raise failure

    async def _sent(self, request: Request, timeouts: Timeouts, active: ActiveRequest) -> Response:
        settings = self._settings
        session = self._opened()
        proxy = self._proxy(request.origin)
        if not settings.verify_ssl and request.origin.startswith("https:"):
            _warn_of_no_check(request.origin)
        async with (
            session as client,
            client.request(
                request.method,
                URL(request.origin + request.target, encoded=True),
                headers=request.open_headers(),
                data=request.open_body(),
                skip_auto_headers=_SKIPPED,
                allow_redirects=False,
                timeout=_timeout(timeouts.connect, timeouts.read),
                proxy=None if proxy is None else proxy.url,
                proxy_auth=_proxy_auth(proxy, settings),
                proxy_headers=settings.proxy_headers,
                server_hostname=settings.tls_server_name
                or (settings.assert_hostname if isinstance(settings.assert_hostname, str) else None),
            ) as answer,
        ):
            active.answer = answer
            if session is self._session:
                session.is_leaving = self._is_closed = False
            while piece := await answer.content.readany():
                active.pieces.append(piece)
                active.size += len(piece)
                if active.size > settings.max_response_size:
                    raise _BodyTooLarge
        if answer.status < FINAL:
            answer.close()  # what comes next on this connection does not belong to a later call
            raise Unanswered(f"only an interim answer, {answer.status}")
        pieces, headers = active.pieces, answer.headers
        body = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        stored = Headers(headers.items)
        measured = bool(body) or answer.status in WITHOUT_BODY or any(name in headers for name in _LENGTHS)
        defect = ""
        if "Content-Encoding" in headers:
            body, defect = decoded(body, stored["Content-Encoding"], settings.max_response_size)
        return Response(answer.status, answer.reason or "", stored, body, defect, measured)

    def prepare(self, origin: str) -> None:
        """Make what the first request to an origin needs, but no connection; call it in the event loop if possible.

        Raises:
            ApiValueError: the proxy is not a URL to connect to, or is a SOCKS proxy of the environment.
        """
        self._proxy(origin)
        if self._session is None:
            with suppress(NotSent):  # certificates that cannot be read: the first call raises this
                self._prepared_tls = _tls(self._settings)
                with suppress(RuntimeError):  # no loop is running
                    self._opened()

    def _proxy(self, origin: str) -> Proxy | None:
        """Return the proxy that aiohttp uses for an origin."""
        if origin not in self._proxies:
            found = parse_proxy(proxy_of(origin, self._settings.proxy))
            if found is not None and not found.url:
                raise unfit_proxy()
            if found is not None and found.scheme in SOCKS and self._settings.proxy is None:
                raise ApiValueError(
                    "the environment names a SOCKS proxy, which the asynchronous client takes from the configuration "
                    "only: set Configuration.proxy to it",
                    argument="proxy",
                )
            # A SOCKS connector uses its proxy for all requests.
            self._proxies[origin] = None if found is not None and found.scheme in SOCKS else found
        return self._proxies[origin]

    async def close(self) -> None:
        """Close every connection that is not in use; those in use as soon as their request has ended.

        Calls that a program gives up may begin after it: those ahead of a list that it leaves. If all that have begun
        since then end without an answer, what they opened is closed too.
        """
        self._is_closed = True
        session, self._session = self._session, None
        if session is not None:
            await session.leave()

    def drop_connections(self) -> None:
        """Use none of the open connections again."""
        if self._session is not None:
            self._session.connector.drop()

    def after_fork(self) -> None:
        """Give up the connections of the parent; the child process opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            session.connector.abandon()
            _of_the_parent.append(session.connector)
            session.client.detach()

    def _opened(self) -> _Session:
        session = self._session  # read once: a thread with a loop of its own may replace it
        if session is None or session.is_over or session.loop is not asyncio.get_running_loop():
            # Connections belong to the loop that made them; those of another loop are not closed here.
            tls, self._prepared_tls = self._prepared_tls or _tls(self._settings), None
            session = self._session = _session(self._settings, tls, is_leaving=self._is_closed)
            self._proxies = {}
        return session


@lru_cache(maxsize=16)
def _timeout(connect: float, read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


def _in_extra_time(act: Callable[[], object], limit: asyncio.Timeout) -> None:
    """Do something while an answer is on its way, which takes nothing from the time of the server."""
    began = time.monotonic()
    act()
    until = limit.when()
    if until is not None:
        with suppress(RuntimeError):  # the request has ended meanwhile
            limit.reschedule(until + time.monotonic() - began)


def _proxy_auth(proxy: Proxy | None, settings: ConnectionSettings) -> aiohttp.BasicAuth | None:
    """Return the credentials in the URL of a proxy; `proxy_headers` replace them, as in the blocking client."""
    if proxy is None or not proxy.authorization:
        return None
    if any(name.lower() == "proxy-authorization" for name in settings.proxy_headers or ()):
        return None
    return aiohttp.BasicAuth(proxy.user or "", proxy.password or "", "utf-8")


def _begun(active: ActiveRequest, body: bytes, defect: str = "") -> Response:
    answer = active.answer
    assert answer is not None  # noqa: S101 - a body was received, so there is a response
    return Response(answer.status, answer.reason or "", Headers(list(answer.headers.items())), body, defect)


def _failure(request: Request, active: ActiveRequest, error: Exception, limit: int) -> TransportFailure:
    if isinstance(error, NotSent):
        return NotSent(str(error))
    if active.is_late:
        return NotSent("the deadline passed before it was sent")
    if not active.is_begun:
        return NotSent(f"could not connect to {request.origin}: {cause(error)}")
    begun = None
    if active.answer is not None:
        encoding = Headers(active.answer.headers.items).get("Content-Encoding", "")
        body = longest_body(b"".join(active.pieces), active.received)
        begun = _begun(active, decoded(body, encoding, limit)[0])
    elif not request.confidential:
        begun = refused(active.received, limit)
    return Unanswered(f"no whole answer from {request.origin}: {cause(error)}", begun)


def _session(settings: ConnectionSettings, tls: ssl.SSLContext, *, is_leaving: bool) -> _Session:
    options = settings.socket_options

    def open_socket(address: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, _ = address
        made = socket.socket(family, kind, protocol)
        made.setblocking(False)
        for option in options or ():
            made.setsockopt(*option)
        return made

    arguments: dict[str, Any] = {"limit": settings.pool_size or 0, "ssl": tls}
    connector: Connector
    if settings.proxy is not None and settings.proxy.partition("://")[0].lower() in SOCKS:
        from xi.sdk.resellers._transport.aiohttp_socks import socks_connector  # noqa: PLC0415 - needs what few have

        connector = socks_connector(settings.proxy, arguments)
    else:
        connector = _Connector(**arguments, socket_factory=open_socket if options else None)
    limits: dict[str, Any] = {"max_line_size": LONGEST_LINE, "max_field_size": LONGEST_LINE}
    if "max_headers" in signature(aiohttp.ClientSession).parameters:
        limits["max_headers"] = MOST_HEADERS
    client = aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False, headers=_UNPACKED, **limits
    )
    return _Session(client, connector, asyncio.get_running_loop(), is_leaving=is_leaving)


def _warn_of_no_check(origin: str) -> None:
    from urllib3.exceptions import InsecureRequestWarning  # noqa: PLC0415 - rarely needed

    # The class with which urllib3 warns in the blocking client, so that one filter is for both.
    warnings.warn(f"the certificate of {origin} is not checked, since verify_ssl is False", InsecureRequestWarning, 2)


_transports: WeakSet[AiohttpTransport] = WeakSet()
_of_the_parent: list[aiohttp.BaseConnector] = []
"""Kept for ever, so that no destructor in a child closes what the parent still uses."""


def _after_fork() -> None:
    for transport in _transports:
        transport.after_fork()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


def _tls(settings: ConnectionSettings) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=settings.ssl_ca_cert, cadata=settings.ca_cert_data)
        if settings.assert_hostname is False or not settings.verify_ssl:
            context.check_hostname = False
        if not settings.verify_ssl:
            context.verify_mode = ssl.CERT_NONE
        if settings.cert_file is not None:
            context.load_cert_chain(settings.cert_file, settings.key_file)
    except (OSError, ssl.SSLError) as error:
        raise NotSent(f"the certificates that were configured cannot be read: {error}") from error
    return context

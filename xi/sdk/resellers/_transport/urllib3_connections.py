"""Connections for urllib3 with limits of time and size, which record what was sent and what is unread."""

from __future__ import annotations

import socket
import ssl
import sys
import time
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

import urllib3.util.connection
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_ import create_urllib3_context, resolve_cert_reqs
from urllib3.util.ssltransport import SSLTransport

from xi.sdk.resellers._core.messages import (
    FINAL,
    Headers,
    NotSent,
    Request,
    Response,
    Timeouts,
    Unanswered,
    mark_unsent,
)
from xi.sdk.resellers._transport.decoding import cut, decoded
from xi.sdk.resellers._transport.refused import longest_body, refused
from xi.sdk.resellers._transport.settings import NEVER_USED_S, TIMED_OUT
from xi.sdk.resellers._transport.urllib3_common import NEVER, cause, never_connected, seconds, timeout
from xi.sdk.resellers._transport.urllib3_patches import NO_PATCHES, Patches, base_of, is_genuine, response_from
from xi.sdk.resellers._transport.urllib3_response import (
    BodyTooLarge,
    BoundedResponse,
    RequestState,
    current_state,
    request_state,
)
from xi.sdk.resellers._transport.urllib3_stack import ConnectionStack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from xi.sdk.resellers._transport.urllib3_common import Route

_NO_END = float("inf")
_PIECE = 1 << 18
"""Bytes that are written at once; the read timeout applies to each piece."""

_Connection: Any = base_of(HTTPConnection)


class BaseConnection(HTTPConnection):
    """Distinguishes a failure to connect from a later failure, and sends each request in one piece."""

    _held: bytearray | None = None
    _is_connecting = False
    _idle_since = _NO_END
    # That of urllib3 searches each header for a mark that is never set here.
    putheader: Any = _Connection.putheader

    response_class: Any = BoundedResponse  # it also reads the response of a proxy to CONNECT

    def connect(self) -> None:
        """Connect, including the tunnel of a proxy and the TLS handshake.

        Raises:
            NotSent: it failed, or took longer than the deadline. What else is raised while it connects is not of the
                network, such as the time limit of a task queue, and goes on as it is.
        """
        self._is_connecting = True
        try:
            super().connect()
            remaining()
        except (HTTPError, HTTPException, OSError, UnicodeError) as error:
            raise NotSent(f"could not connect to {self.host}:{self.port}: {cause(error)}") from error
        finally:
            self._is_connecting = False

    @property
    def is_connected(self) -> bool:
        """Whether there is an open connection without unread bytes, which was not idle for too long."""
        if time.monotonic() - self._idle_since > current_state().longest_idle:
            return False
        sock: Any = self.sock
        # A socket is not readable for bytes that are decrypted already.
        if isinstance(sock, ssl.SSLSocket) and sock.pending():
            return False
        if isinstance(sock, SSLTransport) and (sock.incoming.pending or sock.sslobj.pending()):
            return False
        return super().is_connected

    def getresponse(self) -> Any:
        """Call `meanwhile`, then read the whole response."""
        watch = current_state()
        meanwhile, watch.meanwhile = watch.meanwhile, None
        if meanwhile is not None:
            began = time.monotonic()
            meanwhile()
            watch.until += time.monotonic() - began  # it takes nothing from the server's time
        self.sock.settimeout(self.timeout)
        answer: Any = super(HTTPConnection, self).getresponse()
        if not isinstance(answer, BoundedResponse):
            self.close()  # there may be unread bytes; the response can still read from its own socket
            return ForeignResponse(answer)
        answer.was_measured = answer.is_measured
        answer.data = answer.read()
        if answer.had_more or answer.status < FINAL or answer.status == TIMED_OUT:
            # What comes next on this connection does not belong to a later request.
            self.close()
        self._idle_since = time.monotonic()
        return answer

    def request(self, *args: Any, **kwargs: Any) -> None:
        """Send a request; its head and its body are sent together, in one packet if they fit."""
        if kwargs.get("body") is None:
            super().request(*args, **kwargs)  # only a head
            return
        self._held = bytearray()
        try:
            super().request(*args, **kwargs)
            whole, self._held = bytes(self._held), None
            self.send(whole)
        finally:
            self._held = None

    def send(self, data: Any) -> None:
        """Send bytes, or keep them until the request is complete.

        Raises:
            NotSent: the deadline passed before the first byte was sent.
        """
        if self._held is not None:
            self._held += data
            return
        if self._is_connecting:
            super().send(data)  # to a proxy
            return
        if self.sock is None:
            self.connect()
        sock: Any = self.sock
        watch = current_state()
        pieces = (data,) if len(data) <= _PIECE else _pieces(memoryview(data))
        for piece in pieces:
            try:
                left = remaining()
            except TimeoutError as error:
                if watch.has_left:
                    raise
                raise NotSent(f"not sent: {error}") from error
            sock.settimeout(seconds(min(watch.silence, left)))
            watch.has_left = True
            super().send(piece)


class ForeignResponse:
    """A response that did not come from http.client, with the few attributes that urllib3's pool reads."""

    version_string = "HTTP"
    length_remaining = 0

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.status = answer.status
        self.headers: dict[str, str] = {}


class _DirectConnection(BaseConnection):
    """Tries the addresses of a name one after the other until the deadline."""

    def _new_conn(self) -> socket.socket:
        if not is_genuine(socket.create_connection):
            return socket.create_connection((self._dns_host.strip("[]"), self.port), self.timeout)
        if not is_genuine(urllib3.util.connection.create_connection) or not is_genuine(HTTPConnection._new_conn):  # noqa: SLF001
            return super()._new_conn()
        family = urllib3.util.connection.allowed_gai_family()
        failure = OSError("its name has no address")
        for each in socket.getaddrinfo(self._dns_host.strip("[]"), self.port, family, socket.SOCK_STREAM):
            try:
                made = self._connected(each)
            except OSError as error:
                failure = error
            else:
                sys.audit("http.client.connect", self, self.host, self.port)
                return made
        raise failure

    def _connected(self, found: Any) -> socket.socket:
        family, kind, protocol, _, address = found
        patience: Any = self.timeout
        left = remaining()
        made = socket.socket(family, kind, protocol)
        try:
            for option in self.socket_options or ():
                made.setsockopt(*option)
            if self.source_address:
                made.bind(self.source_address)
            made.settimeout(seconds(min(patience, left)))
            made.connect(address)
            made.settimeout(seconds(min(patience, remaining())))  # for example for the TLS handshake
        except BaseException:
            made.close()
            raise
        return made


def _pieces(data: memoryview) -> Iterator[memoryview]:
    return (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))


def remaining() -> float:
    """Return the seconds left until the response has to be complete.

    Raises:
        TimeoutError: no time is left.
    """
    left = current_state().until - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


class _PlainConnection(_DirectConnection):
    pass


class _TlsConnection(_DirectConnection, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    QueueCls: Any = ConnectionStack
    ConnectionCls: Any = _PlainConnection  # Any: the protocol urllib3 declares here does not fit its own classes


class _TlsPool(HTTPSConnectionPool):
    QueueCls: Any = ConnectionStack
    ConnectionCls: Any = _TlsConnection

    def prepare(self) -> None:
        """Read the certificates for the next connection; without it, urllib3 reads the system's for each connection."""
        connection: Any = self._get_conn()
        if connection.sock is None and connection.ssl_context is None:
            context = create_urllib3_context(cert_reqs=resolve_cert_reqs(connection.cert_reqs))
            if not connection.ca_certs:
                context.load_default_certs()
            connection.ssl_context = context
        self._put_conn(connection)


POOLS: dict[str, Any] = {"http": _PlainPool, "https": _TlsPool}


def sender_over(found: Patches) -> Callable[[Route, Request, Timeouts, int], Response]:
    """Return the function that sends over these connections, given the patches of their base classes."""
    is_ours = found is NO_PATCHES

    def sent(route: Route, request: Request, timeouts: Timeouts, limit: int) -> Response:
        watch = RequestState(
            _NO_END if timeouts.total is None else time.monotonic() + timeouts.total,
            limit,
            NEVER_USED_S if request.once else _NO_END,
            timeouts.read,
            request.meanwhile,
        )
        outer = request_state.set(watch)
        try:
            answer: Any = route.pool.urlopen(
                request.method,
                f"{request.origin}{request.target}" if route.is_absolute else request.target,
                body=request.open_body(),
                headers=request.open_headers(),
                retries=NEVER,
                redirect=False,
                assert_same_host=False,
                timeout=timeout(timeouts),
            )
        except BodyTooLarge as error:
            return _begun(error.answer, *cut(error.answer.came, limit))
        except (HTTPError, HTTPException, OSError) as error:
            # A patch may have sent the request in a way that is not recorded here.
            if not watch.has_left and (is_ours or never_connected(error)):
                raise NotSent(f"could not connect to {request.origin}: {cause(error)}") from error
            read = watch.answer
            begun = None
            if read is not None and read.head_is_whole:
                body = longest_body(read.came, read.received)
                begun = _begun(read, decoded(body, read.headers.get("Content-Encoding", ""), limit)[0])
            elif read is not None and not request.confidential:
                begun = refused(read.received, limit)
            raise Unanswered(f"no whole answer from {request.origin}: {cause(error)}", begun) from error
        except BaseException as error:
            if is_ours and not watch.has_left:
                mark_unsent(error)
            raise
        finally:
            watch.answer = None
            request_state.reset(outer)
        if not isinstance(answer, BoundedResponse):
            return response_from(
                answer.answer if isinstance(answer, ForeignResponse) else answer, request.origin, watch.until, limit
            )
        return _whole(answer, request.origin, limit)

    return sent


def _whole(answer: BoundedResponse, origin: str, limit: int) -> Response:
    body = answer.data
    headers = Headers(answer.headers.raw_items)
    if answer.status < FINAL:
        raise Unanswered(f"no whole answer from {origin}: only an interim one, {answer.status}")
    measured = answer.was_measured or bool(body)
    defect = ""
    if "Content-Encoding" in headers:
        body, defect = decoded(body, headers["Content-Encoding"], limit)
    return Response(answer.status, answer.reason, headers, body, defect, measured)


def _begun(answer: BoundedResponse, body: bytes, defect: str = "") -> Response:
    return Response(answer.status, answer.reason, Headers(answer.headers.raw_items()), body, defect)

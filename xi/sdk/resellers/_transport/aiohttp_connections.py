"""Connections for aiohttp that read exactly one response for each request.

aiohttp keeps bytes that arrive on an idle connection, and reads them as the response to the next request. A connection
of this module reads one response after each request, up to its last byte. If anything else arrives, the connection is
not used again. The socket is also checked before a request is sent, since the event loop may have been busy.
"""

from __future__ import annotations

import asyncio
import os
import select
from functools import partial
from typing import Any
from weakref import WeakSet

import aiohttp
from aiohttp.client_proto import ResponseHandler

from xi.sdk.resellers._core.messages import FINAL, NotSent, Unanswered
from xi.sdk.resellers._transport.aiohttp_common import ActiveRequest, cause, current_request
from xi.sdk.resellers._transport.chunks import Chunks
from xi.sdk.resellers._transport.heads import (
    BLANK_LINE,
    LONGEST_HEAD,
    MOST_INTERIM,
    TOO_MANY_INTERIM,
    UnreadableHead,
    for_aiohttp,
    may_go_on,
    mended,
    status_line,
)
from xi.sdk.resellers._transport.refused import KEPT, REST_S
from xi.sdk.resellers._transport.settings import TIMED_OUT

_SEAM = 3
"""Bytes of the piece before in which a blank line may begin."""
_SWITCHED = 101
"""The only status below 200 after which no other response follows on the connection."""


class Connection(ResponseHandler):
    """Reads one response after each request, and notices anything else that arrives."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._clock = loop.time
        self._is_unusable = False
        self._is_over = True
        """Whether no response is expected: it is complete, or no request was sent."""
        self._was_used = False
        self._idle_since = 0.0
        self.first = bytearray()
        """The first bytes of the response."""
        self._is_parsing = False
        self._refusal: tuple[BaseException, ...] | None = None
        """Why the response is refused; raised once the rest of it has been received, or time is over."""
        self.stream: object = None
        """Kept so that it is not closed too early, such as the stream through a proxy."""
        self._start_over()

    def _start_over(self) -> None:
        self._interim = 0
        """How many interim responses have come."""
        self._seam = b""
        self._is_http = False
        """Whether the first line is one of HTTP, as is known once it came; another protocol may wait for us then."""
        self._head = bytearray()
        """The received part of an incomplete head."""
        self._payload_read: aiohttp.StreamReader | None = None
        self._chunks: Chunks | None = None
        self._left: int | None = None
        """Bytes of the body that have not arrived, if the response states its length."""

    @property
    def should_close(self) -> bool:
        """Whether it must not be used again."""
        return self._is_unusable or super().should_close

    def mark_unusable(self) -> None:
        """Do not use it again."""
        self._is_unusable = True

    @property
    def is_idle(self) -> bool:
        """Whether it has had its response, and no request since then."""
        return self._was_used and self._is_over

    def is_fit(self, longest_idle: float) -> bool:
        """Return whether a request may be sent on it.

        Args:
            longest_idle: longest time in seconds that it may have been idle.
        """
        if not self._was_used:
            return True
        if self.should_close or not self.is_connected() or self._clock() - self._idle_since > longest_idle:
            return False
        # The loop may have had no time to read the end of the connection, or a response without a request.
        return not _is_readable(self.transport)

    def set_response_params(self, **arguments: Any) -> None:
        """Expect the response to a request that is about to be sent."""
        self._is_over = False
        self._was_used = True
        self._start_over()
        super().set_response_params(**arguments)

    def feed_data(self, data: Any, *size: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Accept the head of a response."""
        message, payload = data
        if message.code >= FINAL or message.code == _SWITCHED:
            self._payload_read = payload
            # What comes after a 101 is not HTTP; what comes after a 408 may belong to the same request. What follows an
            # answer without a body may come only when the next request is out.
            is_last = message.code in (_SWITCHED, TIMED_OUT) or may_go_on(message.code, message.headers)
            self._is_unusable = self._is_unusable or is_last
            self._chunks = Chunks() if message.chunked else None
            counted = message.headers.get("Content-Length", "")
            self._left = int(counted) if counted.isdecimal() and not message.chunked else None
        else:
            self._interim += 1
            if self._interim > MOST_INTERIM:
                self.set_exception(aiohttp.ClientError(TOO_MANY_INTERIM))
                return
        super().feed_data(data, *size)

    def data_received(self, data: bytes) -> None:
        """Read, but not beyond the end of the response: the parser would drop the response if anything follows it."""
        if not data:
            super().data_received(data)
            return
        if len(self.first) < KEPT:
            self.first += data[: KEPT - len(self.first)]
        self._read_on(data)

    def _read_on(self, data: bytes) -> None:
        begin = 0
        if self._refusal is not None:
            return
        while begin < len(data) and not self._is_over:
            if begin and self._chunks is not None and self._chunks.is_broken:
                # The parser ends the body at once, so its reader first takes what came before.
                self._loop.call_soon(self._read_on, data[begin:])
                return
            end = self._end_of_piece(data, begin)
            piece = data if end - begin == len(data) else data[begin:end]
            if self._payload_read is None:
                self._read_head(piece)
            elif self._chunks is not None and self._chunks.trailers_at is not None:
                # A parser that finds a Content-Length among the trailers would drop the response.
                self._parse(data[begin : self._chunks.trailers_at] + b"\r\n" * self._chunks.is_over)
                if not self._chunks.is_over:
                    self.start_timeout()  # as for a part of a head
            else:
                self._parse(piece)
                self._left = self._left if self._left is None else self._left - len(piece)
            begin = end
            if self._refusal is not None or self.exception() is not None:
                return
            payload = self._payload_read
            if payload is not None and (self._left == 0 or payload.is_eof()):
                self._is_over = True
                self._idle_since = self._clock()
        if begin < len(data):
            self._is_unusable = True

    def eof_received(self) -> None:
        """Complete a response of which nothing is missing but the blank line behind its last chunk."""
        chunks, payload = self._chunks, self._payload_read
        if self._refusal is None and chunks is not None and chunks.is_last and payload and not payload.is_eof():
            self._parse(b"\r\n")
        self._refuse()
        super().eof_received()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Raise why the response was refused, if it was, rather than that its connection ended."""
        self._refuse()
        super().connection_lost(exc)

    def set_exception(self, exc: BaseException, *more: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]  # its second argument is not public
        """Raise an error where the response is awaited; the refusal of a response only after the rest of it came."""
        if self._is_parsing:
            self._refuse_later(exc, *more)
        else:
            super().set_exception(exc, *more)

    def _refuse_later(self, *refusal: BaseException) -> None:
        self._is_unusable = True
        self._refusal = refusal
        self._loop.call_later(REST_S, self._refuse)

    def _refuse(self) -> None:
        refusal, self._refusal = self._refusal, None
        if refusal is None or self.transport is None:
            return
        self.transport.close()
        super().set_exception(*refusal)
        self._fail_body()

    def _parse(self, piece: bytes) -> None:
        """Pass bytes to the parser, and keep the connection open if it refuses them."""
        transport: Any = self.transport
        kept: Any = None if transport is None else _KeptOpen(transport)
        self.transport, self._is_parsing = kept, True
        try:
            super().data_received(piece)
        finally:
            self._is_parsing = False
            if self.transport is kept:
                self.transport = transport
            if transport is not None and kept.was_closed and self._refusal is None:
                transport.close()

    def _read_head(self, piece: bytes) -> None:
        """Pass a complete head to aiohttp, as both clients read it."""
        self._head += piece
        seam = max(len(self._head) - len(piece) - _SEAM, 0)
        try:
            if BLANK_LINE.search(self._head, seam) or len(self._head) > LONGEST_HEAD:
                head, self._head = bytes(self._head), bytearray()
                self._parse(for_aiohttp(mended(head)))
                return
            if not self._is_http and b"\n" in piece:
                status_line(bytes(self._head[: self._head.index(b"\n") + 1]))
                self._is_http = True
            self.start_timeout()  # aiohttp does not get this part yet, and would take a slow head for silence
        except UnreadableHead as error:
            self._refuse_later(aiohttp.ClientError(str(error)))

    def _fail_body(self) -> None:
        """Raise the error in the reader of the body too; aiohttp raises it only where a head is awaited."""
        error, payload = self.exception(), self._payload_read
        said = getattr(error, "message", error)  # without the status that aiohttp makes of it
        if error is not None and payload is not None and not payload.is_eof() and payload.exception() is None:
            payload.set_exception(aiohttp.ClientPayloadError(f"its body is not what its head says: {said}"))

    def _end_of_piece(self, data: bytes, begin: int) -> int:
        """Return the end of the piece that can be read without passing the end of the response."""
        if self._payload_read is None:
            return self._behind_blank_line(data, begin)
        if self._left is not None:
            return min(len(data), begin + self._left)
        # Without chunks it ends with the connection.
        return len(data) if self._chunks is None else self._chunks.end(data, begin)

    def _behind_blank_line(self, data: bytes, begin: int) -> int:
        """Return the index where a head ends, or the length of the data; its end may begin in the piece before."""
        across = BLANK_LINE.search(self._seam + data[begin : begin + _SEAM])
        if across is not None:
            end = begin + across.end() - len(self._seam)
        else:
            found = BLANK_LINE.search(data, begin)
            across, end = found, len(data) if found is None else found.end()
        self._seam = b"" if across is not None else (self._seam + data[max(begin, end - _SEAM) : end])[-_SEAM:]
        return end


def _is_readable(transport: asyncio.BaseTransport | None) -> bool:
    """Return whether a connection has bytes, or its end, that were not read yet."""
    sock: Any = None if transport is None else transport.get_extra_info("socket")
    if sock is None or sock.fileno() < 0:
        return True
    if not hasattr(select, "poll"):  # on Windows
        return bool(select.select([sock], [], [], 0)[0])
    looking = select.poll()
    looking.register(sock, select.POLLIN | select.POLLPRI)
    return bool(looking.poll(0))


class Connector(aiohttp.BaseConnector):
    """Gives each request one connection that is fit for it: aiohttp would send some requests again."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._made: WeakSet[Connection] = WeakSet()
        # There is no public way to choose the class; `connect` checks that it was used.
        self._factory: Any = partial(self._make, self._loop)

    def _make(self, loop: asyncio.AbstractEventLoop) -> Connection:
        made = Connection(loop)
        self._made.add(made)
        return made

    async def connect(self, *arguments: Any, **settings: Any) -> Any:
        """Return a connection, idle or new."""
        active = current_request.get()
        if active.is_begun:
            raise Unanswered("the connection was lost before an answer came")
        if active.was_refused:
            raise NotSent(active.was_refused)
        while True:
            try:
                found = await super().connect(*arguments, **settings)
            except (aiohttp.ClientError, OSError) as error:
                active.was_refused = cause(error)  # aiohttp would try once more by itself
                raise
            protocol: Any = found.protocol
            if not isinstance(protocol, Connection):
                found.close()
                raise NotSent(f"aiohttp {aiohttp.__version__} is not supported; install another version of it")
            if protocol.is_fit(active.longest_idle):
                break
            found.close()
            active.wants_new = active.longest_idle < 0
        protocol.first = active.first = bytearray()
        protocol.transport = _FirstWrite(protocol, active)  # type: ignore[assignment]  # it has what is used of one
        return found

    async def _get(self, key: Any, traces: Any) -> Any:
        return None if current_request.get().wants_new else await super()._get(key, traces)

    async def _create_connection(self, req: Any, traces: Any, timeout: Any) -> Any:  # noqa: ASYNC109 - aiohttp's name
        # aiohttp limits each step, but not how long a proxy takes to open a tunnel.
        async with asyncio.timeout(timeout.sock_connect):
            return await super()._create_connection(req, traces, timeout)

    def drop(self) -> None:
        """Use none of the open connections again; requests in progress are completed."""
        for each in self._made:
            each.mark_unusable()

    def leave(self) -> None:
        """As `drop`, and close those connections at once that have no request."""
        for each in self._made:
            each.mark_unusable()
            if each.is_idle:
                each.close()

    def abandon(self) -> None:
        """Give up the sockets in a forked child, without an effect on their peers or on the parent's event loop.

        Child and parent share the sockets and the selector of the loop. Each descriptor is replaced by the null device,
        so that nothing the child closes later belongs to the parent.
        """
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in self._made:
            sock: Any = None if each.transport is None else each.transport.get_extra_info("socket")
            if sock is not None and sock.fileno() >= 0:
                os.dup2(nothing, sock.fileno(), inheritable=False)
        os.close(nothing)


class _KeptOpen:
    """Replaces the transport of a connection while bytes are parsed: aiohttp closes it if the parser refuses them."""

    was_closed = False

    def __init__(self, transport: Any) -> None:
        self._transport = transport

    def close(self) -> None:
        self.was_closed = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class _FirstWrite:
    """Replaces the transport of a connection until the head of a request is written.

    That may be some turns of the loop later. If the request is late then, it is not sent. The head is sent in the
    encoding of HTTP/1.1.
    """

    def __init__(self, protocol: Connection, active: ActiveRequest) -> None:
        self._protocol = protocol
        self._sending = active
        self._transport: Any = protocol.transport

    def write(self, data: Any) -> None:
        active = self._sending
        if asyncio.get_running_loop().time() >= active.until:
            active.is_late = True
            raise NotSent("the deadline passed before it was sent")
        active.is_begun = True
        self._protocol.transport = self._transport
        if active.meanwhile is not None:
            # aiohttp may write the body in the next turn of the loop.
            loop = asyncio.get_running_loop()
            loop.call_soon(loop.call_soon, active.meanwhile)
        if active.is_latin1:
            head, blank, rest = bytes(data).partition(b"\r\n\r\n")
            data = head.decode().encode("latin-1") + blank + rest
        self._transport.write(data)

    def writelines(self, parts: Any) -> None:
        self.write(b"".join(parts))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

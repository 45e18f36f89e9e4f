"""Connections that carry one answer for one request: what comes unasked on one is never taken for an answer.

aiohttp keeps what arrives on an idle connection, and gives it to the next request as its answer. A connection here
reads one answer after a request, up to its last byte, and is not used again once anything else has come. Whatever could
not be noticed yet, because the program kept the event loop busy, is looked for before a request leaves.
"""

from __future__ import annotations

import asyncio
import os
import re
import select
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from weakref import WeakSet

import aiohttp
from aiohttp.client_proto import ResponseHandler

from xi.sdk.resellers._core.messages import NotSent, Unanswered

_SIZE = re.compile(rb"[0-9a-fA-F]{1,16}")
_BLANK_LINE = re.compile(rb"\n\r?\n")
_SEAM = 3
"""Bytes of the piece before that a blank line may begin in."""
_LENGTH = re.compile(rb"(?im)^content-length[ \t]*:[ \t]*(\S+)[ \t]*\r?\n")
_CHUNKED = re.compile(rb"(?im)^transfer-encoding[ \t]*:[^\r\n]*chunked")
_LONGEST_HEAD = 1 << 20
"""Bytes; the parser says what is wrong with a longer one."""
_FINAL = 200
_SWITCHED = 101
"""The one status below 200 that is the last answer on its connection."""


@dataclass(slots=True)
class ActiveRequest:
    """What is known of a request under way."""

    until: float
    """When it has to be answered, on the loop's clock; nothing is sent after that."""
    longest_idle: float
    """Seconds a connection may have been idle that it goes out on."""
    is_latin1: bool = False
    """Whether a header holds what HTTP/1.1 writes in Latin-1 and aiohttp would in UTF-8."""
    meanwhile: Callable[[], object] | None = None
    """What to do once the request has left, before its answer is read."""
    is_begun: bool = False
    """Whether any of it has left."""
    is_late: bool = False
    """Whether it was given up before it left, since its time was over."""
    answer: aiohttp.ClientResponse | None = None
    was_refused: str = ""
    """Why no connection could be made."""
    pieces: list[bytes] = field(default_factory=list[bytes])
    size: int = 0


current_request: ContextVar[ActiveRequest] = ContextVar("current_request")


def cause(error: Exception) -> str:
    """Return what is wrong in words that hold no secret."""
    if isinstance(error, aiohttp.ClientResponseError):
        # In its own words it would repeat the URL of the proxy, and so its password.
        return f"it was answered {error.status} {error.message}".rstrip()
    return str(error) or ("timed out" if isinstance(error, TimeoutError) else type(error).__name__)


class _Chunks:
    """Follows a body that comes in chunks, to know its last byte; what is wrong with it is for the parser to say."""

    def __init__(self) -> None:
        self._left = 0
        """Bytes of the present chunk that are still to come."""
        self._line = bytearray()
        self._is_behind_chunk = False
        self._is_last = False
        """Whether the chunk of no bytes came, so that a blank line ends the body."""
        self._is_broken = False

    def end(self, data: bytes, begin: int) -> int:
        """Return where the body ends, or what came of it."""
        at = begin
        while at < len(data) and not self._is_broken:
            if self._left:
                step = min(self._left, len(data) - at)
                self._left -= step
                at += step
                continue
            line_end = data.find(b"\n", at)
            self._line += data[at : len(data) if line_end < 0 else line_end]
            if line_end < 0:
                self._is_broken = len(self._line) > _LONGEST_HEAD
                break
            at = line_end + 1
            if self._ends_with(bytes(self._line).strip()):
                return at
            self._line.clear()
        return len(data)

    def _ends_with(self, line: bytes) -> bool:
        """Take in a line between chunks, and tell whether it ends the body."""
        if self._is_last:
            return not line
        if self._is_behind_chunk:
            self._is_behind_chunk, self._is_broken = False, bool(line)
            return False
        size = line.partition(b";")[0].strip()
        self._is_broken = _SIZE.fullmatch(size) is None
        self._left = 0 if self._is_broken else int(size, 16)
        self._is_last = not self._left
        self._is_behind_chunk = not self._is_last
        return False


class Connection(ResponseHandler):
    """Reads one answer after each request, and notices whatever else comes."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._clock = loop.time
        self._is_unusable = False
        self._is_over = True
        """Whether no answer is awaited: it is whole, or none was asked for yet."""
        self._was_used = False
        self._idle_since = 0.0
        self.stream: object = None
        """What would close the connection when it is not needed any more, such as the way through a proxy."""
        self._start_over()

    def _start_over(self) -> None:
        self._seam = b""
        self._head = bytearray()
        """What has come of a head that is not whole yet."""
        self._payload_read: aiohttp.StreamReader | None = None
        self._chunks: _Chunks | None = None
        self._left: int | None = None
        """Bytes of the body that are still to come, where the answer has counted them."""

    @property
    def should_close(self) -> bool:
        """Whether it is not to be used again."""
        return self._is_unusable or super().should_close

    def mark_unusable(self) -> None:
        """Let it not be used again."""
        self._is_unusable = True

    def is_fit(self, longest_idle: float) -> bool:
        """Tell whether a request may go out on it.

        Args:
            longest_idle: seconds it may have been idle.
        """
        if not self._was_used:
            return True
        if self.should_close or not self.is_connected() or self._clock() - self._idle_since > longest_idle:
            return False
        # What the loop had no time to read: the end of the connection, or an answer that nobody asked for.
        return not _is_readable(self.transport)

    def set_response_params(self, **arguments: Any) -> None:
        """Expect the answer to a request that is about to leave."""
        self._is_over = False
        self._was_used = True
        self._start_over()
        super().set_response_params(**arguments)

    def feed_data(self, data: Any, *size: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take in the head of an answer."""
        message, payload = data
        if message.code >= _FINAL or message.code == _SWITCHED:
            self._payload_read = payload
            # Whatever comes after a 101 is no HTTP.
            self._is_unusable = self._is_unusable or message.code == _SWITCHED
            self._chunks = _Chunks() if message.chunked else None
            counted = message.headers.get("Content-Length", "")
            self._left = int(counted) if counted.isdecimal() and not message.chunked else None
        super().feed_data(data, *size)

    def data_received(self, data: bytes) -> None:
        """Read on, but not beyond the end of the answer: the parser would drop a whole one for what follows it."""
        if not data:
            super().data_received(data)
            return
        begin = 0
        while begin < len(data) and not self._is_over:
            end = self._end_of_piece(data, begin)
            piece = data if end - begin == len(data) else data[begin:end]
            begin = end
            if self._payload_read is None:
                self._read_head(piece)
            else:
                super().data_received(piece)
                self._left = self._left if self._left is None else self._left - len(piece)
            if self.exception() is not None:
                self._fail_body()
                return
            if self._is_whole():
                self._is_over = True
                self._idle_since = self._clock()
        if begin < len(data):
            self._is_unusable = True

    def _read_head(self, piece: bytes) -> None:
        """Hand a head on once it is whole, with what servers write twice in it written once."""
        self._head += piece
        seam = max(len(self._head) - len(piece) - _SEAM, 0)
        if _BLANK_LINE.search(self._head, seam) or len(self._head) > _LONGEST_HEAD:
            head, self._head = bytes(self._head), bytearray()
            super().data_received(_with_one_length(head))

    def _fail_body(self) -> None:
        """Let whoever reads the body know that no more of it will come; aiohttp tells it only who awaits a head."""
        error, payload = self.exception(), self._payload_read
        if error is not None and payload is not None and not payload.is_eof() and payload.exception() is None:
            payload.set_exception(aiohttp.ClientPayloadError(f"its body is not what its head says: {error}"))

    def _end_of_piece(self, data: bytes, begin: int) -> int:
        """Return where a piece ends that can be read before the answer may have ended."""
        if self._payload_read is None:
            return self._behind_blank_line(data, begin)
        if self._left is not None:
            return min(len(data), begin + self._left)
        # Without chunks it ends with the connection.
        return len(data) if self._chunks is None else self._chunks.end(data, begin)

    def _behind_blank_line(self, data: bytes, begin: int) -> int:
        """Return where a head ends, or what came; its end may have begun in the piece before."""
        across = _BLANK_LINE.search(self._seam + data[begin : begin + _SEAM])
        if across is not None:
            end = begin + across.end() - len(self._seam)
        else:
            found = _BLANK_LINE.search(data, begin)
            across, end = found, len(data) if found is None else found.end()
        self._seam = b"" if across is not None else (self._seam + data[max(begin, end - _SEAM) : end])[-_SEAM:]
        return end

    def _is_whole(self) -> bool:
        payload = self._payload_read
        return payload is not None and (self._left == 0 or payload.is_eof())


def _with_one_length(head: bytes) -> bytes:
    """Return a head that says its length once, where it says the same twice or comes in chunks besides.

    Contradictions stay, for the parser to refuse.
    """
    lengths = _LENGTH.findall(head)
    if not lengths or (len(lengths) == 1 and not _CHUNKED.search(head)):
        return head
    if _CHUNKED.search(head):
        return _LENGTH.sub(b"", head)
    return _LENGTH.sub(b"", head, count=len(lengths) - 1) if len(set(lengths)) == 1 else head


def _is_readable(transport: asyncio.BaseTransport | None) -> bool:
    """Whether the system holds anything for a connection that was not read yet."""
    sock: Any = None if transport is None else transport.get_extra_info("socket")
    if sock is None or sock.fileno() < 0:
        return True
    if not hasattr(select, "poll"):  # on Windows
        return bool(select.select([sock], [], [], 0)[0])
    looking = select.poll()
    looking.register(sock, select.POLLIN | select.POLLPRI)
    return bool(looking.poll(0))


class Connector(aiohttp.BaseConnector):
    """Gives each request a connection that is fit for it, once: aiohttp would send some requests again."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._made: WeakSet[Connection] = WeakSet()
        # No public way to choose the class; `connect` makes sure that it was heeded.
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
                active.was_refused = cause(error)  # aiohttp would try once more, on its own account
                raise
            protocol: Any = found.protocol
            if not isinstance(protocol, Connection):
                found.close()
                raise NotSent(f"aiohttp {aiohttp.__version__} is not supported; install another version of it")
            if protocol.is_fit(active.longest_idle):
                break
            found.close()
        protocol.transport = _FirstWrite(protocol, active)  # type: ignore[assignment]  # it stands in for one
        return found

    async def _create_connection(self, req: Any, traces: Any, timeout: Any) -> Any:  # noqa: ASYNC109 - aiohttp's name
        # aiohttp bounds each step on the way, but not how long a proxy takes to say whether it opens a tunnel.
        async with asyncio.timeout(timeout.sock_connect):
            return await super()._create_connection(req, traces, timeout)

    def drop(self) -> None:
        """Let none of the connections that are open now be used again; those in use finish what they do."""
        for each in self._made:
            each.mark_unusable()

    def abandon(self) -> None:
        """Let go of the sockets in a forked child, without a word to their peers or to the parent's event loop.

        Child and parent share the sockets and what the loop waits with. Each descriptor is pointed at nothing, so that
        whatever the child closes later is not the parent's.
        """
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in self._made:
            sock: Any = None if each.transport is None else each.transport.get_extra_info("socket")
            if sock is not None and sock.fileno() >= 0:
                os.dup2(nothing, sock.fileno(), inheritable=False)
        os.close(nothing)


class _FirstWrite:
    """Stands in for a connection's transport until the head of a request leaves.

    That may be some turns of the loop later. Nothing leaves that is late by then, and the head leaves in the encoding
    of HTTP/1.1.
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
            # aiohttp may write the body in a turn of the loop of its own, which is the next one.
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

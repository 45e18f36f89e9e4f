"""Reads responses within limits of time and size, and keeps the received part of a broken one."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from contextvars import ContextVar
from http.client import HTTPException, HTTPResponse, IncompleteRead
from io import BufferedReader, BytesIO, RawIOBase
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers._records import dataclass
from xi.sdk.resellers._transport.heads import MOST_INTERIM, TOO_MANY_INTERIM, mended
from xi.sdk.resellers._transport.refused import KEPT, REST_S
from xi.sdk.resellers._transport.urllib3_common import seconds

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from socket import SocketIO

_PIECE = 1 << 18
_ENDS = (b"\r\n", b"\n")
_LINES_AT_ONCE = 10
_LENGTH = re.compile("[0-9]{1,18}")
"""Python makes no number of several thousand digits."""
_MOST_LINES = 100
"""Lines of a head that Python reads."""
_INTERIM = frozenset(range(102, 200))
"""Statuses that are followed by another response. Python itself skips 100; after 101 the connection is not HTTP."""


class BodyTooLarge(Exception):  # noqa: N818 - it is caught in this package, and is not an error for callers
    """The body of a response is larger than the limit."""

    def __init__(self, answer: BoundedResponse) -> None:
        super().__init__()
        self.answer = answer


@dataclass(slots=True)
class RequestState:
    """What the transport and its connections share about one request, since urllib3 does not pass it on."""

    until: float = float("inf")
    """The latest moment for the end of the response, on the monotonic clock."""
    limit: int = 1 << 62
    """The most bytes of its body."""
    longest_idle: float = float("inf")
    """How long the connection may have been idle, in seconds."""
    silence: float = float("inf")
    """How long a write may wait for the other side, in seconds."""
    meanwhile: Callable[[], object] | None = None
    """Called once the request is sent, before its response is read."""
    has_left: bool = False
    """Whether a byte of the request may have been sent."""
    answer: BoundedResponse | None = None
    """The response that is being read, or that broke off."""


request_state: ContextVar[RequestState] = ContextVar("request_state")
"""The request that is out in this context.

One object per request, not per thread: a signal handler, a finalizer or `meanwhile` may make a call of its own on the
thread of a request that is out, and that call must not change what is known of the request.
"""


def current_state() -> RequestState:
    """Return the state of the request that is out; one without limits if a connection is used without a request."""
    return request_state.get(None) or RequestState()


class _DeadlineReader(RawIOBase):
    """Reads from a socket until a deadline: a timeout between two reads would not stop a server that sends slowly."""

    def __init__(self, raw: SocketIO, sock: socket.socket, until: float) -> None:
        self._raw = raw
        self._sock = sock
        self._until = until
        self.is_done = False
        """Whether nothing more is to be read."""
        self.first = bytearray()
        """The first bytes that were received."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        if self.is_done:
            return 0
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        limit = self._sock.gettimeout()
        if limit is None or left < limit:
            self._sock.settimeout(seconds(left))
        size = self._raw.readinto(buffer)
        if size and len(self.first) < KEPT:
            self.first += memoryview(buffer)[: min(size, KEPT - len(self.first))]
        return size

    def receive_rest(self) -> None:
        """Receive for a moment what follows in an answer that is refused, and read none of it."""
        until = min(self._until, time.monotonic() + REST_S)
        with suppress(OSError, ValueError):
            while len(self.first) < KEPT and (left := until - time.monotonic()) > 0:
                self._sock.settimeout(left)
                piece = self._sock.recv(KEPT - len(self.first))
                if not piece:
                    break
                self.first += piece

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Buffer(BufferedReader):
    """Remembers whether it contained unread bytes when it was closed."""

    had_more = False

    def __init__(self, raw: _DeadlineReader) -> None:
        super().__init__(raw)
        self._until = raw

    @property
    def first(self) -> bytes:
        """The first bytes that were received."""
        return bytes(self._until.first)

    def receive_rest(self) -> None:
        """Receive for a moment what follows in an answer that is refused."""
        self._until.receive_rest()

    def close(self) -> None:
        if not self.closed:
            self._until.is_done = True
            self.had_more = bool(self.peek(1))
        super().close()


class _HeadLines:
    """Reads the lines of a head and of interim ones before it, and remembers the last one.

    Python refuses more than a hundred lines of headers. To lose a placed order for that would be wrong, so several
    headers are passed to Python as one line.
    """

    last = b""

    def __init__(self, fp: BufferedReader) -> None:
        self._fp = fp
        self._is_status = True
        self._heads = 0
        """How many heads have begun."""
        self._is_cut = False
        """Whether the last piece ended within a line, which is too long."""
        self._ahead: bytes | None = None

    def readline(self, size: int) -> bytes:
        if self._is_status:
            self._heads += 1
            if self._heads > MOST_INTERIM + 1:
                raise HTTPException(TOO_MANY_INTERIM)
        while True:
            line, self._ahead = self._fp.readline(size) if self._ahead is None else self._ahead, None
            if line and not self._is_status and line not in _ENDS:
                line = self._several(line, size)
                if not line:
                    continue  # none of them was a header
            self._is_status = line in _ENDS
            self.last = line
            return line

    def _several(self, line: bytes, size: int) -> bytes:
        """Return a line with some that follow it, without those that are no header."""
        found = [line]
        while len(found) < _LINES_AT_ONCE and sum(map(len, found)) < size // 2 and line.endswith(b"\n"):
            line = self._fp.readline(size // 2)
            if not line or line in _ENDS:
                self._ahead = line
                break
            found.append(line)
        lines = b"".join(found)
        is_begin, self._is_cut = not self._is_cut, not lines.endswith(b"\n")
        return mended(b"\n" + lines)[1:] if is_begin and not self._is_cut else lines

    def close(self) -> None:
        self._fp.close()


class BoundedResponse(HTTPResponse):
    """A response that records whether its head was complete, and which part of its body was received.

    The pool of urllib3 uses it in place of its own class, which would cost a tenth of a call.
    """

    head_is_whole = False
    data = b""
    """The body, as received."""
    was_measured = False
    length_remaining = 0
    version_string = "HTTP"
    """Both are for a line that the pool logs."""

    def __init__(self, sock: socket.socket, *arguments: Any, **settings: Any) -> None:
        super().__init__(sock, *arguments, **settings)
        self._buffer: _Buffer | None = None
        given: Any = self.fp
        if isinstance(given, BufferedReader):  # the socket of a test may give another type
            raw = cast("SocketIO", given.detach())
            self.fp = self._buffer = _Buffer(_DeadlineReader(raw, sock, current_state().until))
        self._first = b""
        self._all = bytearray()

    @property
    def came(self) -> bytes:
        """The received part of the body."""
        return bytes(self._all) if self._all else self._first

    @property
    def received(self) -> bytes:
        """The first bytes that were received, from the status line on."""
        return b"" if self._buffer is None else self._buffer.first

    @property
    def had_more(self) -> bool:
        """Whether more bytes arrived than the response that was read; they belong to no request."""
        return self._buffer is not None and self._buffer.had_more

    @property
    def is_measured(self) -> bool:
        """Whether the head says where the body ends; to be read before the body."""
        return self.length is not None or bool(self.chunked)

    def begin(self) -> None:
        """Read the head, and any interim responses before it; one that is refused is received all the same."""
        current_state().answer = self
        try:
            self._begin()
        except HTTPException:
            if self._buffer is not None:
                self._buffer.receive_rest()
            self.close()
            raise

    def _begin(self) -> None:
        here = b"" if self._buffer is None else self._buffer.peek(1)
        end = here.find(b"\r\n\r\n")
        if end > 0 and not here.startswith(b"HTTP/1.1 1") and here.count(b"\n", 0, end) < _MOST_LINES:
            super().begin()
            if self.headers.defects:  # Python takes what follows an odd line for the body
                self._begin_from(mended(here[: end + 4]))
            self.head_is_whole = True
            self._check_head()
            return
        # Python takes a connection that closes within a head for the end of a whole one.
        fp = self.fp
        lines = _HeadLines(fp)
        self.fp = cast("BufferedReader", lines)
        try:
            super().begin()
            while self.status in _INTERIM:
                self.headers = None  # type: ignore[assignment]  # otherwise `begin` reads nothing
                super().begin()
        finally:
            if self.fp is lines:  # type: ignore[comparison-overlap]  # it was put there above
                self.fp = fp
        self.head_is_whole = lines.last in _ENDS
        self._check_head()

    def _begin_from(self, head: bytes) -> None:
        """Read a head once more, from its text."""
        fp, self.fp = self.fp, cast("BufferedReader", BytesIO(head))
        self.headers = None  # type: ignore[assignment]  # otherwise `begin` reads nothing
        try:
            super().begin()
        finally:
            self.fp = fp

    def _check_head(self) -> None:
        """Refuse a response with contradictory lengths: what arrived may be half of a response, or two responses."""
        # http.client looks at the first line alone; lines of the same header are one list.
        if not self.will_close:
            self.will_close = any("close" in line.lower() for line in self.headers.get_all("Connection", ()))
        if self.length is None and not self.chunked:
            # http.client knows one coding alone. Whatever else a body went through, chunks come last (RFC 9112, 6.1).
            codings = ",".join(self.headers.get_all("Transfer-Encoding", ())).split(",")
            if codings[-1].strip().lower() == "chunked":
                self.chunked = True
                self.chunk_left = None
                self.will_close = True
        if self.chunked:
            return
        said = {each.strip() for line in self.headers.get_all("Content-Length", ()) for each in line.split(",")}
        if len(said) > 1 or not all(map(_LENGTH.fullmatch, said)):
            raise HTTPException("it does not say in one way how long it is")
        if said:
            self.length = 0 if self.length == 0 else int(said.pop())

    def read(self, amt: int | None = None) -> bytes:
        """Read the body piece by piece, and keep the pieces if it breaks off.

        Raises:
            IncompleteRead: the connection was closed before the body was complete.
            BodyTooLarge: the body has more bytes than the limit.
        """
        if amt is not None:
            return super().read(amt)
        limit = current_state().limit
        while piece := self._next_piece():
            # Nearly every body has one piece, which is not copied; a body may also have millions.
            if self._all:
                self._all += piece
            elif self._first:
                self._all += self._first
                self._all += piece
            else:
                self._first = piece
            if max(len(self._all), len(self._first)) > limit:
                raise BodyTooLarge(self)
        whole = self.came
        if self.length:
            self.close()
            raise IncompleteRead(whole, self.length)
        super().read()  # nothing is left; this releases the connection
        return whole

    def _next_piece(self) -> bytes:
        try:
            return self.read1(_PIECE)
        except HTTPException:
            if self._buffer is not None:
                self._buffer.receive_rest()
            raise

"""Reads responses within limits of time and size, and keeps the received part of a broken one."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from contextvars import ContextVar
from http.client import HTTPException, HTTPResponse, IncompleteRead, LineTooLong
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, cast

from xi.sdk.resellers._records import dataclass
from xi.sdk.resellers._transport.chunks import chunk_size
from xi.sdk.resellers._transport.heads import (
    BLANK_LINE,
    LONGEST_HEAD,
    LONGEST_LINE,
    MOST_INTERIM,
    TOO_MANY_INTERIM,
    WITHOUT_BODY,
    UnreadableHead,
    is_interim,
    may_go_on,
    mended,
    status_line,
)
from xi.sdk.resellers._transport.refused import KEPT, REST_S
from xi.sdk.resellers._transport.urllib3_common import seconds

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from socket import SocketIO

_PIECE = 1 << 18
_ENDS = (b"\r\n", b"\n")
_LENGTH = re.compile("[0-9]{1,18}")
"""Python makes no number of several thousand digits."""


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


class _Head:
    """Passes a head to Python: the status line, the headers in pieces of many lines, the blank line.

    Python reads a hundred lines of headers at most. To lose a placed order for that would be wrong.
    """

    def __init__(self, head: bytes) -> None:
        self._head = head
        self._at = 0
        self._fields_end = len(head) - (2 if head.endswith(b"\r\n") else 1)

    def readline(self, size: int) -> bytes:
        head, at = self._head, self._at
        if not at:
            end = head.find(b"\n") + 1
        elif at < self._fields_end < at + size:
            end = self._fields_end
        elif at < self._fields_end:
            end = head.rfind(b"\n", at, at + size - 1) + 1 or at + size  # Python refuses a line that is too long
        else:
            end = len(head)
        self._at = end
        return head[at:end]

    def close(self) -> None:
        """Do nothing: the response closes its connection."""


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

    if TYPE_CHECKING:  # names of Python that its stubs leave out

        def _close_conn(self) -> None: ...
        def _read_and_discard_trailer(self) -> None: ...

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
        try:
            for _ in range(MOST_INTERIM + 1):
                head = mended(read) if (read := self._read_head()) else b""
                if not is_interim(head):
                    break
            else:
                raise HTTPException(TOO_MANY_INTERIM)
        except UnreadableHead as error:
            raise HTTPException(str(error)) from None
        fp, self.fp = self.fp, cast("BufferedReader", _Head(head))
        try:
            super().begin()
        finally:
            self.fp = fp
        self.head_is_whole = True
        self._check_head()

    def _read_head(self) -> bytes:
        """Return a head with its blank line, or as much as shows that it is too long; nothing if nothing comes.

        Python takes a connection that closes within a head for the end of a whole one, so half of a 204 would say that
        nothing was found, and half of a 429 that nothing was done.
        """
        here = b"" if self._buffer is None else self._buffer.peek(1)
        if (blank := BLANK_LINE.search(here)) is not None:
            return self.fp.read(blank.end())
        lines: list[bytes] = []
        left = LONGEST_HEAD
        while left >= 0 and not (lines and lines[-1] in _ENDS):
            line = self.fp.readline(LONGEST_LINE + 1)
            if len(line) > LONGEST_LINE:
                raise LineTooLong("header line")
            if not line and not lines:
                return b""
            if not line.endswith(b"\n"):
                raise HTTPException("it broke off within its headers")
            if not lines:
                status_line(line)  # what speaks another protocol may wait for us after its first line
            lines.append(line)
            left -= len(line)
        return b"".join(lines)

    def _check_head(self) -> None:
        """Refuse a response with contradictory lengths: what arrived may be half of a response, or two responses."""
        # http.client looks at the first line alone; lines of the same header are one list.
        if not self.will_close:
            self.will_close = any("close" in line.lower() for line in self.headers.get_all("Connection", ()))
        if self.status in WITHOUT_BODY:
            self.chunked, self.length = False, 0  # http.client would read chunks, also where none follow
            # What follows all the same may come only when the next request is out.
            self.will_close = self.will_close or may_go_on(self.status, self.headers)
        elif not self.chunked:
            # http.client knows one coding alone. Whatever else a body went through, chunks come last (RFC 9112, 6.1),
            # and count more than a length.
            listed = ",".join(self.headers.get_all("Transfer-Encoding", ())).split(",")
            codings = [each.strip().lower() for each in listed]
            if codings[-1] == "chunked":
                self.chunked = True
                self.chunk_left = self.length = None
                self.will_close = True
            elif "Content-Length" in self.headers and not {"", "identity"}.issuperset(codings):
                raise HTTPException("it has a length, and a coding whose length is another one")
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

    def _get_chunk_left(self) -> int | None:
        """Return how much is left of a chunk, or begin the next one; None at the end of the body.

        Python takes any two bytes for the end of a chunk, and for a size all that `int` takes, also a line that is cut
        off: what breaks off after the `0` of `0A3` would be whole.
        """
        if self.chunk_left:
            return self.chunk_left
        size: int | None = None
        if self.chunk_left is None or self.fp.readline(LONGEST_LINE) in _ENDS:
            size = chunk_size(self.fp.readline(LONGEST_LINE))
        if size is None:
            self._close_conn()
            raise IncompleteRead(b"")
        if not size:
            self._read_and_discard_trailer()
            self._close_conn()
        self.chunk_left = size or None
        return self.chunk_left

    def _next_piece(self) -> bytes:
        try:
            return self.read1(_PIECE)
        except HTTPException:
            if self._buffer is not None:
                self._buffer.receive_rest()
            raise

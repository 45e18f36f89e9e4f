"""Bounds the time a whole answer may take; a limit between two reads never strikes while bytes trickle in."""

from __future__ import annotations

import time
from http.client import HTTPResponse
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import socket
    from socket import SocketIO


class _Until(RawIOBase):
    """Reads from a socket until a moment, and not a byte later."""

    def __init__(self, raw: SocketIO, sock: socket.socket, until: float) -> None:
        self._raw = raw
        self._sock = sock
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        limit = self._sock.gettimeout()
        if limit is None or left < limit:
            self._sock.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class BoundedResponse(HTTPResponse):
    """An answer that has to be whole by a moment of the monotonic clock."""

    def __init__(self, sock: socket.socket, *arguments: Any, until: float, **settings: Any) -> None:
        super().__init__(sock, *arguments, **settings)
        raw = cast("SocketIO", self.fp.detach())
        self.fp = BufferedReader(_Until(raw, sock, until))

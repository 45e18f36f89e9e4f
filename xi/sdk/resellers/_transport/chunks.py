"""Where a body in chunks ends."""

from __future__ import annotations

import re

from xi.sdk.resellers._transport.heads import LONGEST_HEAD

_SIZE = re.compile(rb"[ \t]*0*([0-9a-fA-F]{1,16})[ \t]*(?:;[^\n]*)?\r?\n")


def chunk_size(line: bytes) -> int | None:
    """Return the size that a line states; None if it states none, or is cut off: `0` may be the beginning of `0A3`."""
    found = _SIZE.fullmatch(line)
    return None if found is None else int(found[1], 16)


class Chunks:
    """Finds the last byte of a chunked body; the parser reports what is wrong with the body."""

    def __init__(self) -> None:
        self._left = 0
        """Bytes of the current chunk that have not arrived."""
        self._line = bytearray()
        self._is_behind_chunk = False
        self.is_last = False
        """Whether the empty chunk has arrived, so that a blank line ends the body."""
        self.is_over = False
        """Whether that blank line has arrived."""
        self.trailers_at: int | None = None
        """Where in the data that were looked at last the trailers begin, which the parser does not get."""
        self.is_broken = False
        """Whether what comes now is no chunk."""

    def end(self, data: bytes, begin: int) -> int:
        """Return the index where the body ends, or the length of the data if it goes on."""
        at = begin
        self.trailers_at = begin if self.is_last else None
        while at < len(data) and not self.is_broken:
            if self._left:
                step = min(self._left, len(data) - at)
                self._left -= step
                at += step
                continue
            line_end = data.find(b"\n", at)
            self._line += data[at : len(data) if line_end < 0 else line_end]
            if line_end < 0:
                self.is_broken = len(self._line) > LONGEST_HEAD
                break
            start, at = at, line_end + 1
            self.is_over = self._ends_with(bytes(self._line))
            if self.is_over:
                return at
            if self.is_broken and start > begin:
                return start  # what stands before it is good, and the parser would drop it with the rest
            if self.is_last and self.trailers_at is None:
                self.trailers_at = at
            self._line.clear()
        return len(data)

    def _ends_with(self, line: bytes) -> bool:
        """Read a line between chunks; return whether it ends the body."""
        if self.is_last:
            return not line.strip()
        if self._is_behind_chunk:
            self._is_behind_chunk, self.is_broken = False, bool(line.strip())
            return False
        size = chunk_size(line + b"\n")
        self.is_broken = size is None
        self._left = size or 0
        self.is_last = not (self._left or self.is_broken)
        self._is_behind_chunk = self._left > 0
        return False

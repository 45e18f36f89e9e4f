"""Keeps the idle connections of a pool of urllib3, without a lock."""

from __future__ import annotations

import time
from collections import deque
from queue import Empty, Full
from typing import Any

_LOOK_AGAIN_S = 0.01


class ConnectionStack:
    """Does what urllib3 uses of `queue.LifoQueue`.

    That one holds a lock while it runs Python code. A time limit or Ctrl-C that strikes there leaves the lock taken,
    and a call that a signal handler or a finalizer makes there waits for its own thread: the next call hung for ever.
    Here each step is one of a deque, which nothing interrupts.

    Args:
        maxsize: how many connections it keeps; 0 for any number. Threads that put at the same moment may exceed it by
            a few.
    """

    def __init__(self, maxsize: int = 0) -> None:
        self._kept: deque[Any] = deque()
        self._maxsize = maxsize

    def qsize(self) -> int:
        """Return how many connections it has."""
        return len(self._kept)

    def put(self, connection: Any, block: bool = True, timeout: float | None = None) -> None:
        """Keep a connection, or None for one that is still to be opened.

        Args:
            connection: to keep.
            block: whether to wait for a place.
            timeout: seconds to wait; None for no limit.

        Raises:
            Full: there is no place.
        """
        until = _end(block, timeout)
        while 0 < self._maxsize <= len(self._kept):
            if time.monotonic() >= until:
                raise Full
            time.sleep(_LOOK_AGAIN_S)
        self._kept.append(connection)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Return the connection that was put last.

        Args:
            block: whether to wait for one.
            timeout: seconds to wait; None for no limit.

        Raises:
            Empty: there is none.
        """
        until = _end(block, timeout)
        while True:
            try:
                return self._kept.pop()
            except IndexError:
                if time.monotonic() >= until:
                    raise Empty from None
            time.sleep(_LOOK_AGAIN_S)


def _end(block: bool, timeout: float | None) -> float:
    """Return the moment at which a wait ends."""
    if not block:
        return 0.0
    return float("inf") if timeout is None else time.monotonic() + timeout

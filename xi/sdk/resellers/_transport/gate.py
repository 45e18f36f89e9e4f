"""Lets one flow at a time through, across the threads and the event loops of a process."""

from __future__ import annotations

import os
from concurrent.futures import Future
from threading import Lock


class PassingGate:
    """A gate for threads and tasks alike. After a fork the child finds it open: whoever was inside is in the parent."""

    def __init__(self) -> None:
        self._reset()

    def _reset(self) -> None:
        self._process = os.getpid()
        self._lock = Lock()
        self._inside: Future[None] | None = None

    def enter(self) -> Future[None] | None:
        """Pass, and get None; or get what is done when the one inside has left."""
        if self._process != os.getpid():
            self._reset()
        with self._lock:
            if self._inside is None:
                self._inside = Future()
                return None
            return self._inside

    def leave(self) -> None:
        """Let those who wait look again."""
        with self._lock:
            left, self._inside = self._inside, None
        if left is not None:
            left.set_result(None)

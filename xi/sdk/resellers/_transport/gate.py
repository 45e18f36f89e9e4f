"""Lets one flow at a time through, across the threads and the event loops of a process."""

from __future__ import annotations

import os
from concurrent.futures import Future
from threading import Lock
from weakref import WeakSet


class PassingGate:
    """A gate for threads and tasks alike. After a fork the child finds it open: whoever was inside is in the parent."""

    def __init__(self) -> None:
        self.reopen()
        _gates.add(self)

    def reopen(self) -> None:
        """Forget who is inside; for a process that has just been forked, in which nothing else runs yet."""
        self._lock = Lock()
        self._inside: Future[None] | None = None

    def enter(self) -> Future[None] | None:
        """Pass, and get None; or get what is done when the one inside has left."""
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


_gates: WeakSet[PassingGate] = WeakSet()


def _after_fork() -> None:
    for gate in _gates:
        gate.reopen()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)

"""Keeps Ctrl-C from breaking into work in the middle: a lock could stay held for ever, or what was done be forgotten.

Python raises KeyboardInterrupt between any two instructions of the main thread: also after a lock or a transaction was
taken, and before the block that gives it back has begun. So such work is done in `Held`, and waits in `Held.opened`.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType, TracebackType
from typing import Final, Self, TypeVar

T = TypeVar("T")


class _Asked:
    """What is known of Ctrl-C. Only the main thread uses it."""

    def __init__(self) -> None:
        self.holder: int | None = None
        """The main thread, while it is in a block."""
        self.is_open = True
        """Whether Ctrl-C is raised at once."""
        self.is_pending = False
        """Whether there was one that is not raised yet."""
        self.wake: Callable[[], object] | None = None
        """Ends the wait that the main thread is in."""


_asked: Final = _Asked()


class Held:
    """A block that Ctrl-C does not break into: it is raised at the end of the block, and a second one at once.

    It is so in the main thread, while Ctrl-C raises KeyboardInterrupt. In another thread, or in a program that has a
    handler of its own, it does nothing. Blocks can be in one another.

    Args:
        wake: called in the signal handler, to end a wait in the block. It must neither wait nor take a lock.
    """

    def __init__(self, wake: Callable[[], object] | None = None) -> None:
        self._wake = wake
        self._is_on = False
        self._is_first = False
        self._was_open = True
        self._woke: Callable[[], object] | None = None

    def __enter__(self) -> Self:
        thread = threading.get_ident()
        if thread == _asked.holder:
            self._was_open, self._woke = _asked.is_open, _asked.wake
            _asked.is_open, _asked.wake, self._is_on = False, self._wake, True
        elif thread == threading.main_thread().ident and signal.getsignal(signal.SIGINT) in _OURS:
            # All is set before: the handler can be called at once.
            _asked.is_open, _asked.is_pending, _asked.wake = False, False, self._wake
            self._is_on = self._is_first = True
            _asked.holder = thread
            try:
                signal.signal(signal.SIGINT, _handle)
            except BaseException as error:
                _asked.holder = None
                self._is_on = self._is_first = False
                if not isinstance(error, ValueError):  # it is for the main thread of another interpreter
                    raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if not self._is_on:
            return
        self._is_on = False
        if self._is_first:
            _asked.holder = None
            handler = signal.signal(signal.SIGINT, signal.default_int_handler)
            if handler is not _handle:  # the program has set one of its own in the block
                signal.signal(signal.SIGINT, handler)
        _asked.wake, _asked.is_open = self._woke, self._was_open
        if self._was_open:
            _raise()

    @property
    def is_pending(self) -> bool:
        """Whether there was a Ctrl-C that is not raised yet."""
        return self._is_on and _asked.is_pending

    def check(self) -> None:
        """Raise the Ctrl-C that there was.

        Raises:
            KeyboardInterrupt: there was one.
        """
        if self._is_on:
            _raise()

    def take(self) -> bool:
        """Return whether there was a Ctrl-C; the caller raises it later."""
        was_pending = self.is_pending
        if was_pending:
            _asked.is_pending = False
        return was_pending

    @contextmanager
    def opened(self) -> Generator[None]:
        """Let Ctrl-C break into a part of the block, such as a wait."""
        if not self._is_on:
            yield
            return
        _asked.is_open = True
        try:
            yield
        finally:
            _asked.is_open = False


class Whole(AbstractContextManager[T]):
    """Enters and leaves a context manager without a break by Ctrl-C. What is done in its block can be broken off.

    Args:
        inner: the context manager.
    """

    def __init__(self, inner: AbstractContextManager[T]) -> None:
        self._inner = inner

    def __enter__(self) -> T:
        with Held():
            return self._inner.__enter__()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        with Held():
            return self._inner.__exit__(kind, error, traceback)


def _handle(_number: int, _frame: FrameType | None) -> None:
    if _asked.holder != threading.get_ident() or _asked.is_open or _asked.is_pending:
        _asked.is_pending = False
        raise KeyboardInterrupt
    _asked.is_pending = True
    if _asked.wake is not None:
        _asked.wake()


def _raise() -> None:
    if _asked.is_pending:
        _asked.is_pending = False
        raise KeyboardInterrupt


_OURS: Final = (signal.default_int_handler, _handle)
"""Python's own handler; and the one of a block that a second Ctrl-C has ended, or that a fork has left."""

"""A line on stderr about work that goes on: one that changes in a terminal, one now and then elsewhere."""

from __future__ import annotations

import signal
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from types import FrameType

    from xi.sdk.resellers.cli.session import Session

_EVERY_S: Final = 60.0
"""How often a line is written where nobody can watch one that changes."""


class LiveLine(ABC):
    """A line about how far the work is. SIGUSR1, or SIGINFO, writes it at once.

    Args:
        session: the command.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._way = session.progress
        self._told: object = None
        self._told_at = time.monotonic()
        self._before: Any = None

    @abstractmethod
    def text(self) -> str:
        """Return how far the work is now."""

    def __enter__(self) -> Self:
        """Answer the signal with the line."""
        number = getattr(signal, "SIGINFO", getattr(signal, "SIGUSR1", None))
        if number is not None:
            with suppress(ValueError):  # not the main thread
                self._before = number, signal.signal(number, self._asked)
        return self

    def __exit__(self, *_exception: object) -> None:
        self.clear()
        if self._before is not None:
            signal.signal(*self._before)

    def _asked(self, _number: int, _frame: FrameType | None) -> None:
        self._session.warn(self.text())

    def show(self, state: object, *, at_once: bool) -> None:
        """Show the line, in the way of the command.

        Args:
            state: what is the same as long as there is nothing new to tell where nobody watches.
            at_once: whether it is told there now, and not after a while.
        """
        if self._way == "bar":
            width = max(self._session.width - 1, 20)
            self._session.messages.draw(self.text()[:width])
        elif self._way == "lines":
            now = time.monotonic()
            if at_once or (now - self._told_at >= _EVERY_S and state != self._told):
                self._told, self._told_at = state, now
                self._session.say(f"{time.strftime('%H:%M')} {self.text()}")

    def clear(self) -> None:
        """Remove the line that changes, so that another text can stand there."""
        self._session.messages.clear()

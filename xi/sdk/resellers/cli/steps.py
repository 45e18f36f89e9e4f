"""Shows on stderr how far a long reading is: a line that changes in a terminal, lines now and then elsewhere."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from types import FrameType

    from xi.sdk.resellers.cli.session import Session

_EVERY_S: Final = 60.0
"""How often a line is written where nobody can watch one that changes."""
_NAMED_S: Final = 1.0
"""A wait that is longer is told at once."""


class Steps:
    """How far a reading is, on stderr. SIGUSR1, or SIGINFO, writes a line at once.

    Args:
        session: the command.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._way = session.progress
        self._is_drawn = False
        self._last = "nothing is read yet"
        self._told_at = time.monotonic()
        self._told = ""
        self._before: Any = None

    def __enter__(self) -> Self:
        """Answer the signal with a line."""
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
        self.clear()
        self._session.warn(self._last)

    def __call__(self, text: str, *, wait: float = 0.0) -> None:
        """Show it.

        Args:
            text: how far it is.
            wait: the seconds until it goes on.
        """
        self._last = f"{text} · waits {wait:.0f} s" if wait > _NAMED_S else text
        if self._way == "bar":
            width = max(self._session.width - 1, 20)
            self._session.stderr.write(f"\r\x1b[K{self._last[:width]}")
            self._session.stderr.flush()
            self._is_drawn = True
        elif self._way == "lines":
            self._tell(is_wait=wait > _NAMED_S)

    def _tell(self, *, is_wait: bool) -> None:
        now = time.monotonic()
        if is_wait or (now - self._told_at >= _EVERY_S and self._last != self._told):
            self._told, self._told_at = self._last, now
            self._session.say(f"{time.strftime('%H:%M')} {self._last}")

    def clear(self) -> None:
        """Remove the line that changes, so that another text can stand there."""
        if self._is_drawn:
            self._session.stderr.write("\r\x1b[K")
            self._session.stderr.flush()
            self._is_drawn = False

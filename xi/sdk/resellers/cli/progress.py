"""Shows on stderr how far a run is: a line that changes in a terminal, lines now and then elsewhere."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

if TYPE_CHECKING:
    from types import FrameType

    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import Progress

_EVERY_S: Final = 60.0
"""How often a line is written where nobody can watch one that changes."""


class Shown:
    """How far a run is, on stderr.

    Args:
        session: the command.
        total: how many orders there are; None if that is not known.
    """

    def __init__(self, session: Session, total: int | None) -> None:
        self._session = session
        self._total = total
        self._way = session.progress
        self._is_drawn = False
        self._last: Progress | None = None
        self._told: Any = None
        self._told_at = time.monotonic()
        self._waits: str | None = None
        self._before: Any = None

    def __enter__(self) -> Self:
        """Answer SIGUSR1, or SIGINFO, with a line."""
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
        self._session.warn("nothing is begun yet" if self._last is None else self.line(self._last))

    def __call__(self, progress: Progress) -> None:
        """Show it.

        Args:
            progress: how far the run is.
        """
        self._last = progress
        if self._way == "bar":
            self._draw(progress)
        elif self._way == "lines":
            self._tell(progress)

    def clear(self) -> None:
        """Remove the line that changes, so that another text can stand there."""
        if self._is_drawn:
            self._session.stderr.write("\r\x1b[K")
            self._session.stderr.flush()
            self._is_drawn = False

    def _draw(self, progress: Progress) -> None:
        width = max(self._session.width - 1, 20)
        self._session.stderr.write(f"\r\x1b[K{self.line(progress)[:width]}")
        self._session.stderr.flush()
        self._is_drawn = True

    def _tell(self, progress: Progress) -> None:
        now = time.monotonic()
        counts = (progress.done, progress.begun, progress.doubt)
        is_new_wait = progress.waits_for is not None and progress.waits_for != self._waits
        if is_new_wait or (now - self._told_at >= _EVERY_S and counts != self._told):
            self._told, self._told_at = counts, now
            self._session.say(f"{time.strftime('%H:%M')} {self.line(progress)}")
        self._waits = progress.waits_for

    def line(self, progress: Progress) -> str:
        """Return a line: done, rate, how long it will take, the counts, what it waits for.

        Args:
            progress: how far the run is.
        """
        total = progress.total if progress.total is not None else self._total
        done = f"{progress.done:,}" + (f" of {total:,}" if total is not None else "") + " done"
        counts = {
            "placed": progress.placed,
            "partly": progress.partly,
            "rejected": progress.rejected,
            "in doubt": progress.doubt,
            "held": progress.held,
            "left out": progress.left_out,
        }
        parts = [done, *(f"{count:,} {name}" for name, count in counts.items() if count)]
        if progress.rate:
            parts.append(f"{progress.rate} a minute")
            if total is not None and total > progress.done:
                parts.append(f"{_duration((total - progress.done) * 60 / progress.rate)} left")
        if progress.waits_for:
            parts.append(f"waits: {progress.waits_for}")
        return " · ".join(parts)


def _duration(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004 - a minute and a half
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min"

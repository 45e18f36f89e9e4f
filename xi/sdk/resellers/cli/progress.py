"""Shows on stderr how far a run is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers.cli.live_line import LiveLine

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.ordering import Progress


class Shown(LiveLine):
    """How far a run is.

    Args:
        session: the command.
        total: how many orders there are; None if that is not known.
    """

    def __init__(self, session: Session, total: int | None) -> None:
        super().__init__(session)
        self._total = total
        self._last: Progress | None = None
        self._waits: str | None = None

    def text(self) -> str:
        """Return the line about the last progress."""
        return "nothing is begun yet" if self._last is None else self.line(self._last)

    def __call__(self, progress: Progress) -> None:
        """Show it.

        Args:
            progress: how far the run is.
        """
        self._last = progress
        is_new_wait = progress.waits_for is not None and progress.waits_for != self._waits
        self._waits = progress.waits_for
        self.show((progress.done, progress.begun, progress.doubt), at_once=is_new_wait)

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

"""A clock that can be moved, so that holds expire and shipments move without waiting."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock


class MovableClock:
    """A clock that goes on from the time to which it was moved.

    Args:
        base: Returns the real time; a naive one counts as UTC.
        changed: Called after each move.
        ahead: The difference to the real time at the start.
    """

    def __init__(
        self, base: Callable[[], datetime], changed: Callable[[], None], ahead: timedelta = timedelta()
    ) -> None:
        self._base = base
        self._changed = changed
        self._ahead = ahead
        self._lock = Lock()

    def now(self) -> datetime:
        """Return the time, always with an offset."""
        moment = self._base()
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)) + self._ahead

    @property
    def ahead(self) -> timedelta:
        """The difference to the real time, negative if it was moved back."""
        return self._ahead

    def advance(self, by: timedelta | None = None, *, seconds: float = 0, hours: float = 0, days: float = 0) -> None:
        """Move it, forward or back.

        Args:
            by: How far; the others are added to it.
            seconds: Seconds to move by.
            hours: Hours to move by.
            days: Days to move by.

        Raises:
            ValueError: The year would be outside the calendar.
        """
        self._move((by or timedelta()) + _span(seconds, hours, days))

    def set(self, moment: datetime) -> None:
        """Move it to a moment; a naive one counts as UTC.

        Raises:
            ValueError: The year would be outside the calendar.
        """
        aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
        self._move(aware - self.now())

    def reset(self) -> None:
        """Move it back to the real time."""
        with self._lock:
            self._ahead = timedelta()
        self._changed()

    def _move(self, by: timedelta) -> None:
        with self._lock:
            try:
                ahead = self._ahead + by
                # With a margin, so that dates computed from it are valid too.
                for margin in (timedelta(days=-400), timedelta(days=400)):
                    _ = self._base() + ahead + margin
            except OverflowError:
                raise ValueError("the clock cannot be moved out of the calendar") from None
            self._ahead = ahead
        self._changed()


def _span(seconds: float, hours: float, days: float) -> timedelta:
    try:
        return timedelta(seconds=seconds, hours=hours, days=days)
    except (OverflowError, ValueError):
        raise ValueError("the clock cannot be moved out of the calendar") from None

"""A clock that can be moved, so that holds expire and shipments move without waiting."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock


class MovableClock:
    """Runs on from where it was moved to.

    Args:
        base: Returns the time it is moved from; a naive one is taken as UTC.
        changed: Is called after each move.
        ahead: How far it is moved from the start.
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
        """How far it was moved, negative for back."""
        return self._ahead

    def advance(self, by: timedelta | None = None, *, seconds: float = 0, hours: float = 0, days: float = 0) -> None:
        """Move it, forward or back.

        Args:
            by: How far; the others are added to it.
            seconds: Seconds to move by.
            hours: Hours to move by.
            days: Days to move by.

        Raises:
            ValueError: It would leave the years a calendar has.
        """
        self._move((by or timedelta()) + _span(seconds, hours, days))

    def set(self, moment: datetime) -> None:
        """Move it to a moment; a naive one is taken as UTC.

        Raises:
            ValueError: It would leave the years a calendar has.
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
                # With a margin, so that dates computed from it stay within the calendar.
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

"""Lists that end before all that was stated came."""

from __future__ import annotations


class Short:
    """Notes that a list has ended with fewer items than were stated; `paging` takes it as `on_short`."""

    def __init__(self) -> None:
        self.counts: tuple[int, int] | None = None
        """How many came, and how many were stated."""

    def __call__(self, came: int, stated: int) -> None:
        """Note it."""
        self.counts = came, stated

    def said_of(self, what: str) -> str | None:
        """Return what is to be said of the list; None if it did not end early.

        Args:
            what: its items, such as `orders`.
        """
        if self.counts is None:
            return None
        came, stated = self.counts
        return f"the list of {what} ended after {came:,} of {stated:,}"

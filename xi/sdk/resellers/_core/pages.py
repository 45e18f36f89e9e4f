"""When a search has no more pages."""

from __future__ import annotations

from collections.abc import Sequence

from xi.sdk.resellers import models

_NOT_FOUND = 404


class Pages:
    """Counts through the pages of a search, one at a time; `number` is the one to ask for next, None after the last.

    A page shorter than asked for is not the last: the server was seen to send such. The number of orders it claims to
    have found changes between pages; the largest counts.
    """

    def __init__(self, first: int = 1) -> None:
        self.number: int | None = first
        self._seen = 0
        self._claimed = 0
        self._before: list[str | None] = []

    def take(self, answer: models.OrderSearchResponse | None) -> Sequence[models.OrderSearchResponseOrdersInner]:
        """Take in the page that was asked for, and return its orders.

        Args:
            answer: what was found; None for 204, nothing.
        """
        orders = [] if answer is None or answer.orders is None else answer.orders
        numbers = [each.ingram_order_number for each in orders]
        # The same page again is what a server sends that does not count pages.
        if answer is None or not orders or (numbers == self._before and any(numbers)):
            self.number = None
            return []
        self._before = numbers
        self._seen += len(orders)
        self._claimed = max(self._claimed, answer.records_found or 0)
        is_last = 0 < self._claimed <= self._seen
        self.number = None if is_last or self.number is None else self.number + 1
        return orders

    def ends_with(self, status: int | None) -> bool:
        """Tell whether an error is the end of the pages rather than one: 404, on any page but the first."""
        if status != _NOT_FOUND or self._seen == 0:
            return False
        self.number = None
        return True

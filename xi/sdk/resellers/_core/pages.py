"""Counts the pages of a search, and knows which is the last."""

from __future__ import annotations

from collections.abc import Sequence

from xi.sdk.resellers import models

_NOT_FOUND = 404


class Pages:
    """The pages of a search, read one at a time; `number` is the next page to ask for, or None after the last.

    A page with fewer orders than requested is not always the last; the live server was seen to send such pages. The
    number of orders that the server states changes between pages; the largest one counts.
    """

    def __init__(self, first: int = 1) -> None:
        self.number: int | None = first
        self._seen = 0
        self._claimed = 0
        self._before: list[str | None] = []

    def take(self, answer: models.OrderSearchResponse | None) -> Sequence[models.OrderSearchResponseOrdersInner]:
        """Count the page that was asked for, and return its orders.

        Args:
            answer: the page; None for a 204, which means that nothing was found.
        """
        orders = [] if answer is None or answer.orders is None else answer.orders
        numbers = [each.ingram_order_number for each in orders]
        # A server that ignores page numbers sends the same page again.
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
        """Tell whether an error only means that there are no more pages: a 404 on any page but the first."""
        if status != _NOT_FOUND or self._seen == 0:
            return False
        self.number = None
        return True

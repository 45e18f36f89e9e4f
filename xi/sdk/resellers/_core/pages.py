"""Counts the pages of a search, whatever it searches for, and knows which page is the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")

_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Page(Generic[ItemT]):
    """A page of a search."""

    items: Sequence[ItemT]
    names: Sequence[str | None]
    """What distinguishes each item from the others, such as its number."""
    found: int | None
    """The number of items found, as stated on this page."""


class Pages(Generic[ItemT]):
    """The pages of a search, read one at a time; `number` is the next page to ask for, or None after the last.

    A page with fewer items than requested is not always the last; the live server was seen to send such pages. The
    number of items that the server states changes between pages; the largest one counts.
    """

    def __init__(self, first: int = 1) -> None:
        self.number: int | None = first
        self._seen = 0
        self._claimed = 0
        self._before: Sequence[str | None] = ()

    def take(self, page: Page[ItemT] | None) -> Sequence[ItemT]:
        """Count the page that was asked for, and return its items.

        Args:
            page: the page; None for a 204, which means that nothing was found.
        """
        # A server that ignores page numbers sends the same page again.
        if page is None or not page.items or (page.names == self._before and any(page.names)):
            self.number = None
            return []
        self._before = page.names
        self._seen += len(page.items)
        self._claimed = max(self._claimed, page.found or 0)
        is_last = 0 < self._claimed <= self._seen
        self.number = None if is_last or self.number is None else self.number + 1
        return page.items

    def ends_with(self, status: int | None) -> bool:
        """Return whether an error only means that there are no more pages: a 404 on any page but the first."""
        if status != _NOT_FOUND or self._seen == 0:
            return False
        self.number = None
        return True

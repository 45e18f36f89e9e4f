"""When a search has no more pages, whatever it searches for."""

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
    """What tells one item from another, such as its number."""
    found: int | None
    """How many items the search has found, as this page says."""


class Pages(Generic[ItemT]):
    """Counts through the pages of a search, one at a time; `number` is the one to ask for next, None after the last.

    A page shorter than asked for is not the last: the server was seen to send such. The number of items it claims to
    have found changes between pages; the largest counts.
    """

    def __init__(self, first: int = 1) -> None:
        self.number: int | None = first
        self._seen = 0
        self._claimed = 0
        self._before: Sequence[str | None] = ()

    def take(self, page: Page[ItemT] | None) -> Sequence[ItemT]:
        """Take in the page that was asked for, and return its items.

        Args:
            page: what was found; None for 204, nothing.
        """
        # The same page again is what a server sends that does not count pages.
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
        """Tell whether an error is the end of the pages rather than one: 404, on any page but the first."""
        if status != _NOT_FOUND or self._seen == 0:
            return False
        self.number = None
        return True

"""Counts the pages of any search, and decides which page is the last, by these rules.

1. A page with fewer items than asked for is not the last: the live server was seen to send such pages.
2. The number of items that the server states changes between pages; the largest one counts. A list ends when as many
   came as it states, if the number of its family can be believed, and if the page does not link to another one. The
   links cannot be followed, so they are a hint, and no more. An item that the page before had too does not count: where
   pages overlap, as many would be missing at the end.
3. A page without items ends the list. Where empty pages were seen in the middle of a list, it is asked for again, some
   seconds later, unless as many items came as were stated.
4. A 404 ends the list, and on the first page it means that nothing was found, if it is the API that says it: a 404
   with a web page or with the error of a gateway as its body comes from elsewhere, and is a failure. So does a success
   whose body is an empty list.
   Where a 400 was seen past the end, it ends the list if nearly as many items came as were stated, but not one about a
   quota or a header.
5. A server that ignores the number of the page sends the same page for ever. A page that repeats an earlier one is
   passed over, since the list can move while it is read. If the next one is a repetition too, the search has failed,
   unless as many items came as were stated: some servers send their last page for every number after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from xi.sdk.resellers._keys import may_be_api_error

ItemT = TypeVar("ItemT")

_OK: Final = 200
_NO_CONTENT: Final = 204
_EMPTY: Final = ("[]", "null")
"""Bodies of a 200 that has nothing."""
_NOT_ABOUT_THE_PAGE: Final = re.compile(
    r"\bquotas?\b|\bIM-(?:Customer|Country|Correlation|Sender|Application)", re.IGNORECASE
)
"""What a 400 says that is about the account or its calls, whatever the page."""
NEARLY: Final = 0.95
"""The part of the stated items that has to come, where their number cannot be believed."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How the lists of a family end.

    Args:
        believes_number: whether the stated number of items can be believed (rule 2).
        heeds_links: whether a link to the next page is a hint (rule 2).
        empty_again: how often a page without items is asked for again (rule 3).
        empty_wait: seconds before it is asked for again.
        not_found_is_none: whether a 404 for the first page, or an empty list as the whole body, means that nothing was
            found (rule 4).
        bad_request_ends: whether a 400 may mean that there are no more pages (rule 4).
    """

    believes_number: bool = True
    heeds_links: bool = True
    empty_again: int = 0
    empty_wait: float = 2.0
    not_found_is_none: bool = True
    bad_request_ends: bool = False


ORDERS: Final = Ending(heeds_links=False, not_found_is_none=False)
"""How the search of orders ends."""


@dataclass(frozen=True, slots=True)
class Page(Generic[ItemT]):
    """A page of a search."""

    items: Sequence[ItemT]
    names: Sequence[object]
    """What distinguishes each item from the others, such as its number; None where it has none."""
    found: int | None
    """The number of items found, as stated on this page."""
    links_on: bool = False
    """Whether it has a link to the next page."""
    is_blank: bool | None = None
    """Whether the answer has nothing at all; None if its items tell."""


class RepeatedPages(Exception):  # noqa: N818 - it is no error of its own: paging raises one with the call's name
    """The server sends pages that it has sent before."""


class Pages(Generic[ItemT]):
    """The pages of a search, read one at a time; `number` is the next page to ask for, or None after the last.

    Args:
        first: the number of the first page to ask for.
        ending: how the list ends.
        seen: how many items came on the pages before the first.
        stated: how many items those pages stated at most.
    """

    def __init__(self, first: int = 1, ending: Ending = ORDERS, *, seen: int = 0, stated: int = 0) -> None:
        self.number: int | None = first
        self.pause = 0.0
        """Seconds to wait before the next page is asked for."""
        self.seen = seen
        """How many items came so far; if the stated number can be believed, without those that the page before had."""
        self.stated = stated
        """The largest number of items that was stated."""
        self._ending = ending
        self._empty = 0
        self._came = seen
        """How many items came so far, all of them."""
        self._last: dict[object, ItemT] = {}
        """The items of the last page, by their names."""
        self._digests: set[int] = set()
        self._is_repeating = False

    @property
    def is_over(self) -> bool:
        """Whether there is no further page."""
        return self.number is None

    @property
    def is_short(self) -> bool:
        """Whether fewer items came than were stated; clearly fewer, where that number cannot be believed."""
        return self.seen < self.stated * (1.0 if self._ending.believes_number else NEARLY)

    def take(self, page: Page[ItemT] | None) -> Sequence[ItemT]:
        """Count the page that was asked for, and return its items.

        Args:
            page: the page; None for a 204, which means that nothing was found.

        Raises:
            RepeatedPages: it is the second in a row that repeats an earlier one (rule 5).
        """
        self.pause = 0.0
        if page is None:
            return self._take_empty(None)
        self.stated = max(self.stated, page.found or 0)
        if not page.items and page.is_blank is not False:
            return self._take_empty(page.found)
        self._empty = 0
        if self._repeats(page):
            return self._pass_over()
        self._is_repeating = False
        self._came += len(page.items)
        self.seen += self._new(page) if self._ending.believes_number else len(page.items)
        self._turn(page)
        return page.items

    def _new(self, page: Page[ItemT]) -> int:
        """Return how many items of a page the one before did not have; those without a name cannot be told apart."""
        before = self._last
        self._last = dict(zip(page.names, page.items, strict=True))
        return sum(
            name is None or name not in before or before[name] != item
            for name, item in zip(page.names, page.items, strict=True)
        )

    def _turn(self, page: Page[ItemT]) -> None:
        """Go on to the next page, or end with this one (rule 2)."""
        is_last = (
            self._ending.believes_number
            and 0 < self.stated <= self.seen
            and not (self._ending.heeds_links and page.links_on)
        )
        self.number = None if is_last or self.number is None else self.number + 1

    def _take_empty(self, found: int | None) -> Sequence[ItemT]:
        """End the list, or have the page asked for again (rule 3)."""
        self._empty += 1
        said_none = found == 0 and self.stated == 0
        came_all = 0 < self.stated <= self._came
        if self._empty > self._ending.empty_again or said_none or came_all:
            self.number = None
        else:
            self.pause = self._ending.empty_wait
        return []

    def _repeats(self, page: Page[ItemT]) -> bool:
        """Return whether the items of a page are those of an earlier one, in the same order; keep what tells it."""
        unnamed = sum(each is None for each in page.names)
        if unnamed == len(page.names):
            return False  # items without names cannot be told apart
        # Beside others that have names, they are told apart by all that they have.
        digest = hash((*page.names, *(map(repr, page.items) if unnamed else ())))
        if digest in self._digests:
            return True
        self._digests.add(digest)
        return False

    def _pass_over(self) -> Sequence[ItemT]:
        if 0 < self.stated <= self._came:
            self.number = None
            return []
        if self._is_repeating:
            raise RepeatedPages
        self._is_repeating = True
        self.number = None if self.number is None else self.number + 1
        return []

    def ends_with(self, status: int | None, body: str | None = None) -> bool:
        """Return whether an error only means that nothing was found, or that there are no more pages (rule 4).

        Args:
            status: the status of the answer.
            body: its body.
        """
        if not self._is_end(status, body):
            return False
        self.number = None
        return True

    def _is_end(self, status: int | None, body: str | None) -> bool:
        if status == _NO_CONTENT:
            return not (body or "").strip()
        if status == _OK:
            return self._ending.not_found_is_none and (body or "").strip() in _EMPTY
        if not may_be_api_error(body):
            return False
        is_first = self.seen == 0 and not self._is_repeating
        match status:
            case 404:
                return self._ending.not_found_is_none or not is_first
            case 400 if self._ending.bad_request_ends and not is_first:
                return self.seen >= self.stated * NEARLY and not _NOT_ABOUT_THE_PAGE.search(body or "")
            case _:
                return False

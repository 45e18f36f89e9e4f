"""Pages of lists: each family has its own names for the parameters, and its own links to the next page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar
from urllib.parse import urlencode

from xi.sdk.resellers.sandbox.wire.json import Json, whole
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError

DEFAULT_SIZE: Final = 25
LARGEST_SIZE: Final = 100
"""Entries on a page, also in families that state no maximum; a larger number counts as this."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The names of the parameters of paging.

    Args:
        number: The parameter for the number of the page, from 1.
        size: The parameter for the entries on a page.
    """

    number: str
    size: str


PAGE_NUMBER: Final = Spelling("pageNumber", "pageSize")
"""The catalogue, quotes, invoices."""
PAGE: Final = Spelling("page", "size")
"""Renewals and returns."""
CAPITAL_PAGE: Final = Spelling("Page", "Size")
"""Deals."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list.

    Args:
        number: The number of the page, from 1.
        size: The most entries on a page.
        entries: The entries on it.
        found: How many there are on all pages.
    """

    number: int = 1
    size: int = DEFAULT_SIZE
    entries: Sequence[T] = field(default_factory=tuple[T, ...])
    found: int = 0

    def of(self, everything: Sequence[T]) -> "Page[T]":
        """Return this page of a list."""
        first = (self.number - 1) * self.size
        return Page(self.number, self.size, everything[first : first + self.size], len(everything))

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        return self.number * self.size < self.found

    def counts(self) -> Json:
        """Return the members that every list begins with."""
        return {"recordsFound": self.found, "pageSize": self.size, "pageNumber": self.number}


def read_page(request: ApiRequest, spelling: Spelling, errors: list[FieldError]) -> Page[Any]:
    """Return the page that is asked for, still empty; a number that is none adds an error.

    Args:
        request: The request; parameters of another spelling are ignored, as any unknown parameter.
        spelling: The names of the family.
        errors: Where errors are added.
    """

    def count(name: str, default: int) -> int:
        given = request.parameter(name)
        number = whole(given) if given else default
        if not number:
            errors.append(FieldError(f"{name} must be a whole number from 1", name, given))
        return number or default

    return Page(count(spelling.number, 1), min(count(spelling.size, DEFAULT_SIZE), LARGEST_SIZE))


Link = Callable[[ApiRequest, int], str]
"""Makes the link to a page from the request and the number of the page."""


def plain_link(path: str, spelling: Spelling) -> Link:
    """Return the function that makes well-formed links: relative, with the parameters of the request.

    Args:
        path: The path of the operation.
        spelling: The names of the family.
    """

    def link(request: ApiRequest, number: int) -> str:
        kept = [(name, value) for name, value in request.query if name != spelling.number]
        return f"{path}?{urlencode([*kept, (spelling.number, str(number))])}"

    return link


def page_links(
    request: ApiRequest, page: Page[T], link: Link, *, following: str = "nextPage", previous: str = "previousPage"
) -> Json:
    """Return the links of a page to its neighbours; where there is none, the member is missing.

    Args:
        request: The request.
        page: The page.
        link: Makes a link.
        following: The member for the next page.
        previous: The member for the previous page; empty for a family that has none.
    """
    links: Json = {}
    if page.has_next:
        links[following] = link(request, page.number + 1)
    if previous and page.number > 1:
        links[previous] = link(request, page.number - 1)
    return links

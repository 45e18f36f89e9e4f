"""Searches of quotes: the filters in the query, and which quotes they find in which sequence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus
from xi.sdk.resellers.sandbox.quotes.values import OPEN, Quote
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError
from xi.sdk.resellers.sandbox.wire.parameters import Parameters

DEFAULT_WINDOW: Final = timedelta(days=30)
"""How far back a search without dates goes."""
LONGEST_WINDOW: Final = timedelta(days=365)
"""How far back a search with dates goes; an older quote is never found."""

_DATES: Final = ("ingramOrderDate-bt", "quoteCreateDate-bt")
_TEXTS: Final[dict[str, Callable[[Quote], str]]] = {
    "quoteNumber": lambda quote: quote.number,
    "quoteName": lambda quote: quote.name,
    "specialBidNumber": lambda quote: quote.special_bid,
    # Of a quote, the end user's name is what this filter looks at.
    "endUserContact": lambda quote: quote.end_user,
    "vendorName": lambda quote: quote.vendor,
}
"""Filters that find a part of a text, in any case."""
_SORTS: Final[dict[str, Callable[[Quote], Any]]] = {
    "createdDate": lambda quote: quote.created_at,
    "dateCreated": lambda quote: quote.created_at,
    "lastModifiedDate": lambda quote: quote.modified_at,
    "expiryDate": lambda quote: quote.expires_on or date.max,
    "quoteNumber": lambda quote: quote.number,
}
_DEFAULT_SORT: Final = "createdDate"
_ORDERS: Final = ("asc", "desc")


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """A valid search of quotes.

    Args:
        texts: Filters by name, and the part of a text that each looks for, in upper case.
        status: The state asked for; None for any that is open.
        days: The first and the last day on which it may have been made; None for the default window.
        sort: Returns what the quotes are sorted by.
        descending: Whether the largest is first.
    """

    texts: tuple[tuple[str, str], ...] = ()
    status: QuoteStatus | None = None
    days: tuple[date, date] | None = None
    sort: Callable[[Quote], Any] = _SORTS[_DEFAULT_SORT]
    descending: bool = True


def read_quote_query(request: ApiRequest) -> QuoteQuery | list[FieldError]:
    """Read the filters of a search; unknown parameters are ignored, as the live API does."""
    given = Parameters(request)
    texts = tuple((name, wanted) for name in _TEXTS if (wanted := given.text(name).upper()))
    status = given.one_of("status", QuoteStatus)
    spans = [span for name in _DATES if (span := given.days(name)) is not None]
    sort = given.one_of("sortBy", _SORTS) or _DEFAULT_SORT
    order = given.one_of("sortingOrder", _ORDERS)
    if given.errors:
        return given.errors
    days = (max(first for first, _ in spans), min(last for _, last in spans)) if spans else None
    return QuoteQuery(texts, QuoteStatus(status) if status else None, days, _SORTS[sort], order != "asc")


def find_quotes(quotes: Iterable[Quote], query: QuoteQuery, now: datetime) -> list[Quote]:
    """Return the quotes that a search finds, in its sequence.

    Only open quotes are found. Without dates those of the last 30 days are, made or changed; with dates those that were
    made on these days, at most 365 days ago.
    """
    oldest = now - LONGEST_WINDOW
    recent = now - DEFAULT_WINDOW

    def fits(quote: Quote) -> bool:
        status = quote.status_on(now.date())
        if status not in OPEN or (query.status is not None and status is not query.status):
            return False
        if query.days is None:
            is_near = max(quote.created_at, quote.modified_at) >= recent
        else:
            first, last = query.days
            is_near = first <= quote.created_at.date() <= last
        is_known = max(quote.created_at, quote.modified_at) >= oldest
        return is_near and is_known and all(wanted in _TEXTS[name](quote).upper() for name, wanted in query.texts)

    # Two sorts, so that equal ones are in the sequence of their numbers in both directions.
    found = sorted((each for each in quotes if fits(each)), key=lambda quote: quote.number)
    return sorted(found, key=query.sort, reverse=query.descending)

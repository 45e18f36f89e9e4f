"""Searches of quotes: the filters in the query, and which quotes they find in which sequence."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from xi.sdk.resellers.sandbox.catalog.offers import QuoteStatus
from xi.sdk.resellers.sandbox.quotes.values import OPEN, Quote
from xi.sdk.resellers.sandbox.wire.fields import parse_date
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError

DEFAULT_WINDOW: Final = timedelta(days=30)
"""How far back a search without dates goes."""
LONGEST_WINDOW: Final = timedelta(days=365)
"""How far back a search with dates goes; an older quote is never found."""

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BETWEEN: Final = re.compile(r"[\s,;|/\[\]\"'.]*(?:to|and|:)?[\s,;|/\[\]\"'.]*", re.IGNORECASE)
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
    "datecreated": lambda quote: quote.created_at,
    "createddate": lambda quote: quote.created_at,
    "lastmodifieddate": lambda quote: quote.modified_at,
    "expirydate": lambda quote: quote.expires_on or date.max,
    "quotenumber": lambda quote: quote.number,
}
_SORT_NAMES: Final = "quoteNumber, createdDate, lastModifiedDate, expiryDate"
_ORDERS: Final = ("asc", "desc")
_ENDS: Final = 2


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
    sort: Callable[[Quote], Any] = _SORTS["datecreated"]
    descending: bool = True


def read_quote_query(request: ApiRequest) -> QuoteQuery | list[FieldError]:
    """Read the filters of a search; unknown parameters are ignored, as the live API does."""
    errors: list[FieldError] = []
    texts = tuple((name, request.parameter(name).upper()) for name in _TEXTS if request.parameter(name))
    status = _status(request.parameter("status"), errors)
    spans = [span for name in _DATES if (span := _range(request, name, errors)) is not None]
    sort = request.parameter("sortBy")
    if sort and sort.lower() not in _SORTS:
        errors.append(FieldError(f"sortBy must be one of {_SORT_NAMES}", "sortBy", sort))
    order = request.parameter("sortingOrder") or "desc"
    if order.lower() not in _ORDERS:
        errors.append(FieldError("sortingOrder must be asc or desc", "sortingOrder", order))
    if errors:
        return errors
    days = (max(first for first, _ in spans), min(last for _, last in spans)) if spans else None
    return QuoteQuery(texts, status, days, _SORTS[(sort or "dateCreated").lower()], order.lower() == "desc")


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


def _status(given: str, errors: list[FieldError]) -> QuoteStatus | None:
    if not given:
        return None
    found = next((each for each in QuoteStatus if each.value.lower() == given.lower()), None)
    if found is None:
        errors.append(FieldError(f"status must be one of {', '.join(QuoteStatus)}", "status", given))
    return found


def _range(request: ApiRequest, name: str, errors: list[FieldError]) -> tuple[date, date] | None:
    """Read two dates: repeated parameters, or one text that holds both; nothing says how the service wants it."""
    given = [value.strip() for key, value in request.query if key == name and value.strip()]
    if not given:
        return None
    joined = ",".join(given)
    found = [parse_date(each) for each in _DATE.findall(joined)]
    days = [each for each in found if each is not None]
    rest = [part for part in _DATE.split(joined) if not _BETWEEN.fullmatch(part)]
    if len(days) != _ENDS or len(found) != _ENDS or rest:
        errors.append(FieldError(f"{name} takes exactly two dates in the form yyyy-MM-dd", name, joined))
        return None
    return days[0], days[1]

"""Searches of orders: filters in the query, the keys of an order, and pages of results."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from xi.sdk.resellers.sandbox.orders.values import Order, Shipment, Status
from xi.sdk.resellers.sandbox.wire.fields import parse_date
from xi.sdk.resellers.sandbox.wire.json import whole
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, too_long

DEFAULT_PAGE_SIZE: Final = 25
LARGEST_PAGE: Final = 100

Match = Callable[[Order], bool]
Values = Callable[[Order], Iterable[str]]
Key = tuple[str, object]
"""A key of the index of orders: a filter and a value."""

_STATUSES: Final = {
    "SHIPPED": {Status.SHIPPED, Status.DELIVERED},
    "PROCESSING": {Status.PROCESSING},
    "ON HOLD": {Status.ON_HOLD},
    "BACKORDERED": {Status.BACKORDERED},
    "CANCELLED": {Status.CANCELED},
}
_RANGE_ENDS: Final = 2
_DATE_FIELD: Final = "ingramOrderDate/ingramOrderDate-bt"
_NOT_IN_AUSTRALIA: Final = frozenset({"invoiceDate_bt", "deliveryDate_bt", "trackingNumber", "specialBidNumber"})
"""Filters that the Australian backend does not have; they are ignored, as any unknown parameter."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results.

    Args:
        orders: The orders on it.
        found: How many there are on all pages.
        size: The most orders on a page.
        number: The number of the page, from 1.
    """

    orders: Sequence[Order]
    found: int
    size: int
    number: int

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        return self.number * self.size < self.found


_INDEXED: Final[dict[str, tuple[int, Values]]] = {
    "customerOrderNumber": (35, lambda order: (order.customer_order_number,)),
    "endCustomerOrderNumber": (35, lambda order: (order.end_customer_order_number,)),
    "ingramPartNumber": (35, lambda order: (part.number for _, part in order.parts)),
    "vendorPartNumber": (35, lambda order: (part.vendor_number for _, part in order.parts)),
    "vendorName": (35, lambda order: (part.vendor_name for _, part in order.parts)),
    "specialBidNumber": (35, lambda order: (line.special_bid for line in order.lines)),
}
_SCANNED: Final[dict[str, tuple[int, Values]]] = {
    "serialNumber": (35, lambda order: (one for item in order.shipments for one in item.serial_numbers)),
    "trackingNumber": (35, lambda order: (item.tracking_number for item in order.shipments)),
}
"""Filters of shipped orders without an index: an index of all serial numbers would be larger than the orders."""
_SHIPMENT_DATES: Final[dict[str, Callable[[Shipment], date | None]]] = {
    "invoiceDate_bt": lambda item: item.invoiced_on,
    "shipDate_bt": lambda item: item.shipped_on,
    "deliveryDate_bt": lambda item: item.delivered_on,
}
EVERY_ORDER: Final[Key] = ("", "")
_SHIPPED: Final[Key] = ("shipped", True)


def invoice_days(order: Order) -> dict[str, date]:
    """Return the invoices of an order, in the sequence in which they were issued: the day of each by its number."""
    days: dict[str, date] = {}
    for each in order.shipments:
        if each.invoiced_on is not None:
            days.setdefault(each.invoice_number, each.invoiced_on)
    return days


def invoice_key(number: str) -> Key:
    """Return the key of the order that an invoice bills, from the invoice's number without dashes."""
    return ("invoice", number)


def keys_of(order: Order) -> set[Key]:
    """Return all keys of an order in the index."""
    keys: set[Key] = {EVERY_ORDER, ("status", order.status), ("day", order.placed_at.date())}
    if order.shipments:
        keys.add(_SHIPPED)
        keys.update(invoice_key(number) for number in invoice_days(order))
    for name, (_, values) in _INDEXED.items():
        keys.update((name, value.upper()) for value in values(order) if value)
    return keys


@dataclass(frozen=True, slots=True)
class Query:
    """A valid search.

    Args:
        order_number: The number of the order or of one of its sub-orders; empty for any.
        keys: Groups of keys; an order has to have one key of each group.
        days: The first and the last day on which it may have been placed; None for any.
        since: The earliest moment on the first day.
        until: The latest moment at which it may have been placed; None for any.
        matches: Further conditions, all of which an order has to meet.
        size: Orders per page.
        number: The page asked for, from 1.
    """

    order_number: str = ""
    keys: Sequence[Sequence[Key]] = ()
    days: tuple[date, date] | None = None
    since: datetime | None = None
    until: datetime | None = None
    matches: Sequence[Match] = ()
    size: int = DEFAULT_PAGE_SIZE
    number: int = 1


def read_query(
    request: ApiRequest, now: datetime, window: timedelta, lag: timedelta = timedelta(0)
) -> Query | list[FieldError]:
    """Read the query string of a search; unknown parameters are ignored, as the live API does.

    Args:
        request: The request.
        now: The time now.
        window: How far back to search if there is no filter.
        lag: How long ago an order must have been placed to be found.
    """
    reader = _Reader(request)
    query = reader.query()
    if reader.errors:
        return reader.errors
    if lag:
        query = replace(query, until=now - lag)
    if query.order_number or query.keys or query.matches or query.days:
        return query
    since = now - window
    return replace(query, days=(since.date(), date.max), since=since)


class _Reader:
    """Converts parameters to keys and conditions, and collects their errors."""

    def __init__(self, request: ApiRequest) -> None:
        self.errors: list[FieldError] = []
        self._given: dict[str, list[str]] = {}
        for name, value in request.query:
            if value.strip() and not (request.country == "AU" and name in _NOT_IN_AUSTRALIA):
                self._given.setdefault(name, []).append(value.strip())

    def query(self) -> Query:
        """Return the search, without the parameters that have errors."""
        order_number = self._text("ingramOrderNumber", 11)
        keys: list[Sequence[Key]] = [[(name, wanted)] for name, wanted in self._texts(_INDEXED)]
        matches = [_one_is(wanted, _SCANNED[name][1]) for name, wanted in self._texts(_SCANNED)]
        keys += [[_SHIPPED] for _ in matches]
        asked = [name for name in ("orderStatus", "orderStatus-in") if name in self._given]
        keys += [[("status", status) for status in self._statuses(name)] for name in asked]
        days = self._order_days()
        for name, when in _SHIPMENT_DATES.items():
            ends = self._range(name, name)
            if ends is not None:
                keys.append([_SHIPPED])
                matches.append(_shipment_between(when, *ends))
        size = min(self._count("pageSize", DEFAULT_PAGE_SIZE), LARGEST_PAGE)
        return Query(order_number, keys, days, matches=matches, size=size, number=self._count("pageNumber", 1))

    def _count(self, name: str, default: int) -> int:
        given = self._given.get(name)
        if not given:
            return default
        number = whole(given[0])
        if not number:
            self.errors.append(FieldError(f"{name} must be a whole number from 1", name, given[0]))
            return default
        return number

    def _texts(self, filters: Mapping[str, tuple[int, Values]]) -> Iterable[tuple[str, str]]:
        for name, (limit, _) in filters.items():
            value = self._text(name, limit)
            if value:
                yield name, value

    def _text(self, name: str, limit: int) -> str:
        value = self._given.get(name, [""])[0]
        if len(value) > limit:
            self.errors.append(too_long(name, value, limit))
        return value.upper()

    def _statuses(self, name: str) -> set[Status]:
        wanted: set[Status] = set()
        for value in self._given[name]:
            known = _STATUSES.get(value.upper().replace("CANCELED", "CANCELLED"))
            if known is None:
                self.errors.append(FieldError(f"{name} must be one of {', '.join(_STATUSES)}", name, value))
            wanted |= known or set()
        return wanted

    def _order_days(self) -> tuple[date, date] | None:
        spans = [self._range("ingramOrderDate-bt", _DATE_FIELD)]
        given = self._given.get("ingramOrderDate")
        if given:
            day = self._date(given[0], _DATE_FIELD)
            spans.append(None if day is None else (day, day))
        known = [span for span in spans if span is not None]
        return (max(first for first, _ in known), min(last for _, last in known)) if known else None

    def _range(self, name: str, field: str) -> tuple[date, date] | None:
        given = self._given.get(name)
        if not given:
            return None
        if len(given) != _RANGE_ENDS:
            self.errors.append(FieldError(f"{name} takes exactly two dates", field, ", ".join(given)))
            return None
        first, last = (self._date(value, field) for value in given)
        return (first, last) if first is not None and last is not None else None

    def _date(self, value: str, field: str) -> date | None:
        parsed = parse_date(value)
        if parsed is None:
            self.errors.append(FieldError("The date must have the form yyyy-MM-dd", field, value))
        return parsed


def _one_is(wanted: str, values: Values) -> Match:
    return lambda order: any(value.upper() == wanted for value in values(order))


def _shipment_between(when: Callable[[Shipment], date | None], first: date, last: date) -> Match:
    def between(order: Order) -> bool:
        days = (when(item) for item in order.shipments)
        return any(day is not None and first <= day <= last for day in days)

    return between

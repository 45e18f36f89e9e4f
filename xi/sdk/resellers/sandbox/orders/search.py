"""Searching orders: filters read from the query, orders matched, results cut into pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from xi.sdk.resellers.sandbox.orders.validation import parse_date, too_long
from xi.sdk.resellers.sandbox.orders.values import Order, Shipment, Status
from xi.sdk.resellers.sandbox.wire.json import whole
from xi.sdk.resellers.sandbox.wire.messages import Call, FieldError

DEFAULT_PAGE_SIZE: Final = 25
LARGEST_PAGE: Final = 100

Match = Callable[[Order], bool]

_STATUSES: Final = {
    "SHIPPED": {Status.SHIPPED, Status.DELIVERED},
    "PROCESSING": {Status.PROCESSING},
    "ON HOLD": {Status.ON_HOLD},
    "BACKORDERED": {Status.BACKORDERED},
    "CANCELLED": {Status.CANCELED},
}
_RANGE_ENDS: Final = 2
_DATE_FIELD: Final = "ingramOrderDate/ingramOrderDate-bt"
_RANGES: Final = ("invoiceDate_bt", "shipDate_bt", "deliveryDate_bt")
_NOT_IN_AUSTRALIA: Final = frozenset({"invoiceDate_bt", "deliveryDate_bt", "trackingNumber", "specialBidNumber"})
"""Filters the Australian backend does not have; like any unknown parameter they are ignored."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results.

    Args:
        orders: The orders on it.
        found: How many there are on all pages.
        size: The most a page holds.
        number: Which page it is, from 1.
    """

    orders: Sequence[Order]
    found: int
    size: int
    number: int

    @property
    def has_next(self) -> bool:
        """Whether another page follows."""
        return self.number * self.size < self.found


def _folded(text: str | None) -> str:
    return (text or "").upper()


def _vendor_names(order: Order) -> Iterable[str]:
    return (part.vendor_name for _, part in order.parts)


_TEXT_FILTERS: Final[dict[str, tuple[int, Callable[[Order], Iterable[str]]]]] = {
    "ingramOrderNumber": (11, lambda order: (order.number, *order.sub_orders())),
    "customerOrderNumber": (35, lambda order: (order.customer_order_number,)),
    "endCustomerOrderNumber": (35, lambda order: (order.end_customer_order_number,)),
    "ingramPartNumber": (35, lambda order: (part.number for _, part in order.parts)),
    "vendorPartNumber": (35, lambda order: (part.vendor_number for _, part in order.parts)),
    "vendorName": (35, _vendor_names),
    "specialBidNumber": (35, lambda order: (line.special_bid for line in order.lines)),
    "serialNumber": (35, lambda order: (one for item in order.shipments for one in item.serial_numbers)),
    "trackingNumber": (35, lambda order: (item.tracking_number for item in order.shipments)),
}
_SHIPMENT_DATES: Final[dict[str, Callable[[Shipment], date | None]]] = {
    "invoiceDate_bt": lambda item: item.invoiced_on,
    "shipDate_bt": lambda item: item.shipped_on,
    "deliveryDate_bt": lambda item: item.delivered_on,
}


@dataclass(frozen=True, slots=True)
class Query:
    """A search that is well formed.

    Args:
        matches: What an order must satisfy, all of it.
        size: Orders per page.
        number: The page asked for, from 1.
    """

    matches: tuple[Match, ...]
    size: int = DEFAULT_PAGE_SIZE
    number: int = 1

    def run(self, orders: Iterable[Order]) -> Page:
        """Return the asked page of the orders that match."""
        found = [order for order in orders if all(match(order) for match in self.matches)]
        start = (self.number - 1) * self.size
        return Page(found[start : start + self.size], len(found), self.size, self.number)


def read_query(call: Call, now: datetime, window: timedelta) -> Query | list[FieldError]:
    """Read the query string of a search; unknown parameters are ignored, as the live API does.

    Args:
        call: The call.
        now: The time now.
        window: How far back to look when there is no filter at all.
    """
    reader = _Reader(call)
    matches = reader.matches()
    size = reader.count("pageSize", DEFAULT_PAGE_SIZE)
    number = reader.count("pageNumber", 1)
    if reader.errors:
        return reader.errors
    if not matches:
        matches.append(lambda order: order.placed_at >= now - window)
    return Query(tuple(matches), min(size, LARGEST_PAGE), number)


class _Reader:
    """Turns parameters into tests, collecting what is wrong with them."""

    def __init__(self, call: Call) -> None:
        self.errors: list[FieldError] = []
        self._given: dict[str, list[str]] = {}
        for name, value in call.query:
            if value.strip() and not (call.country == "AU" and name in _NOT_IN_AUSTRALIA):
                self._given.setdefault(name, []).append(value.strip())

    def count(self, name: str, default: int) -> int:
        """Return a paging parameter."""
        given = self._given.get(name)
        if not given:
            return default
        number = whole(given[0])
        if not number:
            self.errors.append(FieldError(f"{name} must be a whole number from 1", name, given[0]))
            return default
        return number

    def matches(self) -> list[Match]:
        """Return a test for each filter."""
        tests = [
            *self._texts(),
            *self._statuses("orderStatus"),
            *self._statuses("orderStatus-in"),
            *self._order_dates(),
        ]
        for name in _RANGES:
            ends = self._range(name, name)
            if ends is not None:
                tests.append(_shipment_between(_SHIPMENT_DATES[name], *ends))
        return tests

    def _texts(self) -> Iterable[Match]:
        for name, (limit, values) in _TEXT_FILTERS.items():
            given = self._given.get(name)
            if not given:
                continue
            if len(given[0]) > limit:
                self.errors.append(too_long(name, given[0], limit))
            yield _one_is(given[0].upper(), values)

    def _statuses(self, name: str) -> Iterable[Match]:
        given = self._given.get(name)
        if not given:
            return
        wanted: set[Status] = set()
        for value in given:
            known = _STATUSES.get(value.upper().replace("CANCELED", "CANCELLED"))
            if known is None:
                self.errors.append(FieldError(f"{name} must be one of {', '.join(_STATUSES)}", name, value))
            wanted |= known or set()
        yield lambda order: order.status in wanted

    def _order_dates(self) -> Iterable[Match]:
        given = self._given.get("ingramOrderDate")
        if given:
            day = self._date(given[0], _DATE_FIELD)
            yield lambda order: order.placed_at.date() == day
        ends = self._range("ingramOrderDate-bt", _DATE_FIELD)
        if ends is not None:
            first, last = ends
            yield lambda order: first <= order.placed_at.date() <= last

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


def _one_is(wanted: str, values: Callable[[Order], Iterable[str]]) -> Match:
    return lambda order: any(_folded(value) == wanted for value in values(order))


def _shipment_between(when: Callable[[Shipment], date | None], first: date, last: date) -> Match:
    def between(order: Order) -> bool:
        days = (when(item) for item in order.shipments)
        return any(day is not None and first <= day <= last for day in days)

    return between

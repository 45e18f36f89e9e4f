"""Read the orders that a look has found, as what is compared: parts, units, dates and numbers; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Generic, NamedTuple, TypeVar

from xi.sdk.resellers import models
from xi.sdk.resellers._order_numbers import order_of
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.exceptions import printable
from xi.sdk.resellers.models._unparsed import declared_places
from xi.sdk.resellers.ordering._protocol import Kind
from xi.sdk.resellers.statuses import Status, fold_status

T = TypeVar("T")

MARKER: Final = re.compile(r"XI-[A-Z2-7]{16}")
"""The form of a marker, folded."""
_LOST = re.compile(r"/lines(/\d+(/(ingramPartNumber|vendorPartNumber|upcCode))?)?")
"""Places of values that cannot be read, without which the lines cannot be compared."""
_MOST_DIGITS = 100
"""Of an amount; the sum of two that are as large as a Decimal can be would raise."""
_FIRST_YEAR = 2000
"""A date before it stands for no date: some servers write the first day of their calendar."""


class Part(NamedTuple):
    """The numbers of a part, folded; None for a kind of number that is not known."""

    ingram: str | None = None
    vendor: str | None = None
    upc: str | None = None
    customer: str | None = None

    def is_same(self, other: Part) -> bool | None:
        """Return whether it is the same part; None if the two have no kind of number in common."""
        return next((mine == theirs for mine, theirs in zip(self, other, strict=True) if mine and theirs), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for.

    Args:
        kind: the kind of filing.
        folded: the PO, folded.
        units: the units of each part; None for a quote, which decides them.
        marker: our marker, if the order has one.
        known: order numbers that our own answers gave.
        others: order numbers of other generations of the PO, which are never ours.
        since: the moment from which an order counts as ours, in seconds since 1970: that of the first intent, or that
            since which the ledger is not trusted.
    """

    kind: Kind
    folded: str
    units: Mapping[Part, int] | None = None
    marker: str | None = None
    known: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    since: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """A line of an order that a look has found.

    Args:
        part: its part; without any number it is a comment.
        quantity: the units that were ordered; None if the answer does not say.
        place: its sub-order and line number, to recognise the same line in two answers.
        is_rejected: whether the server says that it was rejected.
        price: the price of a unit; None if the answer does not say.
        bid: the number of the bid that was used, as it came.
    """

    part: Part
    quantity: int | None
    place: str | None = None
    is_rejected: bool = False
    price: Decimal | None = None
    bid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An order that a look has found.

    Args:
        number: its number; empty if the answer has none.
        po: its PO, as it came.
        date: its date, as it came.
        marker: the PO of the end customer, as it came; it may be our marker.
        lines: its lines; None if the answer has none.
        total: its total, as the server wrote it; None if it was not read.
        currency: the currency of the total.
    """

    number: str
    po: str | None = None
    date: str | None = None
    marker: str | None = None
    lines: tuple[FoundLine, ...] | None = None
    total: str | None = None
    currency: str | None = None


def base_number(number: str | None) -> str:
    """Return the number of an order, also from the number of one of its sub-orders."""
    return order_of(folded(printable(number or "")))


def part_of(members: Mapping[str, Any]) -> Part:
    """Return the part that a line names.

    Args:
        members: the members of the line by their names on the wire.
    """
    names = ("ingramPartNumber", "vendorPartNumber", "upcCode", "customerPartNumber")
    return Part(*(folded(str(members[name])) or None if members.get(name) is not None else None for name in names))


class Parts(Generic[T]):
    """Finds what belongs to a part among many, without a look at each.

    Args:
        items: parts, and what belongs to them.
    """

    def __init__(self, items: Iterable[tuple[Part, T]] = ()) -> None:
        self._items: list[tuple[Part, T]] = []
        self._places: dict[tuple[int, str], list[int]] = {}
        for part, item in items:
            self.add(part, item)

    def add(self, part: Part, item: T) -> None:
        """Add one, after those that are there."""
        for key in _keys(part):
            self._places.setdefault(key, []).append(len(self._items))
        self._items.append((part, item))

    def same(self, part: Part) -> list[T]:
        """Return what belongs to the same part, in the sequence in which it was added."""
        places = {place for key in _keys(part) for place in self._places.get(key, ())}
        found = (self._items[place] for place in sorted(places))
        return [item for other, item in found if other.is_same(part)]


def _keys(part: Part) -> list[tuple[int, str]]:
    return [(kind, number) for kind, number in enumerate(part) if number]


def units_of(lines: Iterable[tuple[Part, int]]) -> Mapping[Part, int]:
    """Return the units of each part, with lines of the same part added up."""
    units: dict[Part, int] = {}
    by_part = Parts[Part]()
    for part, quantity in lines:
        known = {each for each in by_part.same(part) if each in units}
        same = next((each for each in units if each in known), None) if len(known) > 1 else next(iter(known), None)
        if same is None:
            units[part] = quantity
            by_part.add(part, part)
            continue
        both = Part(*(mine or theirs for mine, theirs in zip(same, part, strict=True)))
        if both != same:
            by_part.add(both, both)
        units[both] = units.pop(same) + units.pop(both, 0) + quantity
    return units


def candidates(wanted: Wanted, orders: Iterable[models.OrderSearchResponseOrdersInner]) -> list[str]:
    """Return the numbers of the orders in the answer to a search whose details have to be read.

    Args:
        wanted: what is looked for.
        orders: the orders in the answer. One without a PO is read too; one of another generation is not.
    """
    others = {base_number(each) for each in wanted.others}
    numbers = [_number_of(each) for each in orders if _may_be_ours(wanted, each)]
    return [each for each in dict.fromkeys(numbers) if each and each not in others]


def unnumbered(wanted: Wanted, orders: Iterable[models.OrderSearchResponseOrdersInner]) -> tuple[Found, ...]:
    """Return the orders in the answer to a search that may be ours, but have no number to read their details by."""
    return tuple(
        Found(number="", po=each.customer_order_number, date=each.ingram_order_date)
        for each in orders
        if _may_be_ours(wanted, each) and not _number_of(each)
    )


def _may_be_ours(wanted: Wanted, order: models.OrderSearchResponseOrdersInner) -> bool:
    return folded(order.customer_order_number) in ("", wanted.folded)


def _number_of(order: models.OrderSearchResponseOrdersInner) -> str:
    numbers = (order.ingram_order_number, *(each.sub_order_number for each in order.sub_orders or ()))
    return next((base_number(each) for each in numbers if base_number(each)), "")


def found_of(details: models.OrderDetailB2B, *, number: str | None = None) -> Found:
    """Return what the details of an order say.

    Args:
        details: the answer.
        number: the number that was asked for, in case the answer does not repeat it.
    """
    lines = details.lines
    is_whole = lines is not None and not any(map(_LOST.fullmatch, declared_places(details)))
    return Found(
        number=base_number(details.ingram_order_number) or base_number(number),
        po=details.customer_order_number,
        date=details.ingram_order_date,
        marker=details.end_customer_order_number,
        lines=tuple(map(_found_line, lines or ())) if is_whole else None,
    )


def _found_line(line: models.OrderDetailB2BLinesInner) -> FoundLine:
    place = (line.sub_order_number, line.ingram_order_line_number)
    part = part_of(
        {
            "ingramPartNumber": line.ingram_part_number,
            "vendorPartNumber": line.vendor_part_number,
            "upcCode": line.upc_code,
            "customerPartNumber": (line.model_extra or {}).get("customerPartNumber"),
        }
    )
    return line_of(line, part, "/".join(folded(each) for each in place) if any(place) else None)


def line_of(
    line: models.OrderDetailB2BLinesInner | models.OrderCreateResponseOrdersInnerLinesInner,
    part: Part,
    place: str | None = None,
) -> FoundLine:
    """Return a line of details, or of the answer to a create.

    Args:
        line: the line.
        part: its part.
        place: its sub-order and line number; None if no other answer has the line.
    """
    quantity = line.quantity_ordered
    return FoundLine(
        part=part,
        quantity=None if quantity is None or quantity < 0 else quantity,
        place=place,
        is_rejected=fold_status(line.line_status).status is Status.REJECTED,
        price=price_of(line.unit_price),
        bid=line.special_bid_number,
    )


def price_of(value: object) -> Decimal | None:
    """Return the price of a unit; None if there is none. Servers write 0 where none is known.

    Args:
        value: the price, as a number or its text.
    """
    text = amount_of(value)
    price = None if text is None else Decimal(text)
    return price if price is not None and price > 0 else None


def amount_of(value: object) -> str | None:
    """Return an amount as it was written; None if it is none.

    Args:
        value: the amount, as a number or its text.
    """
    text = str(value).strip() if isinstance(value, (str, int, float, Decimal)) and not isinstance(value, bool) else ""
    try:
        found = Decimal(text) if text else None
        return text if found is not None and found.is_finite() and abs(found.adjusted()) < _MOST_DIGITS else None
    except InvalidOperation:
        return None


def day_of(text: str | None) -> date | None:
    """Return the day of a date, in UTC if it has a zone; None if there is none, or it cannot be read.

    Args:
        text: the date as the server writes it: ISO, with or without time and zone; it may be empty.
    """
    plain = (text or "").strip()
    for form in (plain, plain[:10]):
        try:
            moment = datetime.fromisoformat(form)
            day = (moment if moment.tzinfo is None else moment.astimezone(UTC)).date()
        except (ValueError, OverflowError):
            continue
        return day if day.year >= _FIRST_YEAR else None
    return None

"""Compare what a look has found with what was ordered; pure.

The rules:

1. Units are summed for each part, over all lines, and over all orders under the PO: the server may split both. A sub-order
   is part of its order. A line without a part number is a comment. A line that was cancelled counts, one that was rejected
   does not.
2. Part numbers are compared by the first kind that both sides have: Ingram Micro's, the vendor's, the UPC, the customer's.
   If they share none, or if a quantity is missing, the order cannot be compared.
3. Certainly ours is an order whose number our own answer gave, or that has our marker. Its lines only tell whether all of it
   is there.
4. Certainly not ours is an order with another marker, and one dated before the day of `since`, with a day of slack, because
   a date without zone may be that of another day.
5. Otherwise the units decide: orders that together have exactly ours are ours; if that holds twice, or all have twice ours,
   it was placed twice. Fewer units, and nothing else, are ours in part. Any other part or more units are another's order.
6. An order for a quote has no lines to compare. It is ours by rule 3, or by its PO and a date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering._protocol import Kind, Seen
from xi.sdk.resellers.statuses import Status, fold_status

MARKER: Final = re.compile(r"XI-[A-Z2-7]{16}")
"""The form of a marker, folded."""
_SUB_ORDER = re.compile(r"([0-9A-Z]{2}-[0-9A-Z]{5})-[0-9A-Z]{2}")
_FIRST_YEAR = 2000
"""A date before it stands for no date: some servers write the first day of their calendar."""
_MOST_COMBINED = 10
"""Up to so many orders under one PO every combination is compared; of more, each one, each pair, and all together."""


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
    """

    part: Part
    quantity: int | None
    place: str | None = None
    is_rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An order that a look has found.

    Args:
        number: its number; empty if the answer has none.
        po: its PO, as it came.
        date: its date, as it came.
        marker: the PO of the end customer, as it came; it may be our marker.
        lines: its lines; None if the answer has none.
        status: its status, as it came.
    """

    number: str
    po: str | None = None
    date: str | None = None
    marker: str | None = None
    lines: tuple[FoundLine, ...] | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look has seen.

    Args:
        seen: the verdict.
        numbers: the numbers of our orders.
        says: the reason, in one readable line.
    """

    seen: Seen
    numbers: tuple[str, ...]
    says: str


def folded(text: str | None) -> str:
    """Return a PO, a number or a marker as it is compared: without blanks around it, and in upper case."""
    # Upper case can take characters apart, so it is composed again.
    return normalize("NFC", normalize("NFC", (text or "").strip()).upper())


def base_number(number: str | None) -> str:
    """Return the number of an order, also from the number of one of its sub-orders."""
    plain = folded(number)
    sub_order = _SUB_ORDER.fullmatch(plain)
    return sub_order[1] if sub_order else plain


def part_of(members: Mapping[str, Any]) -> Part:
    """Return the part that a line names.

    Args:
        members: the members of the line by their names on the wire.
    """
    names = ("ingramPartNumber", "vendorPartNumber", "upcCode", "customerPartNumber")
    return Part(*(folded(str(members[name])) or None if members.get(name) is not None else None for name in names))


def units_of(lines: Iterable[tuple[Part, int]]) -> Mapping[Part, int]:
    """Return the units of each part, with lines of the same part added up."""
    units: dict[Part, int] = {}
    for part, quantity in lines:
        same = next((each for each in units if each.is_same(part)), None)
        if same is None:
            units[part] = quantity
        else:
            both = Part(*(mine or theirs for mine, theirs in zip(same, part, strict=True)))
            units[both] = units.pop(same) + quantity
    return units


# -- reading answers


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
    """Return the orders in the answer to a search that may be ours, but whose details cannot be read without a number."""
    return tuple(
        Found(number="", po=each.customer_order_number, date=each.ingram_order_date, status=each.order_status)
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
    return Found(
        number=base_number(details.ingram_order_number) or base_number(number),
        po=details.customer_order_number,
        date=details.ingram_order_date,
        marker=details.end_customer_order_number,
        lines=None if lines is None or "/lines" in details.unparsed else tuple(map(_found_line, lines)),
        status=details.order_status,
    )


def _found_line(line: models.OrderDetailB2BLinesInner) -> FoundLine:
    quantity = line.quantity_ordered
    place = (line.sub_order_number, line.ingram_order_line_number)
    return FoundLine(
        part=part_of(
            {
                "ingramPartNumber": line.ingram_part_number,
                "vendorPartNumber": line.vendor_part_number,
                "upcCode": line.upc_code,
                "customerPartNumber": (line.model_extra or {}).get("customerPartNumber"),
            }
        ),
        quantity=None if quantity is None or quantity < 0 else quantity,
        place="/".join(folded(each) for each in place) if any(place) else None,
        is_rejected=fold_status(line.line_status).status is Status.REJECTED,
    )


# -- judging


def judge(wanted: Wanted, found: Sequence[Found]) -> Sight:
    """Return what a look has seen.

    Args:
        wanted: what is looked for.
        found: the orders that it has found.
    """
    sorted_out = _SortedOut()
    for each in _merged(wanted, found):
        reason = _why_not_ours(wanted, each)
        if _is_certain(wanted, each):
            sorted_out.ours.append(each)
        elif reason:
            sorted_out.refused.append(f"{_shown(each)} {reason}")
        else:
            sorted_out.open.append(each)
    if wanted.units is None:
        return _judge_without_units(wanted, sorted_out)
    return _judge_units(Counter(wanted.units), sorted_out, wanted)


@dataclass(slots=True)
class _SortedOut:
    """The orders under a PO: those that are certainly ours, those that are open, and why the others are not ours."""

    ours: list[Found] = field(default_factory=list[Found])
    open: list[Found] = field(default_factory=list[Found])
    refused: list[str] = field(default_factory=list[str])


def _merged(wanted: Wanted, found: Sequence[Found]) -> list[Found]:
    """Return the orders that matter, each once: two answers may be about two sub-orders of one order, or the same."""
    others = {base_number(each) for each in wanted.others}
    by_number: dict[str, Found] = {}
    without: list[Found] = []
    for each in found:
        number = base_number(each.number)
        is_another = folded(each.po) not in ("", wanted.folded) and not _is_certain(wanted, each)
        if number in others or is_another:
            continue
        plain = replace(each, number=number)
        if not number:
            without.append(plain)
        elif number in by_number:
            by_number[number] = _joined(by_number[number], plain)
        else:
            by_number[number] = plain
    return [*by_number.values(), *without]


def _joined(one: Found, other: Found) -> Found:
    """Return one order from two answers about it. A line that is in both counts once."""
    lines = one.lines if other.lines is None else other.lines
    if one.lines is not None and other.lines is not None:
        lines = tuple((Counter(one.lines) | Counter(other.lines)).elements())
    return Found(
        number=one.number,
        po=one.po or other.po,
        date=one.date or other.date,
        marker=one.marker or other.marker,
        lines=lines,
        status=one.status or other.status,
    )


def _is_certain(wanted: Wanted, each: Found) -> bool:
    number = base_number(each.number)
    if number and number in {base_number(known) for known in wanted.known}:
        return True
    return bool(wanted.marker) and folded(each.marker) == folded(wanted.marker)


def _why_not_ours(wanted: Wanted, each: Found) -> str:
    """Return why an order is certainly not ours; an empty text if it may be ours."""
    theirs = folded(each.marker)
    if theirs and (wanted.marker or MARKER.fullmatch(theirs)):
        return "has another marker"
    day = day_of(each.date)
    if wanted.since is not None and day is not None:
        first = datetime.fromtimestamp(wanted.since, UTC).date() - timedelta(days=1)
        if day < first:
            return f"is dated {day}, before ours was sent"
    return ""


def day_of(text: str | None) -> date | None:
    """Return the day of a date as the server writes it; in UTC if it has a zone. None if there is none, or it is unreadable.

    Args:
        text: ISO with or without time and zone; may be empty.
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


class _Tally(NamedTuple):
    """The units of an order, by the parts that we ordered."""

    units: Counter[Part]
    is_unclear: bool
    """Whether a line of it cannot be compared."""
    is_strange: bool
    """Whether it has a part that we did not order."""


def _tally(total: Mapping[Part, int], each: Found) -> _Tally:
    units: Counter[Part] = Counter()
    unclear, strange = each.lines is None, False
    for line in each.lines or ():
        if not any(line.part) or line.is_rejected or line.quantity == 0:
            continue
        same = [(ours, ours.is_same(line.part)) for ours in total]
        hits = [ours for ours, is_same in same if is_same]
        if len(hits) == 1 and line.quantity is not None:
            units[hits[0]] += line.quantity
        elif hits or any(is_same is None for _, is_same in same):
            unclear = True
        else:
            strange = True
    return _Tally(units, unclear, strange)


def _judge_units(total: Counter[Part], sorted_out: _SortedOut, wanted: Wanted) -> Sight:
    fitting: list[tuple[str, Counter[Part]]] = []
    strange, unclear = [], []
    together: Counter[Part] = Counter()
    only_ours = []
    for each in sorted_out.open:
        tally = _tally(total, each)
        if tally.is_strange:
            strange.append(f"{_shown(each)} has parts that were not ordered")
        elif tally.is_unclear or not tally.units or not folded(each.po) or not each.number:
            unclear.append(f"{_shown(each)} cannot be compared")
        else:
            together += tally.units
            only_ours.append(each.number)
            if tally.units <= total:
                fitting.append((each.number, tally.units))
            else:
                strange.append(f"{_shown(each)} has more units than were ordered")
    if sorted_out.ours:
        return _judge_certain(total, sorted_out, fitting)
    equal = _equal(fitting, total)
    if len(equal) > 1 or together == total + total:
        numbers = tuple(only_ours) if together == total + total else tuple(each for some in equal for each in some)
        return Sight(Seen.DOUBLED, numbers, f"orders {', '.join(numbers)} have twice what was ordered")
    ignored = [*sorted_out.refused, *strange, *unclear]
    if equal:
        left = [f"{each} has other units" for each in only_ours if each not in equal[0] and not strange]
        return _said(Seen.OURS, equal[0], "the parts and units are those that were ordered", [*ignored, *left])
    if unclear:
        return _said(Seen.UNCLEAR, (), unclear[0], [*unclear[1:], *strange, *sorted_out.refused])
    if strange:
        return _said(Seen.FOREIGN, (), strange[0], [*strange[1:], *sorted_out.refused])
    if fitting:
        numbers = tuple(number for number, _ in fitting)
        if together <= total:
            return _said(Seen.PARTLY, numbers, f"missing: {_listed(total - together)}", sorted_out.refused)
        says = f"orders {', '.join(numbers)} have together more units than were ordered, and none has all"
        return _said(Seen.UNCLEAR, (), says, sorted_out.refused)
    if sorted_out.refused:
        return _said(Seen.FOREIGN, (), sorted_out.refused[0], sorted_out.refused[1:])
    return Sight(Seen.NOTHING, (), f"no order under PO {wanted.folded}")


def _judge_certain(total: Counter[Part], sorted_out: _SortedOut, fitting: Sequence[tuple[str, Counter[Part]]]) -> Sight:
    """Judge orders that are certainly ours, beside others that have nothing but our parts."""
    tallies = [_tally(total, each) for each in sorted_out.ours]
    numbers = tuple(each.number for each in sorted_out.ours if each.number)
    has: Counter[Part] = Counter()
    for each in tallies:
        has += each.units
    clear = [(each.number, tally.units) for each, tally in zip(sorted_out.ours, tallies, strict=True) if tally.units]
    twice = _equal(clear, total)
    if len(twice) > 1 or (len(clear) > 1 and has == total + total):
        return Sight(Seen.DOUBLED, numbers, f"orders {', '.join(numbers)} have twice what was ordered")
    again = [each for some in _equal(fitting, total) for each in some]
    again = again or [number for number, units in fitting if has and units == has]
    if again:
        both = (*numbers, *again)
        return Sight(
            Seen.DOUBLED, both, f"beside {', '.join(numbers)}, {', '.join(again)} has the same parts and units"
        )
    ignored = [*sorted_out.refused, *(f"order {number} has other units" for number, _ in fitting)]
    if any(each.is_unclear for each in tallies) or has >= total:
        return _said(Seen.OURS, numbers, "known by number or marker", ignored)
    if not has and not any(each.is_strange for each in tallies):
        return _said(Seen.EMPTY, numbers, "known by number or marker, and has no line", ignored)
    return _said(Seen.PARTLY, numbers, f"missing: {_listed(total - has)}", ignored)


def _judge_without_units(wanted: Wanted, sorted_out: _SortedOut) -> Sight:
    """Judge the order of a quote, or one whose body is not kept any more: only the former is ours by its date."""
    has_since = wanted.kind is Kind.QUOTE and wanted.since is not None
    ours = sorted_out.ours or [
        each
        for each in sorted_out.open
        if has_since and each.number and folded(each.po) and day_of(each.date) is not None
    ]
    numbers = tuple(each.number for each in ours if each.number)
    if ours:
        contents = Counter(_content(each) for each in ours if _content(each))
        if any(count > 1 for count in contents.values()):
            return Sight(Seen.DOUBLED, numbers, f"orders {', '.join(numbers)} have the same lines")
        if sorted_out.ours and all(each.lines is not None and not _content(each) for each in ours):
            return _said(Seen.EMPTY, numbers, "known by number or marker, and has no line", sorted_out.refused)
        reason = (
            "known by number or marker" if sorted_out.ours else "the PO and the date are those of the quote's order"
        )
        return _said(Seen.OURS, numbers, reason, sorted_out.refused)
    if sorted_out.open:
        says = f"{_shown(sorted_out.open[0])} cannot be compared"
        return _said(Seen.UNCLEAR, (), says, sorted_out.refused)
    if sorted_out.refused:
        return _said(Seen.FOREIGN, (), sorted_out.refused[0], sorted_out.refused[1:])
    return Sight(Seen.NOTHING, (), f"no order under PO {wanted.folded}")


def _content(each: Found) -> frozenset[tuple[Part, int]]:
    units: Counter[Part] = Counter()
    for line in each.lines or ():
        if any(line.part) and not line.is_rejected:
            units[line.part] += line.quantity or 0
    return frozenset(units.items())


def _equal(orders: Sequence[tuple[str, Counter[Part]]], total: Counter[Part]) -> list[tuple[str, ...]]:
    """Return the numbers of orders that together have exactly the units of `total`; each order is in one group at most."""
    groups: list[tuple[str, ...]] = []
    left = list(orders)
    size = 1
    while size <= len(left):
        is_tried = len(left) <= _MOST_COMBINED or size in (1, 2, len(left))
        chosen = next((some for some in combinations(left, size) if _sum(some) == total), None) if is_tried else None
        if chosen is None:
            size += 1
            continue
        groups.append(tuple(number for number, _ in chosen))
        left = [each for each in left if each[0] not in groups[-1]]
    return groups


def _sum(orders: Iterable[tuple[str, Counter[Part]]]) -> Counter[Part]:
    units: Counter[Part] = Counter()
    for _, each in orders:
        units += each
    return units


def _said(seen: Seen, numbers: tuple[str, ...], reason: str, ignored: Sequence[str]) -> Sight:
    about = f"order {', '.join(numbers)}: {reason}" if numbers else reason
    return Sight(seen, numbers, f"{about} (besides: {'; '.join(ignored)})" if ignored else about)


def _shown(each: Found) -> str:
    return f"order {each.number}" if each.number else "an order without a number"


def _listed(units: Counter[Part]) -> str:
    return ", ".join(f"{count} of {next(filter(None, part), 'a part')}" for part, count in units.items())

"""Compare what a look has found with what was ordered; pure.

The rules:

1. Units are summed for each part, over all lines, and over all orders under the PO: the server may split both. A
   sub-order is part of its order. A line without a part number is a comment. A line that was cancelled counts, one that
   was rejected does not.
2. Part numbers are compared by the first kind that both sides have: Ingram Micro's, the vendor's, the UPC, the
   customer's. If they share none, or if a quantity is missing, the order cannot be compared.
3. Certainly ours is an order whose number our own answer gave, or that has our marker. Its lines only tell whether all
   of it is there.
4. Certainly not ours is an order without our marker, if ours has one, or with the marker of another; and one dated
   before the day of `since`, with a day of slack, because a date without zone may be that of another day.
5. Otherwise the units decide: orders that together have exactly ours are ours; if that holds twice, or all have twice
   ours, it was placed twice. Fewer units, and nothing else, are ours in part. Any other part or more units are
   another's order.
6. An order for a quote has no lines to compare. It is ours by rule 3, or by its PO and a date. Of two with the same
    lines, of which one is ours, both are: it was placed twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.ordering._findings import (
    MARKER,
    Found,
    FoundLine,
    Part,
    Wanted,
    base_number,
    candidates,
    day_of,
    found_of,
    unnumbered,
)
from xi.sdk.resellers.ordering._protocol import Kind, Seen

__all__ = [
    "Found",
    "FoundLine",
    "Part",
    "Sight",
    "Wanted",
    "candidates",
    "found_of",
    "judge",
    "unnumbered",
]

_MOST_COMBINED = 10
"""Up to so many orders under one PO every combination is compared; of more, each one, each pair, and all together."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a look has seen.

    Args:
        seen: the verdict.
        numbers: the numbers of our orders.
        says: the reason, in one readable line.
        claim: the claim number of a return that was found; None without one.
        leaves_open: why there may be a second order of ours all the same; an empty text if nothing shows that.
        total: the total of our orders; None if it is not known.
        currency: the currency of the total.
        differs: how our orders are not as they were ordered, in prices and bids; `says` has it too.
    """

    seen: Seen
    numbers: tuple[str, ...]
    says: str
    claim: str | None = None
    leaves_open: str = ""
    total: str | None = None
    currency: str | None = None
    differs: tuple[str, ...] = ()


def ours_of(sight: Sight, found: Iterable[Found]) -> list[Found]:
    """Return those of the orders that a look has found which are ours.

    Args:
        sight: what the look has seen.
        found: the orders that it has found.
    """
    by_number = {each.number: each for each in found}
    return [by_number[number] for number in sight.numbers if number in by_number]


def with_total(sight: Sight, found: Iterable[Found]) -> Sight:
    """Return a look that has found ours with their total, if each has one, all in one currency.

    Args:
        sight: what the look has seen.
        found: the orders that it has found.
    """
    ours = ours_of(sight, found)
    amounts = [each.total for each in ours if each.total is not None]
    currencies = {each.currency for each in ours}
    is_whole = len(amounts) == len(sight.numbers) > 0 and len(currencies) == 1
    if sight.seen not in (Seen.OURS, Seen.PARTLY) or not is_whole:
        return sight
    return replace(sight, total=str(sum(map(Decimal, amounts), Decimal(0))), currency=currencies.pop())


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
    total = Counter(wanted.units)
    compared = _compare(total, sorted_out.open)
    if sorted_out.ours:
        return _judge_certain(total, sorted_out, compared)
    return _judge_open(total, compared, sorted_out.refused, wanted.folded)


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
    )


def _is_certain(wanted: Wanted, each: Found) -> bool:
    number = base_number(each.number)
    if number and number in {base_number(known) for known in wanted.known}:
        return True
    return bool(wanted.marker) and folded(each.marker) == folded(wanted.marker)


def _why_not_ours(wanted: Wanted, each: Found) -> str:
    """Return why an order is certainly not ours; an empty text if it may be ours."""
    theirs = folded(each.marker)
    if wanted.marker and each.number:
        return "has another marker" if theirs else "does not have our marker"
    if MARKER.fullmatch(theirs):
        return "has a marker, and ours has none"
    day = day_of(each.date)
    if wanted.since is not None and day is not None:
        first = datetime.fromtimestamp(wanted.since, UTC).date() - timedelta(days=1)
        if day < first:
            return f"is dated {day}, before ours was sent"
    return ""


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


@dataclass(slots=True)
class _Compared:
    """The orders that are open, sorted by their units."""

    fitting: list[tuple[str, Counter[Part]]] = field(default_factory=list[tuple[str, Counter[Part]]])
    """Those with nothing but our parts, and not more units of any than were ordered."""
    numbers: list[str] = field(default_factory=list[str])
    """Those with nothing but our parts."""
    together: Counter[Part] = field(default_factory=Counter[Part])
    """The units of these together."""
    strange: list[str] = field(default_factory=list[str])
    """Why some are another's."""
    unclear: list[str] = field(default_factory=list[str])
    """Which cannot be compared."""


def _compare(total: Counter[Part], orders: Iterable[Found]) -> _Compared:
    compared = _Compared()
    for each in orders:
        tally = _tally(total, each)
        if tally.is_strange:
            compared.strange.append(f"{_shown(each)} has parts that were not ordered")
        elif tally.is_unclear or not tally.units or not folded(each.po) or not each.number:
            compared.unclear.append(f"{_shown(each)} cannot be compared")
        else:
            compared.numbers.append(each.number)
            compared.together += tally.units
            if tally.units <= total:
                compared.fitting.append((each.number, tally.units))
            else:
                compared.strange.append(f"{_shown(each)} has more units than were ordered")
    return compared


def _judge_open(total: Counter[Part], compared: _Compared, refused: Sequence[str], folded_po: str) -> Sight:
    """Judge orders of which none is certainly ours."""
    equal = _equal(compared.fitting, total)
    if len(equal) > 1 or compared.together == total + total:
        whole = compared.numbers if compared.together == total + total else [each for some in equal for each in some]
        return _doubled(tuple(whole))
    ignored = [*compared.unclear, *compared.strange, *refused]
    if equal:
        left = [f"order {number} has other units" for number, _ in compared.fitting if number not in equal[0]]
        return _said(Seen.OURS, equal[0], "the parts and units are those that were ordered", [*left, *ignored])
    if compared.unclear:
        return _said(Seen.UNCLEAR, (), ignored[0], ignored[1:])
    if compared.fitting and not compared.strange:
        return _judge_fewer(total, compared, refused)
    return _said(Seen.FOREIGN, (), ignored[0], ignored[1:]) if ignored else _nothing(folded_po)


def _judge_fewer(total: Counter[Part], compared: _Compared, refused: Sequence[str]) -> Sight:
    """Judge orders with nothing but our parts, of which none has all, and no others."""
    numbers = tuple(compared.numbers)
    if compared.together <= total:
        return _said(Seen.PARTLY, numbers, f"missing: {_listed(total - compared.together)}", refused)
    says = f"orders {', '.join(numbers)} have together more units than were ordered, and none has all"
    return _said(Seen.UNCLEAR, (), says, refused)


def _judge_certain(total: Counter[Part], sorted_out: _SortedOut, compared: _Compared) -> Sight:
    """Judge orders that are certainly ours, beside others."""
    tallies = [_tally(total, each) for each in sorted_out.ours]
    numbers = tuple(each.number for each in sorted_out.ours if each.number)
    has: Counter[Part] = Counter()
    for each in tallies:
        has += each.units
    clear = [(each.number, tally.units) for each, tally in zip(sorted_out.ours, tallies, strict=True) if tally.units]
    twice = _equal(clear, total)
    if len(twice) > 1 or (len(clear) > 1 and has == total + total):
        return _doubled(numbers)
    again = [each for some in _equal(compared.fitting, total) for each in some]
    again = again or [number for number, units in compared.fitting if has and units == has]
    if again:
        both = (*numbers, *again)
        return Sight(
            Seen.DOUBLED, both, f"beside {', '.join(numbers)}, {', '.join(again)} has the same parts and units"
        )
    others = (f"order {number} has other units" for number, _ in compared.fitting)
    ignored = [*sorted_out.refused, *others, *compared.strange, *compared.unclear]
    if any(each.is_unclear for each in tallies) or has >= total:
        sight = _said(Seen.OURS, numbers, "known by number or marker", ignored)
    elif not has and not any(each.is_strange for each in tallies):
        sight = _said(Seen.EMPTY, numbers, "known by number or marker, and has no line", ignored)
    else:
        sight = _said(Seen.PARTLY, numbers, f"missing: {_listed(total - has)}", ignored)
    return replace(sight, leaves_open=", ".join(compared.unclear))


def _judge_without_units(wanted: Wanted, sorted_out: _SortedOut) -> Sight:
    """Judge the order of a quote, or one whose body is not kept any more: only the former is ours by its date."""
    has_since = wanted.kind is Kind.QUOTE and wanted.since is not None
    named = [each for each in sorted_out.open if each.number and folded(each.po)]
    if sorted_out.ours:  # beside one that is certain, another with the same lines is ours a second time
        certain = {content for each in sorted_out.ours if (content := _content(each))}
        ours = [*sorted_out.ours, *(each for each in named if _content(each) in certain)]
    else:
        ours = [each for each in named if has_since and day_of(each.date) is not None]
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
    return _nothing(wanted.folded)


def _content(each: Found) -> frozenset[tuple[Part, int]]:
    units: Counter[Part] = Counter()
    for line in each.lines or ():
        if any(line.part) and not line.is_rejected:
            units[line.part] += line.quantity or 0
    return frozenset(units.items())


def _equal(orders: Sequence[tuple[str, Counter[Part]]], total: Counter[Part]) -> list[tuple[str, ...]]:
    """Return groups of orders, by number, that each have exactly the units of `total`; no order is in two groups."""
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


def _nothing(folded_po: str) -> Sight:
    return Sight(Seen.NOTHING, (), f"no order under PO {folded_po}")


def _doubled(numbers: tuple[str, ...]) -> Sight:
    them = f"orders {', '.join(numbers)} have" if len(numbers) > 1 else f"order {', '.join(numbers)} has"
    return Sight(Seen.DOUBLED, numbers, f"{them} twice what was ordered")


def _said(seen: Seen, numbers: tuple[str, ...], reason: str, ignored: Sequence[str]) -> Sight:
    about = f"order {', '.join(numbers)}: {reason}" if numbers else reason
    return Sight(seen, numbers, f"{about} (besides: {'; '.join(ignored)})" if ignored else about)


def _shown(each: Found) -> str:
    return f"order {each.number}" if each.number else "an order without a number"


def _listed(units: Counter[Part]) -> str:
    return ", ".join(f"{count} of {next(filter(None, part), 'a part')}" for part, count in units.items())

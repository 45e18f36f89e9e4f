"""Tell how an order that stands is not as it was ordered; pure.

What the server does with an order is its own decision: a price is a request that it need not grant, a part may be
replaced, and the answer is a success all the same. None of this changes what becomes of the order, so it is said to
persons: in the record, its history and the log.

Only what both sides have is compared. A price of 0 is none: an order on hold has it. Nor does an answer without a bid
say that the bid was not used: no published answer names one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeVar, cast

from xi.sdk.resellers import models
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.exceptions import printable
from xi.sdk.resellers.ordering._findings import FoundLine, Part, Parts, line_of, part_of, price_of, units_of
from xi.sdk.resellers.ordering._log import log

T = TypeVar("T")

_ROUNDING: Final = Decimal("0.005")
"""A price may be asked for with more digits than the server keeps."""
_LONGEST_SHOWN: Final = 200
_NO_BID: Final = frozenset({"", "0", "-", "null", "none"})
"""What stands where there is no bid."""


def differences_of_answer(body: bytes | None, created: models.OrderCreateResponse) -> tuple[str, ...]:
    """Return how the answer to a create differs from what was ordered: in the PO, units, prices and bids.

    Args:
        body: the request; None if it is not kept, which compares nothing.
        created: the answer.
    """
    return () if body is None else _told(_of_answer, body, created)


def differences_of_lines(body: bytes | None, lines: Iterable[FoundLine]) -> tuple[str, ...]:
    """Return how the lines of an order that was found differ from what was ordered, in prices and bids.

    The units are not compared here: by them a look has decided whether the order is ours, and all of it.

    Args:
        body: the request; None if it is not kept, which compares nothing.
        lines: the lines.
    """
    return () if body is None else _told(_of_lines, body, list(lines))


def _told(compare: Callable[[bytes, T], Iterable[str]], body: bytes, given: T) -> tuple[str, ...]:
    """Return differences in characters that every database keeps.

    What is only told must never cost the answer that it is about.
    """
    try:
        return tuple(printable(each, _LONGEST_SHOWN) for each in compare(body, given))
    except Exception:
        log.exception("what was answered could not be compared with what was ordered")
        return ()


def _of_answer(body: bytes, created: models.OrderCreateResponse) -> Iterable[str]:
    content = _content_of(body)
    lines = [_created_line(line) for order in created.orders or () for line in order.lines or ()]
    asked = _asked_lines(content)
    return (*_po(content, created), *_units(asked, lines, created), *_prices_and_bids(asked, lines))


def _of_lines(body: bytes, lines: Sequence[FoundLine]) -> Iterable[str]:
    return _prices_and_bids(_asked_lines(_content_of(body)), lines)


class _Asked(NamedTuple):
    part: Part
    units: int
    price: Decimal | None
    bid: str


def _content_of(body: bytes) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", json.loads(body, parse_float=Decimal))


def _asked_lines(content: Mapping[str, Any]) -> list[_Asked]:
    """Return what was asked for; an order of a quote, which decides it, has no lines to compare."""
    if content.get("quoteNumber"):
        return []
    lines = cast("list[Mapping[str, Any]]", content.get("lines") or [])
    of_all = content.get("specialBidNumber")  # that of a line comes first
    return [
        _Asked(
            part_of(each),
            int(each["quantity"]),
            price_of(each.get("unitPrice")),
            str(each.get("specialBidNumber") or of_all or "").strip(),
        )
        for each in lines
    ]


def _created_line(line: models.OrderCreateResponseOrdersInnerLinesInner) -> FoundLine:
    part = part_of({"ingramPartNumber": line.ingram_part_number, "vendorPartNumber": line.vendor_part_number})
    return line_of(line, part)


def _po(content: Mapping[str, Any], created: models.OrderCreateResponse) -> list[str]:
    asked, answered = content.get("customerOrderNumber"), created.customer_order_number
    is_other = bool(folded(answered)) and folded(answered) != folded(asked)
    return [f"PO {answered} instead of {asked}"] if is_other else []


def _units(asked: Sequence[_Asked], lines: Sequence[FoundLine], created: models.OrderCreateResponse) -> list[str]:
    """Return which parts have other units than were ordered. Rejected lines are told as such, elsewhere."""
    is_all_placed = not any(each.is_rejected for each in lines) and not any(
        order.rejected_line_items or order.number_of_lines_with_error for order in created.orders or ()
    )
    of_parts = [each for each in lines if any(each.part)]
    got = [(each.part, each.quantity) for each in of_parts if each.quantity is not None]
    if not is_all_placed or not asked or not got or len(got) < len(of_parts):
        return []
    wanted, found = units_of((each.part, each.units) for each in asked), units_of(got)
    by_part = Parts((part, part) for part in found)
    same = {part: by_part.same(part) for part in wanted}
    ours = Counter(other for others in same.values() for other in others)
    kinds = {_kinds(other) for other in found}
    is_apart = any(not kinds_of & _kinds(part) for part in wanted if not same[part] for kinds_of in kinds)
    if is_apart or ours.total() > len(ours):
        return []  # numbers of different kinds: which part is which is not known
    told = [
        f"quantity {sum(found[each] for each in same[part])} of {_shown(part)} instead of {units}"
        for part, units in wanted.items()
        if sum(found[each] for each in same[part]) != units
    ]
    more = {part: units for part, units in found.items() if part not in ours}
    return told + [f"quantity {units} of {_shown(part)} instead of 0" for part, units in more.items()]


def _kinds(part: Part) -> frozenset[int]:
    """Return which kinds of numbers a part has."""
    return frozenset(place for place, number in enumerate(part) if number)


def _prices_and_bids(asked: Sequence[_Asked], lines: Sequence[FoundLine]) -> list[str]:
    told: list[str] = []
    by_part = Parts((each.part, each) for each in asked)
    for line in lines:
        same = by_part.same(line.part)
        if line.is_rejected or not same:
            continue
        prices = [each.price for each in same if each.price is not None]
        if line.price is not None and len(prices) == len(same) and not _is_among(line.price, prices):
            told.append(f"{_shown(line.part)} at {line.price} a unit instead of {prices[0]}")
        bids = [each.bid for each in same if each.bid]
        bid = (line.bid or "").strip()
        if bid.casefold() not in _NO_BID and len(bids) == len(same) and bid.casefold() not in map(str.casefold, bids):
            told.append(f"{_shown(line.part)} with bid {bid} instead of {bids[0]}")
    return list(dict.fromkeys(told))


def _is_among(price: Decimal, asked: Iterable[Decimal]) -> bool:
    return any(abs(price - each) <= _ROUNDING for each in asked)


def _shown(part: Part) -> str:
    return next(filter(None, part))  # one without any number is the same as none, so nothing differs in it

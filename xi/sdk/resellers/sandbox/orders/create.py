"""Places an order: which lines are accepted, and how they are split into orders."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.catalogue import Catalogue
from xi.sdk.resellers.sandbox.catalog.parts import Part, PartKind
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.lines import Granted, LinePrices, refusal
from xi.sdk.resellers.sandbox.orders.requests import LINE_LIMIT, NewLine, NewOrder
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Rejection, comment_texts, normalised, spread
from xi.sdk.resellers.sandbox.wire.json import whole

DUPLICATE_PO: Final = "CUSTOMER-PO-EXISTS"
STOCK_FREIGHT: Final = Decimal("7.83")
"""Freight of an order from a warehouse, a fixed amount; direct shipments have none."""

_LINE_NUMBER_WIDTH: Final = 3
_REASONS: Final = {
    "EN": "SKU-NOTFOUND    {}",
    "EQ": "ERROR-INVALID-QTY",
    "EA": "SKU-NOT-AUTHORIZED    {}",
    "EW": "BR-CANT-SHIP    {}",
}


@dataclass(frozen=True, slots=True)
class SortedLines:
    """Accepted and rejected lines, with the stock that the accepted ones leave."""

    lines: tuple[Line, ...]
    rejected: tuple[Rejection, ...]
    stock: Stock


def customer_line_numbers(given: Sequence[str]) -> list[str]:
    """Return the customer line numbers; a number that is not unique, or not from 1 to 884, is replaced."""
    seen: set[int] = set()
    kept: list[str | None] = []
    for each in given:
        number = whole(each) if len(each) <= _LINE_NUMBER_WIDTH else None
        usable = number is not None and 0 < number <= LINE_LIMIT and number not in seen
        if usable and number is not None:
            seen.add(number)
        kept.append(each if usable else None)
    free = (number for number in range(1, LINE_LIMIT + 1) if number not in seen)
    return [str(next(free)) if number is None else number for number in kept]


def unknown_sku(number: str) -> str:
    """Return the reason for which an unknown part number is refused."""
    return _REASONS["EN"].format(number)


def find_part(sent: NewLine, catalogue: Catalogue) -> Part | None:
    """Return the part that a line names by Ingram's number, the reseller's, or the vendor's, whose first part it is."""
    found = catalogue.find(sent.part_number, sent.own_part_number)
    wanted = sent.vendor_part_number.upper()
    if found is not None or not wanted or sent.part_number or sent.own_part_number:
        return found
    return next(iter(catalogue.named("vendorPartNumber", wanted)), None)


def sort_lines(
    order: NewOrder,
    lines: Sequence[NewLine],
    catalogue: Catalogue,
    stock: Stock,
    prices: LinePrices,
) -> SortedLines:
    """Return which lines can be ordered; stock is reserved on a copy.

    Args:
        order: The order.
        lines: Its lines.
        catalogue: The parts.
        stock: What is in stock.
        prices: Tells the prices.
    """
    trial = stock.copy()
    good: list[Line] = []
    bad: list[Rejection] = []
    for number, sent in zip(customer_line_numbers([line.customer_line for line in lines]), lines, strict=True):
        asked_for = sent.part_number or sent.own_part_number or sent.vendor_part_number
        part = find_part(sent, catalogue)
        code = refusal(part, sent.units, sent.warehouse, trial, may_backorder=order.may_backorder)
        if part is None or sent.units is None or code:
            vendor_number = part.vendor_number if part is not None else ""
            reason = _REASONS[code].format(asked_for if part is None else part.number)
            bad.append(Rejection(code, reason, number, asked_for, vendor_number, quantity=sent.units_sent))
        else:
            bid = sent.special_bid or order.special_bid
            agreed = prices.price(part, sent.units, bid, sent.wish)
            good.append(_line(order, sent, number, part, sent.units, trial, agreed))
    return SortedLines(tuple(good), tuple(bad), trial)


def draft(order: NewOrder, lines: Iterable[Line], now: datetime, new_number: Callable[[], str]) -> list[Order]:
    """Return the orders for the accepted lines: stock and direct shipments have separate orders."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        kind = line.part.kind.order_type if order.impulse and line.part is not None else "ZOR"
        groups.setdefault(kind, []).append(line)
    return [_order(order, kind, group, now, new_number()) for kind, group in sorted(groups.items(), reverse=True)]


def _line(order: NewOrder, sent: NewLine, number: str, part: Part, units: int, stock: Stock, agreed: Granted) -> Line:
    bid = sent.special_bid or order.special_bid
    warehouse = stock.choose(part, units, sent.warehouse)
    return Line(
        number=0,
        customer_line=number,
        part=part,
        quantity=units,
        # An order on hold reserves nothing until it is released.
        confirmed=0 if order.held else stock.take(part, units, warehouse),
        unit_price=agreed.price,
        warehouse=warehouse,
        special_bid=bid,
        by_deal=agreed.by_deal,
        note=sent.note,
        wish=sent.wish,
    )


def _order(order: NewOrder, kind: str, lines: Sequence[Line], now: datetime, number: str) -> Order:
    step = 1 if order.impulse else 10
    # Comments have line numbers too, so the first part is often line 2.
    comments = [Line(number=0, note=note) for note in comment_texts(order.notes, wrap=order.comments_as_lines)]
    numbered = [replace(line, number=index * step) for index, line in enumerate([*comments, *spread(lines)], start=1)]
    unauthorised = not order.authorised and any(line.part and line.part.needs_authorisation for line in lines)
    return Order(
        number=number,
        customer=order.customer,
        country=order.country,
        impulse=order.impulse,
        customer_order_number=order.purchase_order,
        placed_at=now,
        order_type=kind,
        lines=tuple(numbered),
        end_customer_order_number=order.end_customer_order_number,
        held=order.held or unauthorised,
        authorised=order.authorised,
        may_backorder=order.may_backorder,
        ship_to=normalised(order.ship_to),
        end_user=normalised(order.end_user),
        reseller=order.reseller,
        bill_to_id=order.bill_to_id,
        special_bid=order.special_bid,
        shipping=order.shipping,
        freight=STOCK_FREIGHT if kind == PartKind.STOCK.order_type else Decimal(0),
        confirmation_number=order.confirmation_number,
    )

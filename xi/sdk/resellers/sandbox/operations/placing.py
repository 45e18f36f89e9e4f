"""Places an order: its lines, or those of a quote, with what their vendors want to be told."""

from collections.abc import Sequence
from dataclasses import dataclass

from xi.sdk.resellers.sandbox.operations.bidding import line_prices
from xi.sdk.resellers.sandbox.orders.create import (
    DUPLICATE_PO,
    SortedLines,
    customer_line_numbers,
    draft,
    find_part,
    sort_lines,
)
from xi.sdk.resellers.sandbox.orders.requests import NewLine, NewOrder
from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.quotes.order import choose, missing_fields, obstacle, read_asked
from xi.sdk.resellers.sandbox.quotes.values import Quote
from xi.sdk.resellers.sandbox.quotes.vendor_values import complaints, read_vendor_values
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.json import Json


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a create asks for, after a look at its quote.

    Args:
        order: The order.
        lines: Its lines, or those of the quote.
        quote: The quote, if it has one.
        missing: What the vendor was not told, or wrongly.
    """

    order: NewOrder
    lines: tuple[NewLine, ...]
    quote: Quote | None = None
    missing: tuple[str, ...] = ()


def want(sandbox: Sandbox, order: NewOrder, body: Json, *, tells_vendor: bool) -> Wanted | list[str]:
    """Return what a create asks for; a list of messages means that its quote cannot be ordered so.

    Args:
        sandbox: The sandbox.
        order: The order.
        body: The body of the create.
        tells_vendor: Whether it can hold what a vendor wants to be told about a part, as v7 can.
    """
    values = read_vendor_values(body)
    if not order.quote:
        missing = _untold(sandbox, order.lines, body) if tells_vendor else ()
        return Wanted(order, order.lines, missing=tuple(missing))
    quote = sandbox.offers.quotes.find(order.customer, order.quote)
    reason = obstacle(quote, sandbox.now().date(), active_too=sandbox.policy.order_active_quotes)
    if quote is None or reason:
        return [reason]
    taken = choose(quote, read_asked(body))
    lines: list[NewLine] = []
    problems: list[str] = []
    for each in taken:
        if isinstance(each, str):
            problems.append(each)
            continue
        lines.append(
            NewLine(
                part_number=each.line.part.number,
                customer_line=each.line.number,
                units=each.units,
                units_sent=each.units,
                special_bid=quote.special_bid,
                unit_price=each.line.price,
                quoted=True,
            )
        )
    if problems:
        return problems
    missing = missing_fields(quote, [each for each in taken if not isinstance(each, str)], values)
    return Wanted(order, tuple(lines), quote, tuple(missing))


def place(sandbox: Sandbox, wanted: Wanted) -> tuple[list[Order], SortedLines] | list[str]:
    """Place the lines that can be placed; a list of messages means that no order was placed."""
    order = wanted.order
    sandbox.require_room()
    is_duplicate = not order.allow_duplicate and _sees_duplicate(sandbox, order)
    if is_duplicate and not sandbox.policy.duplicate_check_after_stock:
        return [DUPLICATE_PO]
    if wanted.missing:
        return list(wanted.missing)
    found = sort_lines(
        order,
        wanted.lines,
        sandbox.catalogue,
        sandbox.orders.stock,
        line_prices(sandbox, order.customer),
    )
    allowed = sandbox.policy.partial_by_default if order.allow_partial is None else order.allow_partial
    # Else a part of the quote would be ordered.
    whole = wanted.quote is not None and not wanted.quote.partial
    if not found.lines or (found.rejected and (whole or not allowed)):
        return [item.reason for item in found.rejected]
    if is_duplicate:
        return [DUPLICATE_PO]
    now = sandbox.now()
    if wanted.quote is not None:
        # First, since there may be no room for one more changed quote.
        sandbox.offers.take(wanted.quote, ((each.customer_line, each.quantity) for each in found.lines), now)

    def new_number() -> str:
        return sandbox.orders.new_number(order.customer, impulse=order.impulse)

    orders = sandbox.orders.add(draft(order, found.lines, now, new_number), found.stock)
    for each in orders:
        sandbox.record("created", each)
    return orders, found


def _untold(sandbox: Sandbox, lines: Sequence[NewLine], body: Json) -> list[str]:
    """Return what vendors want to be told about parts that are ordered without a quote, and were not."""
    values = read_vendor_values(body)
    found: list[str] = []
    numbers = customer_line_numbers([line.customer_line for line in lines])
    for number, line in zip(numbers, lines, strict=True):
        part = find_part(line, sandbox.catalogue)
        if part is not None and part.vendor_fields:
            found += complaints(part.vendor_fields, values.of_line(number, part.number), f"line {number}: ")
    return found


def _sees_duplicate(sandbox: Sandbox, order: NewOrder) -> bool:
    now = sandbox.now()
    return any(
        sandbox.policy.sees_duplicate(each.placed_at, now, cancelled=each.cancelled_at is not None)
        for each in sandbox.orders.of(order.customer, order.purchase_order)
    )

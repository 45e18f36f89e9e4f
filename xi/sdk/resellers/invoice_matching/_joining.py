"""Joins the lines of invoices with those of their order; pure. Where several fit, none is chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from xi.sdk.resellers._exact import added, difference, times
from xi.sdk.resellers.invoice_matching._reading import folded
from xi.sdk.resellers.invoice_matching._values import (
    Finding,
    Invoice,
    InvoiceLine,
    MatchedLine,
    Order,
    OrderLine,
    Reason,
)

Billed = tuple[str, InvoiceLine]
"""The number of an invoice, and one of its lines."""
_ZERO: Final = Decimal(0)


@dataclass(slots=True)
class Joined:
    """What came of joining.

    Args:
        billed: what is billed of each line of the order.
        unmatched: what belongs to no line of it.
        findings: what does not match.
    """

    billed: list[list[Billed]]
    unmatched: list[Billed] = field(default_factory=list[Billed])
    findings: list[Finding] = field(default_factory=list[Finding])


def joined(order: Order, invoices: Iterable[Invoice]) -> Joined:
    """Join all lines of invoices with those of their order.

    Args:
        order: the order.
        invoices: its invoices.
    """
    found = Joined([[] for _ in order.lines])
    places = _Places(order)
    for invoice in invoices:
        sub_order = folded(invoice.order_number)
        for line in invoice.lines:
            _join(found, order, invoice, line, places.of(line, sub_order))
    return found


def _join(found: Joined, order: Order, invoice: Invoice, line: InvoiceLine, places: Sequence[int]) -> None:
    if len(places) == 1:
        place = places[0]
        found.billed[place].append((invoice.number, line))
        other = order.lines[place].sku
        if line.sku is not None and other is not None and line.sku != other:
            says = f"{line.name} has the number of a line with {other}"
            found.findings.append(_finding(Reason.OTHER_PART, says, invoice, line))
        return
    found.unmatched.append((invoice.number, line))
    if places:
        names = ", ".join(order.lines[each].name for each in places)
        says = f"{line.name} may belong to any of these lines of the order: {names}"
    else:
        says = f"the order has no line for {line.name}"
    found.findings.append(_finding(Reason.NO_ORDER_LINE, says, invoice, line))


class _Places:
    """The lines of an order by what an invoice says of them, so that an order may have thousands.

    Args:
        order: the order.
    """

    def __init__(self, order: Order) -> None:
        self._sub_orders = [folded(each.sub_order_number) for each in order.lines]
        self._by: list[dict[object, list[int]]] = [{} for _ in _keys(None, None, None)]
        for place, each in enumerate(order.lines):
            keys = _keys(each.sku, each.ingram_line_number, each.customer_line_number)
            for by, key in zip(self._by, keys, strict=True):
                if key is not None:
                    by.setdefault(key, []).append(place)

    def of(self, line: InvoiceLine, sub_order: str) -> list[int]:
        """Return the order lines that an invoice line may belong to.

        The first rule that finds one decides: number and SKU, then SKU alone, then number alone; each first among the
        lines of the sub-order that is billed, then among all.

        Args:
            line: the line of the invoice.
            sub_order: the folded number of the sub-order that is billed.
        """
        first_several: list[int] = []
        for by, key in zip(self._by, _keys(line.sku, line.ingram_line_number, line.customer_line_number), strict=True):
            everywhere = by.get(key, []) if key is not None else []
            here = [each for each in everywhere if self._sub_orders[each] == sub_order]
            for places in (here, everywhere):
                if len(places) == 1:
                    return places
                first_several = first_several or places
        return first_several


def _keys(sku: str | None, ingram_line: str | None, customer_line: str | None) -> tuple[object, ...]:
    """Return what each rule compares, in the sequence of the rules; None where a rule has nothing to compare."""
    number, customer = _plain(ingram_line) or None, _plain(customer_line) or None
    return (
        (sku, number) if sku is not None and number else None,
        (sku, customer) if sku is not None and customer else None,
        sku,
        number,
        customer,
    )


def _plain(number: str | None) -> str:
    """Return a line number without leading zeros, which one service writes and another does not."""
    return "" if number is None else number.lstrip("0")


# -- what is billed of a line


def matched_line(line: OrderLine, billed: Sequence[Billed]) -> tuple[MatchedLine, list[Finding]]:
    """Return an order line with what is billed of it, and what does not match.

    Args:
        line: the order line.
        billed: the lines of invoices that belong to it.
    """
    units = added(each.quantity for _, each in billed if each.quantity is not None)
    currencies = {each.currency for _, each in billed if each.currency}
    amounts = [each.amount for _, each in billed]
    known = [each for each in amounts if each is not None]
    matched = MatchedLine(
        order_line=line,
        invoice_lines=tuple(billed),
        invoiced=units,
        amount=added(known) if len(known) == len(amounts) and len(currencies) <= 1 else None,
        price_difference=_price_difference(line, billed, currencies),
    )
    return matched, [*_price_findings(line, billed), *_quantity_findings(matched)]


def _price_difference(line: OrderLine, billed: Sequence[Billed], currencies: set[str]) -> Decimal | None:
    if line.unit_price is None or currencies - ({line.currency} if line.currency else currencies):
        return None
    parts: list[Decimal] = []
    for _, each in billed:
        if each.unit_price is None or each.quantity is None:
            return None
        parts.append(times(difference(each.unit_price, line.unit_price), each.quantity))
    return added(parts) if len(currencies) <= 1 else None


def _price_findings(line: OrderLine, billed: Sequence[Billed]) -> Iterator[Finding]:
    for number, each in billed:
        if each.currency and line.currency and each.currency != line.currency:
            says = f"{each.name} is billed in {each.currency}, and was ordered in {line.currency}"
            yield Finding(reason=Reason.CURRENCY, says=says, invoice_number=number, line=each.name, about=each)
        elif each.unit_price is not None and line.unit_price is None:
            says = f"{each.name} is billed at {each.unit_price} a unit, and its order states no price"
            yield Finding(reason=Reason.AMOUNT, says=says, invoice_number=number, line=each.name, about=each)
        elif each.unit_price is not None and each.unit_price != line.unit_price:
            says = f"{each.name} is billed at {each.unit_price} a unit, and was ordered at {line.unit_price}"
            yield Finding(reason=Reason.PRICE, says=says, invoice_number=number, line=each.name, about=each)


def _quantity_findings(matched: MatchedLine) -> Iterator[Finding]:
    line, invoiced = matched.order_line, matched.invoiced
    ordered, shipped = line.ordered, line.shipped
    if ordered is None:
        yield _of_line(Reason.AMOUNT, line, "the order does not say how many units were ordered")
    elif invoiced > ordered:
        yield _too_many(matched, f"{invoiced} units are billed, and {ordered} were ordered")
    if shipped is not None and invoiced > shipped and not (ordered is not None and invoiced > ordered):
        yield _too_many(matched, f"{invoiced} units are billed, and {shipped} were shipped")
    if shipped is not None and shipped > invoiced:
        yield _of_line(Reason.NOT_INVOICED, line, f"{shipped} units were shipped, and {invoiced} are billed")
    reached = max(shipped or _ZERO, invoiced)
    if ordered is not None and ordered > reached:
        yield _of_line(Reason.NOT_SHIPPED, line, f"{ordered} units were ordered, and {reached} were shipped or billed")


def _too_many(matched: MatchedLine, says: str) -> Finding:
    """Return the finding that too many units are billed: twice the same, if two lines are alike."""
    seen: set[tuple[Decimal | None, Decimal | None]] = set()
    for number, each in matched.invoice_lines:
        alike = (each.quantity, each.unit_price)
        if alike in seen:
            says += f"; {each.name} of invoice {number} is there twice"
            line = matched.order_line
            reason = Reason.DOUBLED_LINE
            return Finding(reason=reason, says=says, invoice_number=number, line=line.name, about=line)
        seen.add(alike)
    return _of_line(Reason.QUANTITY, matched.order_line, says)


def serial_findings(invoices: Iterable[Invoice]) -> Iterator[Finding]:
    """Yield the serial numbers that are billed twice. A credit takes one back, so that it may be billed again.

    Args:
        invoices: the invoices of an order, in any order.
    """
    billed: dict[tuple[str | None, str], list[tuple[Invoice, InvoiceLine]]] = {}
    taken_back: Counter[tuple[str | None, str]] = Counter()
    for invoice in invoices:
        for line in invoice.lines:
            for serial in line.serial_numbers:
                if line.is_credit:
                    taken_back[line.sku, serial] += 1
                else:
                    billed.setdefault((line.sku, serial), []).append((invoice, line))
    for key, places in billed.items():
        for place in places[1 + taken_back[key] :]:
            before, here = (f"{line.name} of invoice {invoice.number}" for invoice, line in (places[0], place))
            yield _finding(Reason.DOUBLED_LINE, f"serial number {key[1]} is in {before}, and in {here}", *place)


def twin_findings(invoices: Iterable[Invoice]) -> Iterator[Finding]:
    """Yield the lines that an invoice has twice, for invoices whose order is not known.

    Args:
        invoices: the invoices.
    """
    for invoice in invoices:
        seen: set[tuple[object, ...]] = set()
        for line in invoice.lines:
            alike = (line.ingram_line_number, line.sku, line.quantity, line.unit_price)
            if line.ingram_line_number and alike in seen:
                yield _finding(Reason.DOUBLED_LINE, f"{line.name} is there twice", invoice, line)
            seen.add(alike)


def _of_line(reason: Reason, line: OrderLine, says: str) -> Finding:
    return Finding(reason=reason, says=f"{line.name}: {says}", line=line.name, about=line)


def _finding(reason: Reason, says: str, invoice: Invoice, line: InvoiceLine) -> Finding:
    return Finding(reason=reason, says=says, invoice_number=invoice.number, line=line.name, about=line)

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
    currencies = {each.currency for _, each in billed if each.currency}
    amounts = [each.amount for _, each in billed]
    known = [each for each in amounts if each is not None]
    matched = MatchedLine(
        order_line=line,
        invoice_lines=tuple(billed),
        invoiced=_units(each for _, each in billed if not _is_taken_back(line, each)),
        credited=_units(each for _, each in billed if _is_taken_back(line, each)),
        amount=added(known) if len(known) == len(amounts) and len(currencies) <= 1 else None,
        price_difference=_price_difference(line, billed, currencies),
    )
    return matched, [*_price_findings(line, billed), *_quantity_findings(matched)]


def _units(lines: Iterable[InvoiceLine]) -> Decimal:
    """Return how many units lines have together. The sign says only whether they are billed or credited."""
    return added(each.quantity.copy_abs() for each in lines if each.quantity is not None)


def _is_taken_back(line: OrderLine, billed: InvoiceLine) -> bool:
    """Return whether a line of an invoice takes back what the order line costs; or gives, if its price is below 0."""
    is_rebate = line.unit_price is not None and line.unit_price < 0
    return billed.is_credit is not is_rebate


def _price_difference(line: OrderLine, billed: Sequence[Billed], currencies: set[str]) -> Decimal | None:
    if line.unit_price is None or currencies - ({line.currency} if line.currency else currencies):
        return None
    parts: list[Decimal] = []
    for _, each in billed:
        if each.unit_price is None or each.quantity is None:
            return None
        units = each.quantity.copy_abs()
        paid = times(each.unit_price.copy_abs(), units)
        due = times(line.unit_price, units)
        parts.append(paid.copy_negate() if each.is_credit else paid)
        parts.append(due if _is_taken_back(line, each) else due.copy_negate())
    return added(parts) if len(currencies) <= 1 else None


def _price_findings(line: OrderLine, billed: Sequence[Billed]) -> Iterator[Finding]:
    for number, each in billed:
        if each.currency and line.currency and each.currency != line.currency:
            says = f"{each.name} is billed in {each.currency}, and was ordered in {line.currency}"
            yield Finding(reason=Reason.CURRENCY, says=says, invoice_number=number, line=each.name, about=each)
        elif each.unit_price is not None and line.unit_price is None:
            says = f"{each.name} is billed at {each.unit_price} a unit, and its order states no price"
            yield Finding(reason=Reason.AMOUNT, says=says, invoice_number=number, line=each.name, about=each)
        elif each.unit_price is not None and line.unit_price is not None and _differ(each.unit_price, line.unit_price):
            done = "credited" if _is_taken_back(line, each) else "billed"
            says = f"{each.name} is {done} at {each.unit_price} a unit, and was ordered at {line.unit_price}"
            yield Finding(reason=Reason.PRICE, says=says, invoice_number=number, line=each.name, about=each)


def _differ(price: Decimal, ordered: Decimal) -> bool:
    """Return whether two prices differ in more than the sign, which a credit has at its units or at its price."""
    return price.copy_abs() != ordered.copy_abs()


def _quantity_findings(matched: MatchedLine) -> Iterator[Finding]:
    line, invoiced, credited = matched.order_line, matched.invoiced, matched.credited
    ordered, shipped = line.ordered, line.shipped
    if ordered is None:
        yield _of_line(Reason.AMOUNT, line, "the order does not say how many units were ordered")
    limits = ((each, what) for each, what in ((ordered, "ordered"), (shipped, "shipped")) if each is not None)
    over = next(((each, what) for each, what in limits if _is_over(matched, each)), None)
    if over is not None:
        yield _too_many(matched, *over)
    if shipped is not None and shipped > invoiced:
        billed = f"{invoiced} are billed" + (f" and {credited} credited" if credited else "")
        yield _of_line(Reason.NOT_INVOICED, line, f"{shipped} units were shipped, and {billed}")
    elif credited > invoiced:
        yield _of_line(Reason.NOT_INVOICED, line, f"{credited} units are credited, and {invoiced} are billed")
    elif credited:
        yield _of_line(Reason.CREDITED, line, f"{invoiced} units are billed, and {credited} of them are credited")
    reached = max(shipped or _ZERO, difference(invoiced, credited))
    if ordered is not None and ordered > reached:
        done = "shipped, or billed and not credited" if credited else "shipped or billed"
        yield _of_line(Reason.NOT_SHIPPED, line, f"{ordered} units were ordered, and {reached} were {done}")


def _is_over(matched: MatchedLine, limit: Decimal) -> bool:
    """Return whether more is billed than a limit.

    A credit does not excuse it unless nothing is left to pay: it may be for what was billed too much, and it may be for
    goods that went back, so that nobody has taken back what was billed too much.
    """
    return matched.invoiced > limit and matched.invoiced > matched.credited


def _too_many(matched: MatchedLine, limit: Decimal, what: str) -> Finding:
    """Return the finding that too many units are billed: twice the same, if two lines are alike.

    Args:
        matched: the order line.
        limit: how many units may be billed.
        what: what was done with these.
    """
    credited = f" and {matched.credited} credited" if matched.credited else ""
    says = f"{matched.invoiced} units are billed{credited}, and {limit} were {what}"
    if matched.credited and difference(matched.invoiced, matched.credited) <= limit:
        says += "; that is right only if the credit is for what was billed too much, and not for goods that went back"
    seen: set[tuple[Decimal | None, Decimal | None]] = set()
    for number, each in matched.invoice_lines:
        if _is_taken_back(matched.order_line, each):
            continue
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

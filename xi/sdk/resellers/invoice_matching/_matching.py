"""Matches invoices with orders, and with what a ledger knows: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, Protocol

from xi.sdk.resellers._purchase_orders import folded as folded_po
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.invoice_matching._adding import matched_invoice
from xi.sdk.resellers.invoice_matching._joining import joined, matched_line, serial_findings, twin_findings
from xi.sdk.resellers.invoice_matching._reading import folded, main_number
from xi.sdk.resellers.invoice_matching._values import Finding, Invoice, MatchedOrder, Order, Reason

_ZERO: Final = Decimal(0)
SEQUENCE: Final = 2
"""Digits that the number of a sub-order has beyond that of its order."""


class OurOrder(Protocol):
    """What a ledger tells about an order; a `Record` of the order desk is one."""

    @property
    def po(self) -> str:
        """The PO, as it was sent."""
        ...

    @property
    def order_numbers(self) -> Sequence[str]:
        """Ingram Micro's numbers of it."""
        ...


@dataclass(slots=True)
class Group:
    """An order with its invoices.

    Args:
        number: the number of the order, or what the first invoice calls it.
        order: the order; None if it is not known.
        invoices: its invoices.
        findings: what was found while they were read.
    """

    number: str | None
    order: Order | None = None
    invoices: list[Invoice] = field(default_factory=list[Invoice])
    findings: list[Finding] = field(default_factory=list[Finding])


def match(
    invoices: Iterable[Invoice],
    orders: Iterable[Order] = (),
    ours: Iterable[OurOrder] | None = None,
    *,
    tolerance: Decimal = _ZERO,
) -> list[MatchedOrder]:
    """Match invoices with orders. Nothing is fetched.

    Each invoice, each order and each line is in exactly one of the results.

    Args:
        invoices: the invoices, as `read_invoice` makes them.
        orders: the orders, as `read_order` makes them.
        ours: the orders of a ledger; None without one.
        tolerance: how far a stated total may be from the sum, in the currency of the invoice.

    Returns:
        The orders as they were given, then the invoices whose orders are not among them.

    Raises:
        ApiValueError: the tolerance is no Decimal of 0 or more.
    """
    check_tolerance(tolerance)
    known = None if ours is None else list(ours)
    return [matched_order(group, known, tolerance) for group in grouped(invoices, orders)]


def check_tolerance(tolerance: object) -> None:
    """Refuse what is no Decimal of 0 or more.

    Raises:
        ApiValueError: it is something else.
    """
    if not isinstance(tolerance, Decimal) or not tolerance.is_finite() or tolerance < 0:
        raise ApiValueError(f"tolerance is {tolerance!r}; it should be a Decimal of 0 or more", argument="tolerance")


def grouped(invoices: Iterable[Invoice], orders: Iterable[Order]) -> list[Group]:
    """Return orders with their invoices, and then groups of invoices without an order.

    Args:
        invoices: the invoices.
        orders: the orders.
    """
    groups = [Group(each.number, each) for each in orders]
    places: dict[str, Group] = {}
    for group in groups:
        for number in _numbers(group.order):
            places.setdefault(number, group)
    strangers: dict[str, Group] = {}
    seen: dict[tuple[int, str], int] = {}
    for invoice in invoices:
        place = _place(places, invoice)
        if place is None:
            main = None if invoice.order_number is None else main_number(invoice.order_number)
            # Invoices that name no order have nothing in common.
            key = folded(main) or f"invoice {folded(invoice.number)}"
            place = strangers.setdefault(key, Group(main))
        _add(place, invoice, seen)
    return [*groups, *strangers.values()]


def _numbers(order: Order | None) -> Iterator[str]:
    """Yield the folded numbers by which an invoice finds its order."""
    if order is None:
        return
    yield folded(order.number)
    for line in order.lines:
        if line.sub_order_number:
            yield folded(line.sub_order_number)
    for line in order.lines:
        yield from (f"invoice {folded(each)}" for each in line.invoice_numbers)


def _place(places: dict[str, Group], invoice: Invoice) -> Group | None:
    number = invoice.order_number
    if number is not None:
        for each in (folded(number), folded(main_number(number)), folded(number)[:-SEQUENCE]):
            if each and each in places:
                return places[each]
    return places.get(f"invoice {folded(invoice.number)}")


def _add(group: Group, invoice: Invoice, seen: dict[tuple[int, str], int]) -> None:
    """Add an invoice to a group, once: the same invoice may be read twice, and a search has less of it.

    Args:
        group: the group.
        invoice: the invoice.
        seen: the places of invoices in their groups, by the group and the folded number.
    """
    index = seen.setdefault((id(group), folded(invoice.number)), len(group.invoices))
    if index == len(group.invoices):
        group.invoices.append(invoice)
        return
    each = group.invoices[index]
    one, other = (invoice, each) if invoice.is_read and not each.is_read else (each, invoice)
    if other.is_read:
        if completed(other, one)[0] != one:
            says = "it was read twice, with different content; the first one counts"
            group.findings.append(Finding(reason=Reason.DOUBLED_INVOICE, says=says, invoice_number=invoice.number))
        return
    group.invoices[index], findings = completed(one, other)
    group.findings += findings


def completed(invoice: Invoice, found: Invoice) -> tuple[Invoice, list[Finding]]:
    """Return an invoice with the total and the currency that only a search states, and where the two do not agree.

    Args:
        invoice: the invoice, as its details have it, or as a search has found it first.
        found: the same invoice, as a search has found it.
    """
    stated = list(dict.fromkeys(filter(None, (invoice.currency, *(each.currency for each in invoice.lines)))))
    if found.currency and any(each != found.currency for each in stated):
        # A total in another currency is not that of these lines.
        says = f"a search states its amounts in {found.currency}, and its details in {', '.join(stated)}"
        return invoice, [Finding(reason=Reason.CURRENCY, says=says, invoice_number=invoice.number)]
    if found.currency and not stated:
        lines = tuple(replace(each, currency=found.currency) for each in invoice.lines)
        invoice = replace(invoice, currency=found.currency, lines=lines)
    if found.total is None or found.total == invoice.total:
        return invoice, []
    if invoice.total is None:
        return replace(invoice, total=found.total), []
    says = f"it was found with the totals {invoice.total} and {found.total}; the first one counts"
    return invoice, [Finding(reason=Reason.DOUBLED_INVOICE, says=says, invoice_number=invoice.number)]


def matched_order(group: Group, ours: Sequence[OurOrder] | None, tolerance: Decimal = _ZERO) -> MatchedOrder:
    """Return what came of matching an order with its invoices.

    Args:
        group: the order and its invoices.
        ours: the orders of a ledger; None without one.
        tolerance: how far a stated total may be from the sum.
    """
    order, findings = group.order, list(group.findings)
    if order is not None and not order.lines:
        says = f"the details of order {order.number} have no lines, as happens"
        findings.append(Finding(reason=Reason.UNREAD, says=says))
    sums = [matched_invoice(each, tolerance) for each in group.invoices]
    for _, found in sums:
        findings += found
    findings += serial_findings(group.invoices)
    if order is None or not order.lines:
        is_told = any(each.reason is Reason.UNREAD and each.invoice_number is None for each in findings)
        findings += [] if is_told else _without_order(group.invoices)
        findings += twin_findings(group.invoices)
        lines, unmatched = [], [(each.number, line) for each in group.invoices for line in each.lines]
    else:
        join = joined(order, group.invoices)
        findings += join.findings
        unmatched = join.unmatched
        pairs = [matched_line(*each) for each in zip(order.lines, join.billed, strict=True)]
        lines = [each for each, _ in pairs]
        for _, found in pairs:
            findings += found
        findings += _other_pos(order, group.invoices)
    po = order.po if order is not None else next((each.po for each in group.invoices if each.po), None)
    if ours is not None:
        findings += _not_ours(group, po, ours)
    if any(not each.is_read for each in group.invoices):
        # They may bill what seems to be missing.
        findings = [each for each in findings if each.reason not in (Reason.NOT_INVOICED, Reason.NOT_SHIPPED)]
    return MatchedOrder(
        number=group.number,
        po=po,
        order=order,
        lines=tuple(lines),
        invoices=tuple(each for each, _ in sums),
        unmatched=tuple(unmatched),
        findings=tuple(dict.fromkeys(findings)),
    )


def _without_order(invoices: Iterable[Invoice]) -> Iterator[Finding]:
    # What order an invoice names that was not read, and that no search told, is not known.
    for each in (each for each in invoices if each.is_read or each.order_number):
        says = f"its order {each.order_number} is not known" if each.order_number else "it names no order"
        yield Finding(reason=Reason.NO_ORDER, says=says, invoice_number=each.number)


def _other_pos(order: Order, invoices: Iterable[Invoice]) -> Iterator[Finding]:
    for each in invoices:
        if each.po and order.po and folded_po(each.po) != folded_po(order.po):
            says = f"it names the PO {each.po}, and its order has {order.po}"
            yield Finding(reason=Reason.PO, says=says, invoice_number=each.number)


def _not_ours(group: Group, po: str | None, ours: Sequence[OurOrder]) -> Iterator[Finding]:
    """Yield what the ledger does not know. It is asked by numbers first: a PO may have been used by others."""
    numbers = {folded(main_number(each)) for order in ours for each in order.order_numbers}
    if group.number and folded(main_number(group.number)) in numbers:
        return
    under = [each for each in ours if po and folded_po(each.po) == folded_po(po)]
    if not under:
        yield Finding(reason=Reason.NOT_OURS, says=f"the ledger has neither order {group.number} nor the PO {po}")
    elif others := ", ".join(number for each in under for number in each.order_numbers):
        says = f"the ledger has the PO {po} with {others}, and not with order {group.number}"
        yield Finding(reason=Reason.NOT_OURS, says=says)

"""Invoices as values, made from the shipments of an order that were billed together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Shipment

TERM: Final = timedelta(days=30)
"""How long after its date an invoice is due: the terms that order details state."""
CENT: Final = Decimal("0.01")


class InvoiceStatus(StrEnum):
    """Whether an invoice is paid."""

    OPEN = "Open"
    CLOSED = "Closed"


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """The units of one order line that an invoice bills.

    Args:
        line: The order line; its quantity is what was ordered.
        part: What it orders.
        quantity: The units billed.
        serial_numbers: Those of the units, as far as their shipments have them.
    """

    line: Line
    part: Part
    quantity: int
    serial_numbers: tuple[str, ...]

    @property
    def extended_price(self) -> Decimal:
        """The price of all units billed."""
        return self.line.unit_price * self.quantity


@dataclass(frozen=True, slots=True)
class Charge:
    """An amount that is not the price of a line.

    Args:
        description: What it is for, as on the wire.
        amount: How much.
        line_reference: The number of the line it is listed as; empty for none.
    """

    description: str
    amount: Decimal
    line_reference: str = ""


@dataclass(frozen=True)
class Invoice:
    """One invoice of an order: what one sub-order had shipped when it was billed.

    Args:
        order: The order.
        number: Its number without dashes.
        sub_order: The number of the sub-order; that of the order where it has none (SAP).
        day: When it was issued.
        lines: What it bills, by line number.
        freight: The freight that it bills: the order's, on the first invoice of the order's first sub-order.
        tax_percent: The tax on its lines, in per cent.
        paid_on: When it was paid; None while it is open.
        deliveries: The numbers of the deliveries that it bills.
    """

    order: Order
    number: str
    sub_order: str
    day: date
    lines: Sequence[InvoiceLine]
    freight: Decimal = Decimal(0)
    tax_percent: Decimal = Decimal(0)
    paid_on: date | None = None
    deliveries: frozenset[str] = field(default=frozenset())

    @property
    def display_number(self) -> str:
        """The number with its dashes, as the details have it."""
        return dashed(self.number, self.order)

    @property
    def due_on(self) -> date:
        """When it is to be paid."""
        return self.day + TERM

    @property
    def status(self) -> InvoiceStatus:
        """Whether it is paid."""
        return InvoiceStatus.OPEN if self.paid_on is None else InvoiceStatus.CLOSED

    @cached_property
    def net(self) -> Decimal:
        """The price of all lines."""
        return sum((each.extended_price for each in self.lines), Decimal(0))

    @property
    def tax(self) -> Decimal:
        """The tax on the lines, rounded to cents."""
        return (self.net * self.tax_percent / 100).quantize(CENT) if self.tax_percent else Decimal(0)

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """Tax and freight, where there is any."""
        found: list[Charge] = []
        if self.tax:
            found.append(Charge("TAX", self.tax))
        if self.freight:
            found.append(Charge("FREIGHT OUT", self.freight, str(len(self.lines) + 1)))
        return tuple(found)

    @property
    def total(self) -> Decimal:
        """What is billed: lines and charges."""
        return sum((each.amount for each in self.charges), self.net)

    @property
    def amount_due(self) -> Decimal:
        """What is still to be paid."""
        return self.total if self.paid_on is None else Decimal(0)


def plain(number: str) -> str:
    """Return a number in the form in which all are compared: upper case, without dashes and blanks."""
    return number.replace("-", "").replace(" ", "").upper()


def dashed(number: str, order: Order) -> str:
    """Return an invoice's number with the dashes of its order's number."""
    bare = plain(order.number)
    if not order.impulse or not number.startswith(bare):
        return number
    return f"{order.number}-{number[len(bare) :]}"


def invoice_of(order: Order, number: str, tax_percent: Decimal = Decimal(0)) -> Invoice | None:
    """Return the invoice of an order with a number, in the form without dashes; None if there is none."""
    return next((each for each in invoices_of(order, tax_percent) if each.number == number), None)


def invoices_of(order: Order, tax_percent: Decimal = Decimal(0)) -> list[Invoice]:
    """Return the invoices of an order, in the sequence in which they were issued.

    Args:
        order: The order.
        tax_percent: The tax on the lines, in per cent.
    """
    lines = {line.number: (line, part) for line, part in order.parts}
    first = order.parts[0][0] if order.parts else None
    billed: dict[str, list[Shipment]] = {}
    for shipment in order.shipments:
        if shipment.invoiced_on is not None and shipment.line in lines:
            billed.setdefault(shipment.invoice_number, []).append(shipment)
    made: list[Invoice] = []
    freight_billed = False
    for number, shipments in billed.items():
        line = lines[shipments[0].line][0]
        sub_order = order.sub_order(line) or order.number
        # Freight is charged once, with the first sub-order, as order details have it.
        has_freight = not freight_billed and first is not None and order.sub_order(line) == order.sub_order(first)
        freight_billed = freight_billed or has_freight
        made.append(
            Invoice(
                order=order,
                number=number,
                sub_order=sub_order,
                day=shipments[0].invoiced_on or order.placed_at.date(),
                lines=tuple(_lines(shipments, lines)),
                freight=order.freight if has_freight else Decimal(0),
                tax_percent=tax_percent,
                deliveries=frozenset(order.delivery_number(each) for each in shipments),
            )
        )
    return made


def _lines(shipments: Sequence[Shipment], lines: dict[int, tuple[Line, Part]]) -> Iterator[InvoiceLine]:
    by_line: dict[int, list[Shipment]] = {}
    for shipment in shipments:
        by_line.setdefault(shipment.line, []).append(shipment)
    for number in sorted(by_line):
        line, part = lines[number]
        sent = by_line[number]
        serials = tuple(serial for each in sent for serial in each.serial_numbers)
        yield InvoiceLine(line, part, sum(each.quantity for each in sent), serials)


@dataclass(frozen=True, slots=True)
class Payment:
    """That an invoice was paid.

    Args:
        number: The invoice's number without dashes.
        customer: The customer number.
        day: When.
    """

    number: str
    customer: str
    day: date

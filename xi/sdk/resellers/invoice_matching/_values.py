"""Invoices and orders as values, and what came of matching them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from xi.sdk.resellers._exact import added


class ChargeKind(Enum):
    """What a charge of an invoice is for."""

    TAX = "tax"
    FREIGHT = "freight"
    OTHER = "other"


class Reason(Enum):
    """Why something does not match, or not yet."""

    UNREAD = "unread"
    """An invoice or an order could not be fetched or read, so nothing is known of it."""
    NO_ORDER = "no order"
    """The order of an invoice is not known."""
    NOT_OURS = "not ours"
    """The ledger knows neither the order nor its PO, or knows the PO with another order."""
    PO = "PO"
    """The invoice names another PO than its order."""
    CURRENCY = "currency"
    """Amounts are in several currencies; those are neither added nor compared."""
    AMOUNT = "amount"
    """An amount or a quantity is missing, or cannot be read."""
    NO_ORDER_LINE = "no order line"
    """The order has no line for a line of an invoice, or several that cannot be told apart."""
    OTHER_PART = "other part"
    """A line of an invoice has the number of a line of the order, and another SKU."""
    DOUBLED_LINE = "doubled line"
    """The same units are billed twice."""
    DOUBLED_INVOICE = "doubled invoice"
    """Two invoices have the same number and different content."""
    QUANTITY = "quantity"
    """More is billed than was ordered or shipped."""
    PRICE = "price"
    """The price of a unit is not that of the order."""
    LINE_AMOUNT = "line amount"
    """The amount of a line is not its quantity times its price."""
    COUNT = "count"
    """The invoice states other numbers of lines or units than it has."""
    NET = "net"
    """The lines of an invoice do not add up to its net amount."""
    TAX = "tax"
    """Two places of an invoice state different taxes."""
    FREIGHT = "freight"
    """Two places of an invoice state different freight."""
    TOTAL = "total"
    """Lines, charges and tax of an invoice do not add up to its total."""
    NOT_INVOICED = "not invoiced"
    """Units of an order line were shipped, or credited, and no invoice bills them."""
    NOT_SHIPPED = "not shipped"
    """Units of an order line were neither shipped nor billed; this will pass."""
    CREDITED = "credited"
    """Units that were billed are credited; nothing is wrong."""


WAITING: Final = frozenset({Reason.NOT_SHIPPED})
_SETTLED: Final = frozenset({Reason.CREDITED})


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """A line of an invoice, as it was sent. What was not sent, or cannot be read, is None.

    Args:
        ingram_line_number: Ingram Micro's number of the line, as text.
        customer_line_number: the reseller's number of the line; `0` and nothing are None.
        sku: the SKU.
        quantity: how many units it bills.
        quantity_shipped: how many units were shipped, as the invoice has it.
        unit_price: the price of a unit.
        amount: the price of all its units.
        tax: the tax on it, if the invoice states taxes for each line.
        currency: the currency of these amounts.
        serial_numbers: the serial numbers, if they were asked for.
    """

    ingram_line_number: str | None = None
    customer_line_number: str | None = None
    sku: str | None = None
    quantity: Decimal | None = None
    quantity_shipped: Decimal | None = None
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    tax: Decimal | None = None
    currency: str | None = None
    serial_numbers: tuple[str, ...] = ()

    @property
    def is_credit(self) -> bool:
        """Whether it takes back what was billed: its amount is below 0.

        Without an amount, or with one of 0, it is one whose units or whose price are below 0; if both are, it bills.
        """
        if self.amount:
            return self.amount < 0
        below = [each for each in (self.quantity, self.unit_price) if each is not None and each < 0]
        return len(below) == 1

    @property
    def name(self) -> str:
        """What it is called in words."""
        return " ".join(filter(None, ("line", _number_of(self), self.sku)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """An amount of an invoice that belongs to no line.

    Args:
        kind: what it is for, by its description.
        description: the description, as it was sent.
        amount: the amount; None if it cannot be read.
    """

    kind: ChargeKind
    description: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice: its details, or what a search tells about it.

    Args:
        number: its number, as it was sent.
        order_number: the order or the sub-order that it bills, as it was sent.
        po: the reseller's PO number, as it was sent.
        day: its day, as it was sent.
        status: whether it is paid, as it was sent.
        currency: the currency that it states for itself.
        lines: what it bills.
        charges: its charges: tax, freight and others.
        net: the net amount that it states.
        discount: the discount that it states, such as that for early payment, with the sign that was sent.
        tax: the sum of taxes that it states; often 0 although there is a charge for tax.
        freight: the freight that it states.
        due: what is to be paid, or still to be paid.
        total: the total with tax, which only a search states.
        line_count: the number of lines that it states.
        unit_count: the number of units that it states.
        is_read: whether lines and charges are known; not so if only a search was read.
    """

    number: str
    order_number: str | None = None
    po: str | None = None
    day: str | None = None
    status: str | None = None
    currency: str | None = None
    lines: tuple[InvoiceLine, ...] = ()
    charges: tuple[Charge, ...] = ()
    net: Decimal | None = None
    discount: Decimal | None = None
    tax: Decimal | None = None
    freight: Decimal | None = None
    due: Decimal | None = None
    total: Decimal | None = None
    line_count: int | None = None
    unit_count: Decimal | None = None
    is_read: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """A line of an order, as its details have it.

    Args:
        sub_order_number: the sub-order.
        ingram_line_number: Ingram Micro's number of the line, as text.
        customer_line_number: the reseller's number of the line; `0` and nothing are None.
        sku: the SKU.
        ordered: how many units were ordered; of a cancelled line, those that were shipped before.
        shipped: how many were shipped; None if no shipment is listed.
        unit_price: the price of a unit.
        currency: the currency of the price.
        invoice_numbers: the invoices that its shipments name.
    """

    sub_order_number: str | None = None
    ingram_line_number: str | None = None
    customer_line_number: str | None = None
    sku: str | None = None
    ordered: Decimal | None = None
    shipped: Decimal | None = None
    unit_price: Decimal | None = None
    currency: str | None = None
    invoice_numbers: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called in words."""
        return " ".join(filter(None, ("line", _number_of(self), self.sku)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order, as its details have it.

    Args:
        number: its number, without that of a sub-order.
        po: the reseller's PO number.
        currency: the currency of its total.
        lines: what was ordered.
    """

    number: str
    po: str | None = None
    currency: str | None = None
    lines: tuple[OrderLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that does not match.

    Args:
        reason: why.
        says: a sentence for a person, with both values.
        invoice_number: the invoice, if it is about one.
        line: the line, in words, if it is about one.
        error: why a call failed.
        about: this line, of the order or of an invoice.
    """

    reason: Reason
    says: str
    invoice_number: str | None = None
    line: str | None = None
    error: Exception | None = field(default=None, repr=False)
    about: OrderLine | InvoiceLine | None = field(default=None, repr=False)

    @property
    def waits(self) -> bool:
        """Whether it is only a matter of time, and nothing is wrong."""
        return self.reason in WAITING

    @property
    def is_wrong(self) -> bool:
        """Whether the order does not match because of it: it will not pass, and is no credit of what was billed."""
        return not self.waits and self.reason not in _SETTLED


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedLine:
    """An order line, and what all invoices together bill of it.

    Args:
        order_line: the line.
        invoice_lines: the numbers of invoices, and their lines.
        invoiced: how many units are billed, also those that are credited.
        amount: the price of these units less what is credited, exactly as billed; None if amounts are missing or in
            several currencies.
        price_difference: how much more is billed than by the prices of the order; None if that cannot be said.
        credited: how many units are credited.
    """

    order_line: OrderLine
    invoice_lines: tuple[tuple[str, InvoiceLine], ...]
    invoiced: Decimal
    amount: Decimal | None
    price_difference: Decimal | None
    credited: Decimal = Decimal(0)

    @property
    def ordered(self) -> Decimal | None:
        """How many units were ordered."""
        return self.order_line.ordered

    @property
    def shipped(self) -> Decimal | None:
        """How many units were shipped; None if the order lists no shipment of it."""
        return self.order_line.shipped


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedInvoice:
    """An invoice, and what its parts add up to. A sum is None if an amount is missing, or currencies differ.

    Args:
        invoice: the invoice.
        currency: the one currency of its amounts.
        lines: the sum of its lines.
        tax: its tax: of its charges, or else of its totals, or else of its lines.
        freight: its freight: of its charges, or else of its totals.
        other_charges: the sum of its other charges.
        total: the total that it states: of the search, or else what is to be paid.
        difference: how much the stated total is above the sum of the parts.
    """

    invoice: Invoice
    currency: str | None
    lines: Decimal | None
    tax: Decimal | None
    freight: Decimal | None
    other_charges: Decimal | None
    total: Decimal | None
    difference: Decimal | None

    @property
    def sum(self) -> Decimal | None:
        """The sum of lines, charges and tax."""
        parts = (self.lines, self.tax, self.freight, self.other_charges)
        known = [each for each in parts if each is not None]
        return added(known) if len(known) == len(parts) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedOrder:
    """An order with its invoices, or invoices whose order is not known.

    Args:
        number: the number of the order, or what the invoices call it; None if they name none.
        po: the PO, of the order or else of an invoice.
        order: the order; None if it is not known.
        lines: its lines, each with what is billed of it.
        invoices: its invoices.
        unmatched: lines of invoices that belong to no line of the order, with the numbers of their invoices.
        findings: what does not match.
    """

    number: str | None
    po: str | None
    order: Order | None
    lines: tuple[MatchedLine, ...]
    invoices: tuple[MatchedInvoice, ...]
    unmatched: tuple[tuple[str, InvoiceLine], ...]
    findings: tuple[Finding, ...]

    @property
    def matches(self) -> bool:
        """Whether nothing is wrong. Units that are still to be shipped are not, nor are credits of what was billed."""
        return not any(each.is_wrong for each in self.findings)

    def items(self) -> tuple[Mapping[str, Any], ...]:
        """Return it as rows: first its invoices, then its order lines, then what does not match.

        Each row has `order`, `po` and `row`, which is `invoice`, `line` or `finding`. Amounts are Decimal. A finding
        about a line has the `line` and the `sku` of its row; those of the invoice if the order has no such line.
        """
        base = {"order": self.number, "po": self.po}
        places = {id(billed): each.order_line for each in self.lines for _, billed in each.invoice_lines}
        return (
            *({"row": "invoice", **base, **_invoice_item(each)} for each in self.invoices),
            *({"row": "line", **base, **_line_item(each)} for each in self.lines),
            *({"row": "finding", **base, **_finding_item(each, places)} for each in self.findings),
        )


def _invoice_item(matched: MatchedInvoice) -> dict[str, Any]:
    names = ("currency", "lines", "tax", "freight", "other_charges", "sum", "total", "difference")
    own = {"invoice": matched.invoice.number, "day": matched.invoice.day, "status": matched.invoice.status}
    return own | {name: getattr(matched, name) for name in names}


_UNITS: Final = ("ordered", "shipped", "invoiced", "credited", "amount", "price_difference")


def _line_item(matched: MatchedLine) -> dict[str, Any]:
    line = matched.order_line
    return {
        "line": _number_of(line),
        "sku": line.sku,
        "currency": line.currency,
        "unit_price": line.unit_price,
        "invoices": [number for number, _ in matched.invoice_lines],
    } | {name: getattr(matched, name) for name in _UNITS}


def _number_of(line: OrderLine | InvoiceLine) -> str | None:
    return line.ingram_line_number or line.customer_line_number


def _finding_item(finding: Finding, places: Mapping[int, OrderLine]) -> dict[str, Any]:
    # An invoice may write the number of a line without its zeros, or name another SKU.
    line = places.get(id(finding.about), finding.about)
    return {
        "reason": finding.reason.value,
        "waits": finding.waits,
        "wrong": finding.is_wrong,
        "invoice": finding.invoice_number,
        "line": None if line is None else _number_of(line),
        "sku": None if line is None else line.sku,
        "says": finding.says,
    }

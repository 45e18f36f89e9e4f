"""Orders, lines and shipments as frozen values, with their totals and statuses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final
from zlib import crc32

from xi.sdk.resellers.sandbox.catalog.parts import Part
from xi.sdk.resellers.sandbox.orders.lines import Wish

COMMENT_WIDTH: Final = 35
"""Characters in one comment line."""
SERIAL_LIMIT: Final = 500
"""The most serial numbers of one shipment of a line, so that an order of 884 lines stays readable."""

_AS_SENT: Final = frozenset({"email", "phoneNumber"})
_ABBREVIATIONS: Final = {"ROAD": "RD", "STREET": "ST", "AVENUE": "AVE", "BOULEVARD": "BLVD", "DRIVE": "DR"}
_ZIP_LENGTH: Final = 5


class Status(StrEnum):
    """The states of orders, sub-orders and lines, as the details name them."""

    ON_HOLD = "On Hold"
    BACKORDERED = "Backordered"
    IN_PROGRESS = "In Progress"
    PROCESSING = "Processing"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    CANCELED = "Canceled"


@dataclass(frozen=True, slots=True)
class Shipment:
    """Units of one line that were shipped together."""

    line: int
    quantity: int
    shipped_on: date
    tracking_number: str
    serial_numbers: tuple[str, ...]
    delivered_on: date | None = None
    invoice_number: str = ""
    invoiced_on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One order line; a line without a part is a comment, which has a line number too.

    Args:
        number: Ingram's line number.
        customer_line: The reseller's line number, as in answers.
        part: The ordered part, None for a comment.
        quantity: Units ordered.
        confirmed: Units that are in stock.
        unit_price: Price of one unit.
        warehouse: The warehouse that it ships from.
        distribution: The number of its sub-order, from 1 (Impulse).
        by_deal: Whether its price is that of the deal with its special bid, of which it uses up units.
        note: The reseller's note, or the comment itself.
        wish: The price that it came with, of a quote or one that was asked for.
    """

    number: int
    customer_line: str = ""
    part: Part | None = None
    quantity: int = 0
    confirmed: int = 0
    unit_price: Decimal = Decimal(0)
    warehouse: str = ""
    distribution: int = 1
    special_bid: str = ""
    note: str = ""
    by_deal: bool = False
    wish: Wish | None = None

    @property
    def backordered(self) -> int:
        """Units that are not in stock."""
        return self.quantity - self.confirmed


@dataclass(frozen=True)
class Order:
    """One sales order. A change makes a new value; the order book has the latest.

    Args:
        customer_order_number: The PO, in upper case as the live API returns it.
        order_type: `S`, `D` (Impulse) or `ZOR` (SAP).
        held: Whether it is on customer hold now.
        held_at: When it was put on hold later; None if it was placed on hold.
        cancelled_at: When it was cancelled or voided.
        confirmation_number: The number in the answer of a v7 create, if it was placed by one.
        placement: The number of the create that placed it; a create may place several orders.
        authorised: Whether the vendors have authorised what needs it.
        may_backorder: Whether its lines may wait for stock.
    """

    number: str
    customer: str
    country: str
    impulse: bool
    customer_order_number: str
    placed_at: datetime
    order_type: str
    lines: tuple[Line, ...]
    end_customer_order_number: str = ""
    held: bool = False
    held_at: datetime | None = None
    cancelled_at: datetime | None = None
    ship_to: Mapping[str, str] = field(default_factory=dict[str, str])
    end_user: Mapping[str, str] = field(default_factory=dict[str, str])
    reseller: Mapping[str, str] = field(default_factory=dict[str, str])
    bill_to_id: str = "000"
    special_bid: str = ""
    shipping: Mapping[str, str] = field(default_factory=dict[str, str])
    freight: Decimal = Decimal(0)
    shipments: tuple[Shipment, ...] = ()
    confirmation_number: str = ""
    placement: int = 0
    authorised: bool = False
    may_backorder: bool = True

    @cached_property
    def parts(self) -> tuple[tuple[Line, Part], ...]:
        """The lines that order something, each with its part."""
        return tuple((line, line.part) for line in self.lines if line.part is not None)

    @property
    def awaits_vendor(self) -> bool:
        """Whether it is on hold until a vendor authorises what it orders; its customer cannot release it then."""
        return self.held and not self.authorised and any(part.needs_authorisation for _, part in self.parts)

    @property
    def held_since(self) -> datetime:
        """When it was put on hold, if it is."""
        return self.held_at or self.placed_at

    @property
    def comments(self) -> str:
        """The comment lines as one text, joined as in the live API."""
        return " || ".join(line.note for line in self.lines if line.part is None)

    @property
    def subtotal(self) -> Decimal:
        """The price of all units ordered."""
        return sum((line.unit_price * line.quantity for line in self.lines), Decimal(0))

    @property
    def total(self) -> Decimal:
        """The price of all units ordered, with freight."""
        return self.subtotal + self.freight_due

    @property
    def freight_due(self) -> Decimal:
        """The freight; without lines there is nothing to ship."""
        return self.freight if self.parts else Decimal(0)

    @property
    def confirmed_total(self) -> Decimal:
        """The total in the answer of a create: 0 on hold, else the confirmed units and freight."""
        if self.held:
            return Decimal(0)
        return sum((line.unit_price * line.confirmed for line in self.lines), self.freight_due)

    @cached_property
    def shipped_per_line(self) -> dict[int, int]:
        """Units shipped so far, by line number."""
        counts: dict[int, int] = {}
        for shipment in self.shipments:
            counts[shipment.line] = counts.get(shipment.line, 0) + shipment.quantity
        return counts

    @property
    def next_line_number(self) -> int:
        """The number of the next line; SAP counts in tens."""
        step = 1 if self.impulse else 10
        return max((line.number for line in self.lines), default=0) + step

    def sub_order(self, line: Line) -> str:
        """Return the sub-order number of a line; SAP orders have none."""
        # The suffix has two digits, and there can be ten or more warehouses.
        more, first = divmod(line.distribution, 10)
        return f"{self.number}-{first}{more + 1}" if self.impulse else ""

    def delivery_number(self, shipment: Shipment) -> str:
        """Return the number of the delivery that a shipment came with."""
        return str(crc32(f"{self.number}/{shipment.line}".encode()))

    def sub_orders(self) -> dict[str, list[Line]]:
        """Return the part lines grouped by sub-order number."""
        groups: dict[str, list[Line]] = {}
        for line, _ in self.parts:
            groups.setdefault(self.sub_order(line), []).append(line)
        return groups

    def line_status(self, line: Line) -> Status:
        """Return the state of one line."""
        if self.cancelled_at is not None:
            return Status.CANCELED
        if self.held:
            return Status.ON_HOLD
        if self.shipped_per_line.get(line.number, 0) >= line.quantity:
            sent = [item for item in self.shipments if item.line == line.number]
            return Status.DELIVERED if all(item.delivered_on for item in sent) else Status.SHIPPED
        return Status.BACKORDERED if line.backordered else Status.IN_PROGRESS

    def status_of(self, lines: Iterable[Line]) -> Status:
        """Return the state of some lines taken together."""
        found = {self.line_status(line) for line in lines}
        if self.cancelled_at is not None:
            return Status.CANCELED
        if self.held:
            return Status.ON_HOLD
        if Status.BACKORDERED in found:
            return Status.BACKORDERED
        if found == {Status.DELIVERED}:
            return Status.DELIVERED
        return Status.SHIPPED if found and found <= {Status.SHIPPED, Status.DELIVERED} else Status.PROCESSING

    @cached_property
    def status(self) -> Status:
        """The state of the whole order."""
        return self.status_of(line for line, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A line that was refused, with the ERP's code for the reason."""

    code: str
    reason: str
    customer_line: str = ""
    part_number: str = ""
    vendor_number: str = ""
    quantity: int | None = None
    ingram_line: str = ""


def comment_texts(notes: str, *, wrap: bool) -> list[str]:
    """Return notes as comments in upper case; with `wrap` they are split to the width of a comment line."""
    folded = " ".join(notes.upper().split())
    if not wrap:
        return [folded] if folded else []
    return [folded[start : start + COMMENT_WIDTH] for start in range(0, len(folded), COMMENT_WIDTH)]


def spread(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return part lines with their sub-orders numbered by warehouse, in the sequence of the lines."""
    seen: dict[str, int] = {}
    return tuple(replace(line, distribution=seen.setdefault(line.warehouse, len(seen) + 1)) for line in lines)


def normalised(address: Mapping[str, str]) -> dict[str, str]:
    """Return the address in upper case, with abbreviated street words and US postcodes of nine digits."""
    written: dict[str, str] = {}
    for name, value in address.items():
        if name in _AS_SENT:
            written[name] = value
        elif name == "postalCode":
            plain = value.replace("-", "").upper()
            american = address.get("countryCode", "US").upper() == "US"
            padded = american and plain.isdigit() and len(plain) == _ZIP_LENGTH
            written[name] = f"{plain}0000" if padded else plain
        else:
            words = re.sub(r"[.,]", " ", value).upper().split()
            if name.startswith("addressLine"):
                words = [_ABBREVIATIONS.get(word, word) for word in words]
            written[name] = " ".join(words)
    return written


def delivery_address(ship_to: Mapping[str, str], customer: str, country: str) -> dict[str, str]:
    """Return the delivery address of an order: the address on file, unless the order has another."""
    if "addressLine1" in ship_to:
        return dict(ship_to)
    return {**account_address(customer, country), **ship_to}


def account_address(customer: str, country: str) -> dict[str, str]:
    """Return the address on file of a customer, which is made up; 200 is the usual ID."""
    return {
        "addressId": "200",
        "companyName": f"SANDBOX RESELLER {customer}",
        "addressLine1": "1 EXAMPLE PLZ",
        "city": "SPRINGFIELD",
        "state": "CA" if country == "US" else country,
        "postalCode": "900010000" if country == "US" else "10000",
        "countryCode": country,
    }

"""Placing an order: which lines go through, how they split into orders, what each order then says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from xi.sdk.resellers.sandbox.catalog.parts import Catalogue, Part, PartKind
from xi.sdk.resellers.sandbox.catalog.stock import Stock
from xi.sdk.resellers.sandbox.orders.addresses import normalised
from xi.sdk.resellers.sandbox.orders.validation import LINE_LIMIT
from xi.sdk.resellers.sandbox.orders.values import Line, Order, comment_texts, spread
from xi.sdk.resellers.sandbox.wire.json import (
    Json,
    address,
    attributes,
    flag,
    present,
    price,
    quantity,
    record,
    records,
    text,
    whole,
)

DUPLICATE_PO: Final = "CUSTOMER-PO-EXISTS"
STOCK_FREIGHT: Final = Decimal("7.83")
"""Flat freight of an order that leaves a warehouse; direct shipments carry none."""

_LINE_NUMBER_WIDTH: Final = 3
_SHIPPING_FIELDS: Final = (
    "carrierCode",
    "freightAccountNumber",
    "signatureRequired",
    "shippingInstructions",
    "requestedDeliveryDate",
)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A line that was refused, with the ERP's code for why."""

    code: str
    reason: str
    customer_line: str = ""
    part_number: str = ""
    vendor_number: str = ""
    quantity: int | None = None
    ingram_line: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a create asks for, v6 and v7 alike, once read.

    Args:
        body: The request body.
        customer: The customer number.
        country: The country code.
        impulse: Whether the country is on Impulse.
        confirmation_number: What the v7 create answered.
    """

    body: Json
    customer: str
    country: str
    impulse: bool
    confirmation_number: str = ""

    @property
    def purchase_order(self) -> str:
        """The PO, in upper case as it is answered and compared."""
        return text(self.body.get("customerOrderNumber")).upper()

    def switch(self, name: str) -> bool | None:
        """Return a yes-or-no entry of additionalAttributes, None when it is not there."""
        return flag(attributes(self.body.get("additionalAttributes")).get(name.lower()))

    @property
    def may_backorder(self) -> bool:
        """Whether lines may wait for stock; shipComplete overrules acceptBackOrder."""
        if text(record(self.body.get("shipmentDetails")).get("shipComplete")):
            return True
        return flag(self.body.get("acceptBackOrder")) is not False

    @property
    def held(self) -> bool:
        """Whether the order goes on customer hold."""
        return self.switch("allowOrderOnCustomerHold") is True

    @property
    def authorised(self) -> bool:
        """Whether the vendor's authorisation number is there; v7 has it beside the lines."""
        named = (record(self.body.get("vmf")).get("vendAuthNumber"), self.body.get("vendAuthNumber"))
        return any(text(number) for number in named)


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines sorted into good and bad, with the stock count the good ones leave."""

    lines: tuple[Line, ...]
    rejected: tuple[Rejection, ...]
    stock: Stock


def customer_line_numbers(lines: Sequence[Json]) -> list[str]:
    """Return the lines' numbers; what is not a unique number from 1 to 884 is numbered anew."""
    seen: set[int] = set()
    kept: list[str | None] = []
    for line in lines:
        given = text(line.get("customerLineNumber"))
        number = whole(given) if len(given) <= _LINE_NUMBER_WIDTH else None
        usable = number is not None and 0 < number <= LINE_LIMIT and number not in seen
        if usable and number is not None:
            seen.add(number)
        kept.append(given if usable else None)
    free = (number for number in range(1, LINE_LIMIT + 1) if number not in seen)
    return [str(next(free)) if number is None else number for number in kept]


def unknown_sku(number: str) -> str:
    """Return the reason a part number is refused for."""
    return f"SKU-NOTFOUND    {number}"


def sort_lines(request: Request, lines: Sequence[Json], catalogue: Catalogue, stock: Stock) -> Placed:
    """Decide which lines can be ordered, reserving stock on a copy of the count."""
    trial = stock.copy()
    good: list[Line] = []
    bad: list[Rejection] = []
    warehouse = attributes(request.body.get("additionalAttributes")).get("shipfromwarehouseid", "")
    for number, sent in zip(customer_line_numbers(lines), lines, strict=True):
        part_number = text(sent.get("ingramPartNumber")).upper()
        own_number = text(sent.get("customerPartNumber"))
        part = catalogue.find(part_number, own_number)
        units = quantity(sent.get("quantity"))
        refusal = Rejection("", "", number, part_number or own_number, quantity=whole(sent.get("quantity")))
        if part is None:
            bad.append(replace(refusal, code="EN", reason=unknown_sku(part_number or own_number)))
            continue
        refusal = replace(refusal, vendor_number=part.vendor_number)
        if units is None:
            bad.append(replace(refusal, code="EQ", reason="ERROR-INVALID-QTY"))
            continue
        asked = attributes(sent.get("additionalAttributes")).get("shipfromwarehouseid", warehouse)
        if not _can_ship(part, units, asked, trial, may_backorder=request.may_backorder):
            bad.append(replace(refusal, code="EW", reason=f"BR-CANT-SHIP    {part.number}"))
            continue
        good.append(_line(request, sent, number, part, units, trial.choose(part, units, asked), trial))
    return Placed(tuple(good), tuple(bad), trial)


def draft(request: Request, lines: Iterable[Line], now: datetime, new_number: Callable[[], str]) -> list[Order]:
    """Return the orders the accepted lines make: stocked and direct-ship ones apart."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        kind = line.part.kind.order_type if request.impulse and line.part is not None else "ZOR"
        groups.setdefault(kind, []).append(line)
    return [_order(request, kind, group, now, new_number()) for kind, group in sorted(groups.items(), reverse=True)]


def _can_ship(part: Part, units: int, asked: str, stock: Stock, *, may_backorder: bool) -> bool:
    if part.kind is not PartKind.STOCK:
        return True
    # A part that no warehouse holds may be back-ordered anywhere.
    if asked and part.stock and asked not in part.stock:
        return False
    return may_backorder or stock.left(part, stock.choose(part, units, asked)) >= units


def _line(request: Request, sent: Json, number: str, part: Part, units: int, warehouse: str, stock: Stock) -> Line:
    bid = text(sent.get("specialBidNumber")) or text(request.body.get("specialBidNumber"))
    asked = price(sent.get("unitPrice"))
    return Line(
        number=0,
        customer_line=number,
        part=part,
        quantity=units,
        # An order on hold reserves nothing until it is released.
        confirmed=0 if request.held else stock.take(part, units, warehouse),
        # A requested price is a wish; here only a special bid grants it.
        unit_price=asked if bid and asked is not None else part.price,
        warehouse=warehouse,
        special_bid=bid,
        note=text(sent.get("notes")).upper(),
    )


def _order(request: Request, kind: str, lines: Sequence[Line], now: datetime, number: str) -> Order:
    body = request.body
    step = 1 if request.impulse else 10
    # Comments take line numbers too, so the first part is often line 2.
    wrap = request.switch("enableCommentsAsLines") is True
    comments = [Line(number=0, note=note) for note in comment_texts(text(body.get("notes")), wrap=wrap)]
    numbered = [replace(line, number=index * step) for index, line in enumerate([*comments, *spread(lines)], start=1)]
    shipping = record(body.get("shipmentDetails"))
    unauthorised = not request.authorised and any(line.part and line.part.needs_authorisation for line in lines)
    return Order(
        number=number,
        customer=request.customer,
        country=request.country,
        impulse=request.impulse,
        customer_order_number=request.purchase_order,
        placed_at=now,
        order_type=kind,
        lines=tuple(numbered),
        end_customer_order_number=text(body.get("endCustomerOrderNumber")),
        held=request.held or unauthorised,
        ship_to=normalised(address(body.get("shipToInfo"))),
        end_user=normalised(address(body.get("endUserInfo"))),
        reseller=address(body.get("resellerInfo")),
        bill_to_id=text(body.get("billToAddressId")) or "000",
        special_bid=text(body.get("specialBidNumber")),
        shipping=present((name, text(shipping.get(name))) for name in _SHIPPING_FIELDS),
        freight=STOCK_FREIGHT if kind == PartKind.STOCK.order_type else Decimal(0),
        confirmation_number=request.confirmation_number,
    )


def lines_of(request: Request, catalogue: Catalogue) -> list[Json]:
    """Return the lines a create is about: those of its quote, which beat any sent along."""
    quote = text(request.body.get("quoteNumber"))
    if not quote:
        return records(request.body.get("lines"))
    promised = catalogue.quotes.get(quote, ())
    return [{"ingramPartNumber": line.part_number, "quantity": line.quantity} for line in promised]

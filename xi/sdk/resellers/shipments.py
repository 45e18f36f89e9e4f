"""What was shipped of an order: carriers, tracking numbers and serial numbers, gathered from its details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from xi.sdk.resellers import models

_BETWEEN = re.compile(r"[\s,;|/]+")
"""What stands between tracking numbers in one text. A hyphen, a point or an underscore is part of a number."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What travels under one entry of the carrier's."""

    tracking_numbers: tuple[str, ...]
    """None, one, or several: the server packs some into one text."""
    tracking_text: str | None
    """The text they were read from, as it came."""
    tracking_url: str | None
    carton_number: str | None
    serial_numbers: tuple[str, ...]
    """Each once."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """What one carrier takes, or one delivery brings, of one line of an order.

    Dates are as they came, days in most cases; what is empty in the answer is None.
    """

    order_number: str | None
    """Ingram Micro's number of the order."""
    sub_order_number: str | None
    customer_order_number: str | None
    """The purchase order."""
    ingram_line_number: str | None
    customer_line_number: str | None
    """The reseller's own number of the line."""
    ingram_part_number: str | None
    vendor_part_number: str | None
    quantity: int | None
    """Units of the line in it."""
    carrier_code: str | None
    carrier_name: str | None
    parcels: tuple[Parcel, ...]
    shipped_date: str | None
    """None for what has not left yet."""
    estimated_ship_date: str | None
    delivered_date: str | None
    estimated_delivery_date: str | None
    warehouse_id: str | None
    """Of the warehouse it leaves from."""
    delivery_number: str | None
    """Of the delivery note."""
    invoice_number: str | None
    invoice_date: str | None

    @property
    def tracking_numbers(self) -> tuple[str, ...]:
        """Those of all parcels, each once."""
        return tuple(dict.fromkeys(number for each in self.parcels for number in each.tracking_numbers))

    @property
    def serial_numbers(self) -> tuple[str, ...]:
        """Those of all parcels, each once."""
        return tuple(dict.fromkeys(number for each in self.parcels for number in each.serial_numbers))


def shipments(order: models.OrderDetailB2B) -> Iterator[Shipment]:
    """Yield what was shipped, and what is announced, line by line in the order of the answer.

    A shipment with several carriers is several; one that names no carrier is one all the same.

    Args:
        order: the details of an order.
    """
    for line in order.lines or ():
        for sent in line.shipment_details or ():
            whole = _shipment(order, line, sent)
            carriers = sent.carrier_details or ()
            if not carriers:
                yield whole
            for carrier in carriers:
                yield _part(whole, carrier, is_all=len(carriers) == 1)


def _shipment(
    order: models.OrderDetailB2B,
    line: models.OrderDetailB2BLinesInner,
    sent: models.OrderDetailB2BLinesInnerShipmentDetailsInner,
) -> Shipment:
    return Shipment(
        order_number=_said(order.ingram_order_number),
        sub_order_number=_said(line.sub_order_number),
        customer_order_number=_said(order.customer_order_number),
        ingram_line_number=_said(line.ingram_order_line_number),
        customer_line_number=_said(line.customer_line_number),
        ingram_part_number=_said(line.ingram_part_number),
        vendor_part_number=_said(line.vendor_part_number),
        quantity=sent.quantity,
        carrier_code=None,
        carrier_name=None,
        parcels=(),
        shipped_date=_said(sent.shipped_date),
        estimated_ship_date=_said(sent.estimated_ship_date),
        delivered_date=None,
        estimated_delivery_date=_said(sent.estimated_delivery_date),
        warehouse_id=_said(sent.ship_from_warehouse_id),
        delivery_number=_said(sent.delivery_number),
        invoice_number=_said(sent.invoice_number),
        invoice_date=_said(sent.invoice_date),
    )


def _part(
    whole: Shipment, carrier: models.OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner, *, is_all: bool
) -> Shipment:
    return replace(
        whole,
        # A single carrier takes all of the shipment, and says 0 at times.
        quantity=whole.quantity if is_all and not carrier.quantity else carrier.quantity,
        carrier_code=_said(carrier.carrier_code),
        carrier_name=_said(carrier.carrier_name),
        parcels=tuple(_parcel(each) for each in carrier.tracking_details or ()),
        shipped_date=_said(carrier.shipped_date) or whole.shipped_date,
        delivered_date=_said(carrier.delivered_date),
        estimated_delivery_date=_said(carrier.estimated_delivery_date) or whole.estimated_delivery_date,
    )


def _parcel(
    given: models.OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner,
) -> Parcel:
    return Parcel(
        tracking_numbers=_each_once(_BETWEEN.split(given.tracking_number or "")),
        tracking_text=_said(given.tracking_number),
        tracking_url=_said(given.tracking_url),
        carton_number=_said(given.carton_number),
        serial_numbers=_each_once((each.serial_number or "").strip() for each in given.serial_numbers or ()),
    )


def _said(text: str | None) -> str | None:
    return text if text and text.strip() else None


def _each_once(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in numbers if each))

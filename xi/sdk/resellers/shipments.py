"""List the shipments of an order, with carriers, tracking numbers and serial numbers, from the order's details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from xi.sdk.resellers import models

_SEPARATORS = re.compile(r"[\s,;|/]+")
"""Separates tracking numbers in one text. A hyphen, a full stop or an underscore is part of a number."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One entry in a carrier's list of parcels."""

    tracking_numbers: tuple[str, ...]
    """Can be empty, or hold several numbers: the server sometimes sends several in one text."""
    tracking_text: str | None
    """The text with the tracking numbers, as entry."""
    tracking_url: str | None
    carton_number: str | None
    serial_numbers: tuple[str, ...]
    """Without duplicates."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """The units of one order line that one carrier ships, or that arrive in one delivery.

    Dates are texts as sent, in most cases a day. A field that is empty in the answer is None.
    """

    order_number: str | None
    """Ingram Micro's order number."""
    sub_order_number: str | None
    customer_order_number: str | None
    """The purchase order number."""
    ingram_line_number: str | None
    customer_line_number: str | None
    """The reseller's line number."""
    ingram_part_number: str | None
    vendor_part_number: str | None
    quantity: int | None
    """Units of the line in this shipment."""
    carrier_code: str | None
    carrier_name: str | None
    parcels: tuple[Parcel, ...]
    shipped_date: str | None
    """None if the shipment has not left yet."""
    estimated_ship_date: str | None
    delivered_date: str | None
    estimated_delivery_date: str | None
    warehouse_id: str | None
    """The warehouse from which it is shipped."""
    delivery_number: str | None
    """The number of the delivery note."""
    invoice_number: str | None
    invoice_date: str | None

    @property
    def tracking_numbers(self) -> tuple[str, ...]:
        """The tracking numbers of all parcels, without duplicates."""
        return tuple(dict.fromkeys(number for each in self.parcels for number in each.tracking_numbers))

    @property
    def serial_numbers(self) -> tuple[str, ...]:
        """The serial numbers of all parcels, without duplicates."""
        return tuple(dict.fromkeys(number for each in self.parcels for number in each.serial_numbers))


def shipments(order: models.OrderDetailB2B) -> Iterator[Shipment]:
    """Yield the shipments of an order, both sent and announced, line by line in the order of the answer.

    An entry with several carriers gives one shipment for each. An entry without a carrier gives one shipment.

    Args:
        order: the order's details.
    """
    for line in order.lines or ():
        for entry in line.shipment_details or ():
            shipment = _shipment(order, line, entry)
            carriers = entry.carrier_details or ()
            if not carriers:
                yield shipment
            for carrier in carriers:
                yield _by_carrier(shipment, carrier, is_only_one=len(carriers) == 1)


def _shipment(
    order: models.OrderDetailB2B,
    line: models.OrderDetailB2BLinesInner,
    entry: models.OrderDetailB2BLinesInnerShipmentDetailsInner,
) -> Shipment:
    return Shipment(
        order_number=_text(order.ingram_order_number),
        sub_order_number=_text(line.sub_order_number),
        customer_order_number=_text(order.customer_order_number),
        ingram_line_number=_text(line.ingram_order_line_number),
        customer_line_number=_text(line.customer_line_number),
        ingram_part_number=_text(line.ingram_part_number),
        vendor_part_number=_text(line.vendor_part_number),
        quantity=entry.quantity,
        carrier_code=None,
        carrier_name=None,
        parcels=(),
        shipped_date=_text(entry.shipped_date),
        estimated_ship_date=_text(entry.estimated_ship_date),
        delivered_date=None,
        estimated_delivery_date=_text(entry.estimated_delivery_date),
        warehouse_id=_text(entry.ship_from_warehouse_id),
        delivery_number=_text(entry.delivery_number),
        invoice_number=_text(entry.invoice_number),
        invoice_date=_text(entry.invoice_date),
    )


def _by_carrier(
    shipment: Shipment,
    carrier: models.OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner,
    *,
    is_only_one: bool,
) -> Shipment:
    return replace(
        shipment,
        # A single carrier ships all units, but its quantity is sometimes 0.
        quantity=shipment.quantity if is_only_one and not carrier.quantity else carrier.quantity,
        carrier_code=_text(carrier.carrier_code),
        carrier_name=_text(carrier.carrier_name),
        parcels=tuple(_parcel(each) for each in carrier.tracking_details or ()),
        shipped_date=_text(carrier.shipped_date) or shipment.shipped_date,
        delivered_date=_text(carrier.delivered_date),
        estimated_delivery_date=_text(carrier.estimated_delivery_date) or shipment.estimated_delivery_date,
    )


def _parcel(
    given: models.OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner,
) -> Parcel:
    return Parcel(
        tracking_numbers=_unique(_SEPARATORS.split(given.tracking_number or "")),
        tracking_text=_text(given.tracking_number),
        tracking_url=_text(given.tracking_url),
        carton_number=_text(given.carton_number),
        serial_numbers=_unique((each.serial_number or "").strip() for each in given.serial_numbers or ()),
    )


def _text(text: str | None) -> str | None:
    return text if text and text.strip() else None


def _unique(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in numbers if each))

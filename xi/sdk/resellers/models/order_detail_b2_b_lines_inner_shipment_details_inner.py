"""The model `OrderDetailB2BLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import ClassVar

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner import (
    OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner,
)


class OrderDetailB2BLinesInnerShipmentDetailsInner(Exact, Answer):
    """One shipment of a line.

    Args:
        quantity (int): Units in the shipment, over all carriers and parcels.
        delivery_number (str): Number of the delivery note.
        estimated_ship_date (str): Day it should leave, before it does.
        shipped_date (str): Day it left the warehouse.
        estimated_delivery_date (str): Day it should arrive, before it does.
        ship_from_warehouse_id (str): Warehouse it leaves from, by number.
        ship_from_location (str): Warehouse it leaves from, by town or name.
        invoice_number (str): Invoice for the shipment.
        invoice_date (str): Day of the invoice for the shipment.
        carrier_details (list of OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner): Carriers and parcels
            of the shipment.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"carrier_details"})

    quantity: int | None = None
    """Units in the shipment, over all carriers and parcels."""

    delivery_number: str | None = None
    """Number of the delivery note."""

    estimated_ship_date: str | None = None
    """Day it should leave, before it does."""

    shipped_date: str | None = None
    """Day it left the warehouse."""

    estimated_delivery_date: str | None = None
    """Day it should arrive, before it does."""

    ship_from_warehouse_id: str | None = None
    """Warehouse it leaves from, by number."""

    ship_from_location: str | None = None
    """Warehouse it leaves from, by town or name."""

    invoice_number: str | None = None
    """Invoice for the shipment."""

    invoice_date: str | None = None
    """Day of the invoice for the shipment."""

    carrier_details: ListOrOne[OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner] | None = None
    """Carriers and parcels of the shipment."""

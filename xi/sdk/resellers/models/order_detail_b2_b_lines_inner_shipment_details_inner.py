"""The model `OrderDetailB2BLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner import (
    OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner,
)


class OrderDetailB2BLinesInnerShipmentDetailsInner(ResponseModel):
    """One shipment of a line.

    Args:
        quantity (int): Units in the shipment, over all carriers and parcels.
        delivery_number (str): Number of the delivery note.
        estimated_ship_date (str): Expected day of the shipment, before it leaves.
        shipped_date (str): Day on which it left the warehouse.
        estimated_delivery_date (str): Expected day of delivery, before it arrives.
        ship_from_warehouse_id (str): Number of the shipping warehouse.
        ship_from_location (str): Town or name of the shipping warehouse.
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
    """Expected day of the shipment, before it leaves."""

    shipped_date: str | None = None
    """Day on which it left the warehouse."""

    estimated_delivery_date: str | None = None
    """Expected day of delivery, before it arrives."""

    ship_from_warehouse_id: str | None = None
    """Number of the shipping warehouse."""

    ship_from_location: str | None = None
    """Town or name of the shipping warehouse."""

    invoice_number: str | None = None
    """Invoice for the shipment."""

    invoice_date: str | None = None
    """Day of the invoice for the shipment."""

    carrier_details: ListOrOne[OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner] | None = None
    """Carriers and parcels of the shipment."""

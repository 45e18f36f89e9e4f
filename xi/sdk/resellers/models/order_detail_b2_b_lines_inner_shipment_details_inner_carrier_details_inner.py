"""The model `OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_shipment_details_inner_carrier_details_inner_tracking_details_inner import (
    OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner,
)


class OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInner(ResponseModel):
    """One carrier's part of a shipment.

    Args:
        carrier_code (str): Code of the carrier, as used when ordering.
        carrier_name (str): Name of the carrier, with its service.
        quantity (int): Units of the line that this carrier took.
        shipped_date (str): Day the carrier took them.
        estimated_delivery_date (str): Day the carrier expects to deliver.
        delivered_date (str): Day the carrier delivered.
        carrier_pickup_date (str): Day the carrier was booked to call.
        tracking_details (list of OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner):
            Parcels, with their numbers.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"tracking_details"})

    carrier_code: str | None = None
    """Code of the carrier, as used when ordering."""

    carrier_name: str | None = None
    """Name of the carrier, with its service."""

    quantity: int | None = None
    """Units of the line that this carrier took."""

    shipped_date: str | None = None
    """Day the carrier took them."""

    estimated_delivery_date: str | None = None
    """Day the carrier expects to deliver."""

    delivered_date: str | None = None
    """Day the carrier delivered."""

    carrier_pickup_date: str | None = None
    """Day the carrier was booked to call."""

    tracking_details: (
        list[OrderDetailB2BLinesInnerShipmentDetailsInnerCarrierDetailsInnerTrackingDetailsInner] | None
    ) = None
    """Parcels, with their numbers."""

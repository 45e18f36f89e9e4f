"""The model `OrderCreateV7ResponseResourceOrdersInnerLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner_shipment_details_inner import (
    OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner,
)


class OrderCreateV7ResponseResourceOrdersInnerLinesInner(ResponseModel):
    """One line of an order that a v7 order became.

    `lineType`, `globalSkuId` and `vendorNumber` come as extras.

    Args:
        sub_order_number (str): Sub-order under which the line ships, such as `20-RD128-11`.
        ingram_line_number (str): Ingram Micro's number of the line, such as `002`.
        customer_line_number (str): The reseller's number of the line, as the server kept it.
        line_status (str): State of the line after creation, such as `Backordered`; compare without regard to case.
        ingram_part_number (str): SKU that was accepted, which may replace the one that was sent.
        unit_price (int or float): Price of one unit that will be charged.
        extended_unit_price (int or float): Price times quantity; 0 or absent for a backorder.
        quantity_ordered (int): Units that were asked for on this line.
        quantity_confirmed (int): Units that the warehouse can ship now.
        quantity_back_ordered (int): Units that wait for stock.
        notes (str): Description of the product, not the remark that was sent.
        shipment_details (list of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner): How the line
            ships; v6 sends one object in this place.
    """

    sub_order_number: str | None = None
    """Sub-order under which the line ships, such as `20-RD128-11`."""

    ingram_line_number: str | None = None
    """Ingram Micro's number of the line, such as `002`."""

    customer_line_number: str | None = None
    """The reseller's number of the line, as the server kept it."""

    line_status: str | None = None
    """State of the line after creation, such as `Backordered`; compare without regard to case."""

    ingram_part_number: str | None = None
    """SKU that was accepted, which may replace the one that was sent."""

    unit_price: IntOrFloat | None = None
    """Price of one unit that will be charged."""

    extended_unit_price: IntOrFloat | None = None
    """Price times quantity; 0 or absent for a backorder."""

    quantity_ordered: int | None = None
    """Units that were asked for on this line."""

    quantity_confirmed: int | None = None
    """Units that the warehouse can ship now."""

    quantity_back_ordered: int | None = None
    """Units that wait for stock."""

    notes: str | None = None
    """Description of the product, not the remark that was sent."""

    shipment_details: list[OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner] | None = None
    """How the line ships; v6 sends one object in this place."""

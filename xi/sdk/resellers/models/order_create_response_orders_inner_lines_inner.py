"""The model `OrderCreateResponseOrdersInnerLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat, ListOrOne
from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner_additional_attributes_inner import (
    OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_create_response_orders_inner_lines_inner_shipment_details_inner import (
    OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner,
)


class OrderCreateResponseOrdersInnerLinesInner(ResponseModel):
    """One accepted line.

    `globalSkuId` and `vendorNumber` come as extras.

    Args:
        sub_order_number (str): Sub-order the line ships under: order number, dash, distribution and sequence
            (`20-RD128-11`). Absent in SAP countries.
        ingram_line_number (str): Ingram Micro's number for the line, such as `002`; starts above 001 when comments took
            numbers, counts in tens in SAP countries.
        customer_line_number (str): The reseller's number for the line as the server kept it; renumbered when it was no
            number or not unique.
        line_status (str): State right after creation: `Backordered` or `In Progress`; older records write
            `im::backordered`, `im::open`. A customer hold does not show here.
        ingram_part_number (str): Accepted SKU, which may replace the requested one.
        vendor_part_number (str): The vendor's number for the SKU.
        unit_price (int or float): Price per unit that will be charged.
        extended_unit_price (int or float): Price times quantity; 0 or absent for a backorder.
        quantity_ordered (int): Units requested for the accepted line.
        quantity_confirmed (int): Units the warehouse can ship now.
        quantity_back_ordered (int): Units that wait for stock.
        special_bid_number (str): Special price used on the line.
        notes (str): Product description, not the remark that was sent.
        shipment_details (list of OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner): How the line ships.
            Declared a list, sent as one object by the real service.
        additional_attributes (list of OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner): Further data
            on the line as name and value.
    """

    sub_order_number: str | None = None
    """Sub-order the line ships under: order number, dash, distribution and sequence (`20-RD128-11`).

    Absent in SAP countries.
    """

    ingram_line_number: str | None = None
    """Ingram Micro's number for the line, such as `002`; starts above 001 when comments took numbers, counts in tens in
    SAP countries.
    """

    customer_line_number: str | None = None
    """The reseller's number for the line as the server kept it; renumbered when it was no number or not unique."""

    line_status: str | None = None
    """State right after creation: `Backordered` or `In Progress`; older records write `im::backordered`, `im::open`.

    A customer hold does not show here.
    """

    ingram_part_number: str | None = None
    """Accepted SKU, which may replace the requested one."""

    vendor_part_number: str | None = None
    """The vendor's number for the SKU."""

    unit_price: IntOrFloat | None = None
    """Price per unit that will be charged."""

    extended_unit_price: IntOrFloat | None = None
    """Price times quantity; 0 or absent for a backorder."""

    quantity_ordered: int | None = None
    """Units requested for the accepted line."""

    quantity_confirmed: int | None = None
    """Units the warehouse can ship now."""

    quantity_back_ordered: int | None = None
    """Units that wait for stock."""

    special_bid_number: str | None = None
    """Special price used on the line."""

    notes: str | None = None
    """Product description, not the remark that was sent."""

    shipment_details: ListOrOne[OrderCreateResponseOrdersInnerLinesInnerShipmentDetailsInner] | None = None
    """How the line ships.

    Declared a list, sent as one object by the real service.
    """

    additional_attributes: list[OrderCreateResponseOrdersInnerLinesInnerAdditionalAttributesInner] | None = None
    """Further data on the line as name and value."""

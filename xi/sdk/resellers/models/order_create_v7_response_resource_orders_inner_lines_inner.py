"""The model `OrderCreateV7ResponseResourceOrdersInnerLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner_lines_inner_shipment_details_inner import (
    OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner,
)


class OrderCreateV7ResponseResourceOrdersInnerLinesInner(ResponseModel):
    """DRAFT 1305.

    OrderCreateV7ResponseResourceOrdersInnerLinesInner.

    Args:
        sub_order_number (str): DRAFT 1306. sub Order Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        ingram_line_number (str): DRAFT 1307. ingram Line Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        customer_line_number (str): DRAFT 1308. customer Line Number of
            OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        line_status (str): DRAFT 1309. line Status of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        ingram_part_number (str): DRAFT 1310. ingram Part Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        unit_price (int or float): DRAFT 1311. unit Price of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        extended_unit_price (int or float): DRAFT 1312. extended Unit Price of
            OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        quantity_ordered (int): DRAFT 1313. quantity Ordered of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        quantity_confirmed (int): DRAFT 1314. quantity Confirmed of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        quantity_back_ordered (int): DRAFT 1315. quantity Back Ordered of
            OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        notes (str): DRAFT 1316. notes of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
        shipment_details (list of OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner): DRAFT 1317.
            shipment Details of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    sub_order_number: str | None = None
    """DRAFT 1306.

    sub Order Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    ingram_line_number: str | None = None
    """DRAFT 1307.

    ingram Line Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    customer_line_number: str | None = None
    """DRAFT 1308.

    customer Line Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    line_status: str | None = None
    """DRAFT 1309.

    line Status of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 1310.

    ingram Part Number of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 1311.

    unit Price of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    extended_unit_price: IntOrFloat | None = None
    """DRAFT 1312.

    extended Unit Price of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    quantity_ordered: int | None = None
    """DRAFT 1313.

    quantity Ordered of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    quantity_confirmed: int | None = None
    """DRAFT 1314.

    quantity Confirmed of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    quantity_back_ordered: int | None = None
    """DRAFT 1315.

    quantity Back Ordered of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    notes: str | None = None
    """DRAFT 1316.

    notes of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

    shipment_details: list[OrderCreateV7ResponseResourceOrdersInnerLinesInnerShipmentDetailsInner] | None = None
    """DRAFT 1317.

    shipment Details of OrderCreateV7ResponseResourceOrdersInnerLinesInner.
    """

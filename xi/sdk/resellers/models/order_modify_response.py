"""The model `OrderModifyResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_modify_response_lines_inner import OrderModifyResponseLinesInner
from xi.sdk.resellers.models.order_modify_response_lines_inner_additional_attributes_inner import (
    OrderModifyResponseLinesInnerAdditionalAttributesInner,
)
from xi.sdk.resellers.models.order_modify_response_rejected_line_items_inner import (
    OrderModifyResponseRejectedLineItemsInner,
)
from xi.sdk.resellers.models.order_modify_response_ship_to_info import OrderModifyResponseShipToInfo


class OrderModifyResponse(ResponseModel):
    """Result of a modify.

    The answer to a release has no body. Status 200 covers rejected changes too: look at `rejectedLineItems`.

    Args:
        ingram_order_number (str): The modified order's number.
        change_description (str): Changes and refusals outside the lines, such as a bad address on a 207.
        order_modified_date (str): When it was modified, ISO 8601 with milliseconds and offset.
        customer_order_number (str): The PO number, upper-cased by the server.
        end_customer_order_number (str): PO number of the reseller's customer, if the order has one.
        order_total (int or float): The total before the change; read the details for the new one.
        notes (str): The order's remarks after the change.
        order_sub_total (int or float): Sum of the lines before the change.
        freight_charges (int or float): Freight before the change.
        total_tax (int or float): Tax on the order before the change.
        order_status (str): `ON HOLD` or `im::hold` while the order can still be changed.
        bill_to_address_id (str): Billing address of the order.
        ship_to_info (OrderModifyResponseShipToInfo): Address of delivery after the change, as the back end stored it.
        lines (list of OrderModifyResponseLinesInner): Only changed lines; a deleted one has only number and part.
        rejected_line_items (list of OrderModifyResponseRejectedLineItemsInner): Line changes that were refused. If it
            has all of them, nothing was changed, although the status is 200.
        additional_attributes (list of OrderModifyResponseLinesInnerAdditionalAttributesInner): Further data on the
            modified order, as objects of name and value.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"orderNumber": "ingramOrderNumber"}

    ingram_order_number: str | None = None
    """The modified order's number."""

    change_description: str | None = None
    """Changes and refusals outside the lines, such as a bad address on a 207."""

    order_modified_date: str | None = None
    """When it was modified, ISO 8601 with milliseconds and offset."""

    customer_order_number: str | None = None
    """The PO number, upper-cased by the server."""

    end_customer_order_number: str | None = None
    """PO number of the reseller's customer, if the order has one."""

    order_total: IntOrFloat | None = None
    """The total before the change; read the details for the new one."""

    notes: str | None = None
    """The order's remarks after the change."""

    order_sub_total: IntOrFloat | None = None
    """Sum of the lines before the change."""

    freight_charges: IntOrFloat | None = None
    """Freight before the change."""

    total_tax: IntOrFloat | None = None
    """Tax on the order before the change."""

    order_status: str | None = None
    """`ON HOLD` or `im::hold` while the order can still be changed."""

    bill_to_address_id: str | None = None
    """Billing address of the order."""

    ship_to_info: OrderModifyResponseShipToInfo | None = None
    """Address of delivery after the change, as the back end stored it."""

    lines: list[OrderModifyResponseLinesInner] | None = None
    """Only changed lines; a deleted one has only number and part."""

    rejected_line_items: list[OrderModifyResponseRejectedLineItemsInner] | None = None
    """Line changes that were refused.

    If it has all of them, nothing was changed, although the status is 200.
    """

    additional_attributes: list[OrderModifyResponseLinesInnerAdditionalAttributesInner] | None = None
    """Further data on the modified order, as objects of name and value."""

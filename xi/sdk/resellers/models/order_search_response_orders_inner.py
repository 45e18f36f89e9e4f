"""The model `OrderSearchResponseOrdersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_search_response_orders_inner_links import OrderSearchResponseOrdersInnerLinks
from xi.sdk.resellers.models.order_search_response_orders_inner_sub_orders_inner import (
    OrderSearchResponseOrdersInnerSubOrdersInner,
)


class OrderSearchResponseOrdersInner(ResponseModel):
    """One order in a search, in short.

    Args:
        ingram_order_number (str): The order's number, to read its details with.
        ingram_order_date (str): Day the order was entered; a date or a time stamp.
        customer_order_number (str): The reseller's PO number, in upper case.
        vendor_sales_order_number (str): The vendor's order number, on direct-ship orders.
        vendor_name (str): Vendor of the order's parts.
        end_user_company_name (str): Company of the end user, where the order names one.
        order_total (int or float): Total of the order in the account's currency.
        order_status (str): State of the order as a whole: OPEN, CLOSED or CANCELLED.
        sub_orders (list of OrderSearchResponseOrdersInnerSubOrdersInner): Parts of the order that ship on their own.
        links (OrderSearchResponseOrdersInnerLinks): Where to read the order; one object by declaration.
    """

    ingram_order_number: str | None = None
    """The order's number, to read its details with."""

    ingram_order_date: str | None = None
    """Day the order was entered; a date or a time stamp."""

    customer_order_number: str | None = None
    """The reseller's PO number, in upper case."""

    vendor_sales_order_number: str | None = None
    """The vendor's order number, on direct-ship orders."""

    vendor_name: str | None = None
    """Vendor of the order's parts."""

    end_user_company_name: str | None = None
    """Company of the end user, where the order names one."""

    order_total: IntOrFloat | None = None
    """Total of the order in the account's currency."""

    order_status: str | None = None
    """State of the order as a whole: OPEN, CLOSED or CANCELLED."""

    sub_orders: list[OrderSearchResponseOrdersInnerSubOrdersInner] | None = None
    """Parts of the order that ship on their own."""

    links: OrderSearchResponseOrdersInnerLinks | None = None
    """Where to read the order; one object by declaration."""

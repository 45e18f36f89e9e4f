"""The model `OrderSearchResponseOrdersInnerSubOrdersInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat, ListOrOne
from xi.sdk.resellers.models.order_search_response_orders_inner_sub_orders_inner_links_inner import (
    OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner,
)


class OrderSearchResponseOrdersInnerSubOrdersInner(ResponseModel):
    """One sub-order in a search.

    Args:
        sub_order_number (str): Order number with distribution and sequence, such as `20-RD128-11`.
        sub_order_total (int or float): Total of the sub-order, in the account's currency.
        sub_order_status (str): Shipped, Canceled, Backordered, Processing, On Hold or Delivered; `REJECTED` occurs.
        links (list of OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner): Where to read the sub-order and its
            invoices.
    """

    sub_order_number: str | None = None
    """Order number with distribution and sequence, such as `20-RD128-11`."""

    sub_order_total: IntOrFloat | None = None
    """Total of the sub-order, in the account's currency."""

    sub_order_status: str | None = None
    """Shipped, Canceled, Backordered, Processing, On Hold or Delivered; `REJECTED` occurs."""

    links: ListOrOne[OrderSearchResponseOrdersInnerSubOrdersInnerLinksInner] | None = None
    """Where to read the sub-order and its invoices."""

"""The model `OrderCreateResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_response_end_user_info import OrderCreateResponseEndUserInfo
from xi.sdk.resellers.models.order_create_response_orders_inner import OrderCreateResponseOrdersInner
from xi.sdk.resellers.models.order_create_response_ship_to_info import OrderCreateResponseShipToInfo


class OrderCreateResponse(ResponseModel):
    """A placed purchase order.

    It may have become several orders; `rejectedLineItems`, not the counters, shows whether all lines were accepted.
    Also carries `resellerInfo`, usually empty, kept as an extra.

    Args:
        customer_order_number (str): The reseller's PO number, upper-cased by the server; compare without case.
        end_customer_order_number (str): PO number of the reseller's customer, if one was sent.
        bill_to_address_id (str): Billing address used, `000` for the default. Joined texts such as `20-RFKKT : 000`
            occur on split orders.
        special_bid_number (str): Special price for the whole order, if there is one.
        order_split (bool): Whether the PO became more than one order, as stock and direct-ship parts do.
        processed_partially (bool): Whether the server thinks that some lines failed. Not reliable: it has been false
            with rejected lines present.
        purchase_order_total (int or float): Sum of the orders' totals in the account's currency; 0 for an order on
            customer hold.
        ship_to_info (OrderCreateResponseShipToInfo): Delivery address; may be empty.
        end_user_info (OrderCreateResponseEndUserInfo): End user of the order, if one was sent.
        orders (list of OrderCreateResponseOrdersInner): The orders placed for the PO, each with its own number.
    """

    customer_order_number: str | None = None
    """The reseller's PO number, upper-cased by the server; compare without case."""

    end_customer_order_number: str | None = None
    """PO number of the reseller's customer, if one was sent."""

    bill_to_address_id: str | None = None
    """Billing address used, `000` for the default.

    Joined texts such as `20-RFKKT : 000` occur on split orders.
    """

    special_bid_number: str | None = None
    """Special price for the whole order, if there is one."""

    order_split: bool | None = None
    """Whether the PO became more than one order, as stock and direct-ship parts do."""

    processed_partially: bool | None = None
    """Whether the server thinks that some lines failed.

    Not reliable: it has been false with rejected lines present.
    """

    purchase_order_total: IntOrFloat | None = None
    """Sum of the orders' totals in the account's currency; 0 for an order on customer hold."""

    ship_to_info: OrderCreateResponseShipToInfo | None = None
    """Delivery address; may be empty."""

    end_user_info: OrderCreateResponseEndUserInfo | None = None
    """End user of the order, if one was sent."""

    orders: list[OrderCreateResponseOrdersInner] | None = None
    """The orders placed for the PO, each with its own number."""

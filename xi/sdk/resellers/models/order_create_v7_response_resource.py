"""The model `OrderCreateV7ResponseResource`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.order_create_v7_response_resource_orders_inner import (
    OrderCreateV7ResponseResourceOrdersInner,
)
from xi.sdk.resellers.models.order_create_v7_response_resource_ship_to_info import (
    OrderCreateV7ResponseResourceShipToInfo,
)


class OrderCreateV7ResponseResource(ResponseModel):
    """What became of a v7 order; the same as v6 create answers, with a few members more.

    Args:
        customer_order_number (str): The reseller's PO number, the only key that leads back to the call; compare without
            regard to case.
        bill_to_address_id (str): Identifier of the bill-to address, `000` for the default.
        order_split (bool): Whether the PO became more than one order, as stock and direct-ship parts do.
        processed_partially (bool): Whether some lines failed in the server's eyes; v6 was seen to get this wrong.
        purchase_order_total (int or float): Sum of all orders of the PO in the account's currency.
        ship_to_info (OrderCreateV7ResponseResourceShipToInfo): Address of delivery as the back end stored it.
        orders (list of OrderCreateV7ResponseResourceOrdersInner): Orders that were placed, each with its own number.
    """

    customer_order_number: str | None = None
    """The reseller's PO number, the only key that leads back to the call; compare without regard to case."""

    bill_to_address_id: str | None = None
    """Identifier of the bill-to address, `000` for the default."""

    order_split: bool | None = None
    """Whether the PO became more than one order, as stock and direct-ship parts do."""

    processed_partially: bool | None = None
    """Whether some lines failed in the server's eyes; v6 was seen to get this wrong."""

    purchase_order_total: IntOrFloat | None = None
    """Sum of all orders of the PO in the account's currency."""

    ship_to_info: OrderCreateV7ResponseResourceShipToInfo | None = None
    """Address of delivery as the back end stored it."""

    orders: list[OrderCreateV7ResponseResourceOrdersInner] | None = None
    """Orders that were placed, each with its own number."""

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
    """DRAFT 1274.

    OrderCreateV7ResponseResource.

    Args:
        customer_order_number (str): DRAFT 1275. customer Order Number of OrderCreateV7ResponseResource.
        bill_to_address_id (str): DRAFT 1276. bill To Address Id of OrderCreateV7ResponseResource.
        order_split (bool): DRAFT 1277. order Split of OrderCreateV7ResponseResource.
        processed_partially (bool): DRAFT 1278. processed Partially of OrderCreateV7ResponseResource.
        purchase_order_total (int or float): DRAFT 1279. purchase Order Total of OrderCreateV7ResponseResource.
        ship_to_info (OrderCreateV7ResponseResourceShipToInfo): DRAFT 1280. ship To Info of
            OrderCreateV7ResponseResource.
        orders (list of OrderCreateV7ResponseResourceOrdersInner): DRAFT 1281. orders of OrderCreateV7ResponseResource.
    """

    customer_order_number: str | None = None
    """DRAFT 1275.

    customer Order Number of OrderCreateV7ResponseResource.
    """

    bill_to_address_id: str | None = None
    """DRAFT 1276.

    bill To Address Id of OrderCreateV7ResponseResource.
    """

    order_split: bool | None = None
    """DRAFT 1277.

    order Split of OrderCreateV7ResponseResource.
    """

    processed_partially: bool | None = None
    """DRAFT 1278.

    processed Partially of OrderCreateV7ResponseResource.
    """

    purchase_order_total: IntOrFloat | None = None
    """DRAFT 1279.

    purchase Order Total of OrderCreateV7ResponseResource.
    """

    ship_to_info: OrderCreateV7ResponseResourceShipToInfo | None = None
    """DRAFT 1280.

    ship To Info of OrderCreateV7ResponseResource.
    """

    orders: list[OrderCreateV7ResponseResourceOrdersInner] | None = None
    """DRAFT 1281.

    orders of OrderCreateV7ResponseResource.
    """

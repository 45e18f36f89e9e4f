"""The model `OrderDetailB2BLinesInnerEstimatedDatesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_delivery import (
    OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery,
)
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_ship import (
    OrderDetailB2BLinesInnerEstimatedDatesInnerShip,
)


class OrderDetailB2BLinesInnerEstimatedDatesInner(ResponseModel):
    """When a line should ship and arrive.

    Args:
        ship (OrderDetailB2BLinesInnerEstimatedDatesInnerShip): Expected day of shipping.
        delivery (OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery): Expected day of delivery.
    """

    ship: OrderDetailB2BLinesInnerEstimatedDatesInnerShip | None = None
    """Expected day of shipping."""

    delivery: OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery | None = None
    """Expected day of delivery."""

"""The model `OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_delivery_delivery_date_range import (
    OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange,
)


class OrderDetailB2BLinesInnerEstimatedDatesInnerDelivery(ResponseModel):
    """Expected day or days of delivery.

    Args:
        delivery_date_type (str): Whether a day of delivery or a range of days is given.
        delivery_date_range (OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange): First and last
            expected day of delivery, if it is a range.
        delivery_source (str): Who estimates the delivery: vendor, warehouse or carrier.
        delivery_description (str): Text about the estimate of the delivery.
        delivery_date (str): Expected day of delivery, if it is a single day.
    """

    delivery_date_type: str | None = None
    """Whether a day of delivery or a range of days is given."""

    delivery_date_range: OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange | None = None
    """First and last expected day of delivery, if it is a range."""

    delivery_source: str | None = None
    """Who estimates the delivery: vendor, warehouse or carrier."""

    delivery_description: str | None = None
    """Text about the estimate of the delivery."""

    delivery_date: str | None = None
    """Expected day of delivery, if it is a single day."""

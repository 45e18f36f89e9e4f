"""The model `OrderDetailB2BLinesInnerEstimatedDatesInnerShip`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_ship_ship_date_range import (
    OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange,
)


class OrderDetailB2BLinesInnerEstimatedDatesInnerShip(ResponseModel):
    """Expected day or days of shipping.

    Args:
        ship_date_type (str): Whether a day of shipping or a range of days is given.
        ship_date_range (OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange): First and last expected day of
            shipping, if it is a range.
        ship_source (str): Who estimates the shipping: vendor, warehouse or carrier.
        ship_description (str): Text about the estimate of the shipping.
        ship_date (str): Expected day of shipping, if it is a single day.
    """

    ship_date_type: str | None = None
    """Whether a day of shipping or a range of days is given."""

    ship_date_range: OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange | None = None
    """First and last expected day of shipping, if it is a range."""

    ship_source: str | None = None
    """Who estimates the shipping: vendor, warehouse or carrier."""

    ship_description: str | None = None
    """Text about the estimate of the shipping."""

    ship_date: str | None = None
    """Expected day of shipping, if it is a single day."""

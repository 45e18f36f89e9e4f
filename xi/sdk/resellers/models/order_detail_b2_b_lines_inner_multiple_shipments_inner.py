"""The model `OrderDetailB2BLinesInnerMultipleShipmentsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_detail_b2_b_lines_inner_estimated_dates_inner_ship_ship_date_range import (
    OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange,
)


class OrderDetailB2BLinesInnerMultipleShipmentsInner(ResponseModel):
    """One expected partial delivery.

    Args:
        line_number (str): Number of the partial delivery.
        requested_quantity (int): Requested units of the partial delivery.
        confirmed_quantity (int): Units confirmed for the partial delivery.
        date_type (str): Whether a day or a range of days is expected.
        date_range (OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange): Range of expected days, if there is
            one.
        source (str): Who estimates: vendor, warehouse or carrier.
        description (str): Text about the estimate, for readers.
        var_date (str): Expected day of shipping.
        delivery_date (str): Expected day of arrival at the ship-to address.
    """

    line_number: str | None = None
    """Number of the partial delivery."""

    requested_quantity: int | None = None
    """Requested units of the partial delivery."""

    confirmed_quantity: int | None = None
    """Units confirmed for the partial delivery."""

    date_type: str | None = None
    """Whether a day or a range of days is expected."""

    date_range: OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange | None = None
    """Range of expected days, if there is one."""

    source: str | None = None
    """Who estimates: vendor, warehouse or carrier."""

    description: str | None = None
    """Text about the estimate, for readers."""

    var_date: Annotated[str | None, Field(alias="date")] = None
    """Expected day of shipping."""

    delivery_date: str | None = None
    """Expected day of arrival at the ship-to address."""

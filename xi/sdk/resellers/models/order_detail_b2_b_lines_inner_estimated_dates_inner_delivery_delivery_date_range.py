"""The model `OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange(ResponseModel):
    """Range of days in which delivery is expected.

    Args:
        start_date (str): Earliest expected day of delivery.
        end_date (str): Latest expected day of delivery.
    """

    start_date: str | None = None
    """Earliest expected day of delivery."""

    end_date: str | None = None
    """Latest expected day of delivery."""

"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner(ResponseModel):
    """One shipped unit, known by its serial number.

    Args:
        serial_number (str): Serial number of one unit as the manufacturer marked it, such as `123123123`.
    """

    serial_number: str | None = None
    """Serial number of one unit as the manufacturer marked it, such as `123123123`."""

"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner(Answer):
    """One shipped unit, known by its serial number.

    Args:
        serial_number (str): Serial number of one unit as the manufacturer marked it, such as `123123123`.
    """

    serial_number: str | None = None
    """Serial number of one unit as the manufacturer marked it, such as `123123123`."""

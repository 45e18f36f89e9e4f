"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerSerialNumberDetailsInner(Answer):
    """One serial number in an event."""

    serial_number: str | None = None
    """Serial number of a shipped unit."""

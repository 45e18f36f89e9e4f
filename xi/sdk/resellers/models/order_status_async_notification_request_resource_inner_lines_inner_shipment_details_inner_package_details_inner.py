"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner(Answer):
    """One carton in an event."""

    carton_number: str | None = None
    """Number of the carton within the shipment."""

    quantity_inbox: str | None = None
    """Units in the carton, as text; spelt with a small `b` here."""

    tracking_number: str | None = None
    """The carrier's number for the carton; several can be packed into one text."""

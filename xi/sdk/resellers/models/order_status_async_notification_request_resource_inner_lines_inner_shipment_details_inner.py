"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner_package_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner,
)


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner(Answer):
    """One shipment in an event."""

    shipment_date: str | None = None
    """Day of shipment; may be null before the carrier calls."""

    ship_from_warehouse_id: str | None = None
    """Number of the warehouse that ships."""

    warehouse_name: str | None = None
    """Name or town of the warehouse that ships."""

    carrier_code: str | None = None
    """Code of the carrier that took the goods."""

    carrier_name: str | None = None
    """Name of the carrier that took the goods."""

    package_details: (
        list[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner] | None
    ) = None
    """Cartons of the shipment, with their tracking numbers."""

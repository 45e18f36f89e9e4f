"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner_shipment_details_inner_package_details_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner,
)


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInner(ResponseModel):
    """One shipment within an order-status event.

    Args:
        shipment_date (str): Day of shipment as yyyy-MM-dd, or null when the event carries none.
        ship_from_warehouse_id (str): Identifier of the warehouse that ships, such as `10`.
        warehouse_name (str): Readable place of that warehouse, such as `New York`.
        carrier_code (str): Ingram Micro's short code for the carrier used, such as `4M`.
        carrier_name (str): Carrier and service in words, such as `SMARTPOST-BM`.
        package_details (list of
            OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner): Cartons
            of the shipment with their tracking numbers.
    """

    shipment_date: str | None = None
    """Day of shipment as yyyy-MM-dd, or null when the event carries none."""

    ship_from_warehouse_id: str | None = None
    """Identifier of the warehouse that ships, such as `10`."""

    warehouse_name: str | None = None
    """Readable place of that warehouse, such as `New York`."""

    carrier_code: str | None = None
    """Ingram Micro's short code for the carrier used, such as `4M`."""

    carrier_name: str | None = None
    """Carrier and service in words, such as `SMARTPOST-BM`."""

    package_details: (
        list[OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner] | None
    ) = None
    """Cartons of the shipment with their tracking numbers."""

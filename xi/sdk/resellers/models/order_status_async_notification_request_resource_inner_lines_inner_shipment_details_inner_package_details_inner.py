"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderStatusAsyncNotificationRequestResourceInnerLinesInnerShipmentDetailsInnerPackageDetailsInner(ResponseModel):
    """One carton of a shipment.

    All values are empty strings in the published example.

    Args:
        carton_number (str): Number of the carton within the shipment; may be an empty string.
        quantity_inbox (str): Units packed in this carton, as text; may be an empty string.
        tracking_number (str): Number to follow the carton with at the carrier; may be an empty string.
    """

    carton_number: str | None = None
    """Number of the carton within the shipment; may be an empty string."""

    quantity_inbox: str | None = None
    """Units packed in this carton, as text; may be an empty string."""

    tracking_number: str | None = None
    """Number to follow the carton with at the carrier; may be an empty string."""

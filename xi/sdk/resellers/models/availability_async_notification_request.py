"""The model `AvailabilityAsyncNotificationRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.availability_async_notification_request_resource_inner import (
    AvailabilityAsyncNotificationRequestResourceInner,
)


class AvailabilityAsyncNotificationRequest(ResponseModel):
    """A stock event: the products whose stock changed since the last one, at most 4,000 of them.

    The signature covers `eventId` only, so ask for the stock before acting on a figure.

    Args:
        topic (str): Resource family of the event, `resellers/catalog` for stock; order events have `resellers/orders`.
        event (str): What happened in general: `im::updated`. Compare without regard to case.
        event_time_stamp (str): When the event was raised, ISO 8601; `Z` in the specification, an offset on a page of
            the portal. Keep the newest for each SKU, as events may arrive out of order.
        event_id (str): Identifier of the event, and the only part that is signed. Use it to recognise repeats.
        resource (list of AvailabilityAsyncNotificationRequestResourceInner): The products that changed, one entry each.
            A product that is missing did not change.
    """

    topic: str | None = None
    """Resource family of the event, `resellers/catalog` for stock; order events have `resellers/orders`."""

    event: str | None = None
    """What happened in general: `im::updated`.

    Compare without regard to case.
    """

    event_time_stamp: str | None = None
    """When the event was raised, ISO 8601; `Z` in the specification, an offset on a page of the portal.

    Keep the newest for each SKU, as events may arrive out of order.
    """

    event_id: str | None = None
    """Identifier of the event, and the only part that is signed.

    Use it to recognise repeats.
    """

    resource: list[AvailabilityAsyncNotificationRequestResourceInner] | None = None
    """The products that changed, one entry each.

    A product that is missing did not change.
    """

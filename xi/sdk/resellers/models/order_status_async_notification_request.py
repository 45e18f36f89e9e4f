"""The model `OrderStatusAsyncNotificationRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner import (
    OrderStatusAsyncNotificationRequestResourceInner,
)


class OrderStatusAsyncNotificationRequest(ResponseModel):
    """An order-status event, posted to the callback URL that was registered for the app.

    Documents and traffic disagree on key spelling, upper and lower case and nesting, so keys are read without regard to
    case. The signature covers `eventId` only.

    Args:
        topic (str): Resource family the event belongs to, `resellers/orders` for orders.
        event (str): What happened in general, `im::updated` for status events. Compare without regard to case.
        event_time_stamp (str): When the event was raised, ISO 8601 in UTC with milliseconds in the published example.
        event_id (str): Identifier of the event, and the only part that the signature covers. Use it to recognise
            repeats.
        resource (list of OrderStatusAsyncNotificationRequestResourceInner): The orders concerned, usually one; which
            status was reached is in each entry's `eventType`.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "evenTtimeStamp": "eventTimeStamp",
        "eventtimestamp": "eventTimeStamp",
        "eventid": "eventId",
    }

    topic: str | None = None
    """Resource family the event belongs to, `resellers/orders` for orders."""

    event: str | None = None
    """What happened in general, `im::updated` for status events.

    Compare without regard to case.
    """

    event_time_stamp: str | None = None
    """When the event was raised, ISO 8601 in UTC with milliseconds in the published example."""

    event_id: str | None = None
    """Identifier of the event, and the only part that the signature covers.

    Use it to recognise repeats.
    """

    resource: ListOrOne[OrderStatusAsyncNotificationRequestResourceInner] | None = None
    """The orders concerned, usually one; which status was reached is in each entry's `eventType`."""

"""The model `AvailabilityAsyncNotificationRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.availability_async_notification_request_resource_inner import (
    AvailabilityAsyncNotificationRequestResourceInner,
)


class AvailabilityAsyncNotificationRequest(RequestModel):
    """DRAFT 422.

    AvailabilityAsyncNotificationRequest.

    Args:
        topic (str): DRAFT 423. topic of AvailabilityAsyncNotificationRequest.
        event (str): DRAFT 424. event of AvailabilityAsyncNotificationRequest.
        event_time_stamp (str): DRAFT 425. event Time Stamp of AvailabilityAsyncNotificationRequest.
        event_id (str): DRAFT 426. event Id of AvailabilityAsyncNotificationRequest.
        resource (list of AvailabilityAsyncNotificationRequestResourceInner): DRAFT 427. resource of
            AvailabilityAsyncNotificationRequest.
    """

    topic: str | None = None
    """DRAFT 423.

    topic of AvailabilityAsyncNotificationRequest.
    """

    event: str | None = None
    """DRAFT 424.

    event of AvailabilityAsyncNotificationRequest.
    """

    event_time_stamp: str | None = None
    """DRAFT 425.

    event Time Stamp of AvailabilityAsyncNotificationRequest.
    """

    event_id: str | None = None
    """DRAFT 426.

    event Id of AvailabilityAsyncNotificationRequest.
    """

    resource: list[AvailabilityAsyncNotificationRequestResourceInner] | None = None
    """DRAFT 427.

    resource of AvailabilityAsyncNotificationRequest.
    """

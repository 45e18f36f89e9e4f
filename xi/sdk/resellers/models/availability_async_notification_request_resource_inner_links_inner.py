"""The model `AvailabilityAsyncNotificationRequestResourceInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AvailabilityAsyncNotificationRequestResourceInnerLinksInner(RequestModel):
    """DRAFT 438.

    AvailabilityAsyncNotificationRequestResourceInnerLinksInner.

    Args:
        topic (str): DRAFT 439. topic of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
        href (str): DRAFT 440. href of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
        type (str): DRAFT 441. type of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
    """

    topic: str | None = None
    """DRAFT 439.

    topic of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
    """

    href: str | None = None
    """DRAFT 440.

    href of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
    """

    type: str | None = None
    """DRAFT 441.

    type of AvailabilityAsyncNotificationRequestResourceInnerLinksInner.
    """

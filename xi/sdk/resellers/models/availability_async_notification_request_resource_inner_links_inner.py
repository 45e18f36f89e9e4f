"""The model `AvailabilityAsyncNotificationRequestResourceInnerLinksInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class AvailabilityAsyncNotificationRequestResourceInnerLinksInner(ResponseModel):
    """One link of an event.

    It leads to a path of an older version.

    Args:
        topic (str): What the link is about: `orders` in the specification, `catalog` on a page of the portal.
        href (str): Path such as `/resellers/v5/catalog/YN6231`, of a version that is gone.
        type (str): HTTP method for the link, `GET` in the published example.
    """

    topic: str | None = None
    """What the link is about: `orders` in the specification, `catalog` on a page of the portal."""

    href: str | None = None
    """Path such as `/resellers/v5/catalog/YN6231`, of a version that is gone."""

    type: str | None = None
    """HTTP method for the link, `GET` in the published example."""

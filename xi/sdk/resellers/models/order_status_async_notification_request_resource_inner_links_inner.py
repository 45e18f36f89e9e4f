"""The model `OrderStatusAsyncNotificationRequestResourceInnerLinksInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Answer


class OrderStatusAsyncNotificationRequestResourceInnerLinksInner(Answer):
    """Where to read the order an event is about."""

    topic: str | None = None
    """What the link leads to, `orders` as a rule."""

    href: str | None = None
    """Path of the order's details, relative to the API's host."""

    type: str | None = None
    """HTTP method to use, `GET`."""

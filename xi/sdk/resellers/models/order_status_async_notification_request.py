"""The model `OrderStatusAsyncNotificationRequest`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models._types import ListOrOne
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner import (
    OrderStatusAsyncNotificationRequestResourceInner,
)


class OrderStatusAsyncNotificationRequest(Exact, Answer):
    """One order-status event.

    Documentation, spec and traffic disagree on keys, case and lists, so read it without trust in any; the signature
    does not cover it.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "evenTtimeStamp": "eventTimeStamp",
        "eventtimestamp": "eventTimeStamp",
        "eventid": "eventId",
    }

    topic: str | None = None
    """Always `resellers/orders` for orders."""

    event: str | None = None
    """What happened in general, `im::updated`; the case varies."""

    event_time_stamp: str | None = None
    """When it happened, ISO 8601."""

    event_id: str | None = None
    """Identifier of the event.

    The signature header is computed from it alone, and it is the key to drop doubles by.
    """

    resource: ListOrOne[OrderStatusAsyncNotificationRequestResourceInner] | None = None
    """The orders concerned, as a rule a single one."""

"""The model `OrderStatusAsyncNotificationRequestResourceInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import Answer, Exact
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInner,
)
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_links_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinksInner,
)


class OrderStatusAsyncNotificationRequestResourceInner(Exact, Answer):
    """The order an event is about."""

    _spellings: ClassVar[Mapping[str, str]] = {
        "eventtype": "eventType",
        "ordernumber": "orderNumber",
        "customerPoNumber": "customerOrderNumber",
        "customerordernumber": "customerOrderNumber",
    }

    event_type: str | None = None
    """What changed: `im::order_shipped`, `im::order_invoiced`, `im::order_hold`, `im::order_voided` or
    `im::order_backordered`, in either case.
    """

    order_number: str | None = None
    """Ingram Micro's order number."""

    customer_order_number: str | None = None
    """The reseller's PO number, upper-cased."""

    order_entry_time_stamp: str | None = None
    """When the order was entered, ISO 8601."""

    lines: list[OrderStatusAsyncNotificationRequestResourceInnerLinesInner] | None = None
    """The lines whose state changed, not all of the order's."""

    links: list[OrderStatusAsyncNotificationRequestResourceInnerLinksInner] | None = None
    """Where to read the order; do read it, since the event is not signed."""

"""The model `OrderStatusAsyncNotificationRequestResourceInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_lines_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinesInner,
)
from xi.sdk.resellers.models.order_status_async_notification_request_resource_inner_links_inner import (
    OrderStatusAsyncNotificationRequestResourceInnerLinksInner,
)


class OrderStatusAsyncNotificationRequestResourceInner(ResponseModel):
    """One order whose status changed.

    As the body is unsigned, read the order again before acting on it.

    Args:
        event_type (str): Status reached: `im::order_shipped`, `im::order_invoiced`, `im::order_hold`,
            `im::order_voided` or `im::order_backordered`. The prefix is also seen as `IM::`.
        order_number (str): Ingram Micro's order number, such as `20-RD128`; ask for the details with it.
        customer_order_number (str): The reseller's PO number for the order, possibly upper-cased.
        order_entry_time_stamp (str): When the order was entered, ISO 8601 with an offset such as `-07:00`.
        lines (list of OrderStatusAsyncNotificationRequestResourceInnerLinesInner): Lines touched by the event with
            their quantities and shipments; other lines of the order need not be listed.
        links (list of OrderStatusAsyncNotificationRequestResourceInnerLinksInner): Where to read more, as relative
            addresses; the published example points to v5.
    """

    _spellings: ClassVar[Mapping[str, str]] = {
        "eventtype": "eventType",
        "ordernumber": "orderNumber",
        "customerPoNumber": "customerOrderNumber",
        "customerordernumber": "customerOrderNumber",
    }

    event_type: str | None = None
    """Status reached: `im::order_shipped`, `im::order_invoiced`, `im::order_hold`, `im::order_voided` or
    `im::order_backordered`.

    The prefix is also seen as `IM::`.
    """

    order_number: str | None = None
    """Ingram Micro's order number, such as `20-RD128`; ask for the details with it."""

    customer_order_number: str | None = None
    """The reseller's PO number for the order, possibly upper-cased."""

    order_entry_time_stamp: str | None = None
    """When the order was entered, ISO 8601 with an offset such as `-07:00`."""

    lines: list[OrderStatusAsyncNotificationRequestResourceInnerLinesInner] | None = None
    """Lines touched by the event with their quantities and shipments; other lines of the order need not be listed."""

    links: list[OrderStatusAsyncNotificationRequestResourceInnerLinksInner] | None = None
    """Where to read more, as relative addresses; the published example points to v5."""

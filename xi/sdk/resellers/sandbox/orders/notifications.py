"""The events of an order for webhooks, and their bodies."""

from collections.abc import Callable
from typing import Final

from xi.sdk.resellers.sandbox.orders.values import Line, Order, Status
from xi.sdk.resellers.sandbox.wire.json import Json

_TYPES: Final = {
    "shipped": "im::order_shipped",
    "invoiced": "im::order_invoiced",
    "voided": "im::order_voided",
    "cancelled": "im::order_voided",
}


def event_types(kind: str, order: Order) -> list[str]:
    """Return the types of the webhook events for something that happened to an order.

    Args:
        kind: What happened, as in `Event.kind`.
        order: The order after that.
    """
    if kind in _TYPES:
        return [_TYPES[kind]]
    if kind in ("created", "held") and order.held:
        return ["im::order_hold"]
    if kind in ("created", "released") and order.status is Status.BACKORDERED:
        return ["im::order_backordered"]
    return []


def order_resource(order: Order) -> Json:
    """Return an order as in status events, where quantities are text."""
    return {
        "orderNumber": order.number,
        "customerOrderNumber": order.customer_order_number,
        "orderEntryTimeStamp": order.placed_at.isoformat(),
        "lines": [_line(order, line) for line, _ in order.parts],
        "links": [
            {"topic": "orders", "href": f"/resellers/v6/orders/{order.number}", "type": "GET"},
        ],
    }


def status_event(event_type: str, resource: Json) -> Callable[[str, str], object]:
    """Return the function that makes the body of an order-status event.

    Args:
        event_type: For example `im::order_shipped`.
        resource: The order, from `order_resource`.
    """
    return lambda event_id, at: {
        "topic": "resellers/orders",
        "event": "im::updated",
        "eventTimeStamp": at,
        "eventId": event_id,
        "resource": [{"eventType": event_type, **resource}],
    }


def result_event(resource: Json) -> Callable[[str, str], object]:
    """Return the function that makes the body of a v7 result: a list of one event, whose resource is an object."""
    return lambda event_id, at: [
        {
            "topic": "resellers/orders",
            "event": "IM::created",
            "eventTimeStamp": at,
            "eventId": event_id,
            "resource": {"eventType": "IM::async_order_create", **resource},
        }
    ]


def _line(order: Order, line: Line) -> Json:
    sent = [each for each in order.shipments if each.line == line.number]
    body: Json = {
        "lineNumber": f"{line.number:03}",
        "subOrderNumber": order.sub_order(line),
        "lineStatus": f"im::{order.line_status(line).lower().replace(' ', '_')}",
        "ingramPartNumber": line.part.number if line.part else "",
        "requestedQuantity": str(line.quantity),
        "shippedQuantity": str(order.shipped_per_line.get(line.number, 0)),
        "backOrderedQuantity": str(line.backordered),
    }
    if sent:
        body["shipmentDetails"] = [
            {
                "shipmentDate": each.shipped_on.isoformat(),
                "shipFromWarehouseId": line.warehouse,
                "packageDetails": [{"trackingNumber": each.tracking_number, "quantityInbox": str(each.quantity)}],
            }
            for each in sent
        ]
        body["serialNumberDetails"] = [{"serialNumber": one} for each in sent for one in each.serial_numbers]
    return body

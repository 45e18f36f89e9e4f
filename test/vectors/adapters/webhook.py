"""Webhooks: which bodies are accepted or refused, and how an event is read."""

from __future__ import annotations

import base64
from typing import Any

from adapters.comparing import Mismatch, compare_listed

from xi.sdk.resellers import webhooks
from xi.sdk.resellers.exceptions import ApiValueError


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given = vector["given"]
    body = _bytes(given["body"])
    found: dict[str, Any] = {"verified": webhooks.verify(body, given["signature"], given["secrets"])}
    try:
        found["events"] = [_fields(each) for each in webhooks.parse(body)]
    except ApiValueError as error:
        found["refused"] = {"about": error.argument, "at": error.pointer}
    return compare_listed("", vector["expect"], found)


def _bytes(body: dict[str, str]) -> bytes:
    ((form, content),) = body.items()
    return {"text": str.encode, "base64": base64.b64decode}[form](content)  # type: ignore[operator]


def _fields(event: webhooks.Event) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": event.kind.value,
        "eventId": event.event_id,
        "eventType": event.event_type,
        "timeStamp": event.time_stamp,
        "orderNumbers": event.order_numbers,
        "customerOrderNumbers": event.customer_order_numbers,
    }
    if event.ingram_part_numbers:  # the vectors name them for stock events only
        found["ingramPartNumbers"] = event.ingram_part_numbers
    return found

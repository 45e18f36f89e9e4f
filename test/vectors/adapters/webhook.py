"""Webhooks: what is believed, what is refused, and what an event says."""

from __future__ import annotations

import base64
from typing import Any

from adapters.comparing import Mismatch, compare_listed

from xi.sdk.resellers import webhooks
from xi.sdk.resellers.exceptions import ApiValueError


def run(vector: dict[str, Any]) -> list[Mismatch]:
    given = vector["given"]
    body = _bytes(given["body"])
    got: dict[str, Any] = {"verified": webhooks.verify(body, given["signature"], given["secrets"])}
    try:
        got["events"] = [_shown(each) for each in webhooks.parse(body)]
    except ApiValueError as error:
        got["refused"] = {"about": error.argument, "at": error.pointer}
    return compare_listed("", vector["expect"], got)


def _bytes(body: dict[str, str]) -> bytes:
    ((how, said),) = body.items()
    return {"text": str.encode, "base64": base64.b64decode}[how](said)  # type: ignore[operator]


def _shown(event: webhooks.Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "eventId": event.event_id,
        "eventType": event.event_type,
        "timeStamp": event.time_stamp,
        "orderNumbers": event.order_numbers,
        "customerOrderNumbers": event.customer_order_numbers,
    }

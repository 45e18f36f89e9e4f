"""Webhooks: the receivers of events, and the deliveries with their results."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.guard import small_number
from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.state.webhooks import ORDERS_TOPIC, TOPICS, Delivery, DeliveryState

_BODY_LIMIT: Final = 16_384
"""Characters of a body that are shown."""


def _texts(delivery: Delivery) -> Sequence[str]:
    return delivery.event_type, delivery.event_id, delivery.hook.url, delivery.body.decode()


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    names = [state.value.capitalize() for state in DeliveryState]
    deliveries = sandbox.hooks.deliveries()[::-1]
    return {
        "hooks": sandbox.hooks.registered(),
        "topics": {topic: topic == ORDERS_TOPIC for topic in TOPICS},
        "list": list_of(request, deliveries, _texts, names, lambda each: [each.state.value.capitalize()]),
    }


def _show_delivery(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    number = small_number(request)
    found = next((delivery for delivery in sandbox.hooks.deliveries() if delivery.number == number), None)
    if found is None:
        raise KeyError(f"delivery {number}")
    body = json.dumps(json.loads(found.body), indent=2, ensure_ascii=False)
    return {"delivery": found, "body": body[:_BODY_LIMIT]}


def _add(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    topics = [topic for topic in TOPICS if topic in form]
    sandbox.hooks.add(form.get("url", ""), form.get("secret", ""), topics or [ORDERS_TOPIC])


def _remove(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.hooks.remove(small_number(request))


def _replay(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.hooks.replay(small_number(request))


SECTION = Section(
    title="Webhooks",
    link="/webhooks",
    views={"/webhooks": ("webhooks.html", _show), "/deliveries/{number}": ("delivery.html", _show_delivery)},
    actions={"/webhooks": _add, "/webhooks/{number}/remove": _remove, "/deliveries/{number}/replay": _replay},
    count=lambda sandbox: len(sandbox.hooks.registered()),
)

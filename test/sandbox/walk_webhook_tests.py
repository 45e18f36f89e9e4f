"""A call for each documented answer of the test benches of webhooks."""

from __future__ import annotations

import json
from typing import Any

from walk_kit import Asked, Good, Walk, Walker, Walks

from xi.sdk.resellers.sandbox.state.webhooks import signature
from xi.sdk.resellers.testing import WebhookReceiver

EVENT: dict[str, Any] = {
    "topic": "resellers/orders",
    "event": "im::updated",
    "eventId": "E1",
    "resource": [{"eventType": "im::x"}],
}
# Nothing listens there; what is sent to it fails later, and the answer does not wait for that.
NOWHERE = {"targeturl": "http://127.0.0.1:9/", "x-hub-signature": "c2lnbmVk"}


def _relayed(path: str) -> Walk:
    def walked(walk: Walker) -> None:
        with WebhookReceiver() as receiver:
            signed = signature(EVENT["eventId"], receiver.secret)
            walk.ask("POST", path, EVENT, **{"targeturl": receiver.url, "x-hub-signature": signed})
            assert walk.server.sandbox.hooks.settled(60)
            (got,) = receiver.received
        assert got.genuine
        assert json.loads(got.body) == EVENT

    return walked


PATHS = {
    "resellers_v1_webhooks_availabilityupdate_post": "/resellers/v1/webhooks/availabilityupdate",
    "resellers_v1_webhooks_orderstatusevent_post": "/resellers/v1/webhooks/orderstatusevent",
}
ASKED: Asked = {
    operation: lambda walk, path=path: walk.ask("POST", path, EVENT, **NOWHERE) for operation, path in PATHS.items()
}
WALKS: Walks = {
    **{(operation, "200"): _relayed(path) for operation, path in PATHS.items()},
    **{
        (operation, "400"): lambda walk, path=path: walk.ask("POST", path, EVENT, targeturl="http://elsewhere.example/")
        for operation, path in PATHS.items()
    },
}
GOOD = {operation: Good(body=lambda _: EVENT, headers=NOWHERE) for operation in PATHS}

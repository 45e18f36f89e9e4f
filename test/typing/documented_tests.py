"""The testing package, for type checkers. The file is checked, but never run."""

# pyright: strict
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_type

from xi.sdk.resellers import ApiClient, Configuration, OrderDetailB2B, OrdersApi, RetryPolicy, aio, testing, webhooks


def scripted() -> None:
    with testing.ScriptedTransport(
        testing.Answer(503),
        testing.Answer(200, {"orderStatus": "Shipped"}, {"Retry-After": "1"}),
        testing.Answer(200, OrderDetailB2B(order_status="Shipped")),
        testing.Answer(400, "no", reason="Bad"),
        testing.NotSent("refused"),
        testing.Unanswered("reset"),
    ) as script:
        assert_type(script, testing.ScriptedTransport)
        client = ApiClient(Configuration(retry=testing.AT_ONCE), transport=script)
        OrdersApi(client)
    script.add(testing.Answer())
    script.assert_done()
    assert_type(testing.AT_ONCE, RetryPolicy)
    assert_type(script.sent, tuple[testing.SentRequest, ...])
    assert_type(script.request.method, str)
    assert_type(script.request.query, dict[str, list[str]])
    assert_type(script.request.headers, Mapping[str, str])
    assert_type(script.request.json, Any)


async def awaited(steps: list[testing.Step]) -> None:
    with testing.AsyncScriptedTransport(*steps) as script:
        aio.AsyncApiClient(transport=script)


def received() -> None:
    with testing.WebhookReceiver(secret="k", port=0) as receiver:
        receiver.answer_next(500)
        assert_type(receiver.url, str)
        assert_type(receiver.secret, str)
        (got,) = receiver.wait(1, seconds=2.5)
    assert_type(got, testing.ReceivedWebhook)
    assert_type(got.events, tuple[webhooks.Event, ...])

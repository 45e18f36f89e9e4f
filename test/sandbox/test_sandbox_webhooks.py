"""Webhooks: sent for each change, signed, retried with growing pauses, logged, replayed, and only to this machine."""

import itertools
import socket
import time
from collections.abc import Iterator
from random import Random

import pytest
import urllib3

from xi.sdk.resellers import webhooks
from xi.sdk.resellers.models import AsyncOrderResultNotification, OrderStatusAsyncNotificationRequest
from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.state import webhooks as hooks
from xi.sdk.resellers.sandbox.state.store import Store
from xi.sdk.resellers.sandbox.state.webhooks import DELIVERY_LIMIT, HOOK_LIMIT, DeliveryState, Hooks
from xi.sdk.resellers.testing import WebhookReceiver
from xi.sdk.resellers.webhooks import EventKind

QUICK = Policy(webhook_pause=0.01)
NOBODY = "http://127.0.0.1:1/events"


@pytest.fixture
def receiver() -> Iterator[WebhookReceiver]:
    with WebhookReceiver() as running:
        yield running


@pytest.fixture
def api(make, receiver):
    """Return a caller whose sandbox sends webhooks to the receiver."""
    caller = make(policy=QUICK)
    caller.sandbox.hooks.add(receiver.url, receiver.secret)
    return caller


def in_stock(api, quantity=4) -> str:
    return api.created(("DF4128", quantity))


def backordered(api) -> str:
    return api.created(("1C6094", 5))


def cancelled(api) -> str:
    number = api.held()
    assert api.cancel(number).status == 200
    return number


def overdue(api) -> str:
    number = api.held()
    api.clock.forward(hours=25)
    api.sandbox.settle()
    return number


EVENTS = {
    "a hold by the customer": (lambda api: api.held(), EventKind.HOLD, "im::order_hold"),
    "a hold by sales": (lambda api: api.sandbox.hold(in_stock(api)).number, EventKind.HOLD, "im::order_hold"),
    "no stock": (backordered, EventKind.BACKORDERED, "im::order_backordered"),
    "a shipment": (lambda api: api.sandbox.ship(in_stock(api)).number, EventKind.SHIPPED, "im::order_shipped"),
    "a void": (lambda api: api.sandbox.void(in_stock(api)).number, EventKind.VOIDED, "im::order_voided"),
    "a cancel": (cancelled, EventKind.VOIDED, "im::order_voided"),
    "a hold that ran out": (overdue, EventKind.VOIDED, "im::order_voided"),
}


@pytest.mark.parametrize("case", EVENTS)
def test_each_change_of_status_sends_a_webhook(api, receiver, case):
    make, kind, event_type = EVENTS[case]
    number = make(api)
    assert api.sandbox.hooks.settled(60)
    received = receiver.received[-1]
    (event,) = received.events
    assert received.genuine
    assert received.headers["content-type"] == "application/json"
    assert (event.kind, event.event_type, event.order_numbers) == (kind, event_type, (number,))
    assert event.customer_order_numbers == ("PO-1",)
    assert isinstance(event.notification, OrderStatusAsyncNotificationRequest)
    assert event.notification.topic == "resellers/orders"


def test_shipping_and_invoicing_send_webhooks_with_different_ids(api, receiver):
    number = in_stock(api)
    api.sandbox.ship(number, partially=True)
    api.sandbox.ship(number)
    api.sandbox.invoice(number)
    assert api.sandbox.hooks.settled(60)
    told = [event for each in receiver.received for event in each.events]
    assert [event.kind for event in told] == [EventKind.SHIPPED, EventKind.SHIPPED, EventKind.INVOICED]
    assert len({event.event_id for event in told}) == 3
    line = told[0].raw["resource"][0]["lines"][0]
    assert (line["requestedQuantity"], line["shippedQuantity"]) == ("4", "2")
    assert line["shipmentDetails"][0]["packageDetails"][0]["trackingNumber"]


def test_a_successful_v7_order_sends_a_webhook(api, receiver):
    confirmation = api.create_async(("DF4128", 1)).body["confirmationNumber"]
    assert confirmation
    assert api.sandbox.hooks.settled(60)
    (event,) = receiver.received[-1].events
    assert event.kind is EventKind.V7_RESULT
    assert isinstance(event.notification, AsyncOrderResultNotification)
    assert event.customer_order_numbers == ("PO-1",)
    assert event.order_numbers == (api.search(customerOrderNumber="PO-1").body["orders"][0]["ingramOrderNumber"],)


def test_a_failed_v7_order_sends_a_webhook_with_the_reason(api, receiver):
    api.create_async(("NOSUCH", 1))
    assert api.sandbox.hooks.settled(60)
    (event,) = receiver.received[-1].events
    assert (event.kind, event.customer_order_numbers, event.order_numbers) == (EventKind.V7_RESULT, ("PO-1",), ())
    assert event.raw["resource"]["reason"]


def test_a_delivery_is_retried_until_the_receiver_accepts_it(api, receiver):
    receiver.answer_next(500, 503, 200)
    number = api.held()
    assert api.sandbox.hooks.settled(60)
    (delivery,) = api.sandbox.hooks.deliveries()
    assert [each.result for each in delivery.tries] == ["500", "503", "200"]
    assert delivery.state is DeliveryState.DELIVERED
    assert len({each.body for each in receiver.received}) == 1
    assert [event.order_numbers for each in receiver.received for event in each.events] == [(number,)] * 3


def test_the_pauses_between_retries_grow_and_the_retries_end(make, monkeypatch):
    begun: list[float] = []

    def posted(*_):
        begun.append(time.monotonic())
        return "500"

    monkeypatch.setattr(hooks, "_posted", posted)
    api = make(policy=Policy(webhook_pause=0.05))
    api.sandbox.hooks.add(NOBODY, "s")
    api.held()
    assert api.sandbox.hooks.settled(60)
    (delivery,) = api.sandbox.hooks.deliveries()
    assert (delivery.state, len(delivery.tries)) == (DeliveryState.FAILED, 5)
    waits = [after - before for before, after in itertools.pairwise(begun)]
    assert all(wait >= least for wait, least in zip(waits, [0.05, 0.1, 0.2, 0.4], strict=True)), waits


def test_what_replaces_sockets_and_raises_its_own_errors_ends_no_deliveries(make, receiver, monkeypatch):
    real, raised = urllib3.PoolManager.request, []

    def request(manager, *args, **options):
        if not raised:
            raised.append(True)
            raise AssertionError("no network in this test")
        return real(manager, *args, **options)

    monkeypatch.setattr(urllib3.PoolManager, "request", request)
    api = make(policy=Policy(webhook_pause=0.01))
    api.sandbox.hooks.add(receiver.url, receiver.secret)
    api.held()
    assert api.sandbox.hooks.settled(60)
    (delivery,) = api.sandbox.hooks.deliveries()
    assert [each.result for each in delivery.tries] == ["AssertionError: no network in this test", "200"]


def test_an_unreachable_receiver_does_not_delay_others(make, receiver):
    api = make(policy=Policy(webhook_pause=30))
    api.sandbox.hooks.add(NOBODY, "s")
    api.sandbox.hooks.add(receiver.url, receiver.secret)
    api.held()
    api.held()
    assert len(receiver.wait(2, 60)) == 2
    deadline = time.monotonic() + 60
    while not all(len(each.tries) == 1 for each in api.sandbox.hooks.deliveries()) and time.monotonic() < deadline:
        time.sleep(0.005)
    failing, _, _, taken = api.sandbox.hooks.deliveries()
    assert failing.state is DeliveryState.PENDING
    assert failing.tries[0].result.startswith("NewConnectionError")
    assert taken.state is DeliveryState.DELIVERED
    assert not api.sandbox.hooks.settled(0)


def test_a_removed_receiver_gets_nothing_more(make):
    api = make(policy=Policy(webhook_pause=30))
    hook = api.sandbox.hooks.add(NOBODY, "s")
    api.held()
    assert api.sandbox.hooks.remove(hook.number)
    assert api.sandbox.hooks.settled(60)
    (delivery,) = api.sandbox.hooks.deliveries()
    assert delivery.state is DeliveryState.FAILED
    api.held()
    assert len(api.sandbox.hooks.deliveries()) == 1
    assert not api.sandbox.hooks.remove(hook.number)
    with pytest.raises(ValueError, match="not registered any more"):
        api.sandbox.hooks.replay(delivery.number)


def test_a_replay_sends_the_same_event_again(api, receiver):
    api.held()
    assert api.sandbox.hooks.settled(60)
    (first,) = api.sandbox.hooks.deliveries()
    again = api.sandbox.hooks.replay(first.number)
    assert api.sandbox.hooks.settled(60)
    assert (again.number, again.event_id, again.body) == (2, first.event_id, first.body)
    assert [each.genuine for each in receiver.received] == [True, True]
    seen = webhooks.Deduplicator()
    handled = []
    for each in receiver.received:
        with seen.handling(each.events[0].event_id) as is_new:
            handled.append(is_new)
    assert handled == [True, False]
    with pytest.raises(KeyError):
        api.sandbox.hooks.replay(99)


def test_each_receiver_has_its_own_secret(make):
    api = make(policy=QUICK)
    with WebhookReceiver("one") as one, WebhookReceiver("two") as two:
        api.sandbox.hooks.add(one.url, "one")
        api.sandbox.hooks.add(two.url, "not two")
        api.held()
        assert one.wait(seconds=60)[0].genuine
        assert not two.wait(seconds=60)[0].genuine


def test_a_redirect_is_a_failure_and_is_not_followed(make, receiver):
    receiver.answer_next(302, 302, 302, 302, 302)
    api = make(policy=QUICK)
    api.sandbox.hooks.add(receiver.url, receiver.secret)
    api.held()
    assert api.sandbox.hooks.settled(60)
    (delivery,) = api.sandbox.hooks.deliveries()
    assert [each.result for each in delivery.tries] == ["302"] * 5
    assert delivery.state is DeliveryState.FAILED


@pytest.mark.parametrize(
    ("url", "secret", "why"),
    [
        ("http://example.com/", "s", "this machine only"),
        ("http://127.0.0.1.example.com/", "s", "this machine only"),
        ("http://10.0.0.1/", "s", "this machine only"),
        ("ftp://127.0.0.1/", "s", "should be an http or https URL"),
        ("http:///x", "s", "should be an http or https URL"),
        ("", "s", "should be an http or https URL"),
        ("http://127.0.0.1/", "", "secret is empty"),
        ("http://127.0.0.1/", "a\ud800", "half a character"),
        ("http://192.0.2.2:80\\@127.0.0.1/", "s", "should be an http or https URL"),
        ("http://user:secret@127.0.0.1/", "s", "no user and no password"),
        ("http://127.0.0.1:70000/", "s", "should be an http or https URL"),
        ("http://127.0.0.1/ x", "s", "should be an http or https URL"),
    ],
)
def test_a_url_of_another_machine_and_an_invalid_url_are_refused(make, url, secret, why):
    with pytest.raises(ValueError, match=why):
        make().sandbox.hooks.add(url, secret)


@pytest.mark.parametrize("url", ["http://localhost:9/", "https://127.1.2.3/", "http://[::1]:9/x"])
def test_every_name_of_this_machine_is_accepted(make, url):
    assert make().sandbox.hooks.add(url, "s").url == url


def test_webhooks_may_go_to_other_machines_if_that_is_allowed(make):
    api = make(policy=Policy(webhooks_anywhere=True))
    assert api.sandbox.hooks.add("https://example.com/hook", "s").url == "https://example.com/hook"


def test_the_secret_is_not_shown(make):
    hook = make().sandbox.hooks.add(NOBODY, "hush-hush")
    assert "hush" not in repr(hook)


def test_the_number_of_receivers_and_of_log_entries_is_limited(make):
    api = make()
    for _ in range(HOOK_LIMIT):
        api.sandbox.hooks.add(NOBODY, "s")
    with pytest.raises(ValueError, match=f"there are {HOOK_LIMIT} webhooks already"):
        api.sandbox.hooks.add(NOBODY, "s")


def test_the_log_drops_the_oldest_entry_first(make, monkeypatch):
    monkeypatch.setattr(hooks, "_posted", lambda *_: "200")
    api = make()
    api.sandbox.hooks.add(NOBODY, "s")
    for _ in range(DELIVERY_LIMIT + 1):
        api.sandbox.hooks.notify("x", lambda *_: {})
    assert api.sandbox.hooks.settled(60)
    kept = api.sandbox.hooks.deliveries()
    assert (len(kept), kept[0].number, kept[-1].number) == (DELIVERY_LIMIT, 2, DELIVERY_LIMIT + 1)


def test_a_pending_delivery_is_sent_by_the_next_run(make, receiver, tmp_path):
    first = make(policy=Policy(webhook_pause=30), state=tmp_path / "orders.db")
    first.sandbox.hooks.add(receiver.url, receiver.secret)
    receiver.answer_next(503)
    first.held()
    receiver.wait(seconds=60)
    first.sandbox.close()
    again = make(policy=QUICK, state=tmp_path / "orders.db")
    _, second = receiver.wait(2, 60)
    assert second.genuine
    assert again.sandbox.hooks.settled(60)
    (delivery,) = again.sandbox.hooks.deliveries()
    assert delivery.state is DeliveryState.DELIVERED
    again.sandbox.close()


def test_an_attempt_that_ends_after_the_sandbox_is_closed_has_no_effect(clock, monkeypatch):
    told = Hooks(clock, Random(1), pause=1, anywhere=False, store=Store(), changed=lambda: None)

    def posted(*_):
        told.close()
        return "200"

    monkeypatch.setattr(hooks, "_posted", posted)
    told.add(NOBODY, "s")
    told.notify("x", lambda *_: {})
    assert not told.settled(0.05)
    (delivery,) = told.deliveries()
    assert (delivery.state, delivery.tries) == (DeliveryState.PENDING, ())


@pytest.fixture
def silent() -> Iterator[str]:
    """Return the URL of a server that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"


def test_a_receiver_that_never_answers_does_not_delay_others(make, receiver, silent, monkeypatch):
    monkeypatch.setattr(hooks, "_TIMEOUT_S", 60.0)
    api = make(policy=QUICK)
    api.sandbox.hooks.add(silent, "s")
    api.sandbox.hooks.add(receiver.url, receiver.secret)
    began = time.monotonic()
    for _ in range(5):
        api.held()
    assert len(receiver.wait(5, 60)) == 5
    # Each try with the silent one takes a minute.
    assert time.monotonic() - began < 60
    api.sandbox.close()


def test_a_full_log_drops_the_oldest_pending_delivery_and_so_does_the_file(make, silent, tmp_path):
    api = make(state=tmp_path / "orders.db")
    api.sandbox.hooks.add(silent, "s")
    for _ in range(DELIVERY_LIMIT + 50):
        api.sandbox.hooks.notify("x", lambda *_: {})
    api.sandbox.close()
    again = make(state=tmp_path / "orders.db")
    kept = again.sandbox.hooks.deliveries()
    assert (len(kept), kept[0].number, kept[-1].number) == (DELIVERY_LIMIT, 51, DELIVERY_LIMIT + 50)
    assert {each.state for each in kept} == {DeliveryState.PENDING}
    again.sandbox.close()

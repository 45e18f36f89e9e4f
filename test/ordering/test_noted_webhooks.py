"""What webhooks say about orders: hints, and nothing that settles one."""

from __future__ import annotations

import json
import time
from contextlib import closing
from typing import Any

import pytest
from desk_kit import bound, order, spied
from postgres_kit import database
from webhook_kit import SECRET, result, signature, status

from xi.sdk.resellers import Account, webhooks
from xi.sdk.resellers.ordering import Ledger, NotSettledError, OrderDesk, Record, State
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._protocol import Told
from xi.sdk.resellers.ordering._webhooks import hints_of, note
from xi.sdk.resellers.sandbox import SandboxServer


def event(**resource: Any) -> bytes:
    return json.dumps({"event": "IM::created", "eventId": "e", "resource": resource}).encode()


ORDERS = [{"ingramOrderNumber": "20-AAAAA"}]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (event(customerOrderNumber="PO-1", orders=ORDERS), Told.CREATED),
        (event(customerOrderNumber="PO-1", orders=ORDERS, message=""), Told.CREATED),
        (event(customerOrderNumber="PO-1"), Told.FAILED),
        (event(customerOrderNumber="PO-1", orders=[]), Told.FAILED),
        (event(customerOrderNumber="PO-1", orders=ORDERS, reason="credit hold"), Told.FAILED),
        (event(customerOrderNumber="PO-1", orders=ORDERS, rejected_skus=["X"]), Told.FAILED),
        (b'{"event":"im::created","eventId":"e","errors":[{"message":"no"}],"resource":[]}', Told.FAILED),
        (status("IM::ORDER_SHIPPED", "20-AAAAA", "PO-1"), None),
    ],
)
def test_a_result_without_order_numbers_or_with_a_reason_is_a_failure(body: bytes, told: Told | None) -> None:
    (hint,) = hints_of(webhooks.parse(body))
    assert hint.told is told


def test_an_event_of_another_kind_says_nothing() -> None:
    assert hints_of(webhooks.parse(b'{"eventId": "e", "eventType": "im::price_changed", "resource": {}}')) == []
    stock = b'{"eventId": "e", "resource": [{"eventType": "IM::STOCK_UPDATE", "customerOrderNumber": "PO-1"}]}'
    assert hints_of(webhooks.parse(stock)) == []


def send(desk: OrderDesk, body: bytes, event_id: str) -> None:
    assert desk.note_webhook(body, signature(event_id), secret=SECRET)
    desk.handle_webhooks()


def test_text_that_no_database_keeps_holds_up_no_other_webhook(desk: OrderDesk) -> None:
    record = desk.place(order("PO-1"), wait=60)
    odd = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-\ud800\0"}]}
    send(desk, json.dumps({"event": "im::created", "eventId": "e-1", "resource": odd}).encode(), "e-1")
    with desk.ledger.reading() as tx:
        assert list(tx.waiting_webhooks(1)) == []
        (entry,) = tx.rows(po="PO-1")
        (note,) = [each for each in tx.history(entry) if each.kind == "webhook"]
        assert note.detail["numbers"] == [r"20-\ud800\x00"]
    assert desk.find("PO-1") == record


@pytest.mark.parametrize("event_id", ["e-\0", "9" * 9_000, "\N{NO-BREAK SPACE}e"])
def test_an_id_that_no_database_keeps_is_noted_once(event_id: str) -> None:
    body = json.dumps({"event": "im::created", "eventId": event_id, "resource": []}).encode()
    with database() as url, closing(Ledger.init(url)) as ledger:
        for _ in range(2):
            assert note(ledger, body, signature(event_id), SECRET, 1_000_000)
        with ledger.transaction() as tx:
            (kept,) = tx.waiting_webhooks(9)
    assert len(kept.event_id) == 64


def test_what_stands_is_not_changed_by_a_webhook(desk: OrderDesk) -> None:
    record = desk.place(order("PO-1"), wait=60)
    with desk.ledger.reading() as tx:
        before = tx.get(record.key)
    send(desk, result("PO-1"), "e-1")
    send(desk, status("im::order_voided", record.order_numbers[0], "PO-1", "e-2"), "e-2")
    with desk.ledger.reading() as tx:
        assert tx.get(record.key) == before
    assert [each.detail["tells"] for each in record.history() if each.kind == "webhook"] == ["failed", "status"]


def test_a_failure_says_nothing_against_an_order_of_v6(desk: OrderDesk, server: SandboxServer) -> None:
    server.sandbox.faults.add("drop_before", "create_v6")
    with pytest.raises(Exception, match="PO-1 is doubt"):
        desk.place(order("PO-1"), wait=0)
    send(desk, result("PO-1"), "e-1")
    record = desk.place(order("PO-1"), wait=60)
    assert (record.state, record.sends) == (State.PLACED, 2)  # it was sent again: the failure did not bar it


def test_a_status_says_that_an_order_in_doubt_was_placed(desk: OrderDesk, server: SandboxServer) -> None:
    server.sandbox.faults.add("drop_after", "create_v6")
    with pytest.raises(Exception, match="PO-1 is doubt"):
        desk.place(order("PO-1"), wait=0)
    desk.handle_webhooks()
    send(desk, status("im::order_hold", "20-AAAAA", "po-1", "e-1"), "e-1")
    assert [each.po for each in map(desk.settle, desk.due()) if each.adopted] == ["PO-1"]


@pytest.mark.parametrize("by", ["place", "work", "recheck"])
def test_a_webhook_that_comes_during_a_look_does_not_put_off_the_next_one(
    desk: OrderDesk, server: SandboxServer, by: str
) -> None:
    server.sandbox.faults.add("drop_after", "create_v6")
    with pytest.raises(NotSettledError, match="PO-1 is doubt"):
        desk.place(order("PO-1"), wait=0)
    came: list[str] = []

    def told(answer: Any) -> Any:
        if not came:
            came.append("e-1")
            send(desk, result("PO-1"), "e-1")
        return answer

    spied(desk, get_resellers_v6_ordersearch_with_http_info=told)
    if by == "recheck":
        desk.recheck("PO-1")
    elif by == "work":
        while not desk.due():
            time.sleep(0.01)
        desk.work(until="idle")
        assert came
    # Nobody has the order any more, though a look may take twice the deadline.
    assert desk.place(order("PO-1"), wait=10).state is State.PLACED
    assert came


def test_a_worker_that_takes_an_order_and_its_webhook_at_once_looks_for_it(
    desk: OrderDesk, server: SandboxServer
) -> None:
    server.sandbox.faults.add("drop_after", "create_v6")
    with pytest.raises(NotSettledError, match="PO-1 is doubt"):
        desk.place(order("PO-1"), wait=0)
    while not desk.due():
        time.sleep(0.01)
    assert desk.note_webhook(result("PO-1"), signature("e-1"), secret=SECRET)
    desk.work(until="idle")
    (record,) = desk.rows()
    assert (record.state, record.adopted) == (State.PLACED, True)


def test_a_webhook_reaches_the_orders_of_every_account_of_the_ledger(desk: OrderDesk, server: SandboxServer) -> None:
    with bound(server, Account("20-333333", "US")) as api:
        other = OrderDesk(api, desk.ledger, settings=desk.settings)
        record = other.place(order("PO-1"), wait=60)
    send(desk, status("im::order_shipped", record.order_numbers[0], "PO-1"), "e-1")
    assert [each.kind for each in record.history()][-1] == "webhook"


@pytest.mark.parametrize("body", [result("PO-1", "20-AAAAA"), status("im::order_shipped", "20-AAAAA", "PO-1")])
def test_a_webhook_about_an_order_that_was_closed_before_it_was_sent_leaves_nothing_to_do(
    desk: OrderDesk, body: bytes
) -> None:
    desk.plan(order("PO-1"))
    closed = desk.abandon("PO-1", because="ordered on the website")
    send(desk, body, "e-1")
    assert desk.due() == []
    assert (closed.state, [each.kind for each in closed.history()][-1]) == (State.ABANDONED, "webhook")


def test_a_result_is_about_the_newest_order_under_its_po(desk: OrderDesk, server: SandboxServer) -> None:
    first = desk.place(order("PO-1"), wait=60)
    server.sandbox.faults.add("drop_before", "create_v6")
    with pytest.raises(NotSettledError) as raised:
        desk.place(order("PO-1"), reuse="a second delivery", wait=0)
    second = raised.value.record
    assert second.generation == 2
    send(desk, result("PO-1", "20-ZZZZZ"), "e-1")
    told = [each.key for each in (first, second) if "webhook" in [note.kind for note in history_of(desk, each)]]
    assert told == [second.key]


def history_of(desk: OrderDesk, record: Record) -> list[Note]:
    with desk.ledger.reading() as tx:
        entry = tx.get(record.key)
        assert entry is not None
        return tx.history(entry)


def test_a_webhook_about_an_unknown_order_is_over_and_logged(desk: OrderDesk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    send(desk, result("PO " + "x" * 40, "20-ZZZZZ"), "e-1")
    assert desk.handle_webhooks() == 0
    assert caplog.messages[-1] == "webhook e-1 is about no order of the ledger"

"""Track: what has changed since last time, from rounds of reading and from webhooks, until it is done."""

from __future__ import annotations

import asyncio
import threading
import time
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, Clock, bound, ledger_url, order
from webhook_kit import SECRET, signature, status

from xi.sdk.resellers import ApiException, ApiTypeError, ApiValueError, Configuration
from xi.sdk.resellers.aio import AsyncApiClient
from xi.sdk.resellers.aio import OrdersApi as AsyncOrdersApi
from xi.sdk.resellers.ordering import Ledger, NotPermittedError, NotSettledError, OrderDesk
from xi.sdk.resellers.ordering.aio import OrderDesk as AsyncOrderDesk
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.statuses import Status
from xi.sdk.resellers.testing import AT_ONCE, TOKEN


def placed(desk: OrderDesk, po: str) -> str:
    return desk.place(order(po), wait=60).order_numbers[0]


def told(changes: Any) -> list[tuple[str, Status | None, Status]]:
    return [(each.record.po, each.before, each.after) for each in changes]


def reads(server: SandboxServer) -> int:
    return sum(each.operation == "details" for each in server.sandbox.exchanges)


def test_each_change_is_told_once_and_what_is_delivered_is_not_read_again(
    desk: OrderDesk, server: SandboxServer
) -> None:
    one, two = placed(desk, "PO-1"), placed(desk, "PO-2")
    first = told(desk.track())
    assert first == [("PO-1", None, Status.PROCESSING), ("PO-2", None, Status.PROCESSING)]
    assert told(desk.track()) == []
    server.sandbox.ship(one)
    assert told(desk.track()) == [("PO-1", Status.PROCESSING, Status.SHIPPED)]
    server.sandbox.invoice(one)
    server.sandbox.deliver(one)
    server.sandbox.void(two)
    (delivered, voided) = desk.track()
    assert (delivered.after, voided.after) == (Status.DELIVERED, Status.CANCELED)
    assert delivered.record.shipping == "delivered"
    before = reads(server)
    assert told(desk.track()) == []
    assert told(desk.track(["PO-1", two], until="invoiced")) == []
    assert reads(server) == before
    notes = [each.says for each in delivered.record.history() if each.kind == "track"]
    assert notes == ["processing", "shipped, was processing", "delivered, was shipped"]


def test_an_order_that_was_called_off_is_not_given_again_without_a_word(
    desk: OrderDesk, server: SandboxServer, caplog: pytest.LogCaptureFixture
) -> None:
    one, two = placed(desk, "PO-1"), placed(desk, "PO-2")
    server.sandbox.void(one)
    server.sandbox.ship(two)
    (off, sent) = desk.track()
    says = "its order is canceled at Ingram Micro"
    assert off.record.summary == f"PO PO-1 is placed as {one}; {says}"
    assert sent.record.summary == f"PO PO-2 is placed as {two}"
    caplog.clear()
    again = [desk.place(order("PO-1")), desk.place(order("PO-2")), *desk.place_all([order("PO-1"), order("PO-2")])]
    assert desk.plan(order("PO-1")) == again[0]
    assert [each.order_numbers for each in again] == [(one,), (two,)] * 2
    warned = f"PO PO-1 was placed before, and {says}; nothing is ordered. Use another PO, or say why with reuse"
    assert [each.getMessage() for each in caplog.records if each.levelname == "WARNING"] == [warned] * 3
    caplog.clear()
    assert desk.place(order("PO-1"), reuse="the customer wants it after all").generation == 2
    assert warned not in caplog.messages


def test_it_goes_on_until_all_have_reached_what_is_waited_for(desk: OrderDesk, server: SandboxServer) -> None:
    one, two = placed(desk, "PO-1"), placed(desk, "PO-2")
    changes = desk.track(until="shipped", interval=0.05, wait=60)
    assert [each[1:] for each in told(islice(changes, 2))] == [(None, Status.PROCESSING)] * 2
    server.sandbox.ship(one)
    assert told(islice(changes, 1)) == [("PO-1", Status.PROCESSING, Status.SHIPPED)]
    server.sandbox.void(two)  # it will never be shipped
    assert told(changes) == [("PO-2", Status.PROCESSING, Status.CANCELED)]


def test_the_end_of_the_wait_says_which_order_is_not_there_yet(desk: OrderDesk, server: SandboxServer) -> None:
    placed(desk, "PO-1")
    server.sandbox.ship(placed(desk, "PO-2"))
    with pytest.raises(NotSettledError, match="PO-1 is placed: its status is processing, and not shipped yet"):
        list(desk.track(["PO-1", "po-2"], until="shipped", interval=0.05, wait=0.2))


def test_a_webhook_makes_it_read_an_order_between_two_rounds(desk: OrderDesk, server: SandboxServer) -> None:
    number = placed(desk, "PO-1")
    changes = desk.track(follow=True, interval=3600.0, wait=60.0)
    assert next(changes).after is Status.PROCESSING
    server.sandbox.ship(number)
    body = status("im::order_shipped", number, "PO-1")
    assert desk.note_webhook(body, signature("e-1"), secret=SECRET)
    assert not desk.note_webhook(body, signature("e-2"), secret=SECRET)
    began = time.monotonic()
    assert next(changes).after is Status.SHIPPED
    assert time.monotonic() - began < 50


def test_an_order_that_is_placed_while_it_follows_is_followed_too(desk: OrderDesk) -> None:
    placed(desk, "PO-1")
    changes = desk.track(follow=True, interval=0.05, wait=5.0)
    assert next(changes).record.po == "PO-1"
    placed(desk, "PO-2")
    assert next(changes).record.po == "PO-2"


def test_it_ends_when_the_desk_stops(desk: OrderDesk) -> None:
    placed(desk, "PO-1")
    changes = desk.track(follow=True, interval=3600.0)
    assert next(changes).record.po == "PO-1"
    stopper = threading.Timer(0.1, desk.stop)
    stopper.start()
    assert list(changes) == []
    stopper.join()


def test_a_failure_ends_one_round_but_not_a_tracking(desk: OrderDesk, server: SandboxServer) -> None:
    number = placed(desk, "PO-1")
    server.sandbox.ship(number)
    server.sandbox.faults.add("500", "details", times=10)
    with pytest.raises(ApiException):
        list(desk.track())
    server.sandbox.faults.clear()
    server.sandbox.faults.add("500", "details", times=5)
    assert told(desk.track(number, until="shipped", interval=0.05, wait=60)) == [("PO-1", None, Status.SHIPPED)]


def test_a_change_that_was_not_answered_is_looked_up_with_the_status(desk: OrderDesk, server: SandboxServer) -> None:
    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
    number = desk.place(order("PO-1", additionalAttributes=hold), wait=60).order_numbers[0]
    server.sandbox.faults.add("drop_before", "cancel")
    assert desk.cancel(number, wait=0).became == "unknown"
    list(desk.track())
    server.sandbox.void(number)  # as if the cancellation had been acted on late
    (change,) = desk.track()
    assert change.after is Status.CANCELED
    steps = [each.detail["step"] for each in change.record.history() if each.kind == "change"]
    assert steps == ["sending", "unknown", "done"]


def test_a_change_that_is_being_sent_is_left_to_its_sender(
    desk: OrderDesk, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: Any, **__: Any) -> None:
        raise SystemExit

    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
    number = desk.place(order("PO-1", additionalAttributes=hold), wait=60).order_numbers[0]
    server.sandbox.faults.add("drop_before", "cancel")
    with monkeypatch.context() as patch:
        patch.setattr("xi.sdk.resellers.ordering._changes._write_result", die)
        with pytest.raises(SystemExit):
            desk.cancel(number)
    (change,) = desk.track()
    assert [each.detail["step"] for each in change.record.history() if each.kind == "change"] == ["sending"]


def test_old_orders_are_read_only_if_they_are_named(server: SandboxServer, tmp_path: Path) -> None:
    clock = Clock()
    with bound(server) as api:
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        desk = OrderDesk(api, ledger, settings=SHORT)
        number = placed(desk, "PO-1")
        list(desk.track())
        server.sandbox.ship(number)
        clock.ahead = 181 * 86_400.0
        assert told(desk.track()) == []
        assert told(desk.track("PO-1")) == [("PO-1", Status.PROCESSING, Status.SHIPPED)]
        ledger.close()


def test_wrong_arguments_are_refused_before_anything_is_read(desk: OrderDesk) -> None:
    with pytest.raises(ApiValueError, match="until is 'gone'"):
        desk.track(until="gone")
    with pytest.raises(ApiValueError, match="interval is 0"):
        desk.track(interval=0)
    for name in ("interval", "wait"):
        with pytest.raises(ApiTypeError, match=f"{name} should be a number, not Decimal"):
            desk.track(**{name: Decimal("0.1")})
    with pytest.raises(ApiValueError, match="follow goes on for ever"):
        desk.track(until="shipped", follow=True)
    with pytest.raises(NotPermittedError, match="PO NONE is not in the ledger"):
        list(desk.track("NONE"))


def test_the_awaited_desk_tracks_and_changes_too(server: SandboxServer, tmp_path: Path) -> None:
    async def main() -> None:
        configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
        async with AsyncApiClient(configuration) as client:
            desk = AsyncOrderDesk(AsyncOrdersApi(client).bound(), ledger_url(tmp_path), settings=SHORT)
            async with desk:
                number = (await desk.place(order("PO-1"), wait=60)).order_numbers[0]
                server.sandbox.ship(number)
                assert [each.after async for each in desk.track()] == [Status.SHIPPED]
                assert (await desk.cancel(number)).became == "refused"
                assert (await desk.release(number)).became == "refused"
                assert (await desk.modify(number, {"notes": "fragile"})).became == "refused"
                assert (await desk.metrics()).rows["placed"] == 1  # type: ignore[index]
                with pytest.raises(NotPermittedError, match="no rejected line"):
                    await desk.rest("PO-1", new_po="PO-2")
                body = status("im::order_shipped", number, "PO-1")
                assert await desk.note_webhook(body, signature("e-1"), secret=SECRET)
                assert await desk.handle_webhooks() == 1
                asyncio.get_running_loop().call_later(0.1, desk.stop)
                assert [each async for each in desk.track(follow=True, interval=3600.0)] == []
            desk.ledger.close()

    asyncio.run(main())

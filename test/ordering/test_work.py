"""The loop of a worker: it does what is due, with others, through failures of the API and of the ledger."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import postgres_kit
import pytest
import webhook_kit
from desk_kit import SHORT, bound, creates, desk_of, order, sandbox

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError, OrderDesk, Progress, Reason, State
from xi.sdk.resellers.sandbox import SandboxServer


@contextmanager
def working(*desks: OrderDesk, **options: Any) -> Generator[None]:
    threads = [threading.Thread(target=desk.work, kwargs=options) for desk in desks]
    for each in threads:
        each.start()
    try:
        yield
    finally:
        for desk in desks:
            desk.stop()
        for each in threads:
            each.join(100)
            assert not each.is_alive()


def wait_for(desk: OrderDesk, state: State, count: int, seconds: float = 100.0) -> None:
    end = time.monotonic() + seconds
    while len(list(desk.rows(state=state))) < count:
        assert time.monotonic() < end, [(each.po, each.state) for each in desk.rows()]
        time.sleep(0.02)


def test_a_worker_sends_what_is_planned_and_ends_when_nothing_is_due(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        for number in range(30):
            desk.plan(order(f"PO-{number}"))
        assert desk.work(until="idle").placed == 30
        assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(30)}
        assert desk.work(until="idle").done == 0


def test_a_worker_settles_doubts_while_it_runs(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6", times=2)
        server.sandbox.faults.add("drop_after", "create_v6", times=2)
        desk = desk_of(api, tmp_path)
        with working(desk):
            for number in range(6):
                desk.plan(order(f"PO-{number}"))
            wait_for(desk, State.PLACED, 6)
        assert set(server.sandbox.placements().values()) == {1}


def test_many_workers_on_one_postgresql_place_each_order_once() -> None:
    with postgres_kit.database() as url, sandbox() as server, bound(server) as api:
        for kind in ("drop_before", "drop_after"):
            server.sandbox.faults.add(kind, "create_v6", times=3)
        ledgers = [Ledger(url) for _ in range(3)]
        try:
            ledgers[0].open("local", make=True)
            desks = [OrderDesk(api, each, settings=SHORT) for each in ledgers]
            for number in range(40):
                desks[0].plan(order(f"PO-{number}"))
            with working(*desks, threads=4):
                wait_for(desks[0], State.PLACED, 40)
            assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(40)}
            # Nobody was refused as the second one: each order was in the hands of one worker.
            assert len(creates(server)) == 40 + 3
            with ledgers[0].reading() as tx:
                assert len(tx.workers()) == 3
        finally:
            for each in ledgers:
                each.close()


def test_a_worker_leaves_planned_orders_alone_while_the_desk_is_paused_but_looks(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_after", "create_v6")
        desk = desk_of(api, tmp_path)
        list(desk.place_all([order("DOUBT")], wait=0))
        planned = desk.plan(order("PO-1"))
        desk.pause("the price list is wrong")
        with working(desk):
            wait_for(desk, State.PLACED, 1)
            time.sleep(0.3)
            assert [each.po for each in desk.rows(state="planned")] == ["PO-1"]
            assert desk.find("PO-1") == planned  # it was not even touched
            desk.resume()
            wait_for(desk, State.PLACED, 2)


def test_a_worker_waits_for_a_ledger_that_is_away_and_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.plan(order("PO-1"))
        begin, away = desk.ledger.transaction, [True]

        def transaction() -> Any:
            if away:
                away.pop()
                raise LedgerError("the database does not answer", Fault.AWAY)
            return begin()

        monkeypatch.setattr(desk.ledger, "transaction", transaction)
        caplog.set_level(logging.INFO, "xi.sdk.resellers.ordering")
        with working(desk):
            wait_for(desk, State.PLACED, 1)
        assert "the database does not answer; it is asked again in 1 s" in caplog.text
        assert "the ledger answers again" in caplog.text


def test_a_worker_ends_if_waiting_for_its_ledger_does_not_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)

        def transaction() -> Any:
            raise LedgerError("it was moved to another database", Fault.MOVED)

        monkeypatch.setattr(desk.ledger, "transaction", transaction)
        with pytest.raises(LedgerError, match="moved"):
            desk.work()


def test_a_worker_takes_webhooks(tmp_path: Path) -> None:
    patient = replace(SHORT, quiet=300.0, looks=(300.0,))
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_after", "create_v6")
        desk = desk_of(api, tmp_path, settings=patient)
        list(desk.place_all([order("PO-1")], wait=0))
        numbers = server.sandbox.purchase_orders()["PO-1"]
        with desk.ledger.transaction() as tx:
            tx.note_webhook("e-1", webhook_kit.result("PO-1", *numbers), "v7_result", ["PO-1"], list(numbers))
        with working(desk):
            wait_for(desk, State.PLACED, 1)


def test_a_worker_does_not_hammer_an_api_that_is_away_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    with sandbox(port=postgres_kit.free_port()) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        for number in range(40):
            desk.plan(order(f"PO-{number}"))
        port = urlsplit(server.url).port or 0
        server.stop()

        def intents() -> int:
            return sum(each.kind == "intent" for row in desk.rows() for each in row.history())

        with working(desk, threads=4):
            began = time.monotonic()
            while intents() < 4:
                time.sleep(0.02)
            time.sleep(2.5)
            assert {each.state for each in desk.rows()} <= {State.PLANNED, State.SENDING}
            # Four and those that were claimed ahead; then one after a second, and one two seconds later. On a machine
            # that was busy meanwhile there is time for one or two more.
            assert intents() <= 9 + (time.monotonic() - began)
            with SandboxServer(server.sandbox, port=port):
                wait_for(desk, State.PLACED, 40)
        assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(40)}


def test_a_held_order_stays_for_a_person_and_the_worker_goes_on(tmp_path: Path) -> None:
    held: list[Any] = []
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, on_held=held.append)
        api.post_createorder_v6(order_create_request=order("PO-1", 7))
        server.sandbox.faults.add("drop_before", "create_v6")
        desk.plan(order("PO-1", 1))
        with working(desk):
            wait_for(desk, State.HELD, 1)
            desk.plan(order("PO-2"))
            wait_for(desk, State.PLACED, 1)
        assert [(each.po, each.reason) for each in held] == [("PO-1", Reason.CONFLICT)]


def test_the_program_is_told_while_the_worker_is_idle(tmp_path: Path) -> None:
    told: list[Progress] = []
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        began = time.monotonic()
        with working(desk, on_tick=told.append):
            while len(told) < 2:
                time.sleep(0.01)
        # At once, and a second later.
        assert time.monotonic() - began >= 1.0
        assert len(told) <= time.monotonic() - began + 2


def test_wrong_arguments_of_a_worker_are_told(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        with pytest.raises(ApiTypeError, match="threads"):
            desk.work(threads=1.5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - it is the mistake
        with pytest.raises(ApiValueError, match="until"):
            desk.work(until="night")


def test_what_a_worker_has_claimed_and_not_begun_is_free_when_it_ends(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.3)
        desk = desk_of(api, tmp_path)
        for number in range(40):  # more than two threads place while this one waits for a processor
            desk.plan(order(f"PO-{number}"))
        with working(desk, threads=2):
            while not server.sandbox.placements():
                time.sleep(0.01)
        left = [each.po for each in desk.rows(state=State.PLANNED)]
        assert left
        with desk.ledger.transaction() as tx:
            free = tx.claim(desk.account.customer_number, desk.account.country_code, limit=99, until=tx.now)
        assert [each.po for each in free] == left

"""What can go wrong with an order, one test for each row of the table of attacks; the count is made at the sandbox."""

from __future__ import annotations

import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_kit import CREATE, SHORT, Clock, bound, creates, desk_of, ledger_url, order, sandbox, spied

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering import (
    Fault,
    HeldError,
    InDoubtError,
    Ledger,
    LedgerError,
    NotSettledError,
    OrderDesk,
    OrderDiffersError,
    Reason,
    Settings,
    State,
)

DUPLICATES = [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]


def searches(server: Any, po: str) -> int:
    return sum(each.operation == "search" and po in each.target for each in server.sandbox.exchanges)


def test_an_unanswered_order_is_looked_for_until_the_search_shows_it(tmp_path: Path) -> None:
    with sandbox(search_lag=timedelta(seconds=0.1)) as server, bound(server) as api:
        server.sandbox.faults.add("drop_after", "create_v6")
        record = desk_of(api, tmp_path).place(order("PO-1", 2, 3), wait=60)
        assert (record.state, record.adopted, record.sends) == (State.PLACED, True, 1)
        assert server.sandbox.placements() == {"PO-1": 1}
        assert record.order_numbers == server.sandbox.purchase_orders()["PO-1"]


def test_an_order_that_never_arrived_is_sent_again_only_after_a_look_after_the_quiet_period(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6")
        record = desk_of(api, tmp_path).place(order("PO-1"), wait=60)
        assert (record.state, record.sends) == (State.PLACED, 2)
        notes = record.history()
        intents = [each.at for each in notes if each.kind == "intent"]
        doubt = next(each.at for each in notes if each.kind == "answer")
        last_look = [each for each in notes if each.kind == "look"][-1]
        assert last_look.at >= doubt + SHORT.quiet
        assert last_look.detail["seen"] == "nothing"
        assert intents[1] >= last_look.at
        assert server.sandbox.placements() == {"PO-1": 1}


def test_an_order_acted_on_late_is_placed_once_because_the_check_refuses_the_repeat(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("act_late", "create_v6", seconds=0.45)
        # The repeat comes first, and the late request is refused.
        record = desk_of(api, tmp_path).place(order("PO-1"), wait=60)
        server.sandbox.late.act_all()
        assert record.state is State.PLACED
        assert server.sandbox.placements() == {"PO-1": 1}


def test_an_order_acted_on_before_its_repeat_is_found_by_the_look_after_the_refusal(tmp_path: Path) -> None:
    with sandbox(search_lag=timedelta(hours=1)) as server, bound(server) as api:
        server.sandbox.faults.add("drop_after", "create_v6")
        desk = desk_of(api, tmp_path, settings=replace(SHORT, patience=60.0))

        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(desk.place, order("PO-1"), wait=60)
            while len(creates(server)) < 2:
                time.sleep(0.01)
            server.sandbox.clock.advance(hours=2)  # the search shows the order only now
            record = future.result()
        assert (record.state, record.adopted) == (State.PLACED, True)
        assert any(each.detail.get("said") == "exists" for each in record.history())
        assert server.sandbox.placements() == {"PO-1": 1}


def test_an_order_without_the_check_is_never_repeated_and_is_held(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6")
        held: list[Any] = []
        desk = desk_of(api, tmp_path, on_held=held.append)
        record = desk.place(order("PO-1", additionalAttributes=DUPLICATES), wait=60, reuse="delivered in two parts")
        assert (record.state, record.reason) == (State.HELD, Reason.UNGUARDED)
        assert [each.po for each in held] == ["PO-1"]
        assert len(creates(server)) == 1
        with pytest.raises(HeldError):
            record.raise_for_state()


def test_two_workers_with_one_po_place_it_once(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desks = [desk_of(api, tmp_path) for _ in range(4)]
        with ThreadPoolExecutor(8) as threads:
            futures = [threads.submit(desks[each % 4].place, order("PO-1"), wait=60) for each in range(8)]
            records = [each.result() for each in futures]
        assert {each.order_numbers for each in records} == {server.sandbox.purchase_orders()["PO-1"]}
        assert creates(server) == ["PO-1"]


def test_the_same_po_with_other_content_is_refused_with_both_fingerprints(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.place(order("PO-1", 1), wait=60)
        with pytest.raises(OrderDiffersError, match="fingerprint") as raised:
            desk.place(order(" po-1 ", 2), wait=60)
        assert raised.value.ours != raised.value.theirs
        assert raised.value.record.state is State.PLACED
        assert creates(server) == ["PO-1"]


def test_a_late_yes_counts_although_the_lease_is_over_and_another_worker_looks(tmp_path: Path) -> None:
    clock = Clock()
    with sandbox(search_lag=timedelta(hours=1)) as server, bound(server) as api:
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        slow = desk_of(api, tmp_path, ledger=ledger)
        other = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock))
        has_acted, goes_on = threading.Event(), threading.Event()

        def wait(answer: Any) -> Any:
            has_acted.set()
            assert goes_on.wait(60)
            return answer

        spied(slow, **{CREATE: wait})
        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(slow.place, order("PO-1"), wait=60)
            assert has_acted.wait(60)
            clock.ahead += 60
            key = other.due()[0]
            assert other.settle(key).state is State.DOUBT
            goes_on.set()
            record = future.result()
        assert (record.state, record.sends) == (State.PLACED, 1)
        assert "late_answer" in [each.kind for each in record.history()]
        assert server.sandbox.placements() == {"PO-1": 1}


def test_a_persons_order_with_other_lines_under_our_po_is_a_conflict(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        api.post_createorder_v6(order("PO-1", 7))
        record = desk_of(api, tmp_path).place(order("PO-1", 1), wait=60)
        assert (record.state, record.reason, record.order_numbers) == (State.HELD, Reason.CONFLICT, ())


def test_a_persons_order_with_the_same_lines_is_taken_for_ours_unless_a_marker_tells(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        api.post_createorder_v6(order("PO-1", 2))
        api.post_createorder_v6(order("PO-2", 2))
        desk = desk_of(api, tmp_path)
        assert (desk.place(order("PO-1", 2), wait=60).adopted, len(creates(server))) == (True, 3)
        marked = desk_of(api, tmp_path, marker=True)
        record = marked.place(order("PO-2", 2), wait=60)
        assert (record.state, record.reason) == (State.HELD, Reason.CONFLICT)


def test_an_order_of_v7_without_a_result_is_searched_for_until_patience_is_over_and_held(tmp_path: Path) -> None:
    with sandbox(search_lag=timedelta(hours=1)) as server, bound(server) as api:
        seventh = models.AsyncOrderCreateDTO.from_dict(order("PO-7").to_dict())
        settings = Settings(deadline=20, lease=30, quiet=0.2, looks=(0.05, 0.2), patience=3.0)
        record = desk_of(api, tmp_path, settings=settings).place(seventh, wait=60)
        assert (record.state, record.reason) == (State.HELD, Reason.NO_RESULT)
        assert searches(server, "PO-7") >= 3
        assert len(creates(server)) == 1


def test_an_order_of_v7_is_placed_when_the_search_shows_it(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        seventh = models.AsyncOrderCreateDTO.from_dict(order("PO-7").to_dict())
        record = desk_of(api, tmp_path).place(seventh, wait=60)
        assert (record.state, record.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-7"])


def test_a_clock_that_jumps_forward_ends_no_quiet_period(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(SHORT, quiet=4.0, looks=(0.05, 1.0, 4.0))
    with sandbox(duplicate_check=False, search_lag=timedelta(seconds=2)) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=settings)
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=0)
        real = time.time
        monkeypatch.setattr(time, "time", lambda: real() + 3_600)
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.adopted, record.sends) == (State.PLACED, True, 1)
        assert server.sandbox.placements() == {"PO-1": 1}


@pytest.mark.skipif(not hasattr(time, "clock_gettime"), reason="the system does not tell how long it has slept")
def test_a_quiet_period_ends_while_the_machine_sleeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = replace(SHORT, quiet=9.0, looks=(0.05, 9.0))
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=settings)
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=0)
        says, tells = time.time, time.clock_gettime
        monkeypatch.setattr(time, "time", lambda: says() + 3_600)
        monkeypatch.setattr(time, "clock_gettime", lambda clock: tells(clock) + 3_600)
        assert [(each.state, each.sends) for each in map(desk.settle, desk.due())] == [(State.PLACED, 2)]
        assert server.sandbox.placements() == {"PO-1": 1}


def test_a_clock_that_is_set_back_makes_nothing_due_and_sends_nothing(tmp_path: Path) -> None:
    clock = Clock()
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6")
        desk = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock))
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=0)
        clock.ahead += 7_200  # a look is due, and the quiet period is over
        assert desk.settle(desk.due()[0]).state is State.PLACED
        clock.ahead -= 14_400
        assert desk.due() == []
        assert server.sandbox.placements() == {"PO-1": 1}


def test_a_restored_ledger_searches_before_the_first_send(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        ledger = Ledger(ledger_url(tmp_path / "a"))
        (tmp_path / "a").mkdir()
        desk_of(api, tmp_path, ledger=ledger).place(order("PO-1", 3), wait=60)
        (tmp_path / "b").mkdir()
        lost = Ledger(ledger_url(tmp_path / "b"))
        desk = desk_of(api, tmp_path, ledger=lost)
        lost.distrust(time.time() - 60)
        record = desk.place(order("PO-1", 3), wait=60)
        assert (record.state, record.adopted, record.sends) == (State.PLACED, True, 0)
        assert desk.place(order("PO-2"), wait=60).state is State.PLACED
        assert searches(server, "PO-2") >= 1
        assert creates(server) == ["PO-1", "PO-2"]


def test_the_po_of_a_cancelled_order_is_used_again_only_when_it_is_said_why(tmp_path: Path) -> None:
    held = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
    with sandbox(duplicate_check_forgets_cancelled=True) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1", additionalAttributes=held), wait=60)
        api.delete_ordercancel(first.order_numbers[0])
        assert desk.place(order("PO-1", additionalAttributes=held), wait=60) == first
        second = desk.place(order("PO-1", additionalAttributes=held), wait=60, reuse="the first was cancelled")
        assert (second.state, second.generation) == (State.PLACED, 2)
        assert second.order_numbers != first.order_numbers
        assert desk.place(order("PO-1", additionalAttributes=held), wait=60, reuse="the first was cancelled") == second


def test_an_answer_is_kept_until_the_database_is_back(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.find("PO-0")
        server.sandbox.faults.add("delay", "create_v6", seconds=0.3)
        with ThreadPoolExecutor(1) as threads:
            future = threads.submit(desk.place, order("PO-1"), wait=60)
            while not desk.find("PO-1"):
                time.sleep(0.01)
            with sqlite3.connect(tmp_path / "orders.db", isolation_level=None) as other:
                other.execute("BEGIN EXCLUSIVE")
                time.sleep(0.6)
                other.execute("ROLLBACK")
            other.close()
            assert future.result().state is State.PLACED
        assert server.sandbox.placements() == {"PO-1": 1}


def test_an_answer_that_cannot_be_written_is_in_the_error_and_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sandbox() as server, bound(server) as api:
        clock = Clock()
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        desk = desk_of(api, tmp_path, ledger=ledger, settings=replace(SHORT, record_for=0.2))
        server.sandbox.faults.add("delay", "create_v6", seconds=0.1)
        real = Ledger.transaction
        written = threading.Event()

        def away(self: Ledger) -> Any:
            if written.is_set():
                raise LedgerError("the database does not answer", Fault.AWAY)
            written.set()
            return real(self)

        monkeypatch.setattr(Ledger, "transaction", away)
        with pytest.raises(LedgerError) as raised:
            desk.place(order("PO-1"), wait=60)
        monkeypatch.undo()
        numbers = server.sandbox.purchase_orders()["PO-1"]
        assert (raised.value.sent, raised.value.order_numbers) == (True, numbers)
        assert raised.value.may_have_been_acted_on
        assert numbers[0].encode() in (raised.value.answer or b"")
        assert any(each.levelname == "ERROR" and numbers[0] in each.getMessage() for each in caplog.records)
        record = desk.find("PO-1")
        assert record is not None
        with pytest.raises(InDoubtError):
            record.raise_for_state()
        clock.ahead = SHORT.lease
        assert desk.place(order("PO-1"), wait=60).order_numbers == numbers


def test_where_the_ledger_is_away_nothing_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)

        def away(_: Ledger) -> Any:
            raise LedgerError("the database does not answer", Fault.AWAY)

        monkeypatch.setattr(Ledger, "transaction", away)
        with pytest.raises(LedgerError) as raised:
            desk.place(order("PO-1"), wait=60)
        assert not raised.value.sent
        assert creates(server) == []


def test_desks_of_two_environments_do_not_share_a_ledger(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk_of(api, tmp_path).place(order("PO-1"), wait=60)
        from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi

        production = Configuration(access_token="x", account=Account("20-222222", "US"))
        with (
            ApiClient(production) as client,
            pytest.raises(LedgerError, match=r"local.*production|production.*local") as raised,
        ):
            OrderDesk(OrdersApi(client).bound(), ledger_url(tmp_path))
        assert raised.value.fault is Fault.ENVIRONMENT

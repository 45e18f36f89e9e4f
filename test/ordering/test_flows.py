"""What a desk asks of the API, and what it does when it is broken off in the middle of a request."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from desk_kit import CREATE, SHORT, away_when_set, bound, creates, desk_of, order, sandbox, spied

from xi.sdk.resellers.ordering import NotSettledError, Record, State


def test_each_send_is_one_request_with_a_deadline_and_an_id_of_its_own(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        spy = spied(desk)
        server.sandbox.faults.add("drop_before", "create_v6")
        record = desk.place(order("PO-1"), wait=60)
        sends = [arguments for name, arguments in spy.calls if name == CREATE]
        assert [each["_retry"].attempts for each in sends] == [1, 1]
        assert {each["_request_timeout"] for each in sends} == {SHORT.deadline}
        intents = [each.correlation_id for each in record.history() if each.kind == "intent"]
        assert [each["im_correlation_id"] for each in sends] == intents
        assert len(set(intents)) == 2
        assert {arguments["_deadline"] for _, arguments in spy.calls} == {SHORT.deadline}


def test_an_interrupt_in_a_request_leaves_the_order_in_doubt_at_once(tmp_path: Path) -> None:
    def interrupt(_answer: Any) -> Any:
        raise KeyboardInterrupt

    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        spied(desk, **{CREATE: interrupt})
        with pytest.raises(KeyboardInterrupt):
            desk.place(order("PO-1"), wait=60)
        record = desk.find("PO-1")
        assert record is not None
        assert (record.state, record.sends) == (State.DOUBT, 1)
        desk.orders = api
        assert desk.place(order("PO-1"), wait=60).adopted
        assert creates(server) == ["PO-1"]


def test_a_stop_does_not_break_off_the_writing_of_an_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    is_away = away_when_set(monkeypatch)
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)

        def goes_away(answer: Any) -> Any:
            is_away.set()
            desk.stop()
            threading.Timer(0.3, is_away.clear).start()
            return answer

        spied(desk, **{CREATE: goes_away})
        record = desk.place(order("PO-1"), wait=60)
        assert (record.state, record.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-1"])


def test_a_slow_server_is_given_up_at_the_deadline(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        settings = replace(SHORT, deadline=1.0, lease=2.0)
        server.sandbox.faults.add("delay", "create_v6", seconds=60)
        began = time.monotonic()
        record = desk_of(api, tmp_path, settings=settings).place(order("PO-1"), wait=55)
        assert time.monotonic() - began < 59
        assert record.state is State.PLACED
        assert server.sandbox.placements() == {"PO-1": 1}


def test_a_look_that_fails_permits_no_send(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_before", "create_v6")
        server.sandbox.faults.add("500", "search", times=None)
        with pytest.raises(NotSettledError, match="the look failed"):
            desk.place(order("PO-1"), wait=1.0)
        assert creates(server) == ["PO-1"]
        server.sandbox.faults.clear()


def test_a_look_never_gives_an_order_the_number_of_the_one_before_it_under_its_po(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1"), wait=60)
        server.sandbox.faults.add("drop_before", "create_v6")
        second = desk.place(order("PO-1"), reuse="a second delivery", wait=60)
        assert (second.state, second.sends, second.adopted) == (State.PLACED, 2, False)
        assert not set(second.order_numbers) & set(first.order_numbers)
        assert server.sandbox.placements() == {"PO-1": 2}


def test_an_order_that_is_found_has_its_total(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_after", "create_v6")
        found = desk.place(order("PO-1"), wait=60)
        details = api.get_orderdetails_v6_1(found.order_numbers[0])
        assert (found.adopted, Decimal(found.total or 0)) == (True, Decimal(str(details.order_total)))
        assert found.currency == details.currency_code == "USD"


def test_a_function_of_the_program_that_fails_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fails(record: Record) -> None:
        raise ValueError(record.po)

    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, on_settled=fails, on_held=fails)
        assert desk.place(order("PO-1"), wait=60).state is State.PLACED
        api.post_createorder_v6(order("PO-2", 9))
        assert desk.place(order("PO-2"), wait=60).state is State.HELD
        failed = [each for each in caplog.records if "function of the program failed" in each.getMessage()]
        assert [each.exc_info is not None and each.exc_info[0] for each in failed] == [ValueError, ValueError]

"""A run over many orders: what it gives, what it goes on with, and what stops it; the count is made at the sandbox."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from desk_kit import CREATE, SHORT, bound, creates, desk_of, order, sandbox, spied
from postgres_kit import free_port

from xi.sdk.resellers import models
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import (
    BadOrder,
    Item,
    OrderDiffersError,
    Progress,
    Record,
    RunError,
    RunPausedError,
    State,
    TooManyRejectedError,
    Totals,
    WaitOverError,
)
from xi.sdk.resellers.sandbox import SandboxServer


def orders(count: int, prefix: str = "PO") -> list[models.OrderCreateRequest]:
    return [order(f"{prefix}-{number}") for number in range(count)]


def states(records: list[Record]) -> dict[str, State]:
    return {each.po: each.state for each in records}


def placed_once(server: Any, count: int, prefix: str = "PO") -> bool:
    return server.sandbox.placements() == {f"{prefix}-{number}": 1 for number in range(count)}


def test_every_order_is_placed_once_through_all_faults(tmp_path: Path) -> None:
    with sandbox(search_lag=timedelta(seconds=0.1)) as server, bound(server) as api:
        faults = server.sandbox.faults
        # Not more than two: an order whose three sends are all lost is held.
        faults.add("drop_before", "create_v6", times=2, probability=0.1)
        for kind in ("drop_after", "500_after", "half"):
            faults.add(kind, "create_v6", times=None, probability=0.05)
        faults.add("500", "details", times=3)
        records = list(desk_of(api, tmp_path).place_all(orders(60), wait=60))
        assert sorted(each.po for each in records) == sorted(f"PO-{number}" for number in range(60))
        assert {each.state for each in records} == {State.PLACED}
        assert placed_once(server, 60)


def test_a_second_run_sends_nothing_and_gives_all_records_again(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        first = list(desk_of(api, tmp_path).place_all(orders(30)))
        before = len(server.sandbox.exchanges)
        run = desk_of(api, tmp_path).place_all(iter(orders(30)))
        again = list(run)
        assert len(server.sandbox.exchanges) == before
        assert {each.po: each.order_numbers for each in again} == {each.po: each.order_numbers for each in first}
        assert (run.progress.done, run.progress.known, run.progress.placed) == (30, 30, 30)


def test_a_run_that_was_left_is_gone_on_with(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        with desk.place_all(orders(40), threads=2) as run:
            for _ in itertools.islice(run, 5):
                pass
        left_at = len(server.sandbox.placements())
        assert 5 <= left_at < 40
        records = list(desk.place_all(orders(40)))
        assert {each.state for each in records} == {State.PLACED}
        assert placed_once(server, 40)


def test_orders_in_doubt_do_not_keep_the_threads_from_new_ones(tmp_path: Path) -> None:
    slow = replace(SHORT, quiet=4.0, looks=(4.0,))
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=slow)
        list(desk.place_all(orders(1, "FIRST")))
        server.sandbox.faults.add("drop_before", "create_v6", times=4)
        records = list(desk.place_all(orders(15), threads=2, wait=60))
        # Four are in doubt for four seconds, and there are two threads: the others pass them.
        assert [each.sends for each in records] == [1] * 11 + [2] * 4
        assert set(server.sandbox.placements().values()) == {1}


def test_one_order_at_a_time_is_sent_until_one_is_placed(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("delay", "create_v6", seconds=0.3)
        desk, answered = desk_of(api, tmp_path), list[Any]()

        def keep(answer: Any) -> Any:
            answered.append(answer)
            return answer

        before = spied(desk, at=lambda: len(answered), **{CREATE: keep}).before
        list(desk.place_all(orders(20)))
        # How many had been answered when each was sent.
        assert (before[0], min(before[1:])) == (0, 1)
        assert placed_once(server, 20)


def test_an_item_carries_where_its_order_is_from_into_the_record(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        item = Item(order=order("PO-1"), source=("orders.csv", "14-16"), ref={"erp": "4711"})
        (record,) = desk_of(api, tmp_path).place_all([item], batch="monday")
        found = (record.source_file, record.source_lines, record.ref, record.batch)
        assert found == ("orders.csv", "14-16", {"erp": "4711"}, "monday")


# -- bad orders


def test_a_bad_order_in_a_list_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    bad = Item(order={"customerOrderNumber": "PO-3", "lines": []}, source=("orders.csv", "9"))
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        with pytest.raises(ApiValueError, match=r"order 3 \(orders\.csv:9\): the order has no lines") as raised:
            list(desk.place_all([*orders(3), bad, order("PO-4")]))
        assert raised.value.pointer == "/3/lines"
        assert not creates(server)
        assert desk.find("PO-0") is None


def test_an_order_with_other_content_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.place(order("PO-2", 7))
        with pytest.raises(OrderDiffersError, match="PO-2"):
            list(desk.place_all(orders(4)))
        assert creates(server) == ["PO-2"]


def test_a_bad_order_of_an_iterator_stops_new_ones_and_lets_those_that_are_out_finish(tmp_path: Path) -> None:
    def given() -> Iterator[Any]:
        yield from orders(80)
        yield {"customerOrderNumber": "BAD", "lines": []}
        yield from orders(5, "AFTER")

    with sandbox() as server, bound(server) as api:
        records: list[Record] = []
        with pytest.raises(ApiValueError, match="order 80: the order has no lines"):
            records.extend(desk_of(api, tmp_path).place_all(given()))
        assert set(server.sandbox.placements()) == {each.po for each in records}
        assert {each.state for each in records} == {State.PLACED}
        assert not any(each.startswith("AFTER") for each in creates(server))


def test_bad_orders_are_left_out_and_told_if_that_is_wanted(tmp_path: Path) -> None:
    bad: list[BadOrder] = []
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.place(order("PO-1", 9))
        given: list[Any] = [*orders(3), {"customerOrderNumber": "PO-9"}, 5, order("PO-4")]
        run = desk.place_all(given, skip_bad=True, on_bad=bad.append)
        assert sorted(each.po for each in run) == ["PO-0", "PO-2", "PO-4"]
        assert sorted(each.index for each in bad) == [1, 3, 4]
        assert {type(each.error) for each in bad} == {ApiValueError, OrderDiffersError}
        assert run.progress.left_out == 3


# -- brakes


@pytest.mark.parametrize(
    ("brakes", "says"),
    [
        ({"max_orders": 3}, "there are (4|more) orders; the limit of a run is 3"),
        ({"max_quantity": 4}, r"order 1: line 2 has the quantity 5; the limit of a run is 4"),
        ({"expect": Totals(orders=5)}, "5 orders are expected, but there are 4"),
        ({"expect": Totals(lines=6)}, "6 lines are expected, but there are (7|more)"),
        ({"expect": Totals(orders=4, lines=7, units=12)}, "12 units are expected, but there are (15|more)"),
    ],
)
@pytest.mark.parametrize("is_read_once", [False, True])
def test_a_run_beyond_its_limits_sends_nothing(
    tmp_path: Path, brakes: dict[str, Any], says: str, is_read_once: bool
) -> None:
    given = [order("PO-0", 1), order("PO-1", 2, 5), order("PO-2", 1, 2), order("PO-3", 3, 1)]
    with sandbox() as server, bound(server) as api:
        if is_read_once and "max_quantity" in brakes:
            brakes = brakes | {"max_orders": 9}  # a limit that can be told before all is read needs no second reading
        with pytest.raises(ApiValueError, match=says):
            list(desk_of(api, tmp_path).place_all(iter(given) if is_read_once else given, **brakes))
        assert not creates(server)


def test_a_run_within_its_limits_is_placed(tmp_path: Path) -> None:
    given = [order("PO-0", 1), order("PO-1", 2, 5)]
    limits: dict[str, Any] = {"max_orders": 2, "max_quantity": 5, "expect": Totals(orders=2, lines=3, units=8)}
    with sandbox() as server, bound(server) as api:
        assert len(list(desk_of(api, tmp_path).place_all(iter(given), **limits))) == 2
        assert len(creates(server)) == 2


def test_rejections_in_a_row_for_the_same_reason_stop_the_run(tmp_path: Path) -> None:
    def wrong(number: int) -> dict[str, Any]:
        line = {"customerLineNumber": "1", "ingramPartNumber": f"NO{number:04}", "quantity": 1}
        return {"customerOrderNumber": f"BAD-{number}", "lines": [line]}

    with sandbox() as server, bound(server) as api:
        given = [order("PO-0"), *map(wrong, range(40))]
        run = desk_of(api, tmp_path).place_all(given, max_rejected=5, threads=2)
        records: list[Record] = []
        with pytest.raises(TooManyRejectedError, match="5 orders in a row") as raised:
            records.extend(run)
        assert 5 <= raised.value.progress.rejected <= 7
        assert raised.value.progress.begun < 10
        assert len(creates(server)) == len(records)
        assert states(records)["PO-0"] is State.PLACED


def test_an_order_that_is_placed_ends_a_row_of_rejections(tmp_path: Path) -> None:
    def wrong(number: int) -> dict[str, Any]:
        line = {"customerLineNumber": "1", "ingramPartNumber": f"NO{number:04}", "quantity": 1}
        return {"customerOrderNumber": f"BAD-{number}", "lines": [line]}

    with sandbox() as server, bound(server) as api:
        given = [order("PO-0"), *map(wrong, range(4)), order("PO-1"), *map(wrong, range(4, 8)), order("PO-2")]
        records = list(desk_of(api, tmp_path).place_all(given, max_rejected=5, threads=1))
        assert [each.state for each in records].count(State.REJECTED) == 8
        assert states(records)["PO-2"] is State.PLACED


def test_rejections_for_different_reasons_are_no_row(tmp_path: Path) -> None:
    def wrong(number: int) -> dict[str, Any]:
        part, quantity = (f"NO{number:04}", 1) if number % 2 else ("DF4128", 99_999_999)
        line = {"customerLineNumber": "1", "ingramPartNumber": part, "quantity": quantity}
        return {"customerOrderNumber": f"BAD-{number}", "lines": [line]}

    with sandbox() as server, bound(server) as api:
        given = [order("PO-0"), *map(wrong, range(6)), order("PO-1")]
        records = list(desk_of(api, tmp_path).place_all(given, max_rejected=2, threads=1))
        assert [each.state for each in records].count(State.REJECTED) == 6
        assert states(records)["PO-1"] is State.PLACED


def test_a_run_that_uses_pos_again_places_each_order_once_more_and_not_twice(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        assert {each.generation for each in desk.place_all(orders(3))} == {1}
        for _ in range(2):
            records = list(desk.place_all(orders(3), reuse="the first ones were cancelled"))
            assert {(each.state, each.generation) for each in records} == {(State.PLACED, 2)}
        assert server.sandbox.placements() == {f"PO-{number}": 2 for number in range(3)}


def test_all_or_nothing_writes_nothing_if_one_order_is_bad(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.place(order("PO-5", 9))
        with pytest.raises(OrderDiffersError):
            list(desk.place_all(iter(orders(8)), all_or_nothing=True))
        assert [each.po for each in desk.rows()] == ["PO-5"]
        assert {each.state for each in desk.place_all(iter(orders(5)), all_or_nothing=True)} == {State.PLACED}
        assert len(creates(server)) == 6


@pytest.mark.parametrize("ends", ["pause", "stop"])
def test_all_that_was_written_down_together_is_told_however_the_run_ends(tmp_path: Path, ends: str) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.place(order("PO-2"))
        if ends == "pause":
            desk.pause("the price list is wrong")
        run = desk.place_all(orders(70), all_or_nothing=True, wait=0.2, batch="b")
        if ends == "stop":
            server.sandbox.faults.add("delay", "create_v6", seconds=0.3)
            threading.Timer(0.1, run.stop).start()
        told: list[Record] = []
        with pytest.raises(RunError) as raised:
            told.extend(run)
        written = states(list(desk.rows()))
        assert len(written) == 70
        # Those of the ledger are planned, and a worker will send them: "not begun" would be another thing.
        assert states(told) == written
        assert states(told)["PO-2"] is State.PLACED
        assert [*written.values()].count(State.PLANNED) > 60
        assert (raised.value.progress.begun, "not begun" in str(raised.value)) == (70, False)


def test_all_orders_of_other_content_are_told_with_what_differs(tmp_path: Path) -> None:
    def changed(number: int) -> Item:
        return Item(order=order(f"PO-{number}", 9 if number % 2 else 1), source=("b.csv", str(number + 2)))

    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        list(desk.place_all(orders(200)))
        with pytest.raises(OrderDiffersError) as raised:
            list(desk.place_all([changed(number) for number in range(210)]))
        error = raised.value
        assert len(creates(server)) == 200
        assert (error.count, len(error.others)) == (100, 99)
        assert [each.po for each in (error, *error.others)] == [f"PO-{number}" for number in range(1, 200, 2)]
        assert (error.place, error.changes) == ("b.csv:3", ("lines[0].quantity is 9, was 1",))
        assert str(error).startswith(
            "b.csv:3: PO PO-1 was used before, with other content: lines[0].quantity is 9, was 1 ("
        )
        assert str(error).endswith("; 99 more of the orders differ")


def test_a_rate_bounds_the_sends_of_a_minute(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        began = time.monotonic()
        list(desk_of(api, tmp_path).place_all(orders(5), rate=600))
        assert time.monotonic() - began >= 0.4
        assert len(creates(server)) == 5


def test_orders_are_searched_for_first_if_that_is_wanted(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        api.post_createorder_v6(order_create_request=order("PO-1"))
        records = list(desk_of(api, tmp_path).place_all(orders(3), search_first=True))
        assert {each.state for each in records} == {State.PLACED}
        assert {each.po for each in records if each.adopted} == {"PO-1"}
        assert placed_once(server, 3)


# -- what cannot be sent


def test_a_wait_that_is_over_gives_the_record_as_it_is(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        server.sandbox.faults.add("drop_before", "create_v6")
        began = time.monotonic()
        records = list(desk_of(api, tmp_path).place_all(orders(3), wait=0))
        assert sorted(states(records).values()) == [State.DOUBT, State.PLACED, State.PLACED]
        assert time.monotonic() - began < 30
        assert {each.state for each in desk_of(api, tmp_path).place_all(orders(3), wait=60)} == {State.PLACED}


def test_a_paused_desk_ends_the_run_when_its_wait_is_over(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        desk.pause("the price list is wrong")
        with pytest.raises(RunPausedError, match="the price list is wrong") as raised:
            list(desk.place_all(orders(3), wait=0.2))
        assert not raised.value.by_itself
        assert not creates(server)
        timer = threading.Timer(0.5, desk.resume)
        timer.start()
        records = list(desk.place_all(orders(3), wait=60))
        assert {each.state for each in records} == {State.PLACED}


def test_a_run_goes_on_soon_after_a_pause_that_came_in_its_midst(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        seen: list[Record] = []
        began = time.monotonic()
        for record in desk.place_all(orders(30), threads=2, wait=120):
            seen.append(record)
            if len(seen) == 5:
                desk.pause("look at the first ones")
                threading.Timer(0.5, desk.resume).start()
        assert placed_once(server, 30)
        assert time.monotonic() - began < 60


def test_a_set_up_that_is_refused_ends_the_run_and_says_so(tmp_path: Path) -> None:
    with sandbox(approved=False) as server, bound(server) as api:
        with pytest.raises(RunPausedError) as raised:
            list(desk_of(api, tmp_path).place_all(orders(50), wait=0.1))
        assert raised.value.by_itself
        assert len(creates(server)) <= 2
        assert raised.value.progress.begun <= 2


def test_an_api_that_is_away_ends_the_run_with_few_orders_begun(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        list(desk.place_all(orders(1)))
        server.sandbox.faults.add("drop_before", "create_v6", times=None)
        with pytest.raises(WaitOverError, match=r"not answered|could not be sent") as raised:
            list(desk.place_all(orders(60), wait=1.5))
        assert raised.value.progress.begun < 20
        server.sandbox.faults.clear()
        assert {each.state for each in desk.place_all(orders(60), wait=60)} == {State.PLACED}
        assert placed_once(server, 60)


def test_a_run_tries_with_one_order_while_nothing_can_be_sent_and_goes_on_when_it_can(tmp_path: Path) -> None:
    with sandbox(port=free_port()) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        port = urlsplit(server.url).port or 0
        server.stop()
        with pytest.raises(WaitOverError, match="PO PO-0 could not be sent") as raised:
            list(desk.place_all(orders(20), wait=0.5))
        assert raised.value.progress.begun == 1
        run = desk.place_all(orders(20), wait=60)
        with SandboxServer(server.sandbox, port=port):
            assert {each.state for each in run} == {State.PLACED}
            assert placed_once(server, 20)


def test_the_program_is_told_the_progress_and_its_failure_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Progress] = []

    def progress(value: Progress) -> None:
        told.append(value)
        raise OSError("the terminal is gone")

    with sandbox() as server, bound(server) as api:
        list(desk_of(api, tmp_path).place_all(orders(5), progress=progress))
        assert (told[-1].total, told[-1].placed, told[-1].done) == (5, 5, 5)
        assert "a function of the program failed" in caplog.text
        assert placed_once(server, 5)


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"threads": 0}, ApiValueError),
        ({"wait": -1}, ApiValueError),
        ({"wait": float("nan")}, ApiValueError),
        ({"rate": 0}, ApiValueError),
        ({"max_orders": "3"}, ApiTypeError),
        ({"expect": {"orders": 3}}, ApiTypeError),
        ({"on_bad": print}, ApiValueError),
    ],
)
def test_wrong_arguments_are_told_at_once(tmp_path: Path, wrong: dict[str, Any], kind: type[Exception]) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        with pytest.raises(kind, match=next(iter(wrong))):
            desk.place_all([], **wrong)


def test_an_order_in_place_of_a_list_is_refused(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api, pytest.raises(ApiTypeError, match="iterable of orders"):
        list(desk_of(api, tmp_path).place_all({"customerOrderNumber": "PO-1"}))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - it is the mistake


@pytest.mark.parametrize("limits", [{}, {"max_orders": 10}])
def test_a_program_may_use_one_object_for_all_its_orders(tmp_path: Path, limits: dict[str, Any]) -> None:
    def changing() -> Iterator[models.OrderCreateRequest]:
        one = order("PO")
        for number in range(4):
            one.customer_order_number = f"PO-{number}"
            yield one

    with sandbox() as server, bound(server) as api:
        records = list(desk_of(api, tmp_path).place_all(changing(), threads=2, **limits))
        assert sorted(each.po for each in records) == [f"PO-{number}" for number in range(4)]
        assert placed_once(server, 4)

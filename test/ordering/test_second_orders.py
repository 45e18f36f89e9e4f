"""The look for a second order, an hour after one was settled that was sent more than once."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, Clock, bound, desk_of, ledger_url, order, sandbox
from returns_kit import desk_at, goods, return_server

from xi.sdk.resellers import models
from xi.sdk.resellers.ordering import Ledger, OrderDesk, Record, State, _pages
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._drivers import drive
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._matching import Found, FoundLine, Part, Sight, Wanted, judge
from xi.sdk.resellers.ordering._protocol import Kind, Looked, LookWanted, Row, Seen, decide
from xi.sdk.resellers.ordering._return_findings import FoundReturn, WantedReturn, judge_return
from xi.sdk.resellers.ordering._searches import (
    LOOKS_FOR_A_SECOND,
    contradicted,
    detail_of,
    left_out,
    missing_orders,
    unless_open,
    unless_rivals,
)
from xi.sdk.resellers.ordering.settings import HOUR, Settings
from xi.sdk.resellers.sandbox import SandboxServer

TIMES = replace(SHORT, recheck=HOUR)
SETTLED = Row(
    state=State.PLACED, sends=2, first_send=0.0, settled_at=1_000.0, due=1_000.0 + HOUR, numbers=("20-RD128",)
)


@dataclass
class Twice:
    """An order that was sent twice, and placed twice: the check did not see the first, which was acted on late."""

    server: SandboxServer
    desk: OrderDesk
    clock: Clock
    record: Record

    def passes(self, seconds: float) -> Record:
        """Let time pass, and do what is due then."""
        self.clock.ahead += seconds
        return self.desk.settle(self.record.key)

    def looks(self) -> list[Note]:
        return [each for each in self.record.history() if each.kind == "look"]

    def due_in(self) -> float | None:
        with self.desk.ledger.reading() as tx:
            entry = tx.get(self.record.key)
            assert entry is not None
            return None if entry.row.due is None else entry.row.due - tx.now


@contextmanager
def placed_twice(folder: Path, **options: Any) -> Iterator[Twice]:
    clock = Clock()
    with sandbox(search_lag=timedelta(days=2), duplicate_check=False) as server, bound(server) as api:
        server.sandbox.faults.add("drop_after", "create_v6")
        desk = desk_of(api, folder, settings=TIMES, ledger=Ledger(ledger_url(folder), clock=clock), **options)
        record = desk.place(order("PO-1", 2), wait=60)
        assert (record.state, record.sends, server.sandbox.placements()) == (State.PLACED, 2, {"PO-1": 2})
        yield Twice(server, desk, clock, record)


def test_a_search_that_does_not_show_the_order_which_stands_says_nothing_about_a_second_one(tmp_path: Path) -> None:
    told: list[Record] = []
    with placed_twice(tmp_path, on_held=told.append) as twice:
        twice.passes(HOUR)
        assert (twice.looks()[-1].detail["seen"], told) == ("failed", [])
        assert "does not show order" in str(twice.looks()[-1].says)
        twice.server.sandbox.clock.advance(days=3)  # the search is up to date now
        found = twice.passes(11)
        assert found.doubled
        assert [each.po for each in told] == ["PO-1"]
        assert set(found.order_numbers) == set(twice.server.sandbox.purchase_orders()["PO-1"])
        assert twice.due_in() is None


def test_the_looks_for_a_second_order_come_to_an_end_which_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with placed_twice(tmp_path) as twice:
        twice.passes(HOUR)
        for _ in range(LOOKS_FOR_A_SECOND - 2):
            assert twice.passes(301).state is State.PLACED
        assert {each.detail["seen"] for each in twice.looks() if each.state == "placed"} == {"failed"}
        assert twice.due_in() is not None
        caplog.clear()
        twice.passes(301)
        (told,) = [each for each in caplog.records if each.levelno == logging.WARNING]
        assert "whether there is a second one is not known, and a person should look" in told.getMessage()
        last = twice.looks()[-1]
        assert (last.detail["seen"], last.says in told.getMessage(), "leaves_open" in last.detail) == (
            "ours",
            True,
            True,
        )
        assert twice.due_in() is None


def test_a_look_that_a_person_wants_does_not_stand_in_for_the_one_after_an_hour(tmp_path: Path) -> None:
    with placed_twice(tmp_path) as twice:
        twice.desk.recheck("PO-1")
        due = twice.due_in()
        assert due is not None
        assert due > HOUR - 60


def test_nor_do_many_early_looks_use_up_those_after_an_hour(tmp_path: Path) -> None:
    with placed_twice(tmp_path) as twice:
        for _ in range(LOOKS_FOR_A_SECOND):
            twice.desk.recheck("PO-1")
        twice.passes(HOUR)
        assert twice.looks()[-1].detail["seen"] == "failed"
        twice.server.sandbox.clock.advance(days=3)
        assert twice.passes(301).doubled


@pytest.mark.parametrize("seen", [Seen.OURS, Seen.PARTLY, Seen.NOTHING, Seen.FAILED])
def test_an_early_look_leaves_the_one_after_an_hour(seen: Seen) -> None:
    wanted = decide(SETTLED, LookWanted(), 1_060.0, Settings()).row
    after = decide(wanted, Looked(seen, ("20-RD128",)), 1_061.0, Settings())
    assert (after.row.rechecked, after.row.due) == (False, 1_000.0 + HOUR)
    on_time = decide(after.row, Looked(Seen.OURS, ("20-RD128",)), 1_000.0 + HOUR, Settings())
    assert (on_time.row.rechecked, on_time.row.due, on_time.commands) == (True, None, ())


def test_an_early_look_that_finds_two_tells_at_once_and_is_the_last() -> None:
    after = decide(SETTLED, Looked(Seen.DOUBLED, ("20-RD128", "20-RD129")), 1_061.0, Settings())
    assert (after.row.doubled, after.row.rechecked, after.row.due) == (True, True, None)


def test_a_page_does_not_stand_in_for_the_search_by_po(tmp_path: Path) -> None:
    with placed_twice(tmp_path) as twice:
        twice.server.sandbox.clock.advance(days=3)
        twice.clock.ahead += HOUR
        turn = flows.claimed(twice.desk.ledger, twice.desk._context, twice.record.key)
        assert turn is not None
        confirm = _pages.confirm(twice.desk._context, turn, twice.record.order_numbers)  # the page has one of the two
        assert drive(confirm, twice.desk.orders, twice.desk.ledger).entry.row.doubled


def test_an_order_that_stands_is_not_looked_for_on_pages(tmp_path: Path) -> None:
    with placed_twice(tmp_path) as twice:
        twice.clock.ahead += HOUR
        assert twice.desk.due() == [twice.record.key]
        entries, _ = _pages._looked_for(twice.desk.ledger, twice.desk._context)
        assert entries == []


def test_a_return_that_a_person_had_sent_again_is_looked_for_in_the_same_way(tmp_path: Path) -> None:
    clock = Clock()
    with return_server() as returns:
        ledger = Ledger(ledger_url(tmp_path), clock=clock)
        with desk_at(returns.url, ledger, settings=TIMES) as desk:
            returns.faults.append("drop_after")
            returns.hides = True
            assert desk.file_return(goods(), wait=60).state is State.HELD
            desk.resend("RET-1", because="Ingram Micro has no such case")
            record = desk.file_return(goods(), wait=60)
            assert (record.state, record.sends, len(returns.filed)) == (State.PLACED, 2, 2)
            clock.ahead += HOUR
            desk.settle(record.key)
            last = [each for each in record.history() if each.kind == "look"][-1]
            assert (last.detail["seen"], "does not show case" in str(last.says)) == ("failed", True)
            returns.hides = False
            clock.ahead += 11
            assert desk.settle(record.key).doubled


# -- what leaves open whether there is a second order


def search(*numbers: str, **more: Any) -> models.OrderSearchResponse:
    orders = [{"ingramOrderNumber": each, "customerOrderNumber": "PO-1"} for each in numbers]
    return models.OrderSearchResponse.from_json(json.dumps({"recordsFound": len(orders), "orders": orders, **more}))


OURS = Sight(Seen.OURS, ("20-RD128",), "order 20-RD128: known by number or marker")


def look(
    answer: models.OrderSearchResponse | None,
    shown: tuple[str, ...],
    *,
    row: Row = SETTLED,
    sight: Sight = OURS,
    history: Sequence[Note] = (),
) -> Sight:
    return unless_open(row, sight, missing_orders(("20-RD128",), shown), left_out(answer), history, HOUR)


@pytest.mark.parametrize(
    ("answer", "shown", "why"),
    [
        (None, (), "the search does not show order 20-RD128, which stands"),
        (search(), (), "the search does not show order 20-RD128, which stands"),
        (search("20-RD129"), ("20-RD129",), "the search does not show order 20-RD128, which stands"),
        (search("20-RD128", recordsFound=2), ("20-RD128",), "the search says that it has found 2 orders, and shows 1"),
        (search("20-RD128", orders=[7]), ("20-RD128",), "1 of the orders that the search has found cannot be read"),
    ],
)
def test_what_an_answer_leaves_out_leaves_open_a_second_order(
    answer: models.OrderSearchResponse | None, shown: tuple[str, ...], why: str
) -> None:
    sight = look(answer, shown)
    assert (sight.seen, sight.leaves_open) == (Seen.FAILED, why)
    before = [Note(at=1_000.0 + HOUR, kind="look", state="placed", detail={"leaves_open": why})] * (
        LOOKS_FOR_A_SECOND - 1
    )
    last = look(answer, shown, history=before)
    assert (last.seen, last.numbers, last.leaves_open) == (Seen.OURS, ("20-RD128",), why)
    clear = [replace(each, detail={"seen": "ours"}) for each in before]
    noted = [replace(each, kind="webhook") for each in before]
    assert look(answer, shown, history=clear + noted).seen is Seen.FAILED, "only looks that leave it open count"


def test_all_that_stands_and_is_not_shown_is_named() -> None:
    sight = unless_open(SETTLED, OURS, missing_orders(("20-RD128", "20-RD129"), ()), "", (), HOUR)
    assert sight.leaves_open == "the search does not show order 20-RD128, order 20-RD129, which stands"


NEITHER = "the search says neither which orders it has found nor that there are none"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (None, ""),
        (search(), ""),
        (search(recordsFound=None), ""),
        (search(recordsFound=None, orders=None), NEITHER),
        (search(recordsFound=1, orders=None), NEITHER),
        (search(recordsFound=0, orders=None), ""),
        (search("20-RD128", recordsFound=0), ""),
        (search("20-RD128", orders=[7, 8], recordsFound=9), "2 of the orders that the search has found cannot be read"),
    ],
)
def test_an_answer_says_of_orders_that_it_does_not_show_them(
    answer: models.OrderSearchResponse | None, says: str
) -> None:
    assert left_out(answer) == says


def test_what_a_search_shows_or_leaves_out_contradicts_that_there_is_no_order() -> None:
    wanted = Wanted(kind=Kind.V6, folded="PO-1")
    says = "order 20-RD128 is under our PO in the search, and under another in its details or in the ledger"
    assert contradicted(wanted, search("20-RD128", "20-RD129")) == Sight(Seen.UNCLEAR, (), says)
    assert contradicted(wanted, search(orders=None, recordsFound=1)) == Sight(Seen.UNCLEAR, (), NEITHER)
    others = [{"ingramOrderNumber": "20-RD128", "customerOrderNumber": po} for po in ("PO-2", None)]
    assert contradicted(wanted, search(orders=others, recordsFound=2)) is None
    assert contradicted(replace(wanted, others=frozenset({"20-RD128"})), search("20-RD128")) is None


@pytest.mark.parametrize(("state", "seen"), [(State.PLACED, Seen.OURS), (State.DOUBT, Seen.UNCLEAR)])
def test_what_may_be_that_of_a_rival_is_told_as_open(state: State, seen: Seen) -> None:
    row = replace(SETTLED, state=state)
    new, rivals = ["order 20-RD129", "order 20-RD130"], ["PO PO-1 (generation 2)", "PO PO-1 (generation 3)"]
    sight = unless_rivals(row, OURS, new, rivals)
    says = "order 20-RD129, order 20-RD130 may be that of PO PO-1 (generation 2), PO PO-1 (generation 3)"
    assert sight == Sight(seen, (), says, leaves_open=says)
    assert unless_rivals(row, OURS, [], rivals) is OURS
    assert unless_rivals(row, OURS, new, []) is OURS


def test_the_history_keeps_what_a_look_has_seen() -> None:
    assert detail_of(OURS) == {"seen": "ours", "numbers": ["20-RD128"]}
    told = replace(OURS, leaves_open="one is not shown", differs=("AB12 at 2 a unit instead of 1",))
    assert detail_of(told) == detail_of(OURS) | {
        "leaves_open": "one is not shown",
        "differs": ["AB12 at 2 a unit instead of 1"],
    }


def test_a_search_that_shows_all_that_stands_is_believed() -> None:
    assert look(search("20-RD128"), ("20-RD128-11",)) is OURS  # also by the number of a sub-order
    assert look(search("20-RD128", "20-RD129"), ("20-RD128", "20-RD129")) is OURS


@pytest.mark.parametrize("row", [replace(SETTLED, sends=1), replace(SETTLED, rechecked=True), Row(state=State.HELD)])
def test_only_the_look_for_a_second_order_needs_it(row: Row) -> None:
    assert look(None, (), row=row) is OURS


def test_two_orders_are_told_whatever_the_search_leaves_out() -> None:
    doubled = Sight(Seen.DOUBLED, ("20-RD128", "20-RD129"), "twice")
    assert look(search("20-RD129"), ("20-RD129",), sight=doubled) is doubled


def test_an_order_beside_ours_that_cannot_be_compared_leaves_open_whether_it_is_a_second_one() -> None:
    wanted = Wanted(kind=Kind.V6, folded="PO-1", units={Part("A"): 2}, known=frozenset({"20-RD128"}))
    ours = Found(number="20-RD128", po="PO-1", lines=(FoundLine(part=Part("A"), quantity=2),))
    sight = judge(wanted, [ours, Found(number="20-RD129", po="PO-1")])
    assert (sight.seen, sight.numbers) == (Seen.OURS, ("20-RD128",))
    assert sight.leaves_open == "order 20-RD129 cannot be compared"
    assert sight.leaves_open in sight.says
    after = look(search("20-RD128", "20-RD129"), ("20-RD128", "20-RD129"))
    assert after is OURS
    after = look(search("20-RD128", "20-RD129"), ("20-RD128", "20-RD129"), sight=sight)
    assert (after.seen, after.leaves_open) == (Seen.FAILED, sight.leaves_open)


def test_a_case_beside_ours_that_cannot_be_compared_leaves_open_whether_it_is_a_second_one() -> None:
    wanted = WantedReturn(reference="RET-1", units=2, known=frozenset({"CAS-1"}))
    sight = judge_return(wanted, [FoundReturn(number="CAS-1"), FoundReturn(number="CAS-2", reference="RET-1")])
    assert (sight.seen, sight.leaves_open) == (Seen.OURS, "case CAS-2 cannot be compared")

"""What a person says about an order: it is kept with who and why, and nothing is sent against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from desk_kit import Clock, creates, desk_of, ledger_url, order

from xi.sdk.resellers import ApiTypeError, ApiValueError, BoundOrdersApi
from xi.sdk.resellers.ordering import Ledger, NotAsSeenError, NotPermittedError, OrderDesk, Reason, Record, State, _base
from xi.sdk.resellers.ordering.ledger import Transaction
from xi.sdk.resellers.sandbox import SandboxServer

UNGUARDED = {"additionalAttributes": [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]}


@pytest.fixture
def told() -> list[Record]:
    return []


@pytest.fixture
def desk(api: BoundOrdersApi, tmp_path: Path, told: list[Record]) -> Iterator[OrderDesk]:
    desk = desk_of(api, tmp_path, by="ann", on_held=told.append)
    yield desk
    desk.ledger.close()


def held(desk: OrderDesk, server: SandboxServer) -> Record:
    """Return an order that never arrived, and that the server would not refuse a second time."""
    server.sandbox.faults.add("drop_before", "create_v6")
    record = desk.place(order("PO-1", **UNGUARDED), reuse="in two parts", wait=60)
    assert (record.state, record.reason) == (State.HELD, Reason.UNGUARDED)
    return record


def words(record: Record) -> list[tuple[str | None, str | None]]:
    return [(each.by, each.because) for each in record.history() if each.kind == "person"]


def test_what_a_person_closes_is_not_sent_by_anybody(desk: OrderDesk, server: SandboxServer) -> None:
    desk.plan(order("PO-2"))
    held(desk, server)
    assert desk.abandon("po-2", because="ordered elsewhere").state is State.ABANDONED
    record = desk.resolve("PO-1", not_placed=True, because="ticket 123", by="bob")
    assert (record.state, words(record)) == (State.NOT_PLACED, [("bob", "ticket 123")])
    desk.work(until="idle")
    assert desk.place(order("PO-2"), wait=1).state is State.ABANDONED
    assert desk.place(order("PO-1", **UNGUARDED), reuse="in two parts", wait=1).state is State.NOT_PLACED
    assert creates(server) == ["PO-1"]


def test_one_may_take_time_for_each_of_many_orders(desk: OrderDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    # PostgreSQL ends a transaction in which nothing happens for 15 seconds, and each of them keeps a connection.
    reading = 0
    really = Ledger.reading

    @contextmanager
    def counted(ledger: Ledger) -> Iterator[Transaction]:
        nonlocal reading
        with really(ledger) as tx:
            reading += 1
            yield tx
            reading -= 1

    monkeypatch.setattr(Ledger, "reading", counted)
    monkeypatch.setattr(_base, "_ROWS", 2)
    for number in range(5):
        desk.plan(order(f"PO-{number}"), ref={"even": str(number % 2 == 0)})
    seen = []
    for record in desk.rows(state="planned"):
        assert not reading
        seen.append(desk.abandon(record.key, because="ordered elsewhere").po)
    assert seen == [f"PO-{number}" for number in range(5)]
    assert [each.po for each in desk.rows(ref={"even": "True"}, limit=3)] == ["PO-0", "PO-2", "PO-4"]
    assert [len(list(desk.rows(limit=most))) for most in range(7)] == [0, 1, 2, 3, 4, 5, 5]


def test_orders_are_listed_by_when_they_were_written_down_in_any_zone(desk: OrderDesk) -> None:
    for number in range(20):  # a record shows the time to the microsecond, and so half of them later than they are
        record = desk.plan(order(f"PO-{number}"))
        there = record.planned.astimezone(timezone(timedelta(hours=-5)))
        assert list(desk.rows(since=there, until=there + timedelta(seconds=1))) == [record]
        assert record not in list(desk.rows(until=there))
        assert list(desk.rows(since=there + timedelta(seconds=1))) == []
        assert record in list(desk.rows(since=record.planned.date()))
    with pytest.raises(ApiValueError, match="it should have a time zone") as caught:
        list(desk.rows(since=there.replace(tzinfo=None)))
    assert caught.value.argument == "since"
    with pytest.raises(ApiTypeError, match="until should be a datetime or seconds, not str"):
        list(desk.rows(until="2026-01-01"))  # type: ignore[arg-type]


WRONG: dict[str, tuple[str, Callable[[Any], object]]] = {
    "find": ("po", lambda desk: desk.find(5)),
    "recheck": ("po", lambda desk: desk.recheck(None)),
    "resolve": ("po", lambda desk: desk.resolve(5, placed=["20-RD128"], because="seen")),
    "resend": ("po", lambda desk: desk.resend(5, because="seen")),
    "settle": ("po", lambda desk: desk.settle(5)),
    "cancel": ("order", lambda desk: desk.cancel(None)),
    "track": ("order", lambda desk: list(desk.track([5]))),
    "rows, state": ("state", lambda desk: list(desk.rows(state=None))),
    "rows, ref": ("ref", lambda desk: list(desk.rows(ref="erp"))),
    "rows, limit": ("limit", lambda desk: list(desk.rows(limit="x"))),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_names_no_order_is_refused_by_the_name_of_the_argument(desk: OrderDesk, name: str) -> None:
    argument, call = WRONG[name]
    desk.plan(order("5"))
    with pytest.raises((ApiTypeError, ApiValueError), match=f"^{argument} (should be|is) ") as caught:
        call(desk)
    assert caught.value.argument == argument


def test_a_recheck_of_what_was_not_sent_yet_keeps_no_worker_from_it(desk: OrderDesk) -> None:
    desk.plan(order("PO-1"))
    assert desk.recheck("PO-1").state is State.PLANNED
    desk.work(until="idle")
    assert [each.state for each in desk.rows()] == [State.PLACED]


def test_evidence_outlives_what_a_person_has_closed(
    desk: OrderDesk, server: SandboxServer, api: BoundOrdersApi, told: list[Record]
) -> None:
    held(desk, server)
    desk.resolve("PO-1", not_placed=True, because="ticket 123")
    told.clear()
    api.post_createorder_v6(order("PO-1", **UNGUARDED))
    record = desk.recheck("PO-1")
    assert (record.state, record.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-1"])
    assert [each.state for each in told] == [State.PLACED]


def test_a_number_is_read_back_before_an_order_is_taken_for_placed(
    desk: OrderDesk, server: SandboxServer, api: BoundOrdersApi
) -> None:
    held(desk, server)
    other = desk.place(order("PO-2"), wait=60).order_numbers
    with pytest.raises(NotPermittedError, match="is under PO PO-2, not under PO-1"):
        desk.resolve("PO-1", placed=list(other), because="ticket 123")
    assert [each.state for each in desk.rows(state="held")] == [State.HELD]
    api.post_createorder_v6(order("PO-1", **UNGUARDED))
    numbers = server.sandbox.purchase_orders()["PO-1"]
    record = desk.resolve("PO-1", placed=list(numbers), because="ticket 123")
    assert (record.state, record.order_numbers) == (State.PLACED, numbers)
    assert words(record) == [("ann", "ticket 123")]


def test_of_two_orders_that_stand_the_one_that_is_not_kept_has_to_be_cancelled(
    desk: OrderDesk, api: BoundOrdersApi
) -> None:
    hold = {"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}
    first = desk.place(order("PO-1", additionalAttributes=[hold]), wait=60).order_numbers[0]
    api.post_createorder_v6(order("PO-1", additionalAttributes=[hold, *UNGUARDED["additionalAttributes"]]))
    record = desk.recheck("PO-1")
    second = next(each for each in record.order_numbers if each != first)
    assert record.doubled
    with pytest.raises(NotPermittedError, match=f"order {second} of PO PO-1 still stands .*cancel it first"):
        desk.resolve("PO-1", placed=[first], because="the second is cancelled")
    assert desk.find("PO-1") == record
    assert not desk.resolve("PO-1", placed=[first, second], because="both are wanted").doubled
    assert desk.recheck("PO-1").doubled
    desk.cancel(second)
    once = desk.resolve("PO-1", placed=[first], because="the second is cancelled")
    assert (once.doubled, once.order_numbers) == (False, (first,))


def test_one_more_send_that_a_person_permits_is_one_after_a_look(desk: OrderDesk, server: SandboxServer) -> None:
    held(desk, server)
    server.sandbox.faults.add("drop_before", "create_v6")
    assert words(desk.resend("PO-1", because="the support says it is not there")) == [
        ("ann", "the support says it is not there")
    ]
    record = desk.place(order("PO-1", **UNGUARDED), reuse="in two parts", wait=60)
    assert (record.state, record.sends, creates(server)) == (State.HELD, 2, ["PO-1"] * 2)
    kinds = [each.kind for each in record.history()]
    assert "look" in kinds[kinds.index("person") : len(kinds) - kinds[::-1].index("intent")]


@pytest.mark.parametrize(
    "decide",
    [
        lambda desk, seen: desk.resend("PO-1", because="B", seen=seen),
        lambda desk, seen: desk.abandon("PO-1", because="B", seen=seen),
        lambda desk, seen: desk.resolve("PO-1", not_placed=True, because="B", seen=seen),
        lambda desk, seen: desk.resolve("PO-1", placed=["20-AAAAA"], unchecked=True, because="B", seen=seen),
    ],
    ids=["resend", "abandon", "not placed", "placed"],
)
def test_a_decision_on_what_does_not_hold_any_more_is_refused(
    desk: OrderDesk, server: SandboxServer, decide: Callable[[OrderDesk, Record], Record]
) -> None:
    """Two persons see a held order; one permits a send, and the order is held again when the other decides."""
    seen = held(desk, server)
    server.sandbox.faults.add("drop_before", "create_v6")
    desk.resend("PO-1", because="A", seen=seen)
    now = desk.place(order("PO-1", **UNGUARDED), reuse="in two parts", wait=60)
    assert (now.state, now.sends) == (State.HELD, 2)
    with pytest.raises(NotAsSeenError, match=r"has changed since it was read \(it was held\)") as caught:
        decide(desk, seen)
    assert (caught.value.record, desk.find("PO-1"), words(now)) == (now, now, [("ann", "A")])
    assert decide(desk, now).state is not State.HELD


def test_a_recheck_looks_and_sends_nothing(desk: OrderDesk, server: SandboxServer) -> None:
    held(desk, server)
    desk.plan(order("PO-2"))
    before = len(server.sandbox.exchanges)
    assert [desk.recheck(each).state for each in ("PO-1", "PO-2")] == [State.HELD, State.PLANNED]
    assert {each.operation for each in list(server.sandbox.exchanges)[before:]} == {"search"}


def test_a_recheck_that_fails_leaves_nothing_to_do_for_an_order_that_stands(
    api: BoundOrdersApi, server: SandboxServer, tmp_path: Path
) -> None:
    """Nobody looks for it again, so that a worker that took it would take it again and again."""
    clock = Clock()
    with closing(Ledger(ledger_url(tmp_path), clock=clock)) as ledger:
        desk = desk_of(api, tmp_path, ledger=ledger)
        desk.place(order("PO-1"), wait=60)
        server.sandbox.faults.add("500", "search", times=9)
        assert "the look failed" in (desk.recheck("PO-1").answer or "")
        clock.ahead += 60
        assert [desk.settle(key).state for key in desk.due()] == [State.PLACED]
        assert desk.due() == []


@pytest.mark.parametrize(
    "say",
    [
        lambda desk: desk.resolve("PO-1", not_placed=True, because=" "),
        lambda desk: desk.resolve("PO-1", because="ticket 123"),
        lambda desk: desk.resolve("PO-1", placed=["20-AAAAA"], not_placed=True, because="ticket 123"),
        lambda desk: desk.resend("PO-1", because=""),
        lambda desk: desk.abandon("PO-1", because=""),
        lambda desk: desk.pause(""),
    ],
    ids=["resolve", "resolve as nothing", "resolve as both", "resend", "abandon", "pause"],
)
def test_a_word_without_a_reason_changes_nothing(
    desk: OrderDesk, server: SandboxServer, say: Callable[[OrderDesk], object]
) -> None:
    before = held(desk, server)
    with pytest.raises(ApiValueError):
        say(desk)
    assert desk.find("PO-1") == before
    assert desk.paused is None
    assert words(before) == []


def test_a_pause_is_for_all_machines_until_it_is_ended(desk: OrderDesk, server: SandboxServer) -> None:
    other = OrderDesk(desk.orders, desk.ledger, settings=desk.settings)
    desk.pause("the prices are wrong", by="bob")
    desk.plan(order("PO-1"))
    other.work(until="idle")
    assert creates(server) == []
    paused = other.paused
    assert paused is not None
    assert (paused.by, paused.because, paused.by_itself) == ("bob", "the prices are wrong", False)
    other.resume()
    assert desk.place(order("PO-1"), wait=40).state is State.PLACED

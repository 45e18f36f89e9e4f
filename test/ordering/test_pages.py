"""Many doubts at once are found on pages of orders; a page only ever says yes."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from desk_kit import SHORT, bound, creates, desk_of, order, sandbox, spied

from xi.sdk.resellers.exceptions import ServiceException
from xi.sdk.resellers.ordering import NotSettledError, OrderDesk, State, StoppedError, _pages
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _looks as looks
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering._drivers import Flow, drive
from xi.sdk.resellers.sandbox import RateLimit

PATIENT = replace(SHORT, breaker=1_000, quiet=0.5, looks=(0.05, 0.5))


def searches(server: Any) -> int:
    return sum(count for (operation, _), count in server.sandbox.answered.items() if operation == "search")


def in_doubt(server: Any, desk: OrderDesk, count: int, kind: str = "drop_after") -> None:
    server.sandbox.faults.add(kind, "create_v6", times=count)
    list(desk.place_all([order(f"PO-{number}") for number in range(count)], wait=0))
    assert {each.state for each in desk.rows()} == {State.DOUBT}
    while len(desk.due(count)) < count:  # a page is read when many are due at once
        time.sleep(0.01)


@pytest.mark.parametrize("count", [40, 105])
def test_many_doubts_are_found_on_pages_and_not_searched_for_one_by_one(tmp_path: Path, count: int) -> None:
    with sandbox(rate_limit=RateLimit(calls=6_000)) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, count)
        before = searches(server)
        list(desk.place_all([order(f"PO-{number}") for number in range(count)], wait=60))
        assert {each.state for each in desk.rows()} == {State.PLACED}
        assert all(each.adopted for each in desk.rows())
        assert searches(server) - before < count / 2
        assert set(server.sandbox.placements().values()) == {1}


def test_a_worker_reads_pages_too(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, 40)
        before = searches(server)
        while any(each.state is State.DOUBT for each in desk.rows()):
            desk.work(until="idle")
        assert {each.state for each in desk.rows()} == {State.PLACED}
        assert searches(server) - before < 30


def test_what_is_not_on_the_pages_is_looked_for_by_po_before_it_is_sent_again(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, 25, "drop_before")
        list(desk.place_all([order(f"PO-{number}") for number in range(25)], wait=60))
        assert {each.state for each in desk.rows()} == {State.PLACED}
        assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(25)}
        for record in desk.rows():
            looks = [each for each in record.history() if each.kind == "look"]
            assert looks[-1].detail["seen"] == "nothing"
            assert record.sends == 2
        assert searches(server) >= 25


def test_another_order_under_the_po_is_judged_by_the_look_by_po(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        for number in range(25):
            api.post_createorder_v6(order_create_request=order(f"PO-{number}", 9))
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, 25, "drop_before")
        list(desk.place_all([order(f"PO-{number}") for number in range(25)], wait=60))
        assert {each.state for each in desk.rows()} == {State.HELD}
        assert searches(server) >= 25  # each was judged by its own search
        assert set(server.sandbox.placements().values()) == {1}


def test_pages_that_cannot_be_read_leave_all_to_the_look_by_po(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_ctx: Any) -> Flow[Any]:
        raise ServiceException(status=500, reason="maintenance")
        yield

    monkeypatch.setattr(_pages, "read_numbers", failing)
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, 25)
        list(desk.place_all([order(f"PO-{number}") for number in range(25)], wait=60))
        assert {each.state for each in desk.rows()} == {State.PLACED}
        assert "pages of orders could not be read" in caplog.text


def test_few_doubts_read_no_pages(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "xi.sdk.resellers.ordering")
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path, settings=PATIENT)
        in_doubt(server, desk, 10)
        list(desk.place_all([order(f"PO-{number}") for number in range(10)], wait=60))
        assert "pages read" not in caplog.text
        assert len(creates(server)) == 10


def test_a_page_never_gives_an_order_the_number_of_the_one_before_it_under_its_po(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1"), wait=60)
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1"), reuse="a second delivery", wait=0)
        key = raised.value.record.key
        while not desk.due():
            time.sleep(0.01)
        follow = partial(_pages.confirm, numbers=first.order_numbers)
        drive(rounds.take(desk._context, key, follow), api, desk.ledger)
        # On a slow machine the round may have sent it again: an order of its own either way.
        assert set(list(desk.rows())[1].order_numbers).isdisjoint(first.order_numbers)
        second = desk.place(order("PO-1"), reuse="a second delivery", wait=60)
        assert (second.state, second.generation) == (State.PLACED, 2)
        assert server.sandbox.placements() == {"PO-1": 2}


@pytest.mark.parametrize("raised", [KeyboardInterrupt, StoppedError])
def test_a_round_with_numbers_of_a_page_that_is_broken_off_keeps_nobody_from_the_order(
    tmp_path: Path, raised: type[BaseException]
) -> None:
    def broken_off(_: Any) -> Any:
        raise raised

    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        in_doubt(server, desk, 1)
        spied(desk, get_orderdetails_v6_1_with_http_info=broken_off)
        follow = partial(_pages.confirm, numbers=server.sandbox.purchase_orders()["PO-0"])
        (key,) = desk.due()
        with pytest.raises(raised):
            drive(rounds.take(desk._context, key, follow), desk.orders, desk.ledger)
        with desk.ledger.transaction() as tx:
            assert tx.claim_one(key, until=0.0) is not None


def test_a_page_does_not_settle_an_order_of_which_only_a_part_is_shown(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1", 2), wait=0)
        api.post_createorder_v6(order("PO-1", 1))
        numbers = server.sandbox.purchase_orders()["PO-1"]
        while not desk.due():
            time.sleep(0.01)
        seen: list[str] = []

        def searched(*arguments: Any, **options: Any) -> Any:
            seen.append("search")
            return look(*arguments, **options)

        look = looks.look
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(flows, "look", searched)
            follow = partial(_pages.confirm, numbers=numbers)
            drive(rounds.take(desk._context, raised.value.record.key, follow), api, desk.ledger)
        assert seen

"""Two orders under one PO: a look for the older one does not take that of the newer one, which has no number yet."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from desk_kit import CREATE, Clock, bound, desk_of, ledger_url, order, sandbox
from returns_kit import desk_at, goods, return_server

from xi.sdk.resellers.exceptions import ForbiddenException
from xi.sdk.resellers.ordering import Ledger, NotSettledError, OrderDesk, Reason, Record, State, _pages
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering._drivers import drive
from xi.sdk.resellers.ordering.settings import HOUR
from xi.sdk.resellers.sandbox import SandboxServer


@contextmanager
def in_doubt_beside_a_closed_one(
    folder: Path, **options: Any
) -> Generator[tuple[SandboxServer, OrderDesk, Record, Record, Clock]]:
    clock = Clock()
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, folder, ledger=Ledger(ledger_url(folder), clock=clock), **options)
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1", 2), wait=0)
        first = desk.resolve("PO-1", not_placed=True, because="the portal does not show it")
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1", 2), reuse="it was not placed", wait=0)
        yield server, desk, first, raised.value.record, clock


def test_a_look_for_a_closed_order_does_not_take_that_of_the_next_generation(tmp_path: Path) -> None:
    with in_doubt_beside_a_closed_one(tmp_path) as (server, desk, first, second, clock):
        clock.ahead += HOUR
        assert desk.settle(first.key).state is State.NOT_PLACED
        last = [each for each in first.history() if each.kind == "look"][-1]
        assert "may be that of PO PO-1 (generation 2)" in str(last.says)
        found = desk.settle(second.key)
        assert (found.state, found.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-1"])
        clock.ahead += HOUR
        assert desk.settle(first.key).state is State.NOT_PLACED


def test_nor_does_a_page(tmp_path: Path) -> None:
    with in_doubt_beside_a_closed_one(tmp_path) as (server, desk, first, second, clock):
        clock.ahead += HOUR
        turn = flows.claimed(desk.ledger, desk._context, first.key)
        assert turn is not None
        confirm = _pages.confirm(desk._context, turn, server.sandbox.purchase_orders()["PO-1"])
        assert drive(confirm, desk.orders, desk.ledger).entry.row.state is State.NOT_PLACED
        assert desk.settle(second.key).state is State.PLACED


def test_a_marker_tells_whose_it_is(tmp_path: Path) -> None:
    with in_doubt_beside_a_closed_one(tmp_path, marker=True) as (_, desk, first, second, clock):
        clock.ahead += HOUR
        assert desk.settle(first.key).state is State.NOT_PLACED
        assert desk.settle(second.key).state is State.PLACED


def test_a_second_order_is_not_told_while_it_may_be_that_of_the_next_generation(tmp_path: Path) -> None:
    clock = Clock()
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock))
        server.sandbox.faults.add("drop_before", "create_v6")
        first = desk.place(order("PO-1", 2), wait=60)
        assert (first.state, first.sends) == (State.PLACED, 2)
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1", 2), reuse="a second delivery", wait=0)
        clock.ahead += HOUR
        looked = desk.settle(first.key)
        assert (looked.doubled, looked.order_numbers) == (False, first.order_numbers)
        assert desk.settle(raised.value.record.key).state is State.PLACED
        clock.ahead += 11
        again = desk.settle(first.key)
        assert (again.doubled, again.order_numbers) == (False, first.order_numbers)
        assert desk.due() == []


def test_nor_does_a_look_for_a_closed_return_take_the_case_of_the_next_one(tmp_path: Path) -> None:
    clock = Clock()
    with return_server() as returns, desk_at(returns.url, Ledger(ledger_url(tmp_path), clock=clock)) as desk:
        returns.faults.extend(["drop_before", "drop_after"])
        first = desk.file_return(goods(), wait=60)
        desk.resolve(first.key, not_placed=True, because="Ingram Micro has no such case")
        with pytest.raises(NotSettledError) as raised:
            desk.file_return(goods(), reuse="it was not filed", wait=0)
        clock.ahead += HOUR
        assert desk.settle(first.key).state is State.NOT_PLACED
        assert "may be that of return RET-1 (generation 2)" in str(first.history()[-1].says)
        assert desk.settle(raised.value.record.key).state is State.PLACED
        assert len(returns.filed) == 1


class Refusing:
    """Refuses creates, as a server does for an account that may not order; passes other calls on."""

    def __init__(self, api: Any) -> None:
        self._api = api

    def __getattr__(self, name: str) -> Any:
        if name != CREATE:
            return getattr(self._api, name)

        def refuse(**_: Any) -> None:
            raise ForbiddenException(status=403, reason="Forbidden")

        return refuse


def test_an_order_that_was_never_sent_is_nobodys_rival(tmp_path: Path) -> None:
    clock, told = Clock(), list[Record]()
    with sandbox(search_lag=timedelta(hours=2)) as server, bound(server) as api:
        desk = desk_of(api, tmp_path, ledger=Ledger(ledger_url(tmp_path), clock=clock), on_held=told.append)
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1", 2), wait=0)
        first = desk.resolve("PO-1", not_placed=True, because="the portal does not show it")
        real, desk.orders = desk.orders, cast("Any", Refusing(desk.orders))
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1", 2), reuse="it was not placed", wait=0)
        clock.ahead += 31
        second = desk.settle(raised.value.record.key)
        assert (second.state, second.reason, second.sends) == (State.HELD, Reason.CANNOT_SEND, 0)
        desk.orders = real
        server.sandbox.clock.advance(hours=3)
        clock.ahead += HOUR
        found = desk.settle(first.key)
        assert (found.state, found.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-1"])
        assert [each.key for each in told] == [second.key, first.key]

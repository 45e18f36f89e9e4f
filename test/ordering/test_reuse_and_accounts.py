"""A PO that is used again, and keys of another account: nothing is sent that was sent before, or is another's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_kit import bound, creates, desk_of, ledger_url, order, sandbox

from xi.sdk.resellers import Account
from xi.sdk.resellers.ordering import Item, Ledger, NotPermittedError, OrderDesk, OrderDiffersError, State

OTHER = Account("20-333333", "US")


def test_orders_that_used_a_po_again_are_placed_once_when_the_program_runs_again(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        whys = ("the first was lost", "one more was wanted")
        items = [Item(order=order("PO-1", 2), reuse=why) for why in whys]
        first = {record.key for record in desk.place_all(items)}
        assert {record.key for record in desk.place_all(items)} == first
        assert [desk.place(order("PO-1", 2), reuse=why).generation for why in whys] == [1, 2]
        assert creates(server) == ["PO-1", "PO-1"]


def test_an_order_that_used_a_po_again_is_found_beside_a_later_one_with_other_content(tmp_path: Path) -> None:
    with sandbox(duplicate_check=False) as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1", 1), reuse="first")
        desk.plan(order("PO-1", 2), reuse="second")
        assert desk.place(order("PO-1", 1), reuse="first") == first
        with pytest.raises(OrderDiffersError):
            desk.place(order("PO-1", 3), reuse="third")
        assert creates(server) == ["PO-1"]


def _settle(desk: OrderDesk, key: str) -> object:
    return desk.settle(key)


def _recheck(desk: OrderDesk, key: str) -> object:
    return desk.recheck(key)


def _abandon(desk: OrderDesk, key: str) -> object:
    return desk.abandon(key, because="not mine")


@pytest.mark.parametrize("act", [_settle, _recheck, _abandon])
def test_a_desk_leaves_the_orders_of_another_account_alone(
    tmp_path: Path, act: Callable[[OrderDesk, str], object]
) -> None:
    with sandbox() as server, bound(server) as api, bound(server, OTHER) as other:
        ledger = Ledger(ledger_url(tmp_path))
        desk = desk_of(api, tmp_path, ledger=ledger)
        key = desk.plan(order("PO-1")).key
        stranger = desk_of(other, tmp_path, ledger=ledger)
        with pytest.raises((LookupError, NotPermittedError)):
            act(stranger, key)
        assert stranger.find(key) is None
        assert creates(server) == []
        assert desk.settle(key).state is State.PLACED

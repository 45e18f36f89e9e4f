"""A PO that is used again, and keys of another account: nothing is sent that was sent before, or is another's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk_kit import CREATE, bound, creates, desk_of, ledger_url, order, sandbox, spied

from xi.sdk.resellers import Account
from xi.sdk.resellers.ordering import Item, Ledger, NotPermittedError, OrderDesk, OrderDiffersError, Reason, State

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


def test_an_order_that_used_a_po_again_does_not_get_the_number_of_the_one_before(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        number = desk.place(order("PO-1")).order_numbers[0]
        second = desk.place(order("PO-1"), reuse="one more was wanted")
        assert (second.state, second.reason) == (State.HELD, Reason.EXISTS_UNSEEN)
        assert second.answer == f"no other order under PO PO-1: order {number} is that of PO PO-1 (generation 1)"
        for unchecked, given in ((False, number), (True, number), (True, f" {number.lower()}")):
            with pytest.raises(NotPermittedError, match=rf"order {number} is that of PO PO-1 \(generation 1\), not of"):
                desk.resolve(second.key, placed=[given], because="seen in the portal", unchecked=unchecked)
        assert desk.find(second.key) == second


def test_a_number_that_the_ledger_has_for_another_account_settles_no_order(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api, bound(server, Account("20-222222", "CA")) as other:
        ledger = Ledger(ledger_url(tmp_path))
        number = desk_of(api, tmp_path, ledger=ledger).place(order("PO-1")).order_numbers[0]
        desk = desk_of(other, tmp_path, ledger=ledger)
        held = desk.place(order("PO-1"))
        assert (held.state, held.order_numbers) == (State.HELD, ())
        assert held.answer == f"no other order under PO PO-1: order {number} is that of PO PO-1 of 20-222222 US"
        with pytest.raises(NotPermittedError, match=f"order {number} is that of PO PO-1 of 20-222222 US"):
            desk.resolve("PO-1", placed=[number], because="seen in the portal")
        assert ledger.check() == []


def test_a_number_that_another_order_was_given_is_not_taken_from_an_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        first = desk.place(order("PO-1")).order_numbers[0]

        def mixed_up(answer: Any) -> Any:
            answer.data.orders[0].ingram_order_number = first
            return answer

        spied(desk, **{CREATE: mixed_up})
        second = desk.place(order("PO-2"))
        assert (second.state, second.order_numbers) == (State.PLACED, server.sandbox.purchase_orders()["PO-2"])
        assert f"order {first} is that of PO PO-1 too: a person should read it" in caplog.text
        assert creates(server) == ["PO-1", "PO-2"]


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

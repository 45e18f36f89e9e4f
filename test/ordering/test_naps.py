"""How `place` waits for an order that another worker has, and what it says of its waits."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from desk_kit import CREATE, bound, creates, desk_of, order, sandbox, spied
from returns_kit import desk_at, goods, return_server

from xi.sdk.resellers._core import flow
from xi.sdk.resellers.ordering import Ledger, NotSettledError, OrderDesk, State, _log, _reserved
from xi.sdk.resellers.ordering._naps import Naps
from xi.sdk.resellers.ordering.ledger import Transaction
from xi.sdk.resellers.sandbox import SandboxServer


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        each.getMessage()
        for each in caplog.records
        if each.levelno == logging.WARNING and each.name == "xi.sdk.resellers.ordering"
    ]


def test_what_is_noticed_is_the_same_as_in_the_client() -> None:
    assert _log.NOTICEABLE_S == flow.NOTICEABLE_S


def test_an_order_that_another_worker_has_is_asked_for_less_and_less_often() -> None:
    naps = Naps("PO PO-1", {})
    assert [naps.next(-1.0, "w", 60.0, is_held=True) for _ in range(8)] == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0, 1.0, 1.0]
    assert naps.next(0.3, "w", 60.0, is_held=False) == 0.3  # another wait begins
    assert naps.next(-1.0, "w", 60.0, is_held=True) == 0.05
    assert [naps.next(each, "w", 60.0, is_held=False) for each in (None, 0.001, 9.0)] == [2.0, 0.05, 2.0]
    assert naps.next(None, "w", 0.5, is_held=False) == 0.5  # not beyond the wait


def test_each_reason_is_told_once_before_anybody_wonders(caplog: pytest.LogCaptureFixture) -> None:
    naps = Naps("PO PO-1", {"po": "PO-1"})
    for _ in range(4):
        naps.next(-1.0, "another worker has it", 60.0, is_held=True)  # 0.75 s together
    assert warnings(caplog) == []
    for _ in range(4):
        naps.next(-1.0, "another worker has it", 58.0, is_held=True)
    naps.next(None, "the desk is paused", 50.0, is_held=False)
    assert warnings(caplog) == [
        "PO PO-1: waiting, 58 s at most: another worker has it",
        "PO PO-1: waiting, 50 s at most: the desk is paused",
    ]


def test_place_asks_the_ledger_less_often_while_another_worker_holds_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with sandbox() as server, bound(server) as api:
        desk = desk_of(api, tmp_path)
        server.sandbox.faults.add("drop_before", "create_v6")
        with pytest.raises(NotSettledError) as raised:
            desk.place(order("PO-1"), wait=0)
        with desk.ledger.transaction() as tx:
            assert tx.claim_one(raised.value.record.key, until=tx.now + 60)
        asked: list[float] = []
        real = Transaction.claim_one

        def claim_one(self: Transaction, *arguments: Any, **options: Any) -> Any:
            asked.append(time.monotonic())
            return real(self, *arguments, **options)

        monkeypatch.setattr(Transaction, "claim_one", claim_one)
        with pytest.raises(NotSettledError):
            desk.place(order("PO-1"), wait=3.0)
        assert 3 <= len(asked) <= 9  # 60 without the pauses
        (told,) = warnings(caplog)
        assert "PO PO-1: waiting, " in told


def test_an_order_that_another_worker_sends_is_seen_soon_after_its_answer(tmp_path: Path) -> None:
    with sandbox() as server, bound(server) as api:
        sender, waiter = (
            desk_of(api, tmp_path),
            desk_of(api, tmp_path, ledger=Ledger(f"sqlite:///{tmp_path / 'orders.db'}")),
        )
        is_out, answered = threading.Event(), list[float]()

        def later(answer: Any) -> Any:
            is_out.set()
            time.sleep(0.1)
            answered.append(time.monotonic())
            return answer

        spied(sender, **{CREATE: later})
        thread = threading.Thread(target=sender.place, args=(order("PO-1"),), kwargs={"wait": 60})
        thread.start()
        assert is_out.wait(60)
        record = waiter.place(order("PO-1"), wait=60)
        thread.join()
        assert record.state is State.PLACED
        assert time.monotonic() - answered[0] < 1.5  # it was two seconds
        assert creates(server) == ["PO-1"]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each place in the quota be a little away, and such a wait be one that is noticed."""
    monkeypatch.setattr(Transaction, "reserve", lambda *_, **__: 0.11)
    monkeypatch.setattr(_reserved, "NOTICEABLE_S", 0.1)


@pytest.mark.usefixtures("waits")
def test_a_wait_for_the_quota_is_told_unless_it_is_of_a_run(desk: OrderDesk, caplog: pytest.LogCaptureFixture) -> None:
    desk.place(order("PO-1"), wait=60)
    assert warnings(caplog) == ["PO PO-1: waiting 0.1 s for a place in the quota"]
    list(desk.place_all([order("PO-2")], wait=60))
    assert len(warnings(caplog)) == 1


def test_each_wait_of_a_look_and_of_a_change_is_told(
    desk: OrderDesk, server: SandboxServer, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    server.sandbox.faults.add("drop_after", "create_v6")
    with pytest.raises(NotSettledError):
        desk.place(order("PO-1"), wait=0)
    request.getfixturevalue("waits")
    assert desk.recheck("PO-1").state is State.PLACED
    desk.cancel("PO-1")  # it is not on hold, so this is refused
    assert [each for each in warnings(caplog) if ": waiting " in each] == [
        f"PO PO-1: waiting 0.1 s for a place in the quota of {each}"
        for each in ("searches", "details", "details", "changes")
    ]


def test_each_wait_of_a_look_for_a_return_is_told(
    tmp_path: Path, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    with return_server() as server, desk_at(server.url, tmp_path / "returns.db") as desk:
        server.faults.append("drop_after")
        with pytest.raises(NotSettledError):
            desk.file_return(goods(), wait=0)
        request.getfixturevalue("waits")
        assert desk.recheck("RET-1").state is State.PLACED
    assert warnings(caplog) == [
        f"return RET-1: waiting 0.1 s for a place in the quota of {each}"
        for each in ("searches for returns", "details of returns")
    ]

"""The rate limit that all programs share: places in it, and what answers teach about it."""

from __future__ import annotations

import random

import pytest
from ledger_kit import Clock, Place, place, server, sqlite_place

from xi.sdk.resellers.ordering.ledger import Ledger

__all__ = ["place", "server", "sqlite_place"]


def _learn(
    ledger: Ledger,
    bucket: str = "create",
    *,
    limit: int | None = 60,
    remaining: int | None = 59,
    reset_in: float | None = 60.0,
    too_many: bool = False,
) -> None:
    with ledger.transaction() as tx:
        reset_at = None if reset_in is None else tx.now + reset_in
        tx.learn("app", bucket, limit=limit, remaining=remaining, reset_at=reset_at, too_many=too_many)


def _wait(ledger: Ledger, bucket: str = "create", *, bulk: bool = True, longest: float | None = None) -> float:
    with ledger.transaction() as tx:
        return tx.reserve("app", bucket, bulk=bulk, longest=longest)


def test_nothing_is_delayed_before_an_answer_told_of_a_quota(place: Place) -> None:
    ledger = place.open()
    assert [_wait(ledger) for _ in range(3)] == [0.0] * 3
    _learn(ledger, limit=None, remaining=None, reset_in=None)
    assert [_wait(ledger) for _ in range(3)] == [0.0] * 3


def test_places_are_spread_over_nine_tenths_of_each_minute_for_all_programs(place: Place) -> None:
    clock = Clock()
    one, two = place.open(clock=clock), place.open(clock=clock)
    _learn(one)
    waits = [_wait(each, bucket) for each in (one, two) for bucket in ("create", "search")]
    assert waits == pytest.approx([0.0, 60 / 54, 120 / 54, 180 / 54])
    clock.now += 100.0
    assert [_wait(one), _wait(two)] == pytest.approx([0.0, 60 / 54])


def test_a_clock_that_is_set_back_by_an_hour_holds_nothing_up(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger)
    for _ in range(10):
        _wait(ledger)
    clock.now -= 3_600.0
    assert [_wait(ledger, longest=30.0) for _ in range(3)] == pytest.approx([0.0, 60 / 54, 120 / 54])


def test_other_orders_go_before_those_of_long_runs(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger)
    for _ in range(10):
        _wait(ledger)
    assert _wait(ledger, bulk=False) == pytest.approx(5 * 60 / 54)
    assert _wait(ledger) == pytest.approx(11 * 60 / 54)


@pytest.mark.parametrize("limit", [1, 5, 60, 100])
def test_no_minute_has_more_calls_than_the_limit(sqlite_place: Place, limit: int) -> None:
    clock, chance = Clock(), random.Random(limit)
    ledger = sqlite_place.open(clock=clock)
    _learn(ledger, limit=limit, remaining=limit)
    calls: list[float] = []
    with ledger.transaction() as tx:
        for _ in range(400):
            tx.now = clock.now
            calls.append(clock.now + tx.reserve("app", "create", bulk=chance.random() < 0.5))
            clock.now += chance.choice((0.0, 0.0, 0.3, 2.0))
    calls.sort()
    for number, begin in enumerate(calls):
        assert sum(1 for each in calls[number:] if each < begin + 60.0) <= limit


def test_a_place_that_is_too_far_away_is_not_taken(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, limit=10)
    assert [round(_wait(ledger, longest=10.0), 1) for _ in range(4)] == [0.0, 6.7, 13.3, 13.3]


def test_a_429_moves_the_next_place_to_the_reset(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, limit=None, remaining=None, reset_in=20.0, too_many=True)
    assert _wait(ledger, bulk=False) == pytest.approx(20.0)
    with ledger.reading() as tx:
        assert tx.quotas("app")[""].remaining == 0
    clock.now += 200.0
    _learn(ledger, limit=None, remaining=None, reset_in=None, too_many=True)
    assert _wait(ledger, bulk=False) == pytest.approx(60.0)


def test_the_last_calls_of_a_window_that_another_program_used_come_before_its_reset(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, remaining=3, reset_in=50.0)
    waits = [_wait(ledger, bulk=False) for _ in range(4)]
    assert waits[0] == pytest.approx(50.0 - 3 * 60 / 54)
    assert waits[3] == pytest.approx(50.0)


def test_a_reset_that_is_not_credible_is_ignored(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, remaining=0, reset_in=86_400.0)
    assert _wait(ledger, bulk=False) == pytest.approx(60.0)


def test_different_limits_show_that_each_kind_of_call_has_a_quota_of_its_own(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, "create", limit=60)
    _learn(ledger, "search", limit=6)
    assert [_wait(ledger, "search"), _wait(ledger, "search")] == pytest.approx([0.0, 60 / 5.4])
    assert [_wait(ledger, "create"), _wait(ledger, "create")] == pytest.approx([0.0, 60 / 54])
    _learn(ledger, "search", limit=6, remaining=None, reset_in=30.0, too_many=True)
    assert _wait(ledger, "search") == pytest.approx(30.0)
    assert _wait(ledger, "create") == pytest.approx(120 / 54)
    assert _wait(ledger, "details") == 0.0
    _learn(ledger, "details", limit=60)
    assert [_wait(ledger, "details"), _wait(ledger, "details")] == pytest.approx([0.0, 60 / 54])


def test_resets_far_from_each_other_show_the_same(place: Place) -> None:
    ledger = place.open()
    _learn(ledger, "create", reset_in=50.0)
    _learn(ledger, "search", reset_in=48.0)
    with ledger.reading() as tx:
        assert tx.quotas("app")[""].applies
    _learn(ledger, "search", reset_in=20.0, remaining=10)
    with ledger.reading() as tx:
        assert {name: each.applies for name, each in tx.quotas("app").items()} == {
            "": False,
            "create": True,
            "search": True,
        }


def test_an_answer_that_says_nothing_new_writes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _learn(ledger, remaining=59)
    with ledger.transaction() as tx:
        written = tx._execute
        writes: list[object] = []
        monkeypatch.setattr(tx, "_execute", lambda *a: (writes.append(a[0].is_dml), written(*a))[1])
        tx.learn("app", "create", limit=60, remaining=58, reset_at=tx.now + 59, too_many=False)
        assert not any(writes)
        tx.learn("app", "create", limit=60, remaining=50, reset_at=tx.now + 59, too_many=False)
        assert any(writes)


def test_apps_have_quotas_of_their_own(place: Place) -> None:
    ledger = place.open()
    _learn(ledger)
    with ledger.transaction() as tx:
        assert [tx.reserve("other", "create", bulk=True) for _ in range(2)] == [0.0, 0.0]

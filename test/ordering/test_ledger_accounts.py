"""What belongs to an account or to the whole ledger: pauses, breakers, trust, webhooks, workers."""

from __future__ import annotations

import pytest
from ledger_kit import HERE, Clock, Place, place, server

from xi.sdk.resellers.ordering._entries import Distrust, Pause, SeenWorker
from xi.sdk.resellers.ordering._protocol import Breaker
from xi.sdk.resellers.ordering.ledger import Ledger

__all__ = ["place", "server"]

ELSEWHERE = ("20-222222", "CA")
OURS = Pause(because="price list wrong", by="ann", at=5.0)
ALL = Pause(because="set-up refused", by=None, at=6.0, by_itself=True)


def test_a_pause_holds_for_its_account_or_for_all(place: Place) -> None:
    one, two = place.open(), place.open()

    def seen() -> tuple[Pause | None, Pause | None]:
        with two.reading() as tx:
            return tx.pause(*HERE), tx.pause(*ELSEWHERE)

    assert seen() == (None, None)
    for pause, account, expected in (
        (OURS, HERE, (OURS, None)),
        (ALL, (), (OURS, ALL)),
        (None, HERE, (ALL, ALL)),
        (OURS, (), (OURS, OURS)),
        (None, (), (None, None)),
    ):
        with one.transaction() as tx:
            tx.set_pause(pause, *account)
            assert (tx.pause(*HERE), tx.pause(*ELSEWHERE)) == expected
        assert seen() == expected


def test_a_breaker_is_kept_for_its_account(place: Place) -> None:
    ledger = place.open()
    breaker = Breaker(failures=5, pause=60.0, until=1.5, probe="key", probe_until=2.5)
    with ledger.transaction() as tx:
        assert tx.breaker(*HERE) == Breaker()
        tx.set_breaker(*HERE, Breaker())
        tx.set_breaker(*HERE, breaker)
        assert (tx.breaker(*HERE), tx.breaker(*ELSEWHERE)) == (breaker, Breaker())
    with ledger.reading() as tx:
        assert (tx.breaker(*HERE), tx.breaker(*ELSEWHERE)) == (breaker, Breaker())
    with ledger.transaction() as tx:
        tx.set_breaker(*HERE, Breaker(failures=1))
        assert tx.breaker(*HERE) == Breaker(failures=1)
        tx.set_breaker(*HERE, Breaker())
    with ledger.reading() as tx:
        assert tx.breaker(*HERE) == Breaker()


def test_refusals_of_the_set_up_are_kept_for_their_account(place: Place) -> None:
    ledger = place.open()
    with ledger.transaction() as tx:
        assert tx.set_up_refused(*HERE) == ()
        tx.set_set_up_refused(*HERE, ("a", "b"))
        tx.set_set_up_refused(*HERE, ("b", "c"))
    with ledger.transaction() as tx:
        assert (tx.set_up_refused(*HERE), tx.set_up_refused(*ELSEWHERE)) == (("b", "c"), ())
        tx.set_set_up_refused(*HERE, ())
        assert tx.set_up_refused(*HERE) == ()


@pytest.mark.parametrize(
    ("environment", "trusted", "doubtful"),
    [("production", False, False), ("production", True, None), ("sandbox", False, None), (None, False, False)],
)
def test_a_new_ledger_of_production_is_not_trusted_for_20_days(
    place: Place, environment: str | None, trusted: bool, doubtful: bool | None
) -> None:
    clock = Clock()
    made_at = clock.now
    ledger = place.init(environment=environment, trusted=trusted, clock=clock)
    ledger.open(environment or "production")
    for days, is_over in ((0, False), (19.9, False), (20, True)):
        clock.now = made_at + days * 86_400.0
        with ledger.reading() as tx:
            found = tx.distrusted()
        expected = Distrust(since=made_at - 20 * 86_400.0, at=made_at, doubtful=False)
        assert found == (None if doubtful is None or is_over else expected)


def test_a_new_ledger_without_an_environment_that_becomes_one_of_the_sandbox_is_trusted(place: Place) -> None:
    place.init()
    with place.open("sandbox").reading() as tx:
        assert tx.distrusted() is None


def test_a_ledger_that_lost_orders_is_not_trusted_until_a_person_says_so(place: Place) -> None:
    clock = Clock()
    ledger: Ledger = place.open(clock=clock)
    distrust = Distrust(since=5.0, at=clock.now, doubtful=True)
    with ledger.transaction() as tx:
        assert tx.distrusted() is None
        tx.set_distrust(distrust)
        assert tx.distrusted() == distrust
    clock.now += 30 * 86_400.0
    with place.open(clock=clock).transaction() as tx:
        assert tx.distrusted() == distrust
        tx.set_distrust(None)
    with ledger.reading() as tx:
        assert tx.distrusted() is None


def test_a_webhook_is_noted_once_and_waits_until_it_is_done(place: Place) -> None:
    ledger = place.open()
    with ledger.transaction() as tx:
        assert tx.note_webhook("e1", b"{}\x00", "created", ["PO-1"], ["N-1", "N-2"])
        assert tx.note_webhook("e2", b"2", "failed", [], [])
        assert not tx.note_webhook("e1", b"other", "failed", [], [])
    with ledger.transaction() as tx:
        first, second = tx.waiting_webhooks(9)
        assert [each.event_id for each in tx.waiting_webhooks(1)] == ["e1"]
        assert (first.body, first.kind, first.pos, first.numbers) == (b"{}\x00", "created", ("PO-1",), ("N-1", "N-2"))
        tx.webhook_done(first.id)
    with ledger.transaction() as tx:
        assert tx.waiting_webhooks(9) == [second]
        assert not tx.note_webhook("e1", b"late", "created", [], [])


def test_workers_are_seen_with_their_first_and_last_time(place: Place) -> None:
    clock = Clock(100.0)
    ledger = place.open(clock=clock)
    with ledger.transaction() as tx:
        tx.seen("w2")
        tx.seen("w1")
    clock.now = 200.0
    with ledger.transaction() as tx:
        tx.seen("w2")
    with ledger.reading() as tx:
        assert tx.workers() == [
            SeenWorker(worker="w1", first=100.0, last=100.0),
            SeenWorker(worker="w2", first=100.0, last=200.0),
        ]

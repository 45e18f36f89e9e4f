"""What a desk writes in one commit: the lease of a send, its place in the quota, the breaker, pauses, late answers."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial

import pytest
from desk_kit import ACCOUNT, SHORT, Frozen, order
from ledger_kit import Clock, Place, place, postgresql_place, server, sqlite_place

from xi.sdk.resellers.ordering import Ledger, NotSettledError, OrderDiffersError, Settings, State, StoppedError
from xi.sdk.resellers.ordering import _flows as flows
from xi.sdk.resellers.ordering import _rounds as rounds
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._clock import passed
from xi.sdk.resellers.ordering._drivers import Flow, Stop, drive
from xi.sdk.resellers.ordering._entries import Pause, app_of
from xi.sdk.resellers.ordering._evidence import Reply
from xi.sdk.resellers.ordering._filing import file_order
from xi.sdk.resellers.ordering._matching import Sight
from xi.sdk.resellers.ordering._protocol import Answered, Breaker, Do, Said, Seen
from xi.sdk.resellers.ordering._turns import Context, Origin, Turn
from xi.sdk.resellers.ordering.ledger import Transaction

__all__ = ["place", "postgresql_place", "server", "sqlite_place"]

CTX = Context(customer="20-222222", country="US", app="app", environment="sandbox", settings=Settings(), by="ann")
HERE = (CTX.customer, CTX.country)
FILING = file_order(order("PO-1"), ACCOUNT)
NOTHING = Sight(seen=Seen.NOTHING, numbers=(), says="nothing")


def begin(ledger: Ledger, po: str = "PO-1", *, quantity: int = 1, reuse: str | None = None, send: bool = True) -> Turn:
    """Write an order down, with its intent unless it is only planned."""
    filing = file_order(order(po, quantity), ACCOUNT, reuse=reuse)
    write = partial(turns.begin, ctx=CTX, filing=filing, origin=Origin(reuse=reuse), send=send)
    return turns.committed(write)(ledger)


def answer(ledger: Ledger, sent: Turn, said: Said, *numbers: str, status: int | None = None) -> Turn:
    """Write down what became of a request."""
    reply = Reply(answered=Answered(said, numbers=numbers), status=status, says=said.value)
    return turns.committed(partial(turns.answer, ctx=CTX, sent=sent.entry, reply=reply))(ledger)


def look(ledger: Ledger, turn: Turn, looked_at: float) -> Turn:
    """Write down that a look has found nothing."""
    write = partial(turns.looked, ctx=CTX, entry=turn.entry, sight=NOTHING, looked_at=looked_at)
    return turns.committed(write)(ledger)


def doubted(ledger: Ledger, clock: Clock) -> Turn:
    """Return an order whose quiet period is over."""
    turn = answer(ledger, begin(ledger), Said.UNANSWERED)
    clock.now += CTX.settings.quiet
    return turn


def test_a_send_waits_for_its_place_in_the_quota_and_its_lease_begins_there(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    with ledger.transaction() as tx:
        tx.learn(CTX.app, turns.CREATE, limit=60, remaining=0, reset_at=clock.now + 20.0, too_many=False)
    turn = begin(ledger)
    assert 15.0 < turn.wait <= 25.0
    assert turn.wants(Do.SEND)
    assert turn.entry.row.lease == pytest.approx(clock.now + turn.wait + CTX.settings.lease, abs=0.01)
    assert turn.entry.row.due == turn.entry.row.lease
    with ledger.reading() as tx:
        assert tx.get(turn.entry.key) == turn.entry


def test_an_order_whose_place_in_the_quota_is_far_stays_planned(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    with ledger.transaction() as tx:
        tx.learn(CTX.app, turns.CREATE, limit=60, remaining=0, reset_at=clock.now + 50.0, too_many=False)
    turn = begin(ledger)
    row = turn.entry.row
    assert (row.state, row.sends, row.lease, turn.wait, turn.entry.correlation_id) == (State.PLANNED, 0, None, 0, None)
    assert not turn.wants(Do.SEND)
    assert (row.due or 0.0) > clock.now + turns.LONGEST_RESERVED_S


@pytest.mark.parametrize(("again_in", "waits"), [(4.0, 4.0), (None, 60.0), (600.0, 60.0)])
def test_after_a_429_the_others_wait_as_long_as_it_says_or_a_minute(
    place: Place, again_in: float | None, waits: float
) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    reply = Reply(answered=Answered(Said.TOO_MANY), status=429, says="too many", again_in=again_in)
    turns.committed(partial(turns.answer, ctx=CTX, sent=begin(ledger).entry, reply=reply))(ledger)
    with ledger.transaction() as tx:
        assert tx.reserve(CTX.app, turns.CREATE, bulk=False) == pytest.approx(waits, abs=0.01)


def test_a_repeat_has_an_intent_and_a_correlation_id_of_its_own(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    first = begin(ledger)
    doubt = answer(ledger, first, Said.UNANSWERED)
    clock.now += CTX.settings.quiet
    second = look(ledger, doubt, clock.now)
    assert second.wants(Do.SEND)
    assert second.entry.row.state is State.SENDING
    with ledger.reading() as tx:
        found = tx.get(first.entry.key)
        assert found == second.entry
        sent = [each.correlation_id for each in tx.history(second.entry) if each.kind == "intent"]
    assert sent == [first.entry.correlation_id, second.entry.correlation_id]
    assert len(set(sent)) == 2


def test_a_look_that_began_before_the_end_of_the_quiet_period_permits_no_send(sqlite_place: Place) -> None:
    clock = Clock()
    ledger = sqlite_place.open(clock=clock)
    doubt = doubted(ledger, clock)
    clock.now += 5.0  # the look took long
    turn = look(ledger, doubt, clock.now - 6.0)
    assert turn.entry.row.state is State.DOUBT
    assert not turn.wants(Do.SEND)
    assert look(ledger, turn, clock.now - 5.0).wants(Do.SEND)


def test_a_pause_keeps_repeats_and_first_sends_back(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    doubt = doubted(ledger, clock)
    with ledger.transaction() as tx:
        tx.set_pause(Pause(because="wrong prices", by="ann", at=tx.now), *HERE)
    again, first = look(ledger, doubt, clock.now), begin(ledger, "PO-2")
    for turn, state in ((again, State.DOUBT), (first, State.PLANNED)):
        assert turn.entry.row.state is state
        assert not turn.wants(Do.SEND)
        assert turn.pause is not None
        assert turn.pause.because == "wrong prices"


def test_a_look_that_a_person_wants_permits_no_send(sqlite_place: Place) -> None:
    clock = Clock()
    ledger = sqlite_place.open(clock=clock)
    doubt = doubted(ledger, clock)
    write = partial(turns.looked_only, ctx=CTX, entry=doubt.entry, sight=NOTHING, looked_at=clock.now)
    turn = turns.committed(write)(ledger)
    assert (turn.entry.row.state, turn.entry.row.sends, turn.wants(Do.SEND)) == (State.DOUBT, 1, False)


# -- generations of a PO


def test_a_po_is_not_used_again_while_an_order_under_it_is_open(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    turn = begin(ledger)
    for said in (Said.UNANSWERED, Said.GARBLED):
        turn = answer(ledger, turn, said)
        again = begin(ledger, reuse="it was lost")
        assert again.entry == turn.entry
        assert not again.wants(Do.SEND)
        with pytest.raises(OrderDiffersError):
            begin(ledger, quantity=2, reuse="it was lost")


def test_other_content_needs_that_the_order_before_was_never_in_doubt(place: Place) -> None:
    ledger = place.open()
    refused = answer(ledger, begin(ledger), Said.REFUSED, status=400)
    assert refused.entry.row.state is State.REJECTED
    with ledger.transaction() as tx:
        doubtful = tx.write(refused.entry, row=replace(refused.entry.row, doubts=1))
    with pytest.raises(OrderDiffersError):
        begin(ledger, quantity=2)
    with ledger.transaction() as tx:
        tx.write(doubtful, row=refused.entry.row)
    assert begin(ledger, quantity=2).entry.generation == 2


def test_a_reason_to_use_a_po_again_serves_for_one_order(place: Place) -> None:
    ledger = place.open()
    answer(ledger, begin(ledger), Said.PLACED, "20-AAAAA")
    second = begin(ledger, reuse="it was cancelled")
    assert (second.entry.generation, second.wants(Do.SEND)) == (2, True)
    settled = answer(ledger, second, Said.PLACED, "20-BBBBB")
    again = begin(ledger, reuse="it was cancelled")
    assert again.entry == settled.entry
    assert not again.wants(Do.SEND)


# -- the breaker


def test_five_unclear_answers_open_the_breaker_and_one_order_is_the_probe(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    for number in range(CTX.settings.breaker):
        answer(ledger, begin(ledger, f"PO-{number}"), Said.UNANSWERED)
    assert not begin(ledger, "PO-A").wants(Do.SEND)
    clock.now += CTX.settings.breaker_pause
    probe = begin(ledger, "PO-B")
    assert probe.wants(Do.SEND)
    assert probe.entry.row.probing
    assert not begin(ledger, "PO-C").wants(Do.SEND)
    answer(ledger, probe, Said.PLACED, "20-AAAAA")
    assert begin(ledger, "PO-D").wants(Do.SEND)


def test_two_workers_are_not_both_the_probe(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    opened = Breaker(failures=5, pause=60.0, until=1.0)
    with ledger.transaction() as tx:
        tx.set_breaker(*HERE, opened)
    read: list[Breaker] = []

    def other() -> None:
        with ledger.transaction() as tx:
            read.append(tx.breaker(*HERE))

    thread = threading.Thread(target=other)
    with ledger.transaction() as tx:
        assert tx.breaker(*HERE) == opened
        thread.start()
        thread.join(0.3)
        tx.set_breaker(*HERE, replace(opened, probe="PO-1", probe_until=9.0))
    thread.join(60)
    assert [each.probe for each in read] == ["PO-1"]


# -- late answers


def test_a_refusal_of_the_first_send_does_not_settle_the_second(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    first = begin(ledger)
    clock.now += CTX.settings.lease
    doubt = turns.committed(lambda tx, began: _claimed(tx, began, first.entry.key))(ledger)
    assert doubt.entry.row.state is State.DOUBT
    clock.now += CTX.settings.quiet
    second = look(ledger, doubt, clock.now)
    assert second.entry.row.state is State.SENDING
    late = answer(ledger, first, Said.REFUSED, status=400)
    row = late.entry.row
    assert (row.state, row.sends, late.entry.correlation_id) == (State.SENDING, 2, second.entry.correlation_id)
    assert answer(ledger, second, Said.REFUSED, status=400).entry.row.state is not State.REJECTED
    with ledger.reading() as tx:
        assert "late_answer" in [each.kind for each in tx.history(first.entry)]


def _claimed(tx: Transaction, began: float, key: str) -> Turn:
    turn = turns.claim(tx, began, CTX, key)
    assert turn is not None
    return turn


def test_a_late_yes_settles_the_order_and_its_number_finds_it(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    first = begin(ledger)
    clock.now += CTX.settings.lease
    turns.committed(lambda tx, began: _claimed(tx, began, first.entry.key))(ledger)
    assert answer(ledger, first, Said.PLACED, "20-AAAAA", status=201).entry.row.state is State.PLACED
    with ledger.reading() as tx:
        found = tx.by_order_number("20-AAAAA")
        assert found is not None
        assert (found.key, found.says) == (first.entry.key, "placed")


def test_a_401_drops_the_token_that_the_machines_share(place: Place) -> None:
    ledger = place.open()
    token = iter(["one", "two"])
    shared = ledger.shared_token(lambda: (next(token), 3_600.0), client_id="id")
    ctx = replace(CTX, app=app_of("id"))
    assert (shared(), shared()) == ("one", "one")
    sent = begin(ledger)
    reply = Reply(answered=Answered(Said.SET_UP), status=401, says="401")
    turns.committed(partial(turns.answer, ctx=ctx, sent=sent.entry, reply=reply))(ledger)
    assert shared() == "two"


# -- the lease, which a send must not outlive


class Api:
    """An API that only counts what reaches it."""

    def __init__(self) -> None:
        self.creates = 0

    def post_createorder_v6_with_http_info(self, **_arguments: object) -> None:
        self.creates += 1
        raise ConnectionError


QUICK = replace(CTX, settings=SHORT)
"""A request has to begin within 10 s after its intent."""


def _begun(key: str) -> None:
    assert key.endswith("/PO-1/1")


@pytest.mark.parametrize(
    "flow_of",
    [
        lambda ctx, _: flows.place(ctx, FILING, Origin(), 0.0),
        lambda ctx, _: rounds.begin(ctx, FILING, Origin(), _begun),
        flows.settle,
        rounds.take,
    ],
    ids=["place", "begin of a run", "settle", "take of a run"],
)
def test_what_would_outlive_its_lease_is_not_sent(
    sqlite_place: Place, flow_of: Callable[[Context, str], Flow[object]]
) -> None:
    sqlite_place.open().close()
    ledger = Frozen(sqlite_place.url)
    key = begin(ledger, send=False).entry.key
    api = Api()
    ledger.seconds = 11.0
    with closing(ledger):
        with suppress(NotSettledError):
            drive(flow_of(replace(QUICK, passed=ledger.passed), key), api, ledger)
        with ledger.reading() as tx:
            found = tx.get(key)
        assert found is not None
        assert (api.creates, found.row.state, found.row.sends) == (0, State.PLANNED, 0)
        assert "too late" in (found.says or "")


@pytest.mark.parametrize(
    "slept",
    [False, pytest.param(True, marks=pytest.mark.skipif(not hasattr(time, "clock_gettime"), reason="no such clock"))],
    ids=["stopped", "slept"],
)
def test_a_wait_for_the_quota_that_took_too_long_sends_nothing(
    sqlite_place: Place, monkeypatch: pytest.MonkeyPatch, *, slept: bool
) -> None:
    ledger = sqlite_place.open()
    ahead = 0.0

    class Waits(Stop):
        """Lets waits pass at once, as a machine does that was stopped in one."""

        def wait(self, seconds: float) -> bool:
            nonlocal ahead
            ahead += seconds + QUICK.settings.lease
            return False

    with ledger.transaction() as tx:
        tx.learn(QUICK.app, turns.CREATE, limit=60, remaining=0, reset_at=tx.now + 20.0, too_many=False)
    if slept:
        tells = time.clock_gettime
        monkeypatch.setattr(time, "clock_gettime", lambda clock: tells(clock) + ahead)
    ctx = replace(QUICK, monotonic=lambda: time.monotonic() + ahead)
    ctx = ctx if slept else replace(ctx, passed=lambda: passed() + ahead)
    api = Api()
    with pytest.raises(NotSettledError):
        drive(flows.place(ctx, FILING, Origin(), 25.0), api, ledger, Waits())
    assert ahead > 15.0
    assert api.creates == 0


def test_a_place_in_the_quota_is_waited_for_no_longer_than_the_program_waits(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    with ledger.transaction() as tx:
        tx.learn(QUICK.app, turns.CREATE, limit=60, remaining=0, reset_at=tx.now + 60.0, too_many=False)
    api, began = Api(), time.monotonic()
    with pytest.raises(NotSettledError) as caught:
        drive(flows.place(QUICK, FILING, Origin(), 0.2), api, ledger)
    assert time.monotonic() - began < 30.0
    assert re.search(r"; it is sent in ([345]\d|60) s at the earliest$", caught.value.because)
    record = caught.value.record
    assert (record.state, record.sends, api.creates) == (State.PLANNED, 0, 0)
    assert record.next_at is not None
    assert record.next_at.timestamp() > time.time() + 5.0, "it is sent when its place has come"


def test_a_desk_that_was_stopped_begins_nothing_new(sqlite_place: Place) -> None:
    ledger, api, stop = sqlite_place.open(), Api(), Stop()
    stop.set()
    with pytest.raises(StoppedError, match="nothing was written or sent"):
        drive(flows.place(QUICK, FILING, Origin(), 60.0), api, ledger, stop)
    with ledger.reading() as tx:
        assert tx.find(FILING.customer, FILING.country, FILING.folded) is None
    assert api.creates == 0

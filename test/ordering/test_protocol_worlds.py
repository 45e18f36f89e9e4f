"""The protocol in small worlds: whatever happens, and in which order, no order is lost and none is placed twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from model_kit import NOW, Model, World, explore, stuck

from xi.sdk.resellers.ordering import _protocol
from xi.sdk.resellers.ordering._protocol import (
    Answered,
    Decision,
    Do,
    Event,
    Hinted,
    LeaseOver,
    Looked,
    ResendPermitted,
    Row,
    Said,
    Seen,
    State,
    Told,
)
from xi.sdk.resellers.ordering.settings import Settings

SETTINGS = Settings(sends=2)

WORLDS = {
    each.name: each
    for each in (
        World("a sound check", garbled=True),
        World("a worker dies", deaths=1, not_sent=0),
        World("stock runs out", stock=True, not_sent=0),
        World("a person's order", person=True, not_sent=0),
        World("a restored ledger", restored=True, workers=1),
        World("v7", v7=True, not_sent=0),
        World("v7, stock runs out", v7=True, stock=True, not_sent=0),
        World("v7, a person's order", v7=True, person=True, workers=1, not_sent=0),
        World("no check", guarded=False, garbled=True, stock=True, person=True),
        World("no check, quiet is long enough", guarded=False, prompt=True),
        World("no check, a restored ledger", guarded=False, restored=True, deaths=1),
        World("a check that lags, quiet is long enough", check_lags=True, prompt=True),
        World("a person permits another send", stock=True, resends=1, workers=1),
        World("v7, a person permits another send", v7=True, stock=True, resends=1, workers=1, not_sent=0),
        World("a person abandons it", closes=1, not_sent=0),
    )
}
HOPELESS = World("a check that lags, any delay", check_lags=True)
"""Nobody can repeat a request safely here: it may be acted on at any time, and the check does not see it then."""


@pytest.mark.parametrize("name", WORLDS)
def test_no_order_of_events_loses_or_doubles_an_order(name: str) -> None:
    scenes, wrong = explore(Model(WORLDS[name]))
    assert not wrong
    assert scenes > 100  # the world is not empty


def test_where_nobody_can_know_an_order_is_doubled_and_nothing_worse() -> None:
    assert set(explore(Model(HOPELESS))[1]) == {"DOUBLE"}


@pytest.mark.parametrize(
    "name", ["a sound check", "v7", "a person permits another send", "no check, a restored ledger"]
)
def test_every_way_can_come_to_an_end(name: str) -> None:
    assert stuck(Model(WORLDS[name])) == []


# -- each rule is needed: without it something breaks


def _real(row: Row, event: Event) -> Decision:
    return _protocol.decide(row, event, NOW, SETTINGS)


def _without_quiet(row: Row, event: Event) -> Decision:
    return _real(row, replace(event, began=NOW * 2) if isinstance(event, Looked) else event)


def _with_quiet_from_the_intent(row: Row, event: Event) -> Decision:
    after = _real(row, event)
    if Do.SEND in [each.do for each in after.commands]:
        return replace(after, row=replace(after.row, quiet_until=NOW + SETTINGS.quiet))
    began_earlier = row.state is State.SENDING and after.row.state is State.DOUBT
    return replace(after, row=replace(after.row, quiet_until=row.quiet_until)) if began_earlier else after


def _with_a_lease_that_permits(row: Row, event: Event) -> Decision:
    return Decision(replace(row, state=State.PLANNED)) if isinstance(event, LeaseOver) else _real(row, event)


def _with_existing_taken_for_ours(row: Row, event: Event) -> Decision:
    if isinstance(event, Answered) and event.said is Said.EXISTS and row.doubts:
        event = replace(event, said=Said.PLACED, numbers=("20-1",))
    return _real(row, event)


def _with_a_refusal_believed_after_a_doubt(row: Row, event: Event) -> Decision:
    refused = isinstance(event, Answered) and event.said is Said.REFUSED
    return _real(replace(row, doubts=0) if refused else row, event)


def _without_comparing(row: Row, event: Event) -> Decision:
    foreign = isinstance(event, Looked) and event.seen is Seen.FOREIGN
    return _real(row, replace(event, seen=Seen.OURS) if foreign else event)


def _with_unguarded_repeats(row: Row, event: Event) -> Decision:
    after = _real(replace(row, guarded=True), event)
    return replace(after, row=replace(after.row, guarded=row.guarded))


def _with_webhooks_believed(row: Row, event: Event) -> Decision:
    failed = event == Hinted(Told.FAILED) and row.state not in _protocol.SETTLED
    return Decision(replace(row, state=State.REJECTED)) if failed else _real(row, event)


def _with_a_resend_that_forgets(row: Row, event: Event) -> Decision:
    after = _real(row, event)
    return replace(after, row=replace(after.row, doubts=0)) if isinstance(event, ResendPermitted) else after


def _with_a_restored_row_like_a_new_one(row: Row, event: Event) -> Decision:
    return _real(replace(row, doubts=0) if row.state is State.PLANNED else row, event)


Weaker = Callable[[Row, Event], Decision]


@pytest.mark.parametrize(
    ("weaker", "world", "violation"),
    [
        (_without_quiet, "a check that lags, quiet is long enough", "DOUBLE"),
        (_with_quiet_from_the_intent, "a check that lags, quiet is long enough", "DOUBLE"),
        (_with_a_lease_that_permits, "no check", "DOUBLE"),
        (_with_existing_taken_for_ours, "a person's order", "FOREIGN"),
        (_with_a_refusal_believed_after_a_doubt, "stock runs out", "LOST"),
        (_without_comparing, "a person's order", "FOREIGN"),
        (_with_unguarded_repeats, "no check", "DOUBLE"),
        (_with_webhooks_believed, "v7", "LOST"),
        (_with_a_resend_that_forgets, "v7, a person permits another send", "LOST"),
        (_with_a_restored_row_like_a_new_one, "no check, a restored ledger", "DOUBLE"),
    ],
)
def test_without_one_rule_an_order_is_lost_or_doubled(weaker: Weaker, world: str, violation: str) -> None:
    assert violation in explore(Model(WORLDS[world], weaker), until=violation)[1]


@pytest.mark.parametrize(
    ("options", "world"),
    [
        ({"distrusts": False}, "no check, a restored ledger"),
        ({"fenced": False}, "a check that lags, quiet is long enough"),
    ],
)
def test_the_ledger_and_the_workers_have_to_do_their_part(options: dict[str, bool], world: str) -> None:
    assert "DOUBLE" in explore(Model(WORLDS[world], **options), until="DOUBLE")[1]


# -- larger worlds, by chance


def _machine(world: World) -> Any:
    class Walk(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.model = Model(world)
            self.scene, self.told = self.model.start(), list[str]()

        @rule(pick=st.integers(0, 10_000))
        def goes_on(self, pick: int) -> None:
            if moves := list(self.model.moves(self.scene)):
                told, self.scene = moves[pick % len(moves)]
                self.told.append(told)

        @invariant()
        def is_right(self) -> None:
            assert not self.scene.wrong, f"{self.scene.wrong}: {'; '.join(self.told)}"

    Walk.TestCase.settings = settings(stateful_step_count=60)
    return Walk.TestCase


_MANY = World("", stock=True, person=True, workers=3, sends=4, deaths=3, not_sent=3, garbled=True, closes=1, resends=1)
TestAnOrderOfV6 = _machine(replace(_MANY, restored=True))
TestAnOrderOfV7 = _machine(replace(_MANY, v7=True, restored=True))
TestAnUnguardedOrder = _machine(replace(_MANY, guarded=False, restored=True, resends=0))

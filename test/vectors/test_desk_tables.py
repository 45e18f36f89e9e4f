"""The vectors of kind desk go through every row of the tables of the protocol, and catch each weaker desk."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from adapters import desk

from xi.sdk.resellers.ordering import _protocol as protocol
from xi.sdk.resellers.ordering._protocol import (
    Answered,
    Decision,
    Do,
    Event,
    Hinted,
    Kind,
    LeaseOver,
    Looked,
    NotPermittedError,
    Reason,
    ResendPermitted,
    Row,
    Said,
    Seen,
    SetUpProbed,
    State,
    Take,
    Told,
)
from xi.sdk.resellers.ordering.settings import Settings

FOLDER = Path(__file__).parents[2] / "contract" / "vectors" / "desk"
VECTORS = [each for path in sorted(FOLDER.glob("*.json")) for each in json.loads(path.read_text("utf-8"))["vectors"]]
Cell = tuple[Any, ...]
Decide = Callable[[Row, Event, float, Settings], Decision]
decide = protocol.decide
YES = (Said.PLACED, Said.PARTLY, Said.EMPTY)
PERSONS = (protocol.ResolvedPlaced, protocol.ResolvedNotPlaced, ResendPermitted, protocol.Abandoned)


def cells_of(row: Row, event: Event, after: Row) -> Iterator[Cell]:
    """Yield the cells of the tables that a step goes through."""
    yield "reason", after.reason
    match event:
        case Answered(said=said, late=False) if row.state is State.SENDING:
            yield "answer", said, row.doubts > 0
            yield "answer", said, row.kind
        case Answered(said=said):
            yield "late answer", said, row.state
        case Looked(seen=seen):
            yield "look", seen, row.state
        case Hinted(told=told):
            yield "webhook", told, row.state
        case SetUpProbed(works=works, alone=alone):
            yield "set-up", works, alone
        case _:
            yield type(event), row.state


def needed() -> Iterator[Cell]:
    """Yield the cells of the tables: what an answer, a look, a webhook, a worker or a person makes of each state."""
    yield from product(["answer"], Said, [False, True])
    yield from product(["answer"], set(Said) - {Said.ACCEPTED, Said.EXISTS, Said.EMPTY}, [Kind.V6, Kind.RETURN])
    yield from product(["late answer"], set(Said) - {Said.PARTLY, Said.EMPTY}, State)
    yield from product(["look"], Seen, State)
    yield from product(["webhook"], Told, State)
    yield from product([*PERSONS, protocol.LookWanted, Take, LeaseOver], State)
    yield from product(["reason"], set(Reason) - {Reason.DOUBLED})  # which stands beside a state
    yield from [("set-up", True, False), ("set-up", True, True), ("set-up", False, False)]


def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cell]:
    """Run all vectors, and yield the cells of each of their steps."""
    found: list[tuple[Row, Event, Row]] = []

    def recorded(row: Row, event: Event, now: float, settings: Settings) -> Decision:
        try:
            decision = decide(row, event, now, settings)
        except NotPermittedError:
            found.append((row, event, row))
            raise
        found.append((row, event, decision.row))
        return decision

    monkeypatch.setattr(protocol, "decide", recorded)
    for vector in VECTORS:
        desk.run(vector)
    for row, event, after in found:
        yield from cells_of(row, event, after)


def test_each_row_of_the_tables_has_a_vector(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = set(needed()) - set(steps(monkeypatch))
    assert not missing


# -- each rule has a walk that shows what breaks without it


def _without_quiet(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    return decide(row, replace(event, began=now * 2) if isinstance(event, Looked) else event, now, settings)


def _with_quiet_from_the_intent(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    after = decide(row, event, now, settings)
    if Do.SEND in [each.do for each in after.commands]:
        return replace(after, row=replace(after.row, quiet_until=now + settings.quiet))
    began_earlier = row.state is State.SENDING and after.row.state is State.DOUBT
    return replace(after, row=replace(after.row, quiet_until=row.quiet_until)) if began_earlier else after


def _with_a_lease_that_permits(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    planned = Decision(replace(row, state=State.PLANNED))
    return planned if isinstance(event, LeaseOver) else decide(row, event, now, settings)


def _with_existing_taken_for_ours(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    if isinstance(event, Answered) and event.said is Said.EXISTS:
        event = replace(event, said=Said.PLACED, numbers=("20-1",))
    return decide(row, event, now, settings)


def _with_a_refusal_believed_after_a_doubt(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    refused = isinstance(event, Answered) and event.said is Said.REFUSED
    return decide(replace(row, doubts=0) if refused else row, event, now, settings)


def _without_comparing(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    foreign = isinstance(event, Looked) and event.seen is Seen.FOREIGN
    return decide(row, replace(event, seen=Seen.OURS) if foreign else event, now, settings)


def _with_unguarded_repeats(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    after = decide(replace(row, guarded=True), event, now, settings)
    return replace(after, row=replace(after.row, guarded=row.guarded))


def _with_webhooks_believed(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    failed = event == Hinted(Told.FAILED) and row.state not in protocol.SETTLED
    return Decision(replace(row, state=State.REJECTED)) if failed else decide(row, event, now, settings)


def _with_a_resend_that_forgets(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    after = decide(row, event, now, settings)
    return replace(after, row=replace(after.row, doubts=0)) if isinstance(event, ResendPermitted) else after


def _with_a_restored_row_like_a_new_one(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    return decide(replace(row, doubts=0) if row.state is State.PLANNED else row, event, now, settings)


def _with_a_settled_row_that_changes(row: Row, event: Event, now: float, settings: Settings) -> Decision:
    refused = isinstance(event, Answered) and event.said is Said.REFUSED
    return Decision(replace(row, state=State.REJECTED)) if refused else decide(row, event, now, settings)


@pytest.mark.parametrize(
    ("weaker", "violation"),
    [
        (_without_quiet, "DOUBLE"),
        (_with_quiet_from_the_intent, "DOUBLE"),
        (_with_a_lease_that_permits, "DOUBLE"),
        (_with_existing_taken_for_ours, "FOREIGN"),
        (_with_a_refusal_believed_after_a_doubt, "LOST"),
        (_without_comparing, "FOREIGN"),
        (_with_unguarded_repeats, "DOUBLE"),
        (_with_webhooks_believed, "LOST"),
        (_with_a_resend_that_forgets, "LOST"),
        (_with_a_restored_row_like_a_new_one, "DOUBLE"),
        (_with_a_settled_row_that_changes, "FORGOT"),
    ],
)
def test_a_weaker_desk_fails_a_walk_to_its_violation(
    monkeypatch: pytest.MonkeyPatch, weaker: Decide, violation: str
) -> None:
    monkeypatch.setattr(protocol, "decide", weaker)
    walks = [each for each in VECTORS if ".walk." in each["id"] and violation in each.get("kills", ())]
    assert any(desk.run(each) for each in walks)

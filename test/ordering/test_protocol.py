"""The protocol, where the vectors of kind desk do not reach: settings other than the defaults, texts, two workers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._protocol import (
    ACCEPTED_LOOK_S,
    OPEN,
    POLL_S,
    SEND,
    SETTLED,
    Abandoned,
    Answered,
    Breaker,
    Command,
    Do,
    Event,
    Gate,
    Hinted,
    Kind,
    LeaseOver,
    Looked,
    LookWanted,
    NotPermittedError,
    Reason,
    ResendPermitted,
    ResolvedNotPlaced,
    ResolvedPlaced,
    Row,
    Said,
    Seen,
    SetUpProbed,
    State,
    Take,
    Told,
    after_send,
    ask_breaker,
    decide,
    set_up_refused,
)
from xi.sdk.resellers.ordering.settings import Settings

NOW = 1_000_000.0
SETTINGS = Settings()


def after(row: Row, *events: Event, now: float = NOW, settings: Settings = SETTINGS) -> Row:
    for event in events:
        row = decide(row, event, now, settings).row
    return row


SENDING = after(Row(), Take(OPEN))
DOUBT = after(SENDING, Answered(Said.UNANSWERED))


# -- settings


def test_an_order_is_sent_as_often_and_as_late_as_the_settings_say() -> None:
    short = Settings(sends=1, send_within=50.0, quiet=20.0, looks=(20.0,))
    doubt = after(SENDING, Answered(Said.UNANSWERED), settings=short)
    assert decide(doubt, Looked(Seen.NOTHING), NOW + 20, short).row.reason == "too_many_sends"
    twice = Settings(sends=2, send_within=50.0, quiet=20.0, looks=(20.0,))
    assert decide(doubt, Looked(Seen.NOTHING), NOW + 49, twice).commands == (SEND,)
    assert decide(doubt, Looked(Seen.NOTHING), NOW + 50, twice).row.reason == "too_old"


def test_the_lease_and_the_quiet_period_are_those_of_the_settings() -> None:
    long = Settings(lease=500.0, quiet=400.0, looks=(30.0, 400.0))
    assert after(Row(), Take(OPEN), settings=long).lease == NOW + 500
    doubt = decide(SENDING, LeaseOver(), NOW, long)
    assert (doubt.row.quiet_until, doubt.commands[0].at) == (NOW + 400, NOW + 30)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("deadline", {"deadline": 90.0}),
        ("looks", {"looks": (10.0, 60.0)}),
        ("looks", {"looks": ()}),
        ("looks", {"looks": (60.0, 10.0, 180.0)}),
        ("looks", {"looks": (0.0, 180.0)}),
        ("quiet", {"quiet": float("nan")}),
        ("patience", {"patience": -1.0}),
        ("sends", {"sends": 2.5}),
        ("breaker_longest", {"breaker_longest": 30.0}),
    ],
)
def test_settings_that_could_send_twice_or_never_are_refused_by_name(name: str, given: dict[str, object]) -> None:
    with pytest.raises(ApiValueError, match=name) as found:
        Settings(**given)  # type: ignore[arg-type]
    assert found.value.argument == name


@pytest.mark.parametrize(("name", "value"), [("quiet", "180"), ("sends", True), ("looks", [10.0, 180.0])])
def test_settings_of_another_type_are_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(ApiTypeError, match=name) as found:
        Settings(**{name: value})  # type: ignore[arg-type]
    assert found.value.argument == name


# -- persons


def test_what_a_state_does_not_permit_names_the_states_that_would() -> None:
    with pytest.raises(NotPermittedError) as found:
        decide(DOUBT, Abandoned(), NOW, SETTINGS)
    assert str(found.value) == "the order is doubt; this is for orders that are planned, held"


@pytest.mark.parametrize(
    ("event", "states"),
    [
        (ResolvedPlaced(("20-1",)), "planned doubt accepted rejected abandoned not_placed held"),
        (ResolvedNotPlaced(), "doubt accepted held"),
        (ResendPermitted(), "rejected held"),
        (Abandoned(), "planned held"),
    ],
)
def test_each_act_of_a_person_is_for_some_states_and_no_others(event: Event, states: str) -> None:
    for state in State:
        if state in states.split():
            decide(Row(state=state), event, NOW, SETTINGS)
        else:
            with pytest.raises(NotPermittedError):
                decide(Row(state=state), event, NOW, SETTINGS)


def test_a_row_that_was_never_sent_is_sent_as_new_after_a_person_permits_it() -> None:
    held = Row(state=State.HELD, refusals=2)
    row = after(held, ResendPermitted(), Looked(Seen.NOTHING), Answered(Said.REFUSED))
    assert (row.state, row.sends, row.doubts) == (State.REJECTED, 1, 0)


# -- the breaker


def test_a_breaker_of_one_opens_at_once() -> None:
    one = Settings(breaker=1, breaker_pause=5.0)
    opened = after_send(Breaker(), "A", Said.UNANSWERED, NOW, one)
    assert opened.is_open
    assert ask_breaker(opened, "A", NOW + 4.9, one)[1] == Gate(until=NOW + 5)


def test_an_order_may_ask_again_while_it_is_the_probe() -> None:
    opened = Breaker(failures=5, pause=60.0, until=NOW)
    asked, _ = ask_breaker(opened, "A", NOW, SETTINGS)
    assert ask_breaker(asked, "A", NOW + 1, SETTINGS)[1] == Gate(probe=True)
    assert ask_breaker(asked, "B", NOW + 1, SETTINGS)[1] == Gate(until=NOW + SETTINGS.lease)


def test_asking_a_closed_breaker_changes_nothing() -> None:
    breaker = Breaker(failures=4)
    assert ask_breaker(breaker, "A", NOW, SETTINGS) == (breaker, OPEN)


@pytest.mark.parametrize("said", [Said.NOT_SENT, Said.TOO_MANY, Said.SET_UP])
def test_only_the_probe_itself_frees_the_place_of_the_probe(said: Said) -> None:
    asked, _ = ask_breaker(Breaker(failures=5, pause=60.0, until=NOW), "A", NOW, SETTINGS)
    assert after_send(asked, "B", said, NOW + 1, SETTINGS) == asked
    freed = after_send(asked, "A", said, NOW + 1, SETTINGS)
    assert (freed.probe, freed.probe_until) == (None, None)
    assert ask_breaker(freed, "B", NOW + 2, SETTINGS)[1] == Gate(probe=True)


# -- a set-up that is refused


def test_the_same_order_twice_is_one_of_the_three() -> None:
    row = after(SENDING, Answered(Said.SET_UP))
    refused, event = set_up_refused(("A", "B"), "B", row, works=True)
    assert (refused, event.works, event.alone) == (("A", "B"), True, False)


def test_after_the_desk_has_paused_itself_the_count_begins_anew() -> None:
    row = after(SENDING, Answered(Said.SET_UP))
    assert set_up_refused(("A", "B"), "C", row, works=True)[0] == ()
    assert set_up_refused((), "A", row, works=False)[0] == ()


@pytest.mark.parametrize(("row", "does"), [(Row(refusals=3), Do.WAIT), (after(DOUBT, Take(OPEN)), Do.LOOK)])
@pytest.mark.parametrize("works", [True, False])
def test_after_a_look_at_the_set_up_the_order_comes_again(row: Row, does: Do, works: bool) -> None:
    decision = decide(row, SetUpProbed(works=works), NOW, SETTINGS)
    assert decision.commands[-1] == Command(does, NOW + POLL_S)
    assert decision.row.due == NOW + POLL_S
    assert [each.do for each in decision.commands[:-1]] == ([] if works else [Do.PAUSE])
    assert decision.row.refusals == (row.refusals if works else 0)


def test_a_set_up_does_not_work_if_no_search_is_answered() -> None:
    assert set_up_refused((), "A", SENDING, works=False)[1].works is False


# -- what a row keeps


def test_a_send_ends_what_belonged_to_the_time_before() -> None:
    before = Row(reason=Reason.TOO_OLD, held_at=NOW - 9, quiet_until=NOW - 5, first_send=NOW - 50)
    sent = after(before, Take(OPEN))
    assert (sent.reason, sent.held_at, sent.quiet_until, sent.due) == (None, None, None, NOW + SETTINGS.lease)
    assert sent.first_send == NOW - 50


def test_an_accepted_order_is_looked_for_from_its_first_look() -> None:
    again = after(replace(SENDING, looks=2), Answered(Said.ACCEPTED, confirmation="Q-1"))
    assert (again.looks, again.doubt_since, again.accepted_at) == (0, NOW, NOW)
    assert again.due == NOW + SETTINGS.looks[0]


@pytest.mark.parametrize(("doubts", "state", "quiet"), [(0, State.PLANNED, None), (1, State.DOUBT, NOW)])
def test_what_was_not_acted_on_begins_no_quiet_period(doubts: int, state: State, quiet: float | None) -> None:
    back = after(replace(SENDING, doubts=doubts), Answered(Said.NOT_SENT))
    assert (back.state, back.quiet_until, back.first_send) == (state, quiet, None if doubts == 0 else NOW)


def test_an_order_that_was_never_sent_needs_no_right_to_be_repeated() -> None:
    row = Row(guarded=False, search_first=NOW - 1)
    assert decide(row, Looked(Seen.NOTHING), NOW, SETTINGS).commands == (SEND,)


def test_a_return_is_never_repeated_although_its_row_says_that_the_server_would_refuse_a_second_one() -> None:
    row = replace(DOUBT, kind=Kind.RETURN, guarded=True)
    held = after(row, Looked(Seen.NOTHING), now=NOW + SETTINGS.quiet + 1)
    assert (held.state, held.reason) == (State.HELD, Reason.UNGUARDED)


def test_what_a_person_closes_is_settled_and_held_at_that_time() -> None:
    closed = after(Row(), Abandoned())
    assert (closed.state, closed.settled_at, closed.held_at) == (State.ABANDONED, NOW, NOW)


def test_an_order_that_was_accepted_at_an_unknown_time_is_looked_for_again() -> None:
    row = Row(state=State.ACCEPTED, doubt_since=NOW - 9_000, looks=len(SETTINGS.looks))
    looked = decide(row, Looked(Seen.NOTHING), NOW, SETTINGS)
    assert (looked.row.state, looked.row.due, looked.row.tries) == (State.ACCEPTED, NOW + ACCEPTED_LOOK_S, 0)


def test_an_order_that_must_be_looked_for_first_is_due_at_once() -> None:
    taken = decide(Row(search_first=NOW - 1), Take(OPEN), NOW, SETTINGS)
    assert (taken.commands, taken.row.due) == ((Command(Do.LOOK, NOW),), NOW)


# -- for every row


_MAYBE = st.none() | st.floats(NOW - 1_000, NOW + 1_000)
_ROWS = st.builds(
    Row,
    kind=st.sampled_from(Kind),
    state=st.sampled_from(State),
    guarded=st.booleans(),
    sends=st.integers(0, 4),
    doubts=st.integers(0, 2),
    barred=st.booleans(),
    permitted=st.booleans(),
    search_first=_MAYBE,
    trusted_from=_MAYBE,
    first_send=_MAYBE,
    doubt_since=_MAYBE,
    quiet_until=_MAYBE,
    looks=st.integers(0, 5),
    lease=_MAYBE,
    due=_MAYBE,
    accepted_at=_MAYBE,
    held_at=_MAYBE,
)
_EVENTS = st.one_of(
    st.builds(Take, st.builds(Gate)),
    st.builds(Answered, st.sampled_from(Said), late=st.booleans()),
    st.just(LeaseOver()),
    st.builds(Looked, st.sampled_from(Seen), began=_MAYBE),
    st.builds(Hinted, st.sampled_from(Told)),
    st.just(LookWanted()),
)


@given(_ROWS, _EVENTS)
def test_a_send_needs_all_that_the_rules_demand(row: Row, event: Event) -> None:
    decision = decide(row, event, NOW, SETTINGS)
    if SEND not in decision.commands:
        return
    assert decision.row.state is State.SENDING
    assert decision.row.sends == row.sends + 1
    assert decision.row.lease == NOW + SETTINGS.lease
    if row.permitted:
        return
    if row.state is State.PLANNED:
        assert row.search_first is None or (isinstance(event, Looked) and event.seen is Seen.NOTHING)
        return
    assert row.state is State.DOUBT
    assert isinstance(event, Looked)
    assert event.seen is Seen.NOTHING
    began = NOW if event.began is None else event.began
    assert began >= max(row.quiet_until or 0, row.trusted_from or 0)
    assert row.guarded
    assert row.kind is not Kind.RETURN
    assert not row.barred
    assert row.sends < SETTINGS.sends


@given(_ROWS, _EVENTS)
def test_a_row_that_goes_on_is_due_again(row: Row, event: Event) -> None:
    decision = decide(row, event, NOW, SETTINGS)
    if decision.row != row and decision.row.state in (State.PLANNED, State.SENDING, State.DOUBT, State.ACCEPTED):
        timed = [each.at for each in decision.commands if each.do in (Do.LOOK, Do.WAIT) and each.at is not None]
        assert decision.row.due is not None or row.state is decision.row.state
        assert not timed or decision.row.due == timed[-1] >= NOW


@given(_ROWS.filter(lambda row: row.state is not State.SENDING))
def test_what_a_worker_has_taken_is_not_due_again_with_nothing_to_do(row: Row) -> None:
    taken = decide(row, Take(OPEN), NOW, SETTINGS)
    assert taken.commands or taken.row.due is None


@given(_ROWS.filter(lambda row: row.state in SETTLED), _EVENTS)
def test_nothing_but_a_yes_changes_what_is_settled(row: Row, event: Event) -> None:
    decision = decide(row, event, NOW, SETTINGS)
    is_yes = isinstance(event, Answered) and event.said in (Said.PLACED, Said.PARTLY, Said.EMPTY)
    is_seen = isinstance(event, Looked) and event.seen in (Seen.OURS, Seen.PARTLY, Seen.EMPTY, Seen.DOUBLED)
    if not is_yes and not is_seen:
        assert decision.row.state is row.state


@given(_ROWS, _EVENTS)
def test_a_yes_is_never_dropped(row: Row, event: Event) -> None:
    answered = Answered(Said.PLACED, ("20-1",), late=True)
    assert decide(row, answered, NOW, SETTINGS).row.state in (State.PLACED, State.PARTLY, State.EMPTY)
    assert "20-1" in after(row, answered, event).numbers


def test_a_person_who_has_cancelled_one_of_two_orders_says_which_one_stands() -> None:
    twice = after(DOUBT, Looked(Seen.DOUBLED, ("20-A", "20-B"), NOW))
    assert (twice.state, twice.doubled) == (State.PLACED, True)
    once = after(twice, ResolvedPlaced(("20-B",)))
    assert (once.state, once.doubled, once.numbers, once.due) == (State.PLACED, False, ("20-B",), None)
    with pytest.raises(NotPermittedError, match="placed"):
        after(once, ResolvedPlaced(("20-C",)))


# -- looks that fail all the time


FAILED = Looked(Seen.FAILED)


@pytest.mark.parametrize("begins", [DOUBT, after(SENDING, Answered(Said.ACCEPTED, confirmation="C-1"))])
def test_an_order_whose_looks_fail_all_the_time_is_held_after_patience_and_looked_for_rarely(begins: Row) -> None:
    row, now, looks = begins, NOW, 0
    while row.state is not State.HELD:
        assert row.due is not None
        now = max(row.due, now + 1.0)
        row = after(row, FAILED, now=now)
        looks += 1
        assert looks < 1_000
    assert SETTINGS.patience <= now - NOW < SETTINGS.patience + 600.0
    assert row.due is not None
    for _ in range(1_000):
        now, row = row.due or now, after(row, FAILED, now=row.due or now)
    assert (row.state, row.due) == (State.HELD, None)


def test_a_send_that_a_person_has_permitted_outlasts_looks_that_fail() -> None:
    late = NOW + 2 * SETTINGS.patience
    row = after(after(DOUBT, *[FAILED] * 6, now=late), ResendPermitted(), *[FAILED] * 9, now=late)
    assert (row.state, row.permitted) == (State.DOUBT, True)


def test_one_look_that_fails_late_does_not_hold_an_order() -> None:
    assert after(DOUBT, FAILED, now=NOW + 2 * SETTINGS.patience).state is State.DOUBT


def test_the_last_look_at_a_settled_order_is_given_up_when_it_fails_for_weeks() -> None:
    placed = after(DOUBT, Looked(Seen.NOTHING), now=NOW + 200.0)
    placed = after(placed, Answered(Said.PLACED, numbers=("20-RD128",)), now=NOW + 201.0)
    failing = after(placed, *[FAILED] * 9, now=NOW + 4_000.0)
    assert failing.due is not None
    over = after(failing, FAILED, now=NOW + SETTINGS.held_for + 300.0)
    assert (over.state, over.due, over.rechecked) == (State.PLACED, None, True)

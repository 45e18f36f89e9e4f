"""The keeper of tokens: when one serves, when it is renewed, and who renews it; on a clock that jumps."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from world_kit import Gate, Task, World

from xi.sdk.resellers._core.flow import Sleep
from xi.sdk.resellers._core.redact import Sealed, opened, sealed
from xi.sdk.resellers._core.token import LONGEST_S, AppToken, Token, token_of
from xi.sdk.resellers.exceptions import ApiException, NotSentException, ServiceException, UnauthorizedException

HOUR = 3_600.0


@pytest.mark.parametrize(
    ("expires_in", "life"),
    [
        ("86399", 86_399.0),
        (3600, 3_600.0),
        (59.5, 59.5),
        (" 120 ", 120.0),
        ("1e3", 1_000.0),
        *(
            (nonsense, HOUR)
            for nonsense in (None, "", "soon", "-5", 0, "0", -1, "nan", True, False, [], {}, b"60", "1 h")
        ),
        *((too_long, LONGEST_S) for too_long in ("2592000", 86_401, "inf", "1e400", 10**400, 10**5_000)),
    ],
    ids=lambda value: str(value)[:12] if not isinstance(value, int) or value < 10**9 else "huge",
)
def test_a_lifetime_is_read_from_text_or_number_and_an_invalid_one_is_an_hour(expires_in: object, life: float) -> None:
    token = token_of(Sealed("t"), expires_in, now=1_000.0)
    # A whole number too long for Python to write out is no number of seconds either.
    assert token.ends_at - 1_000.0 in ({life, HOUR} if expires_in == 10**5_000 else {life})


@pytest.mark.parametrize(
    ("life", "margin"), [(10, 1.0), (600, 60.0), (3_000, 300.0), (86_400, 300.0), ("2592000", 300.0)]
)
def test_a_token_is_renewed_a_tenth_of_its_lifetime_before_its_end_but_at_most_five_minutes(
    life: object, margin: float
) -> None:
    token = token_of(Sealed("t"), life, now=50.0)
    assert token.ends_at - token.renew_at == pytest.approx(margin)


@given(st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.binary(), st.lists(st.integers())))
def test_no_value_of_expires_in_raises(expires_in: object) -> None:
    token = token_of(Sealed("t"), expires_in, now=10.0)
    assert 10.0 <= token.renew_at <= token.ends_at <= 10.0 + LONGEST_S


def test_repr_of_a_token_shows_only_its_times() -> None:
    assert repr(token_of(Sealed("hush"), 100, now=0)) == "Token(value=***, renew_at=90.0, ends_at=100.0)"


class Kept:
    """The token of an app, and a service that grants `t1`, `t2` and so on, or fails as it is told."""

    def __init__(self, *lives: object, takes: float = 1.0) -> None:
        self.world = World()
        self.gate = Gate()
        self.token = AppToken(self.gate)
        self.lives = list(lives)
        self.takes = takes
        self.asked: list[tuple[float, bool]] = []
        """For every fetch: when, and whether it was an early one."""
        self.patiences: list[float] = []
        self.busy = 0

    def fetch(self, patience: float, *, early: bool) -> Generator[Any, Any, Token]:
        assert self.busy == 0, "two fetches at once"
        self.busy += 1
        self.asked.append((self.world.now, early))
        self.patiences.append(patience)
        began = self.world.clock.monotonic()
        try:
            yield Sleep(self.takes)
        finally:
            self.busy -= 1
        life = self.lives.pop(0)
        if isinstance(life, BaseException):
            raise life
        return life if isinstance(life, Token) else token_of(Sealed(f"t{len(self.asked)}"), life, began)

    def obtain(self, refused: str | None = None, deadline: float = 300.0, after: float = 0.0) -> Task:
        def flow() -> Generator[Any, Any, str]:
            clock = self.world.clock.monotonic
            until = clock() + deadline
            found = yield from self.token.obtain(self.fetch, refused=sealed(refused), until=until, clock=clock)
            return str(found.open())

        return self.world.spawn(flow(), after)

    def got(self, refused: str | None = None, deadline: float = 300.0) -> str:
        task = self.obtain(refused, deadline)
        self.run()
        if task.error:
            raise task.error
        return str(task.value)

    def run(self, until: float = 1e9) -> None:
        self.world.run(until)

    def current(self) -> str | None:
        return opened(self.token.current(self.world.clock.monotonic()))  # type: ignore[no-any-return]

    def pass_until(self, moment: float) -> None:
        self.world.run(moment)


def refusal(status: int = 401) -> ApiException:
    return UnauthorizedException(status, "Unauthorized", body="why")


def test_the_first_call_fetches_a_token_and_later_ones_use_it() -> None:
    kept = Kept(HOUR)
    assert kept.current() is None
    assert [kept.got(), kept.got(), kept.current()] == ["t1"] * 3
    assert kept.asked == [(0.0, False)]


@pytest.mark.parametrize(
    ("at", "expected", "early"),
    [
        (3_299.9, "t1", None),
        (3_300.0, "t2", True),
        (3_599.0, "t2", True),
        (3_600.0, "t2", False),
        (9_999.0, "t2", False),
    ],
)
def test_a_token_is_renewed_early_near_its_end_and_mandatorily_after_it(
    at: float, expected: str, early: bool | None
) -> None:
    kept = Kept(HOUR, HOUR)
    kept.got()
    kept.pass_until(at)
    assert (kept.current() is None) == (early is not None)
    assert kept.got() == expected
    assert kept.asked[1:] == ([] if early is None else [(at, early)])


def test_an_early_renewal_that_fails_is_postponed() -> None:
    kept = Kept(HOUR, refusal(), refusal(), HOUR)
    kept.got()
    kept.pass_until(3_300.0)
    assert kept.got() == "t1"
    assert kept.asked[1:] == [(3_300.0, True)]
    kept.pass_until(3_330.9)
    assert kept.got() == "t1"
    assert len(kept.asked) == 2, "put off for half a minute"
    kept.pass_until(3_331.0)
    assert kept.got() == "t1"
    kept.pass_until(3_400.0)
    assert kept.got() == "t4"
    assert [early for _, early in kept.asked] == [False, True, True, True]


def test_a_failed_renewal_of_an_expired_token_is_raised() -> None:
    kept = Kept(HOUR, refusal(), HOUR)
    kept.got()
    kept.pass_until(HOUR)
    with pytest.raises(UnauthorizedException):
        kept.got()
    kept.pass_until(HOUR + 2)
    assert kept.got() == "t3", "and the next call tries anew"


def test_an_early_renewal_that_fails_after_the_old_token_ended_is_followed_by_another() -> None:
    kept = Kept(HOUR, refusal(), HOUR)
    kept.got()
    kept.pass_until(3_599.5)
    assert kept.got() == "t3"
    assert kept.asked[1:] == [(3_599.5, True), (3_600.5, False)]


def test_an_expired_token_is_not_used_while_a_renewal_is_postponed() -> None:
    kept = Kept(HOUR, refusal(), HOUR)
    kept.got()
    kept.pass_until(3_595.0)
    assert kept.got() == "t1"
    kept.pass_until(3_601.0)
    assert kept.got() == "t3"


def test_one_fetch_serves_everyone_who_waits() -> None:
    kept = Kept(HOUR)
    tasks = [kept.obtain(after=i * 0.001) for i in range(100)]
    kept.run()
    assert {task.value for task in tasks} == {"t1"}
    assert len(kept.asked) == 1
    assert kept.gate.most_waiting == 99


def test_no_call_waits_for_an_early_renewal() -> None:
    kept = Kept(HOUR, HOUR, takes=5.0)
    kept.got()
    kept.pass_until(3_400.0)
    tasks = [kept.obtain(after=i * 0.01) for i in range(10)]
    kept.run()
    assert tasks[0].value == "t2"
    assert {task.value for task in tasks[1:]} == {"t1"}
    assert all(task.ended < 3_401.0 for task in tasks[1:])
    assert kept.current() == "t2"
    assert len(kept.asked) == 2


def test_a_failed_fetch_is_raised_in_all_waiting_calls_and_in_no_other() -> None:
    kept = Kept(refusal(), HOUR)
    tasks = [kept.obtain(after=i * 0.001) for i in range(50)]
    kept.run()
    assert [type(task.error) for task in tasks] == [UnauthorizedException] * 50
    assert len({id(task.error) for task in tasks}) == 50, "each has its own, which grows its own traceback"
    assert {task.error.body for task in tasks if isinstance(task.error, ApiException)} == {"why"}
    assert len(kept.asked) == 1
    kept.pass_until(3.0)
    assert kept.got() == "t2"


def test_a_stored_failure_holds_no_frames() -> None:
    kept = Kept(refusal())
    with pytest.raises(UnauthorizedException):
        kept.got()
    failed = kept.token._failed
    assert failed is not None
    assert failed.error.__traceback__ is None


def test_a_fetch_that_fails_by_a_short_deadline_does_not_fail_calls_with_more_time() -> None:
    kept = Kept(ServiceException(503, "Unavailable"), HOUR)
    hurried = kept.obtain(deadline=1.0)
    patient = kept.obtain(deadline=300.0, after=0.1)
    kept.run()
    assert isinstance(hurried.error, ServiceException)
    assert patient.value == "t2"


@pytest.mark.parametrize(("deadline", "shares"), [(20.5, True), (20.75, False)])
def test_a_failure_is_shared_with_calls_that_have_at_most_twice_the_time(deadline: float, shares: bool) -> None:
    kept = Kept(ServiceException(503, "Unavailable"), HOUR)
    kept.obtain(deadline=10.0)
    other = kept.obtain(deadline=deadline, after=0.5)
    kept.run()
    # The first had 10 s, and fails after 1 s, when the other has half a second less than it began with.
    assert (other.value, len(kept.asked)) == ((None, 1) if shares else ("t2", 2))
    assert isinstance(other.error, ServiceException) is shares


def test_a_token_that_arrives_and_ends_when_a_call_begins_serves_that_call() -> None:
    kept = Kept(1, HOUR)
    first = kept.obtain()
    second = kept.obtain(after=1.0)
    kept.run()
    assert [first.value, second.value] == ["t1", "t1"]
    assert len(kept.asked) == 1


def test_the_time_of_a_call_bounds_its_fetch_and_its_wait() -> None:
    kept = Kept(HOUR, takes=10.0)
    first = kept.obtain(deadline=20.0)
    second = kept.obtain(deadline=2.0, after=1.0)
    kept.run()
    assert first.value == "t1"
    assert kept.patiences == [20.0]
    assert isinstance(second.error, NotSentException)
    assert second.error.attempts == 0
    assert second.ended == pytest.approx(3.0)


def test_a_refused_token_is_renewed_once_for_all_calls_it_was_refused_to() -> None:
    kept = Kept(HOUR, HOUR)
    kept.got()
    tasks = [kept.obtain("t1", after=i * 0.001) for i in range(20)]
    kept.run()
    assert {task.value for task in tasks} == {"t2"}
    assert kept.asked[1:] == [(1.0, False)], "in earnest: nothing serves meanwhile"
    assert kept.got("t1") == "t2", "one who comes late with the old one gets the new one"
    assert len(kept.asked) == 2


def test_the_refusal_of_another_token_does_not_affect_this_one() -> None:
    kept = Kept(HOUR)
    kept.got()
    assert kept.got("a static one of yesterday") == "t1"
    assert len(kept.asked) == 1


def test_a_token_refused_during_a_failed_early_renewal_stays_invalid() -> None:
    kept = Kept(HOUR, ServiceException(503, "Unavailable"), HOUR)
    kept.got()
    kept.pass_until(3_400.0)
    early = kept.obtain()
    refused = kept.obtain("t1", after=0.5)
    kept.run()
    assert [early.value, refused.value, kept.current()] == ["t3"] * 3
    assert [way for _, way in kept.asked[1:]] == [True, False]


def test_a_failed_renewal_of_a_refused_token_is_raised_and_the_token_stays_invalid() -> None:
    kept = Kept(HOUR, refusal(), HOUR)
    kept.got()
    with pytest.raises(UnauthorizedException):
        kept.got("t1")
    assert kept.current() is None
    kept.pass_until(5.0)
    assert kept.got() == "t3"


def test_a_service_that_returns_the_same_token_again_is_not_asked_for_ever() -> None:
    same = Token(Sealed("same"), 9_000.0, 9_999.0)
    kept = Kept(same, same)
    assert kept.got() == "same"
    assert kept.got("same") == "same"
    assert kept.current() == "same"
    assert len(kept.asked) == 2


@pytest.mark.parametrize("life", ["0.001", 1, 2])
def test_a_token_that_ends_before_it_arrives_serves_the_calls_that_waited_for_it(life: object) -> None:
    kept = Kept(life, life, takes=2.0)
    tasks = [kept.obtain(after=i * 0.1) for i in range(5)]
    kept.run()
    assert {task.value for task in tasks} == {"t1"}
    assert len(kept.asked) == 1
    kept.pass_until(10.0)
    assert kept.got() == "t2", "and no other"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), RuntimeError("a bug")])
def test_an_interrupted_fetch_lets_the_next_call_fetch(fault: BaseException) -> None:
    kept = Kept(HOUR)
    first = kept.obtain()
    second = kept.obtain(after=0.1)
    kept.run(0.5)
    with pytest.raises(type(fault)):
        first.flow.throw(fault)
    first.done = True
    first.steps += 1
    kept.run()
    assert second.value == "t2"
    assert not kept.gate.inside


def test_a_cancelled_fetch_lets_another_call_fetch() -> None:
    kept = Kept(HOUR)
    first, second, third = (kept.obtain(after=i * 0.1) for i in range(3))
    kept.run(0.5)
    kept.world.cancel(first)
    kept.run()
    assert [second.value, third.value] == ["t2", "t2"]
    assert len(kept.asked) == 2


def test_cancelling_a_waiting_call_does_not_affect_others() -> None:
    kept = Kept(HOUR)
    tasks = [kept.obtain(after=i * 0.1) for i in range(4)]
    kept.run(0.5)
    for task in tasks[1:3]:
        kept.world.cancel(task)
    kept.run()
    assert [tasks[0].value, tasks[3].value] == ["t1", "t1"]
    assert len(kept.asked) == 1


def test_a_call_that_enters_the_gate_after_a_fetch_does_not_fetch_again() -> None:
    kept = Kept(HOUR)
    clock = kept.world.clock.monotonic
    late = kept.token.obtain(kept.fetch, refused=None, until=clock() + 9, clock=clock)
    next(late)  # asks to be let in, as a thread that is put aside right then
    assert kept.got() == "t1"
    kept.gate.inside = True
    with pytest.raises(StopIteration) as end:
        late.send(True)
    assert opened(end.value.value) == "t1"
    assert len(kept.asked) == 1
    assert not kept.gate.inside

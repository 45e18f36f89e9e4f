"""The token of an app: when it is used, when it is renewed, and which call renews it; on a simulated clock."""

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


class TokenService:
    """The token of an app, and a service that grants `t1`, `t2` and so on, or raises the given exceptions."""

    def __init__(self, *lives: object, takes: float = 1.0) -> None:
        self.world = World()
        self.gate = Gate()
        self.token = AppToken(self.gate)
        self.lives = list(lives)
        self.takes = takes
        self.asked: list[tuple[float, bool]] = []
        """For each fetch: its time, and whether it was early."""
        self.time_limits: list[float] = []
        self.busy = 0

    def fetch(self, patience: float, *, early: bool) -> Generator[Any, Any, Token]:
        assert self.busy == 0, "two fetches at once"
        self.busy += 1
        self.asked.append((self.world.now, early))
        self.time_limits.append(patience)
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

    def get(self, refused: str | None = None, deadline: float = 300.0) -> str:
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
    service = TokenService(HOUR)
    assert service.current() is None
    assert [service.get(), service.get(), service.current()] == ["t1"] * 3
    assert service.asked == [(0.0, False)]


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
    service = TokenService(HOUR, HOUR)
    service.get()
    service.pass_until(at)
    assert (service.current() is None) == (early is not None)
    assert service.get() == expected
    assert service.asked[1:] == ([] if early is None else [(at, early)])


def test_an_early_renewal_that_fails_is_postponed() -> None:
    service = TokenService(HOUR, refusal(), refusal(), HOUR)
    service.get()
    service.pass_until(3_300.0)
    assert service.get() == "t1"
    assert service.asked[1:] == [(3_300.0, True)]
    service.pass_until(3_330.9)
    assert service.get() == "t1"
    assert len(service.asked) == 2, "put off for half a minute"
    service.pass_until(3_331.0)
    assert service.get() == "t1"
    service.pass_until(3_400.0)
    assert service.get() == "t4"
    assert [early for _, early in service.asked] == [False, True, True, True]


def test_a_failed_renewal_of_an_expired_token_is_raised() -> None:
    service = TokenService(HOUR, refusal(), HOUR)
    service.get()
    service.pass_until(HOUR)
    with pytest.raises(UnauthorizedException):
        service.get()
    service.pass_until(HOUR + 2)
    assert service.get() == "t3", "and the next call tries anew"


def test_an_early_renewal_that_fails_after_the_old_token_ended_is_followed_by_another() -> None:
    service = TokenService(HOUR, refusal(), HOUR)
    service.get()
    service.pass_until(3_599.5)
    assert service.get() == "t3"
    assert service.asked[1:] == [(3_599.5, True), (3_600.5, False)]


def test_an_expired_token_is_not_used_while_a_renewal_is_postponed() -> None:
    service = TokenService(HOUR, refusal(), HOUR)
    service.get()
    service.pass_until(3_595.0)
    assert service.get() == "t1"
    service.pass_until(3_601.0)
    assert service.get() == "t3"


def test_one_fetch_serves_everyone_who_waits() -> None:
    service = TokenService(HOUR)
    tasks = [service.obtain(after=i * 0.001) for i in range(100)]
    service.run()
    assert {task.value for task in tasks} == {"t1"}
    assert len(service.asked) == 1
    assert service.gate.most_waiting == 99


def test_no_call_waits_for_an_early_renewal() -> None:
    service = TokenService(HOUR, HOUR, takes=5.0)
    service.get()
    service.pass_until(3_400.0)
    tasks = [service.obtain(after=i * 0.01) for i in range(10)]
    service.run()
    assert tasks[0].value == "t2"
    assert {task.value for task in tasks[1:]} == {"t1"}
    assert all(task.ended < 3_401.0 for task in tasks[1:])
    assert service.current() == "t2"
    assert len(service.asked) == 2


def test_a_failed_fetch_is_raised_in_all_waiting_calls_and_in_no_other() -> None:
    service = TokenService(refusal(), HOUR)
    tasks = [service.obtain(after=i * 0.001) for i in range(50)]
    service.run()
    assert [type(task.error) for task in tasks] == [UnauthorizedException] * 50
    assert len({id(task.error) for task in tasks}) == 50, "each has its own, which grows its own traceback"
    assert {task.error.body for task in tasks if isinstance(task.error, ApiException)} == {"why"}
    assert len(service.asked) == 1
    service.pass_until(3.0)
    assert service.get() == "t2"


def test_a_stored_failure_holds_no_frames() -> None:
    service = TokenService(refusal())
    with pytest.raises(UnauthorizedException):
        service.get()
    failed = service.token._failed
    assert failed is not None
    assert failed.error.__traceback__ is None


def test_a_fetch_that_fails_by_a_short_deadline_does_not_fail_calls_with_more_time() -> None:
    service = TokenService(ServiceException(503, "Unavailable"), HOUR)
    hurried = service.obtain(deadline=1.0)
    patient = service.obtain(deadline=300.0, after=0.1)
    service.run()
    assert isinstance(hurried.error, ServiceException)
    assert patient.value == "t2"


@pytest.mark.parametrize(("deadline", "shares"), [(20.5, True), (20.75, False)])
def test_a_failure_is_shared_with_calls_that_have_at_most_twice_the_time(deadline: float, shares: bool) -> None:
    service = TokenService(ServiceException(503, "Unavailable"), HOUR)
    service.obtain(deadline=10.0)
    other = service.obtain(deadline=deadline, after=0.5)
    service.run()
    # The first had 10 s, and fails after 1 s, when the other has half a second less than it began with.
    assert (other.value, len(service.asked)) == ((None, 1) if shares else ("t2", 2))
    assert isinstance(other.error, ServiceException) is shares


def test_a_token_that_arrives_and_ends_when_a_call_begins_serves_that_call() -> None:
    service = TokenService(1, HOUR)
    first = service.obtain()
    second = service.obtain(after=1.0)
    service.run()
    assert [first.value, second.value] == ["t1", "t1"]
    assert len(service.asked) == 1


def test_the_time_of_a_call_bounds_its_fetch_and_its_wait() -> None:
    service = TokenService(HOUR, takes=10.0)
    first = service.obtain(deadline=20.0)
    second = service.obtain(deadline=2.0, after=1.0)
    service.run()
    assert first.value == "t1"
    assert service.time_limits == [20.0]
    assert isinstance(second.error, NotSentException)
    assert (second.error.status, second.error.reason) == (0, "no token was there before the deadline")
    assert second.error.attempts == 0
    assert second.ended == pytest.approx(3.0)


def test_a_call_whose_time_ends_as_the_fetch_fails_is_told_why_it_failed() -> None:
    service = TokenService(ServiceException(503, "Unavailable"))
    service.obtain(deadline=10.0)
    other = service.obtain(deadline=0.5, after=0.5)
    service.run()
    assert isinstance(other.error, ServiceException)
    assert other.ended == pytest.approx(1.0)


def test_a_refused_token_is_renewed_once_for_all_calls_it_was_refused_to() -> None:
    service = TokenService(HOUR, HOUR)
    service.get()
    tasks = [service.obtain("t1", after=i * 0.001) for i in range(20)]
    service.run()
    assert {task.value for task in tasks} == {"t2"}
    assert service.asked[1:] == [(1.0, False)], "in earnest: nothing serves meanwhile"
    assert service.get("t1") == "t2", "one who comes late with the old one gets the new one"
    assert len(service.asked) == 2


def test_a_call_that_was_slow_to_look_does_not_use_the_refused_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another thread may renew the token between two steps of this one, which then knows the old token only."""
    service = TokenService(1_000, 1_000)
    assert service.get() == "t1"
    look = AppToken._look
    looks: list[object] = []

    def slow_look(token: AppToken, *known: Any) -> Any:
        looks.append(known)
        if len(looks) == 1:
            assert service.get(refused="t1") == "t2"  # the call of the other thread
        return look(token, *known)

    monkeypatch.setattr(AppToken, "_look", slow_look)
    assert service.get(refused="t1") == "t2"
    assert len(service.asked) == 2


def test_the_refusal_of_another_token_does_not_affect_this_one() -> None:
    service = TokenService(HOUR)
    service.get()
    assert service.get("a static one of yesterday") == "t1"
    assert len(service.asked) == 1


def test_a_token_refused_during_a_failed_early_renewal_stays_invalid() -> None:
    service = TokenService(HOUR, ServiceException(503, "Unavailable"), HOUR)
    service.get()
    service.pass_until(3_400.0)
    early = service.obtain()
    refused = service.obtain("t1", after=0.5)
    service.run()
    assert [early.value, refused.value, service.current()] == ["t3"] * 3
    assert [way for _, way in service.asked[1:]] == [True, False]


def test_a_failed_renewal_of_a_refused_token_is_raised_and_the_token_stays_invalid() -> None:
    service = TokenService(HOUR, refusal(), HOUR)
    service.get()
    with pytest.raises(UnauthorizedException):
        service.get("t1")
    assert service.current() is None
    service.pass_until(5.0)
    assert service.get() == "t3"


def test_a_service_that_returns_the_same_token_again_is_not_asked_for_ever() -> None:
    same = Token(Sealed("same"), 9_000.0, 9_999.0)
    service = TokenService(same, same)
    assert service.get() == "same"
    assert service.get("same") == "same"
    assert service.current() == "same"
    assert len(service.asked) == 2


@pytest.mark.parametrize("life", ["0.001", 1, 2])
def test_a_token_that_ends_before_it_arrives_serves_the_calls_that_waited_for_it(life: object) -> None:
    service = TokenService(life, life, takes=2.0)
    tasks = [service.obtain(after=i * 0.1) for i in range(5)]
    service.run()
    assert {task.value for task in tasks} == {"t1"}
    assert len(service.asked) == 1
    service.pass_until(10.0)
    assert service.get() == "t2", "and no other"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), RuntimeError("a bug")])
def test_an_interrupted_fetch_lets_the_next_call_fetch(fault: BaseException) -> None:
    service = TokenService(HOUR)
    first = service.obtain()
    second = service.obtain(after=0.1)
    service.run(0.5)
    with pytest.raises(type(fault)):
        first.flow.throw(fault)
    first.done = True
    first.steps += 1
    service.run()
    assert second.value == "t2"
    assert not service.gate.inside


def test_a_cancelled_fetch_lets_another_call_fetch() -> None:
    service = TokenService(HOUR)
    first, second, third = (service.obtain(after=i * 0.1) for i in range(3))
    service.run(0.5)
    service.world.cancel(first)
    service.run()
    assert [second.value, third.value] == ["t2", "t2"]
    assert len(service.asked) == 2


def test_cancelling_a_waiting_call_does_not_affect_others() -> None:
    service = TokenService(HOUR)
    tasks = [service.obtain(after=i * 0.1) for i in range(4)]
    service.run(0.5)
    for task in tasks[1:3]:
        service.world.cancel(task)
    service.run()
    assert [tasks[0].value, tasks[3].value] == ["t1", "t1"]
    assert len(service.asked) == 1


def test_a_call_that_enters_the_gate_after_a_fetch_does_not_fetch_again() -> None:
    service = TokenService(HOUR)
    clock = service.world.clock.monotonic
    late = service.token.obtain(service.fetch, refused=None, until=clock() + 9, clock=clock)
    asked: Any = next(late)  # asks to be let in, as a thread that is put aside right then
    assert service.get() == "t1"
    service.gate.inside = asked.by
    with pytest.raises(StopIteration) as end:
        late.send(True)
    assert opened(end.value.value) == "t1"
    assert len(service.asked) == 1
    assert service.gate.inside is None

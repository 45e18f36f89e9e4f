"""The table 'What may be repeated' of the design, driven by hand: answers and failures in, commands out."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import pytest
from unit_kit import REQUEST, Clock, Driven, Step, answer, drive, not_sent, unanswered

from xi.sdk.resellers._core.flow import Send
from xi.sdk.resellers._core.messages import Response, Timeouts
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers.exceptions import NotSentException, UnansweredException

ONCE = ["post_createorder_v6", "post_createorder_v7", "put_ordermodify"]
AGAIN = ["get_orderdetails_v6_1", "get_resellers_v6_ordersearch", "delete_ordercancel"]
EVERY = ONCE + AGAIN
OK = answer(200)
FAILURES = [answer(status) for status in (500, 502, 503, 504)]


def name(step: Any) -> str:
    return str(step.status) if isinstance(step, Response) else type(step).__name__ if step else ""


@dataclass(frozen=True)
class Row:
    """One line of the table: what happened first, to whom, and what the commands then are."""

    operations: list[str]
    first: Step
    commands: str
    raises: type[Exception] | None = None
    returns: int | None = None

    @property
    def repeats(self) -> bool:
        return self.commands.count("Send") == 2


REPEATED = "Acquire Send Sleep Send"
GIVEN_UP = "Acquire Send"

TABLE = [
    Row(EVERY, not_sent(), REPEATED, returns=200),
    Row(EVERY, answer(429), REPEATED, returns=200),
    Row(AGAIN, unanswered(), REPEATED, returns=200),
    Row(ONCE, unanswered(), GIVEN_UP, raises=UnansweredException),
    *(Row(AGAIN, failure, REPEATED, returns=200) for failure in FAILURES),
    *(Row(ONCE, failure, GIVEN_UP, returns=failure.status) for failure in FAILURES),
    *(
        Row(EVERY, answer(status), GIVEN_UP, returns=status)
        for status in (200, 201, 204, 207, 301, 302, 307, 308, 400, 403, 404, 405, 409, 422, 501, 505)
    ),
]


@pytest.mark.parametrize(
    ("operation", "row"),
    [pytest.param(op, row, id=f"{op}-{name(row.first)}") for row in TABLE for op in row.operations],
)
def test_what_may_be_repeated(operation: str, row: Row) -> None:
    driven = drive(operation, [row.first, OK] if row.repeats else [row.first])
    assert driven.kinds == row.commands
    if row.raises:
        assert type(driven.error) is row.raises
    else:
        assert driven.status == row.returns


@pytest.mark.parametrize("operation", ONCE)
def test_a_create_or_modify_that_was_reset_is_never_sent_again(operation: str) -> None:
    driven = drive(operation, [not_sent(), answer(429), unanswered("reset by peer")])
    assert len(driven.sends) == 3
    error = driven.error
    assert isinstance(error, UnansweredException)
    assert (error.operation, error.correlation_id, error.attempts) == (operation, "corr-1", 3)
    assert str(error).startswith("reset by peer; it may have been acted on")
    assert error.status == 0


@pytest.mark.parametrize("operation", EVERY)
def test_what_never_got_through_is_safe_to_repeat_and_says_so(operation: str) -> None:
    driven = drive(operation, [not_sent("no such host")] * 4)
    assert driven.kinds == "Acquire Send Sleep Send Sleep Send Sleep Send"
    error = driven.error
    assert isinstance(error, NotSentException)
    assert (error.operation, error.correlation_id, error.attempts) == (operation, "corr-1", 4)
    assert str(error).startswith("no such host; nothing was sent")
    assert error.__cause__ is not None


@pytest.mark.parametrize("operation", AGAIN)
@pytest.mark.parametrize("doubtful", [unanswered(), *FAILURES], ids=name)
def test_once_in_doubt_a_later_refusal_to_connect_does_not_make_it_safe(operation: str, doubtful: Step) -> None:
    driven = drive(operation, [doubtful, not_sent(), not_sent(), not_sent()])
    assert type(driven.error) is UnansweredException


def test_a_cancel_that_may_have_been_acted_on_stays_in_doubt_to_its_last_answer() -> None:
    for doubtful in (unanswered(), *FAILURES):
        driven = drive("delete_ordercancel", [doubtful, not_sent(), answer(404)])
        assert driven.status == 404
        assert driven.answered
        assert driven.answered.in_doubt
        assert driven.answered.attempts == 3


@pytest.mark.parametrize("before", [not_sent(), answer(429)], ids=name)
@pytest.mark.parametrize("operation", EVERY)
def test_what_cannot_have_been_acted_on_leaves_no_doubt(operation: str, before: Step) -> None:
    driven = drive(operation, [before, answer(404)])
    assert driven.answered
    assert not driven.answered.in_doubt
    assert driven.answered.attempts == 2


def test_a_last_failure_alone_is_no_doubt_about_an_earlier_attempt() -> None:
    driven = drive("delete_ordercancel", [answer(503)], policy=RetryPolicy(attempts=1))
    assert driven.answered
    assert not driven.answered.in_doubt


@pytest.mark.parametrize("operation", EVERY)
def test_a_static_token_that_is_refused_is_not_sent_again(operation: str) -> None:
    driven = drive(operation, [answer(401)], tokens=["tok-1", "tok-1"])
    assert driven.kinds == "Acquire Send Acquire"
    assert driven.acquired == [None, "tok-1"], "the source learns which token was refused"
    assert driven.status == 401


@pytest.mark.parametrize("operation", EVERY)
def test_a_source_that_has_no_other_token_ends_the_call(operation: str) -> None:
    driven = drive(operation, [answer(401)], tokens=["tok-1", None])
    assert driven.status == 401
    assert len(driven.sends) == 1


@pytest.mark.parametrize("operation", EVERY)
def test_a_new_token_is_tried_at_once(operation: str) -> None:
    driven = drive(operation, [answer(401), OK], tokens=["tok-1", "tok-2"])
    assert driven.kinds == "Acquire Send Acquire Send"
    assert driven.bearers == ["Bearer tok-1", "Bearer tok-2"]
    assert driven.status == 200
    assert driven.answered
    assert driven.answered.attempts == 2


@pytest.mark.parametrize("operation", EVERY)
def test_a_new_token_is_fetched_once_only(operation: str) -> None:
    driven = drive(operation, [answer(401), answer(401)], tokens=["tok-1", "tok-2", "tok-3"])
    assert driven.kinds == "Acquire Send Acquire Send"
    assert driven.status == 401


def test_the_new_token_stays_for_the_attempts_that_follow() -> None:
    script = [answer(503), answer(401), answer(503), answer(401)]
    driven = drive("get_orderdetails_v6_1", script, tokens=["tok-1", "tok-2", "tok-3"])
    assert driven.bearers == ["Bearer tok-1"] * 2 + ["Bearer tok-2"] * 2
    assert driven.kinds == "Acquire Send Sleep Send Acquire Send Sleep Send"
    assert driven.answered
    assert driven.answered.in_doubt


def test_without_a_token_the_request_goes_out_bare_and_a_401_is_final() -> None:
    driven = drive("get_orderdetails_v6_1", [answer(401)], tokens=[None])
    assert driven.kinds == "Acquire Send"
    assert driven.sends[0].request == REQUEST


def test_an_operation_that_needs_no_token_asks_for_none() -> None:
    driven = drive("get_accesstoken", [answer(401)], authorized=False)
    assert driven.kinds == "Send"
    assert driven.bearers == [None]


def test_every_attempt_is_the_same_request() -> None:
    driven = drive("get_orderdetails_v6_1", [not_sent(), answer(429), answer(500), OK])
    bearing = REQUEST.bearing("tok-1")
    assert [each.request for each in driven.sends] == [bearing] * 4
    assert bearing.headers["IM-CorrelationID"] == "corr-1"


@pytest.mark.parametrize("attempts", [1, 2, 7])
def test_no_more_attempts_are_made_than_allowed(attempts: int) -> None:
    policy = RetryPolicy(attempts=attempts, deadline=1e9)
    for step in (not_sent(), answer(429), answer(503)):
        driven = drive("get_orderdetails_v6_1", [step] * attempts, policy=policy)
        assert len(driven.sends) == attempts
        assert len(driven.waits) == attempts - 1


@pytest.mark.parametrize("chance", [0.0, 0.3, 1.0])
def test_the_waits_double_and_are_jittered_in_full(chance: float) -> None:
    driven = drive("get_orderdetails_v6_1", [answer(503)] * 4, chance=chance)
    assert driven.waits == [0.5 * chance, 1.0 * chance, 2.0 * chance]


def refused(**headers: str) -> Driven:
    clock = Clock(epoch=1_700_000_000)
    return drive("post_createorder_v6", [answer(429, **headers), OK], clock=clock, chance=0)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"X_RateLimit_Reset": "20"}, 20),
        ({"X_RateLimit_Reset": "1700000030"}, 30),
        ({"X_RateLimit_Reset": "1700000040000"}, 40),
        ({"X_RateLimit_Reset": "1690000000"}, 60),
        ({"X_RateLimit_Reset": "whenever"}, 60),
        ({"Retry_After": "5", "X_RateLimit_Reset": "20"}, 5),
        ({"Retry_After": "0", "X_RateLimit_Reset": "20"}, 20),
        ({"Retry_After": "Tue, 14 Nov 2023 22:13:27 GMT"}, 7),
        ({"Retry_After": "Tue, 14 Nov 2023 22:13:27 +99999999999999"}, 60),
        ({"Retry_After": "100000"}, 120),
        ({}, 60),
    ],
)
def test_a_refusal_for_the_quota_waits_as_asked_within_the_cap(headers: dict[str, str], wait: float) -> None:
    assert refused(**headers).waits == [pytest.approx(wait)]


def test_the_moment_of_a_reset_is_measured_when_the_refusal_arrives() -> None:
    script = [answer(429, X_RateLimit_Reset="1700000030"), OK]
    driven = drive("post_createorder_v6", script, clock=Clock(epoch=1_700_000_000), each_send_takes=12, chance=0)
    assert driven.waits == [18]


def test_a_wait_that_would_pass_the_deadline_is_not_begun() -> None:
    policy = RetryPolicy(deadline=50)
    driven = drive("post_createorder_v6", [answer(429)], policy=policy)
    assert driven.kinds == "Acquire Send"
    assert driven.status == 429


def test_attempts_and_the_token_count_towards_the_deadline() -> None:
    policy = RetryPolicy(attempts=100, deadline=100, base=0)
    driven = drive("get_orderdetails_v6_1", [answer(503)] * 3, policy=policy, each_send_takes=30, each_token_takes=10)
    assert len(driven.sends) == 3
    assert driven.status == 503


def test_the_timeouts_of_an_attempt_shrink_to_what_is_left() -> None:
    policy = RetryPolicy(deadline=100, base=0)
    driven = drive("get_orderdetails_v6_1", [answer(503)] * 3 + [OK], policy=policy, each_send_takes=32)
    assert [each.timeouts for each in driven.sends] == [
        Timeouts(10, 60, 100),
        Timeouts(10, 60, 68),
        Timeouts(10, 36, 36),
        Timeouts(4, 4, 4),
    ]


def assert_every_timeout_is_above_zero(sends: list[Send]) -> None:
    for each in sends:
        assert min(each.timeouts.connect, each.timeouts.read, each.timeouts.total or 1) > 0


@pytest.mark.parametrize("overrun", [300, 7200])
@pytest.mark.parametrize(("step", "status"), [(answer(503), 503), (answer(429), 429)], ids=["503", "429"])
def test_a_sleep_that_overran_the_deadline_is_not_followed_by_an_attempt(
    step: Response, status: int, overrun: float
) -> None:
    # A laptop was shut during the wait: what it was asked to do may be hours old.
    driven = drive("get_orderdetails_v6_1", [step], sleep_overruns_by=overrun, chance=0)
    assert driven.kinds == "Acquire Send Sleep"
    assert driven.status == status


@pytest.mark.parametrize(
    ("operation", "failure", "error"),
    [
        ("post_createorder_v6", not_sent("no such host"), NotSentException),
        ("get_orderdetails_v6_1", not_sent("no such host"), NotSentException),
        ("get_orderdetails_v6_1", unanswered(), UnansweredException),
    ],
)
def test_a_sleep_that_overran_the_deadline_ends_with_what_went_before(
    operation: str, failure: Step, error: type[Exception]
) -> None:
    driven = drive(operation, [failure], sleep_overruns_by=7200)
    assert driven.kinds == "Acquire Send Sleep"
    assert type(driven.error) is error


@pytest.mark.parametrize("takes", [300, 301])
@pytest.mark.parametrize("operation", EVERY)
def test_a_token_that_came_after_the_deadline_is_not_used(operation: str, takes: float) -> None:
    driven = drive(operation, [], each_token_takes=takes)
    assert driven.kinds == "Acquire"
    assert isinstance(driven.error, NotSentException)
    assert "deadline" in str(driven.error)
    assert driven.error.operation == operation
    assert driven.error.correlation_id == "corr-1"
    assert driven.error.attempts == 0


def test_the_last_moments_before_the_deadline_are_used() -> None:
    policy = RetryPolicy(deadline=0.25, base=0)
    driven = drive("get_orderdetails_v6_1", [answer(401), answer(503), OK], tokens=["tok-1", "tok-2"], policy=policy)
    assert driven.status == 200
    driven = drive("get_orderdetails_v6_1", [answer(503), OK], sleep_overruns_by=299)
    assert driven.status == 200
    assert 0 < driven.sends[-1].timeouts.read < 1


@pytest.mark.parametrize("operation", EVERY)
@pytest.mark.parametrize("takes", [150, 151])
def test_a_new_token_that_came_after_the_deadline_leaves_the_401(operation: str, takes: float) -> None:
    driven = drive(operation, [answer(401)], tokens=["tok-1", "tok-2"], each_token_takes=takes)
    assert driven.kinds == "Acquire Send Acquire"
    assert driven.status == 401


@pytest.mark.parametrize(("takes", "wait"), [(40, 0.0), (50, None), (51, None)])
def test_nothing_is_said_to_follow_a_401_whose_new_token_came_at_the_deadline(takes: float, wait: float | None) -> None:
    told: list[Any] = []
    script = [answer(401), OK] if wait is not None else [answer(401)]
    policy = RetryPolicy(deadline=100)
    tokens = ["tok-1", "tok-2"]
    details = "get_orderdetails_v6_1"
    drive(details, script, tokens=tokens, policy=policy, each_token_takes=takes, observer=told.append)
    assert told[0].wait == wait


class Quota:
    """A throttle that holds the first call back for as long as it is told."""

    def __init__(self, *pauses: float) -> None:
        self.pauses = list(pauses)

    def reserve(self, operation: str, now: float, *, reads: bool) -> float:  # noqa: ARG002 - the throttle's
        return self.pauses.pop(0) if self.pauses else 0.0

    def settle(self, *_: Any, **__: Any) -> None:
        pass


@pytest.mark.parametrize(("pause", "is_sent"), [(29.5, True), (30.0, False), (30.5, False)])
@pytest.mark.parametrize("operation", EVERY)
def test_a_wait_for_the_quota_that_would_end_at_the_deadline_is_not_begun(
    operation: str, pause: float, is_sent: bool
) -> None:
    throttle: Any = Quota(pause)
    driven = drive(operation, [OK] if is_sent else [], policy=RetryPolicy(deadline=30), throttle=throttle)
    assert driven.kinds == ("Acquire Sleep Send" if is_sent else "Acquire")
    assert is_sent or isinstance(driven.error, NotSentException)


@pytest.mark.parametrize(
    ("first", "kinds"),
    [
        (not_sent(), "Acquire Send Sleep Send"),
        (unanswered(), "Acquire Send Sleep Sleep Send"),
        (answer(503), "Acquire Send Sleep Sleep Send"),
    ],
    ids=name,
)
def test_only_an_attempt_that_may_have_reached_the_server_counts_against_the_quota(first: Step, kinds: str) -> None:
    throttle = Throttle(nullcontext(), limit=1)
    driven = drive("get_orderdetails_v6_1", [first, OK], throttle=throttle)
    assert driven.kinds == kinds
    assert driven.status == 200


def test_a_place_in_the_quota_that_was_not_used_before_the_deadline_is_free_again() -> None:
    throttle, clock = Throttle(nullcontext(), limit=1), Clock()
    late = drive("get_orderdetails_v6_1", [], throttle=throttle, clock=clock, each_token_takes=300)
    assert isinstance(late.error, NotSentException)
    driven = drive("get_orderdetails_v6_1", [OK], throttle=throttle, clock=clock)
    assert driven.kinds == "Acquire Send"


@pytest.mark.parametrize("takes", [0.0, 1.0, 24.999, 99.0, 100.0])
def test_no_attempt_is_ever_given_less_than_some_time(takes: float) -> None:
    script = [answer(503)] * min(4, 1 + int(99.999 // takes) if takes else 4)
    driven = drive("get_orderdetails_v6_1", script, policy=RetryPolicy(deadline=100, base=0), each_send_takes=takes)
    assert_every_timeout_is_above_zero(driven.sends)


def test_a_fault_of_the_transport_itself_is_no_reason_to_repeat() -> None:
    from unit_kit import OPERATIONS

    from xi.sdk.resellers._core.exchange import Surroundings, exchange

    clock = Clock()
    flow = exchange(
        OPERATIONS["get_orderdetails_v6_1"],
        REQUEST,
        policy=RetryPolicy(),
        timeouts=Timeouts(1, 1),
        surroundings=Surroundings(clock.monotonic, clock.wall, lambda: 0.5),
        credentials=None,
    )
    next(flow)
    with pytest.raises(ZeroDivisionError):
        flow.throw(ZeroDivisionError())

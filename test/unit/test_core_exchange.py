"""The table 'What may be repeated' of the design, driven by hand: answers and failures in, commands out."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any

import pytest
from unit_kit import (
    REQUEST,
    SUBJECT,
    Asked,
    Clock,
    Driven,
    Step,
    answer,
    call_of,
    drive,
    not_sent,
    unanswered,
)

from xi.sdk.resellers._core.correlation import RecentCalls
from xi.sdk.resellers._core.exchange import Runtime, exchange
from xi.sdk.resellers._core.flow import AskForToken, Send, Sleep
from xi.sdk.resellers._core.messages import Response, Timeouts, TransportFailure, Unanswered, mark_unsent
from xi.sdk.resellers._core.operation import Subject
from xi.sdk.resellers._core.redact import Sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers.exceptions import Doubt, NotSentException, UnansweredException, in_doubt

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


REPEATED = "AskForToken Send Sleep Send"
GIVEN_UP = "AskForToken Send"

TABLE = [
    Row(EVERY, not_sent(), REPEATED, returns=200),
    Row(EVERY, answer(429), REPEATED, returns=200),
    Row(AGAIN, unanswered(), REPEATED, returns=200),
    Row(ONCE, unanswered(), GIVEN_UP, raises=UnansweredException),
    *(Row(AGAIN, failure, REPEATED, returns=200) for failure in FAILURES),
    *(Row(ONCE, failure, GIVEN_UP, returns=failure.status) for failure in FAILURES),
    *(
        Row(EVERY, answer(status), GIVEN_UP, returns=status)
        for status in (
            200,
            201,
            204,
            207,
            301,
            302,
            307,
            308,
            400,
            403,
            404,
            405,
            408,
            409,
            413,
            415,
            422,
            425,
            501,
            505,
        )
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
def test_a_call_that_never_connected_was_not_sent(operation: str) -> None:
    driven = drive(operation, [not_sent("no such host")] * 4)
    assert driven.kinds == "AskForToken Send Sleep Send Sleep Send Sleep Send"
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


def test_a_cancel_in_doubt_stays_in_doubt_whatever_its_last_answer_is() -> None:
    for doubtful in (unanswered(), *FAILURES):
        driven = drive("delete_ordercancel", [doubtful, not_sent(), answer(404)])
        assert driven.status == 404
        assert driven.final
        assert driven.final.in_doubt
        assert driven.final.attempts == 3


@pytest.mark.parametrize("before", [not_sent(), answer(429)], ids=name)
@pytest.mark.parametrize("operation", EVERY)
def test_a_call_that_cannot_have_been_acted_on_is_not_in_doubt(operation: str, before: Step) -> None:
    driven = drive(operation, [before, answer(404)])
    assert driven.final
    assert not driven.final.in_doubt
    assert driven.final.attempts == 2


def test_the_last_failure_alone_puts_no_earlier_attempt_in_doubt() -> None:
    driven = drive("delete_ordercancel", [answer(503)], policy=RetryPolicy(attempts=1))
    assert driven.final
    assert not driven.final.in_doubt


@pytest.mark.parametrize("operation", EVERY)
def test_a_static_token_that_is_refused_is_not_sent_again(operation: str) -> None:
    driven = drive(operation, [answer(401)], tokens=["tok-1", "tok-1"])
    assert driven.kinds == "AskForToken Send AskForToken"
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
    assert driven.kinds == "AskForToken Send AskForToken Send"
    assert driven.bearers == ["Bearer tok-1", "Bearer tok-2"]
    assert driven.status == 200
    assert driven.final
    assert driven.final.attempts == 2


@pytest.mark.parametrize("operation", EVERY)
def test_a_new_token_is_fetched_once_only(operation: str) -> None:
    driven = drive(operation, [answer(401), answer(401)], tokens=["tok-1", "tok-2", "tok-3"])
    assert driven.kinds == "AskForToken Send AskForToken Send"
    assert driven.status == 401


def test_the_new_token_is_used_for_the_following_attempts() -> None:
    script = [answer(503), answer(401), answer(503), answer(401)]
    driven = drive("get_orderdetails_v6_1", script, tokens=["tok-1", "tok-2", "tok-3"])
    assert driven.bearers == ["Bearer tok-1"] * 2 + ["Bearer tok-2"] * 2
    assert driven.kinds == "AskForToken Send Sleep Send AskForToken Send Sleep Send"
    assert driven.final
    assert driven.final.in_doubt


def test_without_a_token_the_request_has_no_authorization_and_a_401_is_final() -> None:
    driven = drive("get_orderdetails_v6_1", [answer(401)], tokens=[None])
    assert driven.kinds == "AskForToken Send"
    assert driven.sends[0].request == REQUEST


def test_an_operation_without_authentication_asks_for_no_token() -> None:
    driven = drive("get_accesstoken", [answer(401)], authorized=False)
    assert driven.kinds == "Send"
    assert driven.bearers == [None]


def test_every_attempt_is_the_same_request() -> None:
    driven = drive("get_orderdetails_v6_1", [not_sent(), answer(429), answer(500), OK])
    bearing = REQUEST.bearing(Sealed("tok-1"))
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


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry_After": "5"}, 5.25),
        ({"Retry_After": "Tue, 14 Nov 2023 22:13:27 GMT"}, 7.25),
        ({"Retry_After": "100000"}, 120),
        ({"Retry_After": "0"}, 0.25),
        ({"Retry_After": "Tue, 14 Nov 2023 22:13:13 GMT"}, 0.25),
        ({"Retry_After": "soon"}, 0.25),
        # The quota's reset says nothing of a service that is down.
        ({"X_RateLimit_Reset": "20"}, 0.25),
    ],
)
def test_the_retry_after_of_a_failed_service_is_kept(status: int, headers: dict[str, str], wait: float) -> None:
    driven = drive("get_orderdetails_v6_1", [answer(status, **headers), OK], clock=Clock(epoch=1_700_000_000))
    assert driven.waits == [pytest.approx(wait)]


def test_a_retry_after_beyond_the_deadline_ends_the_call() -> None:
    driven = drive("get_orderdetails_v6_1", [answer(503, Retry_After="60")], policy=RetryPolicy(deadline=50))
    assert driven.kinds == "AskForToken Send"
    assert driven.status == 503


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


def test_a_wait_that_would_pass_the_deadline_is_not_started() -> None:
    policy = RetryPolicy(deadline=50)
    driven = drive("post_createorder_v6", [answer(429)], policy=policy)
    assert driven.kinds == "AskForToken Send"
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
    assert driven.kinds == "AskForToken Send Sleep"
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
    assert driven.kinds == "AskForToken Send Sleep"
    assert type(driven.error) is error


@pytest.mark.parametrize("takes", [300, 301])
@pytest.mark.parametrize("operation", EVERY)
def test_a_token_that_came_after_the_deadline_is_not_used(operation: str, takes: float) -> None:
    driven = drive(operation, [], each_token_takes=takes)
    assert driven.kinds == "AskForToken"
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
    assert driven.kinds == "AskForToken Send AskForToken"
    assert driven.status == 401


@pytest.mark.parametrize(("takes", "wait"), [(40, 0.0), (50, None), (51, None)])
def test_no_further_attempt_is_announced_after_a_401_whose_new_token_came_at_the_deadline(
    takes: float, wait: float | None
) -> None:
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
def test_a_wait_for_the_quota_until_the_deadline_is_not_started(operation: str, pause: float, is_sent: bool) -> None:
    throttle: Any = Quota(pause)
    driven = drive(operation, [OK] if is_sent else [], policy=RetryPolicy(deadline=30), throttle=throttle)
    assert driven.kinds == ("AskForToken Sleep Send" if is_sent else "AskForToken")
    assert is_sent or isinstance(driven.error, NotSentException)


@pytest.mark.parametrize(
    ("first", "kinds"),
    [
        (not_sent(), "AskForToken Send Sleep Send"),
        (unanswered(), "AskForToken Send Sleep Sleep Send"),
        (answer(503), "AskForToken Send Sleep Sleep Send"),
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
    assert driven.kinds == "AskForToken Send"


@pytest.mark.parametrize("takes", [0.0, 1.0, 24.999, 99.0, 100.0])
def test_no_attempt_is_ever_given_less_than_some_time(takes: float) -> None:
    script = [answer(503)] * min(4, 1 + int(99.999 // takes) if takes else 4)
    driven = drive("get_orderdetails_v6_1", script, policy=RetryPolicy(deadline=100, base=0), each_send_takes=takes)
    assert_every_timeout_is_above_zero(driven.sends)


# What breaks a call off from outside


def out(operation: str, *before: Step, tokens: tuple[str, ...] = ("tok-1",)) -> Any:
    """Return a call that stands where a request is out, after some attempts that are over."""
    clock = Clock()
    flow = exchange(
        call_of(operation, timeouts=Timeouts(1, 1)),
        Runtime(clock.monotonic, clock.wall, lambda: 0.5),
        Asked(),
    )
    steps, left = list(before), list(tokens)
    command = next(flow)
    while not isinstance(command, Send) or steps:
        match command:
            case Send():
                step = steps.pop(0)
                command = flow.throw(step) if isinstance(step, TransportFailure) else flow.send(step)
            case AskForToken():
                command = flow.send(Sealed(left.pop(0)))
            case _:
                command = flow.send(None)
    return flow


class BreakOff(BaseException):
    """From outside, as a cancelled task's and Ctrl-C are."""


CHANGES = [*ONCE, "delete_ordercancel"]
BROKEN_OFF: list[tuple[list[str], list[Step], bool]] = [
    # Whom it breaks off, after which attempts, with a request out, and whether that leaves a doubt.
    (CHANGES, [], True),
    (CHANGES, [not_sent(), answer(429)], True),
    (["delete_ordercancel"], [unanswered(), answer(503)], True),
    (["get_orderdetails_v6_1", "get_resellers_v6_ordersearch"], [], False),
    (["get_orderdetails_v6_1"], [unanswered(), answer(503)], False),
]


@pytest.mark.parametrize("error", [BreakOff, KeyboardInterrupt, SystemExit, MemoryError, ZeroDivisionError])
@pytest.mark.parametrize(
    ("operation", "before", "doubtful"),
    [pytest.param(op, before, doubt, id=f"{op}-{len(before)}") for ops, before, doubt in BROKEN_OFF for op in ops],
)
def test_an_interrupt_is_raised_unchanged_and_carries_the_doubt(
    operation: str, before: list[Step], doubtful: bool, error: type[BaseException]
) -> None:
    flow, thrown = out(operation, *before), error()
    with pytest.raises(error) as caught:
        flow.throw(thrown)
    assert caught.value is thrown
    doubt = Doubt(operation, "PO-1", "20-AAAA1", "corr-1", len(before) + 1)
    assert in_doubt(thrown) == ((doubt,) if doubtful else ())
    assert getattr(thrown, "doubt", None) == (doubt if doubtful else None)
    said = f"{operation} may have been acted on (PO PO-1, order 20-AAAA1, correlation ID corr-1): find out before"
    assert getattr(thrown, "__notes__", []) == ([f"{said} repeating it"] if doubtful else [])


@pytest.mark.parametrize("operation", CHANGES)
def test_an_interrupt_before_any_byte_was_sent_carries_only_the_doubt_of_earlier_attempts(operation: str) -> None:
    for before in ([], [unanswered()] if operation == "delete_ordercancel" else [not_sent()]):
        thrown = BreakOff()
        mark_unsent(thrown)
        with pytest.raises(BreakOff):
            out(operation, *before).throw(thrown)
        assert bool(in_doubt(thrown)) is (operation == "delete_ordercancel" and before != [])
        assert [*vars(thrown)] in ([], ["doubt", "__notes__"]), "the mark is between transport and core"


@pytest.mark.parametrize("operation", EVERY)
@pytest.mark.parametrize("first", [None, answer(503), answer(401)], ids=["token", "pause", "new token"])
def test_an_interrupt_between_attempts_carries_the_doubt_of_earlier_attempts(
    operation: str, first: Step | None
) -> None:
    if first is None:
        clock = Clock()
        flow: Any = exchange(
            call_of(operation, timeouts=Timeouts(1, 1)),
            Runtime(clock.monotonic, clock.wall, lambda: 0.5),
            Asked(),
        )
        assert isinstance(next(flow), AskForToken)
    elif isinstance(first, Response) and first.status == 503 and operation in ONCE:
        return  # there is no pause
    else:
        flow = out(operation)
        assert isinstance(flow.send(first), (Sleep, AskForToken))
    thrown = BreakOff()
    with pytest.raises(BreakOff):
        flow.throw(thrown)
    is_over = isinstance(first, Response) and first.status == 503
    assert bool(in_doubt(thrown)) is (operation == "delete_ordercancel" and is_over)


def test_an_unexpected_exception_of_the_transport_is_not_retried() -> None:
    with pytest.raises(ZeroDivisionError):
        out("get_orderdetails_v6_1").throw(ZeroDivisionError())


@pytest.mark.parametrize("operation", EVERY)
def test_the_error_of_an_unanswered_call_names_operation_and_order(operation: str) -> None:
    script = [unanswered()] * (1 if operation in ONCE else 4)
    error = drive(operation, script).error
    assert isinstance(error, UnansweredException)
    doubt = Doubt(operation, "PO-1", "20-AAAA1", "corr-1", len(script))
    assert error.doubt == (doubt if operation in CHANGES else None)
    assert ("may have been acted on" in str(error)) is (operation in CHANGES)
    error = drive(operation, [not_sent()] * 4).error
    assert isinstance(error, NotSentException)
    assert (error.customer_order_number, error.order_number, error.doubt) == (*SUBJECT, None)


# An answer that is another call's, or no whole one


@pytest.mark.parametrize(
    ("echoed", "is_another"),
    [
        ("corr-other", True),
        ("CORR-Other", True),
        (" corr-other ", True),
        ("corr-1", False),
        ("CORR-1", False),
        ("corr-of-the-gateway", False),
        ("", False),
        (None, False),
    ],
)
@pytest.mark.parametrize("operation", EVERY)
def test_the_answer_to_another_call_counts_as_no_answer(operation: str, echoed: str | None, is_another: bool) -> None:
    recent = RecentCalls()
    recent.remember("corr-other", Subject())
    strange = answer(200, {"a": 1}, **({} if echoed is None else {"IM_CorrelationID": echoed}))
    driven = drive(operation, [strange, OK] if is_another and operation not in ONCE else [strange], recent=recent)
    if not is_another:
        assert driven.kinds == "AskForToken Send"
        assert driven.status == 200
    elif operation in ONCE:
        assert driven.kinds == "AskForToken Send DropConnections"
        assert isinstance(driven.error, UnansweredException)
        assert driven.error.may_have_been_acted_on
        assert driven.error.body is None, "it is about another order"
    else:
        assert driven.kinds == "AskForToken Send DropConnections Sleep Send"
        assert driven.final
        assert driven.final.response is OK
        assert driven.final.in_doubt


def test_a_client_remembers_a_limited_number_of_calls() -> None:
    recent = RecentCalls()
    recent.remember("First", Subject())
    for number in range(1023):
        recent.remember(f"c-{number}", Subject())
    assert recent.is_another("first", "mine")
    assert not recent.is_another("first", "FIRST")
    recent.remember("one more", Subject())
    assert not recent.is_another("first", "mine")
    assert recent.is_another("c-0", "mine")


def test_each_attempt_is_remembered_so_that_a_late_answer_to_it_is_known() -> None:
    recent = RecentCalls()
    drive("get_orderdetails_v6_1", [OK], recent=recent)
    assert recent.is_another("corr-1", "corr-2")


@pytest.mark.parametrize(
    ("operation", "target", "status", "is_whole"),
    [
        ("get_resellers_v6_ordersearch", "", 204, True),
        ("get_resellers_v6_ordersearch", "", 200, False),
        ("delete_ordercancel", "", 200, True),
        ("put_ordermodify", "?actionCode=release", 200, True),
        ("put_ordermodify", "", 200, False),
        ("post_createorder_v6", "", 201, False),
        ("post_createorder_v6", "", 404, True),
        ("get_orderdetails_v6_1", "", 302, True),
    ],
)
def test_an_answer_that_ends_after_its_headers_is_complete_if_it_may_be_empty(
    operation: str, target: str, status: int, is_whole: bool
) -> None:
    clock = Clock()
    flow = exchange(
        call_of(operation, replace(REQUEST, target=REQUEST.target + target), policy=RetryPolicy(attempts=1)),
        Runtime(clock.monotonic, clock.wall, lambda: 0.5),
        None,
    )
    next(flow)
    with pytest.raises(StopIteration if is_whole else UnansweredException) as caught:
        flow.send(replace(answer(status), measured=False))
    if not isinstance(caught.value, StopIteration):
        assert "the answer breaks off before its body" in str(caught.value)


# Waits


class Pausing:
    """A quota that lets each call wait once, for just so long, and remembers what it was told of attempts."""

    def __init__(self, *pauses: float) -> None:
        self.pauses = list(pauses)
        self.settled: list[tuple[bool, bool]] = []

    def reserve(self, operation: str, now: float, *, reads: bool) -> float:
        assert operation
        assert now >= Clock.epoch
        assert reads
        return self.pauses.pop(0) if self.pauses else 0.0

    def settle(self, operation: str, headers: Any, now: float, *, is_sent: bool) -> None:
        assert operation
        assert now >= Clock.epoch
        self.settled.append((headers is not None, is_sent))

    def refused(self, *_: object) -> None:
        pass


@pytest.mark.parametrize(
    ("attempts", "timeouts", "deadline", "pause", "goes_out"),
    [
        # With one attempt nobody waits longer than for an answer.
        (1, Timeouts(10, 60), 300, 69, True),
        (1, Timeouts(10, 60), 300, 70, False),
        (1, Timeouts(2, 5, 6), 300, 5, True),
        (1, Timeouts(2, 5, 6), 300, 6, False),
        (1, Timeouts(10, 60), 30, 29, True),
        (1, Timeouts(10, 60), 30, 30, False),
        # With repeats up to the deadline.
        (2, Timeouts(2, 5, 5), 300, 299, True),
        (2, Timeouts(2, 5, 5), 300, 300, False),
    ],
)
def test_a_call_is_held_back_no_longer_than_its_deadline(
    attempts: int, timeouts: Timeouts, deadline: float, pause: float, goes_out: bool
) -> None:
    policy = RetryPolicy(attempts=attempts, deadline=deadline)
    script = [OK] if goes_out else []
    driven = drive("get_orderdetails_v6_1", script, throttle=Pausing(pause), policy=policy, timeouts=timeouts)
    if goes_out:
        assert driven.kinds == "AskForToken Sleep Send"
        return
    assert driven.kinds == "AskForToken"
    error = driven.error
    assert isinstance(error, NotSentException)
    said = f"the quota is used up, and renewed only in {pause} s, after the deadline of {pause} s; nothing was sent"
    assert str(error).startswith(said)
    assert error.attempts == 0


@pytest.mark.parametrize(
    ("step", "settled"),
    [
        (OK, (True, True)),
        (answer(429), (True, True)),
        (unanswered(), (False, True)),
        (not_sent(), (False, False)),
    ],
    ids=name,
)
def test_an_attempt_that_was_not_sent_does_not_count_against_the_quota(step: Step, settled: tuple[bool, bool]) -> None:
    throttle = Pausing()
    drive("get_orderdetails_v6_1", [step], throttle=throttle, policy=RetryPolicy(attempts=1))
    assert throttle.settled == [settled]


def test_what_came_of_an_answer_is_in_the_error() -> None:
    begun = Response(502, "Bad Gateway", answer(502, X_Trace="edge-7").headers, "café".encode()[:-1])
    error = drive("post_createorder_v6", [Unanswered("connection reset", begun)]).error
    assert isinstance(error, UnansweredException)
    assert (error.status, error.reason, error.body) == (502, "connection reset", "caf")
    assert error.headers is not None
    assert error.headers["x-trace"] == "edge-7"


@pytest.mark.parametrize("seconds", [0.5, 1.0, 1.5, 30.0])
def test_a_long_wait_gives_its_reason(seconds: float) -> None:
    policy = RetryPolicy(base=0)
    driven = drive("get_orderdetails_v6_1", [answer(429, Retry_After=str(seconds)), OK], policy=policy)
    (wait,) = (each for each in driven.commands if isinstance(each, Sleep))
    said = (
        "get_orderdetails_v6_1: it was answered 429; attempt 2 of 4 follows then (see RetryPolicy.wait_cap, _deadline)"
    )
    assert wait == Sleep(seconds, said if seconds > 1 else "")


def test_a_wait_that_no_answer_asked_for_names_the_setting_that_made_it() -> None:
    driven = drive("get_orderdetails_v6_1", [answer(429), OK], policy=RetryPolicy(base=0))
    (wait,) = (each for each in driven.commands if isinstance(each, Sleep))
    assert wait.why.endswith("(see RetryPolicy.quota_window, _deadline)")


def test_a_wait_after_a_failure_gives_the_failure() -> None:
    policy = RetryPolicy(base=10, attempts=2)
    driven = drive("get_orderdetails_v6_1", [not_sent("no such host"), OK], policy=policy)
    (wait,) = (each for each in driven.commands if isinstance(each, Sleep))
    assert wait.why.startswith("get_orderdetails_v6_1: no such host; attempt 2 of 2 follows then")


@pytest.mark.parametrize(
    ("pauses", "told"),
    [
        ([0.5], []),
        ([1.0], []),
        ([0.6, 0.6, 5.0], [1]),
        ([30.0], [0]),
        ([30.0, 20.0, 10.0], [0]),
    ],
)
def test_a_wait_for_the_quota_gives_its_reason_once_it_is_long(pauses: list[float], told: list[int]) -> None:
    driven = drive("get_orderdetails_v6_1", [OK], throttle=Pausing(*pauses))
    assert driven.waits == pauses
    whys = [each.why for each in driven.commands if isinstance(each, Sleep)]
    said = "get_orderdetails_v6_1: the quota is used up until then (see calls_per_minute, _deadline)"
    assert whys == [said if number in told else "" for number in range(len(pauses))]

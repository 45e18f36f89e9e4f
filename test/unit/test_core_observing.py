"""What an observer gets: each attempt, the end of each call, and no secret."""

from __future__ import annotations

import asyncio
import copy
import logging
import pickle
from contextlib import nullcontext
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit_kit import (
    AT_ONCE,
    CREATED,
    ORDER,
    SUBJECT,
    WHO,
    Asked,
    Clock,
    Connected,
    Step,
    answer,
    call_of,
    drive,
    not_sent,
    unanswered,
)
from world_kit import World

from xi.sdk.resellers._core.exchange import Exchange, exchange
from xi.sdk.resellers._core.flow import Flow, Send, Sleep
from xi.sdk.resellers._core.messages import FinalResponse, Response, Unanswered
from xi.sdk.resellers._core.observing import Attempt, Finished
from xi.sdk.resellers._core.redact import Sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._core.throttle import Throttle
from xi.sdk.resellers._transport.async_driver import run_async
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import (
    ApiException,
    ApiTypeError,
    Doubt,
    NotSentException,
    TooManyRequestsException,
    UnansweredException,
    UnauthorizedException,
    in_doubt,
)

DETAILS, CREATE, CANCEL = "get_orderdetails_v6_1", "post_createorder_v6", "delete_ordercancel"
FOUND = answer(200, {"ingramOrderNumber": "20-RD128"})


class ObservedFlow:
    """A flow with an observer, run on a simulated clock; each attempt takes two seconds."""

    def __init__(
        self, operation: str, script: list[Step], throttle: Throttle | None = None, credentials: Any = None, **more: Any
    ) -> None:
        self.events: list[Attempt | Finished] = []
        steps = list(script)
        self.world = World(lambda _, now: (now + 1.0, lambda __: (steps.pop(0), 1.0)))
        self.flow = self._answered(
            Exchange(
                call_of(operation, **more),
                self.world.runtime(throttle=throttle, observer=self.events.append),
                credentials,
            )
        )

    def _answered(self, exchanged: Exchange) -> Flow[FinalResponse]:
        final = yield from exchanged.flow()
        exchanged.finish(final, None)
        return final

    def run(self) -> list[Attempt | Finished]:
        self.task = self.world.spawn(self.flow)
        self.world.run()
        return self.events


def attempts(events: list[Attempt | Finished]) -> list[tuple[int, int | None, str | None, float | None]]:
    return [(each.number, each.status, each.failure, each.wait) for each in events if isinstance(each, Attempt)]


@pytest.mark.parametrize(
    ("operation", "script", "expected", "end"),
    [
        (DETAILS, [FOUND], [(1, 200, None, None)], (1, 200, None, 2.0)),
        (DETAILS, [answer(404)], [(1, 404, None, None)], (1, 404, None, 2.0)),
        (
            DETAILS,
            [answer(503), unanswered(), not_sent(), FOUND],
            [
                (1, 503, None, 0.25),
                (2, None, "connection reset", 0.5),
                (3, None, "could not connect", 1.0),
                (4, 200, None, None),
            ],
            (4, 200, None, 9.75),
        ),
        (CREATE, [unanswered()], [(1, None, "connection reset", None)], (1, None, "connection reset", 2.0)),
        (CREATE, [answer(503)], [(1, 503, None, None)], (1, 503, None, 2.0)),
        (
            DETAILS,
            [answer(429, Retry_After="7"), FOUND],
            [(1, 429, None, 7.25), (2, 200, None, None)],
            (2, 200, None, 11.25),
        ),
        (
            DETAILS,
            [replace(answer(200, b""), measured=False), FOUND],
            [(1, None, "the answer breaks off before its body", 0.25), (2, 200, None, None)],
            (2, 200, None, 4.25),
        ),
    ],
)
def test_the_observer_gets_each_attempt_and_then_the_end(
    operation: str, script: list[Step], expected: list[Any], end: tuple[Any, ...]
) -> None:
    events = ObservedFlow(operation, script).run()
    assert attempts(events) == expected
    assert [type(each) for each in events] == [Attempt] * len(expected) + [Finished]
    last = events[-1]
    assert isinstance(last, Finished)
    assert (last.attempts, last.status, last.failure, last.elapsed) == end
    assert {(each.operation, each.correlation_id) for each in events} == {(operation, "corr-1")}


def test_each_event_says_which_call_it_is_about() -> None:
    request = call_of(CREATE).request
    asked = replace(request, target=f"{request.target}?pageSize=5")
    events = ObservedFlow(CREATE, [answer(503)], request=asked).run()
    assert {(each.operation, each.correlation_id) for each in events} == {(CREATE, "corr-1")}
    (attempt,) = (each for each in events if isinstance(each, Attempt))
    expected = (request.method, request.target, SUBJECT.customer_order_number)
    assert (attempt.method, attempt.path, attempt.po) == expected


def test_times_come_from_the_wall_clock_and_durations_from_the_monotonic_clock() -> None:
    first, second, end = ObservedFlow(DETAILS, [answer(503), FOUND]).run()
    assert (first.started, first.elapsed) == (Clock.epoch, 2.0)
    assert (second.started, second.elapsed) == (Clock.epoch + 2.25, 2.0)
    assert (end.started, end.elapsed) == (Clock.epoch, 4.25)


def test_the_observer_gets_the_time_a_call_was_held_back() -> None:
    throttle = Throttle(nullcontext())
    throttle.reserve(DETAILS, Clock.epoch - 1, reads=True)
    throttle.settle(DETAILS, answer(X_RateLimit_Remaining="0", X_RateLimit_Reset="4.5").headers, Clock.epoch)
    (attempt, end) = ObservedFlow(DETAILS, [FOUND], throttle).run()
    assert isinstance(attempt, Attempt)
    assert (attempt.held, attempt.elapsed, end.elapsed) == (pytest.approx(4.51), 2.0, pytest.approx(6.51))


def test_a_call_is_not_sent_if_the_quota_is_renewed_after_its_deadline() -> None:
    throttle = Throttle(nullcontext())
    throttle.reserve(DETAILS, Clock.epoch, reads=True)
    throttle.settle(DETAILS, answer(X_RateLimit_Remaining="0", X_RateLimit_Reset="40.5").headers, Clock.epoch)
    observed_flow = ObservedFlow(DETAILS, [], throttle, policy=RetryPolicy(deadline=30))
    (end,) = observed_flow.run()
    assert isinstance(end, Finished)
    assert (end.attempts, end.status) == (0, None)
    assert end.failure == "the quota is used up, and renewed only in 41 s, after the deadline of 30 s"
    assert isinstance(observed_flow.task.error, NotSentException)


def test_a_wait_for_the_quota_that_overruns_the_deadline_sends_nothing_and_uses_no_quota() -> None:
    throttle = Throttle(nullcontext())
    throttle.reserve(DETAILS, Clock.epoch, reads=True)
    throttle.settle(DETAILS, answer(X_RateLimit_Remaining="0", X_RateLimit_Reset="4.5").headers, Clock.epoch)
    observed_flow = ObservedFlow(DETAILS, [], throttle, policy=RetryPolicy(deadline=30))
    assert isinstance(next(observed_flow.flow), Sleep)
    observed_flow.world.clock.elapsed += 3_600  # a laptop was shut
    with pytest.raises(NotSentException, match="the deadline of 30 s passed before there was a place in the quota"):
        observed_flow.flow.send(None)
    assert throttle._windows[DETAILS].in_flight == 0


def test_the_attempt_after_a_renewed_token_follows_without_a_wait() -> None:
    class Renewing(Asked):
        def obtain(self, refused: Sealed | None, until: float) -> Any:  # noqa: ARG002 - the protocol's
            return Sealed("t-2" if refused else "t-1")
            yield

    observed_flow = ObservedFlow(DETAILS, [answer(401), answer(503), FOUND], credentials=Renewing())
    assert attempts(observed_flow.run()) == [(1, 401, None, 0.0), (2, 503, None, 0.25), (3, 200, None, None)]


def test_no_attempt_is_announced_after_a_token_that_was_renewed_too_late() -> None:
    class Slow(Asked):
        def obtain(self, refused: Sealed | None, until: float) -> Any:  # noqa: ARG002 - the protocol's
            if refused:
                yield Sleep(10.0)
            return Sealed("t-2" if refused else "t-1")

    observed_flow = ObservedFlow(DETAILS, [answer(401)], credentials=Slow(), policy=RetryPolicy(deadline=12.0))
    assert attempts(observed_flow.run()) == [(1, 401, None, None)]
    assert observed_flow.task.value.response.status == 401


def test_the_repeat_with_a_new_token_does_not_count_as_one_of_the_attempts() -> None:
    policy = RetryPolicy(attempts=2)
    script = [answer(401), answer(503), FOUND]
    driven = drive(DETAILS, script, tokens=["t-1", "t-2"], policy=policy)
    assert driven.status == 200
    assert driven.waits == [0.25]
    assert (
        len(drive(DETAILS, [answer(401), answer(503)], tokens=["t-1", "t-2"], policy=RetryPolicy(attempts=1)).sends)
        == 2
    )


class Failing(Asked):
    def __init__(self, error: Exception) -> None:
        self.error = error

    def obtain(self, refused: Sealed | None, until: float) -> Any:  # noqa: ARG002 - the protocol's
        if refused is None and isinstance(self.error, UnauthorizedException):
            return Sealed("t-1")
        raise self.error
        yield


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (NotSentException(0, "no token: could not connect"), "no token: could not connect"),
        (LookupError("hush"), "given up: the program broke it off"),
    ],
)
def test_a_call_without_a_token_ends_unsent(error: Exception, failure: str) -> None:
    (end,) = ObservedFlow(DETAILS, [], credentials=Failing(error)).run()
    assert isinstance(end, Finished)
    assert (end.attempts, end.status, end.failure) == (0, None, failure)


def test_a_renewal_that_fails_after_a_401_ends_the_call() -> None:
    error = UnauthorizedException(401, "Unauthorized")
    events = ObservedFlow(DETAILS, [answer(401)], credentials=Failing(error)).run()
    assert attempts(events) == [(1, 401, None, None)]
    assert isinstance(events[-1], Finished)
    assert events[-1].failure == "Unauthorized"


DOUBT = Doubt(CREATE, "PO-1", "20-AAAA1", "corr-1", 1)


@pytest.mark.parametrize("end", [GeneratorExit, KeyboardInterrupt, RuntimeError, asyncio.CancelledError])
@pytest.mark.parametrize(("operation", "doubt"), [(CREATE, DOUBT), (DETAILS, None)])
def test_the_observer_gets_the_doubt_of_a_call_interrupted_while_it_is_sent(
    operation: str, doubt: Doubt | None, end: type[BaseException]
) -> None:
    observed_flow = ObservedFlow(operation, [])
    assert isinstance(next(observed_flow.flow), Send)
    observed_flow.world.clock.elapsed += 3.0
    with pytest.raises(end):
        observed_flow.flow.throw(end())
    assert attempts(observed_flow.events) == [(1, None, "given up: the program broke it off", None)]
    last = observed_flow.events[-1]
    assert isinstance(last, Finished)
    assert (last.attempts, last.elapsed, last.doubt) == (1, 3.0, doubt)
    assert pickle.loads(pickle.dumps(last)) == last


@pytest.mark.parametrize(
    ("operation", "script", "is_doubtful"),
    [
        (CREATE, [unanswered()], True),
        (CREATE, [not_sent()] * 4, False),
        (CREATE, [not_sent(), unanswered()], True),
        (CANCEL, [unanswered(), *[not_sent()] * 3], True),
        (CANCEL, [unanswered()] * 4, True),
        (DETAILS, [unanswered()] * 4, False),
        (CREATE, [replace(answer(201), measured=False)], True),
    ],
)
def test_the_observer_gets_the_doubt_of_an_unanswered_call(
    operation: str, script: list[Step], is_doubtful: bool
) -> None:
    observed_flow = ObservedFlow(operation, script)
    last = observed_flow.run()[-1]
    assert isinstance(last, Finished)
    doubt = Doubt(operation, "PO-1", "20-AAAA1", "corr-1", len(script))
    assert last.doubt == (doubt if is_doubtful else None)
    assert observed_flow.task.error is not None
    assert in_doubt(observed_flow.task.error) == ((last.doubt,) if last.doubt else ())


def test_the_observer_gets_one_end_of_a_call_interrupted_between_attempts() -> None:
    observed_flow = ObservedFlow(DETAILS, [])
    next(observed_flow.flow)
    assert isinstance(observed_flow.flow.throw(unanswered()), Sleep)
    observed_flow.flow.close()
    assert [type(each) for each in observed_flow.events] == [Attempt, Finished]


@pytest.mark.parametrize(("operation", "doubt"), [(DETAILS, None), (CREATE, DOUBT)])
def test_the_observer_gets_the_end_of_a_cancelled_task(operation: str, doubt: Doubt | None) -> None:
    observed_flow = ObservedFlow(operation, [])

    class Stuck:
        async def send(self, *_: object) -> Any:
            await asyncio.Event().wait()

        async def close(self) -> None:
            pass

    async def scene() -> None:
        task = asyncio.ensure_future(run_async(observed_flow.flow, Stuck(), lambda _: None))
        await asyncio.sleep(0)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(scene())
    first, last = observed_flow.events
    assert isinstance(first, Attempt)
    assert first.failure == "given up: the program broke it off"
    assert isinstance(last, Finished)
    assert last.doubt == doubt
    assert in_doubt(caught.value) == ((doubt,) if doubt else ())


def test_events_are_values_that_pickle() -> None:
    for event in ObservedFlow(DETAILS, [FOUND]).run():
        assert pickle.loads(pickle.dumps(event)) == copy.copy(event) == event
        with pytest.raises(FrozenInstanceError):
            event.operation = "other"  # type: ignore[misc]


# Through a client


def observed(*script: Step, observer: Any, **settings: Any) -> Connected:
    return Connected(
        *script, configuration=Configuration(**{"access_token": "t", "retry": AT_ONCE, "observer": observer} | settings)
    )


def test_the_observer_gets_the_fetch_of_a_token_as_a_separate_call() -> None:
    events: list[Any] = []
    client = observed(
        answer(200, {"access_token": "hush-token", "expires_in": "60"}),
        FOUND,
        observer=events.append,
        access_token=None,
        client_id="app-1",
        client_secret="hush-secret",
    )
    client.orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert [(type(each), each.operation) for each in events] == [
        (Attempt, "get_accesstoken"),
        (Finished, "get_accesstoken"),
        (Attempt, DETAILS),
        (Finished, DETAILS),
    ]
    assert [each.correlation_id for each in events] == [None, None, "corr-1", "corr-1"]
    assert "hush" not in repr(events)


def test_a_failure_that_quotes_the_secret_is_reported_without_it() -> None:
    events: list[Any] = []
    client = observed(
        Unanswered("bad line: client_secret=hush-secret"),
        observer=events.append,
        access_token=None,
        client_id="app-1",
        client_secret="hush-secret",
        retry=RetryPolicy(attempts=1),
    )
    with pytest.raises(NotSentException):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert "hush" not in repr(events)
    assert len(events) == 3, "the attempt and the end of the fetch, and the end of the call"


@pytest.mark.parametrize("script", [[answer(201, CREATED)], [unanswered()]], ids=["answered", "not"])
def test_an_observer_that_raises_is_logged_and_does_not_affect_the_call(
    script: list[Step], caplog: pytest.LogCaptureFixture
) -> None:
    def broken(event: Any) -> None:
        raise ZeroDivisionError(event.operation)

    is_answered = isinstance(script[0], Response)
    client = observed(*script, observer=broken)
    caplog.set_level(logging.ERROR, logger="xi.sdk.resellers")
    with nullcontext() if is_answered else pytest.raises(UnansweredException):
        client.orders.post_createorder_v6(*WHO, ORDER)
    expected = [
        record
        for record in caplog.records
        if "the observer failed on an event of post_createorder_v6" in record.message
    ]
    assert len(expected) == 2
    assert expected[0].exc_info


# Attempts, deadline and cap together


@given(
    attempts=st.integers(1, 6),
    deadline=st.floats(0.5, 400),
    cap=st.floats(0, 200),
    base=st.floats(0, 50),
    chance=st.floats(0, 1),
    takes=st.floats(0, 30),
    script=st.lists(
        st.sampled_from(
            [answer(503), unanswered(), not_sent(), answer(429), answer(429, Retry_After="100000")]
            + [answer(429, Retry_After=text) for text in ("3", "Tue, 14 Nov 2023 22:14:20 GMT", "x", "-1", "1e300")]
            + [answer(429, X_RateLimit_Reset=text) for text in ("30", "1700000060", "1700000060000", "1")]
        ),
        min_size=6,
        max_size=6,
    ),
)
def test_no_call_waits_or_tries_beyond_its_policy(
    attempts: int, deadline: float, cap: float, base: float, chance: float, takes: float, script: list[Step]
) -> None:
    clock = Clock()
    policy = RetryPolicy(attempts=attempts, deadline=deadline, wait_cap=cap, base=base)
    left = list(script)
    flow = exchange(
        call_of(DETAILS, policy=policy),
        World(clock=clock).runtime()._replace(random=lambda: chance),
        None,
    )
    sent = 0
    reply: Any = None
    try:
        while True:
            command = flow.throw(reply) if isinstance(reply, Exception) else flow.send(reply)
            # The clock starts at 5,000, so a difference of two moments is rounded.
            assert clock.elapsed <= deadline + 1e-6, "begun after the deadline of 30 s"
            if isinstance(command, Sleep):
                assert 0 <= command.seconds <= cap
                assert clock.elapsed + command.seconds < deadline + 1e-6
                clock.elapsed += command.seconds
                reply = None
            else:
                assert isinstance(command, Send)
                assert command.timeouts.total is not None
                assert 0 < command.timeouts.total <= deadline - clock.elapsed + 1e-6
                sent += 1
                clock.elapsed += takes
                reply = left.pop(0)
    except (StopIteration, ApiException):
        assert 1 <= sent <= attempts


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({}, 4),
        ({"_retry": RetryPolicy(attempts=2, base=0, quota_window=0)}, 2),
        ({"_retry": RetryPolicy(attempts=1)}, 1),
        ({"_deadline": 1e-9}, 0),
    ],
)
def test_a_call_may_have_its_own_policy(options: dict[str, Any], sent: int) -> None:
    client = observed(*[answer(429)] * sent, observer=None)
    with pytest.raises((TooManyRequestsException, NotSentException)):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO, **options)
    assert len(client.sent) == sent


def test_the_deadline_of_a_call_replaces_the_deadline_of_its_policy() -> None:
    client = observed(FOUND, observer=None)
    client.orders.get_orderdetails_v6_1("20-RD128", *WHO, _retry=RetryPolicy(deadline=5), _deadline=20.0)
    total = client.transport.timeouts[0].total
    assert total is not None
    assert 15 < total <= 20


@pytest.mark.parametrize("given", [3, "3", {"attempts": 3}, object])
def test_an_invalid_policy_is_refused_before_anything_is_sent(given: Any) -> None:
    client = observed(observer=None)
    with pytest.raises(ApiTypeError, match=r"_retry is .* it should be a RetryPolicy"):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO, _retry=given)
    client.orders.api_client.configuration.retry = given
    with pytest.raises(ApiTypeError, match=r"^retry is .* it should be a RetryPolicy"):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert client.sent == []


@pytest.mark.parametrize("deadline", [0, -1, "soon", float("nan"), [1]])
def test_an_invalid_deadline_is_refused_before_anything_is_sent(deadline: Any) -> None:
    client = observed(observer=None)
    with pytest.raises(ValueError, match=r"_deadline is .*; it should be seconds above 0"):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO, _deadline=deadline)


@pytest.mark.parametrize("doubtful", [unanswered(), *(answer(status) for status in (500, 502, 503, 504))])
@pytest.mark.parametrize("retries", [0, 5, "urllib3"])
def test_no_retries_repeat_a_create_that_may_have_been_acted_on(doubtful: Step, retries: Any) -> None:
    import urllib3

    client = observed(doubtful, observer=None)
    client.configuration.retries = urllib3.Retry(5, status_forcelist=[500, 503]) if retries == "urllib3" else retries
    with pytest.raises(ApiException):
        client.orders.post_createorder_v6(*WHO, ORDER)
    assert len(client.sent) == 1


def test_a_retry_without_a_total_uses_the_attempts_of_the_policy() -> None:
    import urllib3

    client = observed(*[answer(503)] * 4, observer=None)
    client.configuration.retries = urllib3.Retry(total=None, connect=1)
    with pytest.raises(ApiException):
        client.orders.get_orderdetails_v6_1("20-RD128", *WHO)
    assert len(client.sent) == 4

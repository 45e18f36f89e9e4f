"""A call from its request to its answer: token, attempts, waits and deadline, as a generator that touches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi.sdk.resellers._core.flow import Acquire, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import NotSent, Response, TransportFailure, Unanswered
from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers._core.retry import Outcome, RetryPolicy, asked_wait, may_repeat, outcome_of
from xi.sdk.resellers.exceptions import NotSentException, UnansweredException

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._core.operation import Operation

_UNAUTHORIZED = 401
_SUCCESS = frozenset(range(200, 300)) - {204}
_RELEASE = "actionCode=release"
"""A modify that asks for nothing else is answered with an empty body."""
_RAISED = {True: UnansweredException, False: NotSentException}
"""What a call without an answer raises, by whether it may have been acted on."""
_FAILURES: dict[type[TransportFailure], Outcome] = {NotSent: Outcome.NOT_SENT, Unanswered: Outcome.UNANSWERED}


class Surroundings(NamedTuple):
    """What a flow may not fetch for itself: the clocks and the dice."""

    monotonic: Callable[[], float]
    """Seconds, for measuring how long something took."""
    wall: Callable[[], float]
    """Seconds since the epoch, for moments the server names."""
    chance: Callable[[], float]
    """A random number from 0 to 1."""

    def since(self, started: float) -> float:
        """Return the seconds since a moment that `monotonic` gave."""
        return self.monotonic() - started


class Answered(NamedTuple):
    """The last answer of a call, and what it took to get it."""

    response: Response
    attempts: int
    in_doubt: bool = False
    """Whether an attempt before the last one may have been acted on."""


def exchange(  # noqa: C901, PLR0912 - the course of a call, told in one place
    operation: Operation[Any],
    request: Request,
    *,
    policy: RetryPolicy,
    timeouts: Timeouts,
    surroundings: Surroundings,
    authorized: bool,
    correlation_id: str | None = None,
) -> Flow[Answered]:
    """Carry a request to its answer.

    Args:
        operation: what is called; its `repeat` decides what may be sent again.
        request: what to send; the same correlation ID goes with every attempt.
        policy: how often and how long to try.
        timeouts: of each attempt; cut to what is left until the deadline.
        surroundings: clocks and dice.
        authorized: whether the bearer token goes with it.
        correlation_id: for the errors.

    Raises:
        NotSentException: no attempt reached the server, or the deadline passed before there was a token.
        UnansweredException: an attempt may have been acted on.
    """
    started = surroundings.monotonic()
    token = cast("str | None", (yield Acquire())) if authorized else None
    left = policy.deadline - surroundings.since(started)
    if left <= 0:
        why = f"the deadline of {policy.deadline:g} s passed before there was a token"
        raise NotSentException(0, why, operation=operation.name, correlation_id=correlation_id, attempts=0)
    attempts = 0
    renewed = False
    in_doubt = False
    while True:
        attempts += 1
        response: Response | None = None
        failure: TransportFailure | None = None
        asked: float | None = None
        try:
            response = cast("Response", (yield Send(request.bearing(token), timeouts.within(left))))
        except TransportFailure as thrown:
            failure = thrown
            outcome = _FAILURES[type(thrown)]
        else:
            if response.status == _UNAUTHORIZED and token is not None and not renewed:
                renewed = True
                fresh = cast("str | None", (yield Acquire(token)))
                left = policy.deadline - surroundings.since(started)
                if fresh not in (None, token) and left > 0:
                    token = fresh
                    continue
            if response.measured or _may_just_end(operation, request, response.status):
                outcome = outcome_of(response.status)
                if outcome is Outcome.ANSWERED:
                    return Answered(response, attempts, in_doubt)
                asked = _asked(outcome, response, policy, surroundings)
            else:
                # "No orders found" would be a dangerous thing to make up, and so would "all lines changed".
                failure = Unanswered("the answer breaks off before its body", response)
                outcome, response = Outcome.UNANSWERED, None
        wait = None
        if may_repeat(operation.repeat, outcome):
            elapsed = surroundings.since(started)
            wait = policy.wait(attempts, elapsed=elapsed, asked=asked, chance=surroundings.chance())
        if wait is not None:
            yield Sleep(wait)
            left = policy.deadline - surroundings.since(started)
            # A wait can overrun by hours, where a laptop was shut: what was asked for is then too old to be done.
            if left > 0:
                in_doubt = in_doubt or outcome in (Outcome.UNANSWERED, Outcome.FAILED)
                continue
        if response is not None:
            return Answered(response, attempts, in_doubt)
        kind = _RAISED[in_doubt or outcome is Outcome.UNANSWERED]
        begun = failure.begun if failure else None
        raise kind(
            begun.status if begun else 0,
            str(failure),
            body=begun.body.decode("utf-8", "replace") if begun else None,
            headers=begun.headers if begun else None,
            operation=operation.name,
            correlation_id=correlation_id,
            attempts=attempts,
            hint="" if kind is UnansweredException and operation.repeat is Repeat.SAFE else None,
        ) from failure


def _may_just_end(operation: Operation[Any], request: Request, status: int) -> bool:
    """Whether an answer may end with its headers, without having said so."""
    return status not in _SUCCESS or operation.success is None or _RELEASE in request.target


def _asked(outcome: Outcome, response: Response, policy: RetryPolicy, surroundings: Surroundings) -> float | None:
    """The seconds an answer asks to wait, where it refused for the quota."""
    if outcome is not Outcome.REFUSED:
        return None
    return asked_wait(response.headers, now=surroundings.wall(), window=policy.quota_window)

"""A call from its request to its answer: token, quota, attempts, waits and deadline; a generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from xi.sdk.resellers._core.flow import Flow, Send, Sleep
from xi.sdk.resellers._core.messages import NotSent, Response, TransportFailure, Unanswered
from xi.sdk.resellers._core.observing import Attempt, Finished
from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers._core.parse import is_unapproved
from xi.sdk.resellers._core.retry import Outcome, RetryPolicy, asked_wait, may_repeat, outcome_of
from xi.sdk.resellers.exceptions import ApiException, NotSentException, UnansweredException

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._core.observing import Observer
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers._core.throttle import Throttle

_UNAUTHORIZED = 401
_SUCCESS = frozenset(range(200, 300)) - {204}
_RELEASE = "actionCode=release"
"""A modify that asks for nothing else is answered with an empty body."""
_RAISED = {True: UnansweredException, False: NotSentException}
"""What a call without an answer raises, by whether it may have been acted on."""
_FAILURES: dict[type[TransportFailure], Outcome] = {NotSent: Outcome.NOT_SENT, Unanswered: Outcome.UNANSWERED}
_GIVEN_UP = "given up: the program broke it off"
_IN_DOUBT = (Outcome.UNANSWERED, Outcome.FAILED)


class Credentials(Protocol):
    """Where a bearer token comes from."""

    def held(self, now: float) -> str | None:
        """Return a token that is at hand, if there is one; `now` is on the monotonic clock."""
        ...

    def acquire(self, refused: str | None, until: float) -> Flow[str | None]:
        """Get a token, or None where there is none to send.

        Args:
            refused: one that the server has just answered 401 to.
            until: moment to be done by, on the monotonic clock.
        """
        ...


class Surroundings(NamedTuple):
    """What a flow may not fetch for itself, and what it shares with others."""

    monotonic: Callable[[], float]
    """Seconds, for measuring how long something took."""
    wall: Callable[[], float]
    """Seconds since the epoch, for moments the server names."""
    chance: Callable[[], float]
    """A random number from 0 to 1."""
    throttle: Throttle | None = None
    """Holds calls back that the quota has no room for."""
    observer: Observer | None = None
    """Is told of each attempt; it must not raise."""


class Answered(NamedTuple):
    """The last answer of a call, and what it took to get it."""

    response: Response
    attempts: int
    in_doubt: bool = False
    """Whether an attempt before the last one may have been acted on."""


def exchange(
    operation: Operation[Any],
    request: Request,
    *,
    policy: RetryPolicy,
    timeouts: Timeouts,
    surroundings: Surroundings,
    credentials: Credentials | None,
    correlation_id: str | None = None,
    hidden: str | None = None,
) -> Flow[Answered]:
    """Carry a request to its answer.

    Args:
        operation: what is called; its `repeat` decides what may be sent again.
        request: what to send; the same correlation ID goes with every attempt.
        policy: how often and how long to try.
        timeouts: of each attempt; cut to what is left until the deadline.
        surroundings: clocks, dice, quota and observer.
        credentials: gives the bearer token; None where none goes with it.
        correlation_id: for the errors.
        hidden: a secret that goes out; should the server echo it, no error and no observer sees it.

    Raises:
        NotSentException: no attempt reached the server, or the deadline passed before there was a token or a place in
            the quota.
        UnansweredException: an attempt may have been acted on.
    """
    observer = surroundings.observer
    told = None if observer is None else _Told(observer, operation.name, correlation_id, surroundings)
    flow = _exchange(operation, request, policy, timeouts, surroundings, credentials, correlation_id, hidden, told)
    return flow if told is None else _observed(flow, told)


def _observed(flow: Flow[Answered], told: _Told) -> Flow[Answered]:
    """Carry a flow out, and tell of its end however it comes: no token, a cancelled task, a fault of the program."""
    try:
        return (yield from flow)
    except BaseException as error:
        told.break_off(error)
        raise


def _exchange(  # noqa: C901, PLR0912, PLR0915 - the course of a call, told in one place
    operation: Operation[Any],
    request: Request,
    policy: RetryPolicy,
    timeouts: Timeouts,
    surroundings: Surroundings,
    credentials: Credentials | None,
    correlation_id: str | None,
    hidden: str | None,
    told: _Told | None,
) -> Flow[Answered]:
    monotonic, wall, chance, throttle, _ = surroundings
    started = monotonic()
    until = started + policy.deadline
    token: str | None = None
    if credentials is not None:
        token = credentials.held(started)
        if token is None:
            token = yield from credentials.acquire(None, until)
    attempts = 0
    on_top = 0
    renewed = in_doubt = False
    response: Response | None = None
    failure: TransportFailure | None = None
    outcome = Outcome.NOT_SENT
    why = ""
    while True:
        held = 0.0
        if throttle is not None:
            while pause := throttle.reserve(operation.name, wall(), reads=operation.method == "GET"):
                if monotonic() + pause >= until:
                    why = f"the quota is used up, and renewed only in {pause:.0f} s, after the deadline"
                    break
                yield Sleep(pause)
                held += pause
            if pause:
                break
        left = until - monotonic()
        # A wait can overrun by hours, where a laptop was shut: what was asked for is then too old to be done.
        if left <= 0:
            if throttle is not None:
                throttle.settle(operation.name, None, wall(), is_sent=False)
            missing = "place in the quota" if held else "token"
            why = f"the deadline of {policy.deadline:g} s passed before there was a {missing}"
            break
        in_doubt = in_doubt or (attempts > 0 and outcome in _IN_DOUBT)
        attempts += 1
        response = failure = asked = None
        if told is not None:
            told.begin(held)
        try:
            response = cast("Response", (yield Send(request.bearing(token), timeouts.within(left))))
        except TransportFailure as thrown:
            failure = thrown.without(hidden) if hidden else thrown
            outcome = _FAILURES[type(thrown)]
        finally:
            if told is not None:
                told.stop(response)
            if throttle is not None:
                headers = None if response is None else response.headers
                throttle.settle(operation.name, headers, wall(), is_sent=not isinstance(failure, NotSent))
        if response is not None:
            if response.status == _UNAUTHORIZED and token is not None and credentials is not None and not renewed:
                renewed = True
                try:
                    fresh: str | None = yield from _another(credentials, token, response, until)
                except ApiException as error:
                    if in_doubt:  # an attempt before this one may have been acted on, whatever the token's error says
                        why = f"after an attempt in doubt: {error.reason}"
                        raise _without_answer(operation, None, why, correlation_id, attempts, in_doubt=True) from error
                    raise
                if fresh is not None and monotonic() < until:
                    token = fresh
                    on_top = 1
                    if told is not None:
                        told.end(response, None, 0.0)
                    continue
            if response.measured or _may_just_end(operation, request, response.status):
                outcome = outcome_of(response.status)
                if outcome is Outcome.ANSWERED:
                    if told is not None:
                        told.end(response, None, None)
                    break
                asked = _asked(outcome, response, policy, surroundings)
                if throttle is not None and asked is not None:
                    throttle.refused(operation.name, min(asked, policy.wait_cap), wall())
            else:
                # "No orders found" would be a dangerous thing to make up, and so would "all lines changed".
                failure = Unanswered("the answer breaks off before its body", response)
                failure = failure.without(hidden) if hidden else failure
                outcome, response = Outcome.UNANSWERED, None
        wait = None
        if may_repeat(operation.repeat, outcome):
            wait = policy.wait(attempts - on_top, elapsed=monotonic() - started, asked=asked, chance=chance())
        if told is not None:
            told.end(response, failure, wait)
        if wait is None:
            break
        yield Sleep(wait)
    if told is not None:
        told.finish(response, str(failure or why))
    if response is not None:
        return Answered(response, attempts, in_doubt)
    raise _without_answer(operation, failure, why, correlation_id, attempts, in_doubt=in_doubt) from failure


def _another(credentials: Credentials, refused: str, response: Response, until: float) -> Flow[str | None]:
    """Get another token than the one just refused, where that would help."""
    if is_unapproved(response):
        return None
    fresh = yield from credentials.acquire(refused, until)
    return None if fresh == refused else fresh


def _without_answer(
    operation: Operation[Any],
    failure: TransportFailure | None,
    why: str,
    correlation_id: str | None,
    attempts: int,
    *,
    in_doubt: bool,
) -> NotSentException | UnansweredException:
    kind = _RAISED[in_doubt or isinstance(failure, Unanswered)]
    begun = failure.begun if failure else None
    return kind(  # type: ignore[return-value]  # one of the two it was chosen from
        begun.status if begun else 0,
        str(failure or why),
        body=begun.body.decode("utf-8", "replace") if begun else None,
        headers=begun.headers if begun else None,
        operation=operation.name,
        correlation_id=correlation_id,
        attempts=attempts,
        hint="" if kind is UnansweredException and operation.repeat is Repeat.SAFE else None,
    )


def _may_just_end(operation: Operation[Any], request: Request, status: int) -> bool:
    """Whether an answer may end with its headers, without having said so."""
    return status not in _SUCCESS or operation.success is None or _RELEASE in request.target


def _asked(outcome: Outcome, response: Response, policy: RetryPolicy, surroundings: Surroundings) -> float | None:
    """The seconds an answer asks to wait, where it refused for the quota."""
    if outcome is not Outcome.REFUSED:
        return None
    return asked_wait(response.headers, now=surroundings.wall(), window=policy.quota_window)


class _Told:
    """Keeps an observer up to date; made only where there is one."""

    def __init__(
        self, observer: Observer, operation: str, correlation_id: str | None, surroundings: Surroundings
    ) -> None:
        self._observer = observer
        self._operation = operation
        self._correlation_id = correlation_id
        self._surroundings = surroundings
        self._began = surroundings.wall()
        self._since = self._from = surroundings.monotonic()
        self._tried: list[Attempt] = []
        self._is_open = False
        self._is_over = False
        self._response: Response | None = None

    def begin(self, held: float) -> None:
        self._is_open = True
        self._response = None
        self._held = held
        self._started = self._surroundings.wall()
        self._since = self._surroundings.monotonic()

    def stop(self, response: Response | None) -> None:
        self._response = response
        self._elapsed = self._surroundings.monotonic() - self._since

    def end(self, response: Response | None, failure: TransportFailure | str | None, wait: float | None) -> None:
        self._is_open = False
        attempt = Attempt(
            operation=self._operation,
            correlation_id=self._correlation_id,
            number=len(self._tried) + 1,
            started=self._started,
            elapsed=self._elapsed,
            status=None if response is None else response.status,
            failure=None if failure is None else str(failure),
            wait=wait,
            held=self._held,
        )
        self._tried.append(attempt)
        self._observer(attempt)

    def break_off(self, error: BaseException) -> None:
        """Tell of an end that came by an exception, where it was not told of before."""
        if self._is_over:
            return
        failure = str(error.reason) if isinstance(error, ApiException) else _GIVEN_UP
        if self._is_open:
            self.end(self._response, None if self._response else failure, None)
        self.finish(None, failure)

    def finish(self, response: Response | None, failure: str) -> None:
        self._is_over = True
        self._observer(
            Finished(
                operation=self._operation,
                correlation_id=self._correlation_id,
                tried=tuple(self._tried),
                started=self._began,
                elapsed=self._surroundings.monotonic() - self._from,
                status=None if response is None else response.status,
                failure=failure if response is None else None,
            )
        )

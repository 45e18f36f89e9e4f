"""A call from its request to its answer: token, quota, attempts, waits and deadline; a generator.

How it goes, from the top:

1. A token: the one at hand, or one that is fetched; without it nothing is sent.
2. A place in the quota, waited for where there is none. Then the request goes out, in what is left of the deadline.
3. What comes back is one of `retry.Outcome`. What may be repeated is, after a wait, and begins again at 2. After a 401
   one new token is fetched, and the request sent once more, on top of the attempts.
4. The last answer is handed on, or the call ends in NotSentException or UnansweredException.

Whatever breaks the call off from outside (a cancelled task, Ctrl-C, a fault in the program's own code) stays as it is.
Where the call may have been acted on by then, it carries a note and a `Doubt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from xi.sdk.resellers._core.flow import NOTICEABLE_S, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import Answered, NotSent, Response, TransportFailure, Unanswered, is_unsent
from xi.sdk.resellers._core.operation import Subject
from xi.sdk.resellers._core.parse import is_unapproved
from xi.sdk.resellers._core.reporting import Report
from xi.sdk.resellers._core.retry import (
    REFUSALS,
    Outcome,
    RetryPolicy,
    asked_wait,
    may_repeat,
    outcome_of,
    retry_after,
)
from xi.sdk.resellers.exceptions import ApiException, Doubt, NotSentException, UnansweredException, carry_doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.correlation import RecentCalls
    from xi.sdk.resellers._core.messages import Request, Timeouts
    from xi.sdk.resellers._core.observing import Observer
    from xi.sdk.resellers._core.operation import Operation
    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers._core.throttle import Throttle

_UNAUTHORIZED = 401
_RAISED = {True: UnansweredException, False: NotSentException}
"""What a call without an answer raises, by whether the last attempt or one before it may have reached the server."""
_FAILURES: dict[type[TransportFailure], Outcome] = {NotSent: Outcome.NOT_SENT, Unanswered: Outcome.UNANSWERED}
_IN_DOUBT = (Outcome.UNANSWERED, Outcome.FAILED)


class Credentials(Protocol):
    """Where a bearer token comes from."""

    def held(self, now: float) -> Sealed | None:
        """Return a token that is at hand, if there is one; `now` is on the monotonic clock."""
        ...

    def acquire(self, refused: Sealed | None, until: float) -> Flow[Sealed | None]:
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
    recent: RecentCalls | None = None
    """The calls that this client made lately, by which the answer to another one is known."""


def exchange(
    operation: Operation[Any],
    request: Request,
    *,
    policy: RetryPolicy,
    timeouts: Timeouts,
    surroundings: Surroundings,
    credentials: Credentials | None,
    correlation_id: str | None = None,
    subject: Callable[[], Subject] = Subject,
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
        subject: tells what the call is about; asked only when it ends in doubt.

    Raises:
        NotSentException: no attempt reached the server, or the deadline passed before there was a token or a place in
            the quota.
        UnansweredException: an attempt may have been acted on.
    """
    course = _Course(operation, request, policy, timeouts, surroundings, credentials, correlation_id, subject)
    try:
        return (yield from course.run())
    except BaseException as error:
        course.break_off(error)
        raise


class _Course:
    """One call under way."""

    def __init__(
        self,
        operation: Operation[Any],
        request: Request,
        policy: RetryPolicy,
        timeouts: Timeouts,
        surroundings: Surroundings,
        credentials: Credentials | None,
        correlation_id: str | None,
        subject: Callable[[], Subject],
    ) -> None:
        self._operation = operation
        self._request = request
        self._policy = policy
        self._timeouts = timeouts
        self._surroundings = surroundings
        self._credentials = credentials
        self._correlation_id = correlation_id
        self._subject = subject
        self._secrets = request.secrets
        """What went out that no error and no observer may repeat."""
        self._report = (
            None
            if surroundings.observer is None
            else Report(
                surroundings.observer, operation.name, correlation_id, surroundings.wall, surroundings.monotonic
            )
        )
        self._started = surroundings.monotonic()
        self._until = self._started + policy.deadline
        self._attempts = 0
        self._on_top = 0
        self._held = 0.0
        self._is_out = False
        """Whether a request is under way."""
        self._is_open = False
        """Whether the attempt that is over may have been acted on, and nobody was told of it yet."""
        self._in_doubt = False
        """Whether an attempt that is over may have been acted on."""

    def run(self) -> Flow[Answered]:
        """Go from the token to the last answer."""
        token = yield from self._token()
        renewed = False
        response: Response | None = None
        failure: TransportFailure | None = None
        # Where there is no time for another attempt, what the one before it came to is the end.
        while not (why := (yield from self._enter())):
            response, failure = yield from self._attempt(token)
            if response is not None and response.status == _UNAUTHORIZED and token is not None and not renewed:
                renewed = True
                fresh = yield from self._another(token, response)
                if fresh is not None and self._surroundings.monotonic() < self._until:
                    token = fresh
                    self._on_top = 1
                    if self._report is not None:
                        self._report.end(response, None, 0.0)
                    continue
            response, failure, outcome = yield from self._judged(response, failure)
            wait = self._wait(response, outcome)
            if self._report is not None:
                self._report.end(response, failure, wait)
            if wait is None:
                break
            self._in_doubt = self._in_doubt or outcome in _IN_DOUBT
            yield Sleep(wait, self._told_wait(wait, response, failure, outcome))
        if response is None:
            raise self._without_answer(failure, why) from failure
        if self._report is not None:
            self._report.finish(response, "", None)
        return Answered(response, self._attempts, self._in_doubt, self._request.target, self._secrets)

    def _token(self) -> Flow[Sealed | None]:
        """Get the token to begin with, where one goes with the call."""
        if self._credentials is None:
            return None
        held = self._credentials.held(self._started)
        return held if held is not None else (yield from self._credentials.acquire(None, self._until))

    def break_off(self, error: BaseException) -> None:
        """Take in that the call ends by an exception; what it leaves in doubt is attached to one of others."""
        doubt: Doubt | None
        if isinstance(error, ApiException):
            doubt = error.doubt
        else:
            is_out = self._is_out and not is_unsent(error)
            doubt = (
                self._doubt() if (is_out or self._is_open or self._in_doubt) and self._operation.leaves_doubt else None
            )
            if doubt is not None:
                carry_doubt(error, doubt)
        if self._report is not None:
            self._report.break_off(error, doubt)

    def _enter(self) -> Flow[str]:
        """Wait for a place in the quota, or return why there is no time for one."""
        monotonic, wall, _, throttle, *_ = self._surroundings
        operation, until, is_told = self._operation, self._until, False
        self._held = 0.0
        if throttle is not None:
            if self._policy.attempts == 1:
                # Whoever allows no repeat wants an answer now, or none.
                until = min(until, self._started + self._timeouts.longest)
            while pause := throttle.reserve(operation.name, wall(), reads=operation.method == "GET"):
                if monotonic() + pause >= until:
                    bound = until - self._started
                    return f"the quota is used up, and renewed only in {pause:.0f} s, after the deadline of {bound:g} s"
                why = ""
                if self._held + pause > NOTICEABLE_S and not is_told:
                    is_told = True
                    why = f"{operation.name}: the quota is used up until then (see calls_per_minute, _deadline)"
                yield Sleep(pause, why)
                self._held += pause
        # A wait can overrun by hours, where a laptop was shut: what was asked for is then too old to be done.
        if self._until - monotonic() <= 0:
            if throttle is not None:
                throttle.settle(operation.name, None, wall(), is_sent=False)
            missing = "place in the quota" if self._held else "token"
            return f"the deadline of {self._policy.deadline:g} s passed before there was a {missing}"
        return ""

    def _attempt(self, token: Sealed | None) -> Flow[tuple[Response | None, TransportFailure | None]]:
        """Send the request once."""
        monotonic, wall, _, throttle, _, recent = self._surroundings
        response: Response | None = None
        failure: TransportFailure | None = None
        self._attempts += 1
        if recent is not None and self._correlation_id is not None:
            recent.note(self._correlation_id)
        if self._report is not None:
            self._report.begin(self._held)
        timeouts = self._timeouts.within(self._until - monotonic())
        request = self._request.bearing(token)
        self._secrets += tuple(each for each in request.secrets if each not in self._secrets)
        self._is_out, self._is_open = True, False
        try:
            response = cast("Response", (yield Send(request, timeouts)))
        except TransportFailure as thrown:
            failure = thrown.without(self._secrets)
            if request.confidential and failure.begun is not None:
                failure.begun = failure.begun.without_tokens()
        finally:
            is_refused = response is None or response.status in REFUSALS
            self._is_open = not is_refused or isinstance(failure, Unanswered)
            if self._report is not None:
                self._report.stop(response)
            if throttle is not None:
                headers = None if response is None else response.headers
                is_sent = not isinstance(failure, NotSent)
                throttle.settle(self._operation.name, headers, wall(), is_sent=is_sent)
        self._is_out = False
        return response, failure

    def _judged(
        self, response: Response | None, failure: TransportFailure | None
    ) -> Flow[tuple[Response | None, TransportFailure | None, Outcome]]:
        """Tell what an attempt came to; an answer that cannot be the one to this request is none."""
        if response is None:
            assert failure is not None  # noqa: S101 - one of the two there is
            return None, failure, _FAILURES[type(failure)]
        recent, echoed = self._surroundings.recent, response.headers.get("IM-CorrelationID")
        if recent is not None and echoed and self._correlation_id and recent.is_another(echoed, self._correlation_id):
            # The connection is a question behind: each answer on it would go to the wrong call.
            yield DropConnections()
            return (
                None,
                Unanswered("what came is the answer to another call, by its correlation ID"),
                Outcome.UNANSWERED,
            )
        if not response.measured and not self._may_just_end(response.status):
            # "No orders found" would be a dangerous thing to make up, and so would "all lines changed".
            broken = Unanswered("the answer breaks off before its body", response.without(self._secrets))
            return None, broken, Outcome.UNANSWERED
        return response, None, outcome_of(response.status)

    def _may_just_end(self, status: int) -> bool:
        """Whether an answer may end with its headers, without having said so."""
        is_success = 200 <= status < 300  # noqa: PLR2004 - as HTTP has it
        return not is_success or self._operation.may_be_empty(status, self._request.target)

    def _wait(self, response: Response | None, outcome: Outcome) -> float | None:
        """Return the seconds until the next attempt; None where there is to be none."""
        monotonic, wall, chance, throttle, *_ = self._surroundings
        asked: float | None = None
        if response is not None and outcome is Outcome.REFUSED:
            asked = asked_wait(response.headers, now=wall(), window=self._policy.quota_window)
            if throttle is not None:
                throttle.refused(self._operation.name, min(asked, self._policy.wait_cap), wall())
        elif response is not None and outcome is Outcome.FAILED:
            asked = retry_after(response.headers, wall())
            asked = asked if asked is not None and asked > 0 else None
        if not may_repeat(self._operation.repeat, outcome):
            return None
        elapsed = monotonic() - self._started
        return self._policy.wait(self._attempts - self._on_top, elapsed=elapsed, asked=asked, chance=chance())

    def _told_wait(
        self, wait: float, response: Response | None, failure: TransportFailure | None, outcome: Outcome
    ) -> str:
        """Say what a wait is for, where people would wonder."""
        if wait <= NOTICEABLE_S:
            return ""
        cause = f"it was answered {response.status}" if response is not None else str(failure)
        is_guess = response is not None and not asked_wait(response.headers, now=self._surroundings.wall(), window=0.0)
        setting = "quota_window" if is_guess and outcome is Outcome.REFUSED else "wait_cap"
        return (
            f"{self._operation.name}: {cause}; attempt {self._attempts + 1} of "
            f"{self._policy.attempts + self._on_top} follows then (see RetryPolicy.{setting}, _deadline)"
        )

    def _another(self, refused: Sealed, response: Response) -> Flow[Sealed | None]:
        """Get another token than the one just refused, where that would help."""
        credentials = self._credentials
        if credentials is None or is_unapproved(response):
            return None
        try:
            fresh = yield from credentials.acquire(refused, self._until)
        except ApiException as error:
            if self._in_doubt:  # an attempt before this one may have been acted on, whatever the token's error says
                raise self._without_answer(None, f"after an attempt in doubt: {error.reason}") from error
            raise
        return None if fresh == refused else fresh

    def _without_answer(self, failure: TransportFailure | None, why: str) -> NotSentException | UnansweredException:
        is_unanswered = self._in_doubt or isinstance(failure, Unanswered)
        doubt = self._doubt() if is_unanswered and self._operation.leaves_doubt else None
        if self._report is not None:
            self._report.finish(None, str(failure or why), doubt)
        begun = failure.begun if failure else None
        return _RAISED[is_unanswered](  # type: ignore[return-value]  # one of the two it was chosen from
            begun.status if begun else 0,
            str(failure or why),
            body=begun.body.decode("utf-8", "replace") if begun else None,
            headers=begun.headers if begun else None,
            operation=self._operation.name,
            correlation_id=self._correlation_id,
            attempts=self._attempts,
            hint="" if is_unanswered and doubt is None else None,
            may_have_been_acted_on=doubt is not None,
            **self._subject()._asdict(),
        )

    def _doubt(self) -> Doubt:
        po, order = self._subject()
        return Doubt(self._operation.name, po, order, self._correlation_id, self._attempts)

"""Carries a call to its last response: token, quota, attempts, waits and deadline; a generator.

The rules, in the order in which they act:

1. Token. The one at hand goes along; where there is none, one is obtained. Without a token nothing is sent.
2. Quota. The call waits until the throttle has room for it. With a policy of one attempt it waits no longer than an
   attempt may take: who allows no repeat wants an answer now, or none.
3. Deadline. It counts from the start of the call, waits included. Once it has passed nothing more is sent.
4. Attempt. The request goes out, with timeouts cut to what is left until the deadline.
5. 401. One new token is obtained and the request sent once more, on top of the attempts of the policy; not where the
   401 says that the app is not approved, and not where the new token is the old one.
6. Outcome. `retry.Outcome` says what became of the attempt. A response with the correlation ID of another call of this
   client is no answer, and the connections are dropped; nor is one that ends after its headers, unless the operation
   says that it may be empty.
7. Repeat. `retry.may_repeat` says by the operation's `repeat` whether the request may be sent again, and the policy
   after how long. Then it begins again at 2.
8. End. The last response is returned. Where there is none, the call ends in UnansweredException if an attempt may have
   been acted on, else in NotSentException.

What ends the call from outside (a cancelled task, Ctrl-C, an error in the program's own code) is raised as it is.
Where the call may have been acted on by then, it carries a note and a `Doubt`.

The numbers come from the policy of the call (see `retry`), its timeouts (see `messages`) and the server (see
`throttle`); there is none in this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from xi.sdk.resellers._core.errors import is_unapproved
from xi.sdk.resellers._core.flow import NOTICEABLE_S, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import FinalResponse, NotSent, Response, TransportFailure, Unanswered, is_unsent
from xi.sdk.resellers._core.observing import Report
from xi.sdk.resellers._core.retry import DOUBTFUL, REFUSALS, Outcome, asked_wait, may_repeat, outcome_of, retry_after
from xi.sdk.resellers.exceptions import ApiException, NotSentException, UnansweredException, carry_doubt

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.call import Call
    from xi.sdk.resellers._core.correlation import RecentCalls
    from xi.sdk.resellers._core.observing import Observer
    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers._core.throttle import Throttle
    from xi.sdk.resellers.exceptions import Doubt

_UNAUTHORIZED = 401
_SUCCESS = range(200, 300)


class Credentials(Protocol):
    """Provides the bearer token of a call."""

    def current(self, now: float) -> Sealed | None:
        """Return the current token, or None if one has to be obtained; `now` is on the monotonic clock."""
        ...

    def obtain(self, refused: Sealed | None, until: float) -> Flow[Sealed | None]:
        """Return a token, or None if the call is to be sent without one.

        Args:
            refused: a token that the server has just answered with 401.
            until: the latest moment to return, on the monotonic clock.
        """
        ...


class Runtime(NamedTuple):
    """What a flow may not get for itself, and what the calls of a client share."""

    monotonic: Callable[[], float]
    """Returns seconds, to measure durations."""
    wall_clock: Callable[[], float]
    """Returns seconds since the epoch, to compare with moments that the server names."""
    random: Callable[[], float]
    """Returns a random number from 0 to 1."""
    throttle: Throttle | None = None
    """Delays calls until the quota allows them; calls for a token are not delayed."""
    observer: Observer | None = None
    """Called after each attempt and at the end; it must not raise."""
    recent: RecentCalls | None = None
    """The last calls of this client, to recognise a response to another call."""


def exchange(call: Call[Any], runtime: Runtime, credentials: Credentials | None) -> Flow[FinalResponse]:
    """Carry a call to its last response.

    Args:
        call: what to send, how often and how long to try.
        runtime: clocks, random numbers, quota and observer.
        credentials: provide the bearer token; None for a call without one.

    Raises:
        NotSentException: no attempt reached the server, or the deadline passed while the call waited for a token or
            for the quota.
        UnansweredException: an attempt may have been acted on.
    """
    exchanged = _Exchange(call, runtime, credentials)
    try:
        return (yield from exchanged.run())
    except BaseException as error:
        exchanged.break_off(error)
        raise


class _Exchange:
    """A call in progress."""

    __slots__ = (
        "_attempts",
        "_call",
        "_credentials",
        "_extra",
        "_held_back",
        "_in_doubt",
        "_is_out",
        "_is_unsettled",
        "_report",
        "_runtime",
        "_secrets",
        "_started",
        "_throttle",
        "_until",
    )

    def __init__(self, call: Call[Any], runtime: Runtime, credentials: Credentials | None) -> None:
        self._call = call
        self._runtime = runtime
        self._credentials = credentials
        self._throttle = runtime.throttle if call.operation.authorized else None
        self._report: Report | None = None
        if runtime.observer is not None:
            self._report = Report(runtime.observer, call, runtime.wall_clock, runtime.monotonic)
        self._secrets = call.request.secrets
        """Secrets that were sent, which no error and no observer may contain."""
        self._started = runtime.monotonic()
        self._until = self._started + call.policy.deadline
        self._attempts = 0
        self._extra = 0
        """Attempts beyond those of the policy."""
        self._held_back = 0.0
        """Seconds that the next attempt waited for the quota."""
        self._is_out = False
        """Whether a request is being sent."""
        self._is_unsettled = False
        """Whether the last attempt, which has ended, may have been acted on."""
        self._in_doubt = False
        """Whether an attempt before the last one may have been acted on."""

    def run(self) -> Flow[FinalResponse]:
        """Get a token, then make attempts until there is a final response or no time for another attempt."""
        token = yield from self._first_token()
        response: Response | None = None
        failure: TransportFailure | None = None
        why = ""
        wait: float | None = 0.0
        # If there is no time for another attempt, the outcome of the one before it is final.
        while wait is not None and not (why := (yield from self._enter())):
            response, failure = yield from self._attempt(token)
            if response is not None and response.status == _UNAUTHORIZED and token is not None and not self._extra:
                fresh = yield from self._another_token(token, response)
                if fresh is not None:
                    token = fresh
                    continue
            response, failure, outcome = yield from self._judge(response, failure)
            wait = self._wait(response, outcome)
            if self._report is not None:
                self._report.end(response, failure, wait)
            if wait is not None:
                self._in_doubt = self._in_doubt or outcome in DOUBTFUL
                yield Sleep(wait, self._explain(wait, response, failure, outcome))
        if response is None:
            raise self._without_response(failure, why) from failure
        if self._report is not None:
            self._report.finish(response, "", None)
        return FinalResponse(response, self._attempts, self._in_doubt, self._secrets)

    def _first_token(self) -> Flow[Sealed | None]:
        """Return the token for the first attempt; None for a call without one."""
        if self._credentials is None:
            return None
        token = self._credentials.current(self._started)
        return token if token is not None else (yield from self._credentials.obtain(None, self._until))

    def _enter(self) -> Flow[str]:
        """Wait until the quota allows the attempt; return why there is no time for it, or an empty text."""
        monotonic, wall_clock, *_ = self._runtime
        operation, policy, until, throttle = self._call.operation, self._call.policy, self._until, self._throttle
        self._held_back, is_told = 0.0, False
        if throttle is not None:
            if policy.attempts == 1:
                until = min(until, self._started + self._call.timeouts.longest)
            while pause := throttle.reserve(operation.name, wall_clock(), reads=operation.method == "GET"):
                if monotonic() + pause >= until:
                    bound = until - self._started
                    return f"the quota is used up, and renewed only in {pause:.0f} s, after the deadline of {bound:g} s"
                why = ""
                if self._held_back + pause > NOTICEABLE_S and not is_told:
                    is_told = True
                    why = f"{operation.name}: the quota is used up until then (see calls_per_minute, _deadline)"
                yield Sleep(pause, why)
                self._held_back += pause
        # A wait can take hours longer, if a laptop was closed: by then nobody expects the call to be made.
        if monotonic() >= self._until:
            if throttle is not None:
                throttle.settle(operation.name, None, wall_clock(), is_sent=False)
            missing = "place in the quota" if self._held_back else "token"
            return f"the deadline of {policy.deadline:g} s passed before there was a {missing}"
        return ""

    def _attempt(self, token: Sealed | None) -> Flow[tuple[Response | None, TransportFailure | None]]:
        """Send the request once, and return the response or the failure."""
        call, runtime, throttle = self._call, self._runtime, self._throttle
        response: Response | None = None
        failure: TransportFailure | None = None
        self._attempts += 1
        if runtime.recent is not None and call.operation.authorized:
            runtime.recent.remember(call.correlation_id, call.subject)
        if self._report is not None:
            self._report.begin(self._held_back)
        timeouts = call.timeouts.within(self._until - runtime.monotonic())
        request = call.request.bearing(token)
        if token is not None and token not in self._secrets:
            self._secrets += (token,)
        self._is_out, self._is_unsettled = True, False
        try:
            response = cast("Response", (yield Send(request, timeouts)))
        except TransportFailure as thrown:
            failure = thrown.without(self._secrets)
            if request.confidential and failure.begun is not None:
                failure.begun = failure.begun.without_tokens()
        finally:
            is_refused = response is None or response.status in REFUSALS
            self._is_unsettled = not is_refused or isinstance(failure, Unanswered)
            if self._report is not None:
                self._report.stop(response)
            if throttle is not None:
                headers = None if response is None else response.headers
                is_sent = not isinstance(failure, NotSent)
                throttle.settle(call.operation.name, headers, runtime.wall_clock(), is_sent=is_sent)
        self._is_out = False
        return response, failure

    def _judge(
        self, response: Response | None, failure: TransportFailure | None
    ) -> Flow[tuple[Response | None, TransportFailure | None, Outcome]]:
        """Return the outcome of an attempt; a response that cannot belong to this call becomes a failure."""
        if response is None:
            return None, failure, Outcome.NOT_SENT if isinstance(failure, NotSent) else Outcome.UNANSWERED
        recent, mine = self._runtime.recent, self._call.correlation_id
        echoed = response.headers.get("IM-CorrelationID")
        if recent is not None and mine and echoed and recent.is_another(echoed, mine):
            # The connection is one response behind: each later one would go to the wrong call.
            yield DropConnections()
            failure = Unanswered("what came is the answer to another call, by its correlation ID")
            return None, failure, Outcome.UNANSWERED
        if not response.measured and not self._may_end_after_headers(response.status):
            # To read this as "no orders found" or "all lines changed" would be dangerous.
            failure = Unanswered("the answer breaks off before its body", response.without(self._secrets))
            return None, failure, Outcome.UNANSWERED
        return response, None, outcome_of(response.status)

    def _may_end_after_headers(self, status: int) -> bool:
        """Tell whether a response may end after its headers without saying that its body is empty."""
        return status not in _SUCCESS or self._call.operation.may_be_empty(status, self._call.request.target)

    def _wait(self, response: Response | None, outcome: Outcome) -> float | None:
        """Return the seconds until the next attempt; None if there is none."""
        call, runtime = self._call, self._runtime
        asked: float | None = None
        if response is not None and outcome is Outcome.REFUSED:
            asked = asked_wait(response.headers, now=runtime.wall_clock(), window=call.policy.quota_window)
            if self._throttle is not None:
                wait = min(asked, call.policy.wait_cap)
                self._throttle.refused(call.operation.name, wait, runtime.wall_clock())
        elif response is not None and outcome is Outcome.FAILED:
            asked = retry_after(response.headers, runtime.wall_clock())
            asked = asked if asked is not None and asked > 0 else None
        if not may_repeat(call.operation.repeat, outcome):
            return None
        elapsed = runtime.monotonic() - self._started
        return call.policy.wait(self._attempts - self._extra, elapsed=elapsed, asked=asked, chance=runtime.random())

    def _explain(
        self, wait: float, response: Response | None, failure: TransportFailure | None, outcome: Outcome
    ) -> str:
        """Return the reason for a wait, if it is long enough for somebody to notice."""
        if wait <= NOTICEABLE_S:
            return ""
        cause = f"it was answered {response.status}" if response is not None else str(failure)
        is_guess = response is not None and not asked_wait(response.headers, now=self._runtime.wall_clock(), window=0.0)
        setting = "quota_window" if is_guess and outcome is Outcome.REFUSED else "wait_cap"
        return (
            f"{self._call.operation.name}: {cause}; attempt {self._attempts + 1} of "
            f"{self._call.policy.attempts + self._extra} follows then (see RetryPolicy.{setting}, _deadline)"
        )

    def _another_token(self, refused: Sealed, response: Response) -> Flow[Sealed | None]:
        """Return a new token after a 401, if that can help and there is time to send it; else None."""
        if self._credentials is None or is_unapproved(response):
            return None
        try:
            fresh = yield from self._credentials.obtain(refused, self._until)
        except ApiException as error:
            if self._in_doubt:  # an earlier attempt may have been acted on, which the error of the token does not say
                raise self._without_response(None, f"after an attempt in doubt: {error.reason}") from error
            raise
        if fresh == refused or self._runtime.monotonic() >= self._until:
            return None
        self._extra = 1
        if self._report is not None:
            self._report.end(response, None, 0.0)
        return fresh

    def _without_response(self, failure: TransportFailure | None, why: str) -> NotSentException | UnansweredException:
        """Return the error for a call that ends without a response."""
        call = self._call
        is_unanswered = self._in_doubt or isinstance(failure, Unanswered)
        doubt = call.doubt(self._attempts) if is_unanswered else None
        why = str(failure or why)
        if self._report is not None:
            self._report.finish(None, why, doubt)
        begun = failure.begun if failure else None
        return (UnansweredException if is_unanswered else NotSentException)(
            begun.status if begun else 0,
            why,
            body=begun.body.decode("utf-8", "replace") if begun else None,
            headers=begun.headers if begun else None,
            operation=call.operation.name,
            correlation_id=call.correlation_id,
            attempts=self._attempts,
            hint="" if is_unanswered and doubt is None else None,
            may_have_been_acted_on=doubt is not None,
            **call.subject._asdict(),
        )

    def break_off(self, error: BaseException) -> None:
        """Report that the call ends by an exception; if it comes from outside, attach what the call leaves in doubt."""
        doubt: Doubt | None = None
        if isinstance(error, ApiException):
            doubt = error.doubt
        else:
            is_out = self._is_out and not is_unsent(error)
            if is_out or self._is_unsettled or self._in_doubt:
                doubt = self._call.doubt(self._attempts)
            if doubt is not None:
                carry_doubt(error, doubt)
        if self._report is not None:
            self._report.break_off(error, doubt)

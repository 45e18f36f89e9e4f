"""Carries a call to its last response: token, quota, attempts, waits and deadline; a generator.

The rules, in the order in which they are applied:

1. Token. The current token is used. If there is no current token, the flow obtains one. Without it nothing is sent.
2. Quota. The call waits until the throttle has room for it. With a policy of one attempt, the wait is limited to the
   time that an attempt may take: a program that allows no repeat does not want to wait for long.
3. Deadline. It counts from the start of the call, waits included. After the deadline nothing more is sent.
4. Attempt. The request is sent. Its timeouts are shortened to the time that is left until the deadline.
5. 401. The flow obtains one new token and sends the request once more; this is not counted as an attempt of the policy.
   It does not do so if the 401 says that the app is not approved, or if the new token is the same as the old one.
6. Outcome. Each attempt has a `retry.Outcome`. Two kinds of responses count as UNANSWERED: a response with the
   correlation ID of another call of this client, after which all connections are dropped; and a response that ends
   after its headers, unless the operation says that it may be empty.
7. Repeat. `retry.may_repeat` decides, from the `repeat` of the operation, whether the request may be sent again. The
   policy decides after how long. The next attempt begins with rule 2.
8. End. The last response is returned. If there is no response, the call ends with UnansweredException if an attempt may
   have been acted on, else with NotSentException.

An exception from outside (a cancelled task, Ctrl-C, an error in the program's own code) is raised unchanged. If the
call may have been acted on, the exception gets a note and a `Doubt`.

This module contains no numbers. They come from the policy of the call (see `retry`), from its timeouts (see `messages`)
and from the server (see `throttle`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._core.errors import SUCCESS, UNAUTHORIZED, is_unapproved
from xi.sdk.resellers._core.flow import NOTICEABLE_S, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import FinalResponse, NotSent, Response, TransportFailure, Unanswered, is_unsent
from xi.sdk.resellers._core.observing import Report
from xi.sdk.resellers._core.retry import DOUBTFUL, REFUSALS, Outcome, asked_wait, may_repeat, outcome_of, retry_after
from xi.sdk.resellers.exceptions import ApiException, NotSentException, UnansweredException, carry_doubt, doubt_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.call import Call
    from xi.sdk.resellers._core.correlation import RecentCalls
    from xi.sdk.resellers._core.observing import Observer
    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers._core.throttle import Throttle
    from xi.sdk.resellers.exceptions import Doubt


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
    """The clocks and random numbers for a flow, which does no I/O, and what all calls of a client share."""

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
    return Exchange(call, runtime, credentials).flow()


class Exchange:
    """A call in progress.

    Args:
        call: what to send, how often and how long to try.
        runtime: clocks, random numbers, quota and observer.
        credentials: provide the bearer token; None for a call without one.
    """

    __slots__ = (
        "_attempts",
        "_call",
        "_credentials",
        "_extra",
        "_held_back",
        "_in_doubt",
        "_is_sending",
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
        self._is_sending = False
        """Whether a request was given to the transport and has no result yet."""
        self._is_unsettled = False
        """Whether the last attempt, which has ended, may have been acted on."""
        self._in_doubt = False
        """Whether an attempt before the last one may have been acted on."""

    def flow(self) -> Flow[FinalResponse]:
        """Carry the call to its last response; see `exchange`."""
        try:
            return (yield from self._run())
        except BaseException as error:
            self.break_off(error)
            raise

    def _run(self) -> Flow[FinalResponse]:
        """Get a token, then make attempts until there is a final response or no time for another attempt."""
        token = yield from self._first_token()
        response: Response | None = None
        failure: TransportFailure | None = None
        why = ""
        wait: float | None = 0.0
        # If there is no time for another attempt, the outcome of the last attempt is final.
        while wait is not None and not (why := (yield from self._enter())):
            response, failure = yield from self._attempt(token)
            if response is not None and response.status == UNAUTHORIZED and token is not None and not self._extra:
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
        return FinalResponse(response, self._attempts, self._in_doubt, self._secrets)

    @property
    def doubt(self) -> Doubt | None:
        """What to find out before repeating the call, as its attempts have ended; None if repeating it is harmless."""
        return self._call.doubt(self._attempts) if self._is_unsettled or self._in_doubt else None

    def finish(self, final: FinalResponse, doubt: Doubt | None) -> None:
        """Report the end of a call that was answered, once its answer is read.

        Args:
            final: the last response.
            doubt: what to find out before repeating the call; None if repeating it is harmless.
        """
        if self._report is not None:
            self._report.finish(final.response, "", doubt)

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
        self._held_back, is_explained = 0.0, False
        if throttle is not None:
            if policy.attempts == 1:
                until = min(until, self._started + self._call.timeouts.longest)
            while pause := throttle.reserve(operation.name, wall_clock(), reads=operation.method == "GET"):
                if monotonic() + pause >= until:
                    bound = until - self._started
                    return f"the quota is used up, and renewed only in {pause:.0f} s, after the deadline of {bound:g} s"
                why = ""
                if self._held_back + pause > NOTICEABLE_S and not is_explained:
                    is_explained = True
                    why = f"{operation.name}: the quota is used up until then (see calls_per_minute, _deadline)"
                yield Sleep(pause, why)
                self._held_back += pause
        # A wait can take hours longer if a laptop was closed. Nobody expects the call to be made then.
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
        self._is_sending, self._is_unsettled = True, False
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
        self._is_sending = False
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
        call, status = self._call, response.status
        may_be_empty = status not in SUCCESS or call.operation.may_be_empty(status, call.request.target)
        if not response.measured and not may_be_empty:
            # It would be dangerous to read this as "no orders found" or as "all lines changed".
            failure = Unanswered("the answer breaks off before its body", response.without(self._secrets))
            return None, failure, Outcome.UNANSWERED
        return response, None, outcome_of(status)

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
            if self._in_doubt:  # the error about the token does not say that an earlier attempt may have been acted on
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
            body=decoded(begun.body, begun.headers.get("Content-Type", ""), is_cut=True) if begun else None,
            headers=begun.headers if begun else None,
            operation=call.operation.name,
            correlation_id=call.correlation_id,
            attempts=self._attempts,
            hint="" if is_unanswered and doubt is None else None,
            may_have_been_acted_on=doubt is not None,
            **call.subject._asdict(),
        )

    def break_off(self, error: BaseException) -> None:
        """Report that an exception ends the call; attach a `Doubt` to an exception from outside.

        It can be called again for the same exception, also after the flow has ended: until the result is with the
        caller, Ctrl-C or a time limit of the program can take it away.
        """
        doubt: Doubt | None = None
        if isinstance(error, ApiException):
            doubt = error.doubt
        else:
            if self._is_sending:
                self._is_sending, self._is_unsettled = False, not is_unsent(error)
            doubt = self.doubt
            if doubt is not None and doubt_of(error) != doubt:
                carry_doubt(error, doubt)
        if self._report is not None:
            self._report.break_off(error, doubt)

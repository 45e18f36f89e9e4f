"""Reports the attempts and the end of a call to an observer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._records import dataclass
from xi.sdk.resellers.exceptions import ApiException, Doubt

if TYPE_CHECKING:
    from xi.sdk.resellers._core.call import Call
    from xi.sdk.resellers._core.messages import Response, TransportFailure


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt of a call, reported as soon as its outcome and the next step are known."""

    operation: str
    """The method that was called."""
    correlation_id: str | None
    """The same in all attempts of a call."""
    number: int
    """From 1."""
    started: float
    """Seconds since the epoch."""
    elapsed: float
    """Seconds from sending to the end of the response."""
    status: int | None
    """The HTTP status; None if there was no response."""
    failure: str | None
    """Why there was no response."""
    wait: float | None
    """Seconds until the next attempt; None if there is none."""
    held: float
    """Seconds that the attempt waited for the quota before it was sent."""
    method: str = ""
    """The method of HTTP."""
    path: str = ""
    """The path of the request, without host and query."""
    po: str | None = None
    """The purchase order in its body, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The end of a call, reported before its result is returned or its error raised."""

    operation: str
    """The method that was called."""
    correlation_id: str | None
    """The `IM-CorrelationID` that was sent."""
    tried: tuple[Attempt, ...]
    """Its attempts, in order; empty if it was never sent."""
    started: float
    """Seconds since the epoch."""
    elapsed: float
    """Seconds, including all attempts and waits."""
    status: int | None
    """The HTTP status of the last response; None if there was none."""
    failure: str | None
    """Why there was no response."""
    doubt: Doubt | None = None
    """What to find out before repeating the call; None if repeating it is harmless."""

    @property
    def attempts(self) -> int:
        """How often it was sent."""
        return len(self.tried)


Observer = Callable[[Attempt | Finished], None]

_GIVEN_UP = "given up: the program broke it off"


class Report:
    """Reports one call to an observer; it exists only if there is an observer."""

    def __init__(
        self, observer: Observer, call: Call[Any], wall_clock: Callable[[], float], monotonic: Callable[[], float]
    ) -> None:
        self._observer = observer
        self._operation = call.operation.name
        self._method = call.request.method
        self._path = call.request.target.partition("?")[0]
        self._po = call.subject.customer_order_number
        self._correlation_id = call.correlation_id
        self._wall_clock = wall_clock
        self._monotonic = monotonic
        self._began = wall_clock()
        self._since = self._from = monotonic()
        self._tried: list[Attempt] = []
        self._is_open = False
        self._is_over = False
        self._response: Response | None = None

    def begin(self, held: float) -> None:
        """Record that a request is about to be sent, after it waited some seconds for the quota."""
        self._is_open = True
        self._response = None
        self._held = held
        self._started = self._wall_clock()
        self._since = self._monotonic()

    def stop(self, response: Response | None) -> None:
        """Record that its response has come, or will not come."""
        self._response = response
        self._elapsed = self._monotonic() - self._since

    def end(self, response: Response | None, failure: TransportFailure | str | None, wait: float | None) -> None:
        """Report the outcome of an attempt, and the wait that follows."""
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
            method=self._method,
            path=self._path,
            po=self._po,
        )
        self._tried.append(attempt)
        self._observer(attempt)

    def break_off(self, error: BaseException, doubt: Doubt | None) -> None:
        """Report that an exception ended the call, unless its end was reported before."""
        if self._is_over:
            return
        failure = str(error.reason) if isinstance(error, ApiException) else _GIVEN_UP
        if self._is_open:
            self.end(self._response, None if self._response else failure, None)
        self.finish(None, failure, doubt)

    def finish(self, response: Response | None, failure: str, doubt: Doubt | None) -> None:
        """Report the end of the call."""
        self._is_over = True
        self._observer(
            Finished(
                operation=self._operation,
                correlation_id=self._correlation_id,
                tried=tuple(self._tried),
                started=self._began,
                elapsed=self._monotonic() - self._from,
                status=None if response is None else response.status,
                failure=failure if response is None else None,
                doubt=doubt,
            )
        )

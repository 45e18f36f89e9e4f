"""Transports that take their answers from a script instead of a server."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import responses
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qs, urlsplit

from xi.sdk.resellers._core.messages import Headers, NotSent, Request, Response, Timeouts, TransportFailure, Unanswered
from xi.sdk.resellers._core.redact import HIDDEN, Sealed, is_sealed
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.models._model import Model

if TYPE_CHECKING:
    from types import TracebackType

_STATUSES: Final = range(200, 600)
_SECRET_HEADERS: Final = ("auth", "cookie", "key", "password", "secret", "token")
"""Parts of header names; a header whose name contains one may hold a secret."""


class ExpectationError(AssertionError):
    """The program did something else than the test expects."""


def check_status(status: int) -> None:
    """Refuse a status that is not the end of a response.

    Raises:
        ApiValueError: the status is not 200 to 599.
    """
    if status not in _STATUSES:
        raise ApiValueError(f"status is {status!r}; it should be 200 to 599")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in a script.

    Args:
        status: HTTP status, 200 to 599.
        body: a model, a dict or a list is sent as JSON; text and bytes are sent unchanged; None means no body.
        headers: headers to send. If the body is sent as JSON, Content-Type is added unless it is given here.
        reason: the reason phrase; by default the usual one for the status.

    Raises:
        ApiValueError: the status is not 200 to 599.
        ApiTypeError: the body has another type, or contains a value that JSON does not have.
    """

    status: int = 200
    body: Model | dict[str, Any] | list[Any] | str | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    reason: str | None = None

    def __post_init__(self) -> None:
        """Refuse values that no server could send, here, so that the error points to the line of the test."""
        check_status(self.status)
        self._bytes()

    def _bytes(self) -> bytes:
        match self.body:
            case None:
                return b""
            case bytes():
                return self.body
            case str():
                return self.body.encode()
            case Model():
                return self.body.to_json_bytes()
            case dict() | list():
                try:
                    return json.dumps(self.body).encode()
                except (TypeError, ValueError) as error:
                    raise ApiTypeError(f"body cannot be written as JSON: {error}") from None
            case _:
                raise ApiTypeError(f"body is {self.body!r}; it should be a model, a dict, a list, text, bytes or None")

    def response(self) -> Response:
        """Return the answer in the form in which transports return responses."""
        headers = Headers(self.headers.items())
        if isinstance(self.body, (Model, dict, list)) and "Content-Type" not in headers:
            headers = Headers([*self.headers.items(), ("Content-Type", "application/json")])
        reason = responses.get(self.status, "") if self.reason is None else self.reason
        return Response(self.status, reason, headers, self._bytes())


Step = Answer | NotSent | Unanswered
"""A step of a script: an answer, or a failure of the request."""


@dataclass(frozen=True, slots=True)
class SentRequest:
    """A request that the program sent, for assertions. Values that may be secret are hidden."""

    method: str
    path: str
    """The encoded path, with the path prefix of the host."""
    query: dict[str, list[str]]
    """The decoded values of each parameter. Empty for a request that carries credentials."""
    headers: Mapping[str, str]
    """Headers; names in any case. Tokens, cookies and keys are replaced by `***`."""
    json: Any
    """The parsed body. None if there is no body, if it is not JSON, or if the request carries credentials."""
    origin: str
    """Scheme, host and port."""


def _recorded(request: Request) -> SentRequest:
    target = urlsplit(request.target)
    query = {} if request.confidential else parse_qs(target.query, keep_blank_values=True)
    headers = Headers((name, _visible(name, value)) for name, value in request.headers.items())
    body = None
    if request.body and not request.confidential and not is_sealed(request.body):
        try:
            body = json.loads(request.body)
        except ValueError:
            body = None
    return SentRequest(request.method, target.path, query, headers, body, request.origin)


def _visible(name: str, value: str | Sealed) -> str:
    folded = name.lower()
    return HIDDEN if is_sealed(value) or any(each in folded for each in _SECRET_HEADERS) else value


class _Script:
    def __init__(self, *steps: Step) -> None:
        self._lock = Lock()
        self._left: deque[Step] = deque()
        self._sent: list[SentRequest] = []
        self._unexpected: list[SentRequest] = []
        self._total = 0
        self._closed = 0
        self.add(*steps)

    def add(self, *steps: Step) -> None:
        """Add answers and failures to the end of the script.

        Args:
            steps: answers and failures, in order.

        Raises:
            ApiTypeError: a step is neither an answer nor a failure.
        """
        for each in steps:
            _check_step(each)
        with self._lock:
            self._left.extend(steps)
            self._total += len(steps)

    @property
    def sent(self) -> tuple[SentRequest, ...]:
        """All requests, in order, including those for which the script had no step."""
        with self._lock:
            return tuple(self._sent)

    @property
    def request(self) -> SentRequest:
        """The only request.

        Raises:
            ExpectationError: no request was sent, or more than one.
        """
        sent = self.sent
        if len(sent) != 1:
            raise ExpectationError(f"one request was expected, {len(sent)} were sent{_listed(sent)}")
        return sent[0]

    @property
    def closed(self) -> int:
        """How many times the client closed the transport."""
        return self._closed

    def assert_done(self) -> None:
        """Check that every step was used and every request had a step.

        Raises:
            ExpectationError: a step was not used, or a request had no step.
        """
        with self._lock:
            left, unexpected, total, sent = tuple(self._left), tuple(self._unexpected), self._total, tuple(self._sent)
        if unexpected:
            raise ExpectationError(f"the script had no step for {_line(unexpected[0])}; sent{_listed(sent)}")
        if left:
            rest = ", ".join(_step_text(each) for each in left)
            raise ExpectationError(f"{len(left)} of {total} steps were not used: {rest}; sent{_listed(sent)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Call `assert_done`, unless the block has failed already."""
        if kind is None:
            self.assert_done()

    def _next(self, request: Request) -> Response:
        recorded = _recorded(request)
        with self._lock:
            self._sent.append(recorded)
            if not self._left:
                # Recorded, because the program may catch this error.
                self._unexpected.append(recorded)
                raise ExpectationError(
                    f"the script has no step for {_line(recorded)}; sent{_listed(tuple(self._sent))}"
                )
            step = self._left.popleft()
        if isinstance(step, TransportFailure):
            raise type(step)(str(step), step.begun)  # a new one, so that a step can be used several times
        return step.response()


class ScriptedTransport(_Script):
    """Answers the calls of an `ApiClient` from a script and records them; opens no socket.

        with ScriptedTransport(Answer(200, {"orderStatus": "Shipped"})) as script:
            client = ApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=script)

    The end of the `with` block checks that every step was used; `assert_done` does the same. A request without a step
    raises ExpectationError in the program. Each attempt of a call uses one step. Each request for a token uses one too;
    the client sends such requests with `client_id` and `client_secret`, but not with `access_token`. Threads can share
    a script.

    Args:
        steps: the result of each request, in order; `NotSent("why")` and `Unanswered("why")` make the request fail.

    Raises:
        ApiTypeError: a step is neither an answer nor a failure.
    """

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - a script needs no time
        """Return the next answer of the script.

        Raises:
            NotSent: it is the next step.
            Unanswered: it is the next step.
            ExpectationError: no step is left.
        """
        return self._next(request)

    def close(self) -> None:
        """Count the call; there is nothing to close."""
        self._closed += 1


class AsyncScriptedTransport(_Script):
    """Answers the calls of an `AsyncApiClient` from a script. See `ScriptedTransport`; its block is a plain `with` too.

    Args:
        steps: the result of each request, in order.

    Raises:
        ApiTypeError: a step is neither an answer nor a failure.
    """

    async def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - a script needs no time
        """Return the next answer of the script, after other tasks had a chance to run.

        Raises:
            NotSent: it is the next step.
            Unanswered: it is the next step.
            ExpectationError: no step is left.
        """
        await asyncio.sleep(0)
        return self._next(request)

    async def close(self) -> None:
        """Count the call; there is nothing to close."""
        self._closed += 1


def _check_step(given: object) -> None:
    if not isinstance(given, (Answer, NotSent, Unanswered)):
        raise ApiTypeError(
            f"a step is {given!r}; it should be an Answer, a NotSent or an Unanswered, each as a separate argument"
        )


def _line(request: SentRequest) -> str:
    return f"{request.method} {request.path}"


def _listed(requests: tuple[SentRequest, ...]) -> str:
    return f": {', '.join(_line(each) for each in requests)}" if requests else ": nothing"


def _step_text(step: Step) -> str:
    return f"Answer {step.status}" if isinstance(step, Answer) else f"{type(step).__name__} ({step})"

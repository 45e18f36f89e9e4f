"""Transports that answer from a script instead of a server."""

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
from xi.sdk.resellers.exceptions import ApiTypeError
from xi.sdk.resellers.models._model import Model
from xi.sdk.resellers.testing.expecting import ExpectationError, check_status

if TYPE_CHECKING:
    from types import TracebackType

_SECRETIVE: Final = ("auth", "cookie", "key", "password", "secret", "token")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scripted server answers.

    Args:
        status: of HTTP, 200 to 599.
        body: a model, a dict or a list to be sent as JSON; text or bytes to be sent as they are; None for no body.
        headers: to send; what goes out as JSON says so in its Content-Type unless one is given.
        reason: the words after the status; without them, those usual for it.

    Raises:
        ApiValueError: there is no such status.
        ApiTypeError: the body is of another kind, or holds what JSON cannot.
    """

    status: int = 200
    body: Model | dict[str, Any] | list[Any] | str | bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    reason: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no server could send, where the test's author sees it."""
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
        """Return it as a transport gives it."""
        headers = Headers(self.headers.items())
        if isinstance(self.body, (Model, dict, list)) and "Content-Type" not in headers:
            headers = Headers([*self.headers.items(), ("Content-Type", "application/json")])
        reason = responses.get(self.status, "") if self.reason is None else self.reason
        return Response(self.status, reason, headers, self._bytes())


Step = Answer | NotSent | Unanswered
"""What a script holds: an answer, or how a request fails."""


@dataclass(frozen=True, slots=True)
class SentRequest:
    """One request that was sent, for assertions; what may be a secret is hidden."""

    method: str
    path: str
    """Encoded as it was sent, with the path prefix of the host."""
    query: dict[str, list[str]]
    """The values of each parameter, decoded; empty where a secret may be among them."""
    headers: Mapping[str, str]
    """By name in any case. Tokens, cookies and keys read `***`."""
    json: Any
    """What the body says; None without one, where it is no JSON, and where a secret may be in it."""
    origin: str
    """Scheme, host and port."""


def _seen(request: Request) -> SentRequest:
    target = urlsplit(request.target)
    query = {} if request.confidential else parse_qs(target.query, keep_blank_values=True)
    headers = Headers((name, _shown(name, value)) for name, value in request.headers.items())
    said = None
    if request.body and not request.confidential and not is_sealed(request.body):
        try:
            said = json.loads(request.body)
        except ValueError:
            said = None
    return SentRequest(request.method, target.path, query, headers, said, request.origin)


def _shown(name: str, value: str | Sealed) -> str:
    folded = name.lower()
    return HIDDEN if is_sealed(value) or any(each in folded for each in _SECRETIVE) else value


class _Script:
    def __init__(self, *steps: Step) -> None:
        self._lock = Lock()
        self._left: deque[Step] = deque()
        self._sent: list[SentRequest] = []
        self._unforeseen: list[SentRequest] = []
        self._given = 0
        self._closed = 0
        self.add(*steps)

    def add(self, *steps: Step) -> None:
        """Let more answers and failures follow, in this order.

        Raises:
            ApiTypeError: one is neither.
        """
        for each in steps:
            _check_step(each)
        with self._lock:
            self._left.extend(steps)
            self._given += len(steps)

    @property
    def sent(self) -> tuple[SentRequest, ...]:
        """Every request that was sent, in order, with those the script had no answer for."""
        with self._lock:
            return tuple(self._sent)

    @property
    def request(self) -> SentRequest:
        """The one request that was sent.

        Raises:
            ExpectationError: there was none, or more than one.
        """
        sent = self.sent
        if len(sent) != 1:
            raise ExpectationError(f"one request was expected, {len(sent)} were sent{_listed(sent)}")
        return sent[0]

    @property
    def closed(self) -> int:
        """How often the client closed its connections."""
        return self._closed

    def assert_done(self) -> None:
        """Check that the script went as it was written.

        Raises:
            ExpectationError: an answer or a failure was not asked for, or a request had none.
        """
        with self._lock:
            left, unforeseen, given, sent = tuple(self._left), tuple(self._unforeseen), self._given, tuple(self._sent)
        if unforeseen:
            raise ExpectationError(f"the script had nothing left for {_line(unforeseen[0])}; sent{_listed(sent)}")
        if left:
            rest = ", ".join(_told(each) for each in left)
            raise ExpectationError(f"{len(left)} of {given} steps were not asked for: {rest}; sent{_listed(sent)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Check that the script went as it was written, unless the test has failed already."""
        if kind is None:
            self.assert_done()

    def _answered(self, request: Request) -> Response:
        seen = _seen(request)
        with self._lock:
            self._sent.append(seen)
            if not self._left:
                # Kept, since a program may well catch what is raised here.
                self._unforeseen.append(seen)
                raise ExpectationError(
                    f"the script has nothing left for {_line(seen)}; sent{_listed(tuple(self._sent))}"
                )
            step = self._left.popleft()
        if isinstance(step, TransportFailure):
            raise type(step)(str(step), step.begun)  # anew, so that one step can stand in a script several times
        return step.response()


class ScriptedTransport(_Script):
    """Answers the calls of an `ApiClient` from a script and remembers them; opens no socket.

        with ScriptedTransport(Answer(200, {"orderStatus": "Shipped"})) as script:
            client = ApiClient(Configuration(access_token="t", retry=AT_ONCE), transport=script)

    Leaving its block checks that the script was used up; so does `assert_done`. One that runs out raises
    ExpectationError where the request was sent. Each attempt of a call takes a step, and so does each token the client
    fetches, which it does with `client_id` and `client_secret` and not with `access_token`. Threads can share it.

    Args:
        steps: what comes of each request, in order; `NotSent("why")` and `Unanswered("why")` make it fail.

    Raises:
        ApiTypeError: a step is neither an answer nor a failure.
    """

    def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - nothing here takes time
        """Answer as the script says.

        Raises:
            NotSent: the script says so.
            Unanswered: the script says so.
            ExpectationError: the script has run out.
        """
        return self._answered(request)

    def close(self) -> None:
        """Count it; there is nothing to close."""
        self._closed += 1


class AsyncScriptedTransport(_Script):
    """Answers the calls of an `AsyncApiClient` from a script; otherwise as `ScriptedTransport`, its block included.

    Args:
        steps: what comes of each request, in order.

    Raises:
        ApiTypeError: a step is neither an answer nor a failure.
    """

    async def send(self, request: Request, timeouts: Timeouts) -> Response:  # noqa: ARG002 - nothing here takes time
        """Answer as the script says, after other tasks had their turn.

        Raises:
            NotSent: the script says so.
            Unanswered: the script says so.
            ExpectationError: the script has run out.
        """
        await asyncio.sleep(0)
        return self._answered(request)

    async def close(self) -> None:
        """Count it; there is nothing to close."""
        self._closed += 1


def _check_step(given: object) -> None:
    if not isinstance(given, (Answer, NotSent, Unanswered)):
        raise ApiTypeError(
            f"a step is {given!r}; it should be an Answer, a NotSent or an Unanswered, each an argument of its own"
        )


def _line(request: SentRequest) -> str:
    return f"{request.method} {request.path}"


def _listed(requests: tuple[SentRequest, ...]) -> str:
    return f": {', '.join(_line(each) for each in requests)}" if requests else ": nothing"


def _told(step: Step) -> str:
    return f"Answer {step.status}" if isinstance(step, Answer) else f"{type(step).__name__} ({step})"

"""What the unit tests play with: scripted answers, a transport that gives them, and a hand that drives a flow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from xi.sdk.resellers._core.call import Call
from xi.sdk.resellers._core.exchange import Runtime, exchange
from xi.sdk.resellers._core.flow import AskForToken, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import (
    FinalResponse,
    Headers,
    NotSent,
    Request,
    Response,
    Timeouts,
    TransportFailure,
    Unanswered,
)
from xi.sdk.resellers._core.operation import Subject
from xi.sdk.resellers._core.operations import (
    DELETE_ORDERCANCEL,
    GET_ACCESSTOKEN,
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    POST_FREIGHTESTIMATE,
    POST_RENEWALSSEARCH,
    POST_RETURNSCREATE,
    PUT_ORDERMODIFY,
)
from xi.sdk.resellers._core.redact import Sealed, opened, sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers.api import AccesstokenApi, OrdersApi
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.configuration import Configuration

WHO = ("20-777777", "US", "corr-1")
"""Customer number, country, correlation ID: the headers of every call."""
ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "AB12", "quantity": 2}]}
CREATED = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-AAAA1"}]}
"""What a create is answered."""
AT_ONCE = RetryPolicy(base=0, quota_window=0)
"""Repeats without waiting, for tests whose client has the real `sleep`."""

OPERATIONS = {
    each.name: each
    for each in (
        DELETE_ORDERCANCEL,
        GET_ACCESSTOKEN,
        GET_ORDERDETAILS_V6_1,
        GET_RESELLERS_V6_ORDERSEARCH,
        POST_CREATEORDER_V6,
        POST_CREATEORDER_V7,
        PUT_ORDERMODIFY,
    )
}
OTHERS = {each.name: each for each in (POST_FREIGHTESTIMATE, POST_RENEWALSSEARCH, POST_RETURNSCREATE)}
"""Operations of which only the answers are tested."""


def answer(status: int = 200, body: Any = b"", reason: str | None = None, **headers: str) -> Response:
    """Return an answer; what is no bytes goes in as JSON, underscores in header names stand for dashes."""
    if reason is None:
        reason = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Response(status, reason, Headers((name.replace("_", "-"), value) for name, value in headers.items()), raw)


def not_sent(why: str = "could not connect") -> NotSent:
    return NotSent(why)


def unanswered(why: str = "connection reset") -> Unanswered:
    return Unanswered(why)


Step = Response | TransportFailure


@dataclass
class ScriptedTransport:
    """Answers from a script, and remembers what it was sent; a request the script does not foresee is an error."""

    script: list[Step]
    sent: list[Request] = field(default_factory=list)
    timeouts: list[Timeouts] = field(default_factory=list)
    closed: int = 0

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        assert self.script, f"more was sent than the script foresees: {request!r}"
        self.sent.append(replace(request, headers=request.open_headers(), body=request.open_body()))
        self.timeouts.append(timeouts)
        step = self.script.pop(0)
        if isinstance(step, TransportFailure):
            raise step
        return step

    def close(self) -> None:
        self.closed += 1


class Connected:
    """A client over a script, with both APIs on it."""

    def __init__(self, *script: Step, configuration: Configuration | None = None, **client: Any) -> None:
        self.transport = ScriptedTransport(list(script))
        self.configuration = configuration or Configuration(access_token="tok-1", retry=AT_ONCE)
        self.client = ApiClient(self.configuration, transport=self.transport, **client)
        self.orders = OrdersApi(self.client)
        self.tokens = AccesstokenApi(self.client)

    @property
    def sent(self) -> list[Request]:
        return self.transport.sent

    @property
    def request(self) -> Request:
        """The one request that was sent."""
        (only,) = self.sent
        return only

    def header(self, name: str) -> str | None:
        """A header of the one request that was sent; its name may be there once at most."""
        found = [value for key, value in self.request.open_headers().items() if key.lower() == name.lower()]
        assert len(found) <= 1, found
        return found[0] if found else None


@dataclass
class Clock:
    """Moves when told to; the wall clock and the stopwatch run in step."""

    epoch: float = 1_700_000_000.0
    elapsed: float = 0.0

    def monotonic(self) -> float:
        return 5_000.0 + self.elapsed

    def wall(self) -> float:
        return self.epoch + self.elapsed


@dataclass
class Driven:
    """What became of a flow."""

    commands: list[Send | Sleep | AskForToken | DropConnections]
    final: FinalResponse | None = None
    error: Exception | None = None

    @property
    def sends(self) -> list[Send]:
        return [each for each in self.commands if isinstance(each, Send)]

    @property
    def waits(self) -> list[float]:
        return [each.seconds for each in self.commands if isinstance(each, Sleep)]

    @property
    def acquired(self) -> list[str | None]:
        """For every token asked for: the one that had been refused."""
        return [opened(each.refused) for each in self.commands if isinstance(each, AskForToken)]

    @property
    def bearers(self) -> list[str | None]:
        return [each.request.open_headers().get("Authorization") for each in self.sends]

    @property
    def kinds(self) -> str:
        return " ".join(type(each).__name__ for each in self.commands)

    @property
    def status(self) -> int:
        assert self.final is not None, self.error
        return self.final.response.status


SUBJECT = Subject("PO-1", "20-AAAA1")
REQUEST = Request("POST", "https://api.example", "/orders", {"IM-CorrelationID": "corr-1"}, b"{}")


def call_of(operation: str, request: Request = REQUEST, **more: Any) -> Call[Any]:
    """Return a call as one under way has it, whatever its arguments were."""
    return Call((OPERATIONS | OTHERS)[operation], request, **({"correlation_id": "corr-1", "subject": SUBJECT} | more))


class Asked:
    """Credentials that are asked for with a command, so that a script answers."""

    def current(self, now: float) -> Sealed | None:  # noqa: ARG002 - the protocol's
        return None

    def obtain(self, refused: Sealed | None, until: float) -> Flow[Sealed | None]:  # noqa: ARG002 - as above
        return (yield AskForToken(refused))


def drive(
    operation: str,
    script: Sequence[Step],
    *,
    tokens: Sequence[str | None] = ("tok-1",),
    policy: RetryPolicy | None = None,
    chance: float = 0.5,
    clock: Clock | None = None,
    each_send_takes: float = 0.0,
    each_token_takes: float = 0.0,
    sleep_overruns_by: float = 0.0,
    timeouts: Timeouts | None = None,
    authorized: bool = True,
    **runtime: Any,
) -> Driven:
    """Drive `exchange` by hand until it ends; every step of the script has to be used up."""
    clock = clock or Clock()
    left, source = list(script), list(tokens)
    driven = Driven([])
    flow = exchange(
        call_of(operation, policy=policy or RetryPolicy(), timeouts=timeouts or Timeouts(connect=10, read=60)),
        Runtime(clock.monotonic, clock.wall, lambda: chance, **runtime),
        Asked() if authorized else None,
    )
    try:
        command = next(flow)
        while True:
            driven.commands.append(command)
            match command:
                case Send():
                    clock.elapsed += each_send_takes
                    step = left.pop(0)
                    command = flow.throw(step) if isinstance(step, TransportFailure) else flow.send(step)
                case AskForToken():
                    clock.elapsed += each_token_takes
                    command = flow.send(sealed(source.pop(0)) if source else None)
                case Sleep(seconds):
                    clock.elapsed += seconds + sleep_overruns_by
                    command = flow.send(None)
                case DropConnections():
                    command = flow.send(None)
    except StopIteration as done:
        driven.final = done.value
    except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
        driven.error = error
    assert not left, f"not asked for: {left}"
    return driven

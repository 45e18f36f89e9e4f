"""Every operation of the contract repeats, raises and doubts as its kind of repeat says, with both clients."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

import pytest
from call_kit import TOKEN
from leak_kit import captured_logs
from operations_kit import Known, every_operation
from rows_of_faults import PAGE
from server_kit import ScriptedServer, ServerConnection, Step
from step_kit import CLOSE, HALF_BODY, RESET, answer, raw

from xi.sdk.resellers import ApiClient, Configuration, RetryPolicy, aio
from xi.sdk.resellers._core.operation import Repeat
from xi.sdk.resellers.exceptions import ApiException

ATTEMPTS = 2
RETRY = RetryPolicy(attempts=ATTEMPTS, base=0, quota_window=0, wait_cap=0.01)
NAMES = {
    400: "BadRequestException",
    401: "UnauthorizedException",
    403: "ForbiddenException",
    404: "NotFoundException",
    405: "MethodNotAllowedException",
    409: "ConflictException",
    422: "UnprocessableEntityException",
    429: "TooManyRequestsException",
}
REFUSALS = (400, 403, 404, 405, 413, 415, 422)
FAILURES = (500, 502, 503, 504)
OTHERS = (302, 308, 402, 408, 409, 410, 425, 501, 505)
FAULT = json.dumps({"fault": {"faultstring": "Policy failed", "detail": {"errorcode": "x"}}}).encode()


class Got(NamedTuple):
    """How a call ended."""

    kind: str
    """`result`, or the name of the exception's class."""
    doubt: bool
    """Whether it may have been acted on."""
    attempts: int
    """As many requests reach the server."""


class Cell(NamedTuple):
    """What the server does, one step for each request, and how the call must end."""

    name: str
    steps: tuple[Step, ...]
    want: Got


def raised(status: int, requests: int = 1, *, doubt: bool = False) -> Got:
    return Got(NAMES.get(status, "ServiceException" if status >= 500 else "ApiException"), doubt, requests)


def cells(known: Known) -> Iterator[Cell]:
    """Yield the cells of an operation; its kind of repeat alone decides them, and that a token is nothing to doubt."""
    operation, good = known.operation, answer(200, known.good)
    again = operation.repeat is not Repeat.ONCE
    changes = operation.repeat is not Repeat.SAFE and operation.authorized
    tries = ATTEMPTS if again else 1
    yield Cell("good", (good,), Got("result", False, 1))
    for name, step in {"reset": RESET, "closed": CLOSE, "half a body": raw(HALF_BODY)}.items():
        lost = Got("UnansweredException", changes, tries)
        yield Cell(f"{name}, then good", (step, good), Got("result", False, 2) if again else lost)
        yield Cell(f"{name} for ever", (step,) * tries, lost)
        refused = raised(404, 2, doubt=changes) if again else lost
        yield Cell(f"{name}, then 404", (step, answer(404)), refused)
    busy = answer(429, b"{}", Retry_After="0.001")
    yield Cell("429, then good", (busy, good), Got("result", False, 2))
    yield Cell("429 for ever", (busy,) * ATTEMPTS, raised(429, ATTEMPTS))
    for status in FAILURES:
        failed = answer(status, PAGE, kind="text/html", Retry_After="0.001")
        ended = raised(status, tries, doubt=changes)
        yield Cell(f"{status}, then good", (failed, good), Got("result", False, 2) if again else ended)
        yield Cell(f"{status} for ever", (failed,) * tries, ended)
    spent = answer(401, FAULT)
    fresh = 1 + operation.authorized
    yield Cell("401 for ever", (spent,) * fresh, raised(401, fresh))
    if operation.authorized:
        yield Cell("401, then good", (spent, good), Got("result", False, 2))
        yield Cell(
            "401, then 500",
            (spent, answer(500), good)[: 2 + again],
            Got("result", False, 3) if again else raised(500, 2, doubt=True),
        )
    for status in REFUSALS:
        yield Cell(str(status), (answer(status),), raised(status))
    for status in OTHERS:
        yield Cell(str(status), (answer(status, Location="http://127.0.0.1:9/"),), raised(status, doubt=changes))
    for name, step in unpromised(known):
        yield Cell(name, (step,), Got("UnreadableResponseException", changes, 1))


def unpromised(known: Known) -> Iterator[tuple[str, Step]]:
    """Yield answers of status 2xx that are not what the contract says."""
    operation = known.operation
    empty = operation.empty.statuses if operation.empty and not operation.empty.query else frozenset[int]()
    for name, body in {
        "a fault": FAULT,
        "half of JSON": b'{"orders": [',
        "a number": b"42",
        "an unknown member": b'{"nosuchmember": 1}',
        **known.elsewise,
    }.items():
        yield f"200 with {name}", answer(200, body)
    yield "200 with a page", answer(200, PAGE, kind="text/html")
    for status in {200, 202, 204, 205} - empty:
        yield f"{status} with nothing", answer(status, b"")


# ------------------------------------------------------------------------------------------------ both clients


class Stage:
    """What becomes of each cell: the server follows its script, and the end is compared with what is wanted.

    Args:
        plan: operations and cells, in their order.
        configuration: of the client, with the host of the server.
        server: None if nobody listens there.
    """

    def __init__(
        self, plan: list[tuple[Known, Cell]], configuration: Configuration, server: ScriptedServer | None
    ) -> None:
        self.plan = plan
        self.configuration = configuration
        self.requests = server.requests if server else []
        self.complaints: list[str] = []
        self.script: list[Step] = []

    def act(self, connection: ServerConnection) -> bool:
        """Do the next step; a request beyond the script is seen by its number."""
        return self.script.pop(0).act(connection) if self.script else False

    def begin(self, cell: Cell) -> None:
        self.requests.clear()
        self.script[:] = cell.steps

    def end(self, known: Known, cell: Cell, error: Exception | None) -> None:
        got = Got("result", doubt=False, attempts=len(self.requests))
        if isinstance(error, ApiException):
            got = Got(type(error).__name__, error.may_have_been_acted_on, error.attempts)
        elif error is not None:
            got = Got(repr(error), doubt=False, attempts=0)
        if got != cell.want:
            self.complaints.append(f"{known}, {cell.name}: wanted {cell.want}; got {got}")
        if len(self.requests) != (got.attempts if cell.steps else 0):
            self.complaints.append(f"{known}, {cell.name}: {len(self.requests)} requests arrived")
        sent = {(each.method, each.target, each.body, each.headers.get("im-correlationid")) for each in self.requests}
        if len(sent) > 1:
            self.complaints.append(f"{known}, {cell.name}: the request changed from one attempt to the next")


def blocking(stage: Stage) -> None:
    with ApiClient(stage.configuration) as client:
        for known, cell in stage.plan:
            stage.begin(cell)
            error = None
            try:
                known.call(client)
            except Exception as caught:  # noqa: BLE001 - it is what is looked at
                error = caught
            stage.end(known, cell, error)


def awaited(stage: Stage) -> None:
    async def main() -> None:
        async with aio.AsyncApiClient(stage.configuration) as client:
            for known, cell in stage.plan:
                stage.begin(cell)
                error = None
                try:
                    await known.call(client, aio)
                except Exception as caught:  # noqa: BLE001 - it is what is looked at
                    error = caught
                stage.end(known, cell, error)

    asyncio.run(main())


@pytest.fixture(params=[blocking, awaited])
def complaints(request: pytest.FixtureRequest) -> Callable[[Stage], str]:
    """Return a function that runs a plan with one of the clients, and returns what is wrong."""

    def run(stage: Stage) -> str:
        with captured_logs():  # which keeps a warning for each doubt out of the report
            request.param(stage)
        return "\n".join(stage.complaints)

    return run


def test_every_operation_ends_as_its_kind_of_repeat_says(
    serve: Callable[..., ScriptedServer], complaints: Callable[[Stage], str]
) -> None:
    tokens = count(1)
    server = serve(always=Step(lambda connection: stage.act(connection)))  # noqa: PLW0108 - the stage is made below
    configuration = Configuration(host=server.url, access_token=lambda: f"tok-{next(tokens)}", retry=RETRY)
    stage = Stage([(known, cell) for known in every_operation() for cell in cells(known)], configuration, server)
    if found := complaints(stage):
        pytest.fail(found, pytrace=False)


def test_every_operation_that_cannot_be_sent_is_tried_again_and_leaves_no_doubt(
    closed_port: str, complaints: Callable[[Stage], str]
) -> None:
    unsent = Cell("nobody listens", (), Got("NotSentException", doubt=False, attempts=ATTEMPTS))
    configuration = Configuration(host=closed_port, access_token=TOKEN, retry=RETRY)
    if found := complaints(Stage([(known, unsent) for known in every_operation()], configuration, None)):
        pytest.fail(found, pytrace=False)

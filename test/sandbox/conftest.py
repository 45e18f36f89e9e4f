"""Fixtures of the sandbox tests: a clock that stands still, a caller without sockets, a server with sockets."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from contract_kit import OPERATION_IDS, check_answer

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse

sys.path.append(str(Path(__file__).parents[1] / "ordering"))  # so that tests can import `care_kit`

TOKEN = "demo-token"
START = datetime(2024, 5, 27, 9, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that a test moves."""

    moment: datetime = START

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **spans: float) -> None:
        self.moment += timedelta(**spans)


@dataclass
class Caller:
    """Calls the operations directly as one customer with a valid token."""

    sandbox: Sandbox
    clock: Clock
    customer: str = "20-222222"
    country: str = "US"
    headers: dict[str, str] = field(default_factory=dict)
    purchase_orders: int = 0

    def call(self, operation: str, *, number: str = "", body: Any = None, query=()) -> ApiResponse:
        headers = {
            "authorization": f"Bearer {TOKEN}",
            "im-customernumber": self.customer,
            "im-countrycode": self.country,
            "im-correlationid": "c-1",
            **self.headers,
        }
        pairs = list(query.items()) if isinstance(query, dict) else list(query)
        answer = run(self.sandbox, NAMED[operation], ApiRequest(headers, pairs, body, number))
        check_answer(OPERATION_IDS[operation], answer, strict=self.sandbox.policy.strict)
        return answer

    def token(self, user: str, secret: str, grant: str = "client_credentials") -> ApiResponse:
        """Return the answer to a request for a token."""
        form = {"grant_type": grant, "client_id": user, "client_secret": secret}
        return run(self.sandbox, NAMED["token"], ApiRequest(body=form, method="POST"))

    def order(self, *lines: tuple[str, Any] | dict[str, Any], attributes=None, **body: Any) -> dict[str, Any]:
        """Return a create body; lines are (part, quantity) pairs or dicts."""
        if "customerOrderNumber" not in body:
            self.purchase_orders += 1
            body["customerOrderNumber"] = f"PO-{self.purchase_orders}"
        sent = [
            line if isinstance(line, dict) else {"ingramPartNumber": line[0], "quantity": line[1]}
            for line in lines or [("DF4128", 1)]
        ]
        pairs = [{"attributeName": name, "attributeValue": value} for name, value in (attributes or {}).items()]
        return {"lines": sent, "additionalAttributes": pairs, **body}

    def create(self, *lines, **body) -> ApiResponse:
        return self.call("create_v6", body=self.order(*lines, **body))

    def created(self, *lines, **body) -> str:
        """Create an order, check that it succeeds and return its number."""
        answer = self.create(*lines, **body)
        assert answer.status == 201, answer.body
        return answer.body["orders"][0]["ingramOrderNumber"]

    def held(self, *lines, **body) -> str:
        attributes = {"allowOrderOnCustomerHold": "true", **body.pop("attributes", {})}
        return self.created(*lines, attributes=attributes, **body)

    def create_async(self, *lines, **body) -> ApiResponse:
        return self.call("create_v7", body=self.order(*lines, **body))

    def modify(self, number: str, *lines, **body) -> ApiResponse:
        if lines:
            body["lines"] = list(lines)
        return self.call("modify", number=number, body=body)

    def release(self, number: str) -> ApiResponse:
        return self.call("modify", number=number, query={"actionCode": "release"})

    def cancel(self, number: str) -> ApiResponse:
        return self.call("cancel", number=number)

    def details(self, number: str, **query: str) -> ApiResponse:
        return self.call("details", number=number, query=query)

    def search(self, *pairs: tuple[str, str], **query: str) -> ApiResponse:
        return self.call("search", query=[*pairs, *query.items()])

    def found(self, *pairs, **query) -> list[str]:
        """Return the PO of every order found."""
        answer = self.search(*pairs, **query)
        return [] if answer.status == 204 else [item["customerOrderNumber"] for item in answer.body["orders"]]


def fields_of(answer: ApiResponse) -> list[str | None]:
    """Return the names of the fields in an error answer."""
    return [entry.get("field") for error in answer.body["errors"] for entry in error.get("fields", [])]


@pytest.fixture(name="fields_of")
def _fields_of():
    return fields_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(clock: Clock):
    """Yield a function that creates callers with their own sandboxes, which deliver nothing after the test."""
    made: list[Sandbox] = []

    def build(*, customer: str = "20-222222", country: str = "US", policy: Policy | None = None, **options) -> Caller:
        made.append(Sandbox(clock=clock, seed=7, access_tokens={TOKEN}, policy=policy, **options))
        return Caller(made[-1], clock, customer, country)

    yield build
    for each in made:
        each.hooks.close()


@pytest.fixture
def api(make) -> Caller:
    return make()


@pytest.fixture
def server(clock: Clock) -> Iterator[SandboxServer]:
    with SandboxServer(Sandbox(clock=clock, seed=7, access_tokens={TOKEN})) as running:
        yield running
    running.sandbox.hooks.close()


@pytest.fixture(scope="session")
def published_package(once):
    """Return a function that installs a version of the published package, without this package, and returns where."""

    def install(version: str) -> Path:
        def make(where: Path) -> None:
            pip = [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--target",
                str(where),
            ]
            named = f"xi.sdk.resellers=={version}"
            installed = subprocess.run([*pip, named], capture_output=True, text=True, check=False)
            if installed.returncode:
                pytest.skip(f"{named} cannot be installed: {installed.stderr[-300:]}")

        return once(f"published-{version}", make)

    return install

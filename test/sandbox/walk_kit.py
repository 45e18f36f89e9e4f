"""A caller of the sandbox that holds every answer against the contract."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from contract_kit import check, operation_at

from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

TOKEN = "demo-token"
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
}
ORDERS = "/resellers/v6/orders"


@dataclass
class Walker:
    """Calls the sandbox over a socket and checks every answer against the contract; keeps the last one."""

    server: SandboxServer
    strict: bool
    headers: dict[str, str] = field(default_factory=lambda: dict(HEADERS))
    answered: tuple[str, str] = ("", "")
    purchase_orders: int = 0

    def ask(self, method: str, target: str, body: Any = None, **headers: str) -> Any:
        """Return the body of the answer; bytes are sent unchanged, other bodies as JSON or, for a token, as a form."""
        is_form = target.startswith("/oauth")
        raw = body if body is None or isinstance(body, bytes) else urlencode(body) if is_form else json.dumps(body)
        kind = "application/x-www-form-urlencoded" if is_form else "application/json"
        with closing(http.client.HTTPConnection(self.server.url.removeprefix("http://"), timeout=10)) as connection:
            connection.request(method, target, raw, {**self.headers, "Content-Type": kind, **headers})
            answer = connection.getresponse()
            content = answer.read()
        operation = operation_at(method, target)
        check(operation, answer.status, answer.headers.get("Content-Type", ""), content, strict=self.strict)
        self.answered = operation["operationId"], str(answer.status)
        return json.loads(content) if content else None

    def order(self, *parts: str, held: bool = False, **changes: Any) -> dict[str, Any]:
        self.purchase_orders += 1
        return {
            "customerOrderNumber": f"po-{self.purchase_orders}",
            "endCustomerOrderNumber": "end-1",
            "resellerInfo": {"resellerId": "1", "companyName": "Shop", "phoneNumber": 5550100},
            "shipToInfo": {
                "contact": "Anna",
                "companyName": "Shop",
                "addressLine1": "1 Main Street",
                "city": "Irvine",
                "state": "CA",
                "postalCode": "92612",
                "countryCode": "US",
                "email": "anna@example.com",
            },
            "lines": [
                {"customerLineNumber": str(number), "ingramPartNumber": part, "quantity": 2}
                for number, part in enumerate(parts or ("DF4128",), 1)
            ],
            "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}] * held,
            **changes,
        }

    def create(self, *parts: str, **changes: Any) -> str:
        """Place an order, and return the number of the first order created from it."""
        return self.ask("POST", ORDERS, self.order(*parts, **changes))["orders"][0]["ingramOrderNumber"]

    def async_order(self, *parts: str) -> dict[str, Any]:
        return {
            "customerOrderNumber": f"po-7-{parts}",
            "notes": "by night",
            "lines": [
                {"customerLineNumber": str(number), "ingramPartNumber": part, "quantity": "2"}
                for number, part in enumerate(parts or ("DF4128",), 1)
            ],
        }

    def fail(self, kind: str) -> None:
        self.server.sandbox.faults.add(kind)

    def refuse_token(self) -> None:
        self.headers["Authorization"] = "Bearer expired"

    def move(self, number: str, move: str) -> None:
        """Make a move with an order, if its state allows it."""
        with closing(http.client.HTTPConnection(self.server.url.removeprefix("http://"), timeout=10)) as connection:
            connection.request("POST", f"/_sandbox/orders/{number}/{move}", b"")
            assert connection.getresponse().status in (200, 400)


def _nothing(_: Sandbox) -> Any:
    return None


@dataclass(frozen=True)
class Good:
    """What makes a call of an operation one that the sandbox accepts, for the requests that schemathesis makes up.

    Args:
        body: Returns the body, if the call has one.
        number: Returns what stands in the path; it may make it in the sandbox first.
        headers: The headers that only this family needs.
        query: The parameters that the call needs.
    """

    body: Callable[[Sandbox], Any] = _nothing
    number: Callable[[Sandbox], str] = _nothing
    headers: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)


Walk = Callable[[Walker], object]
Asked = dict[str, Walk]
Walks = dict[tuple[str, str], Walk]
Never = dict[tuple[str, str], str]

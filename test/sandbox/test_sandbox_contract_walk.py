"""Every operation with every documented status is answered over HTTP as the contract says."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import contract_kit
import pytest
from contract_kit import ContractError, check, documented, operation_at, widened

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import WebhookReceiver

TOKEN = "demo-token"
HEADERS = {
    "Authorization": f"Bearer {TOKEN}",
    "IM-CustomerNumber": "20-222222",
    "IM-CountryCode": "US",
    "IM-CorrelationID": "c-1",
}
ORDERS = "/resellers/v6/orders"
FORM = {"grant_type": "client_credentials", "client_id": "app", "client_secret": "secret"}
NEVER = {
    ("post-createorder_v6", "200"): "seen of the live API now and then in place of 201; the sandbox answers 201",
    ("get-resellers-v6-ordersearch", "404"): "the published error list has it, and 204 for what is not found",
}
"""What the contract documents and the sandbox has no occasion for."""


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


def _details_of_everything(walk: Walker) -> None:
    """Ask for details of each kind of part in each state of an order."""
    number = walk.create("DF4128", "5L1701", "1C6094", "RQ6000", "YZ1478", "4U0212")
    details = f"/resellers/v6.1/orders/{number}"
    walk.ask("GET", details)
    for move in ("ship-partially", "ship", "invoice", "deliver", "restock", "ship"):
        _move(walk, number, move)
        walk.ask("GET", details)
    for status in ("IM::SHIPPED", "IM::PARTIALLY_SHIPPED", "IM::HOLD", "IM::INVOICED"):
        walk.ask("GET", f"/sandbox{details}?simulateStatus={status}")
    held = walk.create(held=True)
    walk.ask("GET", f"/resellers/v6.1/orders/{held}")
    walk.ask("DELETE", f"{ORDERS}/{held}")
    walk.ask("GET", f"/resellers/v6.1/orders/{held}")


def _move(walk: Walker, number: str, move: str) -> None:
    with closing(http.client.HTTPConnection(walk.server.url.removeprefix("http://"), timeout=10)) as connection:
        connection.request("POST", f"/_sandbox/orders/{number}/{move}", b"")
        assert connection.getresponse().status in (200, 400)


def _search(walk: Walker) -> None:
    for _ in range(3):
        walk.create("DF4128", "5L1701", "RQ6000")
    walk.create(held=True)
    walk.ask("GET", f"{ORDERS}/search?pageSize=2&pageNumber=2")
    walk.ask("GET", f"{ORDERS}/search?orderStatus=PROCESSING&ingramPartNumber=DF4128")


def _modified(walk: Walker, *lines: dict[str, Any], **body: Any) -> None:
    number = walk.create("DF4128", "YN6231", held=True)
    walk.ask("PUT", f"{ORDERS}/{number}", {"lines": list(lines), **body})


def _released(walk: Walker) -> None:
    number = walk.create(held=True)
    walk.ask("PUT", f"{ORDERS}/{number}?actionCode=release")


def _cancelled(walk: Walker) -> None:
    number = walk.create(held=True)
    walk.ask("DELETE", f"{ORDERS}/{number}")


def _not_cancelled(walk: Walker) -> None:
    number = walk.create()
    walk.ask("DELETE", f"{ORDERS}/{number}")


ADDED = {"ingramPartNumber": "2GZ200", "quantity": 1, "addUpdateDeleteLine": "ADD", "customerLineNumber": "9"}
UNKNOWN = {**ADDED, "ingramPartNumber": "NOSUCH"}
BAD_ADDRESS = {"addressLine1": "", "city": "", "countryCode": "US"}
ASKED: dict[str, Callable[[Walker], object]] = {
    "get-accesstoken": lambda walk: walk.ask("POST", "/oauth/oauth20/token", FORM),
    "post-createorder_v7": lambda walk: walk.ask("POST", "/resellers/v7/orders", walk.async_order()),
    "post-createorder_v6": lambda walk: walk.ask("POST", ORDERS, walk.order()),
    "put-ordermodify": lambda walk: walk.ask("PUT", f"{ORDERS}/20-AAAAA", {"lines": [ADDED]}),
    "delete-ordercancel": lambda walk: walk.ask("DELETE", f"{ORDERS}/20-AAAAA"),
    "get-orderdetails-v6.1": lambda walk: walk.ask("GET", "/resellers/v6.1/orders/20-AAAAA"),
    "get-resellers-v6-ordersearch": lambda walk: walk.ask("GET", f"{ORDERS}/search"),
}
"""A call of each operation, for what depends on nothing else."""

WALKS: dict[tuple[str, str], Callable[[Walker], object]] = {
    ("get-accesstoken", "200"): ASKED["get-accesstoken"],
    ("get-accesstoken", "400"): lambda walk: walk.ask("POST", "/oauth/oauth20/token", {**FORM, "grant_type": "x"}),
    ("get-accesstoken", "401"): lambda walk: walk.ask("POST", "/oauth/oauth20/token", {**FORM, "client_id": "other"}),
    ("post-createorder_v7", "200"): ASKED["post-createorder_v7"],
    ("post-createorder_v7", "400"): lambda walk: walk.ask("POST", "/resellers/v7/orders", {"lines": []}),
    ("post-createorder_v6", "201"): lambda walk: walk.create(
        "DF4128", "5L1701", "1C6094", "RQ6000", "YZ1478", "4U0212"
    ),
    ("post-createorder_v6", "207"): lambda walk: walk.create("DF4128", "NOSUCH"),
    ("post-createorder_v6", "400"): lambda walk: walk.ask("POST", ORDERS, walk.order("NOSUCH")),
    ("put-ordermodify", "200"): lambda walk: (_released(walk), _modified(walk, UNKNOWN)),
    ("put-ordermodify", "201"): lambda walk: _modified(walk, ADDED),
    ("put-ordermodify", "207"): lambda walk: _modified(walk, ADDED, shipToInfo=BAD_ADDRESS),
    ("put-ordermodify", "400"): lambda walk: walk.ask("PUT", f"{ORDERS}/nonsense", {"lines": [ADDED]}),
    ("put-ordermodify", "404"): ASKED["put-ordermodify"],
    ("delete-ordercancel", "200"): _cancelled,
    ("delete-ordercancel", "400"): lambda walk: walk.ask("DELETE", f"{ORDERS}/20-AAAAA", **{"IM-CountryCode": "USA"}),
    ("delete-ordercancel", "404"): ASKED["delete-ordercancel"],
    ("delete-ordercancel", "405"): _not_cancelled,
    ("get-orderdetails-v6.1", "200"): _details_of_everything,
    ("get-orderdetails-v6.1", "400"): lambda walk: walk.ask(
        "GET", "/resellers/v6.1/orders/20-AAAAA", **{"IM-CountryCode": "USA"}
    ),
    ("get-orderdetails-v6.1", "404"): ASKED["get-orderdetails-v6.1"],
    ("get-resellers-v6-ordersearch", "200"): _search,
    ("get-resellers-v6-ordersearch", "204"): ASKED["get-resellers-v6-ordersearch"],
    ("get-resellers-v6-ordersearch", "400"): lambda walk: walk.ask("GET", f"{ORDERS}/search?ingramOrderDate=soon"),
}


ANYWHERE: dict[str, Callable[[Walker], object]] = {
    "401": Walker.refuse_token,
    "429": lambda walk: walk.fail("429"),
    "500": lambda walk: walk.fail("500"),
}
"""What has to come before a call, for the answers that every operation can give."""


def _walk_to(operation: str, status: str) -> Callable[[Walker], object]:
    if (operation, status) in WALKS:
        return WALKS[operation, status]
    assert status in ANYWHERE, f"WALKS lacks ({operation!r}, {status!r}): a call that the sandbox answers with {status}"
    assert operation in ASKED, f"ASKED lacks {operation!r}: a call that needs no order"
    return lambda walk: (ANYWHERE[status](walk), ASKED[operation](walk))


@pytest.fixture(params=[False, True], ids=["as the live API", "as published"])
def strict(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def start(strict: bool) -> Iterator[Callable[..., Walker]]:
    servers: list[SandboxServer] = []

    def started() -> Walker:
        policy = Policy(strict=strict)
        sandbox = Sandbox(seed=7, access_tokens={TOKEN}, credentials={"app": "secret"}, policy=policy)
        servers.append(SandboxServer(sandbox).start())
        return Walker(servers[-1], strict)

    yield started
    for server in servers:
        server.stop()


@pytest.mark.parametrize(("operation", "status"), sorted(set(documented()) - NEVER.keys()))
def test_each_documented_answer_is_given_as_documented(start, operation, status):
    walk = start()
    _walk_to(operation, status)(walk)
    assert walk.answered == (operation, status)


def test_both_prefixes_and_both_token_paths_give_the_same_answers(start):
    walk = start()
    walk.ask("POST", f"/sandbox{ORDERS}", walk.order())
    walk.ask("GET", f"/sandbox{ORDERS}/search")
    assert walk.answered == ("get-resellers-v6-ordersearch", "200")


@pytest.mark.parametrize(
    ("method", "target"), [("POST", ORDERS), ("POST", "/resellers/v7/orders"), ("PUT", f"{ORDERS}/20-AAAAA")]
)
def test_a_body_that_is_not_json_is_refused_as_documented(start, method, target):
    walk = start()
    walk.ask(method, target, b"{")
    assert walk.answered[1] == "400"


def test_webhooks_match_the_contract(start):
    hooks = contract_kit.DOCUMENT["webhooks"]
    with WebhookReceiver() as receiver:
        walk = start()
        sandbox = walk.server.sandbox
        sandbox.hooks.add(receiver.url, receiver.secret)
        number = walk.create("DF4128", "1C6094")
        sandbox.ship(number)
        sandbox.invoice(number)
        sandbox.void(walk.create(held=True))
        # Not one of which no line goes through: how that is told was never seen, so the contract cannot say.
        for parts in (("DF4128", "RQ6000"), ("DF4128", "NOSUCH")):
            walk.ask("POST", "/resellers/v7/orders", walk.async_order(*parts))
        assert sandbox.hooks.settled(5)
        bodies = [json.loads(each.body) for each in receiver.received]
    assert len(bodies) >= 6
    for body in bodies:
        name = "asyncOrderResult" if isinstance(body, list) else "orderStatus"
        schema = hooks[name]["post"]["requestBody"]["content"]["application/json"]["schema"]
        assert contract_kit.errors(schema, body) == []


OPERATION = {
    "operationId": "op",
    "responses": {
        "200": {
            "content": {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "count": {"type": "integer", "x-observed": [{"as": "text", "evidence": "seen"}]},
                            "lines": {
                                "type": "array",
                                "items": {"type": "string"},
                                "x-observed": [
                                    {"as": "object", "evidence": "seen"},
                                    {"as": "null", "evidence": "seen"},
                                ],
                            },
                            "name": {
                                "type": "string",
                                "maxLength": 2,
                                "x-dropped": [{"limit": "maxLength: 2", "why": "seen"}],
                                "x-also-spelled": [{"name": "nmae", "evidence": "seen"}],
                            },
                            "day": {"type": "string", "format": "date"},
                        },
                        "x-undeclared": [{"name": "more", "type": "object", "evidence": "seen"}],
                    }
                }
            }
        },
        "204": {"description": "nothing"},
    },
}


@pytest.mark.parametrize(
    "body",
    [
        {"count": "1"},
        {"lines": "one"},
        {"lines": None},
        {"name": "longer"},
        {"nmae": "x"},
        {"more": {}},
    ],
)
def test_the_kit_accepts_observed_deviations_unless_strict(body):
    raw = json.dumps(body).encode()
    check(OPERATION, 200, "application/json", raw)
    with pytest.raises(ContractError, match=r"^op 200\n\$"):
        check(OPERATION, 200, "application/json", raw, strict=True)


@pytest.mark.parametrize(
    ("status", "kind", "body", "why"),
    [
        (200, "application/json", b'{"count": null}', "is not valid under any"),
        (200, "application/json", b'{"count": 1.5}', "is not valid under any"),
        (200, "application/json", b'{"lines": {}}', "is not valid under any"),
        (200, "application/json", b'{"day": "27.5.2024"}', "is not a 'date'"),
        (200, "application/json", b'{"other": 1}', "'other' was unexpected"),
        (200, "application/json", b"{", "is not JSON"),
        (200, "application/json", b"", "is not JSON"),
        (200, "text/html", b"{}", "not application/json"),
        (204, "", b"{}", "the contract gives it none"),
        (418, "application/json", b"{}", "418 is not documented"),
    ],
)
def test_the_kit_refuses_answers_that_are_neither_published_nor_observed(status, kind, body, why):
    with pytest.raises(ContractError, match=why):
        check(OPERATION, status, kind, body)


def test_the_kit_checks_wrapped_answers():
    schema = {"type": "object", "properties": {}, "x-wrapped": {"in": "errors", "evidence": "seen"}}
    assert contract_kit.errors(widened(schema), {"errors": [{}]}) == []
    assert contract_kit.errors(widened(schema), {})


def test_the_kit_finds_operations_by_their_paths():
    assert operation_at("GET", "/sandbox/resellers/v6/orders/search?x=1")["operationId"].endswith("ordersearch")
    assert operation_at("PUT", "/resellers/v6/orders/20-A")["operationId"] == "put-ordermodify"
    with pytest.raises(ContractError, match="has no PATCH"):
        operation_at("PATCH", "/resellers/v6/orders")
    with pytest.raises(ContractError, match="has no PUT"):
        operation_at("PUT", "/resellers/v6/orders/")

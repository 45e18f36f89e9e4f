"""Every operation with every documented status is answered over HTTP as the contract says."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import contract_kit
import pytest
from contract_kit import ContractError, check, documented, operation_at, widened
from walk_kit import ORDERS, TOKEN, Asked, Never, Walk, Walker, Walks

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import WebhookReceiver

FAMILIES = [importlib.import_module(path.stem) for path in sorted(Path(__file__).parent.glob("walk_*.py"))]


def _joined(name: str) -> dict[Any, Any]:
    """Join what the modules of all families have under a name, and refuse what two of them have."""
    rows = [row for family in FAMILIES for row in getattr(family, name, {}).items()]
    assert len(rows) == len(dict(rows)), f"two families have the same entry in {name}"
    return dict(rows)


ASKED: Asked = _joined("ASKED")
"""A call of each operation, for what depends on nothing else."""

WALKS: Walks = _joined("WALKS")
"""A call for each documented answer, which it gets."""

NEVER: Never = _joined("NEVER")
"""What the contract documents and the sandbox has no occasion for, with the reason."""

SERVED = set(contract_kit.OPERATION_IDS.values())


ANYWHERE: dict[str, Walk] = {
    "401": Walker.refuse_token,
    "429": lambda walk: walk.fail("429"),
    "500": lambda walk: walk.fail("500"),
}
"""What has to come before a call, for the answers that every operation can give."""


def _walk_to(operation: str, status: str) -> Walk:
    if (operation, status) in WALKS:
        return WALKS[operation, status]
    assert status in ANYWHERE, f"WALKS lacks ({operation!r}, {status!r}): a call that the sandbox answers with {status}"
    assert operation in ASKED, f"ASKED lacks {operation!r}: a call that needs no order"
    return lambda walk: (ANYWHERE[status](walk), ASKED[operation](walk))


DOCUMENTED = [each for each in sorted(set(documented()) - NEVER.keys()) if each[0] in SERVED]
"""What is walked. That every operation of the contract is served, test_sandbox_table.py checks."""


def test_no_family_has_a_call_of_an_operation_or_an_answer_that_the_contract_does_not_have():
    assert ASKED.keys() <= {operation for operation, _ in documented()}
    assert WALKS.keys() | NEVER.keys() <= set(documented())
    assert not WALKS.keys() & NEVER.keys()


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


@pytest.mark.parametrize(("operation", "status"), DOCUMENTED)
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
        assert sandbox.hooks.settled(60)
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

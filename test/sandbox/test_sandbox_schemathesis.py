"""The sandbox answers every request that schemathesis generates as the contract says, and never with a 500."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import contract_kit
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

TOKEN = "demo-token"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
GOOD = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "IM-CorrelationID": "c-1"}
GOOD_ORDER = {"lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 2}]}
GOOD_BODIES = {"POST": GOOD_ORDER, "PUT": {"notes": "Please ring"}}
"""A body that the sandbox accepts, by method."""


def observed() -> dict[str, Any]:
    """Return the contract with the observed deviations as plain schemas, without extensions."""
    document = contract_kit.DOCUMENT
    schemas = {name: contract_kit.widened(schema) for name, schema in document["components"]["schemas"].items()}
    return {**document, "components": {**document["components"], "schemas": schemas}}


SCHEMAS = {
    "as published": schemathesis.openapi.from_dict(contract_kit.DOCUMENT),
    "as the live API": schemathesis.openapi.from_dict(observed()),
}


@pytest.fixture(scope="module", params=SCHEMAS)
def world(request: pytest.FixtureRequest) -> Iterator[tuple[Any, SandboxServer]]:
    """Return the contract and a sandbox that must follow it."""
    policy = Policy(strict=request.param == "as published")
    with SandboxServer(Sandbox(seed=7, access_tokens={TOKEN}, policy=policy)) as server:
        yield SCHEMAS[request.param], server


def held_order(sandbox: Sandbox) -> str:
    """Return the number of an order on hold; place one if there is none."""
    found = next((order.number for order in sandbox.orders.of(GOOD["IM-CustomerNumber"]) if order.held), None)
    if found is None:
        headers = {name.lower(): value for name, value in GOOD.items()} | {"authorization": f"Bearer {TOKEN}"}
        body = {
            "customerOrderNumber": f"PO-{len(sandbox.orders)}",
            **GOOD_ORDER,
            "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}],
        }
        answer = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body))
        found = answer.body["orders"][0]["ingramOrderNumber"]
    return found


@pytest.mark.parametrize(
    ("method", "path"),
    [(method, path) for method, path, _ in contract_kit.operations()],
    ids=lambda each: each.strip("/"),
)
def test_every_answer_is_documented(world, method, path):
    schema, server = world
    operation = schema[path][method]
    met: Counter[int] = Counter()

    # In turn, not drawn: what hypothesis draws depends on the modules that are loaded, and may be one kind alone.
    kinds = cycle(["nothing", "headers", "everything"])

    # Requests as the contract allows them, and ones that it does not. Two thirds of them get past the headers, as
    # otherwise few would, and name an order that is there; half of these are good in everything.
    @settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(map(operation.as_strategy, GenerationMode)))
    def one(case):
        good = next(kinds)
        if good != "nothing":
            case.headers = {**(case.headers or {}), **GOOD}
            if case.path_parameters:
                case.path_parameters = dict.fromkeys(case.path_parameters, held_order(server.sandbox))
        if good == "everything":
            case.headers, case.query = dict(GOOD), {}
            if method in GOOD_BODIES:
                case.body = {**GOOD_BODIES[method], "customerOrderNumber": f"PO-{len(server.sandbox.orders)}"}
        answer = case.call_and_validate(
            base_url=server.url, headers={"Authorization": f"Bearer {TOKEN}"}, checks=CHECKS, timeout=10
        )
        met[answer.status_code] += 1

    one()
    assert sum(met.values()) >= 20
    if not path.startswith("/oauth"):
        assert met.keys() - {400, 404, 405}, f"nothing but refusals: {met}"

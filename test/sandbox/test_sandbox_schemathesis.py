"""The sandbox answers every request that schemathesis generates as the contract says, and never with a 500."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
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
from walk_kit import Good

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer

pytestmark = pytest.mark.apart

TOKEN = "demo-token"
EXAMPLES = 18 * settings().max_examples // 50
"""Requests for each operation: 18 in the quick profile, and in the deep one as many more as of everything else.
Nearly all of the time goes into drawing bodies."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
GOOD = {"IM-CustomerNumber": "20-222222", "IM-CountryCode": "US", "IM-CorrelationID": "c-1"}
FAMILIES = [importlib.import_module(path.stem) for path in sorted(Path(__file__).parent.glob("walk_*.py"))]
GOOD_CALLS = {name: good for family in FAMILIES for name, good in getattr(family, "GOOD", {}).items()}
"""What a good call of an operation has besides these headers, by the ID of the operation."""


def observed() -> dict[str, Any]:
    """Return the contract with the observed deviations as plain schemas, without extensions."""
    document = contract_kit.DOCUMENT
    schemas = {name: contract_kit.widened(schema) for name, schema in document["components"]["schemas"].items()}
    return {**document, "components": {**document["components"], "schemas": schemas}}


SERVED = set(contract_kit.OPERATION_IDS.values())
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


@pytest.mark.parametrize(
    ("method", "path"),
    [(method, path) for method, path, each in contract_kit.operations() if each["operationId"] in SERVED],
    ids=lambda each: each.strip("/"),
)
def test_every_answer_is_documented(world, method, path):
    schema, server = world
    operation = schema[path][method]
    good = GOOD_CALLS.get(contract_kit.operation_at(method, path)["operationId"], Good())
    met: Counter[int] = Counter()

    def ask(case: Any) -> int:
        answer = case.call_and_validate(
            base_url=server.url, headers={"Authorization": f"Bearer {TOKEN}"}, checks=CHECKS, timeout=10
        )
        met[answer.status_code] += 1
        return answer.status_code

    def path_of(names: Any) -> dict[str, str]:
        return dict.fromkeys(names, good.number(server.sandbox))

    # In turn, not drawn: what hypothesis draws depends on the modules that are loaded, and may be one kind alone.
    kinds = cycle(["as drawn", "good headers", "good headers and path"])

    # Requests as the contract allows them, and ones that it does not. Two thirds of them get past the headers, as
    # otherwise few would; half of these name what is there.
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(map(operation.as_strategy, GenerationMode)))
    def one(case):
        kind = next(kinds)
        if kind != "as drawn":
            case.headers = {**(case.headers or {}), **GOOD, **good.headers}
        if kind == "good headers and path" and case.path_parameters:
            case.path_parameters = path_of(case.path_parameters)
        ask(case)

    # Good in everything, twice: the second time there is something that the first one made.
    statuses: list[int] = []
    for _ in range(2):
        body = good.body(server.sandbox)
        given_body = {} if body is None else {"body": body, "media_type": "application/json"}
        names = [each.name for each in operation.path_parameters]
        headers, query = {**GOOD, **good.headers}, dict(good.query)
        statuses.append(ask(operation.Case(headers=headers, query=query, path_parameters=path_of(names), **given_body)))
    assert path.startswith("/oauth") or 200 <= statuses[0] < 300, f"what is good in everything was answered {statuses}"
    one()
    assert sum(met.values()) >= 10

"""The contract is whole, valid and described, and each thing is said once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

Json = dict[str, Any]

PUBLISHED = json.loads((Path(__file__).parents[1] / "dropin" / "surface.json").read_text("utf-8"))["models"]
REPEAT = {
    "get-accesstoken": "IDEMPOTENT",
    "post-createorder_v7": "ONCE",
    "post-createorder_v6": "ONCE",
    "put-ordermodify": "ONCE",
    "delete-ordercancel": "IDEMPOTENT",
    "get-orderdetails-v6.1": "SAFE",
    "get-resellers-v6-ordersearch": "SAFE",
    "resellers_v1_webhooks_orderstatusevent_post": "IDEMPOTENT",
    "get-reseller-v6-productsearch": "SAFE",
    "get-reseller-v6-productdetail": "SAFE",
    "post-priceandavailability": "SAFE",
    "resellers_v1_webhooks_availabilityupdate_post": "IDEMPOTENT",
    "get-quotessearch_v6": "SAFE",
    "get-resellers-v6-quotes": "SAFE",
    "get-reseller-v6-validateQuote": "SAFE",
    "get-resellers-v6-invoicesearch": "SAFE",
    "get-invoicedetails-v6.1": "SAFE",
    "post-renewalssearch": "SAFE",
    "get-resellers-v6-renewalsdetails": "SAFE",
    "get-resellers-v6-dealssearch": "SAFE",
    "get-resellers-v6-dealsdetails": "SAFE",
    "get-resellers-v6-returnssearch": "SAFE",
    "get-resellers-v6-returnsdetails": "SAFE",
    "post-returnscreate": "ONCE",
    "post-freightestimate": "SAFE",
}


def operations(bundled: Json) -> Iterator[tuple[str, Json]]:
    """Every operation with its place, and its parameters and responses as they are where they are said once."""

    def followed(part: Json) -> Json:
        if "$ref" not in part:
            return part
        kind, name = part["$ref"].split("/")[-2:]
        return {**bundled["components"][kind][name], **part}

    for path, item in bundled["paths"].items():
        for method, operation in item.items():
            parameters = [followed(each) for each in operation.get("parameters", ())]
            responses = {status: followed(each) for status, each in operation["responses"].items()}
            yield f"{method} {path}", {**operation, "parameters": parameters, "responses": responses}


def described(bundled: Json) -> Iterator[tuple[str, Json]]:
    """Every place that owes a reader a description."""
    components = bundled["components"]
    yield "info", bundled["info"]
    for where, operation in operations(bundled):
        yield where, operation
        yield from ((f"{where} {each['name']}", each) for each in operation["parameters"])
        yield from ((f"{where} {status}", each) for status, each in operation["responses"].items())
        if "requestBody" in operation:
            yield f"{where} body", operation["requestBody"]
    for name, item in bundled["webhooks"].items():
        yield name, item["post"]
        yield from ((f"{name} {each['name']}", each) for each in item["post"]["parameters"])
    yield from components["headers"].items()
    for name, schema in components["schemas"].items():
        yield name, schema
        yield from ((f"{name}.{field}", each) for field, each in schema["properties"].items())


def complaints(where: str, what: Json) -> Iterator[str]:
    """What a reader would object to in a description and in the deviations recorded beside it."""
    text = what.get("description", "")
    if len(text) < 15 or text != " ".join(text.split()) or not text.endswith((".", "!", "?")):
        yield f"{where}: no sentence: {text!r}"
    if re.fullmatch(r"The [\w-]+( [\w-]+)? of the [\w-]+( [\w-]+)?\.", text):
        yield f"{where}: says no more than its name"
    if "." in where and "/" not in where and len(text) < 25:
        yield f"{where}: a field needs more than {text!r}"
    deviations = ("x-observed", "x-also-spelled", "x-also-found-in", "x-undeclared")
    for seen in (each for word in deviations for each in what.get(word, ())):
        if len(seen["evidence"]) <= 5:
            yield f"{where}: a deviation without evidence"
    for dropped in what.get("x-dropped", ()):
        limit = dropped["limit"].split(":")[0]
        if limit in what or limit in what.get("schema", {}) or len(dropped["why"]) <= 10:
            yield f"{where}: {limit} is dropped and enforced, or dropped without a reason"


def test_it_is_valid_openapi_3_1(bundled: Json) -> None:
    assert bundled["openapi"].startswith("3.1.")
    validate(bundled)


def test_it_has_all_that_1_1_0_has_and_says_of_the_rest_since_when(bundled: Json) -> None:
    schemas = bundled["components"]["schemas"]
    assert set(PUBLISHED) <= set(schemas)
    for name, schema in schemas.items():
        published = set(PUBLISHED[name]["fields"].values()) if name in PUBLISHED else set()
        assert published <= set(schema["properties"])
        undated = [field for field, each in schema["properties"].items() if "x-since" not in each]
        if "x-since" not in schema:
            assert undated == [field for field in schema["properties"] if field in published], f"{name}: x-since"


def test_it_says_of_every_operation_how_safe_it_is_to_repeat(bundled: Json) -> None:
    found = {each["operationId"]: each for _, each in operations(bundled)}
    assert {name: found[name]["x-repeat"] for name in REPEAT} == REPEAT
    assert [name for name, each in found.items() if name not in REPEAT and "x-since" not in each] == [], "need x-since"
    assert [
        where for where, each in operations(bundled) if where.startswith("get") and each["x-repeat"] != "SAFE"
    ] == []
    assert set(bundled["webhooks"]) == {"orderStatus", "asyncOrderResult", "stockUpdate"}
    assert set(bundled["paths"]["/resellers/v6/orders/{orderNumber}"]) == {"put", "delete"}


def test_everything_is_described_and_every_deviation_names_its_evidence(bundled: Json) -> None:
    places = list(described(bundled))
    assert len(places) > 800
    assert [complaint for where, what in places for complaint in complaints(where, what)] == []


def test_no_two_fields_of_a_schema_share_a_text(bundled: Json) -> None:
    for name, schema in bundled["components"]["schemas"].items():
        counted = Counter(each["description"] for each in schema["properties"].values())
        assert [text for text, count in counted.items() if count > 1] == [], name


@pytest.mark.parametrize(
    "what",
    [
        {"description": "Too short."},
        {"description": "Two  blanks between words are a slip."},
        {"description": "Without a full stop at its end"},
        {"description": "The order number of the order line."},
        {"description": "A long and whole sentence.", "x-observed": [{"as": "text", "evidence": ""}]},
        {
            "description": "A long and whole sentence.",
            "maxLength": 3,
            "x-dropped": [{"limit": "maxLength: 3", "why": "seen longer"}],
        },
        {"description": "A long and whole sentence.", "x-dropped": [{"limit": "maxLength: 3", "why": ""}]},
    ],
)
def test_what_a_reader_would_object_to_is_found(what: Json) -> None:
    assert list(complaints("Model.field", what))


def test_what_several_operations_share_is_said_once(document: Any) -> None:
    said: list[str] = []
    for _, _, operation in document.operations():
        parts = [*operation.get("parameters").entries()] if "parameters" in operation else []
        parts += [response for _, response in operation["responses"].members()]
        said += [json.dumps(each.value, sort_keys=True) for each in parts if "$ref" not in each]
    assert [text for text, count in Counter(said).items() if count > 1] == []


def test_limits_that_real_values_exceed_are_dropped_and_the_others_kept(bundled: Json) -> None:
    parameters = {
        (each["operationId"], parameter["name"]): parameter
        for _, each in operations(bundled)
        for parameter in each["parameters"]
    }
    schemas = bundled["components"]["schemas"]
    for (operation, name), parameter in parameters.items():
        if name == "IM-CorrelationID":
            assert "maxLength" not in parameter["schema"]
            assert parameter["x-dropped"]
        if name == "IM-CountryCode" and operation != "vendor-required-info":  # which takes ten characters
            assert (parameter["schema"]["minLength"], parameter["schema"]["maxLength"]) == (2, 2)
        if name == "IM-SenderID":
            assert parameter["schema"]["maxLength"] == 32
    assert "maxLength" not in parameters["get-resellers-v6-ordersearch", "ingramOrderNumber"]["schema"]
    assert parameters["get-orderdetails-v6.1", "ordernumber"]["schema"]["maxLength"] == 12
    assert "maxLength" not in parameters["get-resellers-v6-invoicesearch", "invoiceNumber"]["schema"]
    assert parameters["get-invoicedetails-v6.1", "invoiceNumber"]["schema"]["maxLength"] == 12
    assert "maxLength" not in schemas["OrderCreateRequestShipmentDetails"]["properties"]["shipComplete"]
    assert schemas["OrderCreateRequest"]["properties"]["customerOrderNumber"]["maxLength"] == 35

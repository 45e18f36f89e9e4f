"""The contract is whole, valid and described, and what is generated from it is what is committed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "contract" / "openapi.yaml"
DOCUMENT: dict[str, Any] = yaml.safe_load(CONTRACT.read_text("utf-8"))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
PUBLISHED = json.loads((ROOT / "test" / "dropin" / "surface.json").read_text("utf-8"))["models"]

REPEAT = {
    "get-accesstoken": "IDEMPOTENT",
    "post-createorder_v7": "ONCE",
    "post-createorder_v6": "ONCE",
    "put-ordermodify": "ONCE",
    "delete-ordercancel": "IDEMPOTENT",
    "get-orderdetails-v6.1": "SAFE",
    "get-resellers-v6-ordersearch": "SAFE",
}


def _operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def _described() -> Iterator[tuple[str, Any]]:
    """Every place that owes a reader a description."""
    yield "info", DOCUMENT["info"]
    for path, method, operation in _operations():
        where = f"{method} {path}"
        yield where, operation
        for parameter in operation.get("parameters", ()):
            yield f"{where} {parameter['name']}", parameter
        if "requestBody" in operation:
            yield f"{where} body", operation["requestBody"]
        for status, answer in operation["responses"].items():
            yield f"{where} {status}", answer
    for name, item in DOCUMENT["webhooks"].items():
        yield name, item["post"]
        for parameter in item["post"]["parameters"]:
            yield f"{name} {parameter['name']}", parameter
    for name, header in DOCUMENT["components"]["headers"].items():
        yield name, header
    for name, schema in SCHEMAS.items():
        yield name, schema
        for field, each in schema["properties"].items():
            yield f"{name}.{field}", each


def test_it_is_valid_openapi_3_1() -> None:
    assert DOCUMENT["openapi"].startswith("3.1.")
    validate(DOCUMENT)


def test_it_has_the_published_schemas_and_no_others() -> None:
    assert len(SCHEMAS) == 96
    assert set(SCHEMAS) == set(PUBLISHED)
    for name, schema in SCHEMAS.items():
        assert set(schema["properties"]) == set(PUBLISHED[name]["fields"].values())


def test_it_has_every_operation_with_how_safe_it_is_to_repeat() -> None:
    assert {each["operationId"]: each["x-repeat"] for _, _, each in _operations()} == REPEAT
    assert set(DOCUMENT["webhooks"]) == {"orderStatus", "asyncOrderResult"}


def test_modify_and_cancel_share_a_path() -> None:
    assert set(DOCUMENT["paths"]["/resellers/v6/orders/{orderNumber}"]) == {"put", "delete"}


@pytest.mark.parametrize(
    ("where", "what"), list(_described()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_everything_is_described_and_not_merely_named(where: str, what: dict[str, Any]) -> None:
    text = what.get("description", "")
    assert len(text) >= 15, where
    assert text == " ".join(text.split())
    assert text.endswith((".", "!", "?")), where
    assert not re.fullmatch(r"The [\w-]+( [\w-]+)? of the [\w-]+( [\w-]+)?\.", text), where


def test_most_descriptions_of_fields_say_more_than_a_few_words() -> None:
    short = [where for where, what in _described() if "." in where and len(what["description"]) < 25]
    assert short == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_two_fields_of_a_schema_share_a_text(name: str) -> None:
    counted = Counter(each["description"] for each in SCHEMAS[name]["properties"].values())
    assert [text for text, count in counted.items() if count > 1] == []


def test_every_deviation_names_its_evidence() -> None:
    for where, what in _described():
        for seen in what.get("x-observed", ()):
            assert seen["as"] in ("object", "list", "text", "number", "boolean", "null"), where
            assert len(seen["evidence"]) > 5, where
        for spelling in what.get("x-also-spelled", ()):
            assert spelling["name"], where
            assert len(spelling["evidence"]) > 5, where
        for dropped in what.get("x-dropped", ()):
            key = dropped["limit"].split(":")[0]
            assert key not in what, where
            assert key not in what.get("schema", {}), where
            assert len(dropped["why"]) > 10, where


def test_limits_that_real_values_exceed_are_dropped_and_the_others_kept() -> None:
    parameters = {
        (each["operationId"], parameter["name"]): parameter
        for _, _, each in _operations()
        for parameter in each.get("parameters", ())
    }
    for (_, name), parameter in parameters.items():
        if name == "IM-CorrelationID":
            assert "maxLength" not in parameter["schema"]
            assert parameter["x-dropped"]
        if name == "IM-CountryCode":
            assert (parameter["schema"]["minLength"], parameter["schema"]["maxLength"]) == (2, 2)
        if name == "IM-SenderID":
            assert parameter["schema"]["maxLength"] == 32
    assert "maxLength" not in parameters["get-resellers-v6-ordersearch", "ingramOrderNumber"]["schema"]
    assert parameters["get-orderdetails-v6.1", "ordernumber"]["schema"]["maxLength"] == 12
    assert "maxLength" not in SCHEMAS["OrderCreateRequestShipmentDetails"]["properties"]["shipComplete"]
    assert SCHEMAS["OrderCreateRequest"]["properties"]["customerOrderNumber"]["maxLength"] == 35


def _generate(into: Path, contract: Path | None = None) -> None:
    command = [sys.executable, str(ROOT / "contract" / "generate.py"), "--into", str(into)]
    subprocess.run([*command, *(["--contract", str(contract)] if contract else [])], check=True, capture_output=True)


def _generated(root: Path) -> dict[str, str]:
    """Every file that says it is generated, by its path."""
    found = {}
    for folder in ("xi/sdk/resellers", "docs"):
        for path in (root / folder).rglob("*.*"):
            if (
                path.suffix in (".py", ".md")
                and "Generated from contract/openapi.yaml" in path.read_text("utf-8")[:400]
            ):
                found[str(path.relative_to(root))] = path.read_text("utf-8")
    return found


def test_the_committed_output_is_what_the_contract_gives(tmp_path: Path) -> None:
    _generate(tmp_path)
    expected, committed = _generated(tmp_path), _generated(ROOT)
    assert len(expected) > 200
    assert sorted(committed) == sorted(expected)
    assert [name for name in expected if committed[name] != expected[name]] == [], "run `tox -e generate`"


def test_a_new_field_takes_one_edit_and_one_command(tmp_path: Path) -> None:
    changed = yaml.safe_load(CONTRACT.read_text("utf-8"))
    changed["components"]["schemas"]["OrderDetailB2BLinesInner"]["properties"]["deliveryWindow"] = {
        "type": "string",
        "description": "Part of the day in which the carrier will call, such as `08-12`.",
    }
    contract = tmp_path / "openapi.yaml"
    contract.write_text(yaml.safe_dump(changed, sort_keys=False), "utf-8")
    _generate(tmp_path / "out", contract)
    committed, made = _generated(ROOT), _generated(tmp_path / "out")
    different = {name for name in made if made[name] != committed.get(name)}
    module = "xi/sdk/resellers/models/order_detail_b2_b_lines_inner.py"
    assert different == {module, "docs/models/OrderDetailB2BLinesInner.md"}
    assert "    delivery_window: str | None = None\n" in made[module]


def test_a_model_that_is_no_longer_in_the_contract_is_removed(tmp_path: Path) -> None:
    _generate(tmp_path)
    stale = tmp_path / "xi/sdk/resellers/models/gone.py"
    stale.write_text('"""Gone."""\n\n# Generated from contract/openapi.yaml by contract/generate.py\n', "utf-8")
    kept = tmp_path / "xi/sdk/resellers/models/by_hand.py"
    kept.write_text('"""Written."""\n', "utf-8")
    _generate(tmp_path)
    assert not stale.exists()
    assert kept.exists()

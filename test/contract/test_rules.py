"""Every form that the rest of the API takes has a rule, and works in calls; what has none is refused with its place."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from generator.document import ContractError, Document, load, read_yaml
from generator.output import copy, formatted
from generator.rendering import render

ROOT = Path(__file__).parents[2]
MADE_UP = Path(__file__).parent / "made_up"
CHECKS = re.findall(r"^def (check_\w+)", (MADE_UP / "calls.py").read_text("utf-8"), re.MULTILINE)


@pytest.fixture(scope="session")
def widened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with the made-up families in it."""
    folder = tmp_path_factory.mktemp("widened")
    shutil.copytree(ROOT / "contract" / "openapi", folder / "openapi")
    shutil.copytree(ROOT / "xi", folder / "xi", ignore=shutil.ignore_patterns("__pycache__", "sandbox", "cli"))
    shutil.copy(MADE_UP / "widgets.yaml", folder / "openapi")
    copy(formatted(render(load(folder / "openapi"))), folder)
    return folder


@pytest.fixture(scope="session")
def verdicts(widened: Path) -> dict[str, str]:
    """Return what is wrong with each check; nothing where it holds."""
    environment = {**os.environ, "PYTHONPATH": str(widened)}
    command = [sys.executable, "-W", "error", str(MADE_UP / "calls.py")]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.parametrize("check", CHECKS)
def test_a_form_works(verdicts: dict[str, str], check: str) -> None:
    assert verdicts[check] == ""


def test_the_pages_say_what_comes_back(widened: Path) -> None:
    page = (widened / "docs" / "WidgetPricesApi.md").read_text("utf-8")
    assert "list of [**WidgetPrice**](models/WidgetPrice.md)\n" in page
    assert "[**WidgetReceipt**](models/WidgetReceipt.md) or [**WidgetPrice**](models/WidgetPrice.md)\n" in page
    assert "| **plan_id** | str | A plan. | [optional] such as `gold`, `lead` |" in page
    assert "[WidgetPricesApi](../WidgetPricesApi.md)" in (widened / "docs/models/WidgetReceipt.md").read_text("utf-8")


def test_nothing_made_for_another_family_speaks_of_orders(widened: Path) -> None:
    made = [*widened.rglob("*widget*.py"), *widened.rglob("*tools*.py"), *widened.rglob("docs/Widget*.md")]
    made += widened.rglob("docs/models/Widget*.md")
    assert len(made) > 15
    assert [path for path in made if re.search(r"\border", path.read_text("utf-8"), re.IGNORECASE)] == []


CALL = "/paths/~1widgets~1prices/post"
HOOK = "/paths/~1tools~1{toolId}~1hook/post"
LANGUAGE = f"{CALL}/parameters/3"
BODY = f"{CALL}/requestBody/content"
RESULT = f"{CALL}/responses/200/content/application~1json/schema"
PRICE = "/components/schemas/WidgetPrice"
NAME = f"{PRICE}/properties/name"
LIST = {"type": "array", "items": {"$ref": "#/components/schemas/WidgetPrice"}}
FIELD = {"type": "string", "description": "A field."}
CHOICE = {"oneOf": [{"type": "string"}, {"type": "integer"}], "description": "A choice."}
GONE = object()


@pytest.mark.parametrize(
    ("edit", "value", "place", "why"),
    [
        (f"{CALL}/callbacks", {}, "", "no rule for 'callbacks'"),
        (f"{CALL}/x-repeet", "SAFE", "", "no rule for 'x-repeet'"),
        (f"{CALL}/x-repeat", "MAYBE", "", "it should be one of SAFE, IDEMPOTENT, ONCE"),
        (f"{CALL}/x-repeat", GONE, CALL, "x-repeat should be one of SAFE, IDEMPOTENT, ONCE"),
        (f"{CALL}/summary", GONE, CALL, "summary is missing"),
        (f"{CALL}/summary", "Long " * 21, "", "should have at most 100 characters"),
        (f"{CALL}/tags", ["Tools", "WidgetPrices"], "", "should name one tag"),
        (f"{CALL}/tags", ["Unknown"], "", "there is no tag Unknown"),
        (f"{CALL}/x-python-name", "try_hook", HOOK, "has the Python name try_hook"),
        (f"{CALL}/operationId", "class", CALL, "cannot be a name in Python"),
        (f"{CALL}/x-listing", "prices", "", "has no member prices"),
        (f"{CALL}/responses/default", {"description": "Any."}, "", "not under one status"),
        (f"{CALL}/responses/204", {"description": "None."}, CALL, r"name the statuses \[204\]"),
        (f"{CALL}/responses/200/content", {"text/csv": {}}, f"{CALL}/responses/200/content/text~1csv", "no rule"),
        (
            RESULT,
            {"type": "object", "properties": {}},
            "",
            "nor a list of them; write an object under components/schemas",
        ),
        (f"{RESULT}/items", {"type": "string"}, RESULT, "neither a .ref to a schema nor a list of them"),
        (f"{CALL}/responses/400", {"$ref": "common.yaml#/components/gone"}, "", "points at nothing"),
        (f"{CALL}/responses/400", {"$ref": "gone.yaml#/components"}, "", "a file that is not there"),
        (
            f"{CALL}/responses/400",
            {"description": "No.", "content": {"application/json": {"schema": LIST}}},
            f"{CALL}/responses/400/content/application~1json/schema",
            "an error that is a list",
        ),
        (f"{BODY}/application~1json/schema", {"type": "object"}, "", "a body that is not a .ref"),
        (BODY, {"text/xml": {}}, "", "there is one for either"),
        (f"{CALL}/requestBody/x-required-in", "1.3.0", "", "there is one for 1.1.0, where it is not required"),
        (f"{CALL}/requestBody/x-told-by", ["names"], "", "no rule for it where the body is of one model"),
        (
            f"{BODY}/application~1json/schema",
            {"oneOf": [{"$ref": "#/components/schemas/WidgetPrice"}]},
            f"{BODY}/application~1json/schema/oneOf",
            "a choice but that of two",
        ),
        (
            RESULT,
            {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("WidgetPrice", "WidgetReceipt")]},
            f"{CALL}/responses",
            "an answer of two models where the body is not",
        ),
        (
            f"{CALL}/x-other-order",
            {"version": "2", "names": ["gone"]},
            f"{CALL}/x-other-order/names/0",
            "there is no argument gone",
        ),
        (
            f"{CALL}/x-other-order",
            {"version": "2", "names": ["im_customer_number"]},
            f"{CALL}/x-other-order/names",
            "the order is the same here",
        ),
        (f"{LANGUAGE}/x-by-name", "yes", "", "there is one for true"),
        (f"{LANGUAGE}/in", "cookie", "", "no rule for this place"),
        (f"{LANGUAGE}/style", "deepObject", "", "no rule for it"),
        (f"{LANGUAGE}/example", GONE, LANGUAGE, "example is missing"),
        (f"{LANGUAGE}/schema", {"type": "array", "items": {"type": "string"}}, LANGUAGE, "a list outside a query"),
        (f"{LANGUAGE}/schema", {"type": "object"}, "", "a parameter of type object"),
        (f"{LANGUAGE}/name", "IM-CountryCode", LANGUAGE, "has the Python name im_country_code"),
        (f"{HOOK}/parameters/0/name", "other", HOOK, "do not match"),
        (PRICE, {"type": "array", "items": FIELD}, f"{PRICE}/type", "should be an object"),
        (NAME, {"type": "object", "properties": {}}, "", "write it under components/schemas and refer to it"),
        (f"{PRICE}/allOf", [], "", "no rule for 'allOf'"),
        (f"{PRICE}/x-subclass-of", "Gone", "", "there is no schema Gone"),
        (f"{PRICE}/x-subclass-of", "WidgetMaker", "", "only one of the two is an answer"),
        (f"{NAME}/x-gaps", "seen", "", "but in what is only sent, with the type array"),
        (f"{NAME}/x-number-too", "seen", "", "but in what is only sent, with the type string"),
        (f"{NAME}/x-list-of-one", "item", f"{NAME}/type", "no rule for 'type' here; there is one for oneOf"),
        (f"{PRICE}/required", ["gone"], f"{PRICE}/required/0", "there is no property gone"),
        (f"{NAME}/pattern", "a+", "", "no rule for 'pattern'"),
        (f"{NAME}/type", ["string", "integer"], "", "declare one type and record the others in x-observed"),
        (f"{NAME}/format", "uuid7", "", "no rule for it"),
        (f"{NAME}/description", GONE, NAME, "description is missing"),
        (f"{NAME}/x-observed", [{"as": "date", "evidence": "."}], f"{NAME}/x-observed/0/as", "no rule for 'date'"),
        (
            f"{NAME}/x-also-found-in",
            [{"name": "gone", "evidence": "."}],
            f"{NAME}/x-also-found-in/0/name",
            "the same schema",
        ),
        (f"{PRICE}/properties/copy", FIELD, "", "pydantic has a meaning of its own for 'copy'"),
        (f"{PRICE}/properties/Name", FIELD, "", "has the Python name name"),
        (f"{PRICE}/properties/one", CHOICE, f"{PRICE}/properties/one/oneOf", "no rule for a choice"),
        ("/components/schemas/ErrorResponse", {"type": "object"}, "", "another file has one of this name"),
        ("/components/schemas/widgetPrice", {"type": "object"}, "", "has the Python name widget_price"),
        ("/tags/0/name", "widget prices", "", "should be words in capitals"),
        ("/tags/2", {"name": "Empty", "description": "None."}, "", "no operation has this tag"),
        ("/servers", [], "", "no rule for 'servers'"),
    ],
)
def test_what_has_no_rule_is_refused_with_its_place(
    document: Document, edit: str, value: Any, place: str, why: str
) -> None:
    files = {name: root.value for name, root in document.roots.items()}
    files["widgets.yaml"] = read_yaml((MADE_UP / "widgets.yaml").read_text("utf-8"))
    put(files["widgets.yaml"], edit, value)
    with pytest.raises(ContractError, match=why) as caught:
        render(Document(files))
    assert caught.value.place == f"widgets.yaml#{place or edit}"


def put(target: Any, pointer: str, value: Any) -> None:
    """Put a value at a place, or take away what is there."""
    *steps, last = (step.replace("~1", "/") for step in pointer.split("/")[1:])
    for step in steps:
        target = target[int(step)] if isinstance(target, list) else target[step]
    if isinstance(target, list):
        target[int(last) :] = [value]
    elif value is GONE:
        del target[last]
    else:
        target[last] = value


def test_a_status_without_quotes_is_refused(document: Document) -> None:
    files = {"common.yaml": document.common.value, "wrong.yaml": {"paths": {"/a": {"get": {"responses": {200: {}}}}}}}
    with pytest.raises(ContractError, match=r"wrong\.yaml#/paths/~1a/get/responses: 200 is not a text"):
        list(Document(files).roots["wrong.yaml"]["paths"]["/a"]["get"]["responses"].members())

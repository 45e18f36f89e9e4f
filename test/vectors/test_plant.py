"""tools/plant.py changes what is expected so that no correct SDK agrees, and finds a runner that does not compare."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import plant
import pytest
from adapters.comparing import compare
from keys import unknown_keys
from plant import Planter
from results import Printed

CLAIMS = {"vectors": "9.0.0", "levels": [1, 2, 3, 4], "families": ["Orders"], "capabilities": []}


def twins(kind: str, **parts: Any) -> list[dict[str, Any]]:
    vector = {"id": f"{kind}.a", "since": "1.0", "rule": "STAT-1", "why": "an example", "given": {}} | parts
    return list(Planter(kind, [vector]).twins(vector))


def fields(value: Any) -> list[Any]:
    found = twins("response", expect={"result": {"fields": {"/a": value}, "unparsed": {}, "extra": {}}})
    return [
        each["expect"]["result"]["fields"]["/a"] for each in found if "error" not in each["expect"] and _changed(each)
    ]


def _changed(twin: dict[str, Any]) -> bool:
    result = twin["expect"]["result"]
    return result["unparsed"] == result["extra"] == {}


@pytest.mark.parametrize(
    ("value", "got"),
    [
        ({"$number": "12.5"}, Decimal("12.5")),
        ({"$integer": "9007199254740993"}, 9007199254740993),
        ({"$length": 2}, [1, 2]),
        ({"$matches": "[0-9a-f]{4}"}, "c0fe"),
        ({"$any": True}, None),
        (20, 20),
        (True, True),
        (None, None),
        ("PO-1", "PO-1"),
        ([{"a": 1}], [{"a": 1}]),
    ],
)
def test_a_changed_value_is_wrong_by_the_rules_of_comparison(value: Any, got: Any) -> None:
    assert compare("", value, got) == []
    changed = fields(value)
    assert changed
    assert all(compare("", each, got) for each in changed)


def test_each_complete_object_gets_a_key_too_many_and_too_few() -> None:
    extra = {"/mood": 1, "/next": {"a": True}}
    found = [
        each["expect"]["result"]["extra"]
        for each in twins("response", expect={"result": {"fields": {}, "unparsed": {}, "extra": extra}})
        if "result" in each["expect"]
    ]
    assert {"/mood": 1} in found
    assert {"/next": {"a": True}} in found
    assert extra | {"/planted": {"$any": True}} in found
    assert {"/mood": 1, "/next": {}} in found


def test_a_query_differs_after_it_is_decoded() -> None:
    found = twins("request", expect={"request": {"query": ["a=%C3%BC", "b=1"]}})
    queries = [each["expect"]["request"]["query"] for each in found if "request" in each["expect"]]
    assert queries == [
        ["a=%C3%BC", "b=1", "b=1"],
        ["b=1"],
        ["a=%C3%BC~", "b=1"],
        ["a=%C3%BC"],
        ["a=%C3%BC", "b=1~"],
    ]


def test_what_is_hidden_becomes_a_text_that_the_error_prints() -> None:
    answer = {"status": 400, "headers": [], "body": {"json": {"message": "bad secret s-1"}}}
    found = twins("error", given={"answer": answer}, expect={"error": {"hides": ["s-1"]}})
    assert [each["expect"]["error"]["hides"] for each in found if "error" in each["expect"]] == [["bad secret"]]


def test_of_a_script_only_what_the_sdk_does_is_changed() -> None:
    script = [
        {"at": 5, "event": {"take": {"gate": "open"}}, "row": {"state": "sending"}, "commands": [{"do": "send"}]},
        {"at": 6, "event": {"person": "resend"}, "refused": "not-permitted"},
    ]
    found = [each["script"] for each in twins("desk", script=script)]
    assert all(
        each[n]["event"] == script[n]["event"] and each[n]["at"] == script[n]["at"] for each in found for n in (0, 1)
    )
    assert [each[0]["row"] for each in found if each[0]["row"] != script[0]["row"]] == [{"state": "sending~"}]
    assert [] in [each[0]["commands"] for each in found]
    assert "refused" not in found[-1][1]


def test_each_vector_has_a_twin_that_says_what_is_wrong(tmp_path: Path) -> None:
    number = plant.write(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    released = json.loads((plant.VECTORS / "manifest.json").read_text("utf-8"))
    assert len(manifest["vectors"]) == number > 5 * len(released["vectors"])
    assert {name.rpartition(".twin-")[0] for name in manifest["vectors"]} == set(released["vectors"])
    assert "planted" not in (plant.VECTORS / "manifest.json").read_text("utf-8")


@pytest.fixture(scope="module")
def some_twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twins")
    plant.write(folder, every=400)
    return folder


def test_no_twin_fails_for_its_keys_before_anything_is_compared(tmp_path: Path) -> None:
    assert plant.write(tmp_path, every=10) > 1000
    files = [json.loads(each.read_text("utf-8")) for each in tmp_path.glob("*/*.json")]
    assert [each["id"] for file in files for each in file["vectors"] if unknown_keys(file["kind"], each)] == []


@pytest.mark.parametrize("result", ["pass", "unsupported", "known", None])
def test_a_twin_that_does_not_fail_is_told(some_twins: Path, result: str | None) -> None:
    names = [
        name
        for name, entry in json.loads((some_twins / "manifest.json").read_text("utf-8"))["vectors"].items()
        if not entry["requires"] and entry["family"] == "Orders"
    ]
    first, *others = [{"id": name, "result": "fail"} for name in names]
    printed = [*others, *([first | {"result": result}] if result else [])]
    wrong = [each for each in plant.judge(some_twins, CLAIMS, Printed(printed, None)) if each.startswith(tuple(names))]
    assert len(wrong) == 1
    assert wrong[0].startswith(f"{first['id']}: {result or 'missing'}, although it has a wrong expectation: ")

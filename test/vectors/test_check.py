"""tools/check.py finds each kind of fault, and its message says which."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import check
import pytest


def vector(identity: str = "status.a", rule: str = "STAT-1", final: bool = False, **more: Any) -> dict[str, Any]:
    given, expect = {"text": "a"}, {"status": "open", "text": "a", "final": final}
    return {"id": identity, "since": "1.0", "rule": rule, "why": "an example", "given": given, "expect": expect} | more


def file(*vectors: dict[str, Any], **more: Any) -> tuple[str, dict[str, Any]]:
    return "status/some.json", {"format": "1.0", "kind": "status", "title": "Some", "vectors": list(vectors)} | more


def rows(*rules: tuple[str, str]) -> str:
    return "\n".join(f"| {rule} | An example. | contract | `{counterpart}` |" for rule, counterpart in rules)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (file(vector(), format="9.0"), "'1.0' was expected"),
        (file(vector(), kind="other"), "is not one of"),
        (file(vector(), vectors=[]), "should be non-empty"),
        (file(*[vector()] * 31), "is too long"),
        (file(vector(surprise=1)), "'surprise' was unexpected"),
        (file(vector(given={"text": 5})), "is not of type"),
        (file(vector(requires=["other"])), "'other' is not one of"),
        (("error/some.json", file(vector())[1]), "its folder should have this name"),
    ],
)
def test_a_file_of_another_form_is_reported(given: tuple[str, dict[str, Any]], message: str) -> None:
    assert message in "\n".join(check.wrong_with_files([given]))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (vector("error.a"), "should begin with 'status'"),
        (vector(given={"credentials": {"client_secret": "hunter2"}}), "real secret"),
        (vector(given={"secrets": ["hunter2"]}), "real secret"),
        (vector(given={"token": "ey123"}), "real secret"),
        (vector(given={"body": {"form": [["client_secret", "hunter2"]]}}), "real secret"),
        (vector(given={"body": {"text": '{"access_token": "ey123"}'}}), "real secret"),
        (vector(given={"headers": {"Authorization": "Bearer ey123"}}), "real secret"),
        (vector(given={"body": {"json": {"a": [1.5]}}}), "1.5 is a fraction"),
        (vector(given={"body": {"json": {"a": 2**53 + 1}}}), "beyond 2^53"),
        (vector(given={"body": {"json": "\ud800"}}), "a lone surrogate"),
    ],
)
def test_an_unsafe_vector_is_reported(given: dict[str, Any], message: str) -> None:
    assert message in "\n".join(check.wrong_with_vectors(check.vectors_of([file(given)])))


def test_a_safe_vector_is_not_reported() -> None:
    given = {
        "token": "tok-1",
        "credentials": {"client_secret": "vectors-only-not-for-use-1"},
        "headers": {"Authorization": "Bearer tok-1"},
        "body": {"json": {"a": [1, 2**53, None, "ü"]}},
    }
    assert list(check.wrong_with_vectors(check.vectors_of([file(vector(given=given))]))) == []


def test_a_repeated_id_is_reported() -> None:
    assert list(check.wrong_with_vectors(check.vectors_of([file(vector(), vector())]))) == [
        "status.a: 2 vectors have this ID"
    ]


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (rows(("STAT-1", "status.b"), ("STAT-2", "status.a")), None),
        (rows(("STAT-1", "status.b")), "rules.md has no rule STAT-2"),
        (rows(("STAT-1", "status.b"), ("STAT-2", "status.a"), ("STAT-3", "status.a")), "STAT-3 has no vector"),
        (rows(("STAT-1", "status.c"), ("STAT-2", "status.a")), "status.c, is not a vector"),
        (rows(("STAT-1", "status.a"), ("STAT-2", "status.a")), "expects the same as STAT-1"),
        (rows(*[("STAT-1", "status.b")] * 2, ("STAT-2", "status.a")), "STAT-1 has 2 rows"),
    ],
)
def test_a_rule_without_vectors_or_counterpart_is_reported(rules: str, message: str | None) -> None:
    vectors = check.vectors_of([file(vector(), vector("status.b", "STAT-2", final=True))])
    found = list(check.wrong_with_rules(vectors, check.rules_of(rules)))
    assert found == [] if message is None else message in "\n".join(found)


def decided(identity: str, rule: str, do: str, event: dict[str, Any] | None = None) -> dict[str, Any]:
    step = {"at": 1, "event": event or {"leaseOver": True}, "row": {"state": "doubt"}, "commands": [{"do": do}]}
    head = {"id": identity, "since": "1.1", "rule": rule, "why": "an example"}
    return head | {"given": {"row": {"state": "sending"}}, "script": [step]}


def desk(*vectors: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    return "desk/some.json", {"format": "1.0", "kind": "desk", "title": "Some", "vectors": list(vectors)}


def test_an_unknown_event_or_command_of_a_desk_is_reported() -> None:
    assert list(check.wrong_with_files([desk(decided("desk.a", "DESK-1", "look"))])) == []
    assert "'guess' is not one of" in "\n".join(check.wrong_with_files([desk(decided("desk.a", "DESK-1", "guess"))]))
    wrong = check.wrong_with_files([desk(decided("desk.a", "DESK-1", "look", {"looked": "maybe"}))])
    assert "'maybe' is not one of" in "\n".join(wrong)


@pytest.mark.parametrize(("do", "is_counterpart"), [("send", True), ("look", False)])
def test_a_counterpart_of_a_desk_decides_otherwise(do: str, is_counterpart: bool) -> None:
    vectors = check.vectors_of([desk(decided("desk.a", "DESK-1", "look"), decided("desk.b", "DESK-2", do))])
    rules = check.rules_of(rows(("DESK-1", "desk.b"), ("DESK-2", "desk.a")))
    assert (list(check.wrong_with_rules(vectors, rules)) == []) is is_counterpart


def test_a_digest_depends_on_the_expectation_and_not_on_the_description() -> None:
    (first, reworded, changed) = check.vectors_of([file(vector(), vector(why="in other words"), vector(final=True))])
    assert first.digest == reworded.digest != changed.digest


def test_a_repeated_key_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "status").mkdir()
    (tmp_path / "status" / "some.json").write_text('{"kind": "status", "kind": "status"}', "utf-8")
    monkeypatch.setattr(check, "VECTORS", tmp_path)
    with pytest.raises(ValueError, match="an object repeats a key"):
        list(check.files())


def released(*vectors: dict[str, Any], version: str = "1.9.0") -> dict[str, Any]:
    return {"version": version, "sha256": {each.id: each.digest for each in check.vectors_of([file(*vectors)])}}


@pytest.mark.parametrize(
    ("vectors", "message"),
    [
        ([vector(), vector("status.b", since="2.1")], None),
        ([vector(why="in other words")], None),
        ([vector(final=True)], "status.a: what it expects has changed since 1.9.0"),
        ([], "status.a: it was released in 1.9.0; an ID is retired, and never removed"),
        ([vector(), vector("status.b", since="1.9")], "status.b: since 1.9 is not the version that it comes with"),
        ([vector(), vector("status.b", since="2.2")], "status.b: since 2.2 is not the version that it comes with"),
        ([vector(), vector(check.RETIRED[0]["id"], since="2.1")], "this ID is retired"),
    ],
)
def test_what_changed_since_the_last_release_is_reported(
    vectors: list[dict[str, Any]], message: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "VERSION", "2.1.0")
    found = list(check.wrong_with_versions(check.vectors_of([file(*vectors)] if vectors else []), released(vector())))
    assert found == [] if message is None else message in "\n".join(found)


def test_what_is_released_next_is_what_is_kept_from_then_on() -> None:
    vectors = check.vectors_of([file(vector(since=check.VERSION.rpartition(".")[0]))])
    content = json.loads(check.released_of(vectors))
    assert content["version"] == check.VERSION
    assert list(check.wrong_with_versions(vectors, content)) == []


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the vectors, which the tool then takes for its own."""
    folder = tmp_path / "vectors"
    shutil.copytree(check.VECTORS, folder, ignore=shutil.ignore_patterns("runners", "results", "tools"))
    monkeypatch.setattr(check, "VECTORS", folder)
    return folder


def test_a_release_keeps_what_is_there(copied: Path) -> None:
    assert check.main(["--release"]) == 0
    vectors = check.vectors_of(list(check.files()))
    assert (copied / "released.json").read_text("utf-8") == check.released_of(vectors)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda vector: vector["expect"].update(final=True), "what it expects has changed since"),
        (lambda vector: vector.update(id="status.renamed"), "an ID is retired, and never removed"),
    ],
    ids=["changed", "removed"],
)
def test_a_release_does_not_take_over_a_fault(
    copied: Path, change: Callable[[dict[str, Any]], None], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, before = copied / "status" / "spellings.json", (copied / "released.json").read_text("utf-8")
    content = json.loads(path.read_text("utf-8"))
    (vector,) = (each for each in content["vectors"] if each["id"] == "status.open")
    change(vector)
    path.write_text(json.dumps(content), "utf-8")
    assert check.main(["--release"]) == 1
    assert (copied / "released.json").read_text("utf-8") == before
    assert told in capsys.readouterr().err


def test_an_operation_that_the_contract_does_not_have_is_reported() -> None:
    contract = check.Contract({"paths": {}})
    call = {"calls": {"operation": "get-tea", "arguments": {}}}
    given = (
        "exchange/some.json",
        {"kind": "exchange", "vectors": [{"id": "exchange.a", "given": {}, "script": [call]}]},
    )
    assert list(check.wrong_with_contract(check.vectors_of([given]), contract)) == [
        "exchange.a: contract.json has no operation get-tea"
    ]

"""The check of the vectors finds what it looks for, each by the sentence that says so."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

_PATH = Path(__file__).parents[2] / "contract" / "vectors" / "tools" / "check.py"
_SPEC = importlib.util.spec_from_file_location("vectors_check", _PATH)
assert _SPEC
assert _SPEC.loader
check = importlib.util.module_from_spec(_SPEC)
sys.modules[_SPEC.name] = check  # where its dataclasses look for their annotations
_SPEC.loader.exec_module(check)


def vector(identity: str = "status.a", rule: str = "STAT-1", final: bool = False, **more: Any) -> dict[str, Any]:
    given, expect = {"text": "a"}, {"status": "open", "text": "a", "final": final}
    return {"id": identity, "since": "1.0", "rule": rule, "why": "so it is", "given": given, "expect": expect} | more


def file(*vectors: dict[str, Any], **more: Any) -> tuple[str, dict[str, Any]]:
    return "status/some.json", {"format": "1.0", "kind": "status", "title": "Some", "vectors": list(vectors)} | more


def rows(*rules: tuple[str, str]) -> str:
    return "\n".join(f"| {rule} | It is so. | contract | `{counterpart}` |" for rule, counterpart in rules)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (file(vector(), format="9.0"), "'1.0' was expected"),
        (file(vector(), kind="other"), "is not one of"),
        (file(vector(), vectors=[]), "should be non-empty"),
        (file(*[vector()] * 31), "is too long"),
        (file(vector(surprise=1)), "'surprise' was unexpected"),
        (file(vector(given={"text": 5})), "is not of type"),
        (file(vector(requires=["mercy"])), "'mercy' is not one of"),
        (("error/some.json", file(vector())[1]), "its folder should say so"),
    ],
)
def test_a_file_of_another_form_is_told(given: tuple[str, dict[str, Any]], complaint: str) -> None:
    assert complaint in "\n".join(check.wrong_with_files([given]))


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (vector("error.a"), "begins with 'status'"),
        (vector(given={"credentials": {"client_secret": "hunter2"}}), "may be somebody's"),
        (vector(given={"secrets": ["hunter2"]}), "may be somebody's"),
        (vector(given={"token": "ey123"}), "may be somebody's"),
        (vector(given={"body": {"form": [["client_secret", "hunter2"]]}}), "may be somebody's"),
        (vector(given={"body": {"text": '{"access_token": "ey123"}'}}), "may be somebody's"),
        (vector(given={"headers": {"Authorization": "Bearer ey123"}}), "may be somebody's"),
        (vector(given={"body": {"json": {"a": [1.5]}}}), "1.5 is a fraction"),
        (vector(given={"body": {"json": {"a": 2**53 + 1}}}), "beyond 2^53"),
        (vector(given={"body": {"json": "\ud800"}}), "half a surrogate"),
    ],
)
def test_a_vector_that_is_not_safe_is_told(given: dict[str, Any], complaint: str) -> None:
    assert complaint in "\n".join(check.wrong_with_vectors(check.vectors_of([file(given)])))


def test_what_is_safe_is_not_told() -> None:
    given = {
        "token": "tok-1",
        "credentials": {"client_secret": "vectors-only-not-for-use-1"},
        "headers": {"Authorization": "Bearer tok-1"},
        "body": {"json": {"a": [1, 2**53, None, "ü"]}},
    }
    assert list(check.wrong_with_vectors(check.vectors_of([file(vector(given=given))]))) == []


def test_an_id_is_used_once() -> None:
    assert list(check.wrong_with_vectors(check.vectors_of([file(vector(), vector())]))) == [
        "status.a: 2 vectors have this ID"
    ]


@pytest.mark.parametrize(
    ("rules", "complaint"),
    [
        (rows(("STAT-1", "status.b"), ("STAT-2", "status.a")), None),
        (rows(("STAT-1", "status.b")), "rules.md has no rule STAT-2"),
        (rows(("STAT-1", "status.b"), ("STAT-2", "status.a"), ("STAT-3", "status.a")), "STAT-3 has no vector"),
        (rows(("STAT-1", "status.c"), ("STAT-2", "status.a")), "status.c, is no vector"),
        (rows(("STAT-1", "status.a"), ("STAT-2", "status.a")), "expects the same as STAT-1"),
        (rows(*[("STAT-1", "status.b")] * 2, ("STAT-2", "status.a")), "STAT-1 has 2 rows"),
    ],
)
def test_each_rule_has_vectors_and_a_counterpart(rules: str, complaint: str | None) -> None:
    vectors = check.vectors_of([file(vector(), vector("status.b", "STAT-2", final=True))])
    found = list(check.wrong_with_rules(vectors, check.rules_of(rules)))
    assert found == [] if complaint is None else complaint in "\n".join(found)


def test_a_digest_changes_with_what_a_vector_says_and_not_with_its_words() -> None:
    (first, reworded, changed) = check.vectors_of([file(vector(), vector(why="in other words"), vector(final=True))])
    assert first.digest == reworded.digest != changed.digest


def test_a_key_that_comes_twice_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "status").mkdir()
    (tmp_path / "status" / "some.json").write_text('{"kind": "status", "kind": "status"}', "utf-8")
    monkeypatch.setattr(check, "VECTORS", tmp_path)
    with pytest.raises(ValueError, match="a key comes twice"):
        list(check.files())

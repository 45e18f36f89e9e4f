"""Each runner passes what is claimed, fails a sample of wrong expectations, and tells what it cannot run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mutants
import plant
import pytest
import running
from results import VECTORS, Printed, faults

EVERY = {"python": 100, "node": 10, "java": 10}
"""Which twins: those of Python cost more, as each runs with two clients."""
ODD: dict[str, Any] = {
    "a key of given": {"given": {"text": "OPEN", "case": "any"}},
    "a key of the vector": {"needs": "more"},
    "a special key": {"expect": {"status": {"$like": "open"}, "text": "OPEN", "final": False}},
    "two special keys": {"expect": {"status": {"$any": True, "$matches": "open"}, "text": "OPEN", "final": False}},
    "a special key that is not true": {"expect": {"status": {"$any": False}, "text": "OPEN", "final": False}},
}
"""What no runner knows, in vectors that it would pass without it."""
VECTOR = {
    "since": "1.0",
    "rule": "STAT-1",
    "why": "an example",
    "given": {"text": "OPEN"},
    "expect": {"status": "open", "text": "OPEN", "final": False},
}


@pytest.fixture(scope="module", params=running.RUNNERS)
def runner(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[str]]]:
    if not running.RUNNERS[request.param].is_installed:
        pytest.skip(f"{request.param} or its language is not installed")
    with running.started(request.param) as command:
        yield request.param, command


@pytest.fixture(scope="module")
def sample(runner: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Printed]:
    """Return a folder of wrong vectors and what the runner printed for it."""
    name, command = runner
    folder = tmp_path_factory.mktemp(name)
    plant.write(folder, every=EVERY[name])
    _add(folder, {f"status.odd.{n}": VECTOR | change for n, change in enumerate(ODD.values())})
    return folder, running.run(name, command, folder)


def _add(folder: Path, vectors: dict[str, Any], **file: Any) -> None:
    """Add a file of vectors to a folder."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    entry = {"level": 1, "family": "Orders", "requires": [], "file": "status/odd.json"}
    manifest["vectors"] |= dict.fromkeys(vectors, entry)
    listed = [each | {"id": name} for name, each in vectors.items()]
    content = {"format": "1.0", "kind": "status", "title": "Odd", "vectors": listed} | file
    (folder / "status").mkdir(exist_ok=True)
    (folder / "status" / "odd.json").write_text(json.dumps(content), "utf-8")
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


@pytest.mark.parametrize("runner", ["node", "java"], indirect=True)  # test_vectors.py runs them with Python
def test_it_passes_what_it_claims(runner: tuple[str, list[str]]) -> None:
    name, command = runner
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    assert list(faults(manifest, running.claims_of(name), running.run(name, command, VECTORS))) == []


def test_it_fails_a_sample_of_wrong_expectations(runner: tuple[str, list[str]], sample: tuple[Path, Printed]) -> None:
    folder, printed = sample
    assert len(printed.lines) > 80
    wrong = plant.judge(folder, running.claims_of(runner[0]), printed)
    assert [each for each in wrong if not each.startswith("status.odd.")] == []


def test_it_fails_what_it_does_not_know(sample: tuple[Path, Printed]) -> None:
    results = {each["id"]: each["result"] for each in sample[1].lines}
    assert {text: results[f"status.odd.{n}"] for n, text in enumerate(ODD)} == dict.fromkeys(ODD, "fail")


def test_it_stops_at_a_newer_format(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    shutil.copyfile(VECTORS / "contract.json", tmp_path / "contract.json")
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1.0.0", "format": "1.0", "vectors": {}}), "utf-8")
    _add(tmp_path, {"status.a": VECTOR}, format="1.1")
    with pytest.raises(running.CannotRunError, match=r"it ended with 2, .*1\.1"):
        running.run(name, command, tmp_path)


def test_it_tells_a_failure_by_its_status(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    shutil.copyfile(VECTORS / "contract.json", tmp_path / "contract.json")
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1.0.0", "format": "1.0", "vectors": {}}), "utf-8")
    _add(tmp_path, {"status.a": VECTOR, "status.b": VECTOR | {"given": {"text": "SHIPPED"}}})
    printed = running.run(name, command, tmp_path)
    assert {each["id"]: each["result"] for each in printed.lines} == {"status.a": "pass", "status.b": "fail"}
    assert printed.summary is not None
    assert printed.summary["summary"] == {"status": {"pass": 1, "fail": 1}}


@pytest.mark.parametrize("name", ["node", "java"])
def test_the_mutants_are_changes_of_what_is_there(name: str) -> None:
    if not (VECTORS / "runners" / name / "mutants.json").exists():
        pytest.skip(f"there are no mutants of {name}")
    assert list(mutants.wrong_with_list(name)) == []
    assert len(mutants.listed(name)) >= 30

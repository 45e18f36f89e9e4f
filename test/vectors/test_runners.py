"""Each runner passes what is claimed, fails a sample of wrong expectations, and tells what it cannot run."""

from __future__ import annotations

import copy
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check
import mutants
import plant
import pytest
import running
import starting
from results import VECTORS, Printed, faults

from xi.sdk.resellers import __version__

pytestmark = pytest.mark.apart

KEPT: dict[str, dict[str, Any]] = {vector["id"]: vector for _, file in check.files() for vector in file["vectors"]}
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
ODD_INSIDE: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "a row": ("desk.again.429", ("given", "row")),
    "a step of a desk": ("desk.again.429", ("script", 0)),
    "an event": ("desk.again.429", ("script", 0, "event")),
    "what an event says": ("desk.again.429", ("script", 0, "event", "answer")),
    "the error in it": ("desk.again.429", ("script", 0, "event", "answer", "error")),
    "an answer": ("error.cancel.404", ("given", "answer")),
    "an error": ("error.cancel.404", ("expect", "error")),
    "a call of a session": ("exchange.429.capped", ("script", 0, "calls")),
    "a request of a session": ("exchange.429.capped", ("script", 1)),
    "an answer of a session": ("exchange.429.capped", ("script", 1, "then")),
    "an end of a session": ("exchange.429.capped", ("script", -1)),
    "the items of a list": ("paging.403-later", ("expect", "yields")),
}
"""What the first vector has at a place; a key more there is unknown. Not each runner claims sessions and lists."""
VECTOR = {
    "since": "1.0",
    "rule": "STAT-1",
    "why": "an example",
    "given": {"text": "OPEN"},
    "expect": {"status": "open", "text": "OPEN", "final": False},
}


@pytest.fixture(scope="module", params=starting.RUNNERS)
def runner(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[str]]]:
    if not starting.RUNNERS[request.param].is_installed:
        pytest.skip(f"{request.param} or its language is not installed")
    with starting.started(request.param) as command:
        yield request.param, command


@pytest.fixture(scope="module")
def sample(runner: tuple[str, list[str]], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Printed]:
    """Return a folder of wrong vectors and what the runner printed for it."""
    name, command = runner
    folder = tmp_path_factory.mktemp(name)
    plant.write(folder, every=EVERY[name])
    _add(folder, {f"status.odd.{n}": VECTOR | change for n, change in enumerate(ODD.values())})
    return folder, starting.run(name, command, folder)


def _add(folder: Path, vectors: dict[str, Any], **file: Any) -> None:
    """Add a file of vectors to a folder."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    entry = {"since": "1.0", "level": 1, "family": "Orders", "requires": [], "file": "status/odd.json"}
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
    assert list(faults(manifest, starting.claims_of(name), starting.run(name, command, VECTORS))) == []


def test_it_fails_a_sample_of_wrong_expectations(runner: tuple[str, list[str]], sample: tuple[Path, Printed]) -> None:
    folder, printed = sample
    assert len(printed.lines) > 80
    wrong = plant.judge(folder, starting.claims_of(runner[0]), printed)
    assert [each for each in wrong if not each.startswith("status.odd.")] == []


def test_it_fails_what_it_does_not_know(sample: tuple[Path, Printed]) -> None:
    results = {each["id"]: each["result"] for each in sample[1].lines}
    assert {text: results[f"status.odd.{n}"] for n, text in enumerate(ODD)} == dict.fromkeys(ODD, "fail")


def _write(folder: Path, vectors: list[tuple[str, dict[str, Any]]]) -> None:
    """Write vectors into an empty folder, each with the ID of the one in whose file and under whose claims it is."""
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    entries = {vector["id"]: manifest["vectors"][of] for of, vector in vectors}
    for name in sorted({each["file"] for each in entries.values()}):
        file = json.loads((VECTORS / name).read_text("utf-8"))
        own = [vector for _, vector in vectors if entries[vector["id"]]["file"] == name]
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(file | {"vectors": own}), "utf-8")
    (folder / "manifest.json").write_text(json.dumps(manifest | {"vectors": entries}), "utf-8")
    shutil.copyfile(VECTORS / "contract.json", folder / "contract.json")


def _reversed(value: Any) -> Any:
    """Return JSON with the keys of each object in the opposite order."""
    if isinstance(value, dict):
        return {name: _reversed(each) for name, each in reversed(value.items())}
    return [_reversed(each) for each in value] if isinstance(value, list) else value


def _with_a_key_more(vector: dict[str, Any], place: tuple[str | int, ...]) -> dict[str, Any]:
    changed = copy.deepcopy(vector)
    inside: Any = changed
    for each in place:
        inside = inside[each]
    return inside.update(mood="good") or changed


def test_it_fails_an_unknown_key_at_any_depth(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    odd = [
        (of, _with_a_key_more(KEPT[of], place) | {"id": f"{of}.odd-{n}"})
        for n, (of, place) in enumerate(ODD_INSIDE.values())
    ]
    _write(tmp_path, [*((of, KEPT[of]) for of, _ in ODD_INSIDE.values()), *odd])
    results = {each["id"]: each["result"] for each in starting.run(name, command, tmp_path).lines}
    found = {text: (results[of], results[each["id"]]) for text, (of, each) in zip(ODD_INSIDE, odd, strict=True)}
    claimed = {text for text, of in found.items() if of[0] != "unsupported"}
    assert {text: found[text] for text in claimed} == dict.fromkeys(claimed, ("pass", "fail"))
    assert {text for text in ODD_INSIDE if not text.endswith((" of a session", " of a list"))} <= claimed


def test_keys_come_in_any_order(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    _write(tmp_path, [(of, _reversed(each)) for of, each in KEPT.items() if of.startswith("desk.")])
    printed = starting.run(name, command, tmp_path)
    assert len(printed.lines) > 200
    assert [each for each in printed.lines if each["result"] != "pass"] == []


def test_it_leaves_out_what_came_after_the_version_that_is_claimed(
    runner: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, command = runner
    wanted = {"status.open": "pass", "error.cancel.404": "pass", "error.token.no-doubt": "unsupported"}
    assert [KEPT[each]["since"] for each in wanted] == ["1.0", "1.0", "2.1"]
    _write(tmp_path, [(each, KEPT[each]) for each in wanted])
    claims = tmp_path / "claims.json"
    claims.write_text(json.dumps(starting.claims_of(name) | {"vectors": "2.0.7"}), "utf-8")
    monkeypatch.setattr(starting, "_claims_path", lambda _: claims)
    assert {each["id"]: each["result"] for each in starting.run(name, command, tmp_path).lines} == wanted


def test_what_is_claimed_is_up_to_date() -> None:
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    assert starting.claims_of("python")["version"] == __version__
    assert {name: starting.claims_of(name)["vectors"] for name in starting.RUNNERS} == dict.fromkeys(
        starting.RUNNERS, manifest["version"]
    )


def test_it_stops_at_a_newer_format(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    shutil.copyfile(VECTORS / "contract.json", tmp_path / "contract.json")
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1.0.0", "format": "1.0", "vectors": {}}), "utf-8")
    _add(tmp_path, {"status.a": VECTOR}, format="1.1")
    with pytest.raises(starting.CannotRunError, match=r"it ended with 2, .*1\.1"):
        starting.run(name, command, tmp_path)


def test_it_tells_a_failure_by_its_status(runner: tuple[str, list[str]], tmp_path: Path) -> None:
    name, command = runner
    shutil.copyfile(VECTORS / "contract.json", tmp_path / "contract.json")
    (tmp_path / "manifest.json").write_text(json.dumps({"version": "1.0.0", "format": "1.0", "vectors": {}}), "utf-8")
    _add(tmp_path, {"status.a": VECTOR, "status.b": VECTOR | {"given": {"text": "SHIPPED"}}})
    printed = starting.run(name, command, tmp_path)
    assert {each["id"]: each["result"] for each in printed.lines} == {"status.a": "pass", "status.b": "fail"}
    assert printed.summary is not None
    assert printed.summary["summary"] == {"status": {"pass": 1, "fail": 1}}


def test_an_unknown_name_is_told_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert running.main(["rust"]) == 2
    assert capsys.readouterr().err == "no runner has the name rust; there are python, node, java\n"
    assert mutants.main(["python"]) == 2
    assert "that has mutants: java, node" in capsys.readouterr().err


def test_a_compiler_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = (sys.executable, "-c", "import time; time.sleep(60)")
    slow = starting.Runner((sys.executable,), "test/vectors/runner.py", compiler)
    monkeypatch.setitem(starting.RUNNERS, "slow", slow)
    monkeypatch.setattr(starting, "_LONGEST_S", 0.1)
    with pytest.raises(starting.CannotRunError, match=r"was not done after 0\.1 s"), starting.started("slow"):
        pass


@pytest.mark.parametrize("name", ["node", "java"])
def test_the_mutants_are_changes_of_what_is_there(name: str) -> None:
    assert list(mutants.wrong_with_list(name)) == []
    assert len(mutants.listed(name)) >= 30

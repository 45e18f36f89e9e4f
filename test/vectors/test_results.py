"""tools/results.py finds what a runner leaves out, repeats, or claims and does not keep; the page shows the results."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import matrix
import pytest
import results
from results import VECTORS, Printed, UnreadableError, faults, read, record, stamp

ENTRY = {"since": "1.0", "level": 1, "family": "Orders", "requires": [], "file": "status/spellings.json", "sha256": "0"}
MANIFEST = {
    "version": "1.0.0",
    "vectors": {"status.a": ENTRY, "status.b": ENTRY, "desk.c": ENTRY | {"level": 4, "file": "desk/looks.json"}},
}
CLAIMS: dict[str, Any] = {
    "name": "x",
    "language": "X",
    "version": "1",
    "vectors": "1.0.0",
    "levels": [1],
    "families": ["Orders"],
    "capabilities": [],
    "known": [],
}
GOOD = {"status.a": "pass", "status.b": "pass", "desk.c": "unsupported"}


def printed(results: dict[str, str], **summary: Any) -> Printed:
    lines = [{"id": name, "result": result} for name, result in results.items()]
    counts: dict[str, dict[str, int]] = {}
    for name, result in results.items():
        of = counts.setdefault(name.partition(".")[0], {})
        of[result] = of.get(result, 0) + 1
    return Printed(lines, {"summary": counts, "implementation": "x", "vectors": "1.0.0"} | summary)


def told(results: dict[str, str], claims: dict[str, Any] | None = None, **summary: Any) -> list[str]:
    return list(faults(MANIFEST, CLAIMS | (claims or {}), printed(results, **summary)))


def test_all_as_claimed_has_no_fault() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("results", "claims", "message"),
    [
        ({"status.b": "pass", "desk.c": "unsupported"}, {}, "status.a: the runner printed no result"),
        (GOOD | {"status.d": "pass"}, {}, "status.d: no vector has this ID"),
        (GOOD | {"status.a": "fail"}, {}, "status.a: fails: []"),
        (GOOD | {"status.a": "unsupported"}, {}, "status.a: the runner calls it unsupported, but"),
        (GOOD | {"desk.c": "pass"}, {}, "desk.c: the implementation does not claim it, but its result is 'pass'"),
        (GOOD | {"status.a": "known"}, {}, "status.a: the runner calls it known, but"),
        (GOOD, {"known": [{"id": "status.a", "why": "?"}]}, "status.a: is listed as known, but its result is 'pass'"),
        (GOOD, {"known": [{"id": "status.z", "why": "?"}]}, "status.z: is listed as known, but no vector has this ID"),
        (GOOD, {"name": "y"}, "the summary has 'x' as 'implementation'; it should be 'y'"),
    ],
)
def test_a_fault_is_told(results: dict[str, str], claims: dict[str, Any], message: str) -> None:
    (fault,) = told(results, claims)
    assert fault.startswith(message)


def test_what_came_after_the_version_that_is_claimed_is_not_claimed() -> None:
    later = {"vectors": "0.9.4"}
    assert told(dict.fromkeys(GOOD, "unsupported"), later) == []
    assert told(GOOD, later)[0].startswith("status.a: the implementation does not claim it, but its result is 'pass'")


def test_a_repeated_result_and_a_wrong_or_missing_summary_are_told() -> None:
    once = printed(GOOD)
    twice = Printed([*once.lines, once.lines[0]], once.summary)
    assert "status.a: the runner printed 2 results" in list(faults(MANIFEST, CLAIMS, twice))
    (wrong,) = told(GOOD, summary={"status": {"pass": 3}, "desk": {"unsupported": 1}})
    assert wrong.startswith("the summary counts ")
    assert list(faults(MANIFEST, CLAIMS, Printed(once.lines, None))) == [
        "the runner printed no summary as its last line"
    ]


@pytest.mark.parametrize("line", ["Starting", '{"id": "a"}', '{"id": "a", "result": "skipped"}', "[]"])
def test_another_line_is_refused(line: str) -> None:
    with pytest.raises(UnreadableError, match="line 1 is"):
        read(f"{line}\n" + json.dumps({"summary": {}}))


def test_the_tool_writes_the_result_of_an_sdk_from_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    claims, lines = tmp_path / "x.json", tmp_path / "x.lines"
    (tmp_path / "results").mkdir()
    (tmp_path / "status").mkdir()
    (tmp_path / "desk").mkdir()
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    for file, ids in (("status/spellings.json", ("status.a", "status.b")), ("desk/looks.json", ("desk.c",))):
        vectors = [{"id": each, "why": "?"} for each in ids]
        (tmp_path / file).write_text(json.dumps({"title": "?", "vectors": vectors}))
    monkeypatch.setattr(results, "VECTORS", tmp_path)
    claims.write_text(json.dumps(CLAIMS))
    good, bad = printed(GOOD), printed(GOOD | {"status.a": "fail"})
    lines.write_text("\n".join(json.dumps(each) for each in (*bad.lines, bad.summary)))
    assert results.main(["--write", str(claims), str(lines)]) == 1
    assert not list((tmp_path / "results").iterdir())
    lines.write_text("\n".join(json.dumps(each) for each in (*good.lines, good.summary)))
    assert results.main(["--write", str(claims), str(lines)]) == 0
    kept = json.loads((tmp_path / "results" / "x.json").read_text())
    assert kept["topics"][1]["vectors"]["status.a"] == {"result": "pass", "why": "?"}
    capsys.readouterr()


@pytest.mark.parametrize("arguments", [["--help"], [], ["a.json"], ["--write", "a.json"], ["a.json", "b.lines"]])
def test_the_tool_tells_its_arguments_and_what_it_cannot_read(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert results.main(arguments) == 2
    assert "IMPLEMENTATION LINES" in (told := capsys.readouterr().err) or "cannot be judged" in told


def test_an_older_result_is_shown_as_old_and_a_failure_by_name() -> None:
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    names = list(manifest["vectors"])
    results = dict.fromkeys(names, "unsupported") | {"status.open": "pass", "status.hold": "known"}
    lines = [{"id": name, "result": result} for name, result in results.items()]
    kept = record(CLAIMS, manifest, Printed(lines, None), "2026-01-01")
    text = matrix.page([kept], manifest)
    assert f"| vectors | {manifest['version']}, claimed up to 1.0.0 |" in text
    assert "</details> | 1/2 |" in text
    assert "one word, with prefix **X: known**" in text
    assert "| all | \u2013 |" in text
    first = names[0]
    changed = manifest | {"vectors": manifest["vectors"] | {first: manifest["vectors"][first] | {"sha256": "0"}}}
    assert stamp(changed) != stamp(manifest)
    assert ", **old**: the vectors have changed since |" in matrix.page([kept], changed)


def test_the_page_is_that_of_the_results() -> None:
    done = subprocess.run(
        [sys.executable, VECTORS / "tools" / "matrix.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

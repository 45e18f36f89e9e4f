"""Both strict type checkers accept the documented calls and find the mistakes, without plugins."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def _mypy(name: str, cache: Path) -> set[int]:
    """Return the lines of a file with errors of mypy."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--cache-dir",
        str(cache),
        "--config-file=",
    ]
    found = subprocess.run([*command, str(HERE / name)], capture_output=True, text=True, check=False)
    assert found.returncode in (0, 1), found.stderr
    complaints = [line for line in found.stdout.splitlines() if ": error:" in line]
    assert all(name in line for line in complaints), found.stdout
    return {int(number) for line in complaints for number in re.findall(r":(\d+): error:", line)[:1]}


def _pyright(name: str, folder: Path) -> set[int]:
    """Return the lines of a file with errors of pyright; the file sets strict mode."""
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(HERE / name)]
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert found.returncode in (0, 1), found.stdout + found.stderr
    report = json.loads(found.stdout)
    assert report["summary"]["filesAnalyzed"] == 1
    problems = [each for each in report["generalDiagnostics"] if each["severity"] == "error"]
    return {each["range"]["start"]["line"] + 1 for each in problems}


@pytest.fixture(params=["mypy", "pyright"])
def checker(request: pytest.FixtureRequest) -> str:
    """Return the name of an installed type checker."""
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed here; the types environment has it")
    return request.param


def _complaints(checker: str, name: str, folder: Path) -> set[int]:
    return _mypy(name, folder) if checker == "mypy" else _pyright(name, folder)


@pytest.mark.parametrize("name", ["documented.py", "documented_calls.py", "documented_tests.py"])
def test_the_documented_calls_have_no_type_errors(checker: str, name: str, tmp_path: Path) -> None:
    assert _complaints(checker, name, tmp_path) == set()


def test_exactly_the_mistakes_are_found(checker: str, tmp_path: Path) -> None:
    lines = (HERE / "mistakes.py").read_text("utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith("# mistake")}
    assert len(marked) == 19
    assert _complaints(checker, "mistakes.py", tmp_path) == marked

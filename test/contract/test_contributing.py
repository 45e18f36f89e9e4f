"""The recipes of docs/contributing.md, carried out in a copy of the project as they are written there."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
ADDITION = re.compile(
    r"[Ii]n `(?P<file>[^`]+)`, (?P<where>under|above) `(?P<place>[^`]+)`, add\n\n"
    r"(?P<indent> +)```\w+\n(?P<text>.*?)\n(?P=indent)```\n",
    re.DOTALL,
)
COMMAND = re.compile(r"Run `(?P<command>[^`]+)`")


@dataclass
class Project:
    """A copy of the project, in which a recipe is carried out."""

    folder: Path

    def follow(self, heading: str) -> None:
        """Carry out the steps of a recipe, in their order."""
        section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        steps = sorted([*ADDITION.finditer(section), *COMMAND.finditer(section)], key=re.Match.start)
        assert len(steps) == len(re.findall(r"^\d+\. ", section, re.MULTILINE)), "a step is neither text nor command"
        for step in steps:
            if step.re is ADDITION:
                text = textwrap.dedent(textwrap.indent(step["text"], "")) + "\n"
                self.add(step["file"], step["where"], step["place"], text)
            else:
                self.run(step["command"])

    def add(self, file: str, where: str, place: str, text: str) -> None:
        """Put a text below a key of a YAML file, or above a line of another."""
        path = self.folder / file
        lines = path.read_text("utf-8").splitlines(keepends=True)
        at = below(lines, place.split("/")) if where == "under" else (above(lines, place), "")
        lines.insert(at[0], textwrap.indent(text, at[1]))
        path.write_text("".join(lines), "utf-8")

    def run(self, command: str) -> str:
        """Run a command, and of one of tox its own; return what it prints."""
        for where, each in of_tox(command) if command.startswith("tox ") else [(".", command)]:
            program, *arguments = shlex.split(each)
            if program == "python":
                program = sys.executable
            found = subprocess.run(
                [shutil.which(program, path=Path(sys.executable).parent) or program, *arguments],
                cwd=self.folder / where,
                env={**os.environ, "PYTHONPATH": str(self.folder)},
                capture_output=True,
                text=True,
                check=False,
            )
            assert found.returncode == 0, found.stdout + found.stderr
        return found.stdout


def below(lines: list[str], keys: list[str]) -> tuple[int, str]:
    """Return where the members of a key in YAML begin, and how far they are indented."""
    start = 0
    for depth, key in enumerate(keys):
        line = f"{'  ' * depth}{key}:\n"
        start = lines.index(line, start) + 1
    return start, "  " * len(keys)


def above(lines: list[str], beginning: str) -> int:
    """Return where the only line stands that begins so."""
    (found,) = (at for at, line in enumerate(lines) if line.startswith(beginning))
    return found


def of_tox(command: str) -> Iterator[tuple[str, str]]:
    """Give the commands of an environment of tox, each with the folder it runs in."""
    settings = configparser.ConfigParser(interpolation=None)
    settings.read(ROOT / "tox.ini", "utf-8")
    environment = settings[f"testenv:{command.removeprefix('tox -e ')}"]
    for each in environment["commands"].strip().splitlines():
        yield environment.get("change_dir", "."), each


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a copy of the project."""
    leave = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info", "browser", "vectors", "bench")
    return Project(Path(shutil.copytree(ROOT, tmp_path / "project", ignore=leave)))


def test_add_a_field(project: Project) -> None:
    project.follow("Add a field")
    shown = project.run(
        "python -c 'from xi.sdk.resellers import OrderDetailB2BLinesInner as Line;"
        'print(Line.from_json("{\\"deliveryWindow\\": \\"08-12\\"}").delivery_window)\''
    )
    assert shown == "08-12\n"
    page = (project.folder / "docs/models/OrderDetailB2BLinesInner.md").read_text("utf-8")
    assert "| **delivery_window** (`deliveryWindow`) | str | Part of the day" in page
    project.run("pytest -q test/contract/test_contract.py test/contract/test_generator.py")

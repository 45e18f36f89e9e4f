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

pytestmark = pytest.mark.apart

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
ADDITION = re.compile(
    r"[Ii]n `(?P<file>[^`]+)`, (?P<where>under|above|below) `(?P<place>[^`]+)`, add\n\n"
    r"(?P<indent> +)```\w+\n(?P<text>.*?)\n(?P=indent)```\n",
    re.DOTALL,
)
COMMAND = re.compile(r"Run `([^`]+)`")


@dataclass
class Project:
    """A copy of the project, in which a recipe is carried out."""

    folder: Path

    def follow(self, *headings: str) -> None:
        """Carry out the steps of recipes: first what is to be added, then each command once, in their order."""
        commands: dict[str, None] = {}
        for heading in headings:
            section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
            additions = list(ADDITION.finditer(section))
            for step in additions:
                text = "".join(line.removeprefix(step["indent"]) for line in step["text"].splitlines(keepends=True))
                self.add(step["file"], step["where"], step["place"], f"{text}\n")
            told = COMMAND.findall(section)
            commands |= dict.fromkeys(told)
            assert len(additions) + len(told) == len(re.findall(r"^\d+\. ", section, re.MULTILINE)), heading
        for command in commands:
            self.run(command)

    def add(self, file: str, where: str, place: str, text: str) -> None:
        """Put a text under a key of a YAML file, or above or below a line of another, given by how it begins."""
        path = self.folder / file
        lines = path.read_text("utf-8").splitlines(keepends=True)
        if where == "under":
            at, indent = members_of(lines, place.split("/"))
        else:
            (line,) = (number for number, each in enumerate(lines) if each.startswith(place))
            at, indent = line + (where == "below"), ""
        lines.insert(at, textwrap.indent(text, indent))
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


def members_of(lines: list[str], keys: list[str]) -> tuple[int, str]:
    """Return where the members of a key in YAML begin, and how far they are indented."""
    start = 0
    for depth, key in enumerate(keys):
        line = f"{'  ' * depth}{key}:\n"
        start = lines.index(line, start) + 1
    return start, "  " * len(keys)


def of_tox(command: str) -> Iterator[tuple[str, str]]:
    """Give the commands of an environment of tox, each with the folder it runs in."""
    settings = configparser.ConfigParser(interpolation=None)
    settings.read(ROOT / "tox.ini", "utf-8")
    environment = settings[f"testenv:{command.removeprefix('tox -e ')}"]
    for each in environment["commands"].strip().splitlines():
        yield environment.get("change_dir", "."), each


def test_a_field_and_an_operation_are_added_as_the_page_says(tmp_path: Path) -> None:
    leave = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.egg-info", "browser", "vectors", "bench")
    project = Project(Path(shutil.copytree(ROOT, tmp_path / "project", ignore=leave)))
    project.follow("Add a field", "Add an operation")
    shown = project.run(
        "python -c 'from xi.sdk.resellers import OrderDetailB2BLinesInner as Line;"
        'print(Line.from_json("{\\"deliveryWindow\\": \\"08-12\\"}").delivery_window)\''
    )
    assert shown == "08-12\n"
    page = (project.folder / "docs/models/OrderDetailB2BLinesInner.md").read_text("utf-8")
    assert "| **delivery_window** (`deliveryWindow`) | str | Part of the day" in page

    shown = project.run(
        "python -c 'from typing import get_type_hints as hints;"
        "from xi.sdk.resellers import OrdersApi, BoundOrdersApi, aio;"
        'print({str(hints(each.get_orderstatuses)["return"]) for each in (OrdersApi, BoundOrdersApi, aio.OrdersApi)})\''
    )
    assert shown == "{'list[xi.sdk.resellers.models.order_status.OrderStatus]'}\n"

    names = (project.folder / "test/surface/public.txt").read_text("utf-8")
    assert "delivery_window" in names
    assert "get_orderstatuses" in names
    tests = ["test/sandbox/test_sandbox_contract_walk.py", "test/sandbox/test_sandbox_table.py"]
    project.run(f"pytest -q {' '.join(tests)} -k 'orderstatuses or table'")
    project.run("pytest -q test/contract/test_contract.py")
    project.run("ruff format --quiet xi test/sandbox")
    project.run("ruff check xi test/sandbox")

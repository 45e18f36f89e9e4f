"""Each row of the threat model names tests that exist, and says plainly where nothing stops something."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "security.md"
WHO = ("server", "network", "proxy", "webhook sender", "order file", "web page", "log reader", "another user")
"""Who can do something, each in a part of its own."""


class Row(NamedTuple):
    """A row of the threat model."""

    part: str
    can: str
    stops: str
    tests: list[str]


def rows() -> list[Row]:
    found = []
    for part in PAGE.read_text(encoding="utf-8").split("\n### ")[1:]:
        heading, _, text = part.partition("\n")
        lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
        for line in lines:
            can, stops, tests = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(Row(heading, can, stops, re.findall(r"`([^`]+)`", tests)))
    return found


def names_in(path: Path) -> set[str]:
    """Return the names of the tests of a file, without importing it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in tree.body if isinstance(node, kinds) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.can[:60])
def test_the_tests_of_a_row_exist(row: Row) -> None:
    assert row.tests, f"a row needs a test: {row.can}"
    for each in row.tests:
        path, _, name = each.partition("::")
        assert (ROOT / "test" / path).is_file(), f"{each}: there is no such file below test/"
        assert name in names_in(ROOT / "test" / path), f"{each}: the file has no such test"


def test_everybody_who_can_do_something_has_a_part() -> None:
    headings = {row.part.lower() for row in rows()}
    for who in WHO:
        assert any(who in each for each in headings), who
    assert len(rows()) >= 40


def test_no_row_is_empty_or_said_twice() -> None:
    said = [(row.part, row.can) for row in rows()]
    assert len(set(said)) == len(said)
    for row in rows():
        assert len(row.can.split()) >= 3, row
        assert len(row.stops.split()) >= 3, row


def test_what_nothing_stops_has_a_part_of_its_own() -> None:
    part = PAGE.read_text(encoding="utf-8").split("\n## What nothing here stops\n")[1].split("\n## ")[0]
    assert part.count("\n- ") >= 5

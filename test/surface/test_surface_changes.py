"""The reader of what is public sees each kind of change that breaks a user, on a small package."""

from __future__ import annotations

from pathlib import Path

import pytest
from surface_kit import python_lines

SOURCE = '''
"""A module."""

from enum import Enum


class State(Enum):
    """A state."""

    PLACED = "placed"
    HELD = "held"


class Api:
    """An API."""

    limit: int

    def __init__(self, host: str = "here") -> None:
        self.limit = 1

    def call(self, order: str, *, wait: float = 10.0, reuse: str | None = None) -> State:
        """Call."""

    def _inner(self, order: str) -> None:
        """Do it."""


def place(order: str, attempts: int = 3) -> Api:
    """Place."""
'''

CHANGES = {
    "a removed argument": (", reuse: str | None = None", ""),
    "a changed default of an argument by name": ("wait: float = 10.0", "wait: float = 5.0"),
    "a changed default of a function": ("attempts: int = 3", "attempts: int = 1"),
    "a changed default of a constructor": ('host: str = "here"', 'host: str = "there"'),
    "a default that is gone": ("attempts: int = 3", "attempts: int"),
    "a renamed argument": ("order: str, *", "request: str, *"),
    "an argument by name only": ("order: str, *, wait", "*, order: str, wait"),
    "a renamed member of an enum": ("HELD =", "WAITING ="),
    "a removed member of an enum": ('    HELD = "held"\n', ""),
    "a renamed method": ("def call", "def call_it"),
    "a renamed function": ("def place", "def place_it"),
    "a method that became private": ("def call", "def _call"),
    "another type of an argument": ("order: str, attempts", "order: bytes, attempts"),
    "another type of a result": ("-> State", "-> State | None"),
    "another type of a field": ("limit: int", "limit: str"),
    "another base": ("class Api:\n", "class Api(State):\n"),
}
HARMLESS = {
    "a private method": ("def _inner(self, order: str)", "def _other(self)"),
    "a docstring": ('"""Place."""', '"""Place an order."""'),
    "a body": ("self.limit = 1", "self.limit = 2"),
}


def lines(folder: Path, source: str) -> list[str]:
    package = folder / "xi" / "sdk" / "resellers"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "desk.py").write_text(source, encoding="utf-8")
    return python_lines(folder)


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_that_breaks_a_user_takes_a_line_away(change: tuple[str, str], tmp_path: Path) -> None:
    before, after = change
    assert SOURCE.count(before) == 1
    assert set(lines(tmp_path / "old", SOURCE)) - set(lines(tmp_path / "new", SOURCE.replace(before, after)))


@pytest.mark.parametrize("change", HARMLESS.values(), ids=list(HARMLESS))
def test_a_change_that_no_user_sees_changes_no_line(change: tuple[str, str], tmp_path: Path) -> None:
    before, after = change
    assert SOURCE.count(before) == 1
    assert lines(tmp_path / "old", SOURCE) == lines(tmp_path / "new", SOURCE.replace(before, after)) != []

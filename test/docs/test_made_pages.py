"""Pages of the reference say what the package has: exceptions, exit codes, variables, and which calls are sent once."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from xi.sdk.resellers._core.operation import Operation, Repeat
from xi.sdk.resellers._environment import COMMAND, READ
from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.config._keys import KEYS
from xi.sdk.resellers.exceptions import OpenApiException

DOCS = Path(__file__).parents[2] / "docs"
MADE = ("error-words.md", "exceptions.md", "exit-codes.md", "xi-orders-reference.md")


@pytest.mark.parametrize("name", MADE)
def test_a_page_is_made_from_the_package(loaded: Callable[[str], ModuleType], name: str) -> None:
    made = loaded("docs/reference.py").PAGES[name]()
    assert (DOCS / name).read_text("utf-8") == made, "run: python docs/reference.py"


def test_each_page_that_says_it_is_made_is_compared() -> None:
    says_so = {each.name for each in DOCS.glob("*.md") if "made by docs/reference.py" in each.read_text("utf-8")}
    assert says_so == set(MADE)


def test_the_drawing_of_a_call_has_the_numbers_and_names_of_the_package(loaded: Callable[[str], ModuleType]) -> None:
    script = loaded("docs/images/call_steps.py")
    assert script.DRAWING.read_text("utf-8") == script.drawing(), "run: python docs/images/call_steps.py"


def test_every_exception_is_on_its_page_in_the_tree_and_in_a_table() -> None:
    page = (DOCS / "exceptions.md").read_text("utf-8")
    from xi.sdk.resellers import ordering, paging, stock_mirror

    def below(kind: type[Any]) -> set[type[Any]]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    for package in (ordering, paging, stock_mirror):  # which load what they have when it is asked for
        assert [getattr(package, name) for name in package.__all__]
    public = {
        each.__name__
        for each in below(OpenApiException)
        if each.__module__.startswith("xi.sdk.resellers.")
        and each.__name__[0] != "_"
        and ".cli." not in each.__module__
    }
    assert (
        set(re.findall(r"^[│├└─ ]*(\w+)$", page.partition("```text\n")[2].partition("```")[0], re.MULTILINE)) == public
    )
    assert set(re.findall(r"^\| `(\w+)`[^|]* \| \S", page.partition("## What an")[0], re.MULTILINE)) == public


def test_every_exit_code_is_on_its_page() -> None:
    listed = re.findall(r"^\| (\d+) \| \S", (DOCS / "exit-codes.md").read_text("utf-8"), re.MULTILINE)
    assert [int(each) for each in listed] == sorted(Code)


def rows(page: str, heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading."""
    text = (DOCS / page).read_text("utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [each for each in text.splitlines() if each.startswith("| `")]
    return [[each.strip() for each in line.strip("|").split(" |")] for line in lines]


def test_the_variables_are_those_that_are_read_with_their_keys_and_defaults() -> None:
    keys = {key.variable: key for key in KEYS.values() if key.variable is not None}
    both = rows("environment-variables.md", "Of programs and of the command")
    own = rows("environment-variables.md", "Of the command only")
    assert [name.strip("`") for name, *_ in both] == list(READ)
    assert sorted(name.strip("`") for name, *_ in own) == sorted(COMMAND)
    for name, key, *_ in both + own:
        known = keys.get(name.strip("`"))
        stands_in_a_file = known is not None and known.name != "access_token"
        assert key.strip("`") == (known.name if known is not None and stands_in_a_file else ""), name
    for name, _, default, _ in own:
        known = keys.get(name.strip("`"))
        value = "" if known is None or known.default is None else str(known.default).lower()
        assert default.strip("`") == value, name


def test_the_calls_that_are_sent_once_are_those_of_the_contract() -> None:
    import pkgutil

    from xi.sdk.resellers._core import operations

    found: dict[Repeat, set[str]] = {}
    for module in pkgutil.iter_modules(operations.__path__):
        loaded = importlib.import_module(f"{operations.__name__}.{module.name}")
        for each in vars(loaded).values():
            if isinstance(each, Operation):
                found.setdefault(each.repeat, set()).add(each.name)
    text = (DOCS / "concepts-repeats.md").read_text("utf-8")
    (once,) = re.findall(r"^\| once \| (.+?) \|", text, re.MULTILINE)
    (idempotent,) = re.findall(r"^\| idempotent \| (.+?) \|", text, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", once)) == found[Repeat.ONCE]
    named = set(re.findall(r"`(\w+)`", idempotent))
    assert named <= found[Repeat.IDEMPOTENT]
    assert all("webhooks" in each for each in found[Repeat.IDEMPOTENT] - named)

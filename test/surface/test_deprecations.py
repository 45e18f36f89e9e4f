"""A name that will go says so in one form, at the line that uses it, and stands on the page of what goes."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers import __version__
from xi.sdk.resellers._deprecated import warn_deprecated

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "xi" / "sdk" / "resellers"
PAGE = ROOT / "docs" / "deprecations.md"


def old_name() -> None:
    warn_deprecated("old_name", since="2.1", gone_in="3.0", instead="call new_name.")


class Api:
    """A class of which an argument goes, as those of this package: the public method calls an inner one."""

    def call(self, *, late: int | None = None) -> None:
        self._inner(late)

    def _inner(self, late: int | None) -> None:
        if late is not None:
            warn_deprecated("Api.call(late=)", since="2.1", gone_in="3.0", instead="give deadline=.", stacklevel=2)


def line_of(code: str) -> int:
    """Return the number of the line of this file that has a piece of code."""
    (found,) = [n for n, line in enumerate(Path(__file__).read_text("utf-8").splitlines(), 1) if line.strip() == code]
    return found


def test_the_warning_says_since_when_until_when_and_what_instead_at_the_line_of_the_user() -> None:
    with pytest.warns(DeprecationWarning, match="^old_name is ") as told:
        old_name()
    (one,) = told
    assert str(one.message) == ("old_name is deprecated since 2.1 and will be gone in 3.0. Instead, call new_name.")
    assert (one.filename, one.lineno) == (__file__, line_of("old_name()"))


def test_an_argument_warns_only_where_it_is_given_and_at_the_line_of_the_user() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Api().call()
    with pytest.warns(DeprecationWarning, match=r"Api\.call\(late=\) is deprecated") as told:
        Api().call(late=1)
    assert (told[0].filename, told[0].lineno) == (__file__, line_of("Api().call(late=1)"))


def calls_of(name: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield the calls of a function, or of a method with that name, in the package and its pytest plugin."""
    for path in [*PACKAGE.rglob("*.py"), ROOT / "xi_sdk_resellers_pytest.py"]:
        text = path.read_text("utf-8")
        if f"{name}(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == name:
                yield path, node


def warned() -> list[dict[str, Any]]:
    """Return what the package warns of: each name, since when, and until when."""
    found = []
    for path, call in calls_of("warn_deprecated"):
        given = {each.arg: ast.literal_eval(each.value) for each in call.keywords if each.arg}
        assert len(call.args) == 1, path
        found.append(given | {"name": ast.literal_eval(call.args[0])})
    return found


def number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def test_what_warns_is_on_the_page_with_its_versions() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| ([\d.]+) \| ([\d.]+) \| ", PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted((each["name"], each["since"], each["gone_in"]) for each in warned())
    assert rows


def test_nothing_warns_that_should_be_gone_or_has_just_begun_to_warn() -> None:
    """A name goes with a major version, after at least one version that warned."""
    now = number(__version__)[:2]
    for each in warned():
        since, gone_in = number(each["since"]), number(each["gone_in"])
        assert since <= now < gone_in, f"{each['name']} should be gone in {each['gone_in']}, and this is {__version__}"
        assert gone_in[1:] == (0,)
        assert since[0] < gone_in[0]


def test_nothing_warns_of_a_deprecation_in_another_form() -> None:
    others = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in calls_of("warn")
        if "DeprecationWarning" in ast.unparse(call) and path.name != "_deprecated.py"
    ]
    assert others == []

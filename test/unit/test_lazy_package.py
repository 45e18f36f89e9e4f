"""Public names are imported when they are first used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from xi.sdk.resellers._lazy import lazily

PACKAGE = "lazy_shelf"


@pytest.fixture
def shelf(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package of two modules, of which neither is imported yet."""
    folder = tmp_path / PACKAGE
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "tea.py").write_text("class Tea: ...\n")
    (folder / "cups.py").write_text("class Cup: ...\n")
    monkeypatch.syspath_prepend(tmp_path)
    import importlib

    package = importlib.import_module(PACKAGE)
    package.__getattr__, package.__dir__ = lazily(PACKAGE, {"Tea": "tea"}, ["cups"])  # type: ignore[method-assign]
    yield package
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def test_nothing_is_imported_before_it_is_used(shelf: ModuleType) -> None:
    assert f"{PACKAGE}.tea" not in sys.modules
    assert shelf.Tea.__name__ == "Tea"
    assert f"{PACKAGE}.tea" in sys.modules
    assert f"{PACKAGE}.cups" not in sys.modules


def test_a_name_is_looked_up_once_and_then_stored_in_the_package(shelf: ModuleType) -> None:
    first = shelf.Tea
    assert vars(shelf)["Tea"] is first
    assert shelf.Tea is first


def test_a_submodule_is_an_attribute_without_an_import(shelf: ModuleType) -> None:
    assert shelf.cups.Cup.__name__ == "Cup"
    assert sys.modules[f"{PACKAGE}.cups"] is shelf.cups


def test_an_unknown_name_raises_as_in_any_module(shelf: ModuleType) -> None:
    with pytest.raises(AttributeError, match="module 'lazy_shelf' has no attribute 'Coffee'"):
        shelf.Coffee  # noqa: B018 - asking is the point
    assert not hasattr(shelf, "tea_leaves")


def test_dir_lists_all_names(shelf: ModuleType) -> None:
    listed = dir(shelf)
    assert listed == sorted(listed)
    assert {"Tea", "cups", "__name__"} <= set(listed)
    assert f"{PACKAGE}.tea" not in sys.modules


def test_the_package_has_every_name_that_it_lists() -> None:
    import xi.sdk.resellers as package

    for name in package.__all__:
        assert getattr(package, name) is not None
    assert set(package.__all__) <= set(dir(package))
    with pytest.raises(AttributeError, match="Nonsense"):
        package.Nonsense  # noqa: B018 - asking is the point

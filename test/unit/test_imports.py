"""The arrows of the house, with the imports that no import statement shows: those of the names that packages load late.

import-linter holds the arrows of setup.cfg between the imports that are written as such. Here the tables of lazy names
count too, and no file may import itself by way of others.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from pathlib import Path

import grimp
import pytest

from xi.sdk.resellers.cli import tree

ROOT = Path(__file__).parents[2]
PACKAGE = "xi.sdk.resellers"
BY_NAME = {"import_module", "__import__", "lazily"}
"""What imports a module by its name."""
COMMANDS = f"{PACKAGE}.cli.program"
"""It imports the modules of commands by the places in a table."""
MODEL_BASE = f"{PACKAGE}.models._"
"""The base of all models reads, keeps and writes; its parts may know each other."""


def sources() -> Iterator[tuple[str, Path]]:
    """Yield each module with its file."""
    for path in sorted((ROOT / "xi/sdk/resellers").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def table(package: str, path: Path) -> set[str]:
    """Return the modules that a package imports by name, as its call of `lazily` lists them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lazily":
            names = ast.literal_eval(node.args[1])
            found |= {each if each.startswith(PACKAGE) else f"{package}.{each}" for each in names.values()}
            found |= {f"{package}.{each}" for more in node.keywords for each in ast.literal_eval(more.value)}
    return found


@cache
def imports() -> dict[str, set[str]]:
    """Return what each module imports: in a function, for type checkers and by name included."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    found = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    for module, path in sources():
        if path.name == "__init__.py":
            found[module] |= table(module, path)
    found[COMMANDS] |= {f"{PACKAGE}.cli.commands.{name}" for name in places()}
    return found


def places() -> set[str]:
    """Return the modules of all commands, from the table of commands."""
    entries = [*tree.COMMANDS.values(), *(each for its in tree.COMMANDS.values() for each in its.commands.values())]
    return {each.place.partition(":")[0] for each in entries if each.place}


def circles(arrows: dict[str, set[str]]) -> set[frozenset[str]]:
    """Return the sets of modules of which each reaches every other (Tarjan)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: set[frozenset[str]] = set()

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        path.append(module)
        for each in arrows[module]:
            if each not in order:
                visit(each)
            if each in path:
                lowest[module] = min(lowest[module], lowest[each])
        if lowest[module] == order[module]:
            members = path[path.index(module) :]
            del path[path.index(module) :]
            if len(members) > 1:
                found.add(frozenset(members))

    for module in arrows:
        if module not in order:
            visit(module)
    return found


def floors(contract: str) -> dict[str, int]:
    """Return the floor of each module that a contract of setup.cfg puts in layers, from the top."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg")
    section = config[f"importlinter:contract:{contract}"]
    layers = section["layers"].strip().splitlines()
    return {
        f"{section['containers'].strip()}.{name.strip()}": floor
        for floor, layer in enumerate(layers)
        for name in layer.replace(":", "|").split("|")
    }


def test_only_packages_import_by_name() -> None:
    for module, path in sources():
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        used = {getattr(node, "id", None) or getattr(node, "attr", None) for node in nodes} & BY_NAME
        may = path.name == "__init__.py" or module in (f"{PACKAGE}._lazy", COMMANDS)
        assert not used or may, f"{module} uses {used}"


def test_the_tables_of_lazy_names_are_read() -> None:
    read = {module: table(module, path) for module, path in sources() if path.name == "__init__.py"}
    assert f"{PACKAGE}.api.orders_api" in read[PACKAGE]
    assert f"{PACKAGE}.paging" in read[PACKAGE], "a submodule"
    assert all(each in imports() for found in read.values() for each in found), "a table names a module there is not"


def test_no_module_imports_in_a_circle() -> None:
    assert {each for each in circles(imports()) if not all(part.startswith(MODEL_BASE) for part in each)} == set()


@pytest.mark.parametrize("contract", ["layers", "core-layers", "client-layers"])
def test_no_import_runs_up(contract: str) -> None:
    floor = floors(contract)
    container = next(iter(floor)).rpartition(".")[0]

    def place(module: str) -> str:
        return ".".join(module.split(".")[: container.count(".") + 2])

    for module, imported in imports().items():
        for each in imported:
            above, below = place(module), place(each)
            if above != below and above in floor and below in floor:
                assert floor[above] < floor[below], f"{module} imports {each}"


def test_no_two_folders_of_tests_have_a_module_of_one_name() -> None:
    """pytest puts each of these folders on the path: all tests of a run would get the module that is imported first."""
    places: dict[str, list[str]] = {}
    for path in (ROOT / "test").glob("*/*.py"):
        if path.name != "conftest.py":
            places.setdefault(path.name, []).append(path.parent.name)
    assert {name: folders for name, folders in places.items() if len(folders) > 1} == {}


def test_a_circle_is_found_and_a_line_is_not() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}) == {frozenset("bc")}
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == set()

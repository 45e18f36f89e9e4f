"""Reads what is public, as one line for each name: run as a program it writes the committed snapshot anew.

Public is what users write down: names they import with their signatures, options of the command, routes of the
sandbox's control API, fixtures of the pytest plugin, fields of the log records. griffe reads the Python names from the
source.
"""

from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import griffe
from starlette.routing import Route

from xi.sdk.resellers import Doubt
from xi.sdk.resellers.cli.program import whole
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.sandbox import Sandbox, create_app

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SNAPSHOT = Path(__file__).with_name("public.txt")
PACKAGE = "xi.sdk.resellers"
_EXPORTS_ONLY = ("sandbox", "testing")
"""Packages of which only what they export is public."""
_PRIVATE = ("cli",)
"""The command is public by its options."""
_BASE_OF_ALL = ("OrderCreateRequest", "OrderSearchResponse")
"""The models whose inherited members are written out, as those of every request and of every response."""
_SANDBOX_PARTS = {
    "orders": ("get", "of", "__len__"),
    "clock": ("advance", "set", "reset"),
    "faults": ("add", "waiting", "remove", "clear"),
    "late": ("act_all", "__len__"),
    "hooks": ("add", "deliveries", "replay", "settled"),
    "tokens": ("revoke_all",),
}
"""What docs/sandbox.md promises of the parts of a sandbox, whose classes are private."""


def public_lines() -> list[str]:
    """Return all that is public, sorted."""
    return sorted({*python_lines(ROOT), *_sandbox_parts(), *_command(), *_control(), *_fixtures(), *_log_fields()})


def python_lines(root: Path) -> list[str]:
    """Return the public Python names of the package in a folder."""
    extensions = griffe.load_extensions(_Records)
    loader = griffe.GriffeLoader(search_paths=[str(root)], allow_inspection=False, extensions=extensions)
    package: Any = loader.load(PACKAGE)
    loader.resolve_aliases(external=False)
    return sorted(_module(package))


class _Records(griffe.Extension):
    """Shows griffe the `dataclass` of `_records.py` as type checkers see it: as that of the standard library."""

    def on_package(self, *, pkg: Any, **_: Any) -> None:
        ours = f"{PACKAGE}._records."
        modules = [pkg]
        while modules:
            members = list(modules.pop().members.values())
            modules += [each for each in members if not each.is_alias and each.is_module]
            for each in members:
                if each.is_alias and each.target_path.startswith(ours):
                    each.target_path = each.target_path.replace(ours, "dataclasses.")


def _module(module: Any) -> Iterator[str]:
    for name, member in module.members.items():
        where = f"{module.path}.{name}"
        is_inside = member.is_alias and member.target_path.startswith(f"{PACKAGE}.")
        if name.startswith("_") or name in _PRIVATE:
            continue
        if member.is_alias and (not is_inside or not (module.is_package or module.is_subpackage)):
            # A module imports for itself; what a package imports, it offers.
            continue
        if module.exports is not None and name not in module.exports and not member.is_module:
            continue
        target = member.final_target if member.is_alias else member
        if target.is_module:
            if not member.is_alias and module.name not in _EXPORTS_ONLY:
                yield from _module(target)
        elif target.is_class:
            yield from _class(where, target)
        elif target.is_function:
            yield f"{where}{_signature(target)}"
        elif not str(target.value).startswith("TypeVar("):
            yield f"{where}{_type(target)}"


def _class(where: str, found: Any) -> Iterator[str]:
    if found.path != where and _is_public(found.path):
        # A second way to a name whose own place is public as well.
        yield f"{where} = {found.path}"
        return
    bases = [str(base) for base in found.bases]
    yield f"{where}({', '.join(each for each in bases if not each.startswith('_'))})"
    for name, member in {**_inherited(found), **found.members}.items():
        target = member.final_target if member.is_alias else member
        if name == "__init__":
            yield f"{where}{_signature(target)}"
        elif name.startswith("_") or name == "model_config":
            continue
        elif target.is_function:
            yield f"{where}.{name}{_signature(target)}"
        else:
            yield f"{where}.{name}{_type(target)}"


def _inherited(found: Any) -> dict[str, Any]:
    """What a class has from bases that are not public themselves; for models, once for each direction."""
    if f"{PACKAGE}.models." in found.path and found.name not in _BASE_OF_ALL:
        return {}
    members: dict[str, Any] = {}
    for base in reversed(found.mro()):
        if not _is_public(base.path):
            members |= base.members
    return members


def _is_public(path: str) -> bool:
    parts = path.removeprefix(f"{PACKAGE}.").split(".")
    return parts[0] not in _EXPORTS_ONLY and not any(part.startswith("_") for part in parts)


def _type(attribute: Any) -> str:
    return "" if attribute.annotation is None else f": {attribute.annotation}"


def _signature(function: Any) -> str:
    parts: list[str] = []
    is_bare = False
    for each in function.parameters:
        if each.name in ("self", "cls"):
            continue
        star = {"variadic positional": "*", "variadic keyword": "**"}.get(each.kind.value, "")
        is_keyword = each.kind.value == "keyword-only"
        if is_keyword and not is_bare and not any(part.startswith("*") for part in parts):
            parts.append("*")
            is_bare = True
        annotation = f": {each.annotation}" if each.annotation is not None else ""
        default = f" = {each.default}" if each.default is not None and not star else ""
        parts.append(f"{star}{each.name}{annotation}{default}")
    return f"({', '.join(parts)}) -> {function.returns}"


def _sandbox_parts() -> Iterator[str]:
    sandbox = Sandbox()
    for part, names in _SANDBOX_PARTS.items():
        for name in names:
            parameters = inspect.signature(getattr(getattr(sandbox, part), name)).parameters
            yield f"sandbox.{part}.{name}({', '.join(parameters)})"


def _command() -> Iterator[str]:
    """Yield the options of every command, then each command with its own."""
    root = whole()
    yield from _options("", root)
    for name, entry in COMMANDS.items():
        for inner in entry.commands or ("",):
            command: Any = root.get_command(None, name)
            yield from _options(f" {name} {inner}".rstrip(), command.get_command(None, inner) if inner else command)


def _options(name: str, command: Any) -> Iterator[str]:
    yield f"command: xi-orders{name}"
    for each in command.params:
        if not getattr(each, "hidden", False):
            default = each.default if isinstance(each.default, (bool, int, float, str)) else None
            yield f"command: xi-orders{name} {' / '.join([*each.opts, *each.secondary_opts])} = {default}"


def _control() -> Iterator[str]:

    for route in create_app(Sandbox()).routes:
        if isinstance(route, Route) and route.path.startswith("/_sandbox"):
            for method in (route.methods or set()) - {"HEAD"}:
                yield f"control API: {method} {route.path}"


def _fixtures() -> Iterator[str]:
    found: Any = griffe.load("xi_sdk_resellers_pytest", search_paths=[str(ROOT)], allow_inspection=False)
    for name, member in found.members.items():
        if not member.is_alias and member.is_function and not name.startswith("_"):
            yield f"pytest fixture: {name}{_signature(member)}"


def _log_fields() -> Iterator[str]:

    for each in fields(Doubt):
        yield f"log field of a call in doubt: {each.name}"


if __name__ == "__main__":
    SNAPSHOT.write_text("".join(f"{line}\n" for line in public_lines()), encoding="utf-8")

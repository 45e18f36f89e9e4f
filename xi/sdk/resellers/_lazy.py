"""Lets modules import public names only when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from inspect import Signature
    from types import ModuleType


_ROOT = f"{__package__}."


def borrowed(module: str, names: Mapping[str, ModuleType]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module that hands out names of modules it has imported.

    Args:
        module: its full name.
        names: each with the module that has it.
    """

    def getattribute(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(names[name], name)
        setattr(sys.modules[module], name, value)
        return value

    return getattribute


def lazily(
    package: str, names: Mapping[str, str], submodules: Iterable[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` of a package, which alone may import by name.

    Args:
        package: its full name.
        names: public names, each with the module that defines it: below the package, or by its full name.
        submodules: modules that can be reached as attributes without having been imported.
    """
    defined_in = {name: module if module.startswith(_ROOT) else f"{package}.{module}" for name, module in names.items()}
    modules = frozenset(submodules) | {module for module in names.values() if "." not in module}

    def getattribute(name: str) -> Any:
        if name in modules:
            return import_module(f"{package}.{name}")
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(defined_in[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    def directory() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names, *modules})

    return getattribute, directory


class without_parameters:  # noqa: N801 - used as a decorator is
    """Shows a class to `inspect.signature` as one that is made without arguments, as it may be.

    What builds objects by their signatures, as FastAPI's `Depends` does, would take a client for a field of what it
    receives. Heirs with a constructor of their own are seen as they are.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._constructor = vars(owner)["__init__"]

    def __get__(self, instance: object, owner: type) -> Signature:
        if owner.__init__ is not self._constructor:  # type: ignore[misc]  # an heir's own
            raise AttributeError("__signature__")
        from inspect import Signature  # noqa: PLC0415 - only for those who inspect

        return Signature()

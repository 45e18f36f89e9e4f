"""Import public names when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._collector import pause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from inspect import Signature
    from types import ModuleType


_ROOT = f"{__package__}."


def borrowed(module: str, names: Mapping[str, ModuleType]) -> Callable[[str], Any]:
    """Return a `__getattr__` for a module that offers names of modules it has imported.

    Args:
        module: the full name of the module.
        names: the names, each with the module that defines it.
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
    """Return a `__getattr__` and a `__dir__` for a package; only packages may import by name.

    Args:
        package: the full name of the package.
        names: public names, each with the module that defines it: relative to the package, or a full name.
        submodules: modules that are imported when they are used as attributes.
    """
    defined_in = {name: module if module.startswith(_ROOT) else f"{package}.{module}" for name, module in names.items()}
    modules = frozenset(submodules) | {module for module in names.values() if "." not in module}

    def getattribute(name: str) -> Any:
        if name in modules:
            return import_module(f"{package}.{name}")
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        with pause():
            value = getattr(import_module(defined_in[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    def directory() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names, *modules})

    return getattribute, directory


class without_parameters:  # noqa: N801 - used like a decorator
    """Shows a class to `inspect.signature` as one whose constructor has no parameters.

    FastAPI's `Depends` and similar tools build objects by their signatures, and would read a client from the request.
    A subclass with its own constructor keeps its signature.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._constructor = vars(owner)["__init__"]

    def __get__(self, instance: object, owner: type) -> Signature:
        if owner.__init__ is not self._constructor:  # type: ignore[misc]  # the subclass has its own
            raise AttributeError("__signature__")
        from inspect import Signature  # noqa: PLC0415 - rarely needed

        return Signature()

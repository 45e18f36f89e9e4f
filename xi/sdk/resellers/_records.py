"""`dataclass`, `field` and `replace` for the classes that every program imports.

To type checkers they are those of the standard library. At run time they make classes that behave the same, in a third
of the time and without the modules that `dataclasses` imports: together that was a tenth of the start of a program.
What `dataclasses.fields` and its neighbours read is made when they first ask for it.

Only what this package uses is here: no InitVar, no ordering, no fields that the constructor does not take, and no
inheritance between two such classes. A subclass may be a dataclass of the standard library.
"""

from __future__ import annotations

import sys
from functools import partial
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import dataclass, field, replace

__all__ = ["dataclass", "field", "replace"]


class _Nothing:
    """Stands for a default that is not there, or that is made anew; signatures show the second one."""

    def __init__(self, shown: str) -> None:
        self._shown = shown

    def __repr__(self) -> str:
        return self._shown


_MISSING = _Nothing("<missing>")
_FACTORY = _Nothing("<factory>")

_NAMES = "__record_names__"


class _Field(NamedTuple):
    """What a class states about a field beside its type."""

    default: Any = _MISSING
    default_factory: Any = _MISSING
    repr: bool = True
    compare: bool = True

    def stated(self) -> dict[str, Any]:
        """Return what was stated, as arguments for `dataclasses.field`."""
        return {name: value for name, value in self._asdict().items() if value is not _MISSING}


class _Description:
    """`__dataclass_fields__` and `__dataclass_params__`, as the standard library makes them of the same class."""

    def __init__(self, name: str, kind: type, fields: Mapping[str, _Field], how: Mapping[str, bool]) -> None:
        self._name = name
        self._kind = kind
        self._fields = fields
        self._how = how

    def __get__(self, instance: object, owner: type) -> Any:
        import dataclasses  # noqa: PLC0415 - the point of this module

        body: dict[str, Any] = {name: dataclasses.field(**each.stated()) for name, each in self._fields.items()}
        body |= {"__annotations__": self._kind.__annotations__, "__module__": self._kind.__module__}
        made: Any = cast("Any", dataclasses.dataclass)(**self._how)(type(self._kind.__name__, (), body))
        found = getattr(made, self._name)
        setattr(self._kind, self._name, found)
        return found


def _dataclass(
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    repr: bool = True,  # noqa: A002 - the name that it has in the standard library
    eq: bool = True,
) -> Callable[[type], type]:
    """Return a decorator that adds the methods of a dataclass to a class."""
    how = {"frozen": frozen, "slots": slots, "kw_only": kw_only, "repr": repr, "eq": eq}

    def made(given: type) -> type:
        fields = {name: _stated(vars(given).get(name, _MISSING)) for name in given.__annotations__}
        kind = _slotted(given, fields) if slots else _with_defaults(given, fields)
        names = tuple(fields)
        own: dict[str, Any] = {_NAMES: names, "__match_args__": () if kw_only else names, "__replace__": _replace}
        own["__init__"] = _Constructor(kind, fields, frozen=frozen, kw_only=kw_only)
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            own[name] = _Description(name, kind, fields, how)
        if repr:
            own["__repr__"] = _shower([name for name, each in fields.items() if each.repr])
        if eq:
            own |= _comparison([name for name, each in fields.items() if each.compare], frozen=frozen)
        if frozen:
            own |= _guards(kind, frozenset(fields))
            own |= {"__getstate__": _get_state, "__setstate__": _set_state} if slots else {}
        for name in own.keys() - vars(given).keys():
            setattr(kind, name, own[name])
        return kind

    return made


def _slotted(given: type, fields: Mapping[str, _Field]) -> type:
    """Return a class anew, since one that exists cannot get slots."""
    body = {name: value for name, value in vars(given).items() if name not in {*fields, "__dict__", "__weakref__"}}
    body |= {"__slots__": tuple(fields), "__qualname__": given.__qualname__}
    return type(given)(given.__name__, given.__bases__, body)


def _with_defaults(given: type, fields: Mapping[str, _Field]) -> type:
    """Return the class itself, with the defaults where fields were stated."""
    for name, each in fields.items():
        if each.default is not _MISSING:
            setattr(given, name, each.default)
        elif name in vars(given):
            delattr(given, name)
    return given


def _stated(given: Any) -> _Field:
    return given if isinstance(given, _Field) else _Field(given)


class _Constructor:
    """`__init__`, compiled when it is first used: most of the time to make a class, and many are not used."""

    def __init__(self, kind: type, fields: Mapping[str, _Field], *, frozen: bool, kw_only: bool) -> None:
        self._kind = kind
        self._make = partial(_constructor, kind, fields, frozen=frozen, kw_only=kw_only)

    def __get__(self, instance: object, owner: type) -> Any:
        made = vars(self._kind)["__init__"]
        if made is self:  # no other thread was faster
            made = self._make()
            self._kind.__init__ = made
        return made.__get__(instance, owner)


def _constructor(kind: type, fields: Mapping[str, _Field], *, frozen: bool, kw_only: bool) -> Any:
    """Return `__init__`, compiled in the names of the module of the class, in which its types are looked up."""
    takes, does, given = ["self", *(["*"] if kw_only else [])], list[str](), dict[str, Any]()
    for name, each in fields.items():
        value = name
        if each.default_factory is not _MISSING:
            given |= {f"_default_{name}": _FACTORY, f"_make_{name}": each.default_factory}
            value = f"_make_{name}() if {name} is _default_{name} else {name}"
        elif each.default is not _MISSING:
            given[f"_default_{name}"] = each.default
        takes.append(f"{name}=_default_{name}" if f"_default_{name}" in given else name)
        does.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        does.append("self.__post_init__()")
    lines = [f"def make(_put, {', '.join(given)}):", f" def __init__({', '.join(takes)}):"]
    lines += [*(f"  {line}" for line in does), " return __init__"]
    found: dict[str, Any] = {}
    # The text is made of nothing but the names of fields.
    exec("\n".join(lines), vars(sys.modules[kind.__module__]), found)  # noqa: S102
    made = found["make"](object.__setattr__, **given)
    made.__qualname__ = f"{kind.__qualname__}.__init__"
    made.__annotations__ = {**kind.__annotations__, "return": None}
    return made


def _shower(names: list[str]) -> Any:
    def __repr__(self: Any) -> str:  # noqa: N807 - the name in tracebacks
        shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__qualname__}({shown})"

    wrapped = recursive_repr()(__repr__)
    wrapped.__wrapped__ = __repr__  # type: ignore[attr-defined]  # as with that of a dataclass on all versions
    return wrapped


def _comparison(names: list[str], *, frozen: bool) -> dict[str, Any]:
    """Return `__eq__` and `__hash__`; what can change has no hash."""
    parts = attrgetter(*names)

    def __eq__(self: Any, other: Any) -> bool:  # noqa: N807 - the name in tracebacks
        return parts(self) == parts(other) if type(other) is type(self) else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807 - as above
        return hash(parts(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _guards(kind: Any, names: frozenset[str]) -> dict[str, Any]:
    """Return the methods that refuse to change a field, and anything of the class itself."""

    def __setattr__(self: Any, name: str, value: Any) -> None:  # noqa: N807 - the name in tracebacks
        _refuse(self, name, "assign to")
        parent = cast("Any", super)(kind, self)
        parent.__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807 - as above
        _refuse(self, name, "delete")
        parent = cast("Any", super)(kind, self)
        parent.__delattr__(name)

    def _refuse(self: Any, name: str, what: str) -> None:
        if type(self) is kind or name in names:
            from dataclasses import FrozenInstanceError  # noqa: PLC0415 - the point of this module

            raise FrozenInstanceError(f"cannot {what} field {name!r}")

    return {"__setattr__": __setattr__, "__delattr__": __delattr__}


def _names(given: object) -> tuple[str, ...]:
    """Return the names of all fields; those of a subclass that is a dataclass of the standard library too."""
    own: tuple[str, ...] | None = vars(type(given)).get(_NAMES)
    if own is not None:
        return own
    from dataclasses import fields  # noqa: PLC0415 - the point of this module

    return tuple(each.name for each in fields(cast("Any", given)))


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in _names(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(_names(self), state, strict=False):
        object.__setattr__(self, name, value)


def _replace(given: Any, /, **changes: Any) -> Any:
    """Return an object with some fields changed, made by its constructor."""
    return type(given)(**{name: getattr(given, name) for name in _names(given)} | changes)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _Field, _replace

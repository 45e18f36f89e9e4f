"""Finds names in a request that can only be slips of the pen, and says which field was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from xi.sdk.resellers.models._schema import python_names, wire_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from xi.sdk.resellers.models._model import Model

_SHORT = 3
"""Names of up to so many letters are too easily a letter off each other."""


def unknown_slips(cls: type[Model], extra: Iterable[str], given: Collection[str]) -> list[str]:
    """Names among the unknown keys of a request that fits otherwise, beside the fields given, that can only be slips."""
    return [name for name in extra if _is_pythonic(name) or _is_slip(cls, name, given)]


def _is_pythonic(name: str) -> bool:
    return name.islower() and "_" in name.strip("_")


def _is_slip(cls: type[Model], name: str, given: Collection[str]) -> bool:
    """Whether a name is that of a field that was not given, but for its case or for one letter."""
    return any(_is_near(name.lower(), each.lower()) for each in _missing(cls, given))


def _missing(cls: type[Model], given: Collection[str]) -> set[str]:
    """Both names of every field that is not among those given."""
    missing = cls.model_fields.keys() - given
    return missing | {wire_name(cls, each) for each in missing}


def slips_in(cls: type[Model], data: Mapping[str, Any]) -> list[str]:
    """Names that may be why a request does not fit: as it is refused, a likeness is enough."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    names = python_names(cls)
    unknown = [name for name in data if name not in names and name not in cls.model_fields]
    missing = _missing(cls, {names.get(name, name) for name in data})
    return [
        name
        for name in unknown
        if _is_pythonic(name) or get_close_matches(name.lower(), [each.lower() for each in missing], n=1)
    ]


class UnknownFieldError(ValueError):
    """A key that no field has."""

    def __init__(self, model: type[Model], key: str) -> None:
        super().__init__(misspelt(model, key))
        self.key = key


def refusal(cls: type[Model], data: Any, slips: list[str], found: ValidationError | None) -> ValidationError:
    """All that is wrong with a request in one error."""
    told: list[InitErrorDetails] = []
    for each in found.errors(include_url=False) if found else ():
        kind: Any = each["type"]
        message: Any = each["msg"]
        same = PydanticCustomError(kind, message, each.get("ctx"))
        told.append(InitErrorDetails(type=same, loc=each["loc"], input=each["input"]))
    told += [
        InitErrorDetails(type="value_error", ctx={"error": UnknownFieldError(cls, name)}, input=data) for name in slips
    ]
    return ValidationError.from_exception_data(cls.__name__, told)


def _is_near(given: str, meant: str) -> bool:
    """Whether two texts differ by no more than one letter, left out, added, changed or swapped with the next."""
    if abs(len(given) - len(meant)) > 1 or len(meant) <= _SHORT:
        return given == meant
    start = next((i for i, (a, b) in enumerate(zip(given, meant, strict=False)) if a != b), min(len(given), len(meant)))
    a, b = given[start:], meant[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def misspelt(model: type[Model], name: str) -> str:
    """Say that a model has no such field, and which one may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    if name in model.model_fields:
        return f"{model.__name__} was given {name!r} twice: also as {wire_name(model, name)!r}"
    wires = python_names(model)
    meant = {**dict.fromkeys(model.model_fields), **wires}
    near = [name] if name in wires else get_close_matches(name, meant, n=1)
    near = [meant[each] or each for each in near]
    return f"{model.__name__} has no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")

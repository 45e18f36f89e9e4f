"""Finds misspelt names in a request, and the fields that were probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from xi.sdk.resellers.models._schema import python_names, wire_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from xi.sdk.resellers.models._model import Model

_SHORT = 3
"""Letters of the longest names that are not compared: too many short names differ by one letter."""


def misspelt_extra(cls: type[Model], extra: Iterable[str], given: Collection[str]) -> list[str]:
    """Return the misspelt names among the unknown keys of a request that is valid otherwise.

    Args:
        cls: the model.
        extra: the unknown keys.
        given: the Python names of the fields that were given.
    """
    return [name for name in extra if _is_pythonic(name) or _is_misspelt(cls, name, given)]


def _is_pythonic(name: str) -> bool:
    return name.islower() and "_" in name.strip("_")


def _is_misspelt(cls: type[Model], name: str, given: Collection[str]) -> bool:
    """Return whether a name differs only by case from a field, or by one letter from a field that was not given.

    A service that reads keys in any case would find a field twice, and take the wrong value.
    """
    names = {*cls.model_fields, *python_names(cls)}
    if name not in names and name.lower() in {each.lower() for each in names}:
        return True
    return any(_is_near(name.lower(), each.lower()) for each in _missing(cls, given))


def _missing(cls: type[Model], given: Collection[str]) -> set[str]:
    """Return both names of each field that was not given."""
    missing = cls.model_fields.keys() - given
    return missing | {wire_name(cls, each) for each in missing}


def misspelt_names(cls: type[Model], data: Mapping[str, Any]) -> list[str]:
    """Return the probably misspelt names of a request that is refused; a similar name is enough here."""
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

    # It can be made of its text alone, so that an error of pydantic that has it can be pickled.
    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


def refusal(cls: type[Model], data: Any, wrong_names: list[str], found: ValidationError | None) -> ValidationError:
    """Return one error with all that is wrong with a request."""
    errors: list[InitErrorDetails] = []
    for each in found.errors(include_url=False) if found else ():
        kind: Any = each["type"]
        message: Any = each["msg"]
        same = PydanticCustomError(kind, message, each.get("ctx"))
        errors.append(InitErrorDetails(type=same, loc=each["loc"], input=each["input"]))
    errors += [
        InitErrorDetails(
            type="value_error", ctx={"error": UnknownFieldError(unknown_field_message(cls, name), name)}, input=data
        )
        for name in wrong_names
    ]
    return ValidationError.from_exception_data(cls.__name__, errors)


def _is_near(given: str, meant: str) -> bool:
    """Return whether two texts differ by at most one letter that is missing, added, changed or swapped with the next."""
    if abs(len(given) - len(meant)) > 1 or len(meant) <= _SHORT:
        return given == meant
    start = next((i for i, (a, b) in enumerate(zip(given, meant, strict=False)) if a != b), min(len(given), len(meant)))
    a, b = given[start:], meant[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def unknown_field_message(model: type[Model], name: str) -> str:
    """Return the message that a model has no such field, with the field that may be meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    if name in model.model_fields:
        return f"{model.__name__} was given {name!r} twice: also as {wire_name(model, name)!r}"
    wires = python_names(model)
    meant = {**dict.fromkeys(model.model_fields), **wires}
    same = next((each for each in meant if each.lower() == name.lower()), None)
    near = [same] if same is not None else get_close_matches(name, meant, n=1)
    near = [meant[each] or each for each in near]
    return f"{model.__name__} has no field {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")

"""What the fields of a model are called on the wire, second spellings included, and what they hold."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeGuard, Union, cast, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xi.sdk.resellers.models._model import Model, ResponseModel


SCALARS = frozenset({str, int, float, bool})
"""Types of values that can be handed out without copying them."""


class Leaf(NamedTuple):
    """Holds neither a model nor a list."""

    is_scalar: bool


class ListOf(NamedTuple):
    """Holds a list."""

    item: Kind


class Nested(NamedTuple):
    """Holds another model."""

    model: type[ResponseModel]


Kind = Leaf | ListOf | Nested


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value is a list."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a value is what a JSON object is read as."""
    return isinstance(value, dict)


def _is_model(value: Any) -> TypeGuard[type[ResponseModel]]:
    # The models of a response are response models; to import that class would close a circle.
    return isinstance(value, type) and issubclass(value, BaseModel)


def _kind(annotation: Any) -> Kind:
    """What a field of this type holds, without what is optional or annotated in it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kind(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        inner = [_kind(part) for part in get_args(annotation) if part is not type(None)]
        return inner[0] if len(inner) == 1 else Leaf(all(isinstance(each, Leaf) and each.is_scalar for each in inner))
    if origin is list:
        return ListOf(_kind(get_args(annotation)[0]))
    if _is_model(annotation):
        return Nested(annotation)
    return Leaf(annotation in SCALARS)


@cache
def fields(model: type[Model]) -> dict[str, Kind]:
    """What is held under each wire name of a model."""
    return {wire_name(model, name): _kind(field.annotation) for name, field in model.model_fields.items()}


def wire_name(model: type[Model], name: str) -> str:
    """The name on the wire of a field, by its Python name."""
    return model.model_fields[name].serialization_alias or name


@cache
def wire_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field, by its name on the wire."""
    return {wire_name(model, name): name for name in model.model_fields}


@cache
def python_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field that has another on the wire, by that and by its second spellings."""
    wires = wire_names(model)
    found = wires | {theirs: wires[ours] for theirs, ours in spellings(model).items()}
    return {wire: name for wire, name in found.items() if wire != name}


@cache
def nullable(model: type[Model]) -> tuple[str, ...]:
    """The nullable fields of a model by Python name, in their order: a set has another in each process."""
    names: frozenset[str] = getattr(model, "_nullable", frozenset())
    return tuple(name for name in model.model_fields if name in names)


def spellings(model: type[Model]) -> Mapping[str, str]:
    """Second spellings of wire names, each with the contract's own."""
    return getattr(model, "_spellings", {})


def given_spellings(model: type[Model], given: Mapping[str, Any]) -> dict[str, str]:
    """Which of the contract's wire names were given in a second spelling only, and in which."""
    known = spellings(model).items()
    return {ours: theirs for theirs, ours in known if theirs in given and ours not in given}


@cache
def spelling_keys(model: type[Model]) -> tuple[bytes, ...]:
    """Second spellings anywhere in a model, as they stand in JSON."""
    found = {f'"{name}"'.encode() for name in spellings(model)}
    for kind in fields(model).values():
        while isinstance(kind, ListOf):
            kind = kind.item  # noqa: PLW2901 - down to what the list is of
        if isinstance(kind, Nested):
            found.update(spelling_keys(kind.model))
    return tuple(found)


def pointer_to(model: type[Model], steps: Sequence[str | int]) -> tuple[list[str | int], str]:
    """Return the place of one of pydantic's errors, without pydantic's own steps, and as a JSON pointer by wire names.

    Args:
        model: what was validated.
        steps: names as they were given, indexes, and names of pydantic's own for the types it tried.
    """
    kind: Kind | None = Nested(cast("type[ResponseModel]", model))
    found: list[str | int] = []
    pointer = ""
    for step in steps:
        if isinstance(kind, ListOf) and isinstance(step, int):
            kind = kind.item
        elif isinstance(kind, Nested) and isinstance(step, str):
            names = wire_names(kind.model)
            wire = step if step in names else next((each for each, name in names.items() if name == step), None)
            wire = spellings(kind.model).get(step, wire)
            if wire is None:
                continue
            pointer += "/" + step if step in spellings(kind.model) else "/" + wire
            found.append(step)
            kind = fields(kind.model)[wire]
            continue
        else:
            continue
        found.append(step)
        pointer += f"/{step}"
    return found, pointer

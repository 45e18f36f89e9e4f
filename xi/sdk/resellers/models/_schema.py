"""The wire names of the fields of a model, including second spellings, and the kinds of their values."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeGuard, Union, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from xi.sdk.resellers.models._types import MANY, OneOrManyOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from xi.sdk.resellers.models._model import Model, ResponseModel


SCALARS = frozenset({str, int, float, bool})
"""Types of values that need no copy."""


class Leaf(NamedTuple):
    """A value that is neither a model nor a list."""

    is_scalar: bool


class ListOf(NamedTuple):
    """A list."""

    item: Kind


class Nested(NamedTuple):
    """Another model."""

    model: type[ResponseModel]


class OneOrMany(NamedTuple):
    """One object or a list of objects."""

    one: Kind
    many: Kind
    writes_item: bool
    """Whether a list of one is written as its item."""


Kind = Leaf | ListOf | Nested | OneOrMany


def _is_model(value: Any) -> TypeGuard[type[ResponseModel]]:
    # The models in a response are response models; that class cannot be imported here, which would be a circle.
    return isinstance(value, type) and issubclass(value, BaseModel)


def _kind(annotation: Any) -> Kind:
    """Return the kind of a type, ignoring None and annotations."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inside, *about = get_args(annotation)
        for each in about:
            if isinstance(each, OneOrManyOf):
                one, many = get_args(inside)
                return OneOrMany(_kind(one), _kind(many), each.writes_item)
        return _kind(inside)
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
    """Return the kind of each field of a model, by wire name."""
    # Rebuilt, since pydantic takes what an annotation is about out of the annotation of a required field.
    return {wire_name(model, name): _kind(field.rebuild_annotation()) for name, field in model.model_fields.items()}


def nested(model: type[Model]) -> dict[str, type[ResponseModel]]:
    """Return the models in the fields of a model and in the lists there, by wire name."""
    found: dict[str, type[ResponseModel]] = {}
    for wire, kind in fields(model).items():
        while isinstance(kind, ListOf):
            kind = kind.item  # noqa: PLW2901 - the kind of the innermost items
        if isinstance(kind, Nested):
            found[wire] = kind.model
    return found


def wire_name(model: type[Model], name: str) -> str:
    """Return the wire name of a field with this Python name."""
    alias = model.model_fields[name].serialization_alias
    if alias is None and model.model_config.get("alias_generator") is to_camel:
        return to_camel(name)  # pydantic 2.11 sets it only when the validator is built
    return alias or name


@cache
def wire_names(model: type[Model]) -> dict[str, str]:
    """Return the Python name of each field, by wire name."""
    return {wire_name(model, name): name for name in model.model_fields}


@cache
def python_names(model: type[Model]) -> dict[str, str]:
    """Return the Python name of each field with a different wire name, by wire name and by second spelling."""
    wires = wire_names(model)
    found = wires | {spelling: wires[wire] for spelling, wire in spellings(model).items()}
    return {wire: name for wire, name in found.items() if wire != name}


@cache
def nullable(model: type[Model]) -> tuple[str, ...]:
    """Return the Python names of the nullable fields, in the order of the fields; a set has no fixed order."""
    names: frozenset[str] = getattr(model, "_nullable", frozenset())
    return tuple(name for name in model.model_fields if name in names)


def spellings(model: type[Model]) -> Mapping[str, str]:
    """Return the contract's wire name for each second spelling."""
    return getattr(model, "_spellings", {})


def later_names(model: type[Model]) -> Mapping[str, str]:
    """Return the second spelling that goes with each name in Python that another version has for a field."""
    return getattr(model, "_later_names", {})


def respell_later(model: type[Model], extra: dict[str, Any]) -> None:
    """Put unknown keys that are the names of another version under the spellings that go with them."""
    for name, spelling in later_names(model).items():
        if name in extra:
            extra.setdefault(spelling, extra.pop(name))


def given_spellings(model: type[Model], given: Mapping[str, Any]) -> dict[str, str]:
    """Return the second spelling for each wire name that was given only in a second spelling."""
    known = spellings(model).items()
    return {wire: spelling for spelling, wire in known if spelling in given and wire not in given}


def elsewhere(model: type[Model]) -> Mapping[str, tuple[str, ...]]:
    """Return, by wire name, the wire names of the fields in whose objects a member may come instead."""
    return getattr(model, "_elsewhere", {})


@cache
def holders(model: type[Model]) -> tuple[str, ...]:
    """Return the Python names of the fields whose models, or the parts of these, have members that come elsewhere."""
    names = wire_names(model)
    return tuple(names[wire] for wire, part in nested(model).items() if elsewhere(part) or holders(part))


@cache
def _caseless(model: type[Model]) -> dict[str, str]:
    """Return the wire name of each field, by its wire name and its second spellings in lower case."""
    found: dict[str, set[str]] = {}
    for name, wire in [*((each, each) for each in wire_names(model)), *spellings(model).items()]:
        found.setdefault(name.lower(), set()).add(wire)
    return {name: wires.pop() for name, wires in found.items() if len(wires) == 1}


def meant_by(model: type[Model], key: str) -> str | None:
    """Return the wire name of the only field whose name differs from an unknown key in nothing but case."""
    # Other letters than those of ASCII can become one of these in lower case: that is another name, not another case.
    return _caseless(model).get(key.lower()) if key.isascii() else None


def keys_in_other_case(model: type[Model], unknown: Iterable[str]) -> dict[str, str]:
    """Return the first unknown key for each wire name from which it differs in nothing but case."""
    found: dict[str, str] = {}
    for key in unknown:
        wire = meant_by(model, key)
        if wire is not None:
            found.setdefault(wire, key)
    return found


@cache
def spelling_keys(model: type[Model]) -> tuple[bytes, ...]:
    """Return all second spellings in a model and its parts, as bytes of JSON."""
    found = {f'"{name}"'.encode() for name in (*spellings(model), *later_names(model))}
    for part in nested(model).values():
        found.update(spelling_keys(part))
    return tuple(found)


def pointer_to(model: type[Model], steps: Sequence[str | int]) -> tuple[list[str | int], str]:
    """Return the place of an error of pydantic: the steps without those for types, and a JSON pointer of wire names.

    Args:
        model: the class that was validated.
        steps: names as given, indexes, and names that pydantic adds for the types it tried.
    """
    kind: Kind | None = Nested(cast("type[ResponseModel]", model))
    found: list[str | int] = []
    pointer = ""
    for step in steps:
        if isinstance(kind, ListOf) and isinstance(step, int):
            kind = kind.item
        elif isinstance(kind, OneOrMany):
            kind = kind.many if step == MANY else kind.one
            continue
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

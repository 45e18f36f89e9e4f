"""What the fields of a model are called on the wire, second spellings included, and what they hold."""

from __future__ import annotations

import types
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeGuard, Union, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xi.sdk.resellers.models._model import Answer, Model


class Leaf(NamedTuple):
    adapter: TypeAdapter[Any]
    annotation: Any

    @property
    def takes_text(self) -> bool:
        return self.annotation is str

    @property
    def is_plain(self) -> bool:
        """Whether there is no room in it for a model."""
        parts = get_args(self.annotation) if get_origin(self.annotation) is types.UnionType else (self.annotation,)
        return all(isinstance(part, type) for part in parts)


class ListOf(NamedTuple):
    item: Kind


class Nested(NamedTuple):
    model: type[Answer]


Kind = Leaf | ListOf | Nested


def is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_model(value: Any) -> TypeGuard[type[Answer]]:
    # What an answer is made of are answers; asking for Answer itself would be asking in a circle.
    return isinstance(value, type) and issubclass(value, BaseModel)


def _kind(annotation: Any) -> Kind:
    """What a field of this type holds, as far as reading it loosely needs to know."""
    origin = get_origin(annotation)
    if origin is Annotated:
        kind = _kind(get_args(annotation)[0])
        return Leaf(_adapter(annotation), kind.annotation) if isinstance(kind, Leaf) else kind
    if origin in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if len(inner) == 1:
            return _kind(inner[0])
    if origin is list:
        return ListOf(_kind(get_args(annotation)[0]))
    if _is_model(annotation):
        return Nested(annotation)
    return Leaf(_adapter(annotation), annotation)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation, config=ConfigDict(coerce_numbers_to_str=True))


@cache
def fields(model: type[Model]) -> dict[str, Kind]:
    """What is held under each wire name of a model."""
    return {wire_name(model, name): _kind(field.annotation) for name, field in model.model_fields.items()}


@cache
def branches(model: type[Model]) -> dict[str, str]:
    """The Python name of every field that may hold other models, or lists, by its name on the wire."""
    plain = {wire for wire, kind in fields(model).items() if isinstance(kind, Leaf) and kind.is_plain}
    return {wire: name for wire, name in wire_names(model).items() if wire not in plain}


def spellings(model: type[Model]) -> Mapping[str, str]:
    return getattr(model, "_spellings", {})


def wire_name(model: type[Model], name: str) -> str:
    return model.model_fields[name].serialization_alias or name


@cache
def wire_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field, by its name on the wire."""
    return {wire_name(model, name): name for name in model.model_fields}


@cache
def python_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field that has another on the wire, by that and by its second spellings."""
    found = wire_names(model) | {theirs: wire_names(model)[ours] for theirs, ours in spellings(model).items()}
    return {wire: name for wire, name in found.items() if wire != name}


def under_wire_names(model: type[Model], given: dict[str, Any]) -> dict[str, Any]:
    """Rename what is given under Python names, which pydantic takes too, as it does when all fits."""
    named = {name: wire for wire, name in wire_names(model).items() if wire not in given}
    return {named.get(key, key): value for key, value in given.items()}


def folded_keys(model: type[Model], given: Mapping[str, Any]) -> dict[str, str]:
    """Which of the contract's wire names were given in a second spelling, and in which."""
    known = spellings(model).items()
    return {ours: theirs for theirs, ours in known if theirs in given and ours not in given} if known else {}


def fold(given: dict[str, Any], folded: Mapping[str, str]) -> dict[str, Any]:
    back = {theirs: ours for ours, theirs in folded.items()}
    return {back.get(key, key): value for key, value in given.items()} if back else given


def pointer_to(model: type[Model], steps: Sequence[str | int]) -> tuple[list[str | int], str]:
    """Return the place of one of pydantic's errors, without pydantic's own steps, and as a JSON pointer by wire names.

    Args:
        model: what was validated.
        steps: names as they were given, indexes, and names of pydantic's own for the types it tried.
    """
    kind: Kind | None = Nested(cast("type[Answer]", model))
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

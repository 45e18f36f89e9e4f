"""Reads an answer value by value, when pydantic-core has refused it: whatever does not fit is put beside the model."""

from __future__ import annotations

import json
import types
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeGuard, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import from_json

from xi.sdk.resellers.models._types import boolean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi.sdk.resellers.models._model import Answer, Model

AnswerT = TypeVar("AnswerT", bound="Answer")

JsonPointer = str
"""Where a value stands in a JSON document, as in RFC 6901: `/lines/0/quantity`; the empty text is the whole of it."""


class _Leaf(NamedTuple):
    adapter: TypeAdapter[Any]
    takes_text: bool


class _List(NamedTuple):
    item: _Kind


class _Nested(NamedTuple):
    model: type[Answer]


_Kind = _Leaf | _List | _Nested


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_model(value: Any) -> TypeGuard[type[Answer]]:
    # What an answer is made of are answers; asking for Answer itself would be asking in a circle.
    return isinstance(value, type) and issubclass(value, BaseModel)


def _kind(annotation: Any) -> _Kind:
    """What a field of this type holds, as far as reading it loosely needs to know."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kind(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        inner = [part for part in get_args(annotation) if part is not type(None)]
        if len(inner) == 1:
            return _kind(inner[0])
    if origin is list:
        return _List(_kind(get_args(annotation)[0]))
    if _is_model(annotation):
        return _Nested(annotation)
    return _Leaf(_adapter(annotation), takes_text=annotation is str)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    return TypeAdapter(annotation, config=ConfigDict(coerce_numbers_to_str=True))


@cache
def _fields(model: type[Answer]) -> dict[str, _Kind]:
    """What is held under each wire name of a model."""
    return {wire_name(model, name): _kind(field.annotation) for name, field in model.model_fields.items()}


@cache
def odd_keys(model: type[Answer]) -> tuple[bytes, ...]:
    """Second spellings anywhere in a model, as they stand in JSON."""
    found = {f'"{name}"'.encode() for name in _spellings(model)}
    for kind in _fields(model).values():
        while isinstance(kind, _List):
            kind = kind.item  # noqa: PLW2901 - down to what the list is of
        if isinstance(kind, _Nested):
            found.update(odd_keys(kind.model))
    return tuple(found)


def is_respelled(model: type[Answer], text: str | bytes) -> bool:
    """Whether a second spelling may be in a text: pydantic-core would take it for an unknown key."""
    odd = odd_keys(model)
    if not odd:
        return False
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return any(key in body for key in odd)


def _spellings(model: type[Model]) -> Mapping[str, str]:
    return getattr(model, "_spellings", {})


def wire_name(model: type[Model], name: str) -> str:
    return model.model_fields[name].serialization_alias or name


@cache
def python_names(model: type[Model]) -> dict[str, str]:
    """The Python name of every field that has another on the wire, by that and by its second spellings."""
    found = {wire_name(model, name): name for name in model.model_fields}
    found |= {theirs: found[ours] for theirs, ours in _spellings(model).items()}
    return {wire: name for wire, name in found.items() if wire != name}


def _under_wire_names(model: type[Model], given: dict[str, Any]) -> dict[str, Any]:
    """Rename what is given under Python names, which pydantic takes too, as it does when all fits."""
    named = {name: wire for name in model.model_fields if (wire := wire_name(model, name)) not in given}
    return {named.get(key, key): value for key, value in given.items()}


def read_answer(model: type[AnswerT], raw: Any) -> AnswerT:
    """Read a whole answer value by value; the slow way, taken only when pydantic-core has refused it."""
    found = _read_model(model, raw)
    if found is None:
        found = model.model_validate({})
        put_aside(found, "unparsed", {"": raw})
    return found


def _read_model(model: type[AnswerT], raw: Any) -> AnswerT | None:
    """Read one object, also when it stands alone in a list; None when it is none."""
    if isinstance(raw, model):
        return raw
    if _is_list(raw):
        raw = raw[0] if len(raw) == 1 else None
    if not is_object(raw):
        return None
    fields = _fields(model)
    folded = folded_keys(model, raw)
    fitting: dict[str, Any] = {}
    unparsed: dict[JsonPointer, Any] = {}
    for key, value in _under_wire_names(model, fold(raw, folded)).items():
        kind = fields.get(key)
        place = "/" + _escape(folded.get(key, key))
        fitting[key] = value if kind is None else _read(kind, value, unparsed, place)
    found = model.model_validate(fitting)
    if folded:
        put_aside(found, "folded", folded)
    if unparsed:
        put_aside(found, "unparsed", unparsed)
    return found


def _read(kind: _Kind, raw: Any, unparsed: dict[JsonPointer, Any], at: JsonPointer) -> Any:
    """Read one value as what it should be; what cannot be goes into `unparsed`, by its place."""
    if raw is None:
        return None
    found: Any = None
    match kind:
        case _Leaf(adapter, takes_text):
            with suppress(ValidationError):
                return adapter.validate_python(boolean_text(raw) if takes_text else raw)
        case _Nested(model):
            found = _read_model(model, raw)
            if found is not None:
                unparsed.update({at + place: value for place, value in found.unparsed.items()})
        case _List(item):
            if _is_list(raw):
                return _read_list(item, raw, unparsed, at)
            aside: dict[JsonPointer, Any] = {}
            found = _read_list(item, [raw], aside, at)
            if found:
                unparsed.update(aside)
    if not found:
        unparsed[at] = raw
    return found or None


def _read_list(kind: _Kind, raw: list[Any], unparsed: dict[JsonPointer, Any], at: JsonPointer) -> list[Any]:
    found: list[Any] = []
    for index, value in enumerate(raw):
        item = _read(kind, value, unparsed, f"{at}/{index}")
        if item is not None:
            found.append(item)
        elif value is None:
            unparsed[f"{at}/{index}"] = None
    return found


def put_back(document: dict[str, Any], unparsed: Mapping[JsonPointer, Any]) -> dict[str, Any]:
    for pointer, value in unparsed.items():
        if not pointer:
            return {**document, "": value}
        with suppress(LookupError, TypeError):  # its place is gone: something else was assigned there since
            _put_at(document, [_unescape(step) for step in pointer.split("/")[1:]], value)
    return document


def _put_at(document: dict[str, Any], steps: list[str], value: Any) -> None:
    target: Any = document
    for step in steps[:-1]:
        target = target[int(step)] if _is_list(target) else target[step]
    if _is_list(target):
        target.insert(int(steps[-1]), value)
    elif target.get(steps[-1]) is None:  # what was assigned since stays
        target[steps[-1]] = value


def _escape(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")


def _unescape(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def any_json(text: str | bytes) -> Any:
    """Parse JSON, also when an escape in it is half a character, as texts cut at a fixed length are.

    Raises:
        ValueError: the text is not JSON, or nested too deeply to be read.
    """
    try:
        return from_json(text)
    except ValueError:
        try:
            parsed = json.loads(text)
            return json.loads(json.dumps(parsed, ensure_ascii=False).encode("utf-8", "replace"))
        except RecursionError:
            raise ValueError("the JSON is nested too deeply to be read") from None


def aside_of(model: Model) -> dict[str, Any]:
    """What is kept beside the fields; nothing is there, and nothing was paid for it, unless it was needed."""
    return model.__pydantic_private__ or {}


def put_aside(model: Model, name: str, value: Any) -> None:
    object.__setattr__(model, "__pydantic_private__", {**aside_of(model), name: value})


def folded_keys(model: type[Model], given: Mapping[str, Any]) -> dict[str, str]:
    """Which of the contract's wire names were given in a second spelling, and in which."""
    known = _spellings(model).items()
    return {ours: theirs for theirs, ours in known if theirs in given and ours not in given} if known else {}


def fold(given: dict[str, Any], folded: Mapping[str, str]) -> dict[str, Any]:
    back = {theirs: ours for ours, theirs in folded.items()}
    return {back.get(key, key): value for key, value in given.items()} if back else given

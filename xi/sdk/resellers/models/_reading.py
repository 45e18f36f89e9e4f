"""Reads an answer value by value, when pydantic-core has refused it: whatever does not fit is put beside the model."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from xi.sdk.resellers.models._beside import Gaps, Whole, put_aside, put_beside
from xi.sdk.resellers.models._fields import (
    Leaf,
    ListOf,
    Nested,
    fields,
    fold,
    folded_keys,
    is_list,
    is_object,
    spellings,
    under_wire_names,
)
from xi.sdk.resellers.models._types import boolean_text

if TYPE_CHECKING:
    from xi.sdk.resellers.models._fields import Kind
    from xi.sdk.resellers.models._model import Answer

AnswerT = TypeVar("AnswerT", bound="Answer")

_NOTHING: Any = object()
"""What is kept beside a field that holds all that was sent for it."""


@cache
def odd_keys(model: type[Answer]) -> tuple[bytes, ...]:
    """Second spellings anywhere in a model, as they stand in JSON."""
    found = {f'"{name}"'.encode() for name in spellings(model)}
    for kind in fields(model).values():
        while isinstance(kind, ListOf):
            kind = kind.item  # noqa: PLW2901 - down to what the list is of
        if isinstance(kind, Nested):
            found.update(odd_keys(kind.model))
    return tuple(found)


def is_respelled(model: type[Answer], text: str | bytes) -> bool:
    """Whether a second spelling may be in a text: pydantic-core would take it for an unknown key."""
    odd = odd_keys(model)
    if not odd:
        return False
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    for key in odd:  # noqa: SIM110 - a generator costs more than the looking
        if key in body:
            return True
    return False


def read_answer(model: type[AnswerT], raw: Any, *, was_json: bool) -> AnswerT:
    """Read a whole answer value by value; the slow way, taken only when pydantic-core has refused it."""
    found = _read_model(model, raw, was_json)
    if found is None:
        found = model.model_validate({})
        put_beside(found, {"": Whole(raw)})
    return found


def _read_model(model: type[AnswerT], raw: Any, was_json: bool) -> AnswerT | None:
    """Read one object, also when it stands alone in a list; None when it is none."""
    if isinstance(raw, model):
        return raw
    if is_list(raw):
        raw = raw[0] if len(raw) == 1 else None
    if not is_object(raw):
        return None
    kinds = fields(model)
    folded = folded_keys(model, raw)
    fitting: dict[str, Any] = {}
    beside: dict[str, Any] = {}
    for key, value in under_wire_names(model, fold(raw, folded)).items():
        kind = kinds.get(key)
        fitting[key], kept = (value, _NOTHING) if kind is None else _read(kind, value, was_json)
        if kept is not _NOTHING:
            beside[key] = kept
    found = model.model_validate(fitting)
    if folded:
        put_aside(found, "folded", folded)
    if beside:
        put_beside(found, beside)
    return found


def _read(kind: Kind, raw: Any, was_json: bool) -> tuple[Any, Any]:
    """Read one value as what it should be; return what the field holds, and what is kept beside it."""
    if raw is None:
        return None, _NOTHING
    match kind:
        case Leaf():
            with suppress(ValidationError):
                return _read_leaf(kind, raw, was_json), _NOTHING
        case Nested(model):
            found = _read_model(model, raw, was_json)
            if found is not None:
                return found, _NOTHING
        case ListOf(item):
            if is_list(raw):
                return _read_list(item, raw, was_json)
            items, kept = _read_list(item, [raw], was_json)
            if items:
                return items, kept
    return None, raw


def _read_leaf(kind: Leaf, raw: Any, was_json: bool) -> Any:
    if was_json and isinstance(raw, float) and isfinite(raw):
        # From a float of Python's, pydantic-core makes another text than from the same number in JSON.
        return kind.adapter.validate_json(to_json(raw))
    return kind.adapter.validate_python(boolean_text(raw) if kind.takes_text else raw)


def _read_list(kind: Kind, raw: list[Any], was_json: bool) -> tuple[list[Any], Any]:
    found: list[Any] = []
    lost: dict[int, Any] = {}
    inner: dict[int, Gaps] = {}
    for index, value in enumerate(raw):
        item, kept = _read(kind, value, was_json)
        if item is None:
            lost[index] = value
            continue
        if kept is not _NOTHING:
            inner[len(found)] = kept
        found.append(item)
    return found, Gaps(lost, inner) if lost or inner else _NOTHING


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


def plain_json(text: str | bytes) -> Any:
    """Parse JSON as the standard library does, which keeps half characters for what comes next to refuse.

    Raises:
        json.JSONDecodeError: the text is not JSON.
        ValueError: it is nested too deeply to be read.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise json.JSONDecodeError(f"Invalid JSON: {error.msg}", error.doc, error.pos) from None
    except RecursionError:
        raise ValueError("the JSON is nested too deeply to be read") from None

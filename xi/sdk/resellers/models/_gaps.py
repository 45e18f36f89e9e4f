"""None among the items of a list of models, and an empty text or object in place of such a list; both stand for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel

from xi.sdk.resellers._json import is_list, is_object
from xi.sdk.resellers.models._schema import ListOf, Nested, OneOrMany, fields, wire_names
from xi.sdk.resellers.models._types import without_gaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xi.sdk.resellers.models._model import Model
    from xi.sdk.resellers.models._schema import Kind


def first_gap(value: Any, at: str = "") -> str | None:
    """Return the place of the first None among the items of a list of models, as a JSON pointer; None without one.

    Args:
        value: a model, or a dict or list with models in it.
        at: its place.
    """
    steps: Iterable[tuple[str | int, Any]] = ()
    if is_list(value):
        steps = enumerate(value)
    elif is_object(value):
        steps = value.items()
    elif isinstance(value, BaseModel):
        model = cast("type[Model]", type(value))
        held = {wire: value.__dict__.get(name) for wire, name in wire_names(model).items()}
        steps = held.items()
        for wire, each in held.items():
            kind = fields(model)[wire]
            if is_list(each) and None in each and are_models(kind.many if isinstance(kind, OneOrMany) else kind):
                return f"{at}/{wire}/{each.index(None)}"
    return next((place for step, each in steps if (place := first_gap(each, f"{at}/{step}")) is not None), None)


def are_models(kind: Kind) -> bool:
    """Return whether a kind is a list of models; in a list of plain values a None is one of the values."""
    return isinstance(kind, ListOf) and (isinstance(kind.item, Nested) or are_models(kind.item))


def emptied(kind: Kind | None, given: Any) -> Any:
    """Return parsed JSON with an empty list for each empty text and object that stands where a list of models is declared.

    Args:
        kind: what the contract says of the value; None if it says nothing.
        given: the value; it is not changed.
    """
    if isinstance(kind, OneOrMany):
        kind = kind.one if is_object(given) and given else kind.many
    if isinstance(kind, ListOf) and are_models(kind):
        if given in ("", {}):
            return []
        return [emptied(kind.item, each) for each in given] if is_list(given) else given
    if isinstance(kind, Nested) and is_object(given):
        kinds, wires = fields(kind.model), {name: wire for wire, name in wire_names(kind.model).items()}
        return {key: emptied(kinds.get(wires.get(key, key)), value) for key, value in given.items()}
    return given


def closed(kind: Kind | None, written: Any) -> Any:
    """Return what a class of a program wrote in its own way, without None in lists of models.

    Args:
        kind: what the contract says of the value; None if it says nothing.
        written: the value.
    """
    if isinstance(kind, OneOrMany):
        kind = kind.many if is_list(written) else kind.one
    if isinstance(kind, ListOf) and are_models(kind) and is_list(written):
        return [closed(kind.item, each) for each in without_gaps(written)]
    if isinstance(kind, Nested) and is_object(written):
        kinds = fields(kind.model)
        return {key: closed(kinds.get(key), value) for key, value in written.items()}
    return written

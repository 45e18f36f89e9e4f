"""Gives a JSON value the keys and the shape of the contract, as the client's models read it, and keeps its values.

The senders of webhooks spell keys in many ways, and services send one object for a list of one, and a list of one
for an object.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import normalized
from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._schema import Kind, ListOf, Nested, fields, python_names, wire_names

if TYPE_CHECKING:
    from collections.abc import Mapping


def in_contract_shape(value: Any, kind: Kind | None) -> Any:
    """Return a value with keys as the contract spells them, and with lists and objects where it has them.

    Args:
        value: JSON, as it was sent.
        kind: what the contract has in its place; None if nothing.
    """
    if isinstance(kind, ListOf):
        if is_object(value):
            value = [value] if value else []
        return [in_contract_shape(each, kind.item) for each in value] if is_list(value) else value
    if not isinstance(kind, Nested):
        return value
    if is_list(value) and len(value) == 1 and is_object(value[0]):
        value = value[0]
    if not is_object(value):
        return [in_contract_shape(each, kind) for each in value] if is_list(value) else value
    known, spellings = fields(kind.model), _spellings(kind)
    found: Json = {}
    for key, each in value.items():
        wire = key if key in known else spellings.get(normalized(key), key)
        if wire in found or (wire != key and wire in value):
            wire = key  # two spellings of one key are both kept
        found[wire] = in_contract_shape(each, known.get(wire))
    return found


def shaped_as(data: object, body: Any) -> Any:
    """Return a body in the shape of the contract; as it is if no model was read from it.

    Args:
        data: what was read from it.
        body: its JSON.
    """
    return in_contract_shape(body, Nested(type(data))) if isinstance(data, ResponseModel) else body


@lru_cache(maxsize=64)
def _spellings(kind: Nested) -> Mapping[str, str]:
    """Return the contract's key for each normalized key of a model."""
    wires = {name: wire for wire, name in wire_names(kind.model).items()}
    others = {normalized(key): wires[name] for key, name in python_names(kind.model).items()}
    return others | {normalized(wire): wire for wire in wires.values()}

"""Spells the keys of a JSON object as the contract does, as the senders of webhooks spell them in many ways."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._json import Json, is_list, is_object
from xi.sdk.resellers._keys import normalized
from xi.sdk.resellers.models._schema import Kind, ListOf, Nested, fields, python_names, wire_names

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_contract_keys(value: Any, kind: Kind | None) -> Any:
    """Return a value with the keys of its objects as the contract spells them."""
    while isinstance(kind, ListOf):
        kind = kind.item
    if is_list(value):
        return [with_contract_keys(each, kind) if is_object(each) else each for each in value]
    if not isinstance(kind, Nested) or not is_object(value):
        return value
    spellings = _spellings(kind)
    found: Json = {}
    for key, each in value.items():
        wire = key if key in fields(kind.model) else spellings.get(normalized(key), key)
        if wire in found or (wire != key and wire in value):
            wire = key  # two spellings of one key are both kept
        found[wire] = with_contract_keys(each, fields(kind.model).get(wire))
    return found


@lru_cache(maxsize=64)
def _spellings(kind: Nested) -> Mapping[str, str]:
    """Return the contract's key for each normalized key of a model."""
    wires = {name: wire for wire, name in wire_names(kind.model).items()}
    others = {normalized(key): wires[name] for key, name in python_names(kind.model).items()}
    return others | {normalized(wire): wire for wire in wires.values()}

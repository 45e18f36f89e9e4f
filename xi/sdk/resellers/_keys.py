"""Reads the keys of JSON objects in any case and punctuation, as the senders of webhooks differ in both."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.models._schema import Kind, ListOf, Nested, fields, is_list, is_object, python_names, wire_names

if TYPE_CHECKING:
    from collections.abc import Mapping

Json = dict[str, Any]

_PUNCTUATION: Final = re.compile(r"[^a-z0-9]+")
_OF_ERROR: Final = ("errors", "fields", "id", "traceid", "type")
"""Keys that an error of the API has. That of a gateway has a `fault`, or a message alone."""


def _normalized(key: str) -> str:
    """Return a key in lower case without punctuation: all spellings of a key have the same normalized form."""
    return _PUNCTUATION.sub("", key.lower())


def values_at(given: Json, *names: str) -> list[Any]:
    """Return the values whose key is a spelling of one of the names."""
    wanted = {_normalized(name) for name in names}
    return [value for key, value in given.items() if _normalized(key) in wanted]


def text_at(given: Json, *names: str) -> str | None:
    """Return the first number, boolean or text under one of the names, as text."""
    found = (each for each in values_at(given, *names) if isinstance(each, (str, int, float)))
    return next(map(str, found), None)


def is_api_error(body: str | None) -> bool:
    """Return whether the body of an error is one of the API, and not of a gateway or a web server in front of it."""
    try:
        given: Any = json.loads(body or "")
    except (ValueError, RecursionError):
        return False
    return is_list(given) or (is_object(given) and bool(values_at(given, *_OF_ERROR)))


def objects_at(given: Json, name: str) -> list[Json]:
    """Return the objects under a name, where the contract has a list and some senders have one object."""
    found = next(iter(values_at(given, name)), None)
    return [each for each in (found if is_list(found) else [found]) if is_object(each)]


def texts(objects: list[Json], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in objects if (text := text_at(each, *names))))


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
        wire = key if key in fields(kind.model) else spellings.get(_normalized(key), key)
        if wire in found or (wire != key and wire in value):
            wire = key  # two spellings of one key are both kept
        found[wire] = with_contract_keys(each, fields(kind.model).get(wire))
    return found


@lru_cache(maxsize=64)
def _spellings(kind: Nested) -> Mapping[str, str]:
    """Return the contract's key for each normalized key of a model."""
    wires = {name: wire for wire, name in wire_names(kind.model).items()}
    others = {_normalized(key): wires[name] for key, name in python_names(kind.model).items()}
    return others | {_normalized(wire): wire for wire in wires.values()}

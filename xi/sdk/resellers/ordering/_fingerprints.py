"""Make the fingerprint of an order, which is the same for other spellings of the same content; pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import Any, cast

from xi.sdk.resellers._purchase_orders import folded

_NUMBERS = frozenset({"quantity", "unitPrice", "endUserPrice", "numberOfBoxes"})
"""Members that are numbers, though some requests have them as text."""
_SWITCHES = frozenset({"allowpartialorder", "allowduplicatecustomerordernumber"})
"""Attributes whose values are true or false, in lower case."""


def fingerprint_of(body: bytes) -> str:
    """Return the SHA-256 of the content of an order, in hexadecimal digits.

    It is the same for another order of the keys, another spelling of a number, and a PO in another case.

    Args:
        body: the JSON of the order, without a marker.
    """
    content = cast("dict[str, Any]", json.loads(body, parse_float=Decimal))
    content["customerOrderNumber"] = folded(content["customerOrderNumber"])
    attributes = cast("list[dict[str, Any]]", content.get("additionalAttributes") or [])
    content["additionalAttributes"] = sorted(map(canonical_attribute, attributes))
    return digest_of(content)


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of content in which equal numbers are equal however they are written, in hexadecimal digits.

    Args:
        content: JSON, whose numbers with a fraction are Decimals.
    """
    text = json.dumps(canonical(content), sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def canonical_attribute(given: Mapping[str, Any]) -> str:
    """Return an attribute as text to sort; the server reads names, and the values of switches, in any case.

    Args:
        given: the attribute.
    """
    name = str(given.get("attributeName") or "").strip().lower()
    value = str(given.get("attributeValue") or "").strip()
    rest = {key: each for key, each in given.items() if key not in ("attributeName", "attributeValue")}
    both = [name, value.lower() if name in _SWITCHES else value, canonical(rest)]
    return json.dumps(both, sort_keys=True, separators=(",", ":"))


def canonical(value: object, name: str = "") -> object:
    """Return content in which equal numbers are written equally, and what is null is left out.

    Args:
        value: the content.
        name: the name of its member; empty if it has none.
    """
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {key: canonical(each, key) for key, each in members.items() if each is not None}
    if isinstance(value, list):
        return [canonical(each, name) for each in cast("list[object]", value)]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, Decimal)) or name in _NUMBERS:
        return _canonical_number(value)
    return value


def _canonical_number(value: object) -> object:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    return {"number": "0" if not number else f"{number.normalize():f}"}

"""Say where the content of two requests under one number differs, for a person who has to find it in a file; pure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final, cast

from xi.sdk.resellers._json import is_list, is_object
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.exceptions import printable
from xi.sdk.resellers.ordering._findings import MARKER
from xi.sdk.resellers.ordering._fingerprints import canonical, canonical_attribute
from xi.sdk.resellers.ordering._return_filing import compared

_LONGEST: Final = 60
"""Characters of a value that are told."""
_ABSENT: Final = object()


def changes_between(ours: bytes, theirs: bytes | None) -> tuple[str, ...]:
    """Return in words where a request differs from the one in the ledger, such as `lines[0].quantity is 9, was 1`.

    What makes no other fingerprint is not told. The same lines in another order are another content, and are told so.

    Args:
        ours: the body of the request.
        theirs: the body in the ledger; None after the ledger was redacted.
    """
    return () if theirs is None else tuple(_changes(_content(ours), _content(theirs), ""))


def _content(body: bytes) -> dict[str, Any]:
    """Return what is compared: without the number, which both have, and without the marker of the desk."""
    content = cast("dict[str, Any]", json.loads(body, parse_float=Decimal))
    if "list" in content:  # a return is a request with one entry
        content = compared(content["list"][0])
    for name in ("customerOrderNumber", "referenceNumber"):
        content.pop(name, None)
    if MARKER.fullmatch(folded(content.get("endCustomerOrderNumber"))):
        del content["endCustomerOrderNumber"]
    listed = cast("list[dict[str, Any]]", content.pop("additionalAttributes", None) or [])
    # The server reads them by their names, in any order; so they are told by their names.
    attributes: dict[str, list[tuple[str, object]]] = {}
    for each in listed:
        name = str(each.get("attributeName") or "").strip()
        attributes.setdefault(name.lower(), []).append((canonical_attribute(each), each.get("attributeValue")))
    content["additionalAttributes"] = {
        name: _Attribute(tuple(sorted(key for key, _ in found)), [value for _, value in found])
        for name, found in attributes.items()
    }
    return content


class _Attribute:
    """The values of an attribute, which are compared as the server reads them, and told as they are written."""

    def __init__(self, key: tuple[str, ...], values: list[object]) -> None:
        self.key = key
        self.told = values[0] if len(values) == 1 else values


def _changes(ours: object, theirs: object, name: str) -> Iterator[str]:
    if is_object(ours) and is_object(theirs):
        for key in dict.fromkeys((*ours, *theirs)):
            yield from _changes(ours.get(key, _ABSENT), theirs.get(key, _ABSENT), f"{name}.{key}" if name else key)
    elif is_list(ours) and is_list(theirs):
        yield from _changes_of_lists(ours, theirs, name)
    elif _key(ours, name) != _key(theirs, name):
        yield f"{name} {_told(ours)}, {_told(theirs, was=True)}"


def _changes_of_lists(ours: list[object], theirs: list[object], name: str) -> Iterator[str]:
    mine, other = ([_key(each, name) for each in given] for given in (ours, theirs))
    if mine != other and sorted(mine) == sorted(other):
        yield f"{name} are the same in another order"
        return
    for place in range(max(len(ours), len(theirs))):
        mine_here, other_here = (each[place] if place < len(each) else _ABSENT for each in (ours, theirs))
        yield from _changes(mine_here, other_here, f"{name}[{place}]")


def _key(value: object, name: str) -> str:
    """Return a text that is the same for other spellings of the same value."""
    if value is _ABSENT or value is None:
        return "null"
    if isinstance(value, _Attribute):
        return json.dumps(value.key)
    last = name.rpartition(".")[2]
    return json.dumps(canonical(value, last), sort_keys=True, default=str)


def _told(value: object, *, was: bool = False) -> str:
    verb = "was" if was else "is"
    if value is _ABSENT or value is None:
        return f"{verb} not there"
    text = json.dumps(value.told if isinstance(value, _Attribute) else value, ensure_ascii=False, default=float)
    return f"{verb} {printable(text, _LONGEST)}"

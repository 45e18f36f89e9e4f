"""Reads JSON of files that people and programs write: nothing in it is lost, or becomes another number, unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from math import isinf
from typing import Any, Final

from xi.sdk.resellers._json import is_list

_MOST_DECIMALS: Final = 400
"""Of a number; every floating-point number that a program writes has fewer."""


class JsonObject(dict[str, Any]):
    """A JSON object, with the names that are in it twice."""

    twice: tuple[str, ...] = ()


class NotANumber:
    """NaN or Infinity, which JSON does not have, or a number that is too long to be written out."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


Lost = Callable[[str, "NotANumber | Decimal | None"], object]
"""Called with the path of a name that is there twice and None, or of what is no number that can be sent and that."""


def read_json(text: str) -> Any:
    """Return JSON: its objects as `JsonObject`, its numbers as int, Decimal or `NotANumber`.

    Args:
        text: the JSON.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested too deeply.
    """
    return json.loads(
        text, object_pairs_hook=_pairs, parse_constant=NotANumber, parse_float=_number, parse_int=_whole_number
    )


def plain(value: Any, path: str, lost: Lost, *, is_exact: bool = False) -> Any:
    """Return what was read as plain values; what cannot be sent becomes None, and is told.

    Args:
        value: what `read_json` has returned, or a part of it.
        path: where it stands; empty for the whole.
        lost: is told what cannot be sent.
        is_exact: whether amounts stay as they are written, as Decimal; else they are float.
    """
    if isinstance(value, NotANumber) or (isinstance(value, Decimal) and isinf(float(value))):
        lost(path, value)
        return None
    if isinstance(value, Decimal):
        return value if is_exact else float(value)
    if is_list(value):
        return [plain(each, f"{path}[{index}]", lost, is_exact=is_exact) for index, each in enumerate(value)]
    if isinstance(value, JsonObject):
        for name in value.twice:
            lost(joined(path, name), None)
        return {key: plain(each, joined(path, key), lost, is_exact=is_exact) for key, each in value.items()}
    return value


def joined(path: str, name: str) -> str:
    """Return the path of a member.

    Args:
        path: where its object stands; empty for the whole.
        name: its name.
    """
    return f"{path}.{name}" if path else name


def _pairs(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = JsonObject(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        found.twice = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return found


def _whole_number(digits: str) -> int | NotANumber:
    """Return a number; one of so many digits is none, which Python does not read."""
    return int(digits) if len(digits) <= _MOST_DECIMALS else NotANumber(digits)


def _number(digits: str) -> Decimal | NotANumber:
    """Return a number; one with more decimals than anybody means is none, since it costs too much to write out."""
    try:
        found = Decimal(digits)
    except ArithmeticError:
        return NotANumber(digits)
    exponent = found.as_tuple().exponent
    return found if isinstance(exponent, int) and exponent >= -_MOST_DECIMALS else NotANumber(digits)

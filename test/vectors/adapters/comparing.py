"""Compares what came with what a vector expects: by decimal value, by place, and by six words that start with `$`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

Mismatch = dict[str, Any]


class Missing(Enum):
    """Stands for what is not there, which is not the same as null."""

    MISSING = "nothing"

    def __repr__(self) -> str:
        return "<nothing>"


MISSING = Missing.MISSING
_EXACT = 2**53
"""Whole numbers beyond it are not the same in every language, so no vector states them bare."""


def compare(at: str, want: Any, got: Any) -> list[Mismatch]:
    """Return how one value differs from what is expected of it; a list and an object have to agree in all parts.

    Args:
        at: where it stands, as a JSON pointer.
        want: what is expected, perhaps by a word.
        got: what came; MISSING where nothing did.
    """
    wrong = [{"at": at, "want": want, "got": got}]
    if isinstance(want, dict) and isinstance(got, Mapping) and not _is_word(want):
        names = [*want, *(name for name in got if name not in want)]
        return [
            each
            for name in names
            for each in compare(f"{at}/{name}", want.get(name, {"$absent": True}), got.get(name, MISSING))
        ]
    if isinstance(want, list) and isinstance(got, list | tuple):
        if len(want) != len(got):
            return wrong
        pairs = zip(want, got, strict=True)
        return [each for i, (one, other) in enumerate(pairs) for each in compare(f"{at}/{i}", one, other)]
    if isinstance(want, dict) and _is_word(want):
        is_same = len(want) == 1 and _fits(*next(iter(want.items())), got)
    elif isinstance(want, bool) or want is None or isinstance(want, str):
        is_same = type(want) is type(got) and want == got
    else:
        # A fraction, or a number too long, stated bare: no language has to agree on it.
        is_same = isinstance(want, int) and abs(want) <= _EXACT and _number(got) == want
    return [] if is_same else wrong


def compare_listed(at: str, want: Mapping[str, Any], got: Mapping[str, Any]) -> list[Mismatch]:
    """Return how the listed parts differ; what is not listed is not looked at."""
    return [each for name, value in want.items() for each in compare(f"{at}/{name}", value, got.get(name, MISSING))]


def exact(text: str | bytes) -> Any:
    """Return parsed JSON in which no number is rounded."""
    return json.loads(text, parse_float=Decimal)


def _is_word(want: Mapping[str, Any]) -> bool:
    return any(key.startswith("$") for key in want)


def _fits(word: str, given: Any, got: Any) -> bool:
    """Tell whether a value is what a word says; a word that is not known fits nothing."""
    words = {
        "$absent": lambda: given is True and got is MISSING,
        "$any": lambda: given is True and got is not MISSING,
        "$length": lambda: isinstance(got, str | list | tuple | Mapping) and len(got) == given,
        "$matches": lambda: isinstance(got, str) and re.fullmatch(given, got) is not None,
        "$number": lambda: _number(got) == Decimal(given),
        "$integer": lambda: type(got) is int and got == Decimal(given),
    }
    return word in words and words[word]()


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        return Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return None

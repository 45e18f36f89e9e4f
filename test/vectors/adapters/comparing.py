"""Compare a value with the expectation of a vector, which may use six special keys that start with `$`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

Mismatch = dict[str, Any]


class Missing(Enum):
    """Stands for a missing value, which is not the same as null."""

    MISSING = "nothing"

    def __repr__(self) -> str:
        return "<nothing>"


MISSING = Missing.MISSING
_EXACT = 2**53
"""Languages differ in larger whole numbers, so a vector writes them only with a special key."""


def compare(at: str, want: Any, got: Any) -> list[Mismatch]:
    """Return the differences of a value. Lists and objects are compared completely.

    Args:
        at: the place of the value, a JSON pointer.
        want: the expectation, which may have special keys.
        got: the value; MISSING if there is none.
    """
    wrong = [{"at": at, "want": want, "got": got}]
    if isinstance(want, dict) and isinstance(got, Mapping) and not _is_special(want):
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
    if isinstance(want, dict) and _is_special(want):
        is_same = len(want) == 1 and _fits(*next(iter(want.items())), got)
    elif isinstance(want, bool) or want is None or isinstance(want, str):
        is_same = type(want) is type(got) and want == got
    else:
        # Fractions and long numbers need a special key: languages differ in them.
        is_same = isinstance(want, int) and abs(want) <= _EXACT and _number(got) == want
    return [] if is_same else wrong


def compare_listed(at: str, want: Mapping[str, Any], got: Mapping[str, Any]) -> list[Mismatch]:
    """Return the differences of the listed parts."""
    return [each for name, value in want.items() for each in compare(f"{at}/{name}", value, got.get(name, MISSING))]


def exact(text: str | bytes) -> Any:
    """Return parsed JSON without rounded numbers."""
    return json.loads(text, parse_float=Decimal)


def _is_special(want: Mapping[str, Any]) -> bool:
    return any(key.startswith("$") for key in want)


def _fits(key: str, given: Any, got: Any) -> bool:
    """Return whether a value matches a special key. An unknown key matches nothing."""
    checks = {
        "$absent": lambda: given is True and got is MISSING,
        "$any": lambda: given is True and got is not MISSING,
        "$length": lambda: isinstance(got, str | list | tuple | Mapping) and len(got) == given,
        "$matches": lambda: isinstance(got, str) and re.fullmatch(given, got) is not None,
        "$number": lambda: _number(got) == Decimal(given),
        "$integer": lambda: type(got) is int and got == Decimal(given),
    }
    return key in checks and checks[key]()


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        return Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        return None

"""Reads JSON from the bytes of a request, and converts its values to the types that the rules need."""

import json
import re
from collections.abc import AsyncIterable, Iterable
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final, NoReturn, TypeAlias, cast

Json: TypeAlias = dict[str, object]

LARGEST_QUANTITY: Final = 99_999
"""Units on one line; it also bounds the serial numbers that a shipment makes up."""

_CENT: Final = Decimal("0.01")
NESTING_LIMIT: Final = 100
"""Objects and lists inside each other in a body; orders need seven."""
_TOO_DEEP: Final = f"it is nested deeper than {NESTING_LIMIT}"
_HALF: Final = r"\ud"
"""How the escape of half a character begins; that of a whole character may begin so too."""

_DIGITS: Final = re.compile(r"[0-9]{1,9}")
_TRUE: Final = frozenset({"true", "y", "yes", "1"})
_FALSE: Final = frozenset({"false", "n", "no", "0"})


def record(value: object) -> Json:
    """Return the JSON object, or an empty one when the value is anything else."""
    return cast("Json", value) if isinstance(value, dict) else {}


def records(value: object) -> list[Json]:
    """Return the objects of a JSON list; a lone object counts as a list of one."""
    items = cast("list[object]", value) if isinstance(value, list) else [value]
    return [cast("Json", item) for item in items if isinstance(item, dict)]


def text(value: object) -> str:
    """Return a scalar as trimmed text; null, lists and objects are empty."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) else ""


def whole(value: object) -> int | None:
    """Return a count sent as a number or as digits in text, else None."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    digits = text(value)
    return int(digits) if _DIGITS.fullmatch(digits) else None


def quantity(value: object) -> int | None:
    """Return an orderable quantity (1 to LARGEST_QUANTITY), else None."""
    count = whole(value)
    return count if count is not None and 0 < count <= LARGEST_QUANTITY else None


def price(value: object) -> Decimal | None:
    """Return a price of zero or more in whole cents, else None."""
    try:
        amount = Decimal(text(value))
    except InvalidOperation:
        return None
    if not (amount.is_finite() and 0 <= amount < 10**9):
        return None
    cents = amount.quantize(_CENT, ROUND_HALF_UP)
    return amount if cents == amount else cents


def flag(value: object) -> bool | None:
    """Return a yes or no sent as a boolean or as text, else None."""
    word = text(value).lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else None


def attributes(value: object) -> dict[str, str]:
    """Return additionalAttributes by lower-cased name: the live API matches names in any case."""
    return {text(item.get("attributeName")).lower(): text(item.get("attributeValue")) for item in records(value)}


def present(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs whose value is not empty."""
    return {name: value for name, value in pairs if value}


async def body_within(limit: int, chunks: AsyncIterable[bytes]) -> bytes | None:
    """Return a body from its chunks; None if it is longer than the limit, after which nothing more is read."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > limit:
            return None
    return bytes(body)


def parse_json(raw: bytes) -> object:
    """Return the value of a JSON body.

    Raises:
        ValueError: It is not JSON in UTF-8, is nested deeper than NESTING_LIMIT, or contains half a character, which
            cannot be stored in a file or sent in a response.
    """
    body = raw.decode("utf-8-sig")
    try:
        value: object = json.loads(body, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    if body.count("[") + body.count("{") > NESTING_LIMIT:
        _check_depth(value)
    if _HALF in body.lower():
        json.dumps(value, ensure_ascii=False).encode()
    return value


def _refuse_constant(name: str) -> NoReturn:
    # Python reads NaN and Infinity, but JSON does not have them.
    raise ValueError(name)


def _check_depth(value: object) -> None:
    layer = [value]
    for _ in range(NESTING_LIMIT):
        inner: list[object] = []
        for each in layer:
            if isinstance(each, dict):
                inner += cast("dict[str, object]", each).values()
            elif isinstance(each, list):
                inner += cast("list[object]", each)
        if not inner:
            return
        layer = inner
    raise ValueError(_TOO_DEEP)

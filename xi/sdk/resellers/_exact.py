"""Reads values from the text of an answer: amounts stay exact, and text is taken where the contract has a number."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers._charsets import decoded
from xi.sdk.resellers._json import Json
from xi.sdk.resellers._keys import values_at
from xi.sdk.resellers.models._types import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xi.sdk.resellers.api_response import ApiResponse

_NUMBER: Final = re.compile(r"[+-]?\d{1,30}(\.\d{0,30})?")
_LARGEST: Final = 30
"""The most digits before the decimal point, and behind it, of what is taken for an amount."""
_EXACT: Final = Context(prec=400)
"""Enough digits that sums and products of amounts are not rounded."""
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d).*", re.DOTALL)
_NO_YEAR: Final = 1


def loaded(answer: ApiResponse[Any]) -> Any:
    """Return the JSON of an answer, its numbers with a decimal point as Decimal; None if it has no body.

    Args:
        answer: the answer of a call with `_with_http_info`.

    Raises:
        ValueError: its text is not JSON.
    """
    if not answer.raw_data.strip():
        return None
    return json.loads(body_text(answer), parse_float=_number, parse_constant=lambda _: None)


def body_text(answer: ApiResponse[Any]) -> str:
    """Return the body of an answer as text; it never fails."""
    return decoded(answer.raw_data, (answer.headers or {}).get("Content-Type", ""))


def _number(digits: str) -> Decimal | None:
    """Return a number; None if no Decimal is as large or as small."""
    try:
        return Decimal(digits)
    except ArithmeticError:
        return None


def text(value: Any) -> str | None:
    """Return a text without blanks around it; None if there is none. A number becomes its digits."""
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        return None
    return str(value).strip() or None


def decimal(value: Any) -> Decimal | None:
    """Return an amount exactly as it was sent, as a number or as text; None if it is no amount."""
    if isinstance(value, bool):
        return None
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    if not isinstance(value, (int, Decimal)):
        return None
    found = Decimal(value)
    places = found.as_tuple().exponent
    is_amount = isinstance(places, int) and places >= -_LARGEST and found.adjusted() < _LARGEST
    return found if is_amount else None


def whole(value: Any) -> int | None:
    """Return a count, sent as a number or as text; None if it is no whole number."""
    found = decimal(value)
    return int(found) if found is not None and found == found.to_integral_value() else None


def truth(value: Any) -> bool | None:
    """Return a boolean, sent as such or as text; None if it is none."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value.strip().lower()) if isinstance(value, str) else None


def value_at(record: Json, name: str) -> Any:
    """Return the value under a key, in any case and punctuation; None if there is none."""
    return next((each for each in values_at(record, name) if each is not None), None)


def text_at(record: Json, name: str) -> str | None:
    """Return the text under a key; see `text`."""
    return text(value_at(record, name))


def amount_at(record: Json, name: str) -> Decimal | None:
    """Return the amount under a key; see `decimal`."""
    return decimal(value_at(record, name))


def added(amounts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum of amounts."""
    total = Decimal(0)
    for each in amounts:
        total = _EXACT.add(total, each)
    return total


def difference(amount: Decimal, other: Decimal) -> Decimal:
    """Return exactly how much an amount is above another."""
    return _EXACT.subtract(amount, other)


def times(amount: Decimal, count: Decimal | int) -> Decimal:
    """Return the exact product of an amount and a count."""
    return _EXACT.multiply(amount, Decimal(count))


def day_of(value: Any) -> date | None:
    """Return the day that an answer states; None if it states none, which it also does with the year 1.

    A day with slashes has the month first, as the service writes it. Hours and zones are left out.

    Args:
        value: what the answer has.

    Raises:
        ValueError: it cannot be read as a day.
    """
    given = text(value)
    if given is None:
        if value is None or isinstance(value, str):
            return None
        raise ValueError(f"{value!r} is not a date")
    american = _MONTH_FIRST.fullmatch(given)
    if american:
        month, day, year = map(int, american.groups())
        found = date(year, month, day)
    else:
        found = cast("date", read_date(given))
    return None if found.year == _NO_YEAR else found

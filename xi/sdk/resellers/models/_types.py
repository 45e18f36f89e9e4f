"""What fields are made of beside pydantic's own types."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, TypeVar, cast

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class _OneForMany:
    """Reads one object as a list of one, inside pydantic-core, so that a usual deviation costs nothing."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        many = handler(source)
        one = cast("CoreSchema", many.get("items_schema"))
        choices: list[CoreSchema | tuple[CoreSchema, str]] = [
            many,
            core_schema.no_info_after_validator_function(list_of_one, one),
        ]
        return core_schema.union_schema(choices, mode="left_to_right")


class _IntOrFloat:
    """Reads a number as what it was written as: 10 is no float, 10.0 no int, and neither loses a digit."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        whole_text = core_schema.str_schema(strict=True, pattern=r"^\s*[+-]?[0-9]+\s*$")
        return core_schema.union_schema(
            [
                core_schema.int_schema(strict=True),
                core_schema.float_schema(strict=True),
                core_schema.chain_schema([whole_text, core_schema.int_schema()]),
                core_schema.float_schema(),
            ],
            mode="left_to_right",
            custom_error_type="number_type",
            custom_error_message="Input should be a valid number",
        )


def list_of_one(value: T) -> list[T]:
    return [value]


_TWO_DAYS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - days, in no zone
"""dateutil takes what a text leaves out from a day it is given; a whole date comes out the same from both."""
_ORDERS = ((False, False), (True, False), (False, True), (True, True))
"""Whether the day comes first, and the year: the orders in which people write dates."""
_YEAR_FIRST = re.compile(
    r"""\s*(?P<year>[0-9]{4})
    (?: (?P<mark>[-/. ]) (?P<month>[0-9]{1,2}) (?P=mark) (?P<day>[0-9]{1,2}) | (?P<mm>[0-9]{2}) (?P<dd>[0-9]{2}) )
    (?: [T ] \s* [0-9]{1,2}:?[0-9]{2} .* )? \s*""",
    re.VERBOSE,
)
"""After a year in four digits comes the month, wherever it is written so; a time may follow."""
_LONGEST_DATE = 100
"""Characters; Java's and RFC 2822's are a third of it."""


def read_date(value: Any) -> Any:
    """Turn a datetime, or a text that can be read in one way only, into a date; leave the rest for pydantic to judge."""
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST_DATE:
        raise ValueError(f"a text of {len(value)} characters is not a date; use yyyy-MM-dd")
    try:
        readings = _readings(value)
    except (ValueError, ArithmeticError, TypeError):
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd") from None
    if not readings:
        raise ValueError(f"{value!r} is only a part of a date; use yyyy-MM-dd")
    if len(readings) > 1:
        raise ValueError(f"{value!r} may mean {min(readings)} or {max(readings)}; use yyyy-MM-dd")
    return readings.pop()


def _readings(text: str) -> set[date]:
    """Every day that a text may mean; none if it leaves a part of the date open.

    Raises:
        ValueError: it is no date; dateutil may also raise an ArithmeticError or TypeError.
    """
    from dateutil.parser import parse  # noqa: PLC0415 - costs milliseconds and is needed only where a date is given as text

    plain = _YEAR_FIRST.fullmatch(text)
    # The day is the same in any zone, and dateutil warns of the names it does not know.
    if plain:
        year, month, day = plain.group("year", "month", "day")
        found = date(int(year), int(month or plain["mm"]), int(day or plain["dd"]))
        return {found, parse(text, ignoretz=True, yearfirst=True).date()}
    readings: set[date] = set()
    for day_first, year_first in _ORDERS:
        found, other = (
            parse(text, default=base, ignoretz=True, dayfirst=day_first, yearfirst=year_first).date()
            for base in _TWO_DAYS
        )
        if found != other:
            return set()
        readings.add(found)
    return readings


def no_boolean(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"should be a number, not {value!r}")  # noqa: TRY004 - what pydantic turns into its own error
    return value


def _number(value: Any) -> Any:
    """Refuse a boolean, and keep every digit of a whole decimal."""
    if isinstance(value, Decimal) and value.is_finite() and value.as_tuple().exponent == 0:
        return int(value)
    return no_boolean(value)


def _no_number(value: Any) -> Any:
    if isinstance(value, int | float):  # pydantic would count it from 1970
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd")  # noqa: TRY004 - pydantic wants a ValueError
    return value


def boolean_text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


ListOrOne = Annotated[list[T], _OneForMany()]
"""A list that the server also sends as its only element."""

Day = Annotated[date, BeforeValidator(read_date), BeforeValidator(_no_number)]
"""A date: takes a date, a datetime or a text that can be read in one way only; yyyy-MM-dd on the wire."""

WholeNumber = Annotated[int, BeforeValidator(no_boolean)]
"""A whole number to be sent. Python counts True as 1; as a quantity it is a slip."""

IntOrFloat = Annotated[int | float, _IntOrFloat()]
"""A number: an int where it is written without a fraction, or else a float."""

Number = Annotated[IntOrFloat, BeforeValidator(_number)]
"""A number to be sent, likewise no boolean."""

Text = Annotated[str, BeforeValidator(boolean_text)]
"""Text that callers also give as a boolean, which goes out as `true` or `false`."""

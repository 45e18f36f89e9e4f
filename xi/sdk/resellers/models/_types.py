"""Types of fields that pydantic does not have."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, get_args

from pydantic import BaseModel, BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")
One = TypeVar("One")
Many = TypeVar("Many")


class _OneForMany:
    """Reads one object as a list of one, inside pydantic-core, since this deviation is common."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        many = handler(source)
        one = cast("CoreSchema", many.get("items_schema"))
        choices: list[CoreSchema | tuple[CoreSchema, str]] = [
            many,
            core_schema.no_info_after_validator_function(list_of_one, one),
        ]
        return core_schema.union_schema(choices, mode="left_to_right")


class OneOrManyOf:
    """Reads an object or a list of objects, told apart by whether it is a list, so that an error speaks of one of them.

    Args:
        writes_item: whether a list of one is written as its item.
    """

    def __init__(self, *, writes_item: bool) -> None:
        self.writes_item = writes_item

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        one, many = get_args(source)
        choices = {ONE: handler.generate_schema(one), MANY: handler.generate_schema(many)}
        written = core_schema.wrap_serializer_function_ser_schema(lambda value, write: write(item_of_one(value)))
        return core_schema.tagged_union_schema(
            choices, _one_or_many, serialization=written if self.writes_item else None
        )


ONE, MANY = "one", "many"
"""Steps in the place of an error that pydantic adds for the two forms."""


def _one_or_many(value: Any) -> str:
    return MANY if isinstance(value, (list, tuple)) else ONE


def item_of_one(value: Any) -> Any:
    """Return the item of a list of one, and any other value unchanged."""
    if isinstance(value, list):
        items = cast("Sequence[Any]", value)
        return items[0] if len(items) == 1 else items
    return value


def without_gaps(value: Any) -> Any:
    """Return a list without the None among its items, and any other value unchanged."""
    if isinstance(value, (list, tuple)):
        return [each for each in cast("list[Any]", value) if each is not None]
    return value


class _IntOrFloat:
    """Reads a number as it is written: 10 as an int, 10.0 as a float, without losing a digit."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        whole_text = core_schema.str_schema(strict=True, pattern=r"^\s*[+-]?[0-9]+\s*$")
        return core_schema.union_schema(
            [
                core_schema.int_schema(strict=True),
                core_schema.float_schema(strict=True),
                core_schema.chain_schema([whole_text, core_schema.int_schema()]),
                core_schema.no_info_before_validator_function(meant_as_number, core_schema.float_schema()),
            ],
            mode="left_to_right",
            custom_error_type="number_type",
            custom_error_message="Input should be a valid number",
        )


def list_of_one(value: T) -> list[T]:
    """Return a list of a value that came without it.

    Raises:
        ValueError: it is an object without members, which stands for no list.
    """
    if isinstance(value, BaseModel) and not (value.__pydantic_fields_set__ or value.__pydantic_extra__):
        raise ValueError("nothing is in it")
    return [value]


_TWO_DAYS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - days, in no zone
"""dateutil fills the missing parts of a date from a default; only a complete date is the same with both of these."""
_ORDERS = ((False, False), (True, False), (False, True), (True, True))
"""Whether the day comes first, and the year: the orders in which people write dates."""
_YEAR_FIRST = re.compile(
    r"""\s*(?P<year>[0-9]{4})
    (?: (?P<mark>[-/. ]) (?P<month>[0-9]{1,2}) (?P=mark) (?P<day>[0-9]{1,2}) | (?P<mm>[0-9]{2}) (?P<dd>[0-9]{2}) )
    (?: [T ] \s* [0-9]{1,2}:?[0-9]{2} .* )? \s*""",
    re.VERBOSE,
)
"""A year of four digits, followed by the month and the day, and perhaps a time."""
_WHOLE_DAY = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
"""A day as answers write it, perhaps with midnight as its time."""
_LONGEST_DATE = 100
"""Characters; the formats of Java and RFC 2822 have a third of that."""


def read_date(value: Any) -> Any:
    """Return a datetime, or a text that can be read in only one way, as a date, and any other value unchanged."""
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
    """Return all days that a text may mean; none if a part of the date is missing.

    Raises:
        ValueError: it is not a date; dateutil may also raise an ArithmeticError or TypeError.
    """
    from dateutil.parser import parse  # noqa: PLC0415 - costs milliseconds and is needed only where a date is given as text

    plain = _YEAR_FIRST.fullmatch(text)
    # The zone is ignored, since dateutil warns about zone names that it does not know.
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


def meant_as_number(value: Any) -> Any:
    """Refuse what pydantic would read as a number although it is none: a boolean, and a text such as `1_0`."""
    if isinstance(value, bool) or (isinstance(value, str) and "_" in value):
        raise ValueError(f"should be a number, not {value!r}")
    return value


def _number(value: Any) -> Any:
    """Refuse what is not meant as a number, and keep all digits of a whole Decimal."""
    if isinstance(value, Decimal) and value.is_finite() and value.as_tuple().exponent == 0:
        return int(value)
    return meant_as_number(value)


def _no_number(value: Any) -> Any:
    if isinstance(value, int | float):  # pydantic would read it as seconds since 1970
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd")  # noqa: TRY004 - pydantic needs a ValueError
    return value


def _day_of_text(value: Any) -> Any:
    """Return a text that begins with yyyy-MM-dd and names no time of day as a date, and any other value unchanged."""
    if not isinstance(value, str):
        return _no_number(value)
    plain = _WHOLE_DAY.fullmatch(value)
    try:
        return date.fromisoformat(plain["day"]) if plain else value
    except ValueError:  # such as 2026-02-30
        return value


def _answered_day(value: Any) -> Any:
    day = _day_of_text(value)
    if isinstance(day, str):  # pydantic would read a text of digits as seconds since 1970
        raise ValueError(f"{day!r} is not a date; use yyyy-MM-dd")  # noqa: TRY004 - pydantic needs a ValueError
    return day


def _flag(value: Any) -> Any:
    """Refuse what pydantic would read as a flag although it is none, such as `on` and 0."""
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if isinstance(value, (str, bytes, int, float)) and not isinstance(value, bool):
        raise ValueError(f"should be True or False, not {value!r}")  # noqa: TRY004 - pydantic needs a ValueError
    return value


def boolean_text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


ListOrOne = Annotated[list[T], _OneForMany()]
"""A list; if it has one item, the server may send the item without the list."""

OneOrMany = Annotated[One | Many, OneOrManyOf(writes_item=True)]
"""An object or a list of objects in a request; a list of one is sent as its item."""

OneOrList = Annotated[One | Many, OneOrManyOf(writes_item=False)]
"""An object or a list of objects in a request; sent as it was given."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    ListWithGaps = list[T] | list[T | None]  # lists are invariant: a list of either type has to be accepted
else:
    # A union here would double every complaint about an item.
    ListWithGaps = Annotated[list[T], BeforeValidator(without_gaps)]
    """A list in a request that may be given with None among its items, which is not sent."""

Day = Annotated[date, BeforeValidator(read_date), BeforeValidator(_no_number)]
"""A date; accepts a date, a datetime or a text that can be read in only one way; yyyy-MM-dd on the wire."""

AnsweredDay = Annotated[date, BeforeValidator(_answered_day)]
"""A date in an answer, which the published packages declare as a date too: yyyy-MM-dd, perhaps with midnight."""

DayOrText = Annotated[date | str, BeforeValidator(_day_of_text)]
"""A date in an answer, which the server is known to send with a time of day too: then it is the text as it came."""

WholeNumber = Annotated[int, BeforeValidator(meant_as_number)]
"""A whole number in a request. A boolean, which Python counts as 0 or 1, is refused, and so is the text `1_0`."""

IntOrFloat = Annotated[int | float, _IntOrFloat()]
"""A number: an int if it is written without a fraction, else a float."""

Number = Annotated[IntOrFloat, BeforeValidator(_number)]
"""A number in a request; a boolean and the text `1_0` are refused."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""A flag in a request, also given as the text `true` or `false`; no other text and no number is one."""

Text = Annotated[str, BeforeValidator(boolean_text)]
"""Text in a request; a boolean is sent as `true` or `false`."""

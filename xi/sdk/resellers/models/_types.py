"""What fields are made of beside pydantic's own types."""

from __future__ import annotations

from datetime import date, datetime
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
            core_schema.no_info_after_validator_function(_list_of_one, one),
        ]
        return core_schema.union_schema(choices, mode="left_to_right")


def _list_of_one(value: T) -> list[T]:
    return [value]


_TWO_DAYS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001 - days, in no zone
"""dateutil takes what a text leaves out from a day it is given; a whole date comes out the same from both."""


def read_date(value: Any) -> Any:
    """Turn a datetime, or any text dateutil can read, into a date; leave the rest for pydantic to judge."""
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, str):
        return value
    from dateutil.parser import parse  # noqa: PLC0415 - costs milliseconds and is needed only where a date is given as text

    try:
        # The day is the same in any zone, and dateutil warns of the names it does not know.
        found, other = (parse(value, default=day, ignoretz=True).date() for day in _TWO_DAYS)
    except (ValueError, OverflowError):
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd") from None
    if found != other:
        raise ValueError(f"{value!r} is only a part of a date; use yyyy-MM-dd")
    return found


def no_boolean(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"should be a number, not {value!r}")  # noqa: TRY004 - what pydantic turns into its own error
    return value


def _no_number(value: Any) -> Any:
    if isinstance(value, int | float):  # pydantic would count it from 1970
        raise ValueError(f"{value!r} is not a date; use yyyy-MM-dd")  # noqa: TRY004 - pydantic wants a ValueError
    return value


def boolean_text(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


ListOrOne = Annotated[list[T], _OneForMany()]
"""A list that the server also sends as its only element."""

Day = Annotated[date, BeforeValidator(read_date), BeforeValidator(_no_number)]
"""A date: takes a date, a datetime or any text dateutil reads; yyyy-MM-dd on the wire."""

Whole = Annotated[int, BeforeValidator(no_boolean)]
"""A whole number to be sent. Python counts True as 1; as a quantity it is a slip."""

Number = Annotated[float, BeforeValidator(no_boolean)]
"""A number to be sent, likewise."""

Text = Annotated[str, BeforeValidator(boolean_text)]
"""Text that callers also give as a boolean, which goes out as `true` or `false`."""

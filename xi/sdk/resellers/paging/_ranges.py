"""Days, pairs of days, and long pairs of days in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

Day = date | str
"""A day: a date, or a text such as '2026-05-13'."""


def days_of(name: str, value: Any) -> tuple[date, date]:
    """Return the first and the last day of a range.

    Args:
        name: the argument, for errors.
        value: a pair of days.

    Raises:
        ApiValueError: it is not two days in order.
        ApiTypeError: an end is not a day.
    """
    from xi.sdk.resellers.models._types import read_date  # noqa: PLC0415 - imports pydantic, which only ranges need

    if not isinstance(value, (tuple, list)) or len(value) != 2:  # noqa: PLR2004 - a range has two ends  # pyright: ignore[reportUnknownArgumentType]
        raise ApiValueError(f"{name} should be a pair of days: the first and the last", argument=name)
    ends: list[date] = []
    for index, each in enumerate(value):  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        try:
            day = read_date(each)
        except ValueError as error:
            raise ApiValueError(f"{name}: {error}", argument=name, pointer=f"/{index}") from None
        if not isinstance(day, date):
            wanted = "should be two days, each a date or text such as '2026-05-13'"
            raise ApiTypeError(f"{name} {wanted}", argument=name, pointer=f"/{index}")
        ends.append(day)
    if ends[0] > ends[1]:
        raise ApiValueError(f"{name} starts on {ends[0]} and ends before that, on {ends[1]}", argument=name)
    return ends[0], ends[1]


def windows(first: Day, last: Day, days: int = 31) -> Iterator[tuple[date, date]]:
    """Yield a long range of days in pieces, the oldest first, so that the list of each has a size that can be read.

    Args:
        first: the first day.
        last: the last day; it is part of the last piece.
        days: days of a piece, 1 or more.

    Raises:
        ApiValueError: the days are not in order, or `days` is below 1.
        ApiTypeError: an end is not a day.
    """
    begin, end = days_of("windows", (first, last))
    if isinstance(days, bool) or not isinstance(days, int) or days < 1:  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiValueError(f"days is {days!r}; it should be 1 or more", argument="days")
    return _pieces(begin, end, days)


def _pieces(begin: date, end: date, days: int) -> Iterator[tuple[date, date]]:
    while begin <= end:
        # Not beyond the last day, which may be the last one that a date can have.
        last = end if (end - begin).days < days else begin + timedelta(days=days - 1)
        yield begin, last
        if last == end:
            return
        begin = last + timedelta(days=1)

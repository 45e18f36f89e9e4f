"""Refuses arguments of wrong types by their names, where a plain TypeError would name something inside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import cast

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError


def check_called(argument: str, value: object) -> None:
    """Refuse what is neither None nor a function.

    Raises:
        ApiTypeError: it is something else.
    """
    if value is not None and not callable(value):
        raise ApiTypeError(f"{argument} should be a function, not {type(value).__name__}", argument=argument)


def check_method(api: object, *names: str) -> None:
    """Refuse what is given as an API and has none of the methods that are called.

    Args:
        api: what was given.
        names: the methods; one of them is enough.

    Raises:
        ApiTypeError: it has none of them.
    """
    if not any(hasattr(api, each) for each in names):
        raise ApiTypeError(f"api has no method {names[0]}: it is {api!r:.100}", argument="api")


def check_text(argument: str, value: object, wanted: str = "text") -> None:
    """Refuse what is no text.

    Args:
        argument: the name of the argument.
        value: what was given.
        wanted: what it should be.

    Raises:
        ApiTypeError: it is something else.
    """
    if not isinstance(value, str):
        raise ApiTypeError(f"{argument} should be {wanted}, not {type(value).__name__}", argument=argument)


def listed(argument: str, value: object, wanted: str) -> Iterable[object]:
    """Return what is a list or another iterable, and no text.

    Args:
        argument: the name of the argument.
        value: what was given.
        wanted: what it should be, such as `a list of names`.

    Raises:
        ApiTypeError: it is something else.
    """
    if isinstance(value, (str, bytes)) or not isinstance(value, Iterable):
        raise ApiTypeError(f"{argument} should be {wanted}, not {value!r} alone", argument=argument)
    return cast("Iterable[object]", value)


def check_texts(argument: str, value: object, wanted: str) -> None:
    """Refuse what is no list of texts.

    Args:
        argument: the name of the argument.
        value: what was given.
        wanted: what it should be, such as `a list of names`.

    Raises:
        ApiTypeError: it is something else.
    """
    for index, each in enumerate(listed(argument, value, wanted)):
        if not isinstance(each, str):
            raise ApiTypeError(
                f"{argument}[{index}] should be text, not {type(each).__name__}",
                argument=argument,
                pointer=f"/{index}",
            )


def check_number(argument: str, value: object, least: float, most: float | None, wanted: str) -> None:
    """Refuse what is no number of a range.

    Args:
        argument: the name of the argument.
        value: what was given.
        least: the least that it may be.
        most: the most that it may be; None is without a limit.
        wanted: what it should be, such as `0 seconds or more`.

    Raises:
        ApiValueError: it is something else.
    """
    # Not with isnan, which fails for an int that is no float. What is not a number is in no range.
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or not least <= cast("float", value) <= (float("inf") if most is None else most):
        raise ApiValueError(f"{argument} is {value!r}; it should be {wanted}", argument=argument)


def check_day(argument: str, value: object) -> None:
    """Refuse what is neither None nor a day.

    Raises:
        ApiTypeError: it is something else, such as a moment.
    """
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise ApiTypeError(f"{argument} should be a date, not {type(value).__name__}", argument=argument)


def seconds_of(argument: str, value: object) -> float:
    """Return a moment in seconds since 1970.

    Args:
        argument: the name of the argument.
        value: seconds since 1970, a datetime with a time zone, or a day, which begins at midnight UTC.

    Raises:
        ApiTypeError: it is none of them.
        ApiValueError: it is a datetime without a time zone.
    """
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ApiValueError(f"{argument} is {value.isoformat()}; it should have a time zone", argument=argument)
        return value.timestamp()
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ApiTypeError(f"{argument} should be a datetime or seconds, not {type(value).__name__}", argument=argument)
    return float(value)

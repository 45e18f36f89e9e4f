"""Reads the texts of options: durations, days, moments, parts with quantities."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers._json import is_list
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import DataclassInstance

FOREVER: Final = float("inf")
_UNITS: Final = {"": 1, "s": 1, "m": 60, "h": 3_600, "d": 86_400}
_DURATION: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,3})?)([smhd]?)")
_SHOWN: Final = 100
"""Characters of a text that an error shows."""
_YEARS: Final = range(1970, 9999)
"""The years that a moment can be of: there is a day before and after in each zone."""
_DAYS: Final = re.compile(r"([0-9]{1,4})d")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def refused(option: str, given: str, wanted: str) -> CommandError:
    """Return the error for the text of an option that cannot be read.

    Args:
        option: the option, such as `--wait`.
        given: its text.
        wanted: what it should be.
    """
    return CommandError(f"{option} is {given!r}; it should be {wanted}", word="bad-option")


def check_word(what: str, given: str | None) -> None:
    """Refuse a text that is no readable word or words.

    Args:
        what: what it is, such as `--to`.
        given: the text; None where nothing was said.

    Raises:
        CommandError: it is blank, or has control characters or half a character.
    """
    if given is not None and not (given.strip() and given.isprintable()):
        shown = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}…"
        raise refused(what, shown, "text that is not blank and has no control characters")


def check_words(options: DataclassInstance) -> None:
    """Refuse options whose text is no readable word or words; see `check_word`.

    Args:
        options: the options, each under its name; those of another type than text are not looked at.

    Raises:
        CommandError: one is blank, or has control characters or half a character; it names the option.
    """
    for each in fields(options):
        given = getattr(options, each.name)
        for text in given if is_list(given) else [given]:
            if isinstance(text, str):
                check_word(f"--{each.name.rstrip('_').replace('_', '-')}", text)


def one_of(text: str, option: str, known: Sequence[str], more: str = "") -> str:
    """Return the word of a list that is meant, as the list has it; case does not count.

    Args:
        text: the text.
        option: the option that it is from.
        known: the words that there are.
        more: what an error says after them.

    Raises:
        CommandError: it is none of them.
    """
    found = next((each for each in known if each.casefold() == text.strip().casefold()), None)
    if found is None:
        raise refused(option, text, f"{', '.join(known[:-1])} or {known[-1]}{more}")
    return found


def some_of(text: str, option: str, known: Sequence[str]) -> str:
    """Return words of a list with commas between, as the list has them; see `one_of`.

    Args:
        text: the text.
        option: the option that it is from.
        known: the words that there are.

    Raises:
        CommandError: there is another word.
    """
    return ",".join(one_of(each, option, known, "; several with commas") for each in text.split(","))


def seconds(text: str, option: str, *, or_forever: bool = False, least: float = 0.0) -> float:
    """Return a duration in seconds: `30s`, `15m`, `2h`, `3d`, or a bare number of seconds.

    Args:
        text: the text.
        option: the option that it is from.
        or_forever: whether `forever` is permitted; it is infinite.
        least: the shortest that is permitted.

    Raises:
        CommandError: it is none.
    """
    if or_forever and text == "forever":
        return FOREVER
    found = _DURATION.fullmatch(text)
    value = float(found[1]) * _UNITS[found[2]] if found is not None else -1.0
    if value < least:
        more = ", or forever" if or_forever else ""
        shortest = f" of {least:g} s or more" if least > 0 else ""
        raise refused(option, text, f"a duration{shortest}, such as 30s, 15m, 2h or 3d{more}")
    return value


def days(text: str, option: str, *, today: date) -> tuple[date, date]:
    """Return the first and the last day of a range: `2026-11-01..2026-11-30`, a day, `today`, `yesterday` or `7d`.

    Args:
        text: the text.
        option: the option that it is from.
        today: the day of today.

    Raises:
        CommandError: it is none.
    """
    if text == "today":
        return today, today
    if text == "yesterday":
        return today - timedelta(days=1), today - timedelta(days=1)
    back = _DAYS.fullmatch(text)
    if back is not None and int(back[1]) > 0:
        return today - timedelta(days=int(back[1]) - 1), today
    first, separator, last = text.partition("..")
    try:
        found = _day(first), _day(last if separator else first)
    except ValueError:
        raise _no_day(option, text, "a range such as 2026-11-01..2026-11-30, today, yesterday or 7d") from None
    if found[0] > found[1]:
        raise refused(option, text, "a range whose first day is not after its last")
    return found


def day(text: str, option: str) -> date:
    """Return a day: `2026-11-25`.

    Args:
        text: the text.
        option: the option that it is from.

    Raises:
        CommandError: it is none.
    """
    try:
        return _day(text)
    except ValueError:
        raise _no_day(option, text, "a day such as 2026-11-25") from None


def _no_day(option: str, text: str, wanted: str) -> CommandError:
    """Return the error for a text with days; the first that is in no calendar is named, since it looks right."""
    for each in _DAY.findall(text):
        try:
            date.fromisoformat(each)
        except ValueError:
            return refused(option, text, f"{wanted}; there is no day {each}")
    return refused(option, text, wanted)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    found = date.fromisoformat(text)
    if found.year not in _YEARS:
        raise ValueError(text)
    return found


def moment(text: str, option: str, *, now: datetime) -> datetime:
    """Return a moment: RFC 3339, a day (its begin), or how long ago, such as `2h`. Without a zone it is local.

    Args:
        text: the text.
        option: the option that it is from.
        now: the time of now, with a zone.

    Raises:
        CommandError: it is none.
    """
    age = _DURATION.fullmatch(text)
    if age is not None and age[2]:
        return ago(text, option, now=now)
    try:
        found = datetime.fromisoformat(text) if _DAY.match(text) else None
    except ValueError:
        found = None
    if found is None or found.year not in _YEARS:
        raise _no_day(option, text, "a time such as 2026-11-25T09:30, a day such as 2026-11-25, or an age such as 2h")
    return found.astimezone(UTC)


def ago(text: str, option: str, *, now: datetime) -> datetime:
    """Return the moment that lies a duration back; see `seconds`.

    Args:
        text: the duration.
        option: the option that it is from.
        now: the time of now, with a zone.

    Raises:
        CommandError: it is none, or there is no such moment.
    """
    back = timedelta(seconds=seconds(text, option))
    if back > now - datetime(_YEARS[0], 1, 1, tzinfo=UTC):
        raise refused(option, text, f"a duration since a moment after {_YEARS[0]}")
    return now - back


def part_and_quantity(text: str, option: str) -> tuple[str, int]:
    """Return a part number and a quantity: `DF4128=2`.

    Args:
        text: the text.
        option: the option that it is from.

    Raises:
        CommandError: it is none.
    """
    part, separator, quantity = text.rpartition("=")
    is_part = separator and part.strip() and part.isprintable()
    if not (is_part and re.fullmatch(r"[0-9]{1,9}", quantity) and int(quantity) > 0):
        raise refused(option, text, "a part number and a quantity, such as DF4128=2")
    return part.strip(), int(quantity)


def name_and_value(text: str, option: str, wanted: str = "FIELD=VALUE") -> tuple[str, str]:
    """Return what stands before and after the first `=`.

    Args:
        text: the text.
        option: the option that it is from.
        wanted: what it should look like.

    Raises:
        CommandError: there is no `=`, or nothing before it.
    """
    name, separator, value = text.partition("=")
    if not (separator and name.strip()):
        raise refused(option, text, f"{wanted}")
    return name.strip(), value


def names_and_values(texts: list[str], option: str, wanted: str = "FIELD=VALUE") -> dict[str, list[str]]:
    """Return all values of each name.

    Args:
        texts: the texts.
        option: the option that they are from.
        wanted: what each should look like.

    Raises:
        CommandError: one cannot be read.
    """
    found: dict[str, list[str]] = {}
    for each in texts:
        name, value = name_and_value(each, option, wanted)
        found.setdefault(name, []).append(value)
    return found


def numbers(text: str, option: str, wanted: str) -> tuple[float, ...]:
    """Return numbers between commas, such as `10,60,180`; each may be a duration.

    Args:
        text: the text.
        option: the option that it is from.
        wanted: what it should be.

    Raises:
        CommandError: one is no number.
    """
    try:
        return tuple(seconds(each.strip(), option) for each in text.split(","))
    except CommandError:
        raise refused(option, text, wanted) from None

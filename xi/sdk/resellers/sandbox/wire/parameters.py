"""Reads the filters in a query, and collects one error for each wrong parameter."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from xi.sdk.resellers.sandbox.wire.fields import parse_date
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, too_long

_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?")
"""A day, also where a client sends a moment as answers have it."""
_BETWEEN: Final = re.compile(r"[\s,;|/\[\]\"'.]*(?:to|and|:)?[\s,;|/\[\]\"'.]*", re.IGNORECASE)
_ENDS: Final = 2


class Parameters:
    """The parameters of a request; those without a value count as missing.

    Args:
        request: The request.
    """

    def __init__(self, request: ApiRequest) -> None:
        self._given: dict[str, list[str]] = {}
        self._errors: dict[str, FieldError] = {}
        for name, value in request.query:
            if value.strip():
                self._given.setdefault(name, []).append(value.strip())

    @property
    def errors(self) -> list[FieldError]:
        """What is wrong so far, in the sequence in which it was read."""
        return list(self._errors.values())

    def refuse(self, name: str, message: str, value: object) -> None:
        """Add an error for a parameter, unless it has one already."""
        self._errors.setdefault(name, FieldError(message, name, value))

    def text(self, name: str, limit: int | None = None) -> str:
        """Return a parameter, empty where there is none; several values and too many characters are errors."""
        values = self._given.get(name, [])
        if len(set(values)) > 1:
            self.refuse(name, f"{name} must be given once", ", ".join(values))
        value = values[0] if values else ""
        if limit is not None and len(value) > limit:
            self._errors.setdefault(name, too_long(name, value, limit))
        return value

    def words(self, name: str) -> list[str]:
        """Return the values of a parameter that holds several, separated by commas; keys may be repeated too."""
        values = (word.strip() for value in self._given.get(name, []) for word in value.split(","))
        return [word for word in values if word]

    def day(self, name: str) -> date | None:
        """Return a date, None where there is none."""
        value = self.text(name)
        found = parse_date(value)
        if value and found is None:
            self.refuse(name, f"{name} must have the form yyyy-MM-dd", value)
        return found

    def days(self, name: str) -> tuple[date, date] | None:
        """Return the first and the last day of a range, None where there is none.

        The key may be repeated, or one text hold both dates; nothing says how the service wants them.
        """
        given = ",".join(self._given.get(name, []))
        if not given:
            return None
        found = [parse_date(each[1]) for each in _DAY.finditer(given)]
        days = [each for each in found if each is not None]
        rest = [part for part in _DAY.sub("\n", given).split("\n") if not _BETWEEN.fullmatch(part)]
        if len(days) != _ENDS or len(found) != _ENDS or rest:
            self.refuse(name, f"{name} takes exactly two dates in the form yyyy-MM-dd", given)
            return None
        first, last = days
        if first > last:
            self.refuse(name, f"{name} must have the earlier date first", given)
            return None
        return first, last

    def one_of(self, name: str, known: Iterable[str]) -> str:
        """Return which of some values a parameter has, in any case; empty where there is none."""
        value = self.text(name)
        spelled = {each.lower(): each for each in known}
        found = spelled.get(value.lower(), "")
        if value and not found:
            self.refuse(name, f"{name} must be one of {', '.join(spelled.values())}", value)
        return found

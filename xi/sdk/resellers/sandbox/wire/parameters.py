"""Reads the filters in a query, and collects one error for each wrong parameter."""

from collections.abc import Iterable
from datetime import date

from xi.sdk.resellers.sandbox.wire.fields import parse_date
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, too_long


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

    def one_of(self, name: str, known: Iterable[str]) -> str:
        """Return which of some values a parameter has, in any case; empty where there is none."""
        value = self.text(name)
        spelled = {each.lower(): each for each in known}
        found = spelled.get(value.lower(), "")
        if value and not found:
            self.refuse(name, f"{name} must be one of {', '.join(spelled.values())}", value)
        return found

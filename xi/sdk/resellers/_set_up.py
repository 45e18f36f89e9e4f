"""Tells errors about the account and the headers of a call from those about what the call asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xi.sdk.resellers.exceptions import ErrorDetail, FieldError

_HEADERS: Final = frozenset(
    {"customernumber", "countrycode", "correlationid", "senderid", "customercontact", "applicationid"}
)
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")
_ABOUT_SET_UP: Final = re.compile(
    r"\bim[-_ ]?(customer[-_ ]?number|country[-_ ]?code|correlation[-_ ]?id|sender[-_ ]?id|customer[-_ ]?contact"
    r"|application[-_ ]?id)\b"
    r"|(?<!end )(?<!end-)\bcustomer[-_ ]?number\b",
    re.IGNORECASE,
)
"""A text about a header, or about the customer number of the account. "End customer number" is neither."""


def is_about_set_up(errors: Sequence[ErrorDetail]) -> bool:
    """Return whether errors name nothing but headers or the customer number; then they are about no request.

    Args:
        errors: the errors of an answer.
    """
    return bool(errors) and all(map(_names_set_up, errors))


def _names_set_up(error: ErrorDetail) -> bool:
    if error.fields:
        return all(map(_is_field_of_set_up, error.fields))
    return bool(_ABOUT_SET_UP.search(error.message or ""))


def _is_field_of_set_up(given: FieldError) -> bool:
    if not given.field:
        return bool(_ABOUT_SET_UP.search(given.message or ""))
    name = _NOT_LETTERS.sub("", given.field.lower())
    for prefix in ("request", "headers", "header", "im"):
        name = name.removeprefix(prefix)
    return name in _HEADERS

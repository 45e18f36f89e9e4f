"""What a test laid down, and what came of it."""

from __future__ import annotations

from typing import Final

from xi.sdk.resellers.exceptions import ApiValueError

_STATUSES: Final = range(200, 600)


class ExpectationError(AssertionError):
    """What happened is not what the test laid down."""


def check_status(status: int) -> None:
    """Refuse a status that ends no request.

    Raises:
        ApiValueError: it is not 200 to 599.
    """
    if status not in _STATUSES:
        raise ApiValueError(f"status is {status!r}; it should be 200 to 599")

"""What the handlers of the control API have in common."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request

from xi.sdk.resellers._json import Json

Handler = Callable[[Request, Json], Json]
"""Answers a request, whose body is given beside it. It raises KeyError with the name of what does not exist."""

LATEST: Final = 200
"""How many entries of a list that only grows are shown."""


def only(given: Json, *known: str) -> None:
    """Refuse a body with other members than these.

    Raises:
        ValueError: It has another one; the message names it.
    """
    unknown = sorted(given.keys() - set(known))
    if unknown:
        there = "there is" if len(known) == 1 else "there are"
        raise ValueError(f"{unknown[0]!r} is not known; {there} {', '.join(known)}")


def customer_of(request: Request) -> str:
    """Return the customer in the query, empty for all."""
    return request.query_params.get("customer", "").strip().upper()

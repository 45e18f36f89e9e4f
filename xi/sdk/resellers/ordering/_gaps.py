"""Refuses requests with None among the items of a list, which the client would leave out of what it sends."""

from __future__ import annotations

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.models._gaps import first_gap


def refuse_gaps(request: object, argument: str) -> None:
    """Refuse a request that has None among the items of a list: it is left out of what is sent, and may be a lost line.

    Args:
        request: the request; what is no model is not looked at.
        argument: the argument that is refused.

    Raises:
        ApiValueError: there is one; it names the place.
    """
    place = first_gap(request)
    if place is not None:
        said = f"{place.lstrip('/')} is None; leave it out, or give what belongs there"
        raise ApiValueError(said, argument=argument, pointer=place)

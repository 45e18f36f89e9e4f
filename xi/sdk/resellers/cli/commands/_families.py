"""Looks which API products the app may use, and whether the account is the right one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xi.sdk.resellers import ApiClient, ApiException
    from xi.sdk.resellers.approvals import Approved

PORTAL: Final = "ask for it at developer.ingrammicro.com, for the app of this client ID"
TRIED_FIRST: Final = "Orders"
"""The product that is tried first, with the token; the others follow."""
Told = Callable[[str], object]
_ACCOUNT_FIELDS: Final = frozenset(
    {"imcustomernumber", "customernumber", "imcountrycode", "countrycode", "isocountrycode"}
)
_ACCOUNT_WORDS: Final = re.compile(r"customer\s*number|country\s*code|invalid\s+(customer|country)", re.IGNORECASE)


def name_of(family: str) -> str:
    """Return what an operator calls an API product, such as `product catalog`.

    Args:
        family: its name in the library.
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", family).lower()


def others(client: ApiClient, left: str | None, told: Told) -> tuple[tuple[Approved, ...], str]:
    """Return what is known of each product but the first, by one call each, and why the rest was not tried.

    Args:
        client: a client whose token is good.
        left: the calls that are left in this minute, as the server says; None if it does not.
        told: is told which product is asked.
    """
    from xi.sdk.resellers import approvals

    wanted = [each for each in approvals.families() if each != TRIED_FIRST]
    if left is not None and left.isdecimal() and int(left) < len(wanted):
        return (), f"not tried: {left} calls are left, and others may need them"
    found: list[Approved] = []
    for each in wanted:
        told(f"asks the {name_of(each)} API")
        (its,) = approvals.approvals(client, [each])
        found.append(its)
        if its.error is not None and its.error.status in (None, 0, 429):
            return tuple(found), "not tried: the call before it failed"
    return tuple(found), ""


def untried(found: tuple[Approved, ...]) -> Iterator[str]:
    """Yield the products that were not tried.

    Args:
        found: what is known of the others.
    """
    from xi.sdk.resellers import approvals

    known = {TRIED_FIRST, *(each.family for each in found)}
    yield from (each for each in approvals.families() if each not in known)


def approvals_of(found: tuple[Approved, ...], *, first: bool) -> Iterator[tuple[str, str]]:
    """Yield each API product with what is known of it, as JSON has it.

    Args:
        found: what is known of the others.
        first: whether the product that was tried first is approved.
    """
    yield name_of(TRIED_FIRST), "approved" if first else "not_approved"
    for each in found:
        yield name_of(each.family), each.state.value.replace(" ", "_")
    for family in untried(found):
        yield name_of(family), "not_known"


def approved_texts(found: tuple[Approved, ...], *, first: bool) -> Iterator[str]:
    """Yield in words which API products are approved, and which are not and where to ask.

    Args:
        found: what is known of the others.
        first: whether the product that was tried first is approved.
    """
    by_state: dict[str, list[str]] = {}
    for name, state in approvals_of(found, first=first):
        by_state.setdefault(state, []).append(name)
    for state, more in (("approved", ""), ("not_approved", f": {PORTAL}"), ("not_known", "")):
        if state in by_state:
            yield f"{', '.join(by_state[state])} {state.replace('_', ' ')}{more}"


def about_account(error: ApiException | None, *, headers_only: bool = False) -> str | None:
    """Return what the server says against customer or country; None if it says nothing against them.

    Args:
        error: how a call has failed; None if it has not.
        headers_only: whether only the headers of the account count. A body has countries of its own, such as that of
            an address.
    """
    for each in () if error is None else error.errors:
        for field in each.fields:
            name = re.sub(r"[^a-z]", "", (field.field or "").lower())
            if name in _ACCOUNT_FIELDS and (not headers_only or name.startswith("im")):
                return str(field)
        if not headers_only and _ACCOUNT_WORDS.search(str(each)):
            return str(each)
    return None

"""Find out which API products the app of a client may use, by one cheap call to each.

    from xi.sdk.resellers import ApiClient, Configuration, approvals

    with ApiClient(Configuration.from_env()) as client:
        for each in approvals.approvals(client):
            print(each.family, each.state.value, each.says or "")

An app is approved for each product separately, in the developer portal. A call that is refused for what it asks was let
through, so that the app is approved. Nothing is changed on the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from typing import Any, Final

from xi.sdk.resellers import api
from xi.sdk.resellers._core import operations
from xi.sdk.resellers._core.operation import Kind, Operation, Place, Repeat
from xi.sdk.resellers._keys import may_be_api_error
from xi.sdk.resellers.account import Account
from xi.sdk.resellers.api_client import ApiClient
from xi.sdk.resellers.exceptions import ApiException, ApiValueError, NotApprovedException

__all__ = ["Approval", "Approved", "approvals", "families"]

_ENDING: Final = "Api"
_BOUND: Final = "Bound"
_BY_CLIENT: Final = "im_"
"""What the names of the headers begin with that the client fills in itself."""
_SIZES: Final = ("page_size", "size")
_NOBODY: Final = "0"
"""A number that nothing has, for calls that need one."""
_SOMEBODY: Final = "approvals"
_CLIENT_ERRORS: Final = range(400, 500)
_TELL_NOTHING: Final = frozenset({401, 403, 407, 408, 425, 429})
"""Refusals by whatever stands before the product: they do not tell whether it can be reached."""


class Approval(Enum):
    """Whether an app may use an API product."""

    APPROVED = "approved"
    """The product answered."""
    NOT_APPROVED = "not approved"
    """The gateway does not let the app through: ask for the product in the developer portal."""
    NOT_KNOWN = "not known"
    """There was no answer, or one that does not tell; see `Approved.says`."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What is known of an API product.

    Args:
        family: the product, by the name of its class without `Api`, such as `ProductCatalog`.
        state: whether the app may use it.
        operation: the method that was called.
        says: what the server said, if it did not answer with a result.
        error: the exception of the call; None after a result.
        headers: the headers of the answer, such as those of the quota; empty without one.
    """

    family: str
    state: Approval
    operation: str
    says: str | None = None
    error: ApiException | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def families() -> tuple[str, ...]:
    """Return the API products that can be tried: those with a call that changes nothing."""
    return tuple(_cheapest())


def approvals(client: ApiClient, only: Iterable[str] | None = None) -> Iterator[Approved]:
    """Yield for each API product whether the app may use it, one call after the other.

    Args:
        client: a client whose configuration has an account.
        only: the products, by their names in `families()`; None for all.

    Raises:
        ApiValueError: there is no such product, or the client has no account; nothing was sent.
    """
    known = _cheapest()
    wanted = list(known) if only is None else list(only)
    for each in wanted:
        if each not in known:
            raise ApiValueError(f"only has {each!r}; there are {', '.join(known)}", argument="only")
    return (_tried(client, each, known[each]) for each in wanted)


def _tried(client: ApiClient, family: str, operation: Operation[Any]) -> Approved:
    bound = getattr(api, f"{family}{_ENDING}")(client).bound(_named(client.configuration.account))
    call = getattr(bound, f"{operation.name}_with_http_info")
    try:
        answer = call(**_arguments(operation))
    except ApiException as error:
        return Approved(family, _state_of(error), operation.name, str(error), error, error.headers or {})
    return Approved(family, Approval.APPROVED, operation.name, headers=answer.headers or {})


def _named(account: Account | None) -> Account | None:
    """Return the account with the names that some products want and it does not have: who asks does not matter here."""
    if account is None:
        return None  # the client says what is missing
    return replace(
        account,
        application_id=account.application_id or _SOMEBODY,
        customer_contact=account.customer_contact or f"{_SOMEBODY}@example.com",
    )


def _state_of(error: ApiException) -> Approval:
    if isinstance(error, NotApprovedException):
        return Approval.NOT_APPROVED
    # A web server or a gateway in front of the API refuses too, and knows nothing of approvals.
    is_of_api = may_be_api_error(error.body)
    is_about_content = is_of_api and error.status in _CLIENT_ERRORS and error.status not in _TELL_NOTHING
    return Approval.APPROVED if is_about_content else Approval.NOT_KNOWN


@cache
def _cheapest() -> Mapping[str, Operation[Any]]:
    """Return the cheapest call of each product; one that may change something is never taken."""
    known = [getattr(operations, each) for each in operations.__all__]
    found: dict[str, Operation[Any]] = {}
    for name in api.__all__:
        if name.startswith(_BOUND) or not name.endswith(_ENDING):
            continue
        its = getattr(api, name)
        safe = [each for each in known if each.repeat is Repeat.SAFE and each.authorized and hasattr(its, each.name)]
        if safe:
            found[name.removesuffix(_ENDING)] = min(safe, key=_cost)
    return found


def _cost(operation: Operation[Any]) -> tuple[bool, bool, int]:
    """Return what is sorted by: a search with pages of one is best, then what needs the fewest arguments."""
    return operation.listing is None, operation.method != "GET", len(_needed(operation))


def _needed(operation: Operation[Any]) -> list[str]:
    return [each.name for each in operation.parameters if each.required and not each.name.startswith(_BY_CLIENT)]


def _arguments(operation: Operation[Any]) -> dict[str, Any]:
    """Return the smallest arguments: pages of one, and for what is needed a number that nothing has."""
    sizes: dict[str, Any] = {
        each.name: "1" if each.kind is Kind.TEXT else 1 for each in operation.parameters if each.name in _SIZES
    }
    places = {each.name: each.place for each in operation.parameters}
    needed: dict[str, Any] = {each: {} if places[each] is Place.BODY else _NOBODY for each in _needed(operation)}
    return {**needed, **sizes}

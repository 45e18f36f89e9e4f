"""Account: who is calling, stated once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi.sdk.resellers.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Account:
    """An account with Ingram Micro, as every call has to name it; see `OrdersApi.bound`.

    Args:
        customer_number: registered for the app, `20-222222` in the US; at most 10 characters.
        country_code: of the account, two letters.
        sender_id: a name for the calling program, at most 32 characters; the server sends it back.
    """

    customer_number: str
    country_code: str
    sender_id: str | None = None


def new_correlation_id() -> str:
    """Return a correlation ID: 32 hexadecimal digits, the longest the published limit allows."""
    return uuid4().hex


def account_of(configuration: Configuration, given: Account | None) -> Account:
    """Return the account that is given, else the one of a configuration.

    Raises:
        ApiValueError: there is none.
    """
    found = configuration.account if given is None else given
    if found is None:
        raise ApiValueError("bound() needs an Account, given to it or to Configuration(account=...)")
    return found

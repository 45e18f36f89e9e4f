"""Account: who is calling, stated once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import uuid4

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

_NUMBER_LENGTH = 10
_SENDER_LENGTH = 32
_COUNTRY_LENGTH = 2
_SHOWN = 40
"""Characters of a wrong value that an error repeats."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account with Ingram Micro, as every call has to name it; see `OrdersApi.bound`.

    Args:
        customer_number: registered for the app, `20-222222` in the US; at most 10 characters.
        country_code: of the account, two letters; small ones are made capital.
        sender_id: a name for the calling program, at most 32 characters; the server sends it back.

    Raises:
        ApiValueError: one of them does not fit; it names it.
        ApiTypeError: one of them is no text.
    """

    customer_number: str
    country_code: str
    sender_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse what the server would, and what was swapped, before a call goes astray."""
        number = _text("customer_number", self.customer_number, _NUMBER_LENGTH, "such as 20-222222")
        country = _text("country_code", self.country_code, None, "two letters, such as US")
        if self.sender_id is not None:
            _text("sender_id", self.sender_id, _SENDER_LENGTH, "a name for the calling program, or None")
        if _is_country(number):
            raise ApiValueError(
                f"customer_number is {number!r}, which is a country: Account(customer_number, country_code)",
                argument="customer_number",
            )
        if not _is_country(country):
            raise ApiValueError(
                f"country_code is {_shown(country)}; it should be two letters, such as US", argument="country_code"
            )
        object.__setattr__(self, "country_code", country.upper())


def _text(name: str, given: object, longest: int | None, like: str) -> str:
    """Return a text that a header can carry as it is."""
    if not isinstance(given, str):
        raise ApiTypeError(f"{name} should be a str, {like}, not {type(given).__name__}", argument=name)
    text = str.__str__(given)  # an enumeration's member by its value
    if not text.strip():
        raise ApiValueError(f"{name} is blank; it should be {like}", argument=name)
    shown = _shown(text)
    if text != text.strip() or not text.isprintable():
        raise ApiValueError(
            f"{name} is {shown}; it should be {like}, without blanks around it and without control characters",
            argument=name,
        )
    if longest is not None and len(text) > longest:
        raise ApiValueError(f"{name} is {shown}, {len(text)} characters; at most {longest} fit", argument=name)
    return text


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def _is_country(text: str) -> bool:
    return len(text) == _COUNTRY_LENGTH and text.isascii() and text.isalpha()


def new_correlation_id() -> str:
    """Return a correlation ID: 32 hexadecimal digits, the longest the published limit allows."""
    return uuid4().hex


def account_of(given: Account | None, configured: Account | None) -> Account:
    """Return the account to call for.

    Args:
        given: by the program, for these calls; wins over the other.
        configured: in the configuration.

    Raises:
        ApiValueError: there is neither.
        ApiTypeError: it is something else.
    """
    found = cast("object", configured if given is None else given)
    if found is None:
        raise ApiValueError(
            'bound() needs an Account: bound(Account("20-222222", "US")), or Configuration(account=...)',
            argument="account",
        )
    if not isinstance(found, Account):
        raise ApiTypeError(
            f'account should be an Account, such as Account("20-222222", "US"), not {type(found).__name__}',
            argument="account",
        )
    return found

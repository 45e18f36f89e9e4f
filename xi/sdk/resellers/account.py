"""Account: the customer for whom calls are made."""

from __future__ import annotations

from typing import Protocol, cast

from xi.sdk.resellers._records import dataclass
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError

_NUMBER_LENGTH = 10
_SENDER_LENGTH = 32
_COUNTRY_LENGTH = 2
_CONTACT_LENGTH = 64
_LAST_LATIN_1 = 0xFF
"""The last character that the value of a header can have."""
_SHOWN = 40
"""Characters of a wrong value in an error text."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account with Ingram Micro, which every call must name; see `OrdersApi.bound`.

    Args:
        customer_number: the customer number registered for the app, such as `20-222222`; at most 10 characters.
        country_code: the country of the account, two letters; lower case becomes upper case.
        sender_id: a name for the calling program, at most 32 characters; the server returns it.
        application_id: the name that invoice and deal calls must give, such as that of the company; at most 32
            characters.
        customer_contact: the e-mail address that quote searches and freight estimates must give; at most 64 characters.

    Raises:
        ApiValueError: an argument is not valid; the error names it.
        ApiTypeError: an argument is not text.
    """

    customer_number: str
    country_code: str
    sender_id: str | None = None
    application_id: str | None = None
    customer_contact: str | None = None

    def __post_init__(self) -> None:
        """Refuse values that the server would refuse, and swapped arguments."""
        number = _text("customer_number", self.customer_number, _NUMBER_LENGTH, "such as 20-222222")
        country = _text("country_code", self.country_code, None, "two letters, such as US")
        if self.sender_id is not None:
            _text("sender_id", self.sender_id, _SENDER_LENGTH, "a name for the calling program, or None")
        if self.application_id is not None:
            _text("application_id", self.application_id, _SENDER_LENGTH, "a name, or None")
        if self.customer_contact is not None:
            _text("customer_contact", self.customer_contact, _CONTACT_LENGTH, "an e-mail address, or None")
        if _is_country(number):
            raise ApiValueError(
                f"customer_number is {number!r}, which is a country; write Account(customer_number, country_code)",
                argument="customer_number",
            )
        if not _is_country(country):
            raise ApiValueError(
                f"country_code is {_shown(country)}; it should be two letters, such as US", argument="country_code"
            )
        object.__setattr__(self, "country_code", country.upper())

    def header(self, field: str, argument: str, given: str | None) -> str:
        """Return the value of a header that a call must have.

        Args:
            field: the field of the account that has it.
            argument: the argument of the call that replaces it.
            given: the value of that argument.

        Raises:
            ApiValueError: neither of the two has a value.
        """
        found: str | None = getattr(self, field) if given is None else given
        if found is None:
            raise ApiValueError(
                f"{argument} is required: give it to the call, or give the account one, as Account(..., {field}=...)",
                argument=argument,
            )
        return found


def _text(name: str, given: object, longest: int | None, like: str) -> str:
    """Return a text that can be sent in a header unchanged."""
    if not isinstance(given, str):
        raise ApiTypeError(f"{name} should be a str, {like}, not {type(given).__name__}", argument=name)
    text = str.__str__(given)  # the value of an enumeration's member
    if not text.strip():
        raise ApiValueError(f"{name} is blank; it should be {like}", argument=name)
    shown = _shown(text)
    if text != text.strip() or not text.isprintable():
        raise ApiValueError(
            f"{name} is {shown}; it should be {like}, without blanks around it and without control characters",
            argument=name,
        )
    odd = next((each for each in text if ord(each) > _LAST_LATIN_1), None)
    if odd is not None:  # such as the dash that a word processor puts in a number; each call would be refused for it
        raise ApiValueError(
            f"{name} is {shown}; it has {odd} (U+{ord(odd):04X}), which no header can carry", argument=name
        )
    if longest is not None and len(text) > longest:
        raise ApiValueError(f"{name} is {shown}, {len(text)} characters; the limit is {longest}", argument=name)
    return text


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def _is_country(text: str) -> bool:
    return len(text) == _COUNTRY_LENGTH and text.isascii() and text.isalpha()


def new_correlation_id() -> str:
    """Return a new correlation ID: 32 hexadecimal digits, the published limit."""
    from uuid import uuid4  # noqa: PLC0415 - costs milliseconds, and many programs name their calls themselves

    return uuid4().hex


class _Configuration(Protocol):
    """The part of a Configuration that is needed here; its module imports this one."""

    @property
    def account(self) -> Account | None: ...


def account_of(configuration: _Configuration, given: Account | None) -> Account:
    """Return the account that is given, else the one of a configuration.

    Raises:
        ApiValueError: there is none.
        ApiTypeError: it is something else.
    """
    found = cast("object", configuration.account if given is None else given)
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

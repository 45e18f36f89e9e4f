"""Reads the members and headers of a request, and collects their errors."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from xi.sdk.resellers.sandbox.wire.json import Json, record, records, text
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, FieldError, blank, too_long

_US_CUSTOMER: Final = re.compile(r"([0-9]{2}-)?[0-9]{6}")
_ANY_CUSTOMER: Final = re.compile(r"[0-9A-Za-z-]{1,10}")
_COUNTRY: Final = re.compile(r"[A-Za-z]{2}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_COUNTRY: Final = 10


@dataclass(frozen=True, slots=True)
class Header:
    """A header that only some families read, besides the three that all calls have.

    Args:
        name: How the family spells it; the case does not matter in HTTP, but an error names it so.
        limit: The most characters.
        required: Whether it must be there.
    """

    name: str
    limit: int
    required: bool = True


APPLICATION: Final = Header("IM-ApplicationID", 32)
"""Invoices."""
DEAL_APPLICATION: Final = Header("IM-ApplicationId", 32)
"""The details of a deal, in a spelling of their own."""
ENVIRONMENT: Final = Header("IM-Environment", 32, required=False)
"""The details of a deal: required as published, and gone from later versions, so it may be missing."""
CONTACT: Final = Header("IM-CustomerContact", 64)
"""The search for quotes, and the freight estimate: an e-mail address. What it decides is not known."""
SENDER: Final = Header("IM-SenderID", 32)
"""What a vendor requires; all other calls may leave it out."""
_ANY_SENDER: Final = Header("IM-SenderID", 32, required=False)


class Fields:
    """Reads the members of a JSON object, and adds their errors to `errors`.

    Args:
        members: The object.
        errors: The list to add errors to; a new one by default.
        prefix: What comes before the name of a member in an error, for example `lines[0].`.
    """

    def __init__(self, members: Json, errors: list[FieldError] | None = None, prefix: str = "") -> None:
        self.members = members
        self.errors: list[FieldError] = [] if errors is None else errors
        self.prefix = prefix

    def text(self, name: str, limit: int | None = None) -> str:
        """Return a member as trimmed text, empty if it is missing; a text longer than the limit is an error."""
        value = text(self.members.get(name))
        if limit is not None and len(value) > limit:
            self.errors.append(too_long(self.prefix + name, value, limit))
        return value

    def inside(self, name: str) -> "Fields":
        """Return the reader of a member that is an object; any other value counts as an empty object."""
        return Fields(record(self.members.get(name)), self.errors, f"{self.prefix}{name}.")

    def list_of_objects(self, name: str, limit: int) -> "list[Fields]":
        """Return a reader for each object of a list; anything else, and a list over the limit, is an error."""
        value = self.members.get(name)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in cast("list[object]", value)):
            self.errors.append(FieldError(f"{name} must be a list of objects", name))
            return []
        found = records(cast("object", value))
        if len(found) > limit:
            self.errors.append(FieldError(f"{name} must not have more than {limit} entries", name, len(found)))
            return []
        return [Fields(each, self.errors, f"{name}[{index}].") for index, each in enumerate(found)]


def parse_date(value: str) -> date | None:
    """Return a date written yyyy-MM-dd, else None."""
    if not _ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def header_errors(request: ApiRequest, *more: Header, long_country: bool = False) -> list[FieldError]:
    """Check the IM-* headers, one error per bad header.

    The documented limit of the correlation ID, 32, is not checked: longer ones are in use everywhere.

    Args:
        request: The request.
        more: The further headers of its family.
        long_country: Whether the country may have up to ten characters, as for what a vendor requires.
    """
    errors: list[FieldError] = []
    customer = request.headers.get("im-customernumber", "").strip()
    country = request.headers.get("im-countrycode", "").strip()
    # The form is checked only for the United States, since other countries have many forms.
    united_states = country.upper() == "US"
    if not customer:
        errors.append(blank("IM-CustomerNumber"))
    elif not (_US_CUSTOMER if united_states else _ANY_CUSTOMER).fullmatch(customer):
        wanted = "look like XX-XXXXXX" if united_states else "be 1 to 10 letters, digits or dashes"
        errors.append(FieldError(f"IM-CustomerNumber must {wanted}", "IM-CustomerNumber", customer))
    if not country:
        errors.append(blank("IM-CountryCode"))
    elif long_country and len(country) > _LONGEST_COUNTRY:
        errors.append(too_long("IM-CountryCode", country, _LONGEST_COUNTRY))
    elif not long_country and not _COUNTRY.fullmatch(country):
        errors.append(FieldError("IM-CountryCode must be a two-letter country code", "IM-CountryCode", country))
    if not request.correlation_id.strip():
        errors.append(blank("IM-CorrelationID"))
    for header in (*more, *(() if SENDER in more else (_ANY_SENDER,))):
        given = request.headers.get(header.name.lower(), "")
        if header.required and not given.strip():
            errors.append(blank(header.name))
        elif len(given) > header.limit:
            errors.append(too_long(header.name, given, header.limit))
    return errors

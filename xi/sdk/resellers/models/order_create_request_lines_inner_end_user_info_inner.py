"""The model `OrderCreateRequestLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderCreateRequestLinesInnerEndUserInfoInner(Request):
    """End user of one line.

    A list is expected even for one; `contactId` and `addressSequenceNumber` are taken as extras.
    """

    end_user_type: str | None = None
    """Kind of end user, as the vendor's programme distinguishes them; only some vendors ask for it."""

    end_user_id: Annotated[str | None, Field(max_length=10)] = None
    """Number of an end user on file, at most 10 characters, for this line alone."""

    contact: str | None = None
    """Person to ask for at the end user.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """Company that will use the goods on this line, where it is not the order's end user."""

    name1: Annotated[str | None, Field(max_length=35)] = None
    """First name line of the end user, for back ends that keep the name in lines of their own (SAP countries)."""

    name2: str | None = None
    """Continuation of the name of the end user, where `name1` does not hold it."""

    address_line1: str | None = None
    """Street and number of the end user.

    Leave the whole object out rather than sending it empty: empty values are refused with 400.
    """

    address_line2: str | None = None
    """Building, floor, suite or department at the end user."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the end user; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the end user; used in SAP countries only."""

    city: str | None = None
    """Town of the end user; required in Impulse countries when an end user is named."""

    state: str | None = None
    """State or province code of the end user, two or three letters; required in Impulse countries when an end user is
    named.
    """

    postal_code: str | None = None
    """Postal code of the end user; required in Impulse countries when an end user is named."""

    country_code: Annotated[str | None, Field(max_length=3)] = None
    """Country of the end user as an ISO code."""

    phone_number: float | str | None = None
    """Telephone of this line's end user.

    Declared a number, sent as text by everyone.
    """

    email: Annotated[str | None, Field(max_length=241)] = None
    """Mailbox of this line's end user, at most 241 characters; licence keys go here."""

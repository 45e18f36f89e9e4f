"""The model `AsyncOrderCreateDTOLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOLinesInnerEndUserInfoInner(Request):
    """End user of one line of a v7 order."""

    end_user_id: str | None = None
    """Number of an end user already known to Ingram Micro; it stands for the whole address."""

    end_user_type: str | None = None
    """Kind of end user, as the vendor's programme distinguishes them; only some vendors ask for it."""

    company_name: str | None = None
    """Company that will use what is on this line."""

    name1: str | None = None
    """First name line of the end user, for back ends that keep the name in lines of their own (SAP countries)."""

    name2: str | None = None
    """Continuation of the name of the end user, where `name1` does not hold it."""

    contact_id: str | None = None
    """Number of a contact already known to Ingram Micro, instead of the name."""

    address_line1: str | None = None
    """Street and number of the end user.

    Leave the whole object out rather than sending it empty: empty values are refused with 400.
    """

    address_line2: str | None = None
    """Building, floor, suite or department at the end user."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the end user; left out when the first two lines suffice."""

    contact: str | None = None
    """Person to ask for at the end user.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    city: str | None = None
    """Town of this line's end user."""

    state: str | None = None
    """State or province code of the end user, two or three letters; required in Impulse countries when an end user is
    named.
    """

    postal_code: str | None = None
    """Postal code of the end user; required in Impulse countries when an end user is named."""

    address_line4: str | None = None
    """Fourth address line of the end user; used in SAP countries only."""

    country_code: str | None = None
    """Country of the end user as an ISO code."""

    phone_number: str | None = None
    """Telephone of the end user."""

    email: str | None = None
    """Mailbox of the end user; licences and warranty papers of some vendors are sent here."""

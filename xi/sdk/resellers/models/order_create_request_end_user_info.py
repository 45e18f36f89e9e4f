"""The model `OrderCreateRequestEndUserInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderCreateRequestEndUserInfo(Request):
    """Who will use the goods, for the order as a whole."""

    end_user_id: str | None = None
    """Number of an end user already known to Ingram Micro; it stands for the whole address."""

    contact: Annotated[str | None, Field(max_length=70)] = None
    """Person to ask for at the end user.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Company that will use the goods.

    Required in Impulse countries as soon as any end-user field is sent.
    """

    name1: str | None = None
    """First name line of the end user, for back ends that keep the name in lines of their own (SAP countries)."""

    name2: str | None = None
    """Continuation of the name of the end user, where `name1` does not hold it."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and number of the end user.

    Leave the whole object out rather than sending it empty: empty values are refused with 400.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor, suite or department at the end user."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Anything else the carrier needs to find the end user; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the end user; used in SAP countries only."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of the end user; required in Impulse countries when an end user is named."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province code of the end user, two or three letters; required in Impulse countries when an end user is
    named.
    """

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postal code of the end user; required in Impulse countries when an end user is named."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the end user as an ISO code."""

    phone_number: str | None = None
    """Telephone of the end user."""

    email: str | None = None
    """Mailbox of the end user; licences and warranty papers of some vendors are sent here."""

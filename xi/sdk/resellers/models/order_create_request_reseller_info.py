"""The model `OrderCreateRequestResellerInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderCreateRequestResellerInfo(Request):
    """The reseller as printed on the order's documents."""

    reseller_id: str | None = None
    """Number under which Ingram Micro knows the reseller; normally the customer number again, since the account is
    taken from the request header.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Name of the reselling company as it should stand on the paperwork; at most 40 characters on v6 orders."""

    contact: str | None = None
    """Person to ask for at the reseller.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and number of the reseller.

    The account on file decides the invoice; this only shows on documents.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor, suite or department at the reseller."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Anything else the carrier needs to find the reseller; left out when the first two lines suffice."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of the reseller; Impulse countries keep 25 characters of it."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province of the reseller, as the two- or three-letter code its country uses, such as `CA`."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postal code of the reseller, with or without the extension after the dash."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the reseller as a two-letter ISO code, such as `US`."""

    phone_number: int | str | None = None
    """Telephone of the reseller.

    Declared a whole number; text is taken too, since `+` and leading zeros matter.
    """

    email: str | None = None
    """Mailbox of the reseller for questions about the order."""

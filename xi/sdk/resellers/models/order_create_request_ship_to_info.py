"""The model `OrderCreateRequestShipToInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderCreateRequestShipToInfo(Request):
    """Where the goods are delivered."""

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of a ship-to address already on file for the account, such as `200`.

    When given, the address on file is used and the other fields may stay out.
    """

    contact: Annotated[str | None, Field(max_length=70)] = None
    """Person to ask for where the goods arrive.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Company the goods are delivered to, printed on the label."""

    name1: str | None = None
    """First name line of the ship-to address, for back ends that keep the name in lines of their own (SAP countries).
    """

    name2: str | None = None
    """Continuation of the name of the ship-to address, where `name1` does not hold it."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and number the goods are delivered to.

    The back end upper-cases and abbreviates it (`Road` becomes `RD`).
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor, suite or department where the goods arrive."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Anything else the carrier needs to find the ship-to address; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the ship-to address; used in SAP countries only."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of delivery; Impulse countries keep 25 characters."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province of delivery as a code of two or three letters, such as `TX`."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postal code of delivery.

    The back end pads US codes to nine digits.
    """

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of delivery as a two-letter ISO code; it should be the country of the account."""

    phone_number: str | None = None
    """Telephone at the place of delivery, for the carrier."""

    email: str | None = None
    """Mailbox that carriers send delivery notices to."""

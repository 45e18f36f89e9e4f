"""The model `AsyncOrderCreateDTOShipToInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import ClassVar

from xi.sdk.resellers.models._model import Exact, Request


class AsyncOrderCreateDTOShipToInfo(Exact, Request):
    """Where a v7 order is delivered."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"address_line3", "address_line4", "email"})

    address_id: str | None = None
    """Identifier of a ship-to address already on file for the account, such as `200`.

    When given, the address on file is used and the other fields may stay out.
    """

    contact: str | None = None
    """Person to ask for where the goods arrive.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """Company the goods are delivered to, printed on the label."""

    address_line1: str | None = None
    """Street and number the goods are delivered to.

    The back end upper-cases and abbreviates it (`Road` becomes `RD`).
    """

    address_line2: str | None = None
    """Building, floor, suite or department where the goods arrive."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the ship-to address; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the ship-to address; used in SAP countries only."""

    name1: str | None = None
    """First name line of the ship-to address, for back ends that keep the name in lines of their own (SAP countries).
    """

    name2: str | None = None
    """Continuation of the name of the ship-to address, where `name1` does not hold it."""

    city: str | None = None
    """Town the v7 order is delivered to."""

    state: str | None = None
    """State or province of delivery as a code of two or three letters, such as `TX`."""

    postal_code: str | None = None
    """Postal code of delivery.

    The back end pads US codes to nine digits.
    """

    country_code: str | None = None
    """Country of delivery as a two-letter ISO code; it should be the country of the account."""

    email: str | None = None
    """Mailbox that carriers send delivery notices to."""

    shipping_notes: str | None = None
    """Remarks for the delivery to this address, printed for the carrier where the warehouse supports it."""

    phone_number: str | None = None
    """Telephone at the place of delivery, for the carrier."""

"""The model `OrderModifyRequestShipToInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import Request


class OrderModifyRequestShipToInfo(Request):
    """The new place of delivery.

    Limits are tighter than on create.
    """

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of a ship-to address already on file for the account, such as `200`.

    When given, the address on file is used and the other fields may stay out. At most 10 characters on a modify.
    """

    contact: Annotated[str | None, Field(max_length=40)] = None
    """Person to ask for where the goods arrive.

    Latin-American back ends cut it at 35 characters and strip accents. At most 40 characters on a modify.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Company the goods are delivered to, printed on the label.

    At most 40 characters on a modify.
    """

    name1: Annotated[str | None, Field(max_length=40)] = None
    """First name line of the ship-to address, for back ends that keep the name in lines of their own (SAP countries).

    At most 40 characters on a modify.
    """

    name2: Annotated[str | None, Field(max_length=40)] = None
    """Continuation of the name of the ship-to address, where `name1` does not hold it.

    At most 40 characters on a modify.
    """

    address_line1: Annotated[str | None, Field(max_length=60)] = None
    """Street and number the goods are delivered to.

    The back end upper-cases and abbreviates it (`Road` becomes `RD`). At most 60 characters on a modify.
    """

    address_line2: Annotated[str | None, Field(max_length=40)] = None
    """Building, floor, suite or department where the goods arrive.

    At most 40 characters on a modify.
    """

    address_line3: Annotated[str | None, Field(max_length=40)] = None
    """Anything else the carrier needs to find the ship-to address; left out when the first two lines suffice.

    At most 40 characters on a modify.
    """

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of delivery; Impulse countries keep 25 characters."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province of delivery as a code of two or three letters, such as `TX`.

    At most 3 characters on a modify.
    """

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postal code of delivery.

    The back end pads US codes to nine digits.
    """

    country_code: Annotated[str | None, Field(max_length=3)] = None
    """Country of delivery as a two-letter ISO code; it should be the country of the account."""

    phone_number: Annotated[str | None, Field(max_length=30)] = None
    """Telephone at the place of delivery, for the carrier.

    At most 30 characters on a modify.
    """

    email: Annotated[str | None, Field(max_length=241)] = None
    """Mailbox that carriers send delivery notices to.

    At most 241 characters on a modify.
    """

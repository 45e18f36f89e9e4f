"""The model `OrderCreateResponseShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseShipToInfo(ResponseModel):
    """Address of delivery as the back end stored it.

    Args:
        address_id (str): Identifier of the ship-to address used; `200` means the default.
        contact (str): Contact person at the delivery address. Latin-American back ends cut it at 35 characters and
            strip accents.
        company_name (str): Company the goods go to, as the back end has it: upper-cased.
        name1 (str): First name line of the ship-to address, for back ends that store the name in separate lines (SAP
            countries).
        name2 (str): Continuation of the name of the ship-to address, if it does not fit into `name1`.
        address_line1 (str): Street and number as stored: upper-cased, `ROAD` cut to `RD`.
        address_line2 (str): Building, floor, suite or department where the goods arrive.
        address_line3 (str): Anything else the carrier needs to find the ship-to address; left out when the first two
            lines suffice.
        address_line4 (str): Fourth address line of the ship-to address; for addresses with more than three lines.
        city (str): Town of delivery as stored, upper-cased.
        state (str): State or province code as stored.
        postal_code (str): Postal code as stored; US codes padded to nine digits.
        country_code (str): Country of delivery, two letters.
        phone_number (str): Telephone kept for the delivery.
        email (str): E-mail address as stored; the `@` was missing in some answers.
    """

    address_id: str | None = None
    """Identifier of the ship-to address used; `200` means the default."""

    contact: str | None = None
    """Contact person at the delivery address.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """Company the goods go to, as the back end has it: upper-cased."""

    name1: str | None = None
    """First name line of the ship-to address, for back ends that store the name in separate lines (SAP countries)."""

    name2: str | None = None
    """Continuation of the name of the ship-to address, if it does not fit into `name1`."""

    address_line1: str | None = None
    """Street and number as stored: upper-cased, `ROAD` cut to `RD`."""

    address_line2: str | None = None
    """Building, floor, suite or department where the goods arrive."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the ship-to address; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the ship-to address; for addresses with more than three lines."""

    city: str | None = None
    """Town of delivery as stored, upper-cased."""

    state: str | None = None
    """State or province code as stored."""

    postal_code: str | None = None
    """Postal code as stored; US codes padded to nine digits."""

    country_code: str | None = None
    """Country of delivery, two letters."""

    phone_number: str | None = None
    """Telephone kept for the delivery."""

    email: str | None = None
    """E-mail address as stored; the `@` was missing in some answers."""

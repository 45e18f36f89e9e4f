"""The model `InvoiceDetailsv61ResponseShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseShipToInfo(ResponseModel):
    """Where the goods went.

    The published example has neither telephone nor mailbox.

    Args:
        contact (str): Person who received the goods; the family name may stand first.
        company_name (str): Company or site that received the goods, upper-cased by the back end.
        address_line1 (str): Street and number of delivery, with words such as `DRIVE` cut short.
        address_line2 (str): Building, floor or suite of delivery.
        address_line3 (str): Rest of the address of delivery, rarely used.
        city (str): Town of delivery, upper-cased by the back end.
        state (str): State or province code of the place of delivery.
        postal_code (str): Postal code of the place of delivery; US codes padded to nine digits.
        country_code (str): Country of the place of delivery, two letters.
        phone_number (str): Telephone at the place of delivery, if it is known.
        email (str): Mailbox at the place of delivery, if it is known.
    """

    contact: str | None = None
    """Person who received the goods; the family name may stand first."""

    company_name: str | None = None
    """Company or site that received the goods, upper-cased by the back end."""

    address_line1: str | None = None
    """Street and number of delivery, with words such as `DRIVE` cut short."""

    address_line2: str | None = None
    """Building, floor or suite of delivery."""

    address_line3: str | None = None
    """Rest of the address of delivery, rarely used."""

    city: str | None = None
    """Town of delivery, upper-cased by the back end."""

    state: str | None = None
    """State or province code of the place of delivery."""

    postal_code: str | None = None
    """Postal code of the place of delivery; US codes padded to nine digits."""

    country_code: str | None = None
    """Country of the place of delivery, two letters."""

    phone_number: str | None = None
    """Telephone at the place of delivery, if it is known."""

    email: str | None = None
    """Mailbox at the place of delivery, if it is known."""

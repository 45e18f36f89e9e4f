"""The model `OrderCreateV7RequestShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateV7RequestShipToInfo(ResponseModel):
    """Delivery address of a v7 order, by identifier or written out.

    Args:
        address_id (str): Identifier of a ship-to address on file, at most 10 characters.
        contact (str): Person who receives the goods, at most 70 characters.
        company_name (str): Firm at the place of delivery, at most 40 characters.
        address_line1 (str): Street and number to deliver to, at most 70 characters; about 35 in Latin America.
        address_line2 (str): Building, floor or suite to deliver to, at most 70 characters.
        city (str): Town to deliver to, at most 25 characters.
        state (str): State or province code of the place of delivery, at most 3 characters.
        postal_code (str): Postcode of the place of delivery, as text; no limit is published.
        country_code (str): Country to deliver to as a two-letter ISO code; 10 characters fit.
        email (str): Mailbox of the recipient for news on the delivery.
        shipping_notes (str): Remarks on the delivery that belong to this address.
        phone_number (str): Telephone of the recipient at the place of delivery.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "address_line1",
            "address_line2",
            "city",
            "company_name",
            "contact",
            "country_code",
            "email",
            "phone_number",
            "postal_code",
            "shipping_notes",
            "state",
        }
    )

    address_id: str | None = None
    """Identifier of a ship-to address on file, at most 10 characters."""

    contact: str | None = None
    """Person who receives the goods, at most 70 characters."""

    company_name: str | None = None
    """Firm at the place of delivery, at most 40 characters."""

    address_line1: str | None = None
    """Street and number to deliver to, at most 70 characters; about 35 in Latin America."""

    address_line2: str | None = None
    """Building, floor or suite to deliver to, at most 70 characters."""

    city: str | None = None
    """Town to deliver to, at most 25 characters."""

    state: str | None = None
    """State or province code of the place of delivery, at most 3 characters."""

    postal_code: str | None = None
    """Postcode of the place of delivery, as text; no limit is published."""

    country_code: str | None = None
    """Country to deliver to as a two-letter ISO code; 10 characters fit."""

    email: str | None = None
    """Mailbox of the recipient for news on the delivery."""

    shipping_notes: str | None = None
    """Remarks on the delivery that belong to this address."""

    phone_number: str | None = None
    """Telephone of the recipient at the place of delivery."""

"""The model `OrderCreateV7RequestShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestShipToInfo(RequestModel):
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

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of a ship-to address on file, at most 10 characters."""

    contact: Annotated[str | None, Field(max_length=70)] = None
    """Person who receives the goods, at most 70 characters."""

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Firm at the place of delivery, at most 40 characters."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and number to deliver to, at most 70 characters; about 35 in Latin America."""

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor or suite to deliver to, at most 70 characters."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town to deliver to, at most 25 characters."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province code of the place of delivery, at most 3 characters."""

    postal_code: str | None = None
    """Postcode of the place of delivery, as text; no limit is published."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country to deliver to as a two-letter ISO code; 10 characters fit."""

    email: str | None = None
    """Mailbox of the recipient for news on the delivery."""

    shipping_notes: str | None = None
    """Remarks on the delivery that belong to this address."""

    phone_number: str | None = None
    """Telephone of the recipient at the place of delivery."""

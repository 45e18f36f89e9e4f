"""The model `OrderCreateRequestResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import WholeNumber


class OrderCreateRequestResellerInfo(RequestModel):
    """The reseller's own address and contact on a v6 order.

    Only a company name and an e-mail address appear in published examples.

    Args:
        reseller_id (str): Identifier of the reseller; which number is expected here is not documented. The account that
            pays follows from the `IM-CustomerNumber` header.
        company_name (str): Trading name of the reseller, at most 40 characters. Integrators in Latin America keep to 34
            or 35.
        contact (str): Contact person at the reseller for questions about the order.
        address_line1 (str): Reseller's street and house number, at most 70 characters; Latin-American back ends cut it
            at about 35 and mangle accents.
        address_line2 (str): Second line of the reseller's address, for a suite or building; limit 70.
        address_line3 (str): Third line of the reseller's address, if two do not suffice; limit 70.
        city (str): Town of the reseller, 25 characters at most.
        state (str): State or province of the reseller as a code of up to three characters, such as `KS`.
        postal_code (str): Postcode of the reseller without other text, 10 characters at most.
        country_code (str): Country of the reseller, in practice the two-letter ISO code; up to 10 characters pass.
        phone_number (int): Reseller's telephone as a bare whole number, unlike the other phone fields of the order,
            which are text. A leading zero or plus sign cannot be expressed.
        email (str): Mailbox of the reseller for this order.
    """

    reseller_id: str | None = None
    """Identifier of the reseller; which number is expected here is not documented.

    The account that pays follows from the `IM-CustomerNumber` header.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Trading name of the reseller, at most 40 characters.

    Integrators in Latin America keep to 34 or 35.
    """

    contact: str | None = None
    """Contact person at the reseller for questions about the order."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Reseller's street and house number, at most 70 characters; Latin-American back ends cut it at about 35 and mangle
    accents.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Second line of the reseller's address, for a suite or building; limit 70."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Third line of the reseller's address, if two do not suffice; limit 70."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of the reseller, 25 characters at most."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province of the reseller as a code of up to three characters, such as `KS`."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postcode of the reseller without other text, 10 characters at most."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the reseller, in practice the two-letter ISO code; up to 10 characters pass."""

    phone_number: WholeNumber | str | None = None
    """Reseller's telephone as a bare whole number, unlike the other phone fields of the order, which are text.

    A leading zero or plus sign cannot be expressed.
    """

    email: str | None = None
    """Mailbox of the reseller for this order."""

"""The model `OrderCreateRequestShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateRequestShipToInfo(RequestModel):
    """Delivery address of a v6 order.

    Either name an address on file by `addressId` or write it out; when omitted, the account's default is used, which
    answers show as `200`.

    Args:
        address_id (str): Identifier of a ship-to address on file for the account, 10 characters at most. Answers show
            `200` where none was chosen.
        contact (str): Person who receives the goods, at most 70 characters; Latin-American integrators stay within 35.
        company_name (str): Firm that receives the goods, 40 characters at most; back ends in Latin America keep some 35
            of them.
        name1 (str): First name line of the recipient. How it differs from `companyName` is not documented; published
            requests leave it out.
        name2 (str): Second name line of the recipient, continuing `name1`.
        address_line1 (str): Street and house number for the delivery, at most 70 characters. Latin-American back ends
            cut it at about 35 and reject or mangle accents, ñ and punctuation.
        address_line2 (str): Building, floor or suite of the delivery address; 70 characters at most.
        address_line3 (str): Further directions within the delivery address; 70 characters at most.
        address_line4 (str): Fourth line of the delivery address, without a published limit.
        city (str): Town the goods are delivered to, limited to 25 characters.
        state (str): State or province of the delivery address as a code such as `FL`, up to three characters.
        postal_code (str): Postcode of the delivery address, up to 10 characters. US examples send nine digits without a
            dash.
        country_code (str): Country of delivery, in examples the two-letter ISO code such as `US`. The schema lets 10
            characters through.
        phone_number (str): Telephone of the recipient as text, digits in the published examples.
        email (str): Mailbox of the recipient. A published modify answer lost the `@`, so do not rely on the returned
            value.
    """

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of a ship-to address on file for the account, 10 characters at most.

    Answers show `200` where none was chosen.
    """

    contact: Annotated[str | None, Field(max_length=70)] = None
    """Person who receives the goods, at most 70 characters; Latin-American integrators stay within 35."""

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Firm that receives the goods, 40 characters at most; back ends in Latin America keep some 35 of them."""

    name1: str | None = None
    """First name line of the recipient.

    How it differs from `companyName` is not documented; published requests leave it out.
    """

    name2: str | None = None
    """Second name line of the recipient, continuing `name1`."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and house number for the delivery, at most 70 characters.

    Latin-American back ends cut it at about 35 and reject or mangle accents, ñ and punctuation.
    """

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor or suite of the delivery address; 70 characters at most."""

    address_line3: Annotated[str | None, Field(max_length=70)] = None
    """Further directions within the delivery address; 70 characters at most."""

    address_line4: str | None = None
    """Fourth line of the delivery address, without a published limit."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town the goods are delivered to, limited to 25 characters."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province of the delivery address as a code such as `FL`, up to three characters."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postcode of the delivery address, up to 10 characters.

    US examples send nine digits without a dash.
    """

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of delivery, in examples the two-letter ISO code such as `US`.

    The schema lets 10 characters through.
    """

    phone_number: str | None = None
    """Telephone of the recipient as text, digits in the published examples."""

    email: str | None = None
    """Mailbox of the recipient.

    A published modify answer lost the `@`, so do not rely on the returned value.
    """

"""The model `OrderModifyRequestShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderModifyRequestShipToInfo(RequestModel):
    """New ship-to address for an order on customer hold.

    Its limits are tighter than at creation. The back end upper-cases it, shortens words (Road to RD) and pads US
    postcodes to nine digits.

    Args:
        address_id (str): Identifier of another ship-to address on file, up to 10 characters, to switch to.
        contact (str): New recipient's name, up to 40 characters where the create request allows 70.
        company_name (str): New receiving firm, up to 40 characters; comes back in capitals.
        name1 (str): First name line for the changed address, up to 40 characters.
        name2 (str): Second name line for the changed address, up to 40 characters.
        address_line1 (str): New street and house number, up to 60 characters; words such as Road are shortened by the
            back end.
        address_line2 (str): New second line, up to 40 characters where the create request allows 70.
        address_line3 (str): New third line, up to 40 characters; empty in the published example.
        city (str): New town of delivery, up to 25 characters, upper-cased by the back end.
        state (str): New state or province code, up to three characters, such as `AZ`.
        postal_code (str): New postcode, up to 10 characters; a US one is padded to nine digits.
        country_code (str): Country of the changed address, up to three characters; examples use the two-letter code.
        phone_number (str): New telephone as text, up to 30 characters; dashes occur in the published example.
        email (str): New mailbox of the recipient, up to 241 characters. In the published answer the `@` was lost.
    """

    address_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of another ship-to address on file, up to 10 characters, to switch to."""

    contact: Annotated[str | None, Field(max_length=40)] = None
    """New recipient's name, up to 40 characters where the create request allows 70."""

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """New receiving firm, up to 40 characters; comes back in capitals."""

    name1: Annotated[str | None, Field(max_length=40)] = None
    """First name line for the changed address, up to 40 characters."""

    name2: Annotated[str | None, Field(max_length=40)] = None
    """Second name line for the changed address, up to 40 characters."""

    address_line1: Annotated[str | None, Field(max_length=60)] = None
    """New street and house number, up to 60 characters; words such as Road are shortened by the back end."""

    address_line2: Annotated[str | None, Field(max_length=40)] = None
    """New second line, up to 40 characters where the create request allows 70."""

    address_line3: Annotated[str | None, Field(max_length=40)] = None
    """New third line, up to 40 characters; empty in the published example."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """New town of delivery, up to 25 characters, upper-cased by the back end."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """New state or province code, up to three characters, such as `AZ`."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """New postcode, up to 10 characters; a US one is padded to nine digits."""

    country_code: Annotated[str | None, Field(max_length=3)] = None
    """Country of the changed address, up to three characters; examples use the two-letter code."""

    phone_number: Annotated[str | None, Field(max_length=30)] = None
    """New telephone as text, up to 30 characters; dashes occur in the published example."""

    email: Annotated[str | None, Field(max_length=241)] = None
    """New mailbox of the recipient, up to 241 characters.

    In the published answer the `@` was lost.
    """

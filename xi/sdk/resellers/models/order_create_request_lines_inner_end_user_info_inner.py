"""The model `OrderCreateRequestLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models._types import Number


class OrderCreateRequestLinesInnerEndUserInfoInner(RequestModel):
    """One end user of a single v6 line.

    Its limits differ from those of the header's end user. A published example also sends `contactId` and
    `addressSequenceNumber`; they are undeclared and passed on as extras.

    Args:
        end_user_type (str): Kind of end user. The possible values are not documented.
        end_user_id (str): Identifier of an end user known to Ingram Micro, 10 characters at most; `5` in the published
            example.
        contact (str): Person at the end user for this line; no limit is published here.
        company_name (str): Firm that uses the goods of this line; unlike in the header, no limit is published.
        name1 (str): First name line of the line's end user, cut off at 35 characters by the limit.
        name2 (str): Continuation of the name of the line's end user.
        address_line1 (str): Street and house number of the line's end user. The header's limit of 70 is not stated
            here, yet shorter is safer.
        address_line2 (str): Second address line of the line's end user, if any.
        address_line3 (str): Third address line of the line's end user, if any.
        address_line4 (str): Fourth and last address line of the line's end user.
        city (str): Town of the line's end user; no limit is stated at line level.
        state (str): State or province code of the line's end user, as in the header.
        postal_code (str): Postcode of the line's end user, digits or letters as the country writes it.
        country_code (str): Country of the line's end user, three characters at most; the two-letter ISO code is what
            other fields use.
        phone_number (int or float): Telephone of the line's end user. Declared as a number, sent as text in the
            published example; a number loses leading zeros.
        email (str): Mailbox of the line's end user, 241 characters at most.
    """

    end_user_type: str | None = None
    """Kind of end user.

    The possible values are not documented.
    """

    end_user_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of an end user known to Ingram Micro, 10 characters at most; `5` in the published example."""

    contact: str | None = None
    """Person at the end user for this line; no limit is published here."""

    company_name: str | None = None
    """Firm that uses the goods of this line; unlike in the header, no limit is published."""

    name1: Annotated[str | None, Field(max_length=35)] = None
    """First name line of the line's end user, cut off at 35 characters by the limit."""

    name2: str | None = None
    """Continuation of the name of the line's end user."""

    address_line1: str | None = None
    """Street and house number of the line's end user.

    The header's limit of 70 is not stated here, yet shorter is safer.
    """

    address_line2: str | None = None
    """Second address line of the line's end user, if any."""

    address_line3: str | None = None
    """Third address line of the line's end user, if any."""

    address_line4: str | None = None
    """Fourth and last address line of the line's end user."""

    city: str | None = None
    """Town of the line's end user; no limit is stated at line level."""

    state: str | None = None
    """State or province code of the line's end user, as in the header."""

    postal_code: str | None = None
    """Postcode of the line's end user, digits or letters as the country writes it."""

    country_code: Annotated[str | None, Field(max_length=3)] = None
    """Country of the line's end user, three characters at most; the two-letter ISO code is what other fields use."""

    phone_number: Number | str | None = None
    """Telephone of the line's end user.

    Declared as a number, sent as text in the published example; a number loses leading zeros.
    """

    email: Annotated[str | None, Field(max_length=241)] = None
    """Mailbox of the line's end user, 241 characters at most."""

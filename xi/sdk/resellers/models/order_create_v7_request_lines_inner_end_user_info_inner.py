"""The model `OrderCreateV7RequestLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerEndUserInfoInner(RequestModel):
    """One end user of a single line of a v7 order.

    Args:
        end_user_id (str): Identifier of an end user on file, at most 10 characters.
        end_user_type (str): Kind of end user; which values are accepted is not documented.
        company_name (str): Firm that uses the goods of this line.
        address_line1 (str): Street and number of the line's end user.
        address_line2 (str): Building, floor or suite of the line's end user.
        contact (str): Person at the line's end user.
        city (str): Town of the line's end user, which Impulse countries expect.
        state (str): State or province code of the line's end user.
        postal_code (str): Postcode of the line's end user, as text.
        country_code (str): Country of the line's end user as a two-letter ISO code.
        phone_number (str): Telephone of the line's end user as text, at most 30 characters.
        email (str): Mailbox of the line's end user, at most 241 characters.
    """

    end_user_id: Annotated[str | None, Field(max_length=10)] = None
    """Identifier of an end user on file, at most 10 characters."""

    end_user_type: str | None = None
    """Kind of end user; which values are accepted is not documented."""

    company_name: str | None = None
    """Firm that uses the goods of this line."""

    address_line1: str | None = None
    """Street and number of the line's end user."""

    address_line2: str | None = None
    """Building, floor or suite of the line's end user."""

    contact: str | None = None
    """Person at the line's end user."""

    city: str | None = None
    """Town of the line's end user, which Impulse countries expect."""

    state: str | None = None
    """State or province code of the line's end user."""

    postal_code: str | None = None
    """Postcode of the line's end user, as text."""

    country_code: str | None = None
    """Country of the line's end user as a two-letter ISO code."""

    phone_number: Annotated[str | None, Field(max_length=30)] = None
    """Telephone of the line's end user as text, at most 30 characters."""

    email: Annotated[str | None, Field(max_length=241)] = None
    """Mailbox of the line's end user, at most 241 characters."""

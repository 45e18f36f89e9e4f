"""The model `OrderCreateV7RequestEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestEndUserInfo(RequestModel):
    """The end user of a v7 order.

    Leave out what is not known; v6 was seen to refuse empty values.

    Args:
        end_user_id (str): Identifier of an end user already on file, in place of an address.
        contact (str): Person at the end user's site for questions about the goods.
        company_name (str): Firm that will use the goods, at most 40 characters.
        address_line1 (str): Street and number of the end user, at most 70 characters; about 35 in Latin America.
        address_line2 (str): Building, floor or suite of the end user, at most 70 characters.
        city (str): Town of the end user, at most 25 characters.
        state (str): State or province code of the end user, at most 3 characters.
        postal_code (str): Postcode of the end user as text, at most 10 characters.
        country_code (str): Country of the end user as a two-letter ISO code; 10 characters fit.
        phone_number (str): Telephone of the end user as text.
        email (str): Mailbox of the end user; licences may be sent to it.
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
            "end_user_id",
            "phone_number",
            "postal_code",
            "state",
        }
    )

    end_user_id: str | None = None
    """Identifier of an end user already on file, in place of an address."""

    contact: str | None = None
    """Person at the end user's site for questions about the goods."""

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Firm that will use the goods, at most 40 characters."""

    address_line1: Annotated[str | None, Field(max_length=70)] = None
    """Street and number of the end user, at most 70 characters; about 35 in Latin America."""

    address_line2: Annotated[str | None, Field(max_length=70)] = None
    """Building, floor or suite of the end user, at most 70 characters."""

    city: Annotated[str | None, Field(max_length=25)] = None
    """Town of the end user, at most 25 characters."""

    state: Annotated[str | None, Field(max_length=3)] = None
    """State or province code of the end user, at most 3 characters."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postcode of the end user as text, at most 10 characters."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the end user as a two-letter ISO code; 10 characters fit."""

    phone_number: str | None = None
    """Telephone of the end user as text."""

    email: str | None = None
    """Mailbox of the end user; licences may be sent to it."""

"""The model `OrderCreateV7RequestResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestResellerInfo(RequestModel):
    """The reseller on a v7 order, if it is to differ from the account.

    Args:
        reseller_id (str): Identifier of the reseller. Which number is meant is not documented; the account comes from
            the header.
        company_name (str): Trading name of the reseller, at most 40 characters.
        contact (str): Person at the reseller who answers questions.
        address_line1 (str): Street and number of the reseller; no limit is published, v6 takes 70 characters.
        address_line2 (str): Second street line of the reseller, such as a suite.
        city (str): Town of the reseller; v6 stops at 25 characters.
        state (str): State or province code of the reseller, two or three characters.
        postal_code (str): Postcode of the reseller as text, at most 10 characters.
        country_code (str): Country of the reseller as a two-letter ISO code; 10 characters fit.
        phone_number (str): Telephone of the reseller as text.
        email (str): Mailbox of the reseller for this order.
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
            "reseller_id",
            "state",
        }
    )

    reseller_id: str | None = None
    """Identifier of the reseller.

    Which number is meant is not documented; the account comes from the header.
    """

    company_name: Annotated[str | None, Field(max_length=40)] = None
    """Trading name of the reseller, at most 40 characters."""

    contact: str | None = None
    """Person at the reseller who answers questions."""

    address_line1: str | None = None
    """Street and number of the reseller; no limit is published, v6 takes 70 characters."""

    address_line2: str | None = None
    """Second street line of the reseller, such as a suite."""

    city: str | None = None
    """Town of the reseller; v6 stops at 25 characters."""

    state: str | None = None
    """State or province code of the reseller, two or three characters."""

    postal_code: Annotated[str | None, Field(max_length=10)] = None
    """Postcode of the reseller as text, at most 10 characters."""

    country_code: Annotated[str | None, Field(max_length=10)] = None
    """Country of the reseller as a two-letter ISO code; 10 characters fit."""

    phone_number: str | None = None
    """Telephone of the reseller as text."""

    email: str | None = None
    """Mailbox of the reseller for this order."""

"""The model `QuoteDetailsResponseResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseResellerInfo(ResponseModel):
    """The reseller's side of a quote.

    Args:
        contact (str): Person at the reseller, at times with the company's name around it.
        company_name (str): Reseller's account name as Ingram Micro has it.
        email (str): Mailbox of the person at the reseller.
        phone_number (str): Telephone of the reseller, digits as text.
        customer_number (str): Account number such as `20-222222`, the one that the call was made for.
    """

    contact: str | None = None
    """Person at the reseller, at times with the company's name around it."""

    company_name: str | None = None
    """Reseller's account name as Ingram Micro has it."""

    email: str | None = None
    """Mailbox of the person at the reseller."""

    phone_number: str | None = None
    """Telephone of the reseller, digits as text."""

    customer_number: str | None = None
    """Account number such as `20-222222`, the one that the call was made for."""

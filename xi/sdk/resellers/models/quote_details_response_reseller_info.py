"""The model `QuoteDetailsResponseResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseResellerInfo(ResponseModel):
    """DRAFT 514.

    QuoteDetailsResponseResellerInfo.

    Args:
        contact (str): DRAFT 515. contact of QuoteDetailsResponseResellerInfo.
        company_name (str): DRAFT 516. company Name of QuoteDetailsResponseResellerInfo.
        email (str): DRAFT 517. email of QuoteDetailsResponseResellerInfo.
        phone_number (str): DRAFT 518. phone Number of QuoteDetailsResponseResellerInfo.
        customer_number (str): DRAFT 519. customer Number of QuoteDetailsResponseResellerInfo.
    """

    contact: str | None = None
    """DRAFT 515.

    contact of QuoteDetailsResponseResellerInfo.
    """

    company_name: str | None = None
    """DRAFT 516.

    company Name of QuoteDetailsResponseResellerInfo.
    """

    email: str | None = None
    """DRAFT 517.

    email of QuoteDetailsResponseResellerInfo.
    """

    phone_number: str | None = None
    """DRAFT 518.

    phone Number of QuoteDetailsResponseResellerInfo.
    """

    customer_number: str | None = None
    """DRAFT 519.

    customer Number of QuoteDetailsResponseResellerInfo.
    """

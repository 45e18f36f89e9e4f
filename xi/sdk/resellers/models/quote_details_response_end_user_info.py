"""The model `QuoteDetailsResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseEndUserInfo(ResponseModel):
    """DRAFT 520.

    QuoteDetailsResponseEndUserInfo.

    Args:
        contact (str): DRAFT 521. contact of QuoteDetailsResponseEndUserInfo.
        company_name (str): DRAFT 522. company Name of QuoteDetailsResponseEndUserInfo.
        address_line1 (str): DRAFT 523. address Line1 of QuoteDetailsResponseEndUserInfo.
        address_line2 (str): DRAFT 524. address Line2 of QuoteDetailsResponseEndUserInfo.
        address_line3 (str): DRAFT 525. address Line3 of QuoteDetailsResponseEndUserInfo.
        city (str): DRAFT 526. city of QuoteDetailsResponseEndUserInfo.
        state (str): DRAFT 527. state of QuoteDetailsResponseEndUserInfo.
        email (str): DRAFT 528. email of QuoteDetailsResponseEndUserInfo.
        phone_number (str): DRAFT 529. phone Number of QuoteDetailsResponseEndUserInfo.
        postal_code (str): DRAFT 530. postal Code of QuoteDetailsResponseEndUserInfo.
        market_segment (str): DRAFT 531. market Segment of QuoteDetailsResponseEndUserInfo.
    """

    contact: str | None = None
    """DRAFT 521.

    contact of QuoteDetailsResponseEndUserInfo.
    """

    company_name: str | None = None
    """DRAFT 522.

    company Name of QuoteDetailsResponseEndUserInfo.
    """

    address_line1: str | None = None
    """DRAFT 523.

    address Line1 of QuoteDetailsResponseEndUserInfo.
    """

    address_line2: str | None = None
    """DRAFT 524.

    address Line2 of QuoteDetailsResponseEndUserInfo.
    """

    address_line3: str | None = None
    """DRAFT 525.

    address Line3 of QuoteDetailsResponseEndUserInfo.
    """

    city: str | None = None
    """DRAFT 526.

    city of QuoteDetailsResponseEndUserInfo.
    """

    state: str | None = None
    """DRAFT 527.

    state of QuoteDetailsResponseEndUserInfo.
    """

    email: str | None = None
    """DRAFT 528.

    email of QuoteDetailsResponseEndUserInfo.
    """

    phone_number: str | None = None
    """DRAFT 529.

    phone Number of QuoteDetailsResponseEndUserInfo.
    """

    postal_code: str | None = None
    """DRAFT 530.

    postal Code of QuoteDetailsResponseEndUserInfo.
    """

    market_segment: str | None = None
    """DRAFT 531.

    market Segment of QuoteDetailsResponseEndUserInfo.
    """

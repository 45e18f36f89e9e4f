"""The model `QuoteDetailsResponseShippingInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseShippingInfo(ResponseModel):
    """DRAFT 532.

    QuoteDetailsResponseShippingInfo.

    Args:
        company_name (str): DRAFT 533. company Name of QuoteDetailsResponseShippingInfo.
        address_line1 (str): DRAFT 534. address Line1 of QuoteDetailsResponseShippingInfo.
        address_line2 (str): DRAFT 535. address Line2 of QuoteDetailsResponseShippingInfo.
        address_line3 (str): DRAFT 536. address Line3 of QuoteDetailsResponseShippingInfo.
        city (str): DRAFT 537. city of QuoteDetailsResponseShippingInfo.
        state (str): DRAFT 538. state of QuoteDetailsResponseShippingInfo.
        email (str): DRAFT 539. email of QuoteDetailsResponseShippingInfo.
        phone_number (str): DRAFT 540. phone Number of QuoteDetailsResponseShippingInfo.
        postal_code (str): DRAFT 541. postal Code of QuoteDetailsResponseShippingInfo.
        shp_to_gstin_number (str): DRAFT 542. shp To Gstin Number of QuoteDetailsResponseShippingInfo.
    """

    company_name: str | None = None
    """DRAFT 533.

    company Name of QuoteDetailsResponseShippingInfo.
    """

    address_line1: str | None = None
    """DRAFT 534.

    address Line1 of QuoteDetailsResponseShippingInfo.
    """

    address_line2: str | None = None
    """DRAFT 535.

    address Line2 of QuoteDetailsResponseShippingInfo.
    """

    address_line3: str | None = None
    """DRAFT 536.

    address Line3 of QuoteDetailsResponseShippingInfo.
    """

    city: str | None = None
    """DRAFT 537.

    city of QuoteDetailsResponseShippingInfo.
    """

    state: str | None = None
    """DRAFT 538.

    state of QuoteDetailsResponseShippingInfo.
    """

    email: str | None = None
    """DRAFT 539.

    email of QuoteDetailsResponseShippingInfo.
    """

    phone_number: str | None = None
    """DRAFT 540.

    phone Number of QuoteDetailsResponseShippingInfo.
    """

    postal_code: str | None = None
    """DRAFT 541.

    postal Code of QuoteDetailsResponseShippingInfo.
    """

    shp_to_gstin_number: str | None = None
    """DRAFT 542.

    shp To Gstin Number of QuoteDetailsResponseShippingInfo.
    """

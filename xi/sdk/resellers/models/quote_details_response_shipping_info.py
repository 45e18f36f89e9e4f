"""The model `QuoteDetailsResponseShippingInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseShippingInfo(ResponseModel):
    """Place to which the goods of a quote would go.

    Args:
        company_name (str): Firm or site that takes the goods.
        address_line1 (str): Street and number where the goods go.
        address_line2 (str): Building, floor or suite where the goods go.
        address_line3 (str): Rest of the delivery address, rarely used.
        city (str): Town to which the goods would go.
        state (str): State or province code of the place of delivery, two letters in the US.
        email (str): Mailbox for questions about the delivery.
        phone_number (str): Telephone for questions about the delivery.
        postal_code (str): Postal code of the place of delivery, text with its leading zeros.
        shp_to_gstin_number (str): Tax registration (GSTIN) of the place of delivery, in India; the key lacks an i.
    """

    company_name: str | None = None
    """Firm or site that takes the goods."""

    address_line1: str | None = None
    """Street and number where the goods go."""

    address_line2: str | None = None
    """Building, floor or suite where the goods go."""

    address_line3: str | None = None
    """Rest of the delivery address, rarely used."""

    city: str | None = None
    """Town to which the goods would go."""

    state: str | None = None
    """State or province code of the place of delivery, two letters in the US."""

    email: str | None = None
    """Mailbox for questions about the delivery."""

    phone_number: str | None = None
    """Telephone for questions about the delivery."""

    postal_code: str | None = None
    """Postal code of the place of delivery, text with its leading zeros."""

    shp_to_gstin_number: str | None = None
    """Tax registration (GSTIN) of the place of delivery, in India; the key lacks an i."""

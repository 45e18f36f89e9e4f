"""The model `QuoteDetailsResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseEndUserInfo(ResponseModel):
    """End user of a quote.

    Most members are missing when only the company is known.

    Args:
        contact (str): Person at the end user's company.
        company_name (str): Company that will use the goods.
        address_line1 (str): Street and number of the end user.
        address_line2 (str): Building, floor or suite of the end user.
        address_line3 (str): Rest of the end user's address, rarely used.
        city (str): Town of the end user as the quote has it.
        state (str): State or province code of the end user, two letters in the US.
        email (str): Mailbox of the end user as the quote has it.
        phone_number (str): Telephone of the end user as the quote has it.
        postal_code (str): Postal code of the end user, text with its leading zeros.
        market_segment (str): Market of the end user, such as education, government or medical; some get special prices.
    """

    contact: str | None = None
    """Person at the end user's company."""

    company_name: str | None = None
    """Company that will use the goods."""

    address_line1: str | None = None
    """Street and number of the end user."""

    address_line2: str | None = None
    """Building, floor or suite of the end user."""

    address_line3: str | None = None
    """Rest of the end user's address, rarely used."""

    city: str | None = None
    """Town of the end user as the quote has it."""

    state: str | None = None
    """State or province code of the end user, two letters in the US."""

    email: str | None = None
    """Mailbox of the end user as the quote has it."""

    phone_number: str | None = None
    """Telephone of the end user as the quote has it."""

    postal_code: str | None = None
    """Postal code of the end user, text with its leading zeros."""

    market_segment: str | None = None
    """Market of the end user, such as education, government or medical; some get special prices."""

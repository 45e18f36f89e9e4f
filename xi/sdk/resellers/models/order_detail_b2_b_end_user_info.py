"""The model `OrderDetailB2BEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BEndUserInfo(ResponseModel):
    """Who uses what an order delivers.

    Args:
        contact (str): Contact person at the end user. Latin-American back ends cut it at 35 characters and strip
            accents.
        company_name (str): End user's company as the order keeps it.
        address_line1 (str): Street and number of the end user as the order keeps them.
        address_line2 (str): Building, floor, suite or department at the end user.
        address_line3 (str): Anything else the carrier needs to find the end user; left out when the first two lines
            suffice.
        city (str): Town of the end user as kept.
        state (str): State or province code of the end user as kept.
        postal_code (str): Postal code of the end user as kept.
        country_code (str): Country of the end user, two letters.
        phone_number (str): Telephone of the end user as kept.
        email (str): Mailbox of the end user as kept.
    """

    contact: str | None = None
    """Contact person at the end user.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """End user's company as the order keeps it."""

    address_line1: str | None = None
    """Street and number of the end user as the order keeps them."""

    address_line2: str | None = None
    """Building, floor, suite or department at the end user."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the end user; left out when the first two lines suffice."""

    city: str | None = None
    """Town of the end user as kept."""

    state: str | None = None
    """State or province code of the end user as kept."""

    postal_code: str | None = None
    """Postal code of the end user as kept."""

    country_code: str | None = None
    """Country of the end user, two letters."""

    phone_number: str | None = None
    """Telephone of the end user as kept."""

    email: str | None = None
    """Mailbox of the end user as kept."""

"""The model `RenewalsDetailsResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseEndUserInfo(ResponseModel):
    """End user of a renewal or of a deal.

    Most members may be missing; texts may be padded with blanks, which belong cut off.

    Args:
        contact (str): Person at the end user's company, at times padded with blanks to 100 characters.
        name1 (str): First line of the end user's name, where the back end keeps the name in lines.
        name2 (str): Second line of the end user's name, following `name1`.
        company_name (str): Company that uses the goods or services.
        address_line1 (str): Street and number of the end user.
        address_line2 (str): Building, floor or suite of the end user.
        address_line3 (str): Third line of the end user's address, rarely used.
        address_line4 (str): Fourth line of the end user's address, for countries that need it.
        city (str): Town of the end user as the back end keeps it.
        state (str): State or province code of the end user.
        postal_code (str): Postal code of the end user, text with its leading zeros; US codes may be padded to nine
            digits.
        country_code (str): Country of the end user, two letters.
        phone_number (str): Telephone of the end user, if it is known.
        email (str): Mailbox of the end user, if it is known.
    """

    contact: str | None = None
    """Person at the end user's company, at times padded with blanks to 100 characters."""

    name1: str | None = None
    """First line of the end user's name, where the back end keeps the name in lines."""

    name2: str | None = None
    """Second line of the end user's name, following `name1`."""

    company_name: str | None = None
    """Company that uses the goods or services."""

    address_line1: str | None = None
    """Street and number of the end user."""

    address_line2: str | None = None
    """Building, floor or suite of the end user."""

    address_line3: str | None = None
    """Third line of the end user's address, rarely used."""

    address_line4: str | None = None
    """Fourth line of the end user's address, for countries that need it."""

    city: str | None = None
    """Town of the end user as the back end keeps it."""

    state: str | None = None
    """State or province code of the end user."""

    postal_code: str | None = None
    """Postal code of the end user, text with its leading zeros; US codes may be padded to nine digits."""

    country_code: str | None = None
    """Country of the end user, two letters."""

    phone_number: str | None = None
    """Telephone of the end user, if it is known."""

    email: str | None = None
    """Mailbox of the end user, if it is known."""

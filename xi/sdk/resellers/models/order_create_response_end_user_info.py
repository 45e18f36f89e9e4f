"""The model `OrderCreateResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateResponseEndUserInfo(ResponseModel):
    """End user as the back end stored it.

    Args:
        end_user_id (str): End user's number with Ingram Micro, if one was found or given.
        contact (str): Contact person at the end user. Latin-American back ends cut it at 35 characters and strip
            accents.
        company_name (str): End user's company as the order keeps it.
        name1 (str): First name line of the end user, for back ends that store the name in separate lines (SAP
            countries).
        name2 (str): Continuation of the name of the end user, if it does not fit into `name1`.
        address_line1 (str): Street and number of the end user as the order keeps them.
        address_line2 (str): Building, floor, suite or department at the end user.
        address_line3 (str): Anything else the carrier needs to find the end user; left out when the first two lines
            suffice.
        address_line4 (str): Fourth address line of the end user; for addresses with more than three lines.
        city (str): Town of the end user as kept.
        state (str): State or province code of the end user as kept.
        postal_code (str): Postal code of the end user as kept.
        country_code (str): Country of the end user, two letters.
        phone_number (str): Telephone of the end user as kept.
        email (str): Mailbox of the end user as kept.
    """

    end_user_id: str | None = None
    """End user's number with Ingram Micro, if one was found or given."""

    contact: str | None = None
    """Contact person at the end user.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """End user's company as the order keeps it."""

    name1: str | None = None
    """First name line of the end user, for back ends that store the name in separate lines (SAP countries)."""

    name2: str | None = None
    """Continuation of the name of the end user, if it does not fit into `name1`."""

    address_line1: str | None = None
    """Street and number of the end user as the order keeps them."""

    address_line2: str | None = None
    """Building, floor, suite or department at the end user."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the end user; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the end user; for addresses with more than three lines."""

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

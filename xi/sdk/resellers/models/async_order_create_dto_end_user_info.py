"""The model `AsyncOrderCreateDTOEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOEndUserInfo(RequestModel):
    """The end user of a v7 order.

    The published example leaves several values empty, although v6 was seen to refuse empty ones; omit them instead.

    Args:
        end_user_id (str): Identifier of an end user already known to Ingram Micro, used in place of a written address.
        end_user_type (str): Kind of end user; which values are accepted is not documented.
        company_name (str): Firm that will use the goods of the v7 order; v6 limits it to 40 characters.
        name1 (str): First name line of the end user, absent from the published example, which fills `companyName`.
        name2 (str): Second name line, following `name1` of the end user.
        address_line1 (str): End user's street and house number; accents and ñ are best avoided in Latin America.
        address_line2 (str): House number, floor or suite, if not on the end user's first line.
        address_line3 (str): Third line of the end user's address; may be left out.
        contact (str): Person at the end user's site for questions about the goods.
        name3 (str): Third name line of the end user, found in v7 only.
        city (str): Town of the end user, which Impulse countries expect with every end user.
        state (str): State or province code of the end user; one of the values that Impulse countries expect.
        postal_code (str): Postcode of the end user as text, expected in Impulse countries.
        address_line4 (str): Fourth line of the end user's address, for countries that need it.
        country_code (str): Country of the end user, `US` in the published example.
        phone_number (str): Telephone of the end user as text, digits in the published example.
        email (str): Mailbox of the end user for the v7 order.
    """

    end_user_id: str | None = None
    """Identifier of an end user already known to Ingram Micro, used in place of a written address."""

    end_user_type: str | None = None
    """Kind of end user; which values are accepted is not documented."""

    company_name: str | None = None
    """Firm that will use the goods of the v7 order; v6 limits it to 40 characters."""

    name1: str | None = None
    """First name line of the end user, absent from the published example, which fills `companyName`."""

    name2: str | None = None
    """Second name line, following `name1` of the end user."""

    address_line1: str | None = None
    """End user's street and house number; accents and ñ are best avoided in Latin America."""

    address_line2: str | None = None
    """House number, floor or suite, if not on the end user's first line."""

    address_line3: str | None = None
    """Third line of the end user's address; may be left out."""

    contact: str | None = None
    """Person at the end user's site for questions about the goods."""

    name3: str | None = None
    """Third name line of the end user, found in v7 only."""

    city: str | None = None
    """Town of the end user, which Impulse countries expect with every end user."""

    state: str | None = None
    """State or province code of the end user; one of the values that Impulse countries expect."""

    postal_code: str | None = None
    """Postcode of the end user as text, expected in Impulse countries."""

    address_line4: str | None = None
    """Fourth line of the end user's address, for countries that need it."""

    country_code: str | None = None
    """Country of the end user, `US` in the published example."""

    phone_number: str | None = None
    """Telephone of the end user as text, digits in the published example."""

    email: str | None = None
    """Mailbox of the end user for the v7 order."""

"""The model `AsyncOrderCreateDTOLinesInnerEndUserInfoInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOLinesInnerEndUserInfoInner(RequestModel):
    """One end user of a single v7 line.

    No lengths are declared and the published example does not use it.

    Args:
        end_user_id (str): Identifier of a known end user for this line; v6 allows 10 characters.
        end_user_type (str): Kind of end user of the line, in undocumented values.
        company_name (str): Firm that uses the goods of this one line.
        name1 (str): Line's end user, first name line; v6 stops at 35 characters.
        name2 (str): Line's end user, second name line.
        contact_id (str): Identifier of the end user's contact person; declared here but not in v6.
        address_line1 (str): Street and number of the end user named on the line.
        address_line2 (str): Second address line of the end user named on the line.
        address_line3 (str): Third address line of the end user named on the line.
        contact (str): Name of the contact person, with or instead of `contactId`.
        city (str): Town of the end user named on the line.
        state (str): State or province code of the end user named on the line.
        postal_code (str): Postcode of the end user named on the line, as text.
        address_line4 (str): Fourth address line of the end user named on the line.
        country_code (str): Country code of the end user named on the line; v6 allows three characters.
        phone_number (str): Telephone of the line's end user as text; v6 declares a number here.
        email (str): Mailbox of the line's end user; v6 allows 241 characters.
    """

    end_user_id: str | None = None
    """Identifier of a known end user for this line; v6 allows 10 characters."""

    end_user_type: str | None = None
    """Kind of end user of the line, in undocumented values."""

    company_name: str | None = None
    """Firm that uses the goods of this one line."""

    name1: str | None = None
    """Line's end user, first name line; v6 stops at 35 characters."""

    name2: str | None = None
    """Line's end user, second name line."""

    contact_id: str | None = None
    """Identifier of the end user's contact person; declared here but not in v6."""

    address_line1: str | None = None
    """Street and number of the end user named on the line."""

    address_line2: str | None = None
    """Second address line of the end user named on the line."""

    address_line3: str | None = None
    """Third address line of the end user named on the line."""

    contact: str | None = None
    """Name of the contact person, with or instead of `contactId`."""

    city: str | None = None
    """Town of the end user named on the line."""

    state: str | None = None
    """State or province code of the end user named on the line."""

    postal_code: str | None = None
    """Postcode of the end user named on the line, as text."""

    address_line4: str | None = None
    """Fourth address line of the end user named on the line."""

    country_code: str | None = None
    """Country code of the end user named on the line; v6 allows three characters."""

    phone_number: str | None = None
    """Telephone of the line's end user as text; v6 declares a number here."""

    email: str | None = None
    """Mailbox of the line's end user; v6 allows 241 characters."""

"""The model `RenewalsDetailsResponseEndUserInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseEndUserInfo(ResponseModel):
    """Address and contact of an end customer, in renewals and deals.

    Unknown members are empty or null.

    Args:
        contact (str): Person at the end customer. It may be padded with blanks to 100 characters.
        name1 (str): First part of a name that Ingram Micro keeps beside the company name; mostly empty.
        name2 (str): Second part of that name; mostly empty as well.
        company_name (str): Name of the end customer's company; deals leave it null at times.
        address_line1 (str): Street and house number of the end customer.
        address_line2 (str): Second address line, for a suite or floor.
        address_line3 (str): Third address line; mostly empty or null.
        address_line4 (str): Fourth address line; mostly empty or null.
        city (str): Town of the end customer, often in capitals.
        state (str): State or province as a code, such as `NY`.
        postal_code (str): Postcode as text; leading zeros count.
        country_code (str): Country as two letters; empty in some renewals.
        phone_number (str): Telephone as people write it, with brackets and dashes.
        email (str): E-mail address of the contact person.
    """

    contact: str | None = None
    """Person at the end customer.

    It may be padded with blanks to 100 characters.
    """

    name1: str | None = None
    """First part of a name that Ingram Micro keeps beside the company name; mostly empty."""

    name2: str | None = None
    """Second part of that name; mostly empty as well."""

    company_name: str | None = None
    """Name of the end customer's company; deals leave it null at times."""

    address_line1: str | None = None
    """Street and house number of the end customer."""

    address_line2: str | None = None
    """Second address line, for a suite or floor."""

    address_line3: str | None = None
    """Third address line; mostly empty or null."""

    address_line4: str | None = None
    """Fourth address line; mostly empty or null."""

    city: str | None = None
    """Town of the end customer, often in capitals."""

    state: str | None = None
    """State or province as a code, such as `NY`."""

    postal_code: str | None = None
    """Postcode as text; leading zeros count."""

    country_code: str | None = None
    """Country as two letters; empty in some renewals."""

    phone_number: str | None = None
    """Telephone as people write it, with brackets and dashes."""

    email: str | None = None
    """E-mail address of the contact person."""

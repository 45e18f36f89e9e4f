"""The model `OrderDetailB2BBillToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderDetailB2BBillToInfo(ResponseModel):
    """Address an order is invoiced to.

    Args:
        contact (str): Contact person in accounts payable. Latin-American back ends cut it at 35 characters and strip
            accents.
        company_name (str): Company that is invoiced.
        address_line1 (str): Street and number of the billing address.
        address_line2 (str): Building, floor, suite or department in accounts payable.
        address_line3 (str): Anything else the carrier needs to find the billed party; left out when the first two lines
            suffice.
        city (str): Town of the billing address.
        state (str): State or province code of the billing address.
        postal_code (str): Postal code of the billing address.
        country_code (str): Country of the billing address, two letters.
        phone_number (str): Telephone of the billed party.
        email (str): Mailbox that invoices are sent to.
    """

    contact: str | None = None
    """Contact person in accounts payable.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    company_name: str | None = None
    """Company that is invoiced."""

    address_line1: str | None = None
    """Street and number of the billing address."""

    address_line2: str | None = None
    """Building, floor, suite or department in accounts payable."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the billed party; left out when the first two lines suffice."""

    city: str | None = None
    """Town of the billing address."""

    state: str | None = None
    """State or province code of the billing address."""

    postal_code: str | None = None
    """Postal code of the billing address."""

    country_code: str | None = None
    """Country of the billing address, two letters."""

    phone_number: str | None = None
    """Telephone of the billed party."""

    email: str | None = None
    """Mailbox that invoices are sent to."""

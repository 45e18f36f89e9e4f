"""The model `InvoiceDetailsv61ResponseBillToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseBillToInfo(ResponseModel):
    """Who gets the invoice.

    The published example has neither telephone nor mailbox.

    Args:
        contact (str): Person in accounts payable, if one is known.
        company_name (str): Company that has to pay, upper-cased by the back end.
        address_line1 (str): Street and number of the payer.
        address_line2 (str): Department or suite of the payer.
        address_line3 (str): Rest of the payer's address, rarely used.
        city (str): Town of the payer, upper-cased by the back end.
        state (str): State or province code of the payer.
        postal_code (str): Postal code of the payer; US codes padded to nine digits.
        country_code (str): Country of the payer, two letters.
        phone_number (str): Telephone of the payer, if it is known.
        email (str): Mailbox of the payer, if it is known.
    """

    contact: str | None = None
    """Person in accounts payable, if one is known."""

    company_name: str | None = None
    """Company that has to pay, upper-cased by the back end."""

    address_line1: str | None = None
    """Street and number of the payer."""

    address_line2: str | None = None
    """Department or suite of the payer."""

    address_line3: str | None = None
    """Rest of the payer's address, rarely used."""

    city: str | None = None
    """Town of the payer, upper-cased by the back end."""

    state: str | None = None
    """State or province code of the payer."""

    postal_code: str | None = None
    """Postal code of the payer; US codes padded to nine digits."""

    country_code: str | None = None
    """Country of the payer, two letters."""

    phone_number: str | None = None
    """Telephone of the payer, if it is known."""

    email: str | None = None
    """Mailbox of the payer, if it is known."""

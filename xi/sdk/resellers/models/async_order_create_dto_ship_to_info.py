"""The model `AsyncOrderCreateDTOShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOShipToInfo(RequestModel):
    """Delivery address of a v7 order: an address on file by `addressId`, or the address itself.

    Args:
        address_id (str): Identifier of a ship-to address on file, given instead of the address lines or with them.
        contact (str): Person to receive the goods at the delivery address.
        company_name (str): Firm at the delivery address; keep within the 40 characters that v6 allows.
        address_line1 (str): Street and house number to deliver to. No limit is stated; v6 allows 70 and Latin-American
            back ends about 35.
        address_line2 (str): Building, suite or house number at the delivery address.
        address_line3 (str): Third line for the delivery; null or absent when unused.
        address_line4 (str): Fourth line for the delivery; null or absent when unused, as with the third.
        name1 (str): First name line of the receiving party.
        name2 (str): Second name line of the receiving party.
        city (str): Town to deliver to, within 25 characters by v6 rules.
        state (str): State or province code of the place of delivery.
        postal_code (str): Postcode of the place of delivery, kept as text.
        country_code (str): Country to deliver to as a two-letter ISO code, `US` in the published example.
        email (str): Mailbox of the recipient; null or absent when there is none.
        shipping_notes (str): Delivery remarks that belong to this address; a v7 field without a counterpart in v6.
        phone_number (str): Telephone of the recipient at the place of delivery.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"address_line3", "address_line4", "email"})

    address_id: str | None = None
    """Identifier of a ship-to address on file, given instead of the address lines or with them."""

    contact: str | None = None
    """Person to receive the goods at the delivery address."""

    company_name: str | None = None
    """Firm at the delivery address; keep within the 40 characters that v6 allows."""

    address_line1: str | None = None
    """Street and house number to deliver to.

    No limit is stated; v6 allows 70 and Latin-American back ends about 35.
    """

    address_line2: str | None = None
    """Building, suite or house number at the delivery address."""

    address_line3: str | None = None
    """Third line for the delivery; null or absent when unused."""

    address_line4: str | None = None
    """Fourth line for the delivery; null or absent when unused, as with the third."""

    name1: str | None = None
    """First name line of the receiving party."""

    name2: str | None = None
    """Second name line of the receiving party."""

    city: str | None = None
    """Town to deliver to, within 25 characters by v6 rules."""

    state: str | None = None
    """State or province code of the place of delivery."""

    postal_code: str | None = None
    """Postcode of the place of delivery, kept as text."""

    country_code: str | None = None
    """Country to deliver to as a two-letter ISO code, `US` in the published example."""

    email: str | None = None
    """Mailbox of the recipient; null or absent when there is none."""

    shipping_notes: str | None = None
    """Delivery remarks that belong to this address; a v7 field without a counterpart in v6."""

    phone_number: str | None = None
    """Telephone of the recipient at the place of delivery."""

"""The model `AsyncOrderCreateDTOResellerInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class AsyncOrderCreateDTOResellerInfo(RequestModel):
    """The reseller on a v7 order.

    The schema states no lengths; the v6 ones are a sensible guide.

    Args:
        reseller_id (str): Identifier of the reseller. Not documented which number is meant; the account comes from the
            `IM-CustomerNumber` header.
        company_name (str): Trading name of the reseller on the v7 order; v6 allows 40 characters.
        contact (str): Contact person at the reseller for questions about the v7 order.
        address_line1 (str): Street line of the reseller, best kept to 35 characters in Latin America and to 70
            elsewhere.
        address_line2 (str): Second street line of the reseller, often a suite number.
        address_line3 (str): Third street line of the reseller, rarely needed.
        address_line4 (str): Fourth street line of the reseller, which v6 does not have in this place.
        city (str): Reseller's town; v6 stops at 25 characters.
        state (str): Reseller's state or province code, two or three characters.
        postal_code (str): Reseller's postcode as text, so that leading zeros survive.
        country_code (str): Reseller's country as a two-letter ISO code.
        phone_number (str): Reseller's telephone as text; v6 wants a whole number in this place.
        email (str): Reseller's mailbox for the v7 order; no length limit is stated.
    """

    reseller_id: str | None = None
    """Identifier of the reseller.

    Not documented which number is meant; the account comes from the `IM-CustomerNumber` header.
    """

    company_name: str | None = None
    """Trading name of the reseller on the v7 order; v6 allows 40 characters."""

    contact: str | None = None
    """Contact person at the reseller for questions about the v7 order."""

    address_line1: str | None = None
    """Street line of the reseller, best kept to 35 characters in Latin America and to 70 elsewhere."""

    address_line2: str | None = None
    """Second street line of the reseller, often a suite number."""

    address_line3: str | None = None
    """Third street line of the reseller, rarely needed."""

    address_line4: str | None = None
    """Fourth street line of the reseller, which v6 does not have in this place."""

    city: str | None = None
    """Reseller's town; v6 stops at 25 characters."""

    state: str | None = None
    """Reseller's state or province code, two or three characters."""

    postal_code: str | None = None
    """Reseller's postcode as text, so that leading zeros survive."""

    country_code: str | None = None
    """Reseller's country as a two-letter ISO code."""

    phone_number: str | None = None
    """Reseller's telephone as text; v6 wants a whole number in this place."""

    email: str | None = None
    """Reseller's mailbox for the v7 order; no length limit is stated."""

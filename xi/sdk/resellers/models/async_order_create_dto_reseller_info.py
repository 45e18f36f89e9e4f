"""The model `AsyncOrderCreateDTOResellerInfo`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.models._model import Request


class AsyncOrderCreateDTOResellerInfo(Request):
    """The reseller of a v7 order; no lengths are published for it."""

    reseller_id: str | None = None
    """Number under which Ingram Micro knows the reseller; normally the customer number again, since the account is
    taken from the request header.
    """

    company_name: str | None = None
    """Reselling company as it should be printed."""

    contact: str | None = None
    """Person to ask for at the reseller.

    Latin-American back ends cut it at 35 characters and strip accents.
    """

    address_line1: str | None = None
    """Street and number of the reseller.

    The account on file decides the invoice; this only shows on documents.
    """

    address_line2: str | None = None
    """Building, floor, suite or department at the reseller."""

    address_line3: str | None = None
    """Anything else the carrier needs to find the reseller; left out when the first two lines suffice."""

    address_line4: str | None = None
    """Fourth address line of the reseller; used in SAP countries only."""

    city: str | None = None
    """Town of the reselling company."""

    state: str | None = None
    """State or province of the reseller, as the two- or three-letter code its country uses, such as `CA`."""

    postal_code: str | None = None
    """Postal code of the reseller, with or without the extension after the dash."""

    country_code: str | None = None
    """Country of the reseller as a two-letter ISO code, such as `US`."""

    phone_number: str | None = None
    """Telephone of the reseller, as text."""

    email: str | None = None
    """Mailbox of the reseller for questions about the order."""

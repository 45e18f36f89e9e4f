"""The model `FreightRequestShipToAddress`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class FreightRequestShipToAddress(RequestModel):
    """Address to ship to, as version 1.3.0 names it; the same members as in version 1.1.0.

    Args:
        company_name (str): Company to which the goods are shipped.
        address_line1 (str): Street and house number to ship to.
        address_line2 (str): Second line of the address to ship to; optional.
        address_line3 (str): Third line of the address to ship to; optional.
        city (str): Town to ship to, which decides the carriers.
        state (str): State or province to ship to as a code, such as `KS`.
        postal_code (str): Postcode to ship to as text, digits only.
        country_code (str): Country to ship to as two letters; only `US` occurs in examples.
    """

    company_name: str | None = None
    """Company to which the goods are shipped."""

    address_line1: str | None = None
    """Street and house number to ship to."""

    address_line2: str | None = None
    """Second line of the address to ship to; optional."""

    address_line3: str | None = None
    """Third line of the address to ship to; optional."""

    city: str | None = None
    """Town to ship to, which decides the carriers."""

    state: str | None = None
    """State or province to ship to as a code, such as `KS`."""

    postal_code: str | None = None
    """Postcode to ship to as text, digits only."""

    country_code: str | None = None
    """Country to ship to as two letters; only `US` occurs in examples."""

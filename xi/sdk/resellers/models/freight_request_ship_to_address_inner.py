"""The model `FreightRequestShipToAddressInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models.freight_request_ship_to_address import FreightRequestShipToAddress


class FreightRequestShipToAddressInner(FreightRequestShipToAddress):
    """Address to ship to, as version 1.1.0 names it.

    Args:
        company_name (str): Name of the company that gets the goods.
        address_line1 (str): Street and house number of the recipient.
        address_line2 (str): Second address line of the recipient; optional.
        address_line3 (str): Third address line of the recipient; optional.
        city (str): Town of the recipient, which decides the carriers.
        state (str): State or province of the recipient as a code, such as `KS`.
        postal_code (str): Postcode of the recipient as text, digits only; nine of them in the US example.
        country_code (str): Country of the recipient as two letters; only `US` occurs in examples.
    """

    company_name: str | None = None
    """Name of the company that gets the goods."""

    address_line1: str | None = None
    """Street and house number of the recipient."""

    address_line2: str | None = None
    """Second address line of the recipient; optional."""

    address_line3: str | None = None
    """Third address line of the recipient; optional."""

    city: str | None = None
    """Town of the recipient, which decides the carriers."""

    state: str | None = None
    """State or province of the recipient as a code, such as `KS`."""

    postal_code: str | None = None
    """Postcode of the recipient as text, digits only; nine of them in the US example."""

    country_code: str | None = None
    """Country of the recipient as two letters; only `US` occurs in examples."""

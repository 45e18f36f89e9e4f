"""The model `OrderCreateV7ResponseResourceShipToInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class OrderCreateV7ResponseResourceShipToInfo(ResponseModel):
    """Where the goods of a v7 order go, as stored.

    Args:
        address_id (str): Identifier of the address on file, if one was used.
        company_name (str): Firm at the place of delivery, upper-cased as a rule.
        address_line1 (str): Street and number as stored, words such as `ROAD` cut short.
        address_line2 (str): Building, floor or suite as stored.
        city (str): Town of delivery as stored, upper-cased as a rule.
        state (str): State or province code of the delivery as stored.
        postal_code (str): Postal code as stored; US codes padded to nine digits.
        country_code (str): Country of delivery, two letters.
    """

    address_id: str | None = None
    """Identifier of the address on file, if one was used."""

    company_name: str | None = None
    """Firm at the place of delivery, upper-cased as a rule."""

    address_line1: str | None = None
    """Street and number as stored, words such as `ROAD` cut short."""

    address_line2: str | None = None
    """Building, floor or suite as stored."""

    city: str | None = None
    """Town of delivery as stored, upper-cased as a rule."""

    state: str | None = None
    """State or province code of the delivery as stored."""

    postal_code: str | None = None
    """Postal code as stored; US codes padded to nine digits."""

    country_code: str | None = None
    """Country of delivery, two letters."""

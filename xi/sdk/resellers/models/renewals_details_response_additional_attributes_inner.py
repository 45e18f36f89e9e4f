"""The model `RenewalsDetailsResponseAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseAdditionalAttributesInner(ResponseModel):
    """One identifier of what a renewal covers.

    Args:
        attribute_description (str): What the value is, such as `SerialNumber` or `LicenseCertificate`. There is no
            `attributeName`, so this is the key.
        attribute_value (str): The identifier itself, always text.
        start_date (str): First day on which it is covered; null if not known.
        expiration_date (str): Last day on which it is covered; null if not known.
        is_consolidated (str): Whether this identifier joins several contracts: `Yes`, `No` or empty.
    """

    attribute_description: str | None = None
    """What the value is, such as `SerialNumber` or `LicenseCertificate`.

    There is no `attributeName`, so this is the key.
    """

    attribute_value: str | None = None
    """The identifier itself, always text."""

    start_date: str | None = None
    """First day on which it is covered; null if not known."""

    expiration_date: str | None = None
    """Last day on which it is covered; null if not known."""

    is_consolidated: str | None = None
    """Whether this identifier joins several contracts: `Yes`, `No` or empty."""

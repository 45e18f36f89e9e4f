"""The model `RenewalsDetailsResponseAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class RenewalsDetailsResponseAdditionalAttributesInner(ResponseModel):
    """DRAFT 861.

    RenewalsDetailsResponseAdditionalAttributesInner.

    Args:
        attribute_description (str): DRAFT 862. attribute Description of
            RenewalsDetailsResponseAdditionalAttributesInner.
        attribute_value (str): DRAFT 863. attribute Value of RenewalsDetailsResponseAdditionalAttributesInner.
        start_date (str): DRAFT 864. start Date of RenewalsDetailsResponseAdditionalAttributesInner.
        expiration_date (str): DRAFT 865. expiration Date of RenewalsDetailsResponseAdditionalAttributesInner.
        is_consolidated (str): DRAFT 866. is Consolidated of RenewalsDetailsResponseAdditionalAttributesInner.
    """

    attribute_description: str | None = None
    """DRAFT 862.

    attribute Description of RenewalsDetailsResponseAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 863.

    attribute Value of RenewalsDetailsResponseAdditionalAttributesInner.
    """

    start_date: str | None = None
    """DRAFT 864.

    start Date of RenewalsDetailsResponseAdditionalAttributesInner.
    """

    expiration_date: str | None = None
    """DRAFT 865.

    expiration Date of RenewalsDetailsResponseAdditionalAttributesInner.
    """

    is_consolidated: str | None = None
    """DRAFT 866.

    is Consolidated of RenewalsDetailsResponseAdditionalAttributesInner.
    """

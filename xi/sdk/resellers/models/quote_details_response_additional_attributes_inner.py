"""The model `QuoteDetailsResponseAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseAdditionalAttributesInner(ResponseModel):
    """DRAFT 606.

    QuoteDetailsResponseAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 607. attribute Name of QuoteDetailsResponseAdditionalAttributesInner.
        attribute_value (str): DRAFT 608. attribute Value of QuoteDetailsResponseAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 607.

    attribute Name of QuoteDetailsResponseAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 608.

    attribute Value of QuoteDetailsResponseAdditionalAttributesInner.
    """

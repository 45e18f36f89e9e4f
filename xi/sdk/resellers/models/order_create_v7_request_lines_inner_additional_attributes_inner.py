"""The model `OrderCreateV7RequestLinesInnerAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerAdditionalAttributesInner(RequestModel):
    """DRAFT 1257.

    OrderCreateV7RequestLinesInnerAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 1258. attribute Name of OrderCreateV7RequestLinesInnerAdditionalAttributesInner.
        attribute_value (str): DRAFT 1259. attribute Value of OrderCreateV7RequestLinesInnerAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 1258.

    attribute Name of OrderCreateV7RequestLinesInnerAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 1259.

    attribute Value of OrderCreateV7RequestLinesInnerAdditionalAttributesInner.
    """

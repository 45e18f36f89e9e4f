"""The model `OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner(RequestModel):
    """DRAFT 1260.

    OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner.

    Args:
        attribute_name (str): DRAFT 1261. attribute Name of
            OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner.
        attribute_value (str): DRAFT 1262. attribute Value of
            OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner.
    """

    attribute_name: str | None = None
    """DRAFT 1261.

    attribute Name of OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner.
    """

    attribute_value: str | None = None
    """DRAFT 1262.

    attribute Value of OrderCreateV7RequestLinesInnerVmfAdditionalAttributesLinesInner.
    """

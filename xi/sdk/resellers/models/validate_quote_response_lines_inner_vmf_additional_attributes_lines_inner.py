"""The model `ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner(ResponseModel):
    """DRAFT 627.

    ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.

    Args:
        attribute_name (str): DRAFT 628. attribute Name of
            ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
        attribute_value (str): DRAFT 629. attribute Value of
            ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
        attribute_description (str): DRAFT 630. attribute Description of
            ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
    """

    attribute_name: str | None = None
    """DRAFT 628.

    attribute Name of ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
    """

    attribute_value: str | None = None
    """DRAFT 629.

    attribute Value of ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
    """

    attribute_description: str | None = None
    """DRAFT 630.

    attribute Description of ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner.
    """

"""The model `ValidateQuoteResponseVmfAdditionalAttributesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ValidateQuoteResponseVmfAdditionalAttributesInner(ResponseModel):
    """DRAFT 618.

    ValidateQuoteResponseVmfAdditionalAttributesInner.

    Args:
        attribute_name (str): DRAFT 619. attribute Name of ValidateQuoteResponseVmfAdditionalAttributesInner.
        attribute_value (str): DRAFT 620. attribute Value of ValidateQuoteResponseVmfAdditionalAttributesInner.
        attribute_description (str): DRAFT 621. attribute Description of
            ValidateQuoteResponseVmfAdditionalAttributesInner.
    """

    attribute_name: str | None = None
    """DRAFT 619.

    attribute Name of ValidateQuoteResponseVmfAdditionalAttributesInner.
    """

    attribute_value: str | None = None
    """DRAFT 620.

    attribute Value of ValidateQuoteResponseVmfAdditionalAttributesInner.
    """

    attribute_description: str | None = None
    """DRAFT 621.

    attribute Description of ValidateQuoteResponseVmfAdditionalAttributesInner.
    """

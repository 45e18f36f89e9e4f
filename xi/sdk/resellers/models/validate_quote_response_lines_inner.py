"""The model `ValidateQuoteResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.validate_quote_response_lines_inner_vmf_additional_attributes_lines_inner import (
    ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner,
)


class ValidateQuoteResponseLinesInner(ResponseModel):
    """DRAFT 622.

    ValidateQuoteResponseLinesInner.

    Args:
        customer_line_number (str): DRAFT 623. customer Line Number of ValidateQuoteResponseLinesInner.
        ingram_part_number (str): DRAFT 624. ingram Part Number of ValidateQuoteResponseLinesInner.
        quantity (int): DRAFT 625. quantity of ValidateQuoteResponseLinesInner.
        vmf_additional_attributes_lines (list of ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner):
            DRAFT 626. vmf Additional Attributes Lines of ValidateQuoteResponseLinesInner.
    """

    customer_line_number: str | None = None
    """DRAFT 623.

    customer Line Number of ValidateQuoteResponseLinesInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 624.

    ingram Part Number of ValidateQuoteResponseLinesInner.
    """

    quantity: int | None = None
    """DRAFT 625.

    quantity of ValidateQuoteResponseLinesInner.
    """

    vmf_additional_attributes_lines: list[ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner] | None = (
        None
    )
    """DRAFT 626.

    vmf Additional Attributes Lines of ValidateQuoteResponseLinesInner.
    """

"""The model `ValidateQuoteResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.validate_quote_response_lines_inner import ValidateQuoteResponseLinesInner
from xi.sdk.resellers.models.validate_quote_response_vmf_additional_attributes_inner import (
    ValidateQuoteResponseVmfAdditionalAttributesInner,
)


class ValidateQuoteResponse(ResponseModel):
    """DRAFT 609.

    ValidateQuoteResponse.

    Args:
        quote_number (str): DRAFT 610. quote Number of ValidateQuoteResponse.
        vendor_name (str): DRAFT 611. vendor Name of ValidateQuoteResponse.
        vmf_additional_attributes (list of ValidateQuoteResponseVmfAdditionalAttributesInner): DRAFT 612. vmf Additional
            Attributes of ValidateQuoteResponse.
        lines (list of ValidateQuoteResponseLinesInner): DRAFT 613. lines of ValidateQuoteResponse.
        quote_type (int): DRAFT 614. quote Type of ValidateQuoteResponse.
        vendor_group_name (str): DRAFT 615. vendor Group Name of ValidateQuoteResponse.
        vendor_quote_number (str): DRAFT 616. vendor Quote Number of ValidateQuoteResponse.
        vendor_master_number (str): DRAFT 617. vendor Master Number of ValidateQuoteResponse.
    """

    quote_number: str | None = None
    """DRAFT 610.

    quote Number of ValidateQuoteResponse.
    """

    vendor_name: str | None = None
    """DRAFT 611.

    vendor Name of ValidateQuoteResponse.
    """

    vmf_additional_attributes: list[ValidateQuoteResponseVmfAdditionalAttributesInner] | None = None
    """DRAFT 612.

    vmf Additional Attributes of ValidateQuoteResponse.
    """

    lines: list[ValidateQuoteResponseLinesInner] | None = None
    """DRAFT 613.

    lines of ValidateQuoteResponse.
    """

    quote_type: int | None = None
    """DRAFT 614.

    quote Type of ValidateQuoteResponse.
    """

    vendor_group_name: str | None = None
    """DRAFT 615.

    vendor Group Name of ValidateQuoteResponse.
    """

    vendor_quote_number: str | None = None
    """DRAFT 616.

    vendor Quote Number of ValidateQuoteResponse.
    """

    vendor_master_number: str | None = None
    """DRAFT 617.

    vendor Master Number of ValidateQuoteResponse.
    """

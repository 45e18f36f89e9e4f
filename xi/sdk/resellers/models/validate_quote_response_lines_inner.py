"""The model `ValidateQuoteResponseLinesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.validate_quote_response_lines_inner_vmf_additional_attributes_lines_inner import (
    ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner,
)


class ValidateQuoteResponseLinesInner(ResponseModel):
    """One line of the quote.

    When the quote is ordered, its numbers and quantities count, not those that are sent.

    Args:
        customer_line_number (str): Number of the line in the quote, digits as text.
        ingram_part_number (str): Ingram Micro's SKU of the line, such as `5TR118`.
        quantity (int): Units of the line in the quote.
        vmf_additional_attributes_lines (list of ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner):
            Values that the vendor wants for this line. Skip entries with an empty name, which pad the list.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"linesVendorMandatoryAttributes": "vmfAdditionalAttributesLines"}

    customer_line_number: str | None = None
    """Number of the line in the quote, digits as text."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU of the line, such as `5TR118`."""

    quantity: int | None = None
    """Units of the line in the quote."""

    vmf_additional_attributes_lines: list[ValidateQuoteResponseLinesInnerVmfAdditionalAttributesLinesInner] | None = (
        None
    )
    """Values that the vendor wants for this line.

    Skip entries with an empty name, which pad the list.
    """

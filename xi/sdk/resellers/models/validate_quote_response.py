"""The model `ValidateQuoteResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.validate_quote_response_lines_inner import ValidateQuoteResponseLinesInner
from xi.sdk.resellers.models.validate_quote_response_vmf_additional_attributes_inner import (
    ValidateQuoteResponseVmfAdditionalAttributesInner,
)


class ValidateQuoteResponse(ResponseModel):
    """What a quote holds and what its vendor still wants before it is ordered.

    Args:
        quote_number (str): Number of the quote that was asked for, to be sent with the order.
        vendor_name (str): Vendor of the quote, whose rules the lists follow.
        vmf_additional_attributes (list of ValidateQuoteResponseVmfAdditionalAttributesInner): Values that the vendor
            wants once for the whole order. Skip entries with an empty name, which pad the list.
        lines (list of ValidateQuoteResponseLinesInner): Lines of the quote, each with what the vendor wants for it.
        quote_type (int): Kind of quote as a number, where the details have text; values are not documented.
        vendor_group_name (str): Group of vendors to which the vendor belongs, if there is one.
        vendor_quote_number (str): Number of the vendor's own quote behind this one.
        vendor_master_number (str): Ingram Micro's master number of the vendor.
    """

    quote_number: str | None = None
    """Number of the quote that was asked for, to be sent with the order."""

    vendor_name: str | None = None
    """Vendor of the quote, whose rules the lists follow."""

    vmf_additional_attributes: list[ValidateQuoteResponseVmfAdditionalAttributesInner] | None = None
    """Values that the vendor wants once for the whole order.

    Skip entries with an empty name, which pad the list.
    """

    lines: list[ValidateQuoteResponseLinesInner] | None = None
    """Lines of the quote, each with what the vendor wants for it."""

    quote_type: int | None = None
    """Kind of quote as a number, where the details have text; values are not documented."""

    vendor_group_name: str | None = None
    """Group of vendors to which the vendor belongs, if there is one."""

    vendor_quote_number: str | None = None
    """Number of the vendor's own quote behind this one."""

    vendor_master_number: str | None = None
    """Ingram Micro's master number of the vendor."""

"""The model `InvoiceDetailsv61ResponseSummary`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.invoice_detailsv61_response_summary_foreign_fx_totals import (
    InvoiceDetailsv61ResponseSummaryForeignFxTotals,
)
from xi.sdk.resellers.models.invoice_detailsv61_response_summary_lines import InvoiceDetailsv61ResponseSummaryLines
from xi.sdk.resellers.models.invoice_detailsv61_response_summary_misc_charges_inner import (
    InvoiceDetailsv61ResponseSummaryMiscChargesInner,
)
from xi.sdk.resellers.models.invoice_detailsv61_response_summary_totals import InvoiceDetailsv61ResponseSummaryTotals


class InvoiceDetailsv61ResponseSummary(ResponseModel):
    """DRAFT 739.

    InvoiceDetailsv61ResponseSummary.

    Args:
        lines (InvoiceDetailsv61ResponseSummaryLines): DRAFT 740. lines of InvoiceDetailsv61ResponseSummary.
        misc_charges (list of InvoiceDetailsv61ResponseSummaryMiscChargesInner): DRAFT 741. misc Charges of
            InvoiceDetailsv61ResponseSummary.
        totals (InvoiceDetailsv61ResponseSummaryTotals): DRAFT 742. totals of InvoiceDetailsv61ResponseSummary.
        foreign_fx_totals (InvoiceDetailsv61ResponseSummaryForeignFxTotals): DRAFT 743. foreign Fx Totals of
            InvoiceDetailsv61ResponseSummary.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"misc_charges"})

    lines: InvoiceDetailsv61ResponseSummaryLines | None = None
    """DRAFT 740.

    lines of InvoiceDetailsv61ResponseSummary.
    """

    misc_charges: list[InvoiceDetailsv61ResponseSummaryMiscChargesInner] | None = None
    """DRAFT 741.

    misc Charges of InvoiceDetailsv61ResponseSummary.
    """

    totals: InvoiceDetailsv61ResponseSummaryTotals | None = None
    """DRAFT 742.

    totals of InvoiceDetailsv61ResponseSummary.
    """

    foreign_fx_totals: InvoiceDetailsv61ResponseSummaryForeignFxTotals | None = None
    """DRAFT 743.

    foreign Fx Totals of InvoiceDetailsv61ResponseSummary.
    """

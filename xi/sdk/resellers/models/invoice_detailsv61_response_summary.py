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
    """Sums of an invoice.

    Args:
        lines (InvoiceDetailsv61ResponseSummaryLines): How many lines and units there are.
        misc_charges (list of InvoiceDetailsv61ResponseSummaryMiscChargesInner): Charges beside the lines, such as `TAX`
            and `FREIGHT OUT`; null when there are none.
        totals (InvoiceDetailsv61ResponseSummaryTotals): Amounts of the whole invoice, in its currency.
        foreign_fx_totals (InvoiceDetailsv61ResponseSummaryForeignFxTotals): The same amounts in a foreign currency, in
            part as text.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"misc_charges"})

    lines: InvoiceDetailsv61ResponseSummaryLines | None = None
    """How many lines and units there are."""

    misc_charges: list[InvoiceDetailsv61ResponseSummaryMiscChargesInner] | None = None
    """Charges beside the lines, such as `TAX` and `FREIGHT OUT`; null when there are none."""

    totals: InvoiceDetailsv61ResponseSummaryTotals | None = None
    """Amounts of the whole invoice, in its currency."""

    foreign_fx_totals: InvoiceDetailsv61ResponseSummaryForeignFxTotals | None = None
    """The same amounts in a foreign currency, in part as text."""

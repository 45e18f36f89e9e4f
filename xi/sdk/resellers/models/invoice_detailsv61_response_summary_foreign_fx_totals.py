"""The model `InvoiceDetailsv61ResponseSummaryForeignFxTotals`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryForeignFxTotals(ResponseModel):
    """DRAFT 760.

    InvoiceDetailsv61ResponseSummaryForeignFxTotals.

    Args:
        foreign_currency_code (str): DRAFT 761. foreign Currency Code of
            InvoiceDetailsv61ResponseSummaryForeignFxTotals.
        foreign_currency_fx_rate (int or float): DRAFT 762. foreign Currency Fx Rate of
            InvoiceDetailsv61ResponseSummaryForeignFxTotals.
        foreign_total_taxable_amount (str): DRAFT 763. foreign Total Taxable Amount of
            InvoiceDetailsv61ResponseSummaryForeignFxTotals.
        foreign_total_tax_amount (int or float): DRAFT 764. foreign Total Tax Amount of
            InvoiceDetailsv61ResponseSummaryForeignFxTotals.
        foreign_invoice_amount_due (str): DRAFT 765. foreign Invoice Amount Due of
            InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

    foreign_currency_code: str | None = None
    """DRAFT 761.

    foreign Currency Code of InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

    foreign_currency_fx_rate: IntOrFloat | None = None
    """DRAFT 762.

    foreign Currency Fx Rate of InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

    foreign_total_taxable_amount: str | None = None
    """DRAFT 763.

    foreign Total Taxable Amount of InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

    foreign_total_tax_amount: IntOrFloat | None = None
    """DRAFT 764.

    foreign Total Tax Amount of InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

    foreign_invoice_amount_due: str | None = None
    """DRAFT 765.

    foreign Invoice Amount Due of InvoiceDetailsv61ResponseSummaryForeignFxTotals.
    """

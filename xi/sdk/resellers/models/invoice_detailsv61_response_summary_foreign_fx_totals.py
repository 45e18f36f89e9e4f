"""The model `InvoiceDetailsv61ResponseSummaryForeignFxTotals`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryForeignFxTotals(ResponseModel):
    """Totals of an invoice in a foreign currency.

    Amounts are text and numbers side by side; read all of them as decimals.

    Args:
        foreign_currency_code (str): Foreign currency as an ISO code; the invoice's own when there is no other.
        foreign_currency_fx_rate (int or float): Rate to the foreign currency; 1 when there is no other.
        foreign_total_taxable_amount (str): Amount that is taxed, in the foreign currency, a decimal number as text.
        foreign_total_tax_amount (int or float): Tax in the foreign currency, a number here.
        foreign_invoice_amount_due (str): What has to be paid in the foreign currency, a decimal number as text.
    """

    foreign_currency_code: str | None = None
    """Foreign currency as an ISO code; the invoice's own when there is no other."""

    foreign_currency_fx_rate: IntOrFloat | None = None
    """Rate to the foreign currency; 1 when there is no other."""

    foreign_total_taxable_amount: str | None = None
    """Amount that is taxed, in the foreign currency, a decimal number as text."""

    foreign_total_tax_amount: IntOrFloat | None = None
    """Tax in the foreign currency, a number here."""

    foreign_invoice_amount_due: str | None = None
    """What has to be paid in the foreign currency, a decimal number as text."""

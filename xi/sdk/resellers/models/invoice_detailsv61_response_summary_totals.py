"""The model `InvoiceDetailsv61ResponseSummaryTotals`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryTotals(ResponseModel):
    """Amounts of an invoice.

    Add the charges yourself, as the tax here was 0 beside a charge for tax.

    Args:
        net_invoice_amount (int or float): Sum of the lines without tax and charges.
        discount_amount (int or float): Discount on the whole invoice, 0 without one.
        discount_type (str): Kind of the discount, a phrase such as `Terms Charge`.
        total_tax_amount (int or float): Tax on the whole invoice; check the charges as well.
        invoiced_amount_due (int or float): What has to be paid for this invoice.
        freight_amount (int or float): Freight of the whole invoice; missing where it is only a charge.
    """

    net_invoice_amount: IntOrFloat | None = None
    """Sum of the lines without tax and charges."""

    discount_amount: IntOrFloat | None = None
    """Discount on the whole invoice, 0 without one."""

    discount_type: str | None = None
    """Kind of the discount, a phrase such as `Terms Charge`."""

    total_tax_amount: IntOrFloat | None = None
    """Tax on the whole invoice; check the charges as well."""

    invoiced_amount_due: IntOrFloat | None = None
    """What has to be paid for this invoice."""

    freight_amount: IntOrFloat | None = None
    """Freight of the whole invoice; missing where it is only a charge."""

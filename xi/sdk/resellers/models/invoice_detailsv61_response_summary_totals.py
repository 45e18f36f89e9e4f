"""The model `InvoiceDetailsv61ResponseSummaryTotals`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceDetailsv61ResponseSummaryTotals(ResponseModel):
    """DRAFT 753.

    InvoiceDetailsv61ResponseSummaryTotals.

    Args:
        net_invoice_amount (int or float): DRAFT 754. net Invoice Amount of InvoiceDetailsv61ResponseSummaryTotals.
        discount_amount (int or float): DRAFT 755. discount Amount of InvoiceDetailsv61ResponseSummaryTotals.
        discount_type (str): DRAFT 756. discount Type of InvoiceDetailsv61ResponseSummaryTotals.
        total_tax_amount (int or float): DRAFT 757. total Tax Amount of InvoiceDetailsv61ResponseSummaryTotals.
        invoiced_amount_due (int or float): DRAFT 758. invoiced Amount Due of InvoiceDetailsv61ResponseSummaryTotals.
        freight_amount (int or float): DRAFT 759. freight Amount of InvoiceDetailsv61ResponseSummaryTotals.
    """

    net_invoice_amount: IntOrFloat | None = None
    """DRAFT 754.

    net Invoice Amount of InvoiceDetailsv61ResponseSummaryTotals.
    """

    discount_amount: IntOrFloat | None = None
    """DRAFT 755.

    discount Amount of InvoiceDetailsv61ResponseSummaryTotals.
    """

    discount_type: str | None = None
    """DRAFT 756.

    discount Type of InvoiceDetailsv61ResponseSummaryTotals.
    """

    total_tax_amount: IntOrFloat | None = None
    """DRAFT 757.

    total Tax Amount of InvoiceDetailsv61ResponseSummaryTotals.
    """

    invoiced_amount_due: IntOrFloat | None = None
    """DRAFT 758.

    invoiced Amount Due of InvoiceDetailsv61ResponseSummaryTotals.
    """

    freight_amount: IntOrFloat | None = None
    """DRAFT 759.

    freight Amount of InvoiceDetailsv61ResponseSummaryTotals.
    """

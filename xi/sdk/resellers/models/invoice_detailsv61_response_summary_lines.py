"""The model `InvoiceDetailsv61ResponseSummaryLines`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseSummaryLines(ResponseModel):
    """DRAFT 744.

    InvoiceDetailsv61ResponseSummaryLines.

    Args:
        product_line_count (int): DRAFT 745. product Line Count of InvoiceDetailsv61ResponseSummaryLines.
        product_line_total_quantity (int): DRAFT 746. product Line Total Quantity of
            InvoiceDetailsv61ResponseSummaryLines.
    """

    product_line_count: int | None = None
    """DRAFT 745.

    product Line Count of InvoiceDetailsv61ResponseSummaryLines.
    """

    product_line_total_quantity: int | None = None
    """DRAFT 746.

    product Line Total Quantity of InvoiceDetailsv61ResponseSummaryLines.
    """

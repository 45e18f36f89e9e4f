"""The model `InvoiceDetailsv61ResponseSummaryLines`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponseSummaryLines(ResponseModel):
    """Counts of an invoice's lines, without charges.

    Args:
        product_line_count (int): Lines with goods on the invoice.
        product_line_total_quantity (int): Units on all lines together.
    """

    product_line_count: int | None = None
    """Lines with goods on the invoice."""

    product_line_total_quantity: int | None = None
    """Units on all lines together."""

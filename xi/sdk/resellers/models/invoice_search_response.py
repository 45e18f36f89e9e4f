"""The model `InvoiceSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.invoice_search_response_invoices_inner import InvoiceSearchResponseInvoicesInner


class InvoiceSearchResponse(ResponseModel):
    """One page of invoices that were found.

    Args:
        records_found (int): Invoices found in all; tens of thousands when no date was given.
        page_size (int): Invoices that fit on a page, as asked for.
        page_number (int): Number of this page, the first being 1.
        invoices (list of InvoiceSearchResponseInvoicesInner): Invoices of this page; the newest first in the published
            example.
        next_page (str): Hint that there are more. It cannot be called as it is: its parameters have other names and
            dates in US form.
    """

    records_found: int | None = None
    """Invoices found in all; tens of thousands when no date was given."""

    page_size: int | None = None
    """Invoices that fit on a page, as asked for."""

    page_number: int | None = None
    """Number of this page, the first being 1."""

    invoices: list[InvoiceSearchResponseInvoicesInner] | None = None
    """Invoices of this page; the newest first in the published example."""

    next_page: str | None = None
    """Hint that there are more.

    It cannot be called as it is: its parameters have other names and dates in US form.
    """

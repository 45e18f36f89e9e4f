"""The model `InvoiceSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.invoice_search_response_invoices_inner import InvoiceSearchResponseInvoicesInner


class InvoiceSearchResponse(ResponseModel):
    """DRAFT 640.

    InvoiceSearchResponse.

    Args:
        records_found (int): DRAFT 641. records Found of InvoiceSearchResponse.
        page_size (int): DRAFT 642. page Size of InvoiceSearchResponse.
        page_number (int): DRAFT 643. page Number of InvoiceSearchResponse.
        invoices (list of InvoiceSearchResponseInvoicesInner): DRAFT 644. invoices of InvoiceSearchResponse.
        next_page (str): DRAFT 645. next Page of InvoiceSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 641.

    records Found of InvoiceSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 642.

    page Size of InvoiceSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 643.

    page Number of InvoiceSearchResponse.
    """

    invoices: list[InvoiceSearchResponseInvoicesInner] | None = None
    """DRAFT 644.

    invoices of InvoiceSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 645.

    next Page of InvoiceSearchResponse.
    """

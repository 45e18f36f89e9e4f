"""The model `InvoiceDetailsv61Response`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.invoice_detailsv61_response_bill_to_info import InvoiceDetailsv61ResponseBillToInfo
from xi.sdk.resellers.models.invoice_detailsv61_response_fx_rate_info import InvoiceDetailsv61ResponseFxRateInfo
from xi.sdk.resellers.models.invoice_detailsv61_response_lines_inner import InvoiceDetailsv61ResponseLinesInner
from xi.sdk.resellers.models.invoice_detailsv61_response_payment_terms_info import (
    InvoiceDetailsv61ResponsePaymentTermsInfo,
)
from xi.sdk.resellers.models.invoice_detailsv61_response_ship_to_info import InvoiceDetailsv61ResponseShipToInfo
from xi.sdk.resellers.models.invoice_detailsv61_response_summary import InvoiceDetailsv61ResponseSummary


class InvoiceDetailsv61Response(ResponseModel):
    """DRAFT 662.

    InvoiceDetailsv61Response.

    Args:
        invoice_number (str): DRAFT 663. invoice Number of InvoiceDetailsv61Response.
        invoice_status (str): DRAFT 664. invoice Status of InvoiceDetailsv61Response.
        invoice_date (str): DRAFT 665. invoice Date of InvoiceDetailsv61Response.
        customer_order_number (str): DRAFT 666. customer Order Number of InvoiceDetailsv61Response.
        end_customer_order_number (str): DRAFT 667. end Customer Order Number of InvoiceDetailsv61Response.
        order_number (str): DRAFT 668. order Number of InvoiceDetailsv61Response.
        order_date (str): DRAFT 669. order Date of InvoiceDetailsv61Response.
        bill_to_id (str): DRAFT 670. bill To ID of InvoiceDetailsv61Response.
        invoice_type (str): DRAFT 671. invoice Type of InvoiceDetailsv61Response.
        invoice_due_date (str): DRAFT 672. invoice Due Date of InvoiceDetailsv61Response.
        customer_country_code (str): DRAFT 673. customer Country Code of InvoiceDetailsv61Response.
        customer_number (str): DRAFT 674. customer Number of InvoiceDetailsv61Response.
        ingram_order_number (str): DRAFT 675. ingram Order Number of InvoiceDetailsv61Response.
        notes (str): DRAFT 676. notes of InvoiceDetailsv61Response.
        payment_terms_info (InvoiceDetailsv61ResponsePaymentTermsInfo): DRAFT 677. payment Terms Info of
            InvoiceDetailsv61Response.
        bill_to_info (InvoiceDetailsv61ResponseBillToInfo): DRAFT 678. bill To Info of InvoiceDetailsv61Response.
        ship_to_info (InvoiceDetailsv61ResponseShipToInfo): DRAFT 679. ship To Info of InvoiceDetailsv61Response.
        lines (list of InvoiceDetailsv61ResponseLinesInner): DRAFT 680. lines of InvoiceDetailsv61Response.
        fx_rate_info (InvoiceDetailsv61ResponseFxRateInfo): DRAFT 681. fx Rate Info of InvoiceDetailsv61Response.
        summary (InvoiceDetailsv61ResponseSummary): DRAFT 682. summary of InvoiceDetailsv61Response.
    """

    invoice_number: str | None = None
    """DRAFT 663.

    invoice Number of InvoiceDetailsv61Response.
    """

    invoice_status: str | None = None
    """DRAFT 664.

    invoice Status of InvoiceDetailsv61Response.
    """

    invoice_date: str | None = None
    """DRAFT 665.

    invoice Date of InvoiceDetailsv61Response.
    """

    customer_order_number: str | None = None
    """DRAFT 666.

    customer Order Number of InvoiceDetailsv61Response.
    """

    end_customer_order_number: str | None = None
    """DRAFT 667.

    end Customer Order Number of InvoiceDetailsv61Response.
    """

    order_number: str | None = None
    """DRAFT 668.

    order Number of InvoiceDetailsv61Response.
    """

    order_date: str | None = None
    """DRAFT 669.

    order Date of InvoiceDetailsv61Response.
    """

    bill_to_id: Annotated[str | None, Field(alias="billToID")] = None
    """DRAFT 670.

    bill To ID of InvoiceDetailsv61Response.
    """

    invoice_type: str | None = None
    """DRAFT 671.

    invoice Type of InvoiceDetailsv61Response.
    """

    invoice_due_date: str | None = None
    """DRAFT 672.

    invoice Due Date of InvoiceDetailsv61Response.
    """

    customer_country_code: str | None = None
    """DRAFT 673.

    customer Country Code of InvoiceDetailsv61Response.
    """

    customer_number: str | None = None
    """DRAFT 674.

    customer Number of InvoiceDetailsv61Response.
    """

    ingram_order_number: str | None = None
    """DRAFT 675.

    ingram Order Number of InvoiceDetailsv61Response.
    """

    notes: str | None = None
    """DRAFT 676.

    notes of InvoiceDetailsv61Response.
    """

    payment_terms_info: InvoiceDetailsv61ResponsePaymentTermsInfo | None = None
    """DRAFT 677.

    payment Terms Info of InvoiceDetailsv61Response.
    """

    bill_to_info: InvoiceDetailsv61ResponseBillToInfo | None = None
    """DRAFT 678.

    bill To Info of InvoiceDetailsv61Response.
    """

    ship_to_info: InvoiceDetailsv61ResponseShipToInfo | None = None
    """DRAFT 679.

    ship To Info of InvoiceDetailsv61Response.
    """

    lines: list[InvoiceDetailsv61ResponseLinesInner] | None = None
    """DRAFT 680.

    lines of InvoiceDetailsv61Response.
    """

    fx_rate_info: InvoiceDetailsv61ResponseFxRateInfo | None = None
    """DRAFT 681.

    fx Rate Info of InvoiceDetailsv61Response.
    """

    summary: InvoiceDetailsv61ResponseSummary | None = None
    """DRAFT 682.

    summary of InvoiceDetailsv61Response.
    """

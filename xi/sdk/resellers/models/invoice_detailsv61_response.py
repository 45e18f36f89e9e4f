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
    """An invoice in full.

    Whole answers with keys in PascalCase were seen from the version before, so keys are read without regard to case.
    `endUserInfo` comes as an extra.

    Args:
        invoice_number (str): Number of the invoice, here with dashes, such as `20-RD3QV-11`; the search leaves them
            out.
        invoice_status (str): State of the payment, such as `Open`; the search writes `OPEN`.
        invoice_date (str): Day of the invoice, yyyy-MM-dd in the published example.
        customer_order_number (str): The reseller's PO number, as it was sent with the order.
        end_customer_order_number (str): PO number of the end customer, as it was sent with the order.
        order_number (str): Another number of the order, whose meaning the documentation confuses with a PO number; use
            `ingramOrderNumber`.
        order_date (str): Day on which the order was entered, yyyy-MM-dd; a timestamp is announced.
        bill_to_id (str): Identifier of the bill-to address, `000` for the default.
        invoice_type (str): Kind of document, `Invoice` in the published example.
        invoice_due_date (str): Day on which the invoice is due, yyyy-MM-dd.
        customer_country_code (str): Country of the account, two letters.
        customer_number (str): Account that has to pay, such as `20-222222`.
        ingram_order_number (str): Sub-order that was invoiced, such as `20-RD3QV-11`. An order with several has several
            invoices.
        notes (str): Remarks on the invoice; codes and texts are packed with `||` between them.
        payment_terms_info (InvoiceDetailsv61ResponsePaymentTermsInfo): By when and how the invoice has to be paid.
        bill_to_info (InvoiceDetailsv61ResponseBillToInfo): Address to which the invoice goes.
        ship_to_info (InvoiceDetailsv61ResponseShipToInfo): Address to which the goods went.
        lines (list of InvoiceDetailsv61ResponseLinesInner): Lines with goods; freight and other charges are in the
            summary.
        fx_rate_info (InvoiceDetailsv61ResponseFxRateInfo): Currencies of the invoice and of the company, with the rate
            between them.
        summary (InvoiceDetailsv61ResponseSummary): Numbers of lines, charges, and totals.
    """

    invoice_number: str | None = None
    """Number of the invoice, here with dashes, such as `20-RD3QV-11`; the search leaves them out."""

    invoice_status: str | None = None
    """State of the payment, such as `Open`; the search writes `OPEN`."""

    invoice_date: str | None = None
    """Day of the invoice, yyyy-MM-dd in the published example."""

    customer_order_number: str | None = None
    """The reseller's PO number, as it was sent with the order."""

    end_customer_order_number: str | None = None
    """PO number of the end customer, as it was sent with the order."""

    order_number: str | None = None
    """Another number of the order, whose meaning the documentation confuses with a PO number; use `ingramOrderNumber`.
    """

    order_date: str | None = None
    """Day on which the order was entered, yyyy-MM-dd; a timestamp is announced."""

    bill_to_id: Annotated[str | None, Field(alias="billToID")] = None
    """Identifier of the bill-to address, `000` for the default."""

    invoice_type: str | None = None
    """Kind of document, `Invoice` in the published example."""

    invoice_due_date: str | None = None
    """Day on which the invoice is due, yyyy-MM-dd."""

    customer_country_code: str | None = None
    """Country of the account, two letters."""

    customer_number: str | None = None
    """Account that has to pay, such as `20-222222`."""

    ingram_order_number: str | None = None
    """Sub-order that was invoiced, such as `20-RD3QV-11`.

    An order with several has several invoices.
    """

    notes: str | None = None
    """Remarks on the invoice; codes and texts are packed with `||` between them."""

    payment_terms_info: InvoiceDetailsv61ResponsePaymentTermsInfo | None = None
    """By when and how the invoice has to be paid."""

    bill_to_info: InvoiceDetailsv61ResponseBillToInfo | None = None
    """Address to which the invoice goes."""

    ship_to_info: InvoiceDetailsv61ResponseShipToInfo | None = None
    """Address to which the goods went."""

    lines: list[InvoiceDetailsv61ResponseLinesInner] | None = None
    """Lines with goods; freight and other charges are in the summary."""

    fx_rate_info: InvoiceDetailsv61ResponseFxRateInfo | None = None
    """Currencies of the invoice and of the company, with the rate between them."""

    summary: InvoiceDetailsv61ResponseSummary | None = None
    """Numbers of lines, charges, and totals."""

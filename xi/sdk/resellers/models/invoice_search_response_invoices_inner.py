"""The model `InvoiceSearchResponseInvoicesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceSearchResponseInvoicesInner(ResponseModel):
    """One invoice as the search shows it, without lines.

    `purchaseType`, `invoicedAmountPaid` and `currencyCode` were seen as extras.

    Args:
        payment_terms_due_date (str): Day by which the payment terms want the money, yyyy-MM-dd; may differ from
            `invoiceDueDate`.
        special_bid_numbers (list of str): Special bids on the invoice; absent from the published example.
        erp_order_number (str): Sub-order that was invoiced, such as `20-RD3QV-11`. It joins the invoice with the
            order's details.
        invoice_number (str): Number of the invoice, here without dashes, such as `20RD3QV11`; compare without them.
        invoice_status (str): State of the payment, such as `OPEN`. Compare without regard to case.
        invoice_date (str): Day of the invoice, yyyy-MM-dd.
        invoice_due_date (str): Day on which the invoice is due, yyyy-MM-dd.
        invoiced_amount_due (int or float): What is still to be paid. It was larger than the whole amount in the
            published example.
        customer_order_number (str): The reseller's PO number, as the back end keeps it.
        end_customer_order_number (str): PO number of the end customer, if one was sent.
        order_create_date (str): Day on which the order was entered, yyyy-MM-dd.
        invoice_amount_incl_tax (int or float): Amount of the invoice with tax, in a currency that is not told here; the
            details have it.
        forgntotalamount (int or float): Amount in a foreign currency, presumably; the key is cut short and not
            explained.
        gst_invoice_number (str): Number of the invoice for the goods and services tax, where a country has one.
        isfseccenabled (bool): A switch of the back end, whose meaning is not documented.
    """

    payment_terms_due_date: str | None = None
    """Day by which the payment terms want the money, yyyy-MM-dd; may differ from `invoiceDueDate`."""

    special_bid_numbers: list[str] | None = None
    """Special bids on the invoice; absent from the published example."""

    erp_order_number: str | None = None
    """Sub-order that was invoiced, such as `20-RD3QV-11`.

    It joins the invoice with the order's details.
    """

    invoice_number: str | None = None
    """Number of the invoice, here without dashes, such as `20RD3QV11`; compare without them."""

    invoice_status: str | None = None
    """State of the payment, such as `OPEN`.

    Compare without regard to case.
    """

    invoice_date: str | None = None
    """Day of the invoice, yyyy-MM-dd."""

    invoice_due_date: str | None = None
    """Day on which the invoice is due, yyyy-MM-dd."""

    invoiced_amount_due: IntOrFloat | None = None
    """What is still to be paid.

    It was larger than the whole amount in the published example.
    """

    customer_order_number: str | None = None
    """The reseller's PO number, as the back end keeps it."""

    end_customer_order_number: str | None = None
    """PO number of the end customer, if one was sent."""

    order_create_date: str | None = None
    """Day on which the order was entered, yyyy-MM-dd."""

    invoice_amount_incl_tax: IntOrFloat | None = None
    """Amount of the invoice with tax, in a currency that is not told here; the details have it."""

    forgntotalamount: IntOrFloat | None = None
    """Amount in a foreign currency, presumably; the key is cut short and not explained."""

    gst_invoice_number: str | None = None
    """Number of the invoice for the goods and services tax, where a country has one."""

    isfseccenabled: bool | None = None
    """A switch of the back end, whose meaning is not documented."""

"""The model `InvoiceSearchResponseInvoicesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class InvoiceSearchResponseInvoicesInner(ResponseModel):
    """DRAFT 646.

    InvoiceSearchResponseInvoicesInner.

    Args:
        payment_terms_due_date (str): DRAFT 647. payment Terms Due Date of InvoiceSearchResponseInvoicesInner.
        special_bid_numbers (list of str): DRAFT 648. special Bid Numbers of InvoiceSearchResponseInvoicesInner.
        erp_order_number (str): DRAFT 649. erp Order Number of InvoiceSearchResponseInvoicesInner.
        invoice_number (str): DRAFT 650. invoice Number of InvoiceSearchResponseInvoicesInner.
        invoice_status (str): DRAFT 651. invoice Status of InvoiceSearchResponseInvoicesInner.
        invoice_date (str): DRAFT 652. invoice Date of InvoiceSearchResponseInvoicesInner.
        invoice_due_date (str): DRAFT 653. invoice Due Date of InvoiceSearchResponseInvoicesInner.
        invoiced_amount_due (int or float): DRAFT 654. invoiced Amount Due of InvoiceSearchResponseInvoicesInner.
        customer_order_number (str): DRAFT 655. customer Order Number of InvoiceSearchResponseInvoicesInner.
        end_customer_order_number (str): DRAFT 656. end Customer Order Number of InvoiceSearchResponseInvoicesInner.
        order_create_date (str): DRAFT 657. order Create Date of InvoiceSearchResponseInvoicesInner.
        invoice_amount_incl_tax (int or float): DRAFT 658. invoice Amount Incl Tax of
            InvoiceSearchResponseInvoicesInner.
        forgntotalamount (int or float): DRAFT 659. forgntotalamount of InvoiceSearchResponseInvoicesInner.
        gst_invoice_number (str): DRAFT 660. gst Invoice Number of InvoiceSearchResponseInvoicesInner.
        isfseccenabled (bool): DRAFT 661. isfseccenabled of InvoiceSearchResponseInvoicesInner.
    """

    payment_terms_due_date: str | None = None
    """DRAFT 647.

    payment Terms Due Date of InvoiceSearchResponseInvoicesInner.
    """

    special_bid_numbers: list[str] | None = None
    """DRAFT 648.

    special Bid Numbers of InvoiceSearchResponseInvoicesInner.
    """

    erp_order_number: str | None = None
    """DRAFT 649.

    erp Order Number of InvoiceSearchResponseInvoicesInner.
    """

    invoice_number: str | None = None
    """DRAFT 650.

    invoice Number of InvoiceSearchResponseInvoicesInner.
    """

    invoice_status: str | None = None
    """DRAFT 651.

    invoice Status of InvoiceSearchResponseInvoicesInner.
    """

    invoice_date: str | None = None
    """DRAFT 652.

    invoice Date of InvoiceSearchResponseInvoicesInner.
    """

    invoice_due_date: str | None = None
    """DRAFT 653.

    invoice Due Date of InvoiceSearchResponseInvoicesInner.
    """

    invoiced_amount_due: IntOrFloat | None = None
    """DRAFT 654.

    invoiced Amount Due of InvoiceSearchResponseInvoicesInner.
    """

    customer_order_number: str | None = None
    """DRAFT 655.

    customer Order Number of InvoiceSearchResponseInvoicesInner.
    """

    end_customer_order_number: str | None = None
    """DRAFT 656.

    end Customer Order Number of InvoiceSearchResponseInvoicesInner.
    """

    order_create_date: str | None = None
    """DRAFT 657.

    order Create Date of InvoiceSearchResponseInvoicesInner.
    """

    invoice_amount_incl_tax: IntOrFloat | None = None
    """DRAFT 658.

    invoice Amount Incl Tax of InvoiceSearchResponseInvoicesInner.
    """

    forgntotalamount: IntOrFloat | None = None
    """DRAFT 659.

    forgntotalamount of InvoiceSearchResponseInvoicesInner.
    """

    gst_invoice_number: str | None = None
    """DRAFT 660.

    gst Invoice Number of InvoiceSearchResponseInvoicesInner.
    """

    isfseccenabled: bool | None = None
    """DRAFT 661.

    isfseccenabled of InvoiceSearchResponseInvoicesInner.
    """

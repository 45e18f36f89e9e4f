"""The model `InvoiceDetailsv61ResponsePaymentTermsInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponsePaymentTermsInfo(ResponseModel):
    """DRAFT 683.

    InvoiceDetailsv61ResponsePaymentTermsInfo.

    Args:
        payment_terms_code (str): DRAFT 684. payment Terms Code of InvoiceDetailsv61ResponsePaymentTermsInfo.
        payment_terms_description (str): DRAFT 685. payment Terms Description of
            InvoiceDetailsv61ResponsePaymentTermsInfo.
        payment_terms_due_date (str): DRAFT 686. payment Terms Due Date of InvoiceDetailsv61ResponsePaymentTermsInfo.
    """

    payment_terms_code: str | None = None
    """DRAFT 684.

    payment Terms Code of InvoiceDetailsv61ResponsePaymentTermsInfo.
    """

    payment_terms_description: str | None = None
    """DRAFT 685.

    payment Terms Description of InvoiceDetailsv61ResponsePaymentTermsInfo.
    """

    payment_terms_due_date: str | None = None
    """DRAFT 686.

    payment Terms Due Date of InvoiceDetailsv61ResponsePaymentTermsInfo.
    """

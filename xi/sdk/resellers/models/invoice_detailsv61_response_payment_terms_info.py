"""The model `InvoiceDetailsv61ResponsePaymentTermsInfo`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class InvoiceDetailsv61ResponsePaymentTermsInfo(ResponseModel):
    """Payment terms of an invoice.

    Args:
        payment_terms_code (str): Code of the terms, digits as text, such as `45`.
        payment_terms_description (str): Terms in words, such as `NET 45 DAYS`.
        payment_terms_due_date (str): Day that follows from the terms, yyyy-MM-dd.
    """

    payment_terms_code: str | None = None
    """Code of the terms, digits as text, such as `45`."""

    payment_terms_description: str | None = None
    """Terms in words, such as `NET 45 DAYS`."""

    payment_terms_due_date: str | None = None
    """Day that follows from the terms, yyyy-MM-dd."""

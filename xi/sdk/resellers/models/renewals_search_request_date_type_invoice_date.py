"""The model `RenewalsSearchRequestDateTypeInvoiceDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeInvoiceDate(RequestModel):
    """DRAFT 787.

    RenewalsSearchRequestDateTypeInvoiceDate.

    Args:
        custom_start_date (str): DRAFT 788. custom Start Date of RenewalsSearchRequestDateTypeInvoiceDate.
        custom_end_date (str): DRAFT 789. custom End Date of RenewalsSearchRequestDateTypeInvoiceDate.
    """

    custom_start_date: str | None = None
    """DRAFT 788.

    custom Start Date of RenewalsSearchRequestDateTypeInvoiceDate.
    """

    custom_end_date: str | None = None
    """DRAFT 789.

    custom End Date of RenewalsSearchRequestDateTypeInvoiceDate.
    """

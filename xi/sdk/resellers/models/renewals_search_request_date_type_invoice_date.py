"""The model `RenewalsSearchRequestDateTypeInvoiceDate`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel


class RenewalsSearchRequestDateTypeInvoiceDate(RequestModel):
    """A range for the invoice date, both ends as MM/DD/YYYY.

    Args:
        custom_start_date (str): Earliest day of the invoice, MM/DD/YYYY.
        custom_end_date (str): Latest day of the invoice, MM/DD/YYYY; not before the earliest.
    """

    custom_start_date: str | None = None
    """Earliest day of the invoice, MM/DD/YYYY."""

    custom_end_date: str | None = None
    """Latest day of the invoice, MM/DD/YYYY; not before the earliest."""

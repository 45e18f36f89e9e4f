"""The model `RenewalsSearchRequestDateType`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.renewals_search_request_date_type_end_date import RenewalsSearchRequestDateTypeEndDate
from xi.sdk.resellers.models.renewals_search_request_date_type_expiration_date import (
    RenewalsSearchRequestDateTypeExpirationDate,
)
from xi.sdk.resellers.models.renewals_search_request_date_type_invoice_date import (
    RenewalsSearchRequestDateTypeInvoiceDate,
)
from xi.sdk.resellers.models.renewals_search_request_date_type_start_date import RenewalsSearchRequestDateTypeStartDate


class RenewalsSearchRequestDateType(RequestModel):
    """The dates by which renewals can be filtered, each with a range of its own.

    Args:
        start_date (RenewalsSearchRequestDateTypeStartDate): Range in which the term of the renewal begins.
        end_date (RenewalsSearchRequestDateTypeEndDate): Range in which the term of the renewal ends.
        invoice_date (RenewalsSearchRequestDateTypeInvoiceDate): Range of the date of the invoice for the purchase that
            is renewed.
        expiration_date (RenewalsSearchRequestDateTypeExpirationDate): Range in which the present coverage runs out.
    """

    start_date: RenewalsSearchRequestDateTypeStartDate | None = None
    """Range in which the term of the renewal begins."""

    end_date: RenewalsSearchRequestDateTypeEndDate | None = None
    """Range in which the term of the renewal ends."""

    invoice_date: RenewalsSearchRequestDateTypeInvoiceDate | None = None
    """Range of the date of the invoice for the purchase that is renewed."""

    expiration_date: RenewalsSearchRequestDateTypeExpirationDate | None = None
    """Range in which the present coverage runs out."""

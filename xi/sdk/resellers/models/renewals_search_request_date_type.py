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
    """DRAFT 776.

    RenewalsSearchRequestDateType.

    Args:
        start_date (RenewalsSearchRequestDateTypeStartDate): DRAFT 777. start Date of RenewalsSearchRequestDateType.
        end_date (RenewalsSearchRequestDateTypeEndDate): DRAFT 778. end Date of RenewalsSearchRequestDateType.
        invoice_date (RenewalsSearchRequestDateTypeInvoiceDate): DRAFT 779. invoice Date of
            RenewalsSearchRequestDateType.
        expiration_date (RenewalsSearchRequestDateTypeExpirationDate): DRAFT 780. expiration Date of
            RenewalsSearchRequestDateType.
    """

    start_date: RenewalsSearchRequestDateTypeStartDate | None = None
    """DRAFT 777.

    start Date of RenewalsSearchRequestDateType.
    """

    end_date: RenewalsSearchRequestDateTypeEndDate | None = None
    """DRAFT 778.

    end Date of RenewalsSearchRequestDateType.
    """

    invoice_date: RenewalsSearchRequestDateTypeInvoiceDate | None = None
    """DRAFT 779.

    invoice Date of RenewalsSearchRequestDateType.
    """

    expiration_date: RenewalsSearchRequestDateTypeExpirationDate | None = None
    """DRAFT 780.

    expiration Date of RenewalsSearchRequestDateType.
    """

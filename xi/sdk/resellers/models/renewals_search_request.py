"""The model `RenewalsSearchRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.renewals_search_request_date_type import RenewalsSearchRequestDateType
from xi.sdk.resellers.models.renewals_search_request_status import RenewalsSearchRequestStatus


class RenewalsSearchRequest(RequestModel):
    """Filters of an advanced search.

    All are optional, and a renewal has to pass each that is given.

    Args:
        status (RenewalsSearchRequestStatus): State of the renewals to find; absent for all states.
        date_type (RenewalsSearchRequestDateType): Ranges of dates, of which several may be given at once.
        vendor (str): Name of the manufacturer, such as `HP`.
        end_user (str): Company name of the end customer, or part of it; how it is compared is not documented.
    """

    status: RenewalsSearchRequestStatus | None = None
    """State of the renewals to find; absent for all states."""

    date_type: RenewalsSearchRequestDateType | None = None
    """Ranges of dates, of which several may be given at once."""

    vendor: str | None = None
    """Name of the manufacturer, such as `HP`."""

    end_user: str | None = None
    """Company name of the end customer, or part of it; how it is compared is not documented."""

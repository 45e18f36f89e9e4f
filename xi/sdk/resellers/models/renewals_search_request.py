"""The model `RenewalsSearchRequest`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import RequestModel
from xi.sdk.resellers.models.renewals_search_request_date_type import RenewalsSearchRequestDateType
from xi.sdk.resellers.models.renewals_search_request_status import RenewalsSearchRequestStatus


class RenewalsSearchRequest(RequestModel):
    """DRAFT 766.

    RenewalsSearchRequest.

    Args:
        status (RenewalsSearchRequestStatus): DRAFT 767. status of RenewalsSearchRequest.
        date_type (RenewalsSearchRequestDateType): DRAFT 768. date Type of RenewalsSearchRequest.
        vendor (str): DRAFT 769. vendor of RenewalsSearchRequest.
        end_user (str): DRAFT 770. end User of RenewalsSearchRequest.
    """

    status: RenewalsSearchRequestStatus | None = None
    """DRAFT 767.

    status of RenewalsSearchRequest.
    """

    date_type: RenewalsSearchRequestDateType | None = None
    """DRAFT 768.

    date Type of RenewalsSearchRequest.
    """

    vendor: str | None = None
    """DRAFT 769.

    vendor of RenewalsSearchRequest.
    """

    end_user: str | None = None
    """DRAFT 770.

    end User of RenewalsSearchRequest.
    """

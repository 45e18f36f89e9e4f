"""The model `RenewalsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.renewals_search_response_renewals_inner import RenewalsSearchResponseRenewalsInner


class RenewalsSearchResponse(ResponseModel):
    """DRAFT 793.

    RenewalsSearchResponse.

    Args:
        records_found (int): DRAFT 794. records Found of RenewalsSearchResponse.
        page_size (int): DRAFT 795. page Size of RenewalsSearchResponse.
        page_number (int): DRAFT 796. page Number of RenewalsSearchResponse.
        renewals (list of RenewalsSearchResponseRenewalsInner): DRAFT 797. renewals of RenewalsSearchResponse.
        next_page (str): DRAFT 798. next Page of RenewalsSearchResponse.
        previous_page (str): DRAFT 799. previous Page of RenewalsSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 794.

    records Found of RenewalsSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 795.

    page Size of RenewalsSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 796.

    page Number of RenewalsSearchResponse.
    """

    renewals: list[RenewalsSearchResponseRenewalsInner] | None = None
    """DRAFT 797.

    renewals of RenewalsSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 798.

    next Page of RenewalsSearchResponse.
    """

    previous_page: str | None = None
    """DRAFT 799.

    previous Page of RenewalsSearchResponse.
    """

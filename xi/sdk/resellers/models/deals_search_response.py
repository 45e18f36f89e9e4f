"""The model `DealsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.deals_search_response_deals_inner import DealsSearchResponseDealsInner


class DealsSearchResponse(ResponseModel):
    """DRAFT 867.

    DealsSearchResponse.

    Args:
        records_found (int): DRAFT 868. records Found of DealsSearchResponse.
        page_size (int): DRAFT 869. page Size of DealsSearchResponse.
        page_number (int): DRAFT 870. page Number of DealsSearchResponse.
        deals (list of DealsSearchResponseDealsInner): DRAFT 871. deals of DealsSearchResponse.
        next_page (str): DRAFT 872. next Page of DealsSearchResponse.
        previous_page (str): DRAFT 873. previous Page of DealsSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 868.

    records Found of DealsSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 869.

    page Size of DealsSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 870.

    page Number of DealsSearchResponse.
    """

    deals: list[DealsSearchResponseDealsInner] | None = None
    """DRAFT 871.

    deals of DealsSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 872.

    next Page of DealsSearchResponse.
    """

    previous_page: str | None = None
    """DRAFT 873.

    previous Page of DealsSearchResponse.
    """

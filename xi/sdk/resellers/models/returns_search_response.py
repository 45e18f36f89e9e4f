"""The model `ReturnsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner import ReturnsSearchResponseReturnsClaimsInner


class ReturnsSearchResponse(ResponseModel):
    """DRAFT 908.

    ReturnsSearchResponse.

    Args:
        records_found (int): DRAFT 909. records Found of ReturnsSearchResponse.
        page_size (int): DRAFT 910. page Size of ReturnsSearchResponse.
        page_number (int): DRAFT 911. page Number of ReturnsSearchResponse.
        returns_claims (list of ReturnsSearchResponseReturnsClaimsInner): DRAFT 912. returns Claims of
            ReturnsSearchResponse.
        next_page (str): DRAFT 913. next Page of ReturnsSearchResponse.
        previous_page (str): DRAFT 914. previous Page of ReturnsSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 909.

    records Found of ReturnsSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 910.

    page Size of ReturnsSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 911.

    page Number of ReturnsSearchResponse.
    """

    returns_claims: list[ReturnsSearchResponseReturnsClaimsInner] | None = None
    """DRAFT 912.

    returns Claims of ReturnsSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 913.

    next Page of ReturnsSearchResponse.
    """

    previous_page: str | None = None
    """DRAFT 914.

    previous Page of ReturnsSearchResponse.
    """

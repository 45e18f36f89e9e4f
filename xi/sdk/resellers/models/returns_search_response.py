"""The model `ReturnsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.returns_search_response_returns_claims_inner import ReturnsSearchResponseReturnsClaimsInner


class ReturnsSearchResponse(ResponseModel):
    """One page of a search for returns.

    Args:
        records_found (int): How many returns match, over all pages.
        page_size (int): Returns that a page holds at most; 25 by default.
        page_number (int): Number of this page, counted from 1.
        returns_claims (list of ReturnsSearchResponseReturnsClaimsInner): The returns and claims of this page; empty if
            none matches.
        next_page (str): Relative address of the next page; null on the last.
        previous_page (str): Relative address of the page before; null on the first.
    """

    records_found: int | None = None
    """How many returns match, over all pages."""

    page_size: int | None = None
    """Returns that a page holds at most; 25 by default."""

    page_number: int | None = None
    """Number of this page, counted from 1."""

    returns_claims: list[ReturnsSearchResponseReturnsClaimsInner] | None = None
    """The returns and claims of this page; empty if none matches."""

    next_page: str | None = None
    """Relative address of the next page; null on the last."""

    previous_page: str | None = None
    """Relative address of the page before; null on the first."""

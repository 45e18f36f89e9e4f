"""The model `DealsSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.deals_search_response_deals_inner import DealsSearchResponseDealsInner


class DealsSearchResponse(ResponseModel):
    """One page of a search for deals.

    Args:
        records_found (int): How many deals match, over all pages; thousands are possible.
        page_size (int): Deals that a page holds at most, as the server applied it.
        page_number (int): Number of the page that was returned, from 1.
        deals (list of DealsSearchResponseDealsInner): The deals of this page, each in its newest version only.
        next_page (str): Address of the next page, null on the last. It leads to an internal path and not to this
            search: ask for the next `Page` instead.
        previous_page (str): Address of the page before; null on the first page, with the same flaw as `nextPage`.
    """

    records_found: int | None = None
    """How many deals match, over all pages; thousands are possible."""

    page_size: int | None = None
    """Deals that a page holds at most, as the server applied it."""

    page_number: int | None = None
    """Number of the page that was returned, from 1."""

    deals: list[DealsSearchResponseDealsInner] | None = None
    """The deals of this page, each in its newest version only."""

    next_page: str | None = None
    """Address of the next page, null on the last.

    It leads to an internal path and not to this search: ask for the next `Page` instead.
    """

    previous_page: str | None = None
    """Address of the page before; null on the first page, with the same flaw as `nextPage`."""

"""The model `OrderSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.order_search_response_orders_inner import OrderSearchResponseOrdersInner


class OrderSearchResponse(ResponseModel):
    """One page of orders that match a search.

    No match at all is status 204 without a body.

    Args:
        records_found (int): Orders that match on all pages; has changed between pages of one search on other families,
            so do not rely on it alone.
        page_size (int): Orders per page, 25 unless asked, at most 100.
        page_number (int): This page, counted from 1.
        orders (list of OrderSearchResponseOrdersInner): The orders on this page; may be fewer than a page holds.
        next_page (str): Relative URL of the next page, with a placeholder for the filters; absent or null at the end.
        previous_page (str): Relative URL of the page before; absent or null on the first.
    """

    records_found: int | None = None
    """Orders that match on all pages; has changed between pages of one search on other families, so do not rely on it
    alone.
    """

    page_size: int | None = None
    """Orders per page, 25 unless asked, at most 100."""

    page_number: int | None = None
    """This page, counted from 1."""

    orders: list[OrderSearchResponseOrdersInner] | None = None
    """The orders on this page; may be fewer than a page holds."""

    next_page: str | None = None
    """Relative URL of the next page, with a placeholder for the filters; absent or null at the end."""

    previous_page: str | None = None
    """Relative URL of the page before; absent or null on the first."""

"""The model `ProductSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_catalog_inner import ProductSearchResponseCatalogInner
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner import (
    ProductSearchResponseSubscriptionCatalogInner,
)


class ProductSearchResponse(ResponseModel):
    """One page of the catalogue.

    Its links cannot be followed as they are: count pages instead.

    Args:
        records_found (int): Number of hits over all pages. It may change while the pages are read, so do not count down
            to it.
        page_size (int): Rows per page that were asked for, 25 unless given; the page itself may hold fewer.
        page_number (int): Which page this is, counted from 1.
        catalog (list of ProductSearchResponseCatalogInner): The products of this page. A list shorter than `pageSize`
            does not mean that it is the last.
        next_page (str): Path of the page that follows, without host and sandbox prefix; null or absent at the end. In
            the published example the `&` before `pageSize` is missing, so take it as a sign that there is more and no
            more than that.
        previous_page (str): Path of the page before, in the same imperfect form; absent on page 1.
        subscription_catalog (list of ProductSearchResponseSubscriptionCatalogInner): Cloud plans among the hits,
            gathered in groups; absent where there are none.
    """

    records_found: int | None = None
    """Number of hits over all pages.

    It may change while the pages are read, so do not count down to it.
    """

    page_size: int | None = None
    """Rows per page that were asked for, 25 unless given; the page itself may hold fewer."""

    page_number: int | None = None
    """Which page this is, counted from 1."""

    catalog: list[ProductSearchResponseCatalogInner] | None = None
    """The products of this page.

    A list shorter than `pageSize` does not mean that it is the last.
    """

    next_page: str | None = None
    """Path of the page that follows, without host and sandbox prefix; null or absent at the end.

    In the published example the `&` before `pageSize` is missing, so take it as a sign that there is more and no more
    than that.
    """

    previous_page: str | None = None
    """Path of the page before, in the same imperfect form; absent on page 1."""

    subscription_catalog: list[ProductSearchResponseSubscriptionCatalogInner] | None = None
    """Cloud plans among the hits, gathered in groups; absent where there are none."""

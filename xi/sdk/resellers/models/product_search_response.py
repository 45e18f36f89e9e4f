"""The model `ProductSearchResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_catalog_inner import ProductSearchResponseCatalogInner
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner import (
    ProductSearchResponseSubscriptionCatalogInner,
)


class ProductSearchResponse(ResponseModel):
    """DRAFT 307.

    ProductSearchResponse.

    Args:
        records_found (int): DRAFT 308. records Found of ProductSearchResponse.
        page_size (int): DRAFT 309. page Size of ProductSearchResponse.
        page_number (int): DRAFT 310. page Number of ProductSearchResponse.
        catalog (list of ProductSearchResponseCatalogInner): DRAFT 311. catalog of ProductSearchResponse.
        next_page (str): DRAFT 312. next Page of ProductSearchResponse.
        previous_page (str): DRAFT 313. previous Page of ProductSearchResponse.
        subscription_catalog (list of ProductSearchResponseSubscriptionCatalogInner): DRAFT 314. subscription Catalog of
            ProductSearchResponse.
    """

    records_found: int | None = None
    """DRAFT 308.

    records Found of ProductSearchResponse.
    """

    page_size: int | None = None
    """DRAFT 309.

    page Size of ProductSearchResponse.
    """

    page_number: int | None = None
    """DRAFT 310.

    page Number of ProductSearchResponse.
    """

    catalog: list[ProductSearchResponseCatalogInner] | None = None
    """DRAFT 311.

    catalog of ProductSearchResponse.
    """

    next_page: str | None = None
    """DRAFT 312.

    next Page of ProductSearchResponse.
    """

    previous_page: str | None = None
    """DRAFT 313.

    previous Page of ProductSearchResponse.
    """

    subscription_catalog: list[ProductSearchResponseSubscriptionCatalogInner] | None = None
    """DRAFT 314.

    subscription Catalog of ProductSearchResponse.
    """

"""The model `ProductSearchResponseSubscriptionCatalogInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner import (
    ProductSearchResponseSubscriptionCatalogInnerPlansInner,
)


class ProductSearchResponseSubscriptionCatalogInner(ResponseModel):
    """DRAFT 1120.

    ProductSearchResponseSubscriptionCatalogInner.

    Args:
        group_name (str): DRAFT 1121. group Name of ProductSearchResponseSubscriptionCatalogInner.
        group_description (str): DRAFT 1122. group Description of ProductSearchResponseSubscriptionCatalogInner.
        number_of_plans (str): DRAFT 1123. number Of Plans of ProductSearchResponseSubscriptionCatalogInner.
        link (str): DRAFT 1124. link of ProductSearchResponseSubscriptionCatalogInner.
        plans (list of ProductSearchResponseSubscriptionCatalogInnerPlansInner): DRAFT 1125. plans of
            ProductSearchResponseSubscriptionCatalogInner.
    """

    group_name: str | None = None
    """DRAFT 1121.

    group Name of ProductSearchResponseSubscriptionCatalogInner.
    """

    group_description: str | None = None
    """DRAFT 1122.

    group Description of ProductSearchResponseSubscriptionCatalogInner.
    """

    number_of_plans: str | None = None
    """DRAFT 1123.

    number Of Plans of ProductSearchResponseSubscriptionCatalogInner.
    """

    link: str | None = None
    """DRAFT 1124.

    link of ProductSearchResponseSubscriptionCatalogInner.
    """

    plans: list[ProductSearchResponseSubscriptionCatalogInnerPlansInner] | None = None
    """DRAFT 1125.

    plans of ProductSearchResponseSubscriptionCatalogInner.
    """

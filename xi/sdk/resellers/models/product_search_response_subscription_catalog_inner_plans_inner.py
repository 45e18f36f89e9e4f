"""The model `ProductSearchResponseSubscriptionCatalogInnerPlansInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner_links_inner import (
    ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner,
)
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner_subscription_period_summary_inner import (
    ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner,
)


class ProductSearchResponseSubscriptionCatalogInnerPlansInner(ResponseModel):
    """DRAFT 1126.

    ProductSearchResponseSubscriptionCatalogInnerPlansInner.

    Args:
        plan_id (str): DRAFT 1127. plan Id of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
        plan_name (str): DRAFT 1128. plan Name of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
        plan_description (str): DRAFT 1129. plan Description of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
        subscription_period_summary (list of
            ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner): DRAFT 1130.
            subscription Period Summary of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
        links (list of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner): DRAFT 1131. links of
            ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

    plan_id: str | None = None
    """DRAFT 1127.

    plan Id of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

    plan_name: str | None = None
    """DRAFT 1128.

    plan Name of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

    plan_description: str | None = None
    """DRAFT 1129.

    plan Description of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

    subscription_period_summary: (
        list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner] | None
    ) = None
    """DRAFT 1130.

    subscription Period Summary of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

    links: list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner] | None = None
    """DRAFT 1131.

    links of ProductSearchResponseSubscriptionCatalogInnerPlansInner.
    """

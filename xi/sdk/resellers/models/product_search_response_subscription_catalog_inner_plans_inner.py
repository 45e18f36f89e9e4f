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
    """One cloud plan of a group, without prices.

    Args:
        plan_id (str): Identifier of the plan; send it as `planID` to ask for prices, as `planId` for details.
        plan_name (str): Name of the plan for display, which the details also find it by.
        plan_description (str): Words that describe what the plan contains.
        subscription_period_summary (list of
            ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner): Terms on offer, one
            entry for each unit of time.
        links (list of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner): Links to what else is known
            of the plan.
    """

    plan_id: str | None = None
    """Identifier of the plan; send it as `planID` to ask for prices, as `planId` for details."""

    plan_name: str | None = None
    """Name of the plan for display, which the details also find it by."""

    plan_description: str | None = None
    """Words that describe what the plan contains."""

    subscription_period_summary: (
        list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerSubscriptionPeriodSummaryInner] | None
    ) = None
    """Terms on offer, one entry for each unit of time."""

    links: list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner] | None = None
    """Links to what else is known of the plan."""

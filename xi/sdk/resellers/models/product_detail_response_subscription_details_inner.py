"""The model `ProductDetailResponseSubscriptionDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_billing_period import (
    ProductDetailResponseSubscriptionDetailsInnerBillingPeriod,
)
from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_groups_inner import (
    ProductDetailResponseSubscriptionDetailsInnerGroupsInner,
)
from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_options_inner import (
    ProductDetailResponseSubscriptionDetailsInnerOptionsInner,
)
from xi.sdk.resellers.models.product_detail_response_subscription_details_inner_subscription_period_inner import (
    ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner,
)
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner_links_inner import (
    ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner,
)


class ProductDetailResponseSubscriptionDetailsInner(ResponseModel):
    """One plan of a cloud product, with its terms and parts.

    Args:
        plan_id (str): Identifier of the plan, as the search shows it.
        plan_name (str): Name of the plan, by which this call finds it too.
        plan_description (str): Words that describe the plan, for a shop.
        groups (list of ProductDetailResponseSubscriptionDetailsInnerGroupsInner): Groups that list the plan; one plan
            can be in several.
        subscription_period (list of ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner): Terms that
            can be subscribed for, one entry for each.
        billing_period (ProductDetailResponseSubscriptionDetailsInnerBillingPeriod): How often the plan is billed,
            whatever its term.
        options (list of ProductDetailResponseSubscriptionDetailsInnerOptionsInner): Parts of the plan with their
            limits, without prices.
        links (list of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner): Links to prices and to
            related plans.
        next_page (str): Path of the next part of a long list; absent at its end.
        previous_page (str): Path of the part before; absent at the start of the list.
    """

    plan_id: str | None = None
    """Identifier of the plan, as the search shows it."""

    plan_name: str | None = None
    """Name of the plan, by which this call finds it too."""

    plan_description: str | None = None
    """Words that describe the plan, for a shop."""

    groups: list[ProductDetailResponseSubscriptionDetailsInnerGroupsInner] | None = None
    """Groups that list the plan; one plan can be in several."""

    subscription_period: list[ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner] | None = None
    """Terms that can be subscribed for, one entry for each."""

    billing_period: ProductDetailResponseSubscriptionDetailsInnerBillingPeriod | None = None
    """How often the plan is billed, whatever its term."""

    options: list[ProductDetailResponseSubscriptionDetailsInnerOptionsInner] | None = None
    """Parts of the plan with their limits, without prices."""

    links: list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner] | None = None
    """Links to prices and to related plans."""

    next_page: str | None = None
    """Path of the next part of a long list; absent at its end."""

    previous_page: str | None = None
    """Path of the part before; absent at the start of the list."""

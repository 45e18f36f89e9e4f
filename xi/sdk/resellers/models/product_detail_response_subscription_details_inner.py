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
    """DRAFT 1139.

    ProductDetailResponseSubscriptionDetailsInner.

    Args:
        plan_id (str): DRAFT 1140. plan Id of ProductDetailResponseSubscriptionDetailsInner.
        plan_name (str): DRAFT 1141. plan Name of ProductDetailResponseSubscriptionDetailsInner.
        plan_description (str): DRAFT 1142. plan Description of ProductDetailResponseSubscriptionDetailsInner.
        groups (list of ProductDetailResponseSubscriptionDetailsInnerGroupsInner): DRAFT 1143. groups of
            ProductDetailResponseSubscriptionDetailsInner.
        subscription_period (list of ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner): DRAFT 1144.
            subscription Period of ProductDetailResponseSubscriptionDetailsInner.
        billing_period (ProductDetailResponseSubscriptionDetailsInnerBillingPeriod): DRAFT 1145. billing Period of
            ProductDetailResponseSubscriptionDetailsInner.
        options (list of ProductDetailResponseSubscriptionDetailsInnerOptionsInner): DRAFT 1146. options of
            ProductDetailResponseSubscriptionDetailsInner.
        links (list of ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner): DRAFT 1147. links of
            ProductDetailResponseSubscriptionDetailsInner.
        next_page (str): DRAFT 1148. next Page of ProductDetailResponseSubscriptionDetailsInner.
        previous_page (str): DRAFT 1149. previous Page of ProductDetailResponseSubscriptionDetailsInner.
    """

    plan_id: str | None = None
    """DRAFT 1140.

    plan Id of ProductDetailResponseSubscriptionDetailsInner.
    """

    plan_name: str | None = None
    """DRAFT 1141.

    plan Name of ProductDetailResponseSubscriptionDetailsInner.
    """

    plan_description: str | None = None
    """DRAFT 1142.

    plan Description of ProductDetailResponseSubscriptionDetailsInner.
    """

    groups: list[ProductDetailResponseSubscriptionDetailsInnerGroupsInner] | None = None
    """DRAFT 1143.

    groups of ProductDetailResponseSubscriptionDetailsInner.
    """

    subscription_period: list[ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner] | None = None
    """DRAFT 1144.

    subscription Period of ProductDetailResponseSubscriptionDetailsInner.
    """

    billing_period: ProductDetailResponseSubscriptionDetailsInnerBillingPeriod | None = None
    """DRAFT 1145.

    billing Period of ProductDetailResponseSubscriptionDetailsInner.
    """

    options: list[ProductDetailResponseSubscriptionDetailsInnerOptionsInner] | None = None
    """DRAFT 1146.

    options of ProductDetailResponseSubscriptionDetailsInner.
    """

    links: list[ProductSearchResponseSubscriptionCatalogInnerPlansInnerLinksInner] | None = None
    """DRAFT 1147.

    links of ProductDetailResponseSubscriptionDetailsInner.
    """

    next_page: str | None = None
    """DRAFT 1148.

    next Page of ProductDetailResponseSubscriptionDetailsInner.
    """

    previous_page: str | None = None
    """DRAFT 1149.

    previous Page of ProductDetailResponseSubscriptionDetailsInner.
    """

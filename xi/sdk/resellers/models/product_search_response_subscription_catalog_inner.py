"""The model `ProductSearchResponseSubscriptionCatalogInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.product_search_response_subscription_catalog_inner_plans_inner import (
    ProductSearchResponseSubscriptionCatalogInnerPlansInner,
)


class ProductSearchResponseSubscriptionCatalogInner(ResponseModel):
    """One group of cloud plans among the hits.

    Args:
        group_name (str): Name of the group; the filter `groupName` takes it.
        group_description (str): Words that describe the group of plans, for display.
        number_of_plans (str): How many plans the group has, a number as text.
        link (str): Path to the plans of the group, without host or sandbox prefix.
        plans (list of ProductSearchResponseSubscriptionCatalogInnerPlansInner): The plans of the group, as far as this
            page has them.
    """

    group_name: str | None = None
    """Name of the group; the filter `groupName` takes it."""

    group_description: str | None = None
    """Words that describe the group of plans, for display."""

    number_of_plans: str | None = None
    """How many plans the group has, a number as text."""

    link: str | None = None
    """Path to the plans of the group, without host or sandbox prefix."""

    plans: list[ProductSearchResponseSubscriptionCatalogInnerPlansInner] | None = None
    """The plans of the group, as far as this page has them."""

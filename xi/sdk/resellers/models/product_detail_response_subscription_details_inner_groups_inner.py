"""The model `ProductDetailResponseSubscriptionDetailsInnerGroupsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerGroupsInner(ResponseModel):
    """One group that lists the plan.

    Args:
        group_name (str): Name of the group, usable as a filter of the search.
        group_description (str): Words that tell what the group gathers.
    """

    group_name: str | None = None
    """Name of the group, usable as a filter of the search."""

    group_description: str | None = None
    """Words that tell what the group gathers."""

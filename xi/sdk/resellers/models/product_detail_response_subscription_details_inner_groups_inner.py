"""The model `ProductDetailResponseSubscriptionDetailsInnerGroupsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerGroupsInner(ResponseModel):
    """DRAFT 1150.

    ProductDetailResponseSubscriptionDetailsInnerGroupsInner.

    Args:
        group_name (str): DRAFT 1151. group Name of ProductDetailResponseSubscriptionDetailsInnerGroupsInner.
        group_description (str): DRAFT 1152. group Description of
            ProductDetailResponseSubscriptionDetailsInnerGroupsInner.
    """

    group_name: str | None = None
    """DRAFT 1151.

    group Name of ProductDetailResponseSubscriptionDetailsInnerGroupsInner.
    """

    group_description: str | None = None
    """DRAFT 1152.

    group Description of ProductDetailResponseSubscriptionDetailsInnerGroupsInner.
    """

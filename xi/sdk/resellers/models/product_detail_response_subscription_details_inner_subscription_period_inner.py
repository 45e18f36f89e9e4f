"""The model `ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner(ResponseModel):
    """One term of a plan, as the details have it.

    Args:
        subscription_period_unit (str): Unit of the term, such as `Month` or `Year`.
        subscription_period (str): Number of units in the term, as text.
    """

    subscription_period_unit: str | None = None
    """Unit of the term, such as `Month` or `Year`."""

    subscription_period: str | None = None
    """Number of units in the term, as text."""

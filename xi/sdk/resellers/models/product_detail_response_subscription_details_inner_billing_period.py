"""The model `ProductDetailResponseSubscriptionDetailsInnerBillingPeriod`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerBillingPeriod(ResponseModel):
    """Time between two bills of a plan, as the details have it.

    Args:
        billing_period_unit (str): Unit of the time between two bills, such as `Month`.
        billing_period (str): Number of units between two bills, as text; a number beside prices.
    """

    billing_period_unit: str | None = None
    """Unit of the time between two bills, such as `Month`."""

    billing_period: str | None = None
    """Number of units between two bills, as text; a number beside prices."""

"""The model `ProductDetailResponseSubscriptionDetailsInnerBillingPeriod`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerBillingPeriod(ResponseModel):
    """DRAFT 1156.

    ProductDetailResponseSubscriptionDetailsInnerBillingPeriod.

    Args:
        billing_period_unit (str): DRAFT 1157. billing Period Unit of
            ProductDetailResponseSubscriptionDetailsInnerBillingPeriod.
        billing_period (str): DRAFT 1158. billing Period of ProductDetailResponseSubscriptionDetailsInnerBillingPeriod.
    """

    billing_period_unit: str | None = None
    """DRAFT 1157.

    billing Period Unit of ProductDetailResponseSubscriptionDetailsInnerBillingPeriod.
    """

    billing_period: str | None = None
    """DRAFT 1158.

    billing Period of ProductDetailResponseSubscriptionDetailsInnerBillingPeriod.
    """

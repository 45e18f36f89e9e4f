"""The model `ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner(ResponseModel):
    """DRAFT 1153.

    ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner.

    Args:
        subscription_period_unit (str): DRAFT 1154. subscription Period Unit of
            ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner.
        subscription_period (str): DRAFT 1155. subscription Period of
            ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner.
    """

    subscription_period_unit: str | None = None
    """DRAFT 1154.

    subscription Period Unit of ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner.
    """

    subscription_period: str | None = None
    """DRAFT 1155.

    subscription Period of ProductDetailResponseSubscriptionDetailsInnerSubscriptionPeriodInner.
    """

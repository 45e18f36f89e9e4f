"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner(ResponseModel):
    """DRAFT 1076.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner.

    Args:
        subscription_period_unit (str): DRAFT 1077. subscription Period Unit of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner.
        subscription_period (str): DRAFT 1078. subscription Period of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"subscription_period", "subscription_period_unit"})

    subscription_period_unit: str | None = None
    """DRAFT 1077.

    subscription Period Unit of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner.
    """

    subscription_period: str | None = None
    """DRAFT 1078.

    subscription Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner.
    """

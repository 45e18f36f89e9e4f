"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod(ResponseModel):
    """DRAFT 1073.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod.

    Args:
        billing_period_unit (str): DRAFT 1074. billing Period Unit of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod.
        billing_period (int or float): DRAFT 1075. billing Period of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"billing_period", "billing_period_unit"})

    billing_period_unit: str | None = None
    """DRAFT 1074.

    billing Period Unit of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod.
    """

    billing_period: IntOrFloat | None = None
    """DRAFT 1075.

    billing Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod.
    """

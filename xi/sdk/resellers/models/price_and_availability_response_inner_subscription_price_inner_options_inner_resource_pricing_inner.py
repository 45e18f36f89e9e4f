"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner(ResponseModel):
    """DRAFT 1091.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.

    Args:
        name (str): DRAFT 1092. name of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        quantity (str): DRAFT 1093. quantity of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        msrp (int or float): DRAFT 1094. msrp of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        unit_price (int or float): DRAFT 1095. unit Price of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        margin (int or float): DRAFT 1096. margin of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        currency_code (str): DRAFT 1097. currency Code of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
        subscription_period (str): DRAFT 1098. subscription Period of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"currency_code", "margin", "msrp", "name", "quantity", "subscription_period", "unit_price"}
    )

    name: str | None = None
    """DRAFT 1092.

    name of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    quantity: str | None = None
    """DRAFT 1093.

    quantity of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    msrp: IntOrFloat | None = None
    """DRAFT 1094.

    msrp of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 1095.

    unit Price of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    margin: IntOrFloat | None = None
    """DRAFT 1096.

    margin of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    currency_code: str | None = None
    """DRAFT 1097.

    currency Code of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

    subscription_period: str | None = None
    """DRAFT 1098.

    subscription Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner.
    """

"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_special_pricing_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner_volume_discounts_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner,
)


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner(ResponseModel):
    """DRAFT 1099.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner.

    Args:
        volume_discounts (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner):
            DRAFT 1100. volume Discounts of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner.
        special_pricing (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner): DRAFT
            1101. special Pricing of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner.
    """

    volume_discounts: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner]
        | None
    ) = None
    """DRAFT 1100.

    volume Discounts of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner.
    """

    special_pricing: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner]
        | None
    ) = None
    """DRAFT 1101.

    special Pricing of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner.
    """

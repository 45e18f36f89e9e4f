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
    """Reductions for one part of a plan.

    Args:
        volume_discounts (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner):
            Reductions that begin at a quantity, one entry for each step.
        special_pricing (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner):
            Reductions that a vendor's programme grants, with their limits.
    """

    volume_discounts: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner]
        | None
    ) = None
    """Reductions that begin at a quantity, one entry for each step."""

    special_pricing: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner]
        | None
    ) = None
    """Reductions that a vendor's programme grants, with their limits."""

"""The model `PriceAndAvailabilityResponseInnerDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner_quantity_discounts_inner import (
    PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_discounts_inner_special_pricing_inner import (
    PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner,
)


class PriceAndAvailabilityResponseInnerDiscountsInner(ResponseModel):
    """DRAFT 282.

    PriceAndAvailabilityResponseInnerDiscountsInner.

    Args:
        special_pricing (list of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner): DRAFT 283. special
            Pricing of PriceAndAvailabilityResponseInnerDiscountsInner.
        quantity_discounts (list of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner): DRAFT 284.
            quantity Discounts of PriceAndAvailabilityResponseInnerDiscountsInner.
    """

    special_pricing: list[PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner] | None = None
    """DRAFT 283.

    special Pricing of PriceAndAvailabilityResponseInnerDiscountsInner.
    """

    quantity_discounts: list[PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner] | None = None
    """DRAFT 284.

    quantity Discounts of PriceAndAvailabilityResponseInnerDiscountsInner.
    """

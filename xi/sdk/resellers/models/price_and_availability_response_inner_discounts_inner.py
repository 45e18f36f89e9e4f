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
    """One set of reductions of a product: by bid or promotion, and by quantity.

    Args:
        special_pricing (list of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner): Reductions by
            special bid, by promotion or for public bodies. Look at their dates: expired ones are listed too.
        quantity_discounts (list of PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner): Reductions
            that depend on the quantity ordered; placeholders in the published example.
    """

    special_pricing: list[PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner] | None = None
    """Reductions by special bid, by promotion or for public bodies.

    Look at their dates: expired ones are listed too.
    """

    quantity_discounts: list[PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner] | None = None
    """Reductions that depend on the quantity ordered; placeholders in the published example."""

"""The model `PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner(ResponseModel):
    """DRAFT 285.

    PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.

    Args:
        discount_type (str): DRAFT 286. discount Type of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_bid_numer (str): DRAFT 287. special Bid Numer of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_pricing_discount (int or float): DRAFT 288. special Pricing Discount of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_pricing_effective_date (date): DRAFT 289. special Pricing Effective Date of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_pricing_expiration_date (date): DRAFT 290. special Pricing Expiration Date of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_pricing_available_quantity (int): DRAFT 291. special Pricing Available Quantity of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        special_pricing_min_quantity (int): DRAFT 292. special Pricing Min Quantity of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        government_discount_type (str): DRAFT 293. government Discount Type of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
        government_discounted_customer_price (int or float): DRAFT 294. government Discounted Customer Price of
            PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    discount_type: str | None = None
    """DRAFT 286.

    discount Type of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_bid_numer: str | None = None
    """DRAFT 287.

    special Bid Numer of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_pricing_discount: IntOrFloat | None = None
    """DRAFT 288.

    special Pricing Discount of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_pricing_effective_date: str | None = None
    """DRAFT 289.

    special Pricing Effective Date of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_pricing_expiration_date: str | None = None
    """DRAFT 290.

    special Pricing Expiration Date of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_pricing_available_quantity: int | None = None
    """DRAFT 291.

    special Pricing Available Quantity of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    special_pricing_min_quantity: int | None = None
    """DRAFT 292.

    special Pricing Min Quantity of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    government_discount_type: str | None = None
    """DRAFT 293.

    government Discount Type of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

    government_discounted_customer_price: IntOrFloat | None = None
    """DRAFT 294.

    government Discounted Customer Price of PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner.
    """

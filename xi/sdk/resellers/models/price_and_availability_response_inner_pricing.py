"""The model `PriceAndAvailabilityResponseInnerPricing`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerPricing(ResponseModel):
    """DRAFT 275.

    PriceAndAvailabilityResponseInnerPricing.

    Args:
        currency_code (str): DRAFT 276. currency Code of PriceAndAvailabilityResponseInnerPricing.
        retail_price (int or float): DRAFT 277. retail Price of PriceAndAvailabilityResponseInnerPricing.
        map_price (int or float): DRAFT 278. map Price of PriceAndAvailabilityResponseInnerPricing.
        customer_price (int or float): DRAFT 279. customer Price of PriceAndAvailabilityResponseInnerPricing.
        special_bid_pricing_available (bool): DRAFT 280. special Bid Pricing Available of
            PriceAndAvailabilityResponseInnerPricing.
        web_discounts_available (bool): DRAFT 281. web Discounts Available of PriceAndAvailabilityResponseInnerPricing.
    """

    currency_code: str | None = None
    """DRAFT 276.

    currency Code of PriceAndAvailabilityResponseInnerPricing.
    """

    retail_price: IntOrFloat | None = None
    """DRAFT 277.

    retail Price of PriceAndAvailabilityResponseInnerPricing.
    """

    map_price: IntOrFloat | None = None
    """DRAFT 278.

    map Price of PriceAndAvailabilityResponseInnerPricing.
    """

    customer_price: IntOrFloat | None = None
    """DRAFT 279.

    customer Price of PriceAndAvailabilityResponseInnerPricing.
    """

    special_bid_pricing_available: bool | None = None
    """DRAFT 280.

    special Bid Pricing Available of PriceAndAvailabilityResponseInnerPricing.
    """

    web_discounts_available: bool | None = None
    """DRAFT 281.

    web Discounts Available of PriceAndAvailabilityResponseInnerPricing.
    """

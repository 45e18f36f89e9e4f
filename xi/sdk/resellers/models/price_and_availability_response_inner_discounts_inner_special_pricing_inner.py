"""The model `PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from collections.abc import Mapping
from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import AnsweredDay, IntOrFloat


class PriceAndAvailabilityResponseInnerDiscountsInnerSpecialPricingInner(ResponseModel):
    """One special price, with the time and the quantity that it is limited to.

    Args:
        discount_type (str): Kind of reduction: `Special Bid` or `Promo Discount`.
        special_bid_numer (str): Number of the bid under which the vendor granted the price; send it with price calls
            and orders. Promotions have none.
        special_pricing_discount (int or float): Amount taken off the price of one unit, in the item's currency. It is
            not the price that results.
        special_pricing_effective_date (date): First day of the special price, yyyy-MM-dd.
        special_pricing_expiration_date (date): Last day of the special price, yyyy-MM-dd; may lie in the past.
        special_pricing_available_quantity (int): Units that the price still holds for. 9999999 means without limit; 0
            beside a promotion may mean none left or no limit.
        special_pricing_min_quantity (int): Smallest quantity for which the price is given; 0 for no minimum.
        government_discount_type (str): Public body that the reduction is for, such as `Federal`; in the USA only.
        government_discounted_customer_price (int or float): Price of one unit for that public body, in the item's
            currency; in the USA only.
    """

    _spellings: ClassVar[Mapping[str, str]] = {"specialBidNumber": "specialBidNumer"}

    discount_type: str | None = None
    """Kind of reduction: `Special Bid` or `Promo Discount`."""

    special_bid_numer: str | None = None
    """Number of the bid under which the vendor granted the price; send it with price calls and orders.

    Promotions have none.
    """

    special_pricing_discount: IntOrFloat | None = None
    """Amount taken off the price of one unit, in the item's currency.

    It is not the price that results.
    """

    special_pricing_effective_date: AnsweredDay | None = None
    """First day of the special price, yyyy-MM-dd."""

    special_pricing_expiration_date: AnsweredDay | None = None
    """Last day of the special price, yyyy-MM-dd; may lie in the past."""

    special_pricing_available_quantity: int | None = None
    """Units that the price still holds for.

    9999999 means without limit; 0 beside a promotion may mean none left or no limit.
    """

    special_pricing_min_quantity: int | None = None
    """Smallest quantity for which the price is given; 0 for no minimum."""

    government_discount_type: str | None = None
    """Public body that the reduction is for, such as `Federal`; in the USA only."""

    government_discounted_customer_price: IntOrFloat | None = None
    """Price of one unit for that public body, in the item's currency; in the USA only."""

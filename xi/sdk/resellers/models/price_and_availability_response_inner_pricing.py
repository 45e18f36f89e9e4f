"""The model `PriceAndAvailabilityResponseInnerPricing`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerPricing(ResponseModel):
    """The prices of one unit for this account.

    Whether they include tax is not documented, and nothing says how long they hold.

    Args:
        currency_code (str): Currency of all prices of the item, three letters such as `USD`; account and country decide
            it.
        retail_price (int or float): Price for the reseller's customers that the vendor or Ingram Micro names for
            reference.
        map_price (int or float): Lowest price that the reseller may advertise; 0 means none. In test data it may exceed
            `retailPrice`.
        customer_price (int or float): Price that the reseller pays for one unit, after special prices and discounts.
        special_bid_pricing_available (bool): Whether a special price by bid number exists for the product; the bids
            stand in `discounts` on request.
        web_discounts_available (bool): Whether discounts for orders by web or API exist.
    """

    currency_code: str | None = None
    """Currency of all prices of the item, three letters such as `USD`; account and country decide it."""

    retail_price: IntOrFloat | None = None
    """Price for the reseller's customers that the vendor or Ingram Micro names for reference."""

    map_price: IntOrFloat | None = None
    """Lowest price that the reseller may advertise; 0 means none.

    In test data it may exceed `retailPrice`.
    """

    customer_price: IntOrFloat | None = None
    """Price that the reseller pays for one unit, after special prices and discounts."""

    special_bid_pricing_available: bool | None = None
    """Whether a special price by bid number exists for the product; the bids stand in `discounts` on request."""

    web_discounts_available: bool | None = None
    """Whether discounts for orders by web or API exist."""

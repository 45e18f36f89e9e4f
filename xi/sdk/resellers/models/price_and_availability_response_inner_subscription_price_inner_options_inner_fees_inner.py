"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner(ResponseModel):
    """One fee of a part of a plan, besides the recurring price.

    Args:
        price (int or float): What the reseller pays for it, in the currency of the part's prices.
        type (str): Kind of fee, such as one for the set-up.
        msrp (int or float): What the vendor recommends to charge the end customer for it.
        code (str): Code of the fee in the marketplace.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"code", "msrp", "price", "type"})

    price: IntOrFloat | None = None
    """What the reseller pays for it, in the currency of the part's prices."""

    type: str | None = None
    """Kind of fee, such as one for the set-up."""

    msrp: IntOrFloat | None = None
    """What the vendor recommends to charge the end customer for it."""

    code: str | None = None
    """Code of the fee in the marketplace."""

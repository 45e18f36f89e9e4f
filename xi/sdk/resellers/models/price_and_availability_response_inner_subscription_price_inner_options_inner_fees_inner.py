"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner(ResponseModel):
    """DRAFT 1115.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.

    Args:
        price (int or float): DRAFT 1116. price of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
        type (str): DRAFT 1117. type of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
        msrp (int or float): DRAFT 1118. msrp of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
        code (str): DRAFT 1119. code of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"code", "msrp", "price", "type"})

    price: IntOrFloat | None = None
    """DRAFT 1116.

    price of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
    """

    type: str | None = None
    """DRAFT 1117.

    type of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
    """

    msrp: IntOrFloat | None = None
    """DRAFT 1118.

    msrp of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
    """

    code: str | None = None
    """DRAFT 1119.

    code of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner.
    """

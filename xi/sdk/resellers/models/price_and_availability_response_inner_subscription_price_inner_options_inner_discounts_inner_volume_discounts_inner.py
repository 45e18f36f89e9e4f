"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner(
    ResponseModel
):
    """DRAFT 1102.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.

    Args:
        currency_code (str): DRAFT 1103. currency Code of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
        quantity (str): DRAFT 1104. quantity of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
        msrp (int or float): DRAFT 1105. msrp of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
        unit_price (int or float): DRAFT 1106. unit Price of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
        margin (int or float): DRAFT 1107. margin of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"currency_code", "margin", "msrp", "quantity", "unit_price"})

    currency_code: str | None = None
    """DRAFT 1103.

    currency Code of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

    quantity: str | None = None
    """DRAFT 1104.

    quantity of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

    msrp: IntOrFloat | None = None
    """DRAFT 1105.

    msrp of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

    unit_price: IntOrFloat | None = None
    """DRAFT 1106.

    unit Price of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

    margin: IntOrFloat | None = None
    """DRAFT 1107.

    margin of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner.
    """

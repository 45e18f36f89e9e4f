"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner(
    ResponseModel
):
    """DRAFT 1108.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.

    Args:
        currency_code (str): DRAFT 1109. currency Code of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
        discount (int or float): DRAFT 1110. discount of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
        discount_type (str): DRAFT 1111. discount Type of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
        discount_qty_limit (int): DRAFT 1112. discount Qty Limit of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
        discount_expiry_date (str): DRAFT 1113. discount Expiry Date of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
        vendor_program_name (str): DRAFT 1114. vendor Program Name of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "currency_code",
            "discount",
            "discount_expiry_date",
            "discount_qty_limit",
            "discount_type",
            "vendor_program_name",
        }
    )

    currency_code: str | None = None
    """DRAFT 1109.

    currency Code of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    discount: IntOrFloat | None = None
    """DRAFT 1110.

    discount of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    discount_type: str | None = None
    """DRAFT 1111.

    discount Type of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    discount_qty_limit: int | None = None
    """DRAFT 1112.

    discount Qty Limit of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    discount_expiry_date: str | None = None
    """DRAFT 1113.

    discount Expiry Date of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

    vendor_program_name: str | None = None
    """DRAFT 1114.

    vendor Program Name of
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerSpecialPricingInner.
    """

"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_discounts_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_fees_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner_resource_pricing_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner,
)


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner(ResponseModel):
    """DRAFT 1079.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.

    Args:
        resource_id (str): DRAFT 1080. resource Id of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        resource_uid (str): DRAFT 1081. resource UId of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        resource_name (str): DRAFT 1082. resource Name of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        vendor_part_number (str): DRAFT 1083. vendor Part Number of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        min_units (int or float): DRAFT 1084. min Units of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        max_units (int or float): DRAFT 1085. max Units of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        recurringpricemodel (str): DRAFT 1086. recurringpricemodel of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        unit_of_measure (str): DRAFT 1087. unit Of Measure of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        resource_pricing (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner): DRAFT 1088.
            resource Pricing of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        discounts (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner): DRAFT
            1089. discounts of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
        fees (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner): DRAFT 1090. fees of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {
            "max_units",
            "min_units",
            "recurringpricemodel",
            "resource_id",
            "resource_name",
            "resource_uid",
            "unit_of_measure",
            "vendor_part_number",
        }
    )

    resource_id: str | None = None
    """DRAFT 1080.

    resource Id of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    resource_uid: Annotated[str | None, Field(alias="resourceUId")] = None
    """DRAFT 1081.

    resource UId of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    resource_name: str | None = None
    """DRAFT 1082.

    resource Name of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 1083.

    vendor Part Number of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    min_units: IntOrFloat | None = None
    """DRAFT 1084.

    min Units of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    max_units: IntOrFloat | None = None
    """DRAFT 1085.

    max Units of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    recurringpricemodel: str | None = None
    """DRAFT 1086.

    recurringpricemodel of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    unit_of_measure: str | None = None
    """DRAFT 1087.

    unit Of Measure of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    resource_pricing: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner] | None
    ) = None
    """DRAFT 1088.

    resource Pricing of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    discounts: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner] | None = None
    """DRAFT 1089.

    discounts of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

    fees: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner] | None = None
    """DRAFT 1090.

    fees of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner.
    """

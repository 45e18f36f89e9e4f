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
    """One part of a plan, such as a seat or an amount of storage.

    Args:
        resource_id (str): Identifier of the part within its plan.
        resource_uid (str): Identifier of the part that is unique over all plans.
        resource_name (str): Name of the part as the marketplace shows it.
        vendor_part_number (str): The maker's own number for this part of the plan.
        min_units (int or float): Fewest units that can be subscribed to.
        max_units (int or float): Most units that can be subscribed to; null where there is no limit.
        recurringpricemodel (str): How the recurring price is reckoned, in values that are not documented. The key is
            lower case.
        unit_of_measure (str): What one unit of the part is, such as a user.
        resource_pricing (list of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner): Prices of the
            part, one for each term or step of quantity.
        discounts (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner):
            Reductions for this part, by volume or by special price.
        fees (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner): Fees besides the
            recurring price, such as one for the set-up.
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
    """Identifier of the part within its plan."""

    resource_uid: Annotated[str | None, Field(alias="resourceUId")] = None
    """Identifier of the part that is unique over all plans."""

    resource_name: str | None = None
    """Name of the part as the marketplace shows it."""

    vendor_part_number: str | None = None
    """The maker's own number for this part of the plan."""

    min_units: IntOrFloat | None = None
    """Fewest units that can be subscribed to."""

    max_units: IntOrFloat | None = None
    """Most units that can be subscribed to; null where there is no limit."""

    recurringpricemodel: str | None = None
    """How the recurring price is reckoned, in values that are not documented.

    The key is lower case.
    """

    unit_of_measure: str | None = None
    """What one unit of the part is, such as a user."""

    resource_pricing: (
        list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner] | None
    ) = None
    """Prices of the part, one for each term or step of quantity."""

    discounts: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInner] | None = None
    """Reductions for this part, by volume or by special price."""

    fees: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerFeesInner] | None = None
    """Fees besides the recurring price, such as one for the set-up."""

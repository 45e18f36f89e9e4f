"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import Annotated, ClassVar

from pydantic import Field

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_billing_period import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_groups_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_options_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner,
)
from xi.sdk.resellers.models.price_and_availability_response_inner_subscription_price_inner_subscription_period_inner import (
    PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner,
)


class PriceAndAvailabilityResponseInnerSubscriptionPriceInner(ResponseModel):
    """Price of one cloud plan, with its terms and the options that it is made of.

    Args:
        index (int or float): Place of the plan in the request; from where it counts is not documented.
        plan_id (str): Identifier of the plan, as the request names it in `planID`.
        plan_uid (str): Identifier of the plan that is unique over all marketplaces.
        plan_name (str): Name of the plan as the marketplace shows it.
        plan_description (str): Words that describe the plan, for display.
        groups (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner): Groups that the plan is
            listed in, such as a family of office suites.
        billing_period (PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod): How often the
            subscription is billed.
        subscription_period (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner):
            Terms that the plan can be subscribed for, one entry each.
        options (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner): Parts of the plan, each
            with its own price, limits and fees.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"index", "plan_description", "plan_id", "plan_name", "plan_uid"})

    index: IntOrFloat | None = None
    """Place of the plan in the request; from where it counts is not documented."""

    plan_id: str | None = None
    """Identifier of the plan, as the request names it in `planID`."""

    plan_uid: Annotated[str | None, Field(alias="planUId")] = None
    """Identifier of the plan that is unique over all marketplaces."""

    plan_name: str | None = None
    """Name of the plan as the marketplace shows it."""

    plan_description: str | None = None
    """Words that describe the plan, for display."""

    groups: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner] | None = None
    """Groups that the plan is listed in, such as a family of office suites."""

    billing_period: PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod | None = None
    """How often the subscription is billed."""

    subscription_period: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner] | None = (
        None
    )
    """Terms that the plan can be subscribed for, one entry each."""

    options: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner] | None = None
    """Parts of the plan, each with its own price, limits and fees."""

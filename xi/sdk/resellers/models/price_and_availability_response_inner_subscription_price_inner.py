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
    """DRAFT 1060.

    PriceAndAvailabilityResponseInnerSubscriptionPriceInner.

    Args:
        index (int or float): DRAFT 1061. index of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        plan_id (str): DRAFT 1062. plan Id of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        plan_uid (str): DRAFT 1063. plan UId of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        plan_name (str): DRAFT 1064. plan Name of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        plan_description (str): DRAFT 1065. plan Description of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        groups (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner): DRAFT 1066. groups of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        billing_period (PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod): DRAFT 1067. billing
            Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        subscription_period (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner):
            DRAFT 1068. subscription Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
        options (list of PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner): DRAFT 1069. options of
            PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"index", "plan_description", "plan_id", "plan_name", "plan_uid"})

    index: IntOrFloat | None = None
    """DRAFT 1061.

    index of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    plan_id: str | None = None
    """DRAFT 1062.

    plan Id of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    plan_uid: Annotated[str | None, Field(alias="planUId")] = None
    """DRAFT 1063.

    plan UId of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    plan_name: str | None = None
    """DRAFT 1064.

    plan Name of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    plan_description: str | None = None
    """DRAFT 1065.

    plan Description of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    groups: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerGroupsInner] | None = None
    """DRAFT 1066.

    groups of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    billing_period: PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod | None = None
    """DRAFT 1067.

    billing Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    subscription_period: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner] | None = (
        None
    )
    """DRAFT 1068.

    subscription Period of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

    options: list[PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInner] | None = None
    """DRAFT 1069.

    options of PriceAndAvailabilityResponseInnerSubscriptionPriceInner.
    """

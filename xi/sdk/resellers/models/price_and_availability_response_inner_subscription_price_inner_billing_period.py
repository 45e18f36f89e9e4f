"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerBillingPeriod(ResponseModel):
    """How often a plan is billed: a number and its unit.

    Args:
        billing_period_unit (str): Unit that the billing period is counted in, such as `Month`.
        billing_period (int or float): Number of units between two bills, such as 1.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"billing_period", "billing_period_unit"})

    billing_period_unit: str | None = None
    """Unit that the billing period is counted in, such as `Month`."""

    billing_period: IntOrFloat | None = None
    """Number of units between two bills, such as 1."""

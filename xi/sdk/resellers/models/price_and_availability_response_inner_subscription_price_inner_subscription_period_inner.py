"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerSubscriptionPeriodInner(ResponseModel):
    """One term that a plan can be subscribed for: a number and its unit.

    Args:
        subscription_period_unit (str): Unit that the term is counted in, such as `Year`.
        subscription_period (str): Length of the term in that unit, a number as text.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"subscription_period", "subscription_period_unit"})

    subscription_period_unit: str | None = None
    """Unit that the term is counted in, such as `Year`."""

    subscription_period: str | None = None
    """Length of the term in that unit, a number as text."""

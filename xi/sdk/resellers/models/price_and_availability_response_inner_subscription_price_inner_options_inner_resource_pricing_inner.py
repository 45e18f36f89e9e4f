"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerResourcePricingInner(ResponseModel):
    """One price of a part of a plan.

    Args:
        name (str): Name of the price or of the step that it belongs to.
        quantity (str): Quantity from which the price holds, as text.
        msrp (int or float): Price of one unit that the vendor recommends for end customers.
        unit_price (int or float): Price that the reseller pays for one unit and period.
        margin (int or float): Margin between the two prices; whether it is an amount or a percentage is not documented.
        currency_code (str): Currency of the three figures, three letters such as `EUR`.
        subscription_period (str): Term that the price holds for, as text.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"currency_code", "margin", "msrp", "name", "quantity", "subscription_period", "unit_price"}
    )

    name: str | None = None
    """Name of the price or of the step that it belongs to."""

    quantity: str | None = None
    """Quantity from which the price holds, as text."""

    msrp: IntOrFloat | None = None
    """Price of one unit that the vendor recommends for end customers."""

    unit_price: IntOrFloat | None = None
    """Price that the reseller pays for one unit and period."""

    margin: IntOrFloat | None = None
    """Margin between the two prices; whether it is an amount or a percentage is not documented."""

    currency_code: str | None = None
    """Currency of the three figures, three letters such as `EUR`."""

    subscription_period: str | None = None
    """Term that the price holds for, as text."""

"""The model `PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerSubscriptionPriceInnerOptionsInnerDiscountsInnerVolumeDiscountsInner(
    ResponseModel
):
    """One step of a volume discount.

    Args:
        currency_code (str): Currency of the prices at this step, three letters.
        quantity (str): Units from which this step holds, as text.
        msrp (int or float): Recommended price of one unit for end customers at this step.
        unit_price (int or float): Price of one unit for the reseller at this step.
        margin (int or float): Margin of the reseller at this step; whether amount or percentage is not documented.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"currency_code", "margin", "msrp", "quantity", "unit_price"})

    currency_code: str | None = None
    """Currency of the prices at this step, three letters."""

    quantity: str | None = None
    """Units from which this step holds, as text."""

    msrp: IntOrFloat | None = None
    """Recommended price of one unit for end customers at this step."""

    unit_price: IntOrFloat | None = None
    """Price of one unit for the reseller at this step."""

    margin: IntOrFloat | None = None
    """Margin of the reseller at this step; whether amount or percentage is not documented."""

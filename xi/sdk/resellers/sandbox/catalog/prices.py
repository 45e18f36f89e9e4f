"""What the reseller pays for a part: its price, quantity breaks and promotions."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from xi.sdk.resellers.sandbox.catalog.parts import Part

Price: TypeAlias = Callable[[Part, int, str], Decimal]
"""Returns the price of a unit: of a part, for so many units, with the number of a special bid or none."""
UsualPrice: TypeAlias = Callable[[Part, int], Decimal]
"""Returns the price of a unit without a special bid: of a part, for so many units."""


def price_of(part: Part, units: int, today: date, *, government: bool = False) -> Decimal:
    """Return the price of a unit without a special bid: the lowest that the reseller is entitled to.

    Offers are not added up. An order and a question for the price get the same.

    Args:
        part: The part.
        units: How many are asked for.
        today: The day, for offers that begin and end.
        government: Whether the goods are for a government; its discounts hold for no one else.
    """
    steps = [each.off for each in part.breaks if units >= each.quantity]
    offers = [
        each.off
        for each in part.specials
        if not each.bid and each.holds(today, units) and (government or not each.government)
    ]
    return max(part.price - max([*steps, *offers], default=Decimal(0)), Decimal(0))

"""The model `PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class PriceAndAvailabilityResponseInnerDiscountsInnerQuantityDiscountsInner(ResponseModel):
    """One reduction that begins at a quantity.

    Args:
        condition_type (str): What the reduction depends on, in words; only a placeholder is published.
        currency_code (str): Currency of the reduction's amount, three letters.
        currency_type (str): Kind of currency, in values that are not documented.
        quantity (int): Number of units from which the reduction is given.
        amount (int or float): Amount that is taken off, in the currency named beside it.
    """

    condition_type: str | None = None
    """What the reduction depends on, in words; only a placeholder is published."""

    currency_code: str | None = None
    """Currency of the reduction's amount, three letters."""

    currency_type: str | None = None
    """Kind of currency, in values that are not documented."""

    quantity: int | None = None
    """Number of units from which the reduction is given."""

    amount: IntOrFloat | None = None
    """Amount that is taken off, in the currency named beside it."""

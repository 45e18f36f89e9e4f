"""The model `QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner(ResponseModel):
    """One fee beside the price, of a line or of the whole quote.

    Args:
        extra_fees_description (str): What the fee is for, in words.
        extra_fees_amount (int or float): Amount of the fee in the quote's currency.
    """

    extra_fees_description: str | None = None
    """What the fee is for, in words."""

    extra_fees_amount: IntOrFloat | None = None
    """Amount of the fee in the quote's currency."""

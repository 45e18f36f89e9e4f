"""The model `QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner(ResponseModel):
    """DRAFT 586.

    QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner.

    Args:
        extra_fees_description (str): DRAFT 587. extra Fees Description of
            QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner.
        extra_fees_amount (int or float): DRAFT 588. extra Fees Amount of
            QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner.
    """

    extra_fees_description: str | None = None
    """DRAFT 587.

    extra Fees Description of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner.
    """

    extra_fees_amount: IntOrFloat | None = None
    """DRAFT 588.

    extra Fees Amount of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner.
    """

"""The model `QuoteDetailsResponseProductsInnerPriceDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class QuoteDetailsResponseProductsInnerPriceDiscountsInner(ResponseModel):
    """DRAFT 589.

    QuoteDetailsResponseProductsInnerPriceDiscountsInner.

    Args:
        type (str): DRAFT 590. type of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        amount (int or float): DRAFT 591. amount of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        expiration_date (str): DRAFT 592. expiration Date of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        description (str): DRAFT 593. description of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        avaliable_qunatity (int): DRAFT 594. avaliable Qunatity of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        minimum_quantity (int): DRAFT 595. minimum Quantity of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        bid_number (str): DRAFT 596. bid Number of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        bid_version (str): DRAFT 597. bid Version of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        valid_from (str): DRAFT 598. valid From of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        valid_to (str): DRAFT 599. valid To of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
        discount_off_list (int or float): DRAFT 600. discount Off List of
            QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    type: str | None = None
    """DRAFT 590.

    type of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    amount: IntOrFloat | None = None
    """DRAFT 591.

    amount of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    expiration_date: str | None = None
    """DRAFT 592.

    expiration Date of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    description: str | None = None
    """DRAFT 593.

    description of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    avaliable_qunatity: int | None = None
    """DRAFT 594.

    avaliable Qunatity of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    minimum_quantity: int | None = None
    """DRAFT 595.

    minimum Quantity of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    bid_number: str | None = None
    """DRAFT 596.

    bid Number of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    bid_version: str | None = None
    """DRAFT 597.

    bid Version of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    valid_from: str | None = None
    """DRAFT 598.

    valid From of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    valid_to: str | None = None
    """DRAFT 599.

    valid To of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

    discount_off_list: IntOrFloat | None = None
    """DRAFT 600.

    discount Off List of QuoteDetailsResponseProductsInnerPriceDiscountsInner.
    """

"""The model `QuoteDetailsResponseProductsInnerBillDetailsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel


class QuoteDetailsResponseProductsInnerBillDetailsInner(ResponseModel):
    """DRAFT 601.

    QuoteDetailsResponseProductsInnerBillDetailsInner.

    Args:
        type (str): DRAFT 602. type of QuoteDetailsResponseProductsInnerBillDetailsInner.
        unit (str): DRAFT 603. unit of QuoteDetailsResponseProductsInnerBillDetailsInner.
        frequency (int): DRAFT 604. frequency of QuoteDetailsResponseProductsInnerBillDetailsInner.
        unit_value (str): DRAFT 605. unit Value of QuoteDetailsResponseProductsInnerBillDetailsInner.
    """

    type: str | None = None
    """DRAFT 602.

    type of QuoteDetailsResponseProductsInnerBillDetailsInner.
    """

    unit: str | None = None
    """DRAFT 603.

    unit of QuoteDetailsResponseProductsInnerBillDetailsInner.
    """

    frequency: int | None = None
    """DRAFT 604.

    frequency of QuoteDetailsResponseProductsInnerBillDetailsInner.
    """

    unit_value: str | None = None
    """DRAFT 605.

    unit Value of QuoteDetailsResponseProductsInnerBillDetailsInner.
    """

"""The model `QuoteDetailsResponseProductsInnerPriceDiscountsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat


class QuoteDetailsResponseProductsInnerPriceDiscountsInner(ResponseModel):
    """One discount behind a quoted price, such as that of a vendor's bid.

    Args:
        type (str): Kind of discount; values are not documented.
        amount (int or float): Amount of the discount in the quote's currency; for one unit or for the line is not
            documented.
        expiration_date (str): Day on which the discount ends; compare it with `validTo`, as both occur.
        description (str): What the discount is, in words.
        avaliable_qunatity (int): Units for which the discount is still to be had. The service itself misspells the key.
        minimum_quantity (int): Fewest units for which the discount is given.
        bid_number (str): Number of the vendor's bid, in the vendor's own form.
        bid_version (str): Version of the vendor's bid, as text.
        valid_from (str): First day on which the discount holds.
        valid_to (str): Last day on which the discount holds.
        discount_off_list (int or float): Percentage below the list price, a number here though the price has text.
    """

    type: str | None = None
    """Kind of discount; values are not documented."""

    amount: IntOrFloat | None = None
    """Amount of the discount in the quote's currency; for one unit or for the line is not documented."""

    expiration_date: str | None = None
    """Day on which the discount ends; compare it with `validTo`, as both occur."""

    description: str | None = None
    """What the discount is, in words."""

    avaliable_qunatity: int | None = None
    """Units for which the discount is still to be had.

    The service itself misspells the key.
    """

    minimum_quantity: int | None = None
    """Fewest units for which the discount is given."""

    bid_number: str | None = None
    """Number of the vendor's bid, in the vendor's own form."""

    bid_version: str | None = None
    """Version of the vendor's bid, as text."""

    valid_from: str | None = None
    """First day on which the discount holds."""

    valid_to: str | None = None
    """Last day on which the discount holds."""

    discount_off_list: IntOrFloat | None = None
    """Percentage below the list price, a number here though the price has text."""

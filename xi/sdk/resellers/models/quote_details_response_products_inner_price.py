"""The model `QuoteDetailsResponseProductsInnerPrice`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.quote_details_response_products_inner_price_discounts_inner import (
    QuoteDetailsResponseProductsInnerPriceDiscountsInner,
)
from xi.sdk.resellers.models.quote_details_response_products_inner_price_extra_fees_details_inner import (
    QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner,
)


class QuoteDetailsResponseProductsInnerPrice(ResponseModel):
    """Prices of one line of a quote, all in the currency of the quote.

    Args:
        quote_price (int or float): What the reseller pays for one unit.
        msrp (int or float): List price of one unit as the manufacturer suggests it.
        extended_msrp (int or float): List price times quantity of the line.
        extended_quote_price (int or float): Reseller's price times quantity of the line.
        discount_off_list (str): Percentage below the list price, a decimal number as text such as `12.50`.
        type (str): Kind of price; values are not documented.
        recurring_price_model (str): How a subscription's price recurs; values are not documented.
        unit_of_measure (str): Unit to which the price belongs, such as a piece or a month.
        tax (int or float): Tax on the line; null when it was not computed.
        extrafees (int or float): Sum of the line's extra fees; the key has a small f. Null when there are none.
        extra_fees_details (list of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner): Extra fees of the
            line, one by one.
        discounts (list of QuoteDetailsResponseProductsInnerPriceDiscountsInner): Discounts behind the price, one entry
            for each.
        remaining_quantity_extended_msrp (int or float): List price of the units that have not been ordered yet.
        remaining_quantity_extended_quote_price (int or float): Reseller's price of the units that have not been ordered
            yet.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"extrafees", "remaining_quantity_extended_msrp", "remaining_quantity_extended_quote_price", "tax"}
    )

    quote_price: IntOrFloat | None = None
    """What the reseller pays for one unit."""

    msrp: IntOrFloat | None = None
    """List price of one unit as the manufacturer suggests it."""

    extended_msrp: IntOrFloat | None = None
    """List price times quantity of the line."""

    extended_quote_price: IntOrFloat | None = None
    """Reseller's price times quantity of the line."""

    discount_off_list: str | None = None
    """Percentage below the list price, a decimal number as text such as `12.50`."""

    type: str | None = None
    """Kind of price; values are not documented."""

    recurring_price_model: str | None = None
    """How a subscription's price recurs; values are not documented."""

    unit_of_measure: str | None = None
    """Unit to which the price belongs, such as a piece or a month."""

    tax: IntOrFloat | None = None
    """Tax on the line; null when it was not computed."""

    extrafees: IntOrFloat | None = None
    """Sum of the line's extra fees; the key has a small f.

    Null when there are none.
    """

    extra_fees_details: list[QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner] | None = None
    """Extra fees of the line, one by one."""

    discounts: list[QuoteDetailsResponseProductsInnerPriceDiscountsInner] | None = None
    """Discounts behind the price, one entry for each."""

    remaining_quantity_extended_msrp: IntOrFloat | None = None
    """List price of the units that have not been ordered yet."""

    remaining_quantity_extended_quote_price: IntOrFloat | None = None
    """Reseller's price of the units that have not been ordered yet."""

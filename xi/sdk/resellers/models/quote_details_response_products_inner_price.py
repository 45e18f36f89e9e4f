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
    """DRAFT 571.

    QuoteDetailsResponseProductsInnerPrice.

    Args:
        quote_price (int or float): DRAFT 572. quote Price of QuoteDetailsResponseProductsInnerPrice.
        msrp (int or float): DRAFT 573. msrp of QuoteDetailsResponseProductsInnerPrice.
        extended_msrp (int or float): DRAFT 574. extended Msrp of QuoteDetailsResponseProductsInnerPrice.
        extended_quote_price (int or float): DRAFT 575. extended Quote Price of QuoteDetailsResponseProductsInnerPrice.
        discount_off_list (str): DRAFT 576. discount Off List of QuoteDetailsResponseProductsInnerPrice.
        type (str): DRAFT 577. type of QuoteDetailsResponseProductsInnerPrice.
        recurring_price_model (str): DRAFT 578. recurring Price Model of QuoteDetailsResponseProductsInnerPrice.
        unit_of_measure (str): DRAFT 579. unit Of Measure of QuoteDetailsResponseProductsInnerPrice.
        tax (int or float): DRAFT 580. tax of QuoteDetailsResponseProductsInnerPrice.
        extrafees (int or float): DRAFT 581. extrafees of QuoteDetailsResponseProductsInnerPrice.
        extra_fees_details (list of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner): DRAFT 582. extra Fees
            Details of QuoteDetailsResponseProductsInnerPrice.
        discounts (list of QuoteDetailsResponseProductsInnerPriceDiscountsInner): DRAFT 583. discounts of
            QuoteDetailsResponseProductsInnerPrice.
        remaining_quantity_extended_msrp (int or float): DRAFT 584. remaining Quantity Extended Msrp of
            QuoteDetailsResponseProductsInnerPrice.
        remaining_quantity_extended_quote_price (int or float): DRAFT 585. remaining Quantity Extended Quote Price of
            QuoteDetailsResponseProductsInnerPrice.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset(
        {"extrafees", "remaining_quantity_extended_msrp", "remaining_quantity_extended_quote_price", "tax"}
    )

    quote_price: IntOrFloat | None = None
    """DRAFT 572.

    quote Price of QuoteDetailsResponseProductsInnerPrice.
    """

    msrp: IntOrFloat | None = None
    """DRAFT 573.

    msrp of QuoteDetailsResponseProductsInnerPrice.
    """

    extended_msrp: IntOrFloat | None = None
    """DRAFT 574.

    extended Msrp of QuoteDetailsResponseProductsInnerPrice.
    """

    extended_quote_price: IntOrFloat | None = None
    """DRAFT 575.

    extended Quote Price of QuoteDetailsResponseProductsInnerPrice.
    """

    discount_off_list: str | None = None
    """DRAFT 576.

    discount Off List of QuoteDetailsResponseProductsInnerPrice.
    """

    type: str | None = None
    """DRAFT 577.

    type of QuoteDetailsResponseProductsInnerPrice.
    """

    recurring_price_model: str | None = None
    """DRAFT 578.

    recurring Price Model of QuoteDetailsResponseProductsInnerPrice.
    """

    unit_of_measure: str | None = None
    """DRAFT 579.

    unit Of Measure of QuoteDetailsResponseProductsInnerPrice.
    """

    tax: IntOrFloat | None = None
    """DRAFT 580.

    tax of QuoteDetailsResponseProductsInnerPrice.
    """

    extrafees: IntOrFloat | None = None
    """DRAFT 581.

    extrafees of QuoteDetailsResponseProductsInnerPrice.
    """

    extra_fees_details: list[QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner] | None = None
    """DRAFT 582.

    extra Fees Details of QuoteDetailsResponseProductsInnerPrice.
    """

    discounts: list[QuoteDetailsResponseProductsInnerPriceDiscountsInner] | None = None
    """DRAFT 583.

    discounts of QuoteDetailsResponseProductsInnerPrice.
    """

    remaining_quantity_extended_msrp: IntOrFloat | None = None
    """DRAFT 584.

    remaining Quantity Extended Msrp of QuoteDetailsResponseProductsInnerPrice.
    """

    remaining_quantity_extended_quote_price: IntOrFloat | None = None
    """DRAFT 585.

    remaining Quantity Extended Quote Price of QuoteDetailsResponseProductsInnerPrice.
    """

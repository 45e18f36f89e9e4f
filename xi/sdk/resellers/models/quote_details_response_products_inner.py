"""The model `QuoteDetailsResponseProductsInner`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.quote_details_response_products_inner_bill_details_inner import (
    QuoteDetailsResponseProductsInnerBillDetailsInner,
)
from xi.sdk.resellers.models.quote_details_response_products_inner_price import QuoteDetailsResponseProductsInnerPrice


class QuoteDetailsResponseProductsInner(ResponseModel):
    """One product of a quote, with its price.

    Args:
        quote_product_guid (str): Identifier of this entry in the sales system, a UUID.
        line_number (str): Identifies the line, a UUID in the published example and not a number; the order of the list
            is the order of the lines.
        quantity (int): Units that were quoted on this line.
        notes (str): Remark of the sales team on this line.
        ean (str): EAN or UPC of the product; `-` when there is none.
        coo (str): Country of origin of the product; a single blank when it is not known.
        ingram_part_number (str): Ingram Micro's SKU, such as `5TR118`; missing for what has none yet, such as
            configured goods.
        vendor_part_number (str): Manufacturer's number of the product.
        description (str): Short description; the catalogue has the long one.
        weight (int or float): Weight of one unit, in pounds or in kilograms by the custom of the country; `weightUom`
            tells which. 0 means not known.
        weight_uom (str): Unit of `weight`, if it is said.
        is_suggestion_product (bool): Whether the product is only suggested and was not asked for. Look at it before
            ordering all lines of a quote.
        vpn_category (str): Cisco's class of the part, such as hardware or service.
        quote_products_supplier_part_auxiliary_id (str): Cisco's identifier of the configuration to which the line
            belongs.
        vendor_name (str): Manufacturer or brand of this product, where a quote mixes several.
        terms (str): Terms for this product; `--` when there are none.
        plan_description (str): Subscription plan in words, for a cloud product.
        is_subscription (bool): Whether the product is a subscription, which is billed again and again.
        reseller_margin (str): Margin of the reseller, as text; percent or amount is not documented.
        requested_start_date (str): Start that was wished for a subscription or service.
        start_date (str): Start of the subscription or service as quoted.
        end_date (str): End of the subscription or service as quoted.
        serial_number (str): Serial number of the unit that a service or a renewal covers.
        price (QuoteDetailsResponseProductsInnerPrice): Prices of this line, in the quote's currency.
        bill_details (list of QuoteDetailsResponseProductsInnerBillDetailsInner): When a subscription is billed, one
            entry for each rule.
        remaining_quote_qty (int): Units of this line that have not been ordered yet, when a quote is ordered in parts.
        minimum_order_allowed_qty (int): Fewest units of this line that one order may take, when a quote is ordered in
            parts.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"minimum_order_allowed_qty", "remaining_quote_qty"})

    quote_product_guid: str | None = None
    """Identifier of this entry in the sales system, a UUID."""

    line_number: str | None = None
    """Identifies the line, a UUID in the published example and not a number; the order of the list is the order of the
    lines.
    """

    quantity: int | None = None
    """Units that were quoted on this line."""

    notes: str | None = None
    """Remark of the sales team on this line."""

    ean: str | None = None
    """EAN or UPC of the product; `-` when there is none."""

    coo: str | None = None
    """Country of origin of the product; a single blank when it is not known."""

    ingram_part_number: str | None = None
    """Ingram Micro's SKU, such as `5TR118`; missing for what has none yet, such as configured goods."""

    vendor_part_number: str | None = None
    """Manufacturer's number of the product."""

    description: str | None = None
    """Short description; the catalogue has the long one."""

    weight: IntOrFloat | None = None
    """Weight of one unit, in pounds or in kilograms by the custom of the country; `weightUom` tells which.

    0 means not known.
    """

    weight_uom: str | None = None
    """Unit of `weight`, if it is said."""

    is_suggestion_product: bool | None = None
    """Whether the product is only suggested and was not asked for.

    Look at it before ordering all lines of a quote.
    """

    vpn_category: str | None = None
    """Cisco's class of the part, such as hardware or service."""

    quote_products_supplier_part_auxiliary_id: str | None = None
    """Cisco's identifier of the configuration to which the line belongs."""

    vendor_name: str | None = None
    """Manufacturer or brand of this product, where a quote mixes several."""

    terms: str | None = None
    """Terms for this product; `--` when there are none."""

    plan_description: str | None = None
    """Subscription plan in words, for a cloud product."""

    is_subscription: bool | None = None
    """Whether the product is a subscription, which is billed again and again."""

    reseller_margin: str | None = None
    """Margin of the reseller, as text; percent or amount is not documented."""

    requested_start_date: str | None = None
    """Start that was wished for a subscription or service."""

    start_date: str | None = None
    """Start of the subscription or service as quoted."""

    end_date: str | None = None
    """End of the subscription or service as quoted."""

    serial_number: str | None = None
    """Serial number of the unit that a service or a renewal covers."""

    price: QuoteDetailsResponseProductsInnerPrice | None = None
    """Prices of this line, in the quote's currency."""

    bill_details: list[QuoteDetailsResponseProductsInnerBillDetailsInner] | None = None
    """When a subscription is billed, one entry for each rule."""

    remaining_quote_qty: int | None = None
    """Units of this line that have not been ordered yet, when a quote is ordered in parts."""

    minimum_order_allowed_qty: int | None = None
    """Fewest units of this line that one order may take, when a quote is ordered in parts."""

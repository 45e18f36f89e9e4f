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
    """DRAFT 543.

    QuoteDetailsResponseProductsInner.

    Args:
        quote_product_guid (str): DRAFT 544. quote Product Guid of QuoteDetailsResponseProductsInner.
        line_number (str): DRAFT 545. line Number of QuoteDetailsResponseProductsInner.
        quantity (int): DRAFT 546. quantity of QuoteDetailsResponseProductsInner.
        notes (str): DRAFT 547. notes of QuoteDetailsResponseProductsInner.
        ean (str): DRAFT 548. ean of QuoteDetailsResponseProductsInner.
        coo (str): DRAFT 549. coo of QuoteDetailsResponseProductsInner.
        ingram_part_number (str): DRAFT 550. ingram Part Number of QuoteDetailsResponseProductsInner.
        vendor_part_number (str): DRAFT 551. vendor Part Number of QuoteDetailsResponseProductsInner.
        description (str): DRAFT 552. description of QuoteDetailsResponseProductsInner.
        weight (int or float): DRAFT 553. weight of QuoteDetailsResponseProductsInner.
        weight_uom (str): DRAFT 554. weight Uom of QuoteDetailsResponseProductsInner.
        is_suggestion_product (bool): DRAFT 555. is Suggestion Product of QuoteDetailsResponseProductsInner.
        vpn_category (str): DRAFT 556. vpn Category of QuoteDetailsResponseProductsInner.
        quote_products_supplier_part_auxiliary_id (str): DRAFT 557. quote Products Supplier Part Auxiliary Id of
            QuoteDetailsResponseProductsInner.
        vendor_name (str): DRAFT 558. vendor Name of QuoteDetailsResponseProductsInner.
        terms (str): DRAFT 559. terms of QuoteDetailsResponseProductsInner.
        plan_description (str): DRAFT 560. plan Description of QuoteDetailsResponseProductsInner.
        is_subscription (bool): DRAFT 561. is Subscription of QuoteDetailsResponseProductsInner.
        reseller_margin (str): DRAFT 562. reseller Margin of QuoteDetailsResponseProductsInner.
        requested_start_date (str): DRAFT 563. requested Start Date of QuoteDetailsResponseProductsInner.
        start_date (str): DRAFT 564. start Date of QuoteDetailsResponseProductsInner.
        end_date (str): DRAFT 565. end Date of QuoteDetailsResponseProductsInner.
        serial_number (str): DRAFT 566. serial Number of QuoteDetailsResponseProductsInner.
        price (QuoteDetailsResponseProductsInnerPrice): DRAFT 567. price of QuoteDetailsResponseProductsInner.
        bill_details (list of QuoteDetailsResponseProductsInnerBillDetailsInner): DRAFT 568. bill Details of
            QuoteDetailsResponseProductsInner.
        remaining_quote_qty (int): DRAFT 569. remaining Quote Qty of QuoteDetailsResponseProductsInner.
        minimum_order_allowed_qty (int): DRAFT 570. minimum Order Allowed Qty of QuoteDetailsResponseProductsInner.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"minimum_order_allowed_qty", "remaining_quote_qty"})

    quote_product_guid: str | None = None
    """DRAFT 544.

    quote Product Guid of QuoteDetailsResponseProductsInner.
    """

    line_number: str | None = None
    """DRAFT 545.

    line Number of QuoteDetailsResponseProductsInner.
    """

    quantity: int | None = None
    """DRAFT 546.

    quantity of QuoteDetailsResponseProductsInner.
    """

    notes: str | None = None
    """DRAFT 547.

    notes of QuoteDetailsResponseProductsInner.
    """

    ean: str | None = None
    """DRAFT 548.

    ean of QuoteDetailsResponseProductsInner.
    """

    coo: str | None = None
    """DRAFT 549.

    coo of QuoteDetailsResponseProductsInner.
    """

    ingram_part_number: str | None = None
    """DRAFT 550.

    ingram Part Number of QuoteDetailsResponseProductsInner.
    """

    vendor_part_number: str | None = None
    """DRAFT 551.

    vendor Part Number of QuoteDetailsResponseProductsInner.
    """

    description: str | None = None
    """DRAFT 552.

    description of QuoteDetailsResponseProductsInner.
    """

    weight: IntOrFloat | None = None
    """DRAFT 553.

    weight of QuoteDetailsResponseProductsInner.
    """

    weight_uom: str | None = None
    """DRAFT 554.

    weight Uom of QuoteDetailsResponseProductsInner.
    """

    is_suggestion_product: bool | None = None
    """DRAFT 555.

    is Suggestion Product of QuoteDetailsResponseProductsInner.
    """

    vpn_category: str | None = None
    """DRAFT 556.

    vpn Category of QuoteDetailsResponseProductsInner.
    """

    quote_products_supplier_part_auxiliary_id: str | None = None
    """DRAFT 557.

    quote Products Supplier Part Auxiliary Id of QuoteDetailsResponseProductsInner.
    """

    vendor_name: str | None = None
    """DRAFT 558.

    vendor Name of QuoteDetailsResponseProductsInner.
    """

    terms: str | None = None
    """DRAFT 559.

    terms of QuoteDetailsResponseProductsInner.
    """

    plan_description: str | None = None
    """DRAFT 560.

    plan Description of QuoteDetailsResponseProductsInner.
    """

    is_subscription: bool | None = None
    """DRAFT 561.

    is Subscription of QuoteDetailsResponseProductsInner.
    """

    reseller_margin: str | None = None
    """DRAFT 562.

    reseller Margin of QuoteDetailsResponseProductsInner.
    """

    requested_start_date: str | None = None
    """DRAFT 563.

    requested Start Date of QuoteDetailsResponseProductsInner.
    """

    start_date: str | None = None
    """DRAFT 564.

    start Date of QuoteDetailsResponseProductsInner.
    """

    end_date: str | None = None
    """DRAFT 565.

    end Date of QuoteDetailsResponseProductsInner.
    """

    serial_number: str | None = None
    """DRAFT 566.

    serial Number of QuoteDetailsResponseProductsInner.
    """

    price: QuoteDetailsResponseProductsInnerPrice | None = None
    """DRAFT 567.

    price of QuoteDetailsResponseProductsInner.
    """

    bill_details: list[QuoteDetailsResponseProductsInnerBillDetailsInner] | None = None
    """DRAFT 568.

    bill Details of QuoteDetailsResponseProductsInner.
    """

    remaining_quote_qty: int | None = None
    """DRAFT 569.

    remaining Quote Qty of QuoteDetailsResponseProductsInner.
    """

    minimum_order_allowed_qty: int | None = None
    """DRAFT 570.

    minimum Order Allowed Qty of QuoteDetailsResponseProductsInner.
    """

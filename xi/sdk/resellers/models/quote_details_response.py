"""The model `QuoteDetailsResponse`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
# Annotations are not text here, since reading them from text takes a tenth of the time to build a model.

from typing import ClassVar

from xi.sdk.resellers.models._model import ResponseModel
from xi.sdk.resellers.models._types import IntOrFloat
from xi.sdk.resellers.models.quote_details_response_additional_attributes_inner import (
    QuoteDetailsResponseAdditionalAttributesInner,
)
from xi.sdk.resellers.models.quote_details_response_end_user_info import QuoteDetailsResponseEndUserInfo
from xi.sdk.resellers.models.quote_details_response_products_inner import QuoteDetailsResponseProductsInner
from xi.sdk.resellers.models.quote_details_response_products_inner_price_extra_fees_details_inner import (
    QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner,
)
from xi.sdk.resellers.models.quote_details_response_reseller_info import QuoteDetailsResponseResellerInfo
from xi.sdk.resellers.models.quote_details_response_shipping_info import QuoteDetailsResponseShippingInfo


class QuoteDetailsResponse(ResponseModel):
    """DRAFT 471.

    QuoteDetailsResponse.

    Args:
        quote_name (str): DRAFT 472. quote Name of QuoteDetailsResponse.
        quote_number (str): DRAFT 473. quote Number of QuoteDetailsResponse.
        quote_guid (str): DRAFT 474. quote Guid of QuoteDetailsResponse.
        revision (str): DRAFT 475. revision of QuoteDetailsResponse.
        ingram_quote_date (str): DRAFT 476. ingram Quote Date of QuoteDetailsResponse.
        last_modified_date (str): DRAFT 477. last Modified Date of QuoteDetailsResponse.
        ingram_quote_expiry_date (str): DRAFT 478. ingram Quote Expiry Date of QuoteDetailsResponse.
        currency_code (str): DRAFT 479. currency Code of QuoteDetailsResponse.
        special_bid_id (str): DRAFT 480. special Bid Id of QuoteDetailsResponse.
        special_bid_effective_date (str): DRAFT 481. special Bid Effective Date of QuoteDetailsResponse.
        special_bid_expiration_date (str): DRAFT 482. special Bid Expiration Date of QuoteDetailsResponse.
        vendor_quote_number (str): DRAFT 483. vendor Quote Number of QuoteDetailsResponse.
        status (str): DRAFT 484. status of QuoteDetailsResponse.
        status_reason (str): DRAFT 485. status Reason of QuoteDetailsResponse.
        closing_reason (str): DRAFT 486. closing Reason of QuoteDetailsResponse.
        date_closed (str): DRAFT 487. date Closed of QuoteDetailsResponse.
        customer_need (str): DRAFT 488. customer Need of QuoteDetailsResponse.
        proposed_solution (str): DRAFT 489. proposed Solution of QuoteDetailsResponse.
        intro_preamble (str): DRAFT 490. intro Preamble of QuoteDetailsResponse.
        purchase_instructions (str): DRAFT 491. purchase Instructions of QuoteDetailsResponse.
        legal_terms (str): DRAFT 492. legal Terms of QuoteDetailsResponse.
        quote_type (str): DRAFT 493. quote Type of QuoteDetailsResponse.
        lease_info (str): DRAFT 494. lease Info of QuoteDetailsResponse.
        leasing_instructions (str): DRAFT 495. leasing Instructions of QuoteDetailsResponse.
        im_warehouse (str): DRAFT 496. im Warehouse of QuoteDetailsResponse.
        im_warehouse_gst_number (str): DRAFT 497. im Warehouse Gst Number of QuoteDetailsResponse.
        payment_terms_name (str): DRAFT 498. payment Terms Name of QuoteDetailsResponse.
        reseller_info (QuoteDetailsResponseResellerInfo): DRAFT 499. reseller Info of QuoteDetailsResponse.
        end_user_info (QuoteDetailsResponseEndUserInfo): DRAFT 500. end User Info of QuoteDetailsResponse.
        shipping_info (QuoteDetailsResponseShippingInfo): DRAFT 501. shipping Info of QuoteDetailsResponse.
        products (list of QuoteDetailsResponseProductsInner): DRAFT 502. products of QuoteDetailsResponse.
        products_count (int): DRAFT 503. products Count of QuoteDetailsResponse.
        extended_msrp_total (int or float): DRAFT 504. extended Msrp Total of QuoteDetailsResponse.
        quantity_total (int): DRAFT 505. quantity Total of QuoteDetailsResponse.
        extra_fees_total (int or float): DRAFT 506. extra Fees Total of QuoteDetailsResponse.
        extra_fees_total_details (list of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner): DRAFT 507. extra
            Fees Total Details of QuoteDetailsResponse.
        tax_total (int or float): DRAFT 508. tax Total of QuoteDetailsResponse.
        extended_quote_price_total (int or float): DRAFT 509. extended Quote Price Total of QuoteDetailsResponse.
        freight_amount (int or float): DRAFT 510. freight Amount of QuoteDetailsResponse.
        total_quote_amount (str): DRAFT 511. total Quote Amount of QuoteDetailsResponse.
        additional_attributes (list of QuoteDetailsResponseAdditionalAttributesInner): DRAFT 512. additional Attributes
            of QuoteDetailsResponse.
        is_partial_order_allowed (bool): DRAFT 513. is Partial Order Allowed of QuoteDetailsResponse.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"freight_amount", "is_partial_order_allowed", "tax_total"})

    quote_name: str | None = None
    """DRAFT 472.

    quote Name of QuoteDetailsResponse.
    """

    quote_number: str | None = None
    """DRAFT 473.

    quote Number of QuoteDetailsResponse.
    """

    quote_guid: str | None = None
    """DRAFT 474.

    quote Guid of QuoteDetailsResponse.
    """

    revision: str | None = None
    """DRAFT 475.

    revision of QuoteDetailsResponse.
    """

    ingram_quote_date: str | None = None
    """DRAFT 476.

    ingram Quote Date of QuoteDetailsResponse.
    """

    last_modified_date: str | None = None
    """DRAFT 477.

    last Modified Date of QuoteDetailsResponse.
    """

    ingram_quote_expiry_date: str | None = None
    """DRAFT 478.

    ingram Quote Expiry Date of QuoteDetailsResponse.
    """

    currency_code: str | None = None
    """DRAFT 479.

    currency Code of QuoteDetailsResponse.
    """

    special_bid_id: str | None = None
    """DRAFT 480.

    special Bid Id of QuoteDetailsResponse.
    """

    special_bid_effective_date: str | None = None
    """DRAFT 481.

    special Bid Effective Date of QuoteDetailsResponse.
    """

    special_bid_expiration_date: str | None = None
    """DRAFT 482.

    special Bid Expiration Date of QuoteDetailsResponse.
    """

    vendor_quote_number: str | None = None
    """DRAFT 483.

    vendor Quote Number of QuoteDetailsResponse.
    """

    status: str | None = None
    """DRAFT 484.

    status of QuoteDetailsResponse.
    """

    status_reason: str | None = None
    """DRAFT 485.

    status Reason of QuoteDetailsResponse.
    """

    closing_reason: str | None = None
    """DRAFT 486.

    closing Reason of QuoteDetailsResponse.
    """

    date_closed: str | None = None
    """DRAFT 487.

    date Closed of QuoteDetailsResponse.
    """

    customer_need: str | None = None
    """DRAFT 488.

    customer Need of QuoteDetailsResponse.
    """

    proposed_solution: str | None = None
    """DRAFT 489.

    proposed Solution of QuoteDetailsResponse.
    """

    intro_preamble: str | None = None
    """DRAFT 490.

    intro Preamble of QuoteDetailsResponse.
    """

    purchase_instructions: str | None = None
    """DRAFT 491.

    purchase Instructions of QuoteDetailsResponse.
    """

    legal_terms: str | None = None
    """DRAFT 492.

    legal Terms of QuoteDetailsResponse.
    """

    quote_type: str | None = None
    """DRAFT 493.

    quote Type of QuoteDetailsResponse.
    """

    lease_info: str | None = None
    """DRAFT 494.

    lease Info of QuoteDetailsResponse.
    """

    leasing_instructions: str | None = None
    """DRAFT 495.

    leasing Instructions of QuoteDetailsResponse.
    """

    im_warehouse: str | None = None
    """DRAFT 496.

    im Warehouse of QuoteDetailsResponse.
    """

    im_warehouse_gst_number: str | None = None
    """DRAFT 497.

    im Warehouse Gst Number of QuoteDetailsResponse.
    """

    payment_terms_name: str | None = None
    """DRAFT 498.

    payment Terms Name of QuoteDetailsResponse.
    """

    reseller_info: QuoteDetailsResponseResellerInfo | None = None
    """DRAFT 499.

    reseller Info of QuoteDetailsResponse.
    """

    end_user_info: QuoteDetailsResponseEndUserInfo | None = None
    """DRAFT 500.

    end User Info of QuoteDetailsResponse.
    """

    shipping_info: QuoteDetailsResponseShippingInfo | None = None
    """DRAFT 501.

    shipping Info of QuoteDetailsResponse.
    """

    products: list[QuoteDetailsResponseProductsInner] | None = None
    """DRAFT 502.

    products of QuoteDetailsResponse.
    """

    products_count: int | None = None
    """DRAFT 503.

    products Count of QuoteDetailsResponse.
    """

    extended_msrp_total: IntOrFloat | None = None
    """DRAFT 504.

    extended Msrp Total of QuoteDetailsResponse.
    """

    quantity_total: int | None = None
    """DRAFT 505.

    quantity Total of QuoteDetailsResponse.
    """

    extra_fees_total: IntOrFloat | None = None
    """DRAFT 506.

    extra Fees Total of QuoteDetailsResponse.
    """

    extra_fees_total_details: list[QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner] | None = None
    """DRAFT 507.

    extra Fees Total Details of QuoteDetailsResponse.
    """

    tax_total: IntOrFloat | None = None
    """DRAFT 508.

    tax Total of QuoteDetailsResponse.
    """

    extended_quote_price_total: IntOrFloat | None = None
    """DRAFT 509.

    extended Quote Price Total of QuoteDetailsResponse.
    """

    freight_amount: IntOrFloat | None = None
    """DRAFT 510.

    freight Amount of QuoteDetailsResponse.
    """

    total_quote_amount: str | None = None
    """DRAFT 511.

    total Quote Amount of QuoteDetailsResponse.
    """

    additional_attributes: list[QuoteDetailsResponseAdditionalAttributesInner] | None = None
    """DRAFT 512.

    additional Attributes of QuoteDetailsResponse.
    """

    is_partial_order_allowed: bool | None = None
    """DRAFT 513.

    is Partial Order Allowed of QuoteDetailsResponse.
    """

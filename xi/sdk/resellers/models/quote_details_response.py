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
    """A quote with everything that is needed to present and to order it.

    What has no value is null, missing, empty, or a mark such as `-`.

    Args:
        quote_name (str): Free name of the quote, as the search shows it.
        quote_number (str): Number of the quote, to be named with the order.
        quote_guid (str): Identifier of the quote in the sales system, a UUID; no call takes it, and the published
            example has none.
        revision (str): Number of the revision as text, `0` for the first version.
        ingram_quote_date (str): When the quote was made, ISO 8601 in UTC, with a time, which the search leaves out.
        last_modified_date (str): When the quote was last changed, ISO 8601 in UTC.
        ingram_quote_expiry_date (str): When the quoted prices end; `0001-01-01` stands for no such day.
        currency_code (str): Currency of all amounts of the quote, as an ISO code with three letters.
        special_bid_id (str): Special bid behind the prices, in the vendor's own form; the search calls it
            `specialBidNumber`.
        special_bid_effective_date (str): Start of the special prices, an ISO timestamp without a zone.
        special_bid_expiration_date (str): End of the special prices, an ISO timestamp without a zone. The quote itself
            may end earlier or later.
        vendor_quote_number (str): Number of the vendor's own quote on which this one rests.
        status (str): State of the quote, `Active` in the published example; the search calls it `quoteStatus`.
        status_reason (str): Why the quote is in its state, if someone noted it.
        closing_reason (str): Why the quote was closed; only on a closed one, which the search does not show.
        date_closed (str): When the quote was closed. Whether a closed quote can still be read is not documented.
        customer_need (str): What the customer asked for, in the words of the sales team or made by a program.
        proposed_solution (str): What Ingram Micro proposes, as free text.
        intro_preamble (str): Introduction that must be shown with the quote by law. HTML with font tags, `#####`
            between paragraphs and the literal `<QUOTE NUMBER>`; clean it before showing it.
        purchase_instructions (str): How to order, which must be shown with the quote by law; text with line breaks
            CRLF, bullets and addresses.
        legal_terms (str): Terms of the offer, which must be shown with the quote by law; text with line breaks CRLF.
        quote_type (str): Kind of quote as text; the validation answer has a number in its place.
        lease_info (str): Facts on leasing, empty text when there is nothing to say.
        leasing_instructions (str): What to do for leasing, empty text as a rule.
        im_warehouse (str): Name and address of the warehouse that would ship, in one text.
        im_warehouse_gst_number (str): Tax registration (GST) of that warehouse, in India.
        payment_terms_name (str): Payment terms that the quote assumes, by name, such as `NET 30 DAYS`.
        reseller_info (QuoteDetailsResponseResellerInfo): Reseller to whom the quote was made, with the contact person.
        end_user_info (QuoteDetailsResponseEndUserInfo): End user for whom the quote was made; often no more than the
            company.
        shipping_info (QuoteDetailsResponseShippingInfo): Where the goods would be delivered; missing when it is not
            known yet.
        products (list of QuoteDetailsResponseProductsInner): Products of the quote, those that were asked for and those
            that are only suggested.
        products_count (int): Number of entries in `products`, suggestions included.
        extended_msrp_total (int or float): Sum of list prices times quantities, in the quote's currency.
        quantity_total (int): Units of all products together; did not agree with the lines in the published example.
        extra_fees_total (int or float): Sum of the extra fees of all products, in the quote's currency.
        extra_fees_total_details (list of QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner): Extra fees of
            the whole quote, one by one.
        tax_total (int or float): Tax on the whole quote in its currency; null when it was not computed, which does not
            mean free of tax.
        extended_quote_price_total (int or float): Sum of the reseller's prices times quantities, suggestions included.
        freight_amount (int or float): Freight for the quote in its currency; null when it was not computed.
        total_quote_amount (str): Grand total, declared as text; read it as a decimal number.
        additional_attributes (list of QuoteDetailsResponseAdditionalAttributesInner): Further facts as name and value,
            such as `estimateId` or `dealId` of the vendor.
        is_partial_order_allowed (bool): Whether the quote may be ordered in several parts; null or missing means that
            it is not known.
    """

    _nullable: ClassVar[frozenset[str]] = frozenset({"freight_amount", "is_partial_order_allowed", "tax_total"})

    quote_name: str | None = None
    """Free name of the quote, as the search shows it."""

    quote_number: str | None = None
    """Number of the quote, to be named with the order."""

    quote_guid: str | None = None
    """Identifier of the quote in the sales system, a UUID; no call takes it, and the published example has none."""

    revision: str | None = None
    """Number of the revision as text, `0` for the first version."""

    ingram_quote_date: str | None = None
    """When the quote was made, ISO 8601 in UTC, with a time, which the search leaves out."""

    last_modified_date: str | None = None
    """When the quote was last changed, ISO 8601 in UTC."""

    ingram_quote_expiry_date: str | None = None
    """When the quoted prices end; `0001-01-01` stands for no such day."""

    currency_code: str | None = None
    """Currency of all amounts of the quote, as an ISO code with three letters."""

    special_bid_id: str | None = None
    """Special bid behind the prices, in the vendor's own form; the search calls it `specialBidNumber`."""

    special_bid_effective_date: str | None = None
    """Start of the special prices, an ISO timestamp without a zone."""

    special_bid_expiration_date: str | None = None
    """End of the special prices, an ISO timestamp without a zone.

    The quote itself may end earlier or later.
    """

    vendor_quote_number: str | None = None
    """Number of the vendor's own quote on which this one rests."""

    status: str | None = None
    """State of the quote, `Active` in the published example; the search calls it `quoteStatus`."""

    status_reason: str | None = None
    """Why the quote is in its state, if someone noted it."""

    closing_reason: str | None = None
    """Why the quote was closed; only on a closed one, which the search does not show."""

    date_closed: str | None = None
    """When the quote was closed.

    Whether a closed quote can still be read is not documented.
    """

    customer_need: str | None = None
    """What the customer asked for, in the words of the sales team or made by a program."""

    proposed_solution: str | None = None
    """What Ingram Micro proposes, as free text."""

    intro_preamble: str | None = None
    """Introduction that must be shown with the quote by law.

    HTML with font tags, `#####` between paragraphs and the literal `<QUOTE NUMBER>`; clean it before showing it.
    """

    purchase_instructions: str | None = None
    """How to order, which must be shown with the quote by law; text with line breaks CRLF, bullets and addresses."""

    legal_terms: str | None = None
    """Terms of the offer, which must be shown with the quote by law; text with line breaks CRLF."""

    quote_type: str | None = None
    """Kind of quote as text; the validation answer has a number in its place."""

    lease_info: str | None = None
    """Facts on leasing, empty text when there is nothing to say."""

    leasing_instructions: str | None = None
    """What to do for leasing, empty text as a rule."""

    im_warehouse: str | None = None
    """Name and address of the warehouse that would ship, in one text."""

    im_warehouse_gst_number: str | None = None
    """Tax registration (GST) of that warehouse, in India."""

    payment_terms_name: str | None = None
    """Payment terms that the quote assumes, by name, such as `NET 30 DAYS`."""

    reseller_info: QuoteDetailsResponseResellerInfo | None = None
    """Reseller to whom the quote was made, with the contact person."""

    end_user_info: QuoteDetailsResponseEndUserInfo | None = None
    """End user for whom the quote was made; often no more than the company."""

    shipping_info: QuoteDetailsResponseShippingInfo | None = None
    """Where the goods would be delivered; missing when it is not known yet."""

    products: list[QuoteDetailsResponseProductsInner] | None = None
    """Products of the quote, those that were asked for and those that are only suggested."""

    products_count: int | None = None
    """Number of entries in `products`, suggestions included."""

    extended_msrp_total: IntOrFloat | None = None
    """Sum of list prices times quantities, in the quote's currency."""

    quantity_total: int | None = None
    """Units of all products together; did not agree with the lines in the published example."""

    extra_fees_total: IntOrFloat | None = None
    """Sum of the extra fees of all products, in the quote's currency."""

    extra_fees_total_details: list[QuoteDetailsResponseProductsInnerPriceExtraFeesDetailsInner] | None = None
    """Extra fees of the whole quote, one by one."""

    tax_total: IntOrFloat | None = None
    """Tax on the whole quote in its currency; null when it was not computed, which does not mean free of tax."""

    extended_quote_price_total: IntOrFloat | None = None
    """Sum of the reseller's prices times quantities, suggestions included."""

    freight_amount: IntOrFloat | None = None
    """Freight for the quote in its currency; null when it was not computed."""

    total_quote_amount: str | None = None
    """Grand total, declared as text; read it as a decimal number."""

    additional_attributes: list[QuoteDetailsResponseAdditionalAttributesInner] | None = None
    """Further facts as name and value, such as `estimateId` or `dealId` of the vendor."""

    is_partial_order_allowed: bool | None = None
    """Whether the quote may be ordered in several parts; null or missing means that it is not known."""

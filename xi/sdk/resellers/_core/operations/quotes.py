"""The operations of QuotesApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Kind,
    Listing,
    Operation,
    Parameter,
    Place,
    Repeat,
)

GET_QUOTESSEARCH_V6: Operation[models.QuoteSearchResponse] = Operation(
    name="get_quotessearch_v6",
    method="GET",
    path="/resellers/v6/quotes/search",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(
            name="im_customer_contact",
            wire="IM-CustomerContact",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=64,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="ingram_order_date_bt", wire="ingramOrderDate-bt", place=Place.QUERY, kind=Kind.DAYS),
        Parameter(name="quote_number", wire="quoteNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="special_bid_number", wire="specialBidNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="end_user_contact", wire="endUserContact", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="sorting_order", wire="sortingOrder", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="sort_by", wire="sortBy", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="page_size", wire="pageSize", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
        Parameter(name="page_number", wire="pageNumber", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
        Parameter(name="vendor_name", wire="vendorName", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="quote_name", wire="quoteName", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="status", wire="status", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="quote_create_date_bt", wire="quoteCreateDate-bt", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="QuoteSearchResponse",
    listing=Listing(items="quotes", wire="quotes"),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

GET_RESELLER_V6_VALIDATE_QUOTE: Operation[models.ValidateQuoteResponse] = Operation(
    name="get_reseller_v6_validate_quote",
    method="GET",
    path="/resellers/v6/q2o/validatequote",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(name="quote_number", wire="quoteNumber", place=Place.QUERY, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="ValidateQuoteResponse",
    errors={
        400: "GetResellerV6ValidateQuote400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

GET_RESELLERS_V6_QUOTES: Operation[models.QuoteDetailsResponse] = Operation(
    name="get_resellers_v6_quotes",
    method="GET",
    path="/resellers/v6/quotes/{quoteNumber}",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="im_customer_number",
            wire="IM-CustomerNumber",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=10,
        ),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="quote_number", wire="quoteNumber", place=Place.PATH, kind=Kind.TEXT, required=True),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="QuoteDetailsResponse",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

"""The operations of ProductCatalogApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Kind,
    Listing,
    Operation,
    OtherOrder,
    Parameter,
    Place,
    Repeat,
)

GET_RESELLER_V6_PRODUCTDETAIL: Operation[models.ProductDetailResponse] = Operation(
    name="get_reseller_v6_productdetail",
    method="GET",
    path="/resellers/v6/catalog/details/{ingramPartNumber}",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(name="ingram_part_number", wire="ingramPartNumber", place=Place.PATH, kind=Kind.TEXT, required=True),
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
    success="ProductDetailResponse",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

GET_RESELLER_V6_PRODUCTDETAILCMP: Operation[models.ProductDetailResponse] = Operation(
    name="get_reseller_v6_productdetailcmp",
    method="GET",
    path="/resellers/v6/catalog/details",
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
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="plan_name", wire="planName", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="plan_id", wire="planId", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="vendor_part_number", wire="vendorPartNumber", place=Place.QUERY, kind=Kind.TEXT),
    ),
    success="ProductDetailResponse",
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

GET_RESELLER_V6_PRODUCTSEARCH: Operation[models.ProductSearchResponse] = Operation(
    name="get_reseller_v6_productsearch",
    method="GET",
    path="/resellers/v6/catalog",
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
        Parameter(name="im_correlation_id", wire="IM-CorrelationID", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="im_country_code",
            wire="IM-CountryCode",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            min_length=2,
            max_length=2,
        ),
        Parameter(name="page_number", wire="pageNumber", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
        Parameter(name="page_size", wire="pageSize", place=Place.QUERY, kind=Kind.NUMBER, minimum=1, maximum=100),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="type", wire="type", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="has_discounts", wire="hasDiscounts", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="vendor", wire="vendor", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="vendor_part_number", wire="vendorPartNumber", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="accept_language", wire="Accept-Language", place=Place.HEADER, kind=Kind.TEXT),
        Parameter(name="vendor_number", wire="vendorNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="keyword", wire="keyword", place=Place.QUERY, kind=Kind.TEXTS),
        Parameter(name="category", wire="category", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="skip_authorisation", wire="skipAuthorisation", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="group_name", wire="groupName", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="plan_id", wire="planID", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="show_group_info", wire="showGroupInfo", place=Place.QUERY, kind=Kind.FLAG),
    ),
    success="ProductSearchResponse",
    other_order=OtherOrder(version="1.3.0", at=15, names=("group_name", "plan_id", "show_group_info"), is_untold=False),
    listing=Listing(items="catalog", wire="catalog"),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        404: "ErrorResponse",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

POST_PRICEANDAVAILABILITY: Operation[list[models.PriceAndAvailabilityResponseInner]] = Operation(
    name="post_priceandavailability",
    method="POST",
    path="/resellers/v6/catalog/priceandavailability",
    repeat=Repeat.SAFE,
    authorized=True,
    parameters=(
        Parameter(
            name="include_availability", wire="includeAvailability", place=Place.QUERY, kind=Kind.FLAG, required=True
        ),
        Parameter(name="include_pricing", wire="includePricing", place=Place.QUERY, kind=Kind.FLAG, required=True),
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
        Parameter(
            name="price_and_availability_request",
            place=Place.BODY,
            kind=Kind.MODEL,
            model="PriceAndAvailabilityRequest",
        ),
        Parameter(
            name="include_product_attributes", wire="includeProductAttributes", place=Place.QUERY, kind=Kind.FLAG
        ),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="list[PriceAndAvailabilityResponseInner]",
    other_order=OtherOrder(
        version="1.3.0",
        at=5,
        names=("include_product_attributes", "im_sender_id", "price_and_availability_request"),
        is_untold=False,
    ),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "ErrorResponse",
    },
)

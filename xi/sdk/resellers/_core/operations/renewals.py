"""The operations of RenewalsApi as values: where arguments go, what comes back, and what may be repeated."""

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

GET_RESELLERS_V6_RENEWALSDETAILS: Operation[models.RenewalsDetailsResponse] = Operation(
    name="get_resellers_v6_renewalsdetails",
    method="GET",
    path="/resellers/v6/renewals/{renewalId}",
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
        Parameter(name="renewal_id", wire="renewalId", place=Place.PATH, kind=Kind.TEXT, required=True),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="RenewalsDetailsResponse",
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

POST_RENEWALSSEARCH: Operation[models.RenewalsSearchResponse] = Operation(
    name="post_renewalssearch",
    method="POST",
    path="/resellers/v6/renewals/search",
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
        Parameter(name="customer_order_number", wire="customerOrderNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(
            name="ingram_purchase_order_number", wire="ingramPurchaseOrderNumber", place=Place.QUERY, kind=Kind.TEXT
        ),
        Parameter(name="serial_number", wire="serialNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="page", wire="page", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="size", wire="size", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="sort", wire="sort", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="renewals_search_request", place=Place.BODY, kind=Kind.MODEL, model="RenewalsSearchRequest"),
    ),
    success="RenewalsSearchResponse",
    listing=Listing(items="renewals", wire="renewals"),
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

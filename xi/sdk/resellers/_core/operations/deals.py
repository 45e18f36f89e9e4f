"""The operations of DealsApi as values: where arguments go, what comes back, and what may be repeated."""

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

GET_RESELLERS_V6_DEALSDETAILS: Operation[models.DealsDetailsResponse] = Operation(
    name="get_resellers_v6_dealsdetails",
    method="GET",
    path="/resellers/v6/deals/{dealId}",
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
        Parameter(
            name="im_application_id",
            wire="IM-ApplicationId",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=32,
        ),
        Parameter(name="im_environment", wire="IM-Environment", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="deal_id", wire="dealId", place=Place.PATH, kind=Kind.TEXT, required=True),
        Parameter(name="vendor_name", wire="vendorName", place=Place.QUERY, kind=Kind.TEXT),
    ),
    success="DealsDetailsResponse",
    other_order=OtherOrder(version="1.3.0", at=4, names=("deal_id", "vendor_name"), is_untold=True),
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

GET_RESELLERS_V6_DEALSSEARCH: Operation[models.DealsSearchResponse] = Operation(
    name="get_resellers_v6_dealssearch",
    method="GET",
    path="/resellers/v6/deals/search",
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
        Parameter(name="end_user", wire="endUser", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="vendor", wire="vendor", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="deal_id", wire="dealId", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="size", wire="Size", place=Place.QUERY, kind=Kind.NUMBER, minimum=1, maximum=100),
        Parameter(name="page", wire="Page", place=Place.QUERY, kind=Kind.NUMBER, minimum=1),
    ),
    success="DealsSearchResponse",
    listing=Listing(items="deals", wire="deals"),
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

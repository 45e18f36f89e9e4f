"""The operations of ReturnsApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Kind,
    Listing,
    Operation,
    Parameter,
    Place,
    Proof,
    Repeat,
)

GET_RESELLERS_V6_RETURNSDETAILS: Operation[models.ReturnsDetailsResponse] = Operation(
    name="get_resellers_v6_returnsdetails",
    method="GET",
    path="/resellers/v6/returns/{caseRequestNumber}",
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
            name="case_request_number", wire="caseRequestNumber", place=Place.PATH, kind=Kind.TEXT, required=True
        ),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
    ),
    success="ReturnsDetailsResponse",
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

GET_RESELLERS_V6_RETURNSSEARCH: Operation[models.ReturnsSearchResponse] = Operation(
    name="get_resellers_v6_returnssearch",
    method="GET",
    path="/resellers/v6/returns/search",
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
        Parameter(name="case_request_number", wire="caseRequestNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="invoice_number", wire="invoiceNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="return_claim_id", wire="returnClaimId", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="reference_number", wire="referenceNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="ingram_part_number", wire="ingramPartNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="vendor_part_number", wire="vendorPartNumber", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="return_status_in", wire="returnStatus-in", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="claim_status_in", wire="claimStatus-in", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="created_on_bt", wire="createdOn-bt", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="modified_on_bt", wire="modifiedOn-bt", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="return_reason_in", wire="returnReason-in", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="page", wire="page", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="size", wire="size", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="sort", wire="sort", place=Place.QUERY, kind=Kind.TEXT),
        Parameter(name="sorting_column_name", wire="sortingColumnName", place=Place.QUERY, kind=Kind.TEXT),
    ),
    success="ReturnsSearchResponse",
    listing=Listing(items="returns_claims", wire="returnsClaims"),
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

POST_RETURNSCREATE: Operation[models.ReturnsCreateResponse] = Operation(
    name="post_returnscreate",
    method="POST",
    path="/resellers/v6/returns/create",
    repeat=Repeat.ONCE,
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
        Parameter(name="returns_create_request", place=Place.BODY, kind=Kind.MODEL, model="ReturnsCreateRequest"),
    ),
    success="ReturnsCreateResponse",
    proof=Proof(any_of=("returns_claims.case_request_number", "returns_claims.rma_claim_id")),
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

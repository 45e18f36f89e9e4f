"""The operations of FreightEstimateApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers import models
from xi.sdk.resellers._core.operation import (
    Kind,
    Operation,
    Parameter,
    Place,
    Repeat,
)

POST_FREIGHTESTIMATE: Operation[models.FreightResponse] = Operation(
    name="post_freightestimate",
    method="POST",
    path="/resellers/v6/freightestimate",
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
            name="im_customer_contact",
            wire="IM-CustomerContact",
            place=Place.HEADER,
            kind=Kind.TEXT,
            required=True,
            max_length=64,
        ),
        Parameter(name="im_sender_id", wire="IM-SenderID", place=Place.HEADER, kind=Kind.TEXT, max_length=32),
        Parameter(name="freight_request", place=Place.BODY, kind=Kind.MODEL, model="FreightRequest"),
    ),
    success="FreightResponse",
    errors={
        400: "PostRenewalssearch400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "PostCreateorderV7500Response",
    },
)

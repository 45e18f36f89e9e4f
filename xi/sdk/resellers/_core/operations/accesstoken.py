"""The operations of AccesstokenApi as values: where arguments go, what comes back, and what may be repeated."""

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

GET_ACCESSTOKEN: Operation[models.AccesstokenResponse] = Operation(
    name="get_accesstoken",
    method="POST",
    path="/oauth/oauth20/token",
    repeat=Repeat.IDEMPOTENT,
    authorized=False,
    parameters=(
        Parameter(name="grant_type", wire="grant_type", place=Place.FORM, kind=Kind.TEXT, required=True),
        Parameter(name="client_id", wire="client_id", place=Place.FORM, kind=Kind.TEXT, required=True),
        Parameter(name="client_secret", wire="client_secret", place=Place.FORM, kind=Kind.TEXT, required=True),
    ),
    success="AccesstokenResponse",
    errors={
        400: "GetAccesstoken400Response",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
        500: "GetAccesstoken500Response",
    },
)

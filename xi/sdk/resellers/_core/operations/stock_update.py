"""The operations of StockUpdateApi as values: where arguments go, what comes back, and what may be repeated."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers._core.operation import (
    Emptiness,
    Kind,
    Operation,
    Parameter,
    Place,
    Repeat,
)

RESELLERS_V1_WEBHOOKS_AVAILABILITYUPDATE_POST: Operation[None] = Operation(
    name="resellers_v1_webhooks_availabilityupdate_post",
    method="POST",
    path="/resellers/v1/webhooks/availabilityupdate",
    repeat=Repeat.IDEMPOTENT,
    authorized=True,
    parameters=(
        Parameter(name="targeturl", wire="targeturl", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(name="x_hub_signature", wire="x-hub-signature", place=Place.HEADER, kind=Kind.TEXT, required=True),
        Parameter(
            name="availability_async_notification_request",
            place=Place.BODY,
            kind=Kind.MODEL,
            required=True,
            model="AvailabilityAsyncNotificationRequest",
        ),
    ),
    success=None,
    empty=Emptiness(statuses=frozenset({200, 204})),
    errors={
        400: "ErrorResponse",
        401: "GetAccesstoken500Response",
        429: "ErrorResponse",
    },
)

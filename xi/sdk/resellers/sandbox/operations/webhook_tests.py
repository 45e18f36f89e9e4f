"""The test benches of webhooks: each relays an event to a receiver, as if it had happened."""

import json
from typing import Final

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import BENCH_ERRORS
from xi.sdk.resellers.sandbox.wire.json import record, records, text
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse, FieldError, blank, too_long

_TARGET: Final = "targeturl"
_SIGNATURE: Final = "x-hub-signature"
_SIGNATURE_LIMIT: Final = 1_000


def relay(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Send the body to the receiver in the header `targeturl`, with the signature in `x-hub-signature`."""
    event = record(request.body)
    target = request.headers.get(_TARGET, "").strip()
    signature = request.headers.get(_SIGNATURE, "").strip()
    errors = [blank(name) for name, value in ((_TARGET, target), (_SIGNATURE, signature)) if not value]
    if len(signature) > _SIGNATURE_LIMIT:
        errors.append(too_long(_SIGNATURE, signature, _SIGNATURE_LIMIT))
    elif not (signature.isascii() and signature.isprintable()):
        errors.append(FieldError(f"{_SIGNATURE} must be ASCII", _SIGNATURE, signature))
    if not isinstance(request.body, dict):
        errors.append(FieldError("The request body must be a JSON object, the event"))
    if errors:
        return errors
    kinds = [text(each.get("eventType")) for each in records(event.get("resource"))]
    try:
        sandbox.hooks.relay(
            target,
            signature,
            event_id=text(event.get("eventId")),
            event_type=next(iter(kinds), "") or text(event.get("event")),
            body=json.dumps(event, ensure_ascii=False).encode(),
        )
    except ValueError as error:
        return [FieldError(f"{_TARGET}: {error}", _TARGET, target)]
    return ApiResponse(200)


STOCK: Final = Operation(
    "stock_test",
    "POST",
    "/resellers/v1/webhooks/availabilityupdate",
    relay,
    errors=BENCH_ERRORS,
)
ORDER_STATUS: Final = Operation(
    "order_status_test",
    "POST",
    "/resellers/v1/webhooks/orderstatusevent",
    relay,
    errors=BENCH_ERRORS,
)

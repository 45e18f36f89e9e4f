"""The test benches of webhooks: each relays an event to a receiver, as if it had happened."""

import json
from typing import Final

from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import NO_ERRORS
from xi.sdk.resellers.sandbox.wire.json import record, records, text
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest, ApiResponse

_REASON: Final = "x-sandbox-reason"
_SIGNATURE_LIMIT: Final = 1_000


def relay(sandbox: Sandbox, request: ApiRequest) -> ApiResponse:
    """Send the body to the receiver in the header `targeturl`, with the signature in `x-hub-signature`.

    The contract has no body for a refusal; the header `x-sandbox-reason` says what is wrong.
    """
    target = request.headers.get("targeturl", "").strip()
    signature = request.headers.get("x-hub-signature", "").strip()
    if not target:
        return _refused("targeturl is missing; it should be the URL of the receiver")
    if not signature:
        return _refused("x-hub-signature is missing; it should be the signature of the event")
    if len(signature) > _SIGNATURE_LIMIT or not (signature.isascii() and signature.isprintable()):
        return _refused(f"x-hub-signature should be at most {_SIGNATURE_LIMIT} ASCII characters")
    if not isinstance(request.body, dict):
        return _refused("the body should be an object: the event")
    event = record(request.body)
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
        return _refused(str(error).replace("url is", "targeturl is", 1))
    return ApiResponse(200)


def _refused(reason: str) -> ApiResponse:
    # A header has neither line breaks nor other characters than ASCII; a URL that is refused may have both.
    return ApiResponse(500, headers={_REASON: reason.encode("ascii", "backslashreplace").decode()})


STOCK: Final = Operation("stock_test", "POST", "/resellers/v1/webhooks/availabilityupdate", relay, errors=NO_ERRORS)
ORDER_STATUS: Final = Operation(
    "order_status_test", "POST", "/resellers/v1/webhooks/orderstatusevent", relay, errors=NO_ERRORS
)

"""The operation of freight: an estimate, which changes nothing."""

from typing import Final

from xi.sdk.resellers.sandbox.freight.answers import estimated
from xi.sdk.resellers.sandbox.freight.estimate import estimate
from xi.sdk.resellers.sandbox.freight.requests import read_freight_request
from xi.sdk.resellers.sandbox.operations.bidding import usual_price
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.orders.values import delivery_address
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import CASE_LIST_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import CONTACT, header_errors
from xi.sdk.resellers.sandbox.wire.json import Json
from xi.sdk.resellers.sandbox.wire.messages import VALIDATION_ERROR, ApiRequest, ApiResponse, FieldError


def read_estimate(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer what shipping some lines would cost; an unknown part may stand in the errors of a success."""
    errors = header_errors(request, CONTACT)
    asked = read_freight_request(request.body)
    if isinstance(asked, list):
        return [*errors, *asked]
    if errors:
        return errors
    address = asked.ship_to or delivery_address({}, request.customer, request.country)
    price = usual_price(sandbox)
    made = estimate(asked.lines, address["postalCode"], sandbox.catalogue, sandbox.orders.stock, price)
    # What is published has no errors in a success.
    in_success = sandbox.policy.unknown_freight_status == 200 and not sandbox.policy.strict  # noqa: PLR2004 - a status
    refused = [*made.errors, *(() if in_success else made.unknown)]
    if refused:
        return refused
    body: Json = {"freightEstimateResponse": estimated(made, request.country)} if made.lines else {}
    if made.unknown:
        body["errors"] = [_unknown(request, each) for each in made.unknown]
    return ApiResponse(200, body)


def _unknown(request: ApiRequest, error: FieldError) -> Json:
    return {
        "traceid": request.correlation_id,
        "type": VALIDATION_ERROR,
        "message": error.message,
        "fields": [error.body()],
    }


OPERATIONS: Final = (
    Operation(
        "freight_estimate",
        "POST",
        "/resellers/v6/freightestimate",
        read_estimate,
        "FreightResponse",
        CASE_LIST_ERRORS,
    ),
)

"""The operations of orders: create, modify or release, cancel, details, search."""

from dataclasses import replace
from typing import Final

from xi.sdk.resellers.sandbox.operations.bidding import line_prices
from xi.sdk.resellers.sandbox.operations.operation import Operation
from xi.sdk.resellers.sandbox.operations.placing import Wanted, place, want
from xi.sdk.resellers.sandbox.orders import answers
from xi.sdk.resellers.sandbox.orders.details import details
from xi.sdk.resellers.sandbox.orders.modify import modify
from xi.sdk.resellers.sandbox.orders.notifications import result_event
from xi.sdk.resellers.sandbox.orders.requests import (
    order_number_errors,
    read_new_order,
    read_order_change,
)
from xi.sdk.resellers.sandbox.orders.search import read_query
from xi.sdk.resellers.sandbox.orders.states import Move, filled, fits, invoiced, shipped
from xi.sdk.resellers.sandbox.orders.values import Order
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.wire.error_shapes import TRACED_ERRORS
from xi.sdk.resellers.sandbox.wire.fields import header_errors, parse_date
from xi.sdk.resellers.sandbox.wire.json import Json, record, records
from xi.sdk.resellers.sandbox.wire.messages import (
    VALIDATION_ERROR,
    ApiRequest,
    ApiResponse,
    FieldError,
    failure,
)

_SIMULATED: Final = ("IM::SHIPPED", "IM::PARTIALLY_SHIPPED", "IM::HOLD", "IM::INVOICED")
_NOT_ON_HOLD: Final = "The order cannot be modified or released: it is not on customer hold, or was released already"
_UNAUTHORISED: Final = "The order cannot be released: it waits for the authorisation of a vendor"
_NO_LINES: Final = "The order cannot be released: it has no lines"
_CREATED: Final = 201
_RESULT: Final = "IM::async_order_create"
_ACCEPTED: Final = "The order request was accepted and is being processed; its outcome arrives by webhook"


def create_v6(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Place an order; the status is 201, 207 (some lines were rejected) or 400."""
    order = header_errors(request) or read_new_order(request, impulse=sandbox.policy.is_impulse(request.country))
    if isinstance(order, list):
        return order
    wanted = want(sandbox, order, record(request.body), tells_vendor=False)
    placed = place(sandbox, wanted) if isinstance(wanted, Wanted) else wanted
    if isinstance(placed, list):
        return failure(request, sandbox.now(), 400, placed)
    orders, lines = placed
    return ApiResponse(207 if lines.rejected else 201, answers.created(orders, lines.rejected))


def create_v7(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Accept an order request, in the body of 1.1.0 or of 1.3.0; its outcome is sent by webhook."""
    policy = sandbox.policy
    order = header_errors(request) or read_new_order(
        request, impulse=policy.is_impulse(request.country), asynchronous=True
    )
    if isinstance(order, list):
        return order
    sandbox.require_room()
    tail = "".join(sandbox.rng.choices("0123456789", k=8))
    confirmation = f"{request.country}-I-T-{sandbox.now():%y%m%d%H%M%S}{tail}"
    order = replace(order, confirmation_number=confirmation)
    wanted = want(sandbox, order, record(request.body), tells_vendor=True)
    if isinstance(wanted, Wanted) and wanted.missing and policy.refuse_missing_vendor_fields:
        return [FieldError(message) for message in wanted.missing]
    placed = place(sandbox, wanted) if isinstance(wanted, Wanted) else wanted
    if isinstance(placed, list):
        reason = "; ".join(placed)
        sandbox.record_failure(request.customer, confirmation, reason)
        result: Json = {"customerOrderNumber": order.purchase_order, "message": placed[0], "reason": reason}
    else:
        orders, lines = placed
        result = answers.created(orders, lines.rejected)
    event_id = sandbox.hooks.notify(_RESULT, result_event(result))
    if policy.v7_status == _CREATED and not isinstance(placed, list):
        event = result_event(result)(event_id or confirmation, sandbox.now().isoformat(timespec="milliseconds"))
        return ApiResponse(
            _CREATED, {**records(event)[0], "eventType": _RESULT, "resource": answers.created_v7(result)}
        )
    return ApiResponse(200, {"quoteNumber": order.quote, "confirmationNumber": confirmation, "message": _ACCEPTED})


def modify_or_release(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Change or release an order on customer hold."""
    impulse = sandbox.policy.is_impulse(request.country)
    errors = [*order_number_errors(request.number, impulse=impulse), *header_errors(request)]
    action = request.parameter("actionCode")
    release = action.lower() == "release"
    if action and not release:
        errors.append(FieldError("actionCode can only be release", "actionCode", action))
    change = errors or (None if release else read_order_change(request.body))
    if isinstance(change, list):
        return change
    order = sandbox.orders.find(request.customer, request.number)
    if order is None:
        # In the contract this 404 has no body.
        return ApiResponse(404)
    if not fits(order, Move.MODIFY):
        return [FieldError(_NOT_ON_HOLD)]
    if change is None:
        return _release(sandbox, order)
    renumber = sandbox.policy.renumber_updated_lines
    outcome = modify(
        order,
        change,
        sandbox.catalogue,
        sandbox.orders.stock,
        renumber=renumber,
        prices=line_prices(sandbox, request.customer),
    )
    if isinstance(outcome, list):
        return outcome
    sandbox.orders.put(outcome.order)
    sandbox.record(Move.MODIFY.done, outcome.order)
    now = sandbox.now().isoformat(timespec="milliseconds")
    return ApiResponse(outcome.status, answers.modified(order, outcome, now))


def _release(sandbox: Sandbox, order: Order) -> ApiResponse | list[FieldError]:
    if order.awaits_vendor or not order.parts:
        return [FieldError(_UNAUTHORISED if order.parts else _NO_LINES)]
    sandbox.move(order.number, Move.RELEASE)
    return ApiResponse(200, None)


def cancel(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Cancel an order on customer hold."""
    now = sandbox.now()
    errors = header_errors(request)
    if errors:
        return errors
    order = sandbox.orders.find(request.customer, request.number)
    if order is None:
        return failure(request, now, 404, ["The order was not found"], kind=VALIDATION_ERROR)
    if not fits(order, Move.CANCEL):
        status = 405 if order.cancelled_at is None else sandbox.policy.cancelled_again_status
        reason = "The order cannot be cancelled because it is not on hold"
        return failure(request, now, status, [reason], kind=VALIDATION_ERROR)
    sandbox.move(order.number, Move.CANCEL)
    return ApiResponse(200)


def read_details(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer one order, or one sub-order, in full."""
    errors = header_errors(request)
    day = request.parameter("ingramOrderDate")
    # Clients send the day or the moment, as it was in the answer.
    wanted = parse_date(day[:10])
    if day and wanted is None:
        errors.append(FieldError("ingramOrderDate must have the form yyyy-MM-dd", "ingramOrderDate", day))
    simulated = request.parameter("simulateStatus").upper()
    if simulated and simulated not in _SIMULATED:
        one_of = f"simulateStatus must be one of {', '.join(_SIMULATED)}"
        errors.append(FieldError(one_of, "simulateStatus", simulated))
    if errors:
        return errors
    order = sandbox.orders.find(request.customer, request.number)
    if order is None or (wanted is not None and order.placed_at.date() != wanted):
        status = sandbox.policy.unknown_details_status
        return failure(request, sandbox.now(), status, ["The order was not found"], kind=VALIDATION_ERROR)
    if simulated:
        order = _simulate(order, simulated, sandbox)
    number = request.number.upper()
    return ApiResponse(200, details(order, "" if number == order.number else number))


def search(sandbox: Sandbox, request: ApiRequest) -> ApiResponse | list[FieldError]:
    """Answer a page of the customer's orders, newest first; none at all is a 204."""
    errors = header_errors(request)
    policy = sandbox.policy
    query = read_query(request, sandbox.now(), policy.search_window, policy.search_lag)
    if isinstance(query, list):
        return [*errors, *query]
    if errors:
        return errors
    page = sandbox.orders.search(request.customer, query)
    return ApiResponse(200, answers.searched(request, page)) if page.orders else ApiResponse(204)


def _simulate(order: Order, status: str, sandbox: Sandbox) -> Order:
    """Return the order as it would look in another state; the stored order does not change."""
    if status == "IM::HOLD":
        return replace(order, held=True, cancelled_at=None)
    day = sandbox.now().date()
    ready = filled(replace(order, held=False, cancelled_at=None, shipments=()))
    sent = shipped(ready, day, partially=status == "IM::PARTIALLY_SHIPPED")
    return invoiced(sent, day) if status == "IM::INVOICED" else sent


_ORDERS: Final = "/resellers/v6/orders"

OPERATIONS: Final = (
    Operation("create_v6", "POST", _ORDERS, create_v6, "OrderCreateResponse", creates=True),
    Operation(
        "create_v7",
        "POST",
        "/resellers/v7/orders",
        create_v7,
        "AsyncOrderCreateResponse",
        TRACED_ERRORS,
        created="OrderCreateV7Response",
        creates=True,
    ),
    Operation("search", "GET", f"{_ORDERS}/search", search, "OrderSearchResponse"),
    Operation("modify", "PUT", f"{_ORDERS}/{{orderNumber}}", modify_or_release, "OrderModifyResponse"),
    Operation("cancel", "DELETE", f"{_ORDERS}/{{orderNumber}}", cancel),
    Operation(
        "details",
        "GET",
        "/resellers/v6.1/orders/{ordernumber}",
        read_details,
        "OrderDetailB2B",
    ),
    # v6.1 replaced it, and the contract does not have it, but the live API does, and clients use it as a fallback.
    Operation("details", "GET", f"{_ORDERS}/{{orderNumber}}", read_details, "OrderDetailB2B"),
)

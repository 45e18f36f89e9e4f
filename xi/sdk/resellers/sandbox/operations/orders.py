"""The operations: a call in, an answer out, the state changed in between. No sockets, no framework."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from xi.sdk.resellers.sandbox.orders import answers
from xi.sdk.resellers.sandbox.orders.create import DUPLICATE_PO, Placed, Request, draft, lines_of, sort_lines
from xi.sdk.resellers.sandbox.orders.details import details
from xi.sdk.resellers.sandbox.orders.modify import modify
from xi.sdk.resellers.sandbox.orders.notifications import result_event
from xi.sdk.resellers.sandbox.orders.search import read_query
from xi.sdk.resellers.sandbox.orders.validation import (
    async_create_errors,
    create_errors,
    header_errors,
    modify_errors,
    order_number_errors,
    parse_date,
)
from xi.sdk.resellers.sandbox.orders.values import Order, filled, invoiced, shipped
from xi.sdk.resellers.sandbox.state.logs import Event
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox
from xi.sdk.resellers.sandbox.state.tokens import TokenState
from xi.sdk.resellers.sandbox.wire.json import Json, record, text
from xi.sdk.resellers.sandbox.wire.messages import (
    VALIDATION_ERROR,
    Answer,
    Call,
    FieldError,
    broken,
    failure,
    fault,
    invalid,
    invalid_async,
    too_many,
)
from xi.sdk.resellers.sandbox.wire.strict import as_published

Operation = Callable[[Sandbox, Call], Answer]

_BEARER: Final = "bearer "
_SIMULATED: Final = ("IM::SHIPPED", "IM::PARTIALLY_SHIPPED", "IM::HOLD", "IM::INVOICED")
_NOT_ON_HOLD: Final = "The order cannot be modified or released: it is not on customer hold, or was released already"
_ACCEPTED: Final = "The order request was accepted and is being processed; its outcome arrives by webhook"


def create_v6(sandbox: Sandbox, call: Call) -> Answer:
    """Place an order and answer what came of it: 201, 207 or 400."""
    errors = header_errors(call) or create_errors(call.body, impulse=sandbox.policy.is_impulse(call.country))
    if errors:
        return invalid(call, sandbox.now(), errors)
    if full := _full(sandbox):
        return broken("create_v6", call, sandbox.now(), full)
    placed = _place(sandbox, _request(sandbox, call))
    if isinstance(placed, list):
        return failure(call, sandbox.now(), 400, placed)
    orders, sorted_lines = placed
    return Answer(207 if sorted_lines.rejected else 201, answers.created(orders, sorted_lines.rejected))


def create_v7(sandbox: Sandbox, call: Call) -> Answer:
    """Accept an order request; what becomes of it is told by webhook."""
    errors = header_errors(call) or async_create_errors(call.body)
    if errors:
        return invalid_async(call, errors)
    now = sandbox.now()
    if full := _full(sandbox):
        return broken("create_v7", call, now, full)
    tail = "".join(sandbox.rng.choices("0123456789", k=8))
    confirmation = f"{call.country}-I-T-{now:%y%m%d%H%M%S}{tail}"
    request = replace(_request(sandbox, call), confirmation_number=confirmation)
    placed = _place(sandbox, request)
    if isinstance(placed, list):
        sandbox.events.append(Event("failed", now, "", call.customer, confirmation, "; ".join(placed)))
        purchase_order = request.purchase_order.upper()
        result: Json = {"customerOrderNumber": purchase_order, "message": placed[0], "reason": "; ".join(placed)}
    else:
        orders, sorted_lines = placed
        result = answers.created(orders, sorted_lines.rejected)
    sandbox.hooks.tell("IM::async_order_create", result_event(result))
    quote = text(request.body.get("quoteNumber"))
    return Answer(200, {"quoteNumber": quote, "confirmationNumber": confirmation, "message": _ACCEPTED})


def modify_or_release(sandbox: Sandbox, call: Call) -> Answer:
    """Change or release an order on customer hold."""
    now = sandbox.now()
    impulse = sandbox.policy.is_impulse(call.country)
    errors = [*order_number_errors(call.number, impulse=impulse), *header_errors(call)]
    action = call.asked("actionCode")
    release = action.lower() == "release"
    if action and not release:
        errors.append(FieldError("actionCode can only be release", "actionCode", action))
    errors = errors or ([] if release else modify_errors(call.body))
    if errors:
        return invalid(call, now, errors)
    order = sandbox.orders.find(call.customer, call.number)
    if order is None:
        # The contract gives this 404 no body.
        return Answer(404)
    if not order.held:
        return invalid(call, now, [FieldError(_NOT_ON_HOLD)])
    if release:
        sandbox.record("released", sandbox.orders.release(order))
        return Answer(200, None)
    outcome = modify(
        order,
        record(call.body),
        sandbox.catalogue,
        sandbox.orders.stock,
        renumber=sandbox.policy.renumber_updated_lines,
    )
    if isinstance(outcome, list):
        return invalid(call, now, outcome)
    sandbox.orders.put(outcome.order)
    sandbox.record("modified", outcome.order)
    return Answer(outcome.status, answers.modified(order, outcome, now.isoformat(timespec="milliseconds")))


def cancel(sandbox: Sandbox, call: Call) -> Answer:
    """Cancel an order on customer hold."""
    now = sandbox.now()
    errors = header_errors(call)
    if errors:
        return invalid(call, now, errors)
    order = sandbox.orders.find(call.customer, call.number)
    if order is None:
        return failure(call, now, 404, ["The order was not found"], kind=VALIDATION_ERROR)
    if not order.held:
        status = 405 if order.cancelled_at is None else sandbox.policy.cancelled_again_status
        reason = "The order cannot be cancelled because it is not on hold"
        return failure(call, now, status, [reason], kind=VALIDATION_ERROR)
    sandbox.record("cancelled", sandbox.orders.cancel(order, now))
    return Answer(200)


def read_details(sandbox: Sandbox, call: Call) -> Answer:
    """Answer one order, or one sub-order, in full."""
    now = sandbox.now()
    errors = header_errors(call)
    day = call.asked("ingramOrderDate")
    # Clients send the day or the moment, as they got it.
    wanted = parse_date(day[:10])
    if day and wanted is None:
        errors.append(FieldError("ingramOrderDate must have the form yyyy-MM-dd", "ingramOrderDate", day))
    simulated = call.asked("simulateStatus").upper()
    if simulated and simulated not in _SIMULATED:
        one_of = f"simulateStatus must be one of {', '.join(_SIMULATED)}"
        errors.append(FieldError(one_of, "simulateStatus", simulated))
    if errors:
        return invalid(call, now, errors)
    order = sandbox.orders.find(call.customer, call.number)
    if order is None or (wanted is not None and order.placed_at.date() != wanted):
        status = sandbox.policy.unknown_details_status
        return failure(call, now, status, ["The order was not found"], kind=VALIDATION_ERROR)
    if simulated:
        order = _simulate(order, simulated, sandbox)
    number = call.number.upper()
    return Answer(200, details(order, "" if number == order.number else number))


def search(sandbox: Sandbox, call: Call) -> Answer:
    """Answer a page of the customer's orders, newest first; none at all is a 204."""
    now = sandbox.now()
    errors = header_errors(call)
    query = read_query(call, now, sandbox.policy.search_window)
    if isinstance(query, list):
        errors += query
    if errors or isinstance(query, list):
        return invalid(call, now, errors)
    page = query.run(_candidates(sandbox, call))
    return Answer(200, answers.searched(call, page)) if page.orders else Answer(204)


def _candidates(sandbox: Sandbox, call: Call) -> list[Order]:
    """Return the orders a search may find: the numbers people search by most are looked up."""
    number = call.asked("ingramOrderNumber")
    if number:
        found = sandbox.orders.find(call.customer, number)
        return [] if found is None else [found]
    return sandbox.orders.of(call.customer, call.asked("customerOrderNumber"))


def run(sandbox: Sandbox, operation: Operation, call: Call) -> Answer:
    """Check the bearer token and the quota, let time pass, and run an operation on the settled state."""
    with sandbox.lock:
        refused = _unauthorised(sandbox, call)
        if refused is not None:
            return refused
        app = sandbox.tokens.client_of(_bearer(call))
        quota = sandbox.quotas.take(app, operation.__name__, call.method, sandbox.now())
        if not quota.granted:
            return replace(too_many(), headers=quota.headers)
        sandbox.settle()
        answer = operation(sandbox, call)
        sandbox.commit()
        body = as_published(operation.__name__, answer) if sandbox.policy.strict else answer.body
        return replace(answer, body=body, headers=quota.headers)


def issue_token(sandbox: Sandbox, grant_type: str, client_id: str, client_secret: str) -> Answer:
    """Answer a token request."""
    if grant_type != "client_credentials":
        return Answer(400, {"message": "grant_type must be client_credentials"})
    if not client_id or not client_secret:
        return Answer(400, {"message": "client_id and client_secret are required"})
    with sandbox.lock:
        if not sandbox.tokens.accepts(client_id, client_secret):
            return fault(401, "Invalid client identifier", "oauth.v2.InvalidClientIdentifier")
        seconds = int(sandbox.tokens.lifetime.total_seconds())
        # The lifetime is text, as the contract and live clients have it.
        token: Json = {
            "access_token": sandbox.tokens.issue(client_id, alone=sandbox.policy.one_token),
            "token_type": "Bearer",
            "expires_in": str(seconds),
        }
        sandbox.commit()
        return Answer(200, token)


def _bearer(call: Call) -> str:
    header = call.headers.get("authorization", "")
    return header[len(_BEARER) :].strip() if header[: len(_BEARER)].lower() == _BEARER else ""


def _unauthorised(sandbox: Sandbox, call: Call) -> Answer | None:
    token = _bearer(call)
    state = sandbox.tokens.state(token)
    if state is TokenState.GOOD:
        if sandbox.policy.approved:
            return None
        reason = "Invalid API call as no apiproduct match found"
        return fault(401, reason, "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound")
    if state is TokenState.EXPIRED:
        return fault(401, "Access Token expired", "keymanagement.service.access_token_expired")
    code = "keymanagement.service.invalid_access_token" if token else "oauth.v2.InvalidAccessToken"
    return fault(401, "Invalid access token", code)


def _request(sandbox: Sandbox, call: Call) -> Request:
    policy = sandbox.policy
    return Request(record(call.body), call.customer, call.country, policy.is_impulse(call.country))


def _full(sandbox: Sandbox) -> str:
    """Why there is no room for another order; nothing where there is."""
    limit = sandbox.policy.order_limit
    return (
        "" if len(sandbox.orders) < limit else f"The sandbox holds {len(sandbox.orders)} orders; its limit is {limit}"
    )


def _place(sandbox: Sandbox, request: Request) -> tuple[list[Order], Placed] | list[str]:
    """Book what can be booked; a list of messages means that nothing was."""
    known = sandbox.orders.knows_purchase_order(request.customer, request.purchase_order)
    if known and request.switch("allowDuplicateCustomerOrderNumber") is not True:
        return [DUPLICATE_PO]
    lines = lines_of(request, sandbox.catalogue)
    if not lines:
        return ["The quote was not found"]
    placed = sort_lines(request, lines, sandbox.catalogue, sandbox.orders.stock)
    partial = request.switch("allowPartialOrder")
    allowed = sandbox.policy.partial_by_default if partial is None else partial
    if not placed.lines or (placed.rejected and not allowed):
        return [item.reason for item in placed.rejected]
    drafts = draft(
        request,
        placed.lines,
        sandbox.now(),
        lambda: sandbox.orders.new_number(request.customer, impulse=request.impulse),
    )
    orders = sandbox.orders.add(drafts, placed.stock)
    for order in orders:
        sandbox.record("created", order)
    return orders, placed


def _simulate(order: Order, status: str, sandbox: Sandbox) -> Order:
    """Return the order as it would look in another state; the book keeps the real one."""
    if status == "IM::HOLD":
        return replace(order, held=True, cancelled_at=None)
    day = sandbox.now().date()
    ready = filled(replace(order, held=False, cancelled_at=None, shipments=()))
    sent = shipped(ready, day, partially=status == "IM::PARTIALLY_SHIPPED")
    return invoiced(sent, day) if status == "IM::INVOICED" else sent

"""One order: its lines, its history, its buttons, and the API's answer for it."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.ledger_view import LedgerAwayError
from xi.sdk.resellers.sandbox.http.page._section import Form, Section, list_of
from xi.sdk.resellers.sandbox.http.page.ledger import reader_of
from xi.sdk.resellers.sandbox.orders.details import details
from xi.sdk.resellers.sandbox.orders.states import MOVES
from xi.sdk.resellers.sandbox.orders.values import Order, Shipment
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_LINES: Final = 50
"""Lines shown at a time; an order can have 884."""
_ANSWER_LIMIT: Final = 100_000
"""Characters of the API's answer that are shown."""
_READABLE: Final = json.JSONEncoder(ensure_ascii=False, indent=2)


def _order(sandbox: Sandbox, request: Request) -> Order:
    number = str(request.path_params["number"]).upper()
    try:
        return sandbox.orders.get(number)
    except KeyError:
        raise KeyError(f"order {number}") from None


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    order = _order(sandbox, request)
    shipments: dict[int, list[Shipment]] = defaultdict(list)
    for shipment in order.shipments:
        shipments[shipment.line].append(shipment)
    return {
        "order": order,
        "void_at": (order.held_at or order.placed_at) + sandbox.policy.hold_window if order.held else None,
        "list": list_of(request, order.parts, lambda row: (row[1].number, row[1].description), size=_LINES),
        "shipments": shipments,
        "events": [event for event in sandbox.events if event.order_number == order.number],
        "ledger": _in_ledger(request, order),
    }


def _in_ledger(request: Request, order: Order) -> Mapping[str, Any] | None:
    """Return what the ledger says of an order; None if no ledger is shown."""
    reader = reader_of(request)
    if reader is None:
        return None
    try:
        return {"rows": reader.under(order.customer, order.country, order.customer_order_number), "away": ""}
    except LedgerAwayError as error:
        return {"rows": (), "away": str(error)}


def _show_answer(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    order = _order(sandbox, request)
    answer = ""
    # In pieces: a very long answer would take long to write, and most of it would be cut off.
    for piece in _READABLE.iterencode(details(order)):
        answer += piece
        if len(answer) > _ANSWER_LIMIT:
            break
    return {"order": order, "answer": answer[:_ANSWER_LIMIT], "is_cut": len(answer) > _ANSWER_LIMIT}


def _move(sandbox: Sandbox, request: Request, form: Form) -> None:  # noqa: ARG001 - as all actions
    sandbox.move(_order(sandbox, request).number, request.path_params["move"])


MOVE_LABELS: Final = {name: name.replace("-", " ").capitalize() for name in MOVES}

SECTION = Section(
    link="/orders/{number}",
    under="/",
    views={"/orders/{number}": ("order.html", _show), "/orders/{number}/answer": ("order_answer.html", _show_answer)},
    actions={"/orders/{number}/{move}": _move},
)

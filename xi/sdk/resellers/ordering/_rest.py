"""The rest of an order that was placed in part: its rejected lines, as an order of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from xi.sdk.resellers._json import Json
from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import _resolving as resolving
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._entries import Entry, Note, RejectedPart
from xi.sdk.resellers.ordering._filing import Filing, order_of
from xi.sdk.resellers.ordering._filing import Order as Request
from xi.sdk.resellers.ordering._findings import part_of
from xi.sdk.resellers.ordering._protocol import CLOSED, STANDING, Kind, State
from xi.sdk.resellers.ordering._turns import Context, Origin, Turn
from xi.sdk.resellers.ordering.errors import NotPermittedError
from xi.sdk.resellers.ordering.ledger import Transaction

_KIND: Final = "rest"
_NO_CHECK: Final = "allowduplicatecustomerordernumber"


def rest_of(entry: Entry, new_po: str) -> Request:
    """Return the rejected lines of an order as an order under another PO; the rest of it is as it was.

    Args:
        entry: the order.
        new_po: the PO for its rejected lines.

    Raises:
        NotPermittedError: nothing was rejected, or it is not clear which of its lines were.
        ApiValueError: the PO is that of the order itself.
    """
    if turns.folded(new_po) == entry.folded:
        raise ApiValueError(f"new_po is {new_po}, as before; give the rest a PO of its own", argument="new_po")
    if entry.row.state not in STANDING or not entry.rejected:
        raise NotPermittedError(
            f"PO {entry.po} is {entry.row.state.value}, and no rejected line of it is known; "
            "only an order that was placed in part has a rest"
        )
    if entry.body is None:
        raise NotPermittedError(f"the content of PO {entry.po} was redacted; order its rest as a new order")
    if entry.row.kind is Kind.QUOTE:
        raise NotPermittedError(f"PO {entry.po} is for a quote, which decides its lines; order its rest as a new order")
    content = cast("Json", json.loads(entry.body))
    content["customerOrderNumber"] = new_po
    content["lines"] = _rejected_lines(entry, cast("list[Json]", content["lines"]))
    if entry.marker is not None and folded(content.get("endCustomerOrderNumber")) == folded(entry.marker):
        del content["endCustomerOrderNumber"]  # the mark of the first order; the desk marks the rest anew
    attributes = cast("list[Json]", content.get("additionalAttributes") or [])
    content["additionalAttributes"] = [
        each for each in attributes if str(each.get("attributeName")).strip().lower() != _NO_CHECK
    ]
    return order_of(entry.row.kind, json.dumps(content).encode())


def _rejected_lines(entry: Entry, lines: Sequence[Json]) -> list[Json]:
    left = dict(enumerate(lines))
    taken: list[int] = []
    for rejected in entry.rejected:
        found = _narrowed(list(left.items()), rejected)
        what = f"line {rejected.line or '?'}, part {rejected.part or '?'}"
        if not found:
            raise NotPermittedError(f"PO {entry.po}: the rejected {what} is not among its lines")
        index, line = found[0]
        if any(_content(each) != _content(line) for _, each in found):
            raise NotPermittedError(
                f"PO {entry.po}: {len(found)} of its lines may be the rejected {what}; order its rest as a new order"
            )
        if rejected.quantity and rejected.quantity < int(line["quantity"]):
            raise NotPermittedError(
                f"PO {entry.po}: {rejected.quantity} of {line['quantity']} units of {what} were rejected; "
                "order them as a new order"
            )
        del left[index]
        taken.append(index)
    return [lines[index] for index in sorted(taken)]


def _narrowed(lines: list[tuple[int, Json]], rejected: RejectedPart) -> list[tuple[int, Json]]:
    """Return the lines that a rejected one can be. Each thing that is known of it counts, unless it fits no line."""
    tests: list[Callable[[Json], bool]] = []
    if rejected.part:
        part = folded(rejected.part)
        tests.append(lambda line: part in part_of(line))
    if rejected.line:
        number = _plain(rejected.line)
        tests.append(lambda line: _plain(str(line.get("customerLineNumber") or "")) == number)
    if rejected.quantity:
        quantity = str(rejected.quantity)
        tests.append(lambda line: str(line.get("quantity")) == quantity)
    known = False
    for test in tests:
        fitting = [each for each in lines if test(each[1])]
        known = known or bool(fitting)
        lines = fitting or lines
    return lines if known else []


def _plain(number: str) -> str:
    return number.strip().lstrip("0")


def _content(line: Mapping[str, Any]) -> Json:
    return {name: value for name, value in line.items() if name != "customerLineNumber"}


def plan_rest(
    tx: Transaction,
    began: float,
    ctx: Context,
    po: str,
    file: Callable[[Request], Filing],
    new_po: str,
    by: str | None,
) -> Turn:
    """Write down the rest of an order as an order of its own, and in the history of the first that this was done.

    Raises:
        NotPermittedError: it has no rest, or its rest was planned before, under another PO.
    """
    entry = resolving.ordered(tx, ctx, po)
    filing = file(rest_of(entry, new_po))
    before = [str(each.detail["po"]) for each in tx.history(entry) if each.kind == _KIND]
    for other in before:
        planned = tx.find(ctx.customer, ctx.country, turns.folded(other))
        is_over = planned is None or planned.row.state is State.REJECTED or planned.row.state in CLOSED
        if turns.folded(other) != filing.folded and not is_over:
            raise NotPermittedError(f"the rest of PO {entry.po} was planned before, as PO {other}")
    origin = Origin(
        batch=entry.batch,
        source_file=entry.source_file,
        source_lines=entry.source_lines,
        ref=entry.ref,
        is_bulk=entry.is_bulk,
    )
    turn = turns.begin(tx, began, ctx, filing, origin, send=False)
    if filing.po not in before:
        note = Note(
            at=tx.now,
            kind=_KIND,
            state=entry.row.state.value,
            by=by or ctx.by,
            says=f"its rejected lines are planned as PO {filing.po}",
            detail={"po": filing.po},
        )
        tx.write(entry, note)  # the row too, so that its rest is planned once
    return turn

"""The ledger of a program that places orders here: what needs a person, the rows, and the history of each."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from starlette.requests import Request

from xi.sdk.resellers.sandbox.http.ledger_view import (
    NEEDS_PERSON,
    STATES,
    LedgerAwayError,
    LedgerEvent,
    LedgerReader,
    LedgerRow,
)
from xi.sdk.resellers.sandbox.http.page._section import Section, duration, list_of, listing, search_text
from xi.sdk.resellers.sandbox.state.sandbox import Sandbox

_FIRST: Final = 5
"""Rows that need a person and are shown above all others."""
_EVENTS: Final = 50
"""Events shown at a time; an order that is looked for daily has many."""
_UNITS: Final = 2
"""Units of an age; nobody needs the seconds of a day."""


def reader_of(request: Request) -> LedgerReader | None:
    """Return the reader of the ledger that is shown; None if there is none."""
    reader: LedgerReader | None = request.app.state.ledger
    return reader


def _label(state: str) -> str:
    return state.replace("_", " ").capitalize()


_STATE_OF: Final = {_label(state): state for state in (NEEDS_PERSON, *STATES)}


def _age(now: datetime, moment: datetime) -> str:
    """Return how long ago a moment was, like `2 h 5 min`."""
    return " ".join(duration(max(now - moment, timedelta())).split()[: 2 * _UNITS]) or "0 s"


def _show(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    reader = reader_of(request)
    values: dict[str, Any] = {"text": search_text(request), "is_given": reader is not None, "away": ""}
    values["orders"] = sandbox.orders
    if reader is None:
        return values
    try:
        return {**values, **_shown(reader, request)}
    except LedgerAwayError as error:
        return values | {"away": str(error)}


def _shown(reader: LedgerReader, request: Request) -> Mapping[str, Any]:
    overview = reader.overview()
    text, asked = search_text(request), request.query_params.get("show", "")
    counts = reader.counts(text)
    groups = {"All": sum(counts.get(state, 0) for state in STATES)}
    # The last row of a state may leave it while somebody looks at the list.
    groups |= {label: counts.get(state, 0) for label, state in _STATE_OF.items() if counts.get(state) or label == asked}

    def take(group: str, start: int, count: int) -> Sequence[LedgerRow]:
        return reader.rows(_STATE_OF[group] if group else "", text, start, count)

    rows = listing(request, groups, take)
    is_start = not rows.text and not rows.group and not rows.previous
    waiting = counts.get(NEEDS_PERSON, 0) if is_start else 0
    return {
        "overview": overview,
        "age": partial(_age, overview.now),
        "list": rows,
        "waiting": waiting,
        "first": reader.rows(NEEDS_PERSON, "", 0, _FIRST) if waiting else (),
    }


def _show_one(sandbox: Sandbox, request: Request) -> Mapping[str, Any]:
    reader = reader_of(request)
    key = request.query_params.get("key", "")
    values: dict[str, Any] = {"away": "", "orders": sandbox.orders}
    if reader is None:
        raise KeyError("ledger here")
    try:
        order = reader.row(key)
    except LedgerAwayError as error:
        return values | {"away": str(error)}
    if order is None:
        raise KeyError(f"order {key} in the ledger")
    return values | {"order": order, "row": order.row, "list": list_of(request, order.events, _texts, size=_EVENTS)}


def _texts(event: LedgerEvent) -> Sequence[str]:
    return event.kind, event.state, event.says or ""


SECTION = Section(
    title="Ledger",
    link="/ledger",
    views={"/ledger": ("ledger.html", _show), "/ledger/order": ("ledger_order.html", _show_one)},
    actions={},
    needs_ledger=True,
)

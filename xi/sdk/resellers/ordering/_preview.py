"""What a run would do with each order, by the code that it begins with; nothing is written or sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from xi.sdk.resellers.exceptions import ApiValueError, OpenApiException
from xi.sdk.resellers.ordering import _turns as turns
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._intake import CHUNK, Intake, Prepared, QuotesTaken
from xi.sdk.resellers.ordering._protocol import State
from xi.sdk.resellers.ordering._turns import Context
from xi.sdk.resellers.ordering.errors import OrderDiffersError
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction
from xi.sdk.resellers.ordering.records import Record, record_of
from xi.sdk.resellers.ordering.runs import BadOrder, Item


class Ahead(StrEnum):
    """What a run would do with an order."""

    SEND = "send"
    """Send it: it is new, or written down and not sent yet."""
    KNOWN = "known"
    """Nothing: the ledger has it, and it is settled or held."""
    GOES_ON = "goes_on"
    """Look for it: it was sent, and is not settled."""
    DIFFERS = "differs"
    """Refuse it: its PO was used before, with other content."""
    BAD = "bad"
    """Refuse it: it cannot be placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a run would do with one order.

    Args:
        index: its place among the orders, from 0.
        item: the order, and where it is from.
        po: its PO; empty if it cannot be read.
        ahead: what the run would do.
        record: what the ledger has under its PO; None if it has nothing.
        error: why it would be refused; None if it would not.
    """

    index: int
    item: Item
    po: str
    ahead: Ahead
    record: Record | None = None
    error: OpenApiException | None = None


def preview_all(ledger: Ledger, ctx: Context, intake: Intake, orders: Iterable[Any]) -> Iterator[Preview]:
    """Yield what a run would do with each order.

    Args:
        ledger: the ledger; it is only read.
        ctx: the desk.
        intake: checks the orders.
        orders: the orders.
    """
    left = iter(orders)
    index = 0
    quotes = QuotesTaken(ctx)
    while chunk := list(islice(left, CHUNK)):
        prepared = [intake.prepared(index + place, given) for place, given in enumerate(chunk)]
        index += len(chunk)
        with ledger.reading() as tx:
            refused = quotes.refused(tx, (each for each in prepared if isinstance(each, Prepared)))
            found = [_preview(tx, ctx, each, refused.get(each.index)) for each in prepared]
        yield from found


def _preview(tx: Transaction, ctx: Context, given: Prepared | BadOrder, refusal: ApiValueError | None) -> Preview:
    if isinstance(given, BadOrder):
        return Preview(index=given.index, item=given.item, po="", ahead=Ahead.BAD, error=given.error)
    filing, origin = given.filing, given.origin
    entry = tx.find(filing.customer, filing.country, filing.folded)
    ahead = Ahead.SEND if refusal is None else Ahead.BAD
    error: OpenApiException | None = refusal
    if entry is not None and refusal is None:
        entry = turns.known(tx, entry, filing, origin)
        try:
            opens = turns.opens_next(entry, filing, origin, ctx)
        except OrderDiffersError as differs:
            ahead, error = Ahead.DIFFERS, differs
        else:
            ahead = Ahead.SEND if opens else _of_entry(entry)
    record = None if entry is None else record_of(entry, ctx.environment, tuple)
    return Preview(index=given.index, item=given.item, po=filing.po, ahead=ahead, record=record, error=error)


def _of_entry(entry: Entry) -> Ahead:
    if entry.row.state is State.PLANNED:
        return Ahead.SEND
    if entry.row.state in (State.SENDING, State.DOUBT, State.ACCEPTED):
        return Ahead.GOES_ON
    return Ahead.KNOWN

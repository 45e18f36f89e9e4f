"""The values that the ledger keeps: entries (orders), notes (events of their history), and what accounts have."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from xi.sdk.resellers.ordering._protocol import Kind, Reason, Row, State

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_NOT_AS_ORDERED: Final = "; not as ordered: "
_MOST_TOLD: Final = 5
"""Differences of an order that a line names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedPart:
    """A line that the server rejected.

    Args:
        line: the number of the line, as the server or the order names it.
        part: its part number.
        reason: why, in the server's words.
        quantity: the units that were rejected.
    """

    line: str | None = None
    part: str | None = None
    reason: str | None = None
    quantity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An order that is to be written into the ledger. Times are in seconds since 1970.

    Args:
        customer: the customer number of the account.
        country: the country code of the account.
        po: the purchase order as the user wrote it.
        folded: the same in the form that decides whether two are equal.
        generation: 1 for the first order under this PO; each order that uses the PO again has the next number.
        app: a short hash of the client ID: whose quota and token it uses.
        body: the JSON as it is sent; None after the ledger was redacted.
        fingerprint: the SHA-256 of what was ordered, in hexadecimal digits.
        marker: the text in `endCustomerOrderNumber` by which our order is told from others.
        reuse: why a PO is used again.
        batch: the name of the run that planned it.
        source_file: the order file that it is from.
        source_lines: its lines in that file.
        ref: the IDs of the user's own systems; they are not sent.
        is_bulk: whether it belongs to a long run; other orders go first.
        correlation_id: that of the last request.
        says: the last answer or error, in one readable line.
        rejected: the lines that were rejected.
        total: the total as the server sent it.
        currency: its currency.
        shipping: the status that was seen last after it was placed.
        planned_at: when it was planned.
        row: what decides what happens next.
    """

    customer: str
    country: str
    po: str
    folded: str
    generation: int
    app: str
    body: bytes | None
    fingerprint: str
    marker: str | None = None
    reuse: str | None = None
    batch: str | None = None
    source_file: str | None = None
    source_lines: str | None = None
    ref: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    is_bulk: bool = False
    correlation_id: str | None = None
    says: str | None = None
    rejected: tuple[RejectedPart, ...] = ()
    total: str | None = None
    currency: str | None = None
    shipping: str | None = None
    planned_at: float
    row: Row

    @property
    def name(self) -> str:
        """What it is called in words: by its PO, or by the reference number of a return."""
        return name_of(self.row.kind, self.po)

    @property
    def two_stand(self) -> str:
        """What is said of it if two of it stand, and what a person should do."""
        return two_stand(self.row.kind)

    @property
    def log_fields(self) -> dict[str, Any]:
        """The fields that each log record about it has."""
        return {"po": self.po, "batch": self.batch, "correlation_id": self.correlation_id}

    def beside(self, other: NewEntry) -> str:
        """Return what it is called in words beside another one, which may have the same PO.

        Args:
            other: the other one.
        """
        account = "" if (self.customer, self.country) == (other.customer, other.country) else self.customer
        where = f" of {account} {self.country}" if account else ""
        is_same = not where and self.folded == other.folded
        which = f" (generation {self.generation})" if is_same or self.generation > 1 else ""
        return f"{self.name}{which}{where}"


def with_differences(says: str, differences: Sequence[str]) -> str:
    """Return a line about an answer with how the order differs from what was ordered, if it does.

    Args:
        says: the line.
        differences: what differs.
    """
    if not differences:
        return says
    more = len(differences) - _MOST_TOLD
    told = ", ".join(differences[:_MOST_TOLD]) + (f", and {more} more" if more > 0 else "")
    return f"{says}{_NOT_AS_ORDERED}{told}"


def told_differences(says: str | None) -> str | None:
    """Return what `with_differences` has added to a line; None if nothing.

    Args:
        says: the line.
    """
    return (says or "").partition(_NOT_AS_ORDERED)[2] or None


def is_of_quote(entry: NewEntry, quote_number: str) -> bool:
    """Return whether an order is one of a quote; of an order whose body is not kept it is not known.

    Args:
        entry: the order.
        quote_number: the quote, in any case.
    """
    return quote_of(entry).casefold() == quote_number.strip().casefold()


def takes_whole_quote(entry: NewEntry) -> bool:
    """Return whether an order of a quote names no lines, so that it takes all that is left; one that does may, too.

    Args:
        entry: the order.
    """
    return quote_in(entry.body)[1]


def quote_of(entry: NewEntry) -> str:
    """Return the number of the quote of an order; an empty text if it is of none, or its body is not kept.

    Args:
        entry: the order.
    """
    return quote_in(entry.body)[0]


def quote_in(body: bytes | None) -> tuple[str, bool]:
    """Return the number of the quote that an order takes, and whether the order names no lines.

    Args:
        body: its JSON; None if it is not kept.

    Returns:
        The number, which is empty if there is none.
    """
    content = json.loads(body or b"{}")
    number = content.get("quoteNumber")
    return number.strip() if isinstance(number, str) else "", not content.get("lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(NewEntry):
    """An order in the ledger.

    Args:
        id: its number in the ledger, in the order of planning.
        version: it grows by 1 with each write; a write that expects another version is refused.
        key: customer, country, folded PO and generation; unique.
    """

    id: int
    version: int
    key: str


def name_of(kind: Kind, po: str) -> str:
    """Return what an entry is called in words.

    Args:
        kind: the kind of filing.
        po: the PO, or the reference number of a return.
    """
    return f"return {po}" if kind is Kind.RETURN else f"PO {po}"


def two_stand(kind: Kind) -> str:
    """Return what is said of a filing of which two stand, and what a person should do.

    Args:
        kind: the kind of filing.
    """
    return "two cases of it stand: withdraw one" if kind is Kind.RETURN else "two orders of it stand: cancel one"


def key_of(customer: str, country: str, folded: str, generation: int) -> str:
    """Return the key of an entry.

    Args:
        customer: the customer number.
        country: the country code.
        folded: the folded PO.
        generation: which order under this PO, from 1.
    """
    return f"{customer}/{country}/{folded}/{generation}"


def app_of(client_id: str) -> str:
    """Return a short hash of a client ID, under which the quota and the token of its app are kept.

    Args:
        client_id: the client ID; empty if there is none.
    """
    return hashlib.sha256(client_id.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An event in the history of an order.

    Args:
        at: when, in seconds since 1970.
        kind: what happened: planned, intent, answer, look, webhook, lease, person, set_up, track, change, move.
        state: the state after it.
        reason: the reason for holding after it.
        by: who did it, if a person did.
        because: why the person did it.
        correlation_id: that of the request.
        status: the HTTP status of the answer.
        says: one readable line.
        detail: more about it, as small JSON.
        raw: the body of the answer as it came.
    """

    at: float
    kind: str
    state: str
    reason: str | None = None
    by: str | None = None
    because: str | None = None
    correlation_id: str | None = None
    status: int | None = None
    says: str | None = None
    detail: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    raw: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing new is sent.

    Args:
        because: why.
        by: who paused it.
        at: since when, in seconds since 1970.
        by_itself: whether the desk did it, because the set-up is refused.
    """

    because: str
    by: str | None
    at: float
    by_itself: bool = False

    def __str__(self) -> str:
        """Return why nothing new is sent, in words."""
        return f"the desk is paused by {self.by}: {self.because}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distrust:
    """The ledger may not know of all orders: each PO is searched for before its first send.

    Args:
        since: orders from this moment on may be missing in the ledger, in seconds since 1970.
        at: when the ledger lost its trust.
        doubtful: whether such an order may be one of ours that was lost (a backup was restored), rather than one from
            before there was a ledger.
    """

    since: float
    at: float
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A webhook that has come, and that nobody has looked at yet.

    Args:
        id: its number in the ledger.
        event_id: the ID that the server gave it.
        at: when it came, in seconds since 1970.
        kind: what it tells.
        body: the body as it came.
        pos: the POs that it names.
        numbers: the order numbers that it names.
    """

    id: int
    event_id: str
    at: float
    kind: str
    body: bytes
    pos: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWorker:
    """A worker that uses the ledger.

    Args:
        worker: its name.
        first: when it was seen first, in seconds since 1970.
        last: when it was seen last.
    """

    worker: str
    first: float
    last: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many orders are in which state, for metrics and for an overview.

    Args:
        states: orders by state; a state without orders is absent.
        held: held orders by reason.
        doubled: orders of which two of ours stand.
        oldest_doubt: the beginning of the oldest doubt, in seconds since 1970; None without one.
        last_settled: when an order was settled last.
        answers: answers to sends, by the state after them.
    """

    states: Mapping[State, int]
    held: Mapping[Reason, int]
    doubled: int
    oldest_doubt: float | None
    last_settled: float | None
    answers: Mapping[State, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOrders:
    """Orders that are in the same state, which somebody has to end.

    Args:
        state: the state.
        reason: why a person has to decide, if they are held.
        count: how many there are.
        oldest: since when the oldest of them is in this state, in seconds since 1970.
        next_due: when the desk does something about one of them.
    """

    state: State
    reason: Reason | None
    count: int
    oldest: float | None
    next_due: float | None

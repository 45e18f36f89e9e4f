"""What the page shows of a ledger of orders: plain values, and the reader that hands them out.

The sandbox knows no ledger. Who starts it hands a reader in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

STATES: Final = (
    "held",
    "doubt",
    "sending",
    "planned",
    "accepted",
    "rejected",
    "partly",
    "empty",
    "placed",
    "not_placed",
    "abandoned",
)
"""The states of a row, in the order in which an operator looks at them."""
NEEDS_PERSON: Final = "needs a person"
"""Stands for a state: rows that are held, and those of which two orders stand."""


class LedgerAwayError(Exception):
    """The ledger cannot be read now; the text says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPause:
    """Nothing new is sent.

    Args:
        because: Why.
        by: Who paused it.
        since: Since when.
        by_itself: Whether the desk did it, because the set-up is refused.
    """

    because: str
    by: str | None
    since: datetime
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerOverview:
    """What an operator looks at first.

    Args:
        name: Where the ledger is, without a password.
        environment: The environment that it belongs to; None before its first use.
        now: Its time.
        held: Held rows by reason.
        doubled: How many orders stand twice.
        oldest_doubt: When the oldest doubt began.
        last_event: When something was written last.
        distrusted_since: Since when it may not know of all orders; None if it is trusted.
        pauses: Why nothing new is sent; empty if orders are sent.
        workers: The names of workers that were seen a short time ago.
    """

    name: str
    environment: str | None
    now: datetime
    held: Mapping[str, int] = field(default_factory=dict[str, int])
    doubled: int = 0
    oldest_doubt: datetime | None = None
    last_event: datetime | None = None
    distrusted_since: datetime | None = None
    pauses: Sequence[LedgerPause] = ()
    workers: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One order in the ledger.

    Args:
        key: Its key.
        po: The purchase order number, as it was given.
        customer: The customer number.
        country: The country of the account.
        generation: 1 for the first order under this PO.
        kind: How it is sent.
        state: What is known; one of STATES.
        reason: Why a person has to decide.
        doubled: Whether two orders of it stand.
        order_numbers: The numbers that the API gave it.
        sends: How many requests may have reached the API.
        batch: The name of its batch.
        source: The file and the lines that it is from.
        says: The last answer, or why there is none, in one line.
        to_do: The command that a person types next; empty if there is nothing to decide.
        planned: When it was written down.
        doubt_since: When its present doubt began.
        held: When it was held, or closed by a person.
        settled: When it was settled.
        next_at: When the desk does something about it next.
    """

    key: str
    po: str
    customer: str
    country: str
    generation: int
    kind: str
    state: str
    reason: str | None = None
    doubled: bool = False
    order_numbers: Sequence[str] = ()
    sends: int = 0
    batch: str | None = None
    source: str | None = None
    says: str | None = None
    to_do: str = ""
    planned: datetime
    doubt_since: datetime | None = None
    held: datetime | None = None
    settled: datetime | None = None
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """A line of an order.

    Args:
        part: Its part number.
        quantity: The units.
        rejected: Why the API rejected it; None if it did not.
    """

    part: str
    quantity: str
    rejected: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEvent:
    """An event in the history of an order.

    Args:
        at: When.
        kind: What happened.
        state: The state after it.
        reason: Why a person has to decide after it.
        by: Who did it, if a person did.
        because: Why the person did it.
        status: The HTTP status of the answer.
        correlation_id: That of the request.
        says: One readable line.
        detail: More about it, as JSON; empty if there is nothing more.
    """

    at: datetime
    kind: str
    state: str
    reason: str | None = None
    by: str | None = None
    because: str | None = None
    status: int | None = None
    correlation_id: str | None = None
    says: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerOrder:
    """One order in the ledger, with everything that is known about it.

    Args:
        row: The order.
        lines: What was ordered; empty where the ledger was redacted.
        ref: The program's own IDs.
        events: Its history, the oldest event first.
    """

    row: LedgerRow
    lines: Sequence[LedgerLine] = ()
    ref: Mapping[str, str] = field(default_factory=dict[str, str])
    events: Sequence[LedgerEvent] = ()


class LedgerReader(Protocol):
    """Reads a ledger for the page. Its methods are called in threads, and several at a time."""

    def version(self) -> str:
        """Return a text that changes when what the page shows has changed. It never raises."""
        ...

    def overview(self) -> LedgerOverview:
        """Return what an operator looks at first.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        ...

    def counts(self, text: str = "") -> Mapping[str, int]:
        """Return how many rows are in which state, and how many need a person, as NEEDS_PERSON.

        Args:
            text: A part of the PO or of the batch, or an order number; empty for all rows.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        ...

    def rows(self, state: str, text: str, offset: int, limit: int) -> Sequence[LedgerRow]:
        """Return rows, the newest first.

        Args:
            state: One of STATES, or NEEDS_PERSON; empty for all.
            text: As for `counts`.
            offset: How many rows to skip.
            limit: How many rows to return at most.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        ...

    def row(self, key: str) -> LedgerOrder | None:
        """Return one order with its history; None if there is none.

        Args:
            key: Its key.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        ...

    def under(self, customer: str, country: str, po: str) -> Sequence[LedgerRow]:
        """Return the orders of an account under a PO, the oldest first.

        Args:
            customer: The customer number.
            country: The country of the account.
            po: The PO, in any case.

        Raises:
            LedgerAwayError: The ledger cannot be read.
        """
        ...

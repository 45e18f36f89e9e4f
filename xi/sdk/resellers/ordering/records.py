"""What a desk tells about an order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Any, Self

from xi.sdk.resellers.exceptions import OpenApiException
from xi.sdk.resellers.ordering._entries import (
    Entry,
    Note,
    RejectedPart,
    name_of,
    told_differences,
    two_stand,
    with_differences,
)
from xi.sdk.resellers.ordering._protocol import CLOSED, SETTLED, STANDING, Kind, Reason, State
from xi.sdk.resellers.ordering._shipping import called_off


class _Read:
    """What has a history in the ledger. It is no field, so that `asdict` copies nothing but what a record tells."""

    __slots__ = ("_read",)
    _read: Callable[[], Sequence[Note]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(_Read):
    """An order in the ledger, as it was when it was read. Two records are equal if they say the same.

    Args:
        key: the key of the order in the ledger.
        po: the purchase order number as it was given.
        customer: the customer number.
        country: the country of the account.
        environment: where it is placed: production, sandbox, local, or a host.
        kind: how it is sent: v6, v7 or quote; or return, whose reference number is `po`.
        generation: 1 for the first order under this PO.
        state: what is known.
        reason: why a person has to decide.
        order_numbers: Ingram Micro's numbers; one PO can become several orders. Those of a return are its cases.
        confirmation: the confirmation number of a v7 order, or the claim number of a return; None while there is none.
        rejected: the lines that were rejected.
        adopted: whether the order was found by a search, rather than in an answer.
        doubled: whether two orders of ours stand. A person cancels one of them.
        sends: how many requests may have reached the server.
        answer: the last answer, or why there is none, in one line.
        total: the total as the server sent it, in its answer or in the details when the order was found. None while
            it is not known: the total of a v7 order is read by the look that follows an hour after its result.
        currency: its currency.
        shipping: the status of the order at Ingram Micro, if it was asked.
        batch: the name of the batch.
        source_file: the file that the order is from.
        source_lines: its lines in the file.
        ref: the program's own IDs, which are not sent.
        correlation_id: the ID of the last request, for Ingram Micro's support.
        planned: when it was written down.
        first_sent: when it was first sent.
        settled: when it was settled.
        next_at: when the desk does something about it next.
        version: it grows with each write of the order, so that a decision can name what it was made on; see `seen` of
            `OrderDesk.resend`.
    """

    key: str
    po: str
    customer: str
    country: str
    environment: str
    kind: Kind
    generation: int
    state: State
    reason: Reason | None
    order_numbers: tuple[str, ...]
    confirmation: str | None = None
    rejected: tuple[RejectedPart, ...]
    adopted: bool
    doubled: bool
    sends: int
    answer: str | None
    total: str | None
    currency: str | None
    shipping: str | None
    batch: str | None
    source_file: str | None
    source_lines: str | None
    ref: Mapping[str, str]
    correlation_id: str | None
    planned: datetime
    first_sent: datetime | None
    settled: datetime | None
    next_at: datetime | None
    version: int = field(default=0, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called in words: `PO` and the PO, or `return` and the reference number."""
        return name_of(self.kind, self.po)

    @property
    def case_number(self) -> str | None:
        """The number of the case that a return became; None for an order, and while it is not known."""
        return self.order_numbers[0] if self.kind is Kind.RETURN and self.order_numbers else None

    @property
    def claim_number(self) -> str | None:
        """The number of the claim of a return, as it was seen last; it comes later than the case number."""
        return self.confirmation if self.kind is Kind.RETURN else None

    @property
    def is_settled(self) -> bool:
        """Whether the desk does nothing about it any more."""
        return self.state in SETTLED

    @property
    def is_standing(self) -> bool:
        """Whether an order stands at Ingram Micro, with all its lines or some."""
        return self.state in STANDING

    @property
    def differs(self) -> str | None:
        """How the order that stands is not as it was ordered, as its last answer shows; None if nothing shows that.

        A price is a request that the server need not grant, and it may replace a part or ship other units, all in an
        answer that is a success. `state` does not show it.
        """
        return told_differences(self.answer) if self.is_standing else None

    @property
    def summary(self) -> str:
        """One line: the PO, what is known, and what to do."""
        numbers = f" as {', '.join(self.order_numbers)}" if self.order_numbers else ""
        reason = f" ({self.reason.value})" if self.reason is not None else ""
        refused = f", {len(self.rejected)} lines rejected" if self.rejected else ""
        doubled = f"; {two_stand(self.kind)}" if self.doubled else ""
        gone = called_off(self.shipping) if self.is_standing else ""
        off = f"; {gone}" if gone else ""
        says = f": {self.answer}" if self.answer and not self.is_standing else ""
        about = f"{self.name} is {self.state.value}{reason}{numbers}{refused}{doubled}{off}{says}"
        return with_differences(about, [self.differs] if self.differs else [])

    def __hash__(self) -> int:
        """Let records be in a set: those that say the same are of the same order."""
        return hash(self.key)

    def history(self) -> Sequence[Note]:
        """Return every event: what was sent, answered, seen and decided, by whom, when and why.

        Raises:
            LedgerError: the ledger cannot be read.
            LookupError: this is a copy, which has no ledger.
        """
        read: Callable[[], Sequence[Note]] | None = getattr(self, "_read", None)
        if read is None:
            raise LookupError(f"this copy of the record has no history; ask a desk: desk.find({self.key!r}).history()")
        return read()

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what it tells. The ledger stays where it is, so a copy in another process has no history."""
        return _revived, ({each.name: getattr(self, each.name) for each in fields(self)},)

    def raise_for_state(self) -> Self:
        """Return the record if the order stands as it was ordered, else raise what says how it does not.

        Raises:
            PartlyPlacedError: it stands without some lines, or without any.
            RejectedError: it was refused, or a person has closed it.
            HeldError: a person has to decide, or two orders of it stand.
            InDoubtError: it is not settled.
        """
        if self.doubled or self.state is State.HELD:
            raise HeldError(self)
        if self.state is State.PLACED:
            return self
        if self.state in STANDING:
            raise PartlyPlacedError(self)
        if self.state is State.REJECTED or self.state in CLOSED:
            raise RejectedError(self)
        raise InDoubtError(self)


def _revived(told: dict[str, Any]) -> Record:
    return Record(**told)


class StateError(OpenApiException):
    """An order does not stand as it was ordered.

    Args:
        record: the order.
    """

    def __init__(self, record: Record) -> None:
        super().__init__(record.po)
        self.record = record

    def __str__(self) -> str:
        """Return one line."""
        return self.record.summary


class RejectedError(StateError):
    """The order was refused, and is surely not there; or a person has closed it."""


class PartlyPlacedError(StateError):
    """The order stands without the lines that were rejected."""


class InDoubtError(StateError):
    """The order is not settled: it may have been placed, or was not sent yet. The desk goes on."""


class HeldError(StateError):
    """A person has to decide; `record.reason` says why."""


def record_of(entry: Entry, environment: str, history: Callable[[], Sequence[Note]]) -> Record:
    """Return what is told about an entry of the ledger."""
    row = entry.row
    record = Record(
        key=entry.key,
        po=entry.po,
        customer=entry.customer,
        country=entry.country,
        environment=environment,
        kind=row.kind,
        generation=entry.generation,
        state=row.state,
        reason=row.reason,
        order_numbers=row.numbers,
        confirmation=row.confirmation,
        rejected=entry.rejected,
        adopted=row.adopted,
        doubled=row.doubled,
        sends=row.sends,
        answer=entry.says,
        total=entry.total,
        currency=entry.currency,
        shipping=entry.shipping,
        batch=entry.batch,
        source_file=entry.source_file,
        source_lines=entry.source_lines,
        ref=dict(entry.ref),
        correlation_id=entry.correlation_id,
        planned=_moment(entry.planned_at),
        first_sent=None if row.first_send is None else _moment(row.first_send),
        settled=None if row.settled_at is None else _moment(row.settled_at),
        next_at=None if row.due is None else _moment(row.due),
        version=entry.version,
    )
    object.__setattr__(record, "_read", history)
    return record


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)

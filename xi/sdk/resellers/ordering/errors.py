"""What an order desk and a ledger raise.

OpenApiException
├── ApiValueError             the order is refused before anything is written or sent
│   └── FileRefusedError     an order file is refused; `errors` has each place (in `ordering.files`)
├── OrderDiffersError         the PO was used before, with other content
├── NotSettledError           the wait is over; the order goes on without it
├── NotPermittedError         a person wants what the state of the order does not permit
│   ├── NotAsSeenError        the order was written since the person saw it; `record` is the order now
│   ├── QuoteChangedError     the quote is not what was seen; `check` is the quote now, `changes` what differs
│   ├── QuoteInUseError       an order of the quote under another PO, `record`, is not settled
│   └── ChangeUnknownError    a change that adds lines is unknown, so another one of lines is not sent
├── StateError                raised by Record.raise_for_state()
│   ├── RejectedError         refused, and surely not there; or closed by a person
│   ├── PartlyPlacedError     some lines were rejected, or all
│   ├── InDoubtError          it may have been placed, and the desk goes on looking; or nothing was sent yet
│   └── HeldError             a person has to decide
├── StoppedError              the desk was asked to stop: a wait was broken off
├── RunError                  a run over many orders has ended before its end; `progress` has the counts
│   ├── RunStoppedError       it was asked to stop
│   ├── RunPausedError        the desk is paused, by a person or by itself
│   ├── WaitOverError         nothing could be sent for as long as the run was to wait
│   └── TooManyRejectedError  too many orders in a row were rejected for the same reason
└── LedgerError               the ledger cannot be used; `sent` says whether an order went out
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from xi.sdk.resellers.exceptions import OpenApiException
from xi.sdk.resellers.ordering._protocol import Kind, NotPermittedError
from xi.sdk.resellers.ordering.records import (
    HeldError,
    InDoubtError,
    PartlyPlacedError,
    Record,
    RejectedError,
    StateError,
)
from xi.sdk.resellers.ordering.runs import Progress
from xi.sdk.resellers.quotes import QuoteCheck

__all__ = [
    "ChangeUnknownError",
    "Fault",
    "HeldError",
    "InDoubtError",
    "LedgerError",
    "NotAsSeenError",
    "NotPermittedError",
    "NotSettledError",
    "OrderDiffersError",
    "PartlyPlacedError",
    "QuoteChangedError",
    "QuoteInUseError",
    "RejectedError",
    "RunError",
    "RunPausedError",
    "RunStoppedError",
    "StateError",
    "StoppedError",
    "TooManyRejectedError",
    "WaitOverError",
]

_TOLD: Final = 5
"""How many changes of a quote or an order are told in the text of an error."""


def told_changes(changes: tuple[str, ...]) -> str:
    """Return the first changes in one line, and how many more there are.

    Args:
        changes: what differs, in words.
    """
    more = len(changes) - _TOLD
    return "; ".join(changes[:_TOLD]) + (f"; and {more} more" if more > 0 else "")


class OrderDiffersError(OpenApiException):
    """The purchase order was used before, with other content: one PO, one order. So was the reference of a return.

    Args:
        po: the PO, or the reference number of a return.
        ours: the fingerprint of the order that was given.
        theirs: the fingerprint of the order in the ledger.
        record: the order in the ledger.
        source: the file that the order was given by, and its lines in the file; None if that is not known.
        changes: what differs, in words, such as `lines[0].quantity is 9, was 1`; empty if the ledger was redacted, and
            has no content to compare with.
    """

    def __init__(
        self,
        po: str,
        ours: str,
        theirs: str,
        record: Record,
        *,
        source: tuple[str, str] | None = None,
        changes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(po, ours, theirs)
        self.po = po
        self.ours = ours
        self.theirs = theirs
        self.record = record
        self.source = source
        self.changes = changes
        self.others: tuple[OrderDiffersError, ...] = ()
        """Further orders that differ, where the orders of a run are checked before the first is sent; 1,000 at most."""
        self.count = 1
        """How many orders differ: this one, and all others, also those that are not among `others`."""

    @property
    def place(self) -> str:
        """Where the order is from: the file and its lines; empty if that is not known."""
        return "" if self.source is None else ":".join(filter(None, self.source))

    def __str__(self) -> str:
        """Return one line with the place, both fingerprints, and what differs."""
        or_reuse = ', or reuse="why"' if self.record.is_settled else ""  # what is not settled is not used again
        is_return = self.record.kind is Kind.RETURN
        place = f"{self.place}: " if self.place else ""
        filed = f"return {self.po} was filed" if is_return else f"PO {self.po} was used"
        needs = (
            "a second return of the same goods needs a referenceNumber of its own"
            if is_return
            else "the order needs a PO of its own"
        )
        what = f": {told_changes(self.changes)}" if self.changes else ""
        more = f"; {self.count - 1:,} more of the orders differ" if self.count > 1 else ""
        return (
            f"{place}{filed} before, with other content{what} (fingerprint {self.theirs[:12]} in the ledger, which is "
            f"{self.record.state}, and {self.ours[:12]} now); {needs}{or_reuse}{more}"
        )


class NotAsSeenError(NotPermittedError):
    """Another person or the desk has written the order since the record was read that a person decided on.

    Nothing was changed. Look at it again, and decide again.

    Args:
        record: the order as it is now.
        was: the state that the person saw.
    """

    def __init__(self, record: Record, was: str) -> None:
        super().__init__(record.po, was)
        self.record = record
        self.was = was

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.record.name} has changed since it was read (it was {self.was}): {self.record.summary}"


class QuoteChangedError(NotPermittedError):
    """The quote is not what was seen when it was decided to order it. No order was written or sent.

    Look at it again with `quotes.check`, or at `check`, and decide again.

    Args:
        check: the quote as it is now.
        changes: what differs, in words.
    """

    def __init__(self, check: QuoteCheck, changes: tuple[str, ...]) -> None:
        super().__init__(check, changes)
        self.check = check
        self.changes = changes

    def __str__(self) -> str:
        """Return one line with the first changes."""
        told = told_changes(self.changes)
        return f"quote {self.check.number} has changed since it was read, and nothing was sent: {told}"


class QuoteInUseError(NotPermittedError):
    """An order of the quote under another PO is not settled: a further one might order it twice. Nothing was sent.

    Args:
        record: the order that is not settled.
        quote_number: the quote.
    """

    def __init__(self, record: Record, quote_number: str) -> None:
        super().__init__(record.po, quote_number)
        self.record = record
        self.quote_number = quote_number

    def __str__(self) -> str:
        """Return one line."""
        return (
            f"quote {self.quote_number} is in an order that is not settled, and nothing was sent: {self.record.summary}"
        )


class ChangeUnknownError(NotPermittedError):
    """A change of the order that adds lines is unknown, so no line of it is changed unless a person permits it."""


class NotSettledError(OpenApiException):
    """The wait is over, and the order is not settled. It goes on: place it again, or run a worker, to see how it ends.

    Args:
        record: what is known.
        because: what the desk waits for.
        by_itself: whether the desk has paused itself, because the set-up is refused.
    """

    def __init__(self, record: Record, because: str, *, by_itself: bool = False) -> None:
        super().__init__(record.po, because)
        self.record = record
        self.because = because
        self.by_itself = by_itself

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.record.name} is {self.record.state}: {self.because}"


class StoppedError(OpenApiException):
    """The desk was asked to stop: a wait was broken off, or nothing new was begun. Nothing was sent in it."""


class RunError(OpenApiException):
    """A run over many orders has ended early. What was begun is in the ledger; the same run goes on from there.

    Args:
        because: why.
        progress: how far it came.
    """

    def __init__(self, because: str, progress: Progress) -> None:
        super().__init__(because)
        self.because = because
        self.progress = progress

    def __str__(self) -> str:
        """Return one line with the counts."""
        return f"{self.because}; {self.progress}"


class RunStoppedError(RunError):
    """The run was asked to stop. What was out was waited for."""


class RunPausedError(RunError):
    """The desk is paused, and was not resumed while the run waited.

    Args:
        because: why.
        progress: how far it came.
        by_itself: whether the desk has paused itself, because the set-up is refused; otherwise a person did.
    """

    def __init__(self, because: str, progress: Progress, *, by_itself: bool) -> None:
        super().__init__(because, progress)
        self.by_itself = by_itself


class WaitOverError(RunError):
    """Nothing could be sent for as long as the run was to wait: the API was away, or refused too many calls."""


class TooManyRejectedError(RunError):
    """Too many orders in a row were rejected for the same reason; the rest was not begun.

    Args:
        reason: the reason.
        progress: how far it came.
        count: how many.
    """

    def __init__(self, reason: str, progress: Progress, *, count: int) -> None:
        super().__init__(f"{count} orders in a row were rejected for the same reason: {reason}", progress)
        self.reason = reason
        self.count = count


class Fault(StrEnum):
    """Why a ledger cannot be used."""

    MISSING = "missing"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    FULL = "full"
    NETWORK = "network"
    """It is on a network file system, where locks do not hold."""
    NEWER = "newer"
    """A newer version of this package has written it."""
    OLDER = "older"
    """It has to be migrated first."""
    DAMAGED = "damaged"
    MOVED = "moved"
    """It was copied to another database, which is the one to use."""
    ENVIRONMENT = "environment"
    """It belongs to another environment."""
    NOT_A_LEDGER = "not_a_ledger"
    SECOND_HOST = "second_host"
    """Another machine uses the same file."""
    AWAY = "away"
    """The database does not answer."""


class LedgerError(OpenApiException):
    """The ledger cannot be used. Nothing more is sent.

    Args:
        message: what is wrong, and what to do.
        fault: why.
        sent: whether an order went out, whose answer could not be written. It is in doubt when the ledger is back.
        order_numbers: the order numbers in that answer.
        answer: that answer as it came.
    """

    def __init__(
        self,
        message: str,
        fault: Fault,
        *,
        sent: bool = False,
        order_numbers: tuple[str, ...] = (),
        answer: bytes | None = None,
    ) -> None:
        super().__init__(message)
        self.fault = fault
        self.sent = sent
        self.order_numbers = order_numbers
        self.answer = answer
        self.out = int(sent)
        """How many orders went out: of a run, all whose answers could not be written."""

    def add(self, other: LedgerError) -> None:
        """Add what went out beside it, in another thread of the same run.

        Args:
            other: the error about it.
        """
        self.sent = self.sent or other.sent
        self.out += other.out
        self.order_numbers += other.order_numbers
        self.answer = self.answer if self.answer is not None else other.answer

    @property
    def may_have_been_acted_on(self) -> bool:
        """Whether the server may have acted on the order."""
        return self.sent

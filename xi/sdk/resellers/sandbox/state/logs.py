"""What has happened: to orders, and between the sandbox and those who call it."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Generic, TypeVar, cast

from xi.sdk.resellers.sandbox.state.store import Journal

EVENT_LIMIT: Final = 10_000
"""Events kept; older ones are forgotten."""
EXCHANGE_LIMIT: Final = 200
"""Calls kept with their answers; older ones are forgotten."""
TEXT_LIMIT: Final = 16_384
"""Characters of a body that are kept."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an order: what a webhook or a page would tell of.

    Args:
        kind: created, failed, modified, released, held, restocked, cancelled, voided, shipped, invoiced
            or delivered.
        at: When.
        order_number: The order, empty for a v7 request that failed.
        customer: The customer number it belongs to.
        confirmation_number: What the v7 create answered, if it came that way.
        reason: Why a v7 request failed.
    """

    kind: str
    at: datetime
    order_number: str = ""
    customer: str = ""
    confirmation_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A call and what came of it; neither a token nor a secret is in it.

    Args:
        number: Counts them from 1.
        at: When, by the sandbox's clock.
        operation: What faults call it.
        method: GET and so on.
        target: The path, with the query.
        customer: The customer number sent.
        correlation_id: The correlation ID sent.
        status: What was answered, 0 where the connection was broken off instead.
        milliseconds: How long it took, by the wall.
        fault: The fault it met, if any.
        sent: The body sent, cut to TEXT_LIMIT.
        answered: The body answered, cut likewise.
    """

    number: int
    at: datetime
    operation: str
    method: str
    target: str
    customer: str = ""
    correlation_id: str = ""
    status: int = 0
    milliseconds: float = 0.0
    fault: str = ""
    sent: str = ""
    answered: str = ""


T = TypeVar("T")


class Log(Generic[T]):
    """The latest of something, each under a number of its own.

    Args:
        journal: Is told of them.
        kind: What the journal calls them.
        limit: How many are kept.
    """

    def __init__(self, journal: Journal, kind: str, limit: int) -> None:
        self._journal = journal
        self.kind = kind
        self._items: deque[tuple[int, T]] = deque()
        self._limit = limit
        self._last = 0

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        # A copy, made in one go: another thread may append meanwhile.
        return iter([item for _, item in list(self._items)])

    def __getitem__(self, place: int) -> T:
        return self._items[place][1]

    @property
    def next_number(self) -> int:
        """The number the next one gets."""
        return self._last + 1

    def append(self, item: T) -> None:
        """Take one in; the oldest goes when there are too many."""
        self._last += 1
        self._items.append((self._last, item))
        self._journal.put(self.kind, str(self._last), item)
        if len(self._items) > self._limit:
            self._journal.drop(self.kind, str(self._items.popleft()[0]))

    def restore(self, kept: Iterable[tuple[str, object]]) -> None:
        """Take in what an earlier run left, by its numbers."""
        for key, item in kept:
            self._last = int(key)
            self._items.append((self._last, cast("T", item)))

"""What happened: to orders, and the requests with their responses."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final, Generic, TypeVar, cast

from xi.sdk.resellers.sandbox.state.store import Store

EVENT_LIMIT: Final = 10_000
"""Events kept; older ones are forgotten."""
EXCHANGE_LIMIT: Final = 200
"""Requests kept with their responses; older ones are forgotten."""
TEXT_LIMIT: Final = 16_384
"""Characters of a body that are kept."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an order.

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
    """A request and its response; neither a token nor a secret is in it.

    Args:
        number: Counted from 1.
        at: When, by the sandbox's clock.
        operation: Its name, as faults have it.
        method: GET and so on.
        target: The path, with the query.
        customer: The customer number sent.
        correlation_id: The correlation ID sent.
        status: What was answered, 0 where the connection was broken off instead.
        milliseconds: How long it took, of real time.
        fault: The fault that happened to it, if any.
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
    """The latest of something, each with its number.

    Args:
        store: Keeps them.
        kind: What the store calls them.
        limit: How many are kept.
    """

    def __init__(self, store: Store, kind: str, limit: int) -> None:
        self._store = store
        self.kind = kind
        self._entries: deque[tuple[int, Callable[[], T]]] = deque()
        self._limit = limit
        self._last = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[T]:
        # A copy, made in one go: another thread may append meanwhile.
        return iter([make() for _, make in list(self._entries)])

    def __getitem__(self, place: int) -> T:
        return self._entries[place][1]()

    @property
    def next_number(self) -> int:
        """The number the next one gets."""
        return self._last + 1

    def append(self, entry: T) -> None:
        """Take one in; the oldest goes when there are too many."""
        self._append(partial(_same, entry), entry)

    def append_later(self, make: Callable[[], T]) -> None:
        """Take in one that is made when somebody looks, or when a file is written."""
        self._append(make, make)

    def _append(self, make: Callable[[], T], value: object) -> None:
        self._last += 1
        self._entries.append((self._last, make))
        self._store.put(self.kind, str(self._last), value)
        if len(self._entries) > self._limit:
            self._store.drop(self.kind, str(self._entries.popleft()[0]))

    def restore(self, kept: Iterable[tuple[str, object]]) -> None:
        """Take in the entries of an earlier run, with their numbers."""
        for key, value in kept:
            self._last = int(key)
            entry = cast("T", value)
            self._entries.append((self._last, partial(_same, entry)))


def _same(entry: T) -> T:
    return entry

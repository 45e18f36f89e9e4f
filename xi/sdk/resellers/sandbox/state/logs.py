"""Logs: the events of orders, and the requests with their responses."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Final, Generic, TypeVar, cast

from xi.sdk.resellers.sandbox.state.store import Store

EVENT_LIMIT: Final = 10_000
"""Events kept; older ones are removed."""
EXCHANGE_LIMIT: Final = 200
"""Requests kept with their responses; older ones are removed."""
TEXT_LIMIT: Final = 16_384
"""Characters of a body that are kept."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an order.

    Args:
        kind: created, failed, modified, released, held, restocked, cancelled, voided, shipped, invoiced
            or delivered; paid, of its invoice; return filed, return approved and so on, of its returns.
        at: When.
        order_number: The order number; empty for a v7 request that failed.
        customer: The customer number.
        confirmation_number: The number in the answer of a v7 create, if the order was placed by one.
        reason: Why a v7 request failed; the number of the invoice that was paid, or of the case of a return.
    """

    kind: str
    at: datetime
    order_number: str = ""
    customer: str = ""
    confirmation_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response, without tokens and secrets.

    Args:
        number: Counted from 1.
        at: When, by the sandbox's clock.
        operation: The name of the operation, as in faults.
        method: GET and so on.
        target: The path, with the query.
        customer: The customer number sent.
        correlation_id: The correlation ID sent.
        status: The status of the response; 0 if the connection was broken instead.
        milliseconds: How long it took, in real time.
        fault: The fault that changed it, if any.
        sent: The body of the request, shortened to TEXT_LIMIT.
        answered: The body of the response, shortened in the same way.
        late_for: If this is no request but what became of an earlier one that was acted on late: its number, and the
            status and body are those that nobody received. Else 0.
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
    late_for: int = 0


T = TypeVar("T")


class Log(Generic[T]):
    """The latest entries of one kind, each with a number.

    Args:
        store: Stores the entries.
        kind: Their kind in the store.
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
        # A copy, since another thread may append meanwhile.
        return iter([make() for _, make in list(self._entries)])

    def __getitem__(self, place: int) -> T:
        return self._entries[place][1]()

    def numbered(self, number: int) -> T | None:
        """Return the entry with this number, or None if there is none or it was removed; no other entry is made."""
        make = dict(list(self._entries)).get(number)
        return None if make is None else make()

    @property
    def next_number(self) -> int:
        """The number of the next entry."""
        return self._last + 1

    def append(self, entry: T) -> None:
        """Add an entry; the oldest one is removed if there are too many."""
        self._append(partial(_same, entry), entry)

    def append_later(self, make: Callable[[], T]) -> None:
        """Add an entry that is made once: when somebody reads it first, or when a file is written."""
        made_once = cache(make)
        self._append(made_once, made_once)

    def _append(self, make: Callable[[], T], value: object) -> None:
        self._last += 1
        self._entries.append((self._last, make))
        self._store.put(self.kind, str(self._last), value)
        if len(self._entries) > self._limit:
            self._store.drop(self.kind, str(self._entries.popleft()[0]))

    def restore(self, kept: Iterable[tuple[str, object]]) -> None:
        """Add the entries of an earlier run, with their numbers."""
        for key, value in kept:
            self._last = int(key)
            entry = cast("T", value)
            self._entries.append((self._last, partial(_same, entry)))


def _same(entry: T) -> T:
    return entry

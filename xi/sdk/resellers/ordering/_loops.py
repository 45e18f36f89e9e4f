"""The steps of a run.

A run is a generator, as a flow is, with more steps: it starts flows, waits until one of them ends, reads orders from
what the program gave, and gives records to the program. `Run` and `AsyncRun` carry its steps out.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any, cast

from xi.sdk.resellers.ordering._drivers import Flow, Step
from xi.sdk.resellers.ordering.records import Record


@dataclass(frozen=True, slots=True)
class Started:
    """A flow that is to run beside the others; its end is told by `Waited`.

    Args:
        tag: what the run knows it by.
        flow: the flow.
    """

    tag: Any
    flow: Flow[Any]


@dataclass(frozen=True, slots=True)
class Waited:
    """A wait until a flow ends. It gives `Ended`, or None when the time is over or the run is to stop.

    Args:
        seconds: how long to wait.
    """

    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """A flow that has ended.

    Args:
        tag: what the run knows it by.
        result: its result.
        error: what it has raised.
    """

    tag: Any
    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Fed:
    """Orders that are to be read from what the program gave. It gives a list; one that is shorter is not the end.

    Args:
        source: where they are read from.
        limit: how many at most.
        seconds: after which time no further one is waited for.
        take: makes of each one what is given, as soon as it is read: a program may use one object for all its orders.
    """

    source: Source
    limit: int
    seconds: float
    take: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Given:
    """A record for the program."""

    record: Record


LoopStep = Step | Started | Waited | Fed | Given
Loop = Generator[LoopStep, Any, None]


class Source:
    """What the program gave to read orders from.

    Args:
        orders: the orders, once.
    """

    def __init__(self, orders: Iterable[Any] | AsyncIterable[Any]) -> None:
        self._iterator = iter(orders) if isinstance(orders, Iterable) else None
        self._awaited = None if isinstance(orders, Iterable) else aiter(orders)
        self._given = orders
        self.is_over = False

    @property
    def is_the_only_one(self) -> bool:
        """Whether the orders can be read only once."""
        return self._given is (self._iterator if self._iterator is not None else self._awaited)

    @property
    def is_awaited(self) -> bool:
        """Whether it is read on the event loop."""
        return self._awaited is not None

    def read(self, limit: int, seconds: float, take: Callable[[Any], Any]) -> list[Any]:
        """Return the next orders; `Fed` says what the arguments are."""
        read: list[Any] = []
        end = monotonic() + seconds
        while len(read) < limit and (not read or monotonic() < end):
            try:
                read.append(take(next(cast("Iterator[Any]", self._iterator))))
            except StopIteration:
                self.is_over = True
                break
        return read

    async def aread(self, limit: int, seconds: float, take: Callable[[Any], Any]) -> list[Any]:
        """Return the next orders; see `read`."""
        read: list[Any] = []
        end = monotonic() + seconds
        while len(read) < limit and (not read or monotonic() < end):
            try:
                read.append(take(await anext(cast("AsyncIterator[Any]", self._awaited))))
            except StopAsyncIteration:
                self.is_over = True
                break
        return read


def only(step: Step) -> Flow[Any]:
    """Return a flow of one step."""
    return (yield step)

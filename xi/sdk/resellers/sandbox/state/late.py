"""Calls that are acted on late, when the connection of their client has gone."""

import heapq
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

LATE_LIMIT: Final = 1_000
"""Calls that can be waiting; with a further one, that which is due first is acted on at once."""


class LateCalls:
    """The calls that will be acted on, each when the sandbox's clock or its own timer reaches its moment.

    They are in memory only: those that wait when the sandbox ends are never acted on.

    Args:
        clock: Returns the time of the sandbox.
        lock: Held while a call is acted on.
    """

    def __init__(self, clock: Callable[[], datetime], lock: AbstractContextManager[Any]) -> None:
        self._clock = clock
        self._lock = lock
        self._numbers = count(1)
        self._due: list[tuple[datetime, int]] = []
        """A heap of moments and numbers; some were acted on already."""
        self._waiting: dict[int, Callable[[], object]] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, seconds: float, act: Callable[[], object]) -> int:
        """Add a call, and return its number.

        Args:
            seconds: How much later it is acted on, by the sandbox's clock.
            act: Acts on it.
        """
        with self._lock:
            while len(self._waiting) >= LATE_LIMIT:
                self._act_first()
            number = next(self._numbers)
            self._waiting[number] = act
            heapq.heappush(self._due, (self._clock() + timedelta(seconds=seconds), number))
            return number

    def act(self, number: int) -> None:
        """Act on one call, if that was not done yet: its timer has run out."""
        with self._lock:
            act = self._waiting.pop(number, None)
            if act is not None:
                act()

    def act_due(self) -> None:
        """Act on all calls whose moment has come, the earliest first."""
        with self._lock:
            while self._due and self._due[0][0] <= self._clock():
                self._act_first()

    def act_all(self) -> None:
        """Act on all calls that are waiting, the earliest first, without waiting for their moments."""
        with self._lock:
            while self._due:
                self._act_first()

    def clear(self) -> None:
        """Forget all calls that are waiting."""
        with self._lock:
            self._due.clear()
            self._waiting.clear()

    def _act_first(self) -> None:
        self.act(heapq.heappop(self._due)[1])

"""Counts the orders of a run, and tells the program how far it is."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, Final

from xi.sdk.resellers.ordering._drivers import Step, Told
from xi.sdk.resellers.ordering._entries import Entry
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering._protocol import CLOSED, State
from xi.sdk.resellers.ordering.runs import Progress

TICK_S: Final = 1.0
"""How often the program is told of the progress at most."""
_RATE_S: Final = 60
"""The time whose orders are the rate."""

_NAMES: Final = {
    State.PLACED: "placed",
    State.PARTLY: "partly",
    State.EMPTY: "partly",
    State.REJECTED: "rejected",
    State.HELD: "held",
    **dict.fromkeys(CLOSED, "rejected"),
}


class Meter:
    """Counts the orders of a run.

    Args:
        clock: the time in seconds.
        batch: the name of the run.
    """

    def __init__(self, clock: Callable[[], float], batch: str | None) -> None:
        self._clock = clock
        self._began = clock()
        self._ended: deque[list[int]] = deque()
        self.counts: Counter[str] = Counter()
        self.fields: dict[str, Any] = {"po": None, "batch": batch, "correlation_id": None}
        """The fields of each log record about the run."""

    def count(self, entry: Entry) -> None:
        """Count an order that has come to an end, or whose wait is over.

        Args:
            entry: the order.
        """
        self.counts["done"] += 1
        self.counts[_NAMES.get(entry.row.state, "doubt" if entry.row.sends else "planned")] += 1
        second = int(self._clock())
        if not self._ended or self._ended[-1][0] != second:
            self._ended.append([second, 0])
        self._ended[-1][1] += 1
        while self._ended[0][0] <= second - _RATE_S:
            self._ended.popleft()

    def progress(self, total: int | None, *, doubt: int, out: int, waits_for: str | None) -> Progress:
        """Return how far the run is.

        Args:
            total: how many orders there are.
            doubt: how many are put aside.
            out: how many are in the hands of a thread or a task.
            waits_for: what is waited for.
        """
        counts, now = self.counts, self._clock()
        return Progress(
            total=total,
            begun=counts["begun"],
            done=counts["done"],
            known=counts["known"],
            placed=counts["placed"],
            partly=counts["partly"],
            rejected=counts["rejected"],
            held=counts["held"],
            doubt=counts["doubt"] + doubt,
            out=out,
            left_out=counts["left_out"],
            rate=sum(count for second, count in self._ended if second > now - _RATE_S),
            seconds=now - self._began,
            waits_for=waits_for,
        )

    def tell(
        self, function: Callable[[Progress], Any] | None, progress: Callable[[], Progress]
    ) -> Generator[Step, Any, None]:
        """Tell the program how far the run is.

        Args:
            function: the function of the program.
            progress: returns how far it is.
        """
        if function is not None:
            yield from told(partial(function, progress()))


def told(function: Callable[[], Any]) -> Generator[Step, Any, None]:
    """Call a function of the program; its failure is logged, and stops nothing.

    Args:
        function: the function.
    """
    try:
        yield Told(function)
    except Exception:
        log.exception("a function of the program failed")

"""Measure the cost of work without a clock, and decide whether it grows faster than the input."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

SIZES = (1, 2, 4, 8, 16)
_MAX_GROWTH = 2.0
"""Growth from size 8 to 16, divided by growth from 1 to 8: 1.14 for linear, 1.7 for n log n, 3 for quadratic work."""

Work = Callable[[Any], object]


def steps(work: Work, given: Any) -> int:
    """Return how many lines of Python the work runs."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(given)
    finally:
        sys.settrace(before)
    return count


def peak_bytes(work: Work, given: Any) -> int:
    """Return the peak of memory for the work, in bytes."""
    tracemalloc.start()
    try:
        work(given)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def is_linear(costs: Sequence[int], slack: int) -> bool:
    """Return whether a cost at the five sizes grows no faster than the size. A cost that stops growing is fine.

    Args:
        costs: one for each size.
        slack: smaller differences are noise.
    """
    # The least cost, not the first: a small input may take another path, which costs more.
    *_, fourth, last = costs
    return last - fourth <= _MAX_GROWTH * (fourth - min(costs)) + slack

"""Measures what a piece of work costs without a clock, and tells whether the cost grows faster than its input."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

SIZES = (1, 2, 4, 8, 16)
_STEEPEST = 2.0
"""The growth from 8 to 16 over that from 1 to 8: 1.14 where it is linear, 1.7 for n log n, 3 for squares."""

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


def held(work: Work, given: Any) -> int:
    """Return how many bytes the work holds at once."""
    tracemalloc.start()
    try:
        work(given)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def is_linear(costs: Sequence[int], slack: int) -> bool:
    """Tell whether a cost at the five sizes grows no faster than the size; a cost that stops growing is fine.

    Args:
        costs: one for each size.
        slack: differences up to this are noise.
    """
    # The least, not the first: a small input may take another way, which costs more.
    *_, fourth, last = costs
    return last - fourth <= _STEEPEST * (fourth - min(costs)) + slack

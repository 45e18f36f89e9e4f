"""Gives random and damaged bytes to the readers of answers, webhooks and order files; `tox -e fuzz` runs it.

It takes the time that it is told, shared by the targets, and says how many inputs each had. hypothesis makes the
inputs, anew in each run, and reduces one that fails to few changes. One that was found becomes a test.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from targets import targets

ROUND = settings(
    max_examples=500,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)
"""One round; hypothesis forgets between rounds what it has tried, so memory does not grow."""


def main() -> None:
    """Run all targets, and fail with the simplest input that fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0, help="how long in all; 3 unless told")
    parser.add_argument("--only", choices=[name for name, *_ in targets()], help="one target instead of all")
    told = parser.parse_args()
    chosen = [each for each in targets() if told.only in (None, each[0])]
    for name, inputs, check in chosen:
        count = fuzz(inputs, check, told.minutes * 60 / len(chosen))
        sys.stdout.write(f"fuzz: {name}: {count} inputs, and nothing found\n")
        sys.stdout.flush()


def fuzz(
    inputs: st.SearchStrategy[Any],
    check: Callable[[Any], None],
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Return how many inputs were checked in a time. An input that fails is made simple also after it.

    Args:
        inputs: what is checked.
        check: the check, which raises for a wrong input.
        seconds: the time.
        clock: a clock in seconds.

    Raises:
        Exception: what a check raised, with the simplest input that does so in its notes.
    """
    end = clock() + seconds
    count = 0
    found = False

    @ROUND
    @given(inputs)
    def one_round(given_input: Any) -> None:
        nonlocal count, found
        if found or clock() < end:  # one that fails has to fail again, or hypothesis calls it flaky
            count += 1
            try:
                check(given_input)
            except Exception as error:
                found = True
                error.add_note(f"input: {given_input!r}")
                raise

    while clock() < end:
        one_round()
    return count


if __name__ == "__main__":
    main()

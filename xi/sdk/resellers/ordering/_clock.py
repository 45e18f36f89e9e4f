"""The time that passes for everybody else, also while this machine sleeps."""

from __future__ import annotations

import time
from typing import Final

# `time.monotonic` stops on a machine that sleeps: Linux tells the whole time by this clock, macOS by the second one.
_CLOCK: Final[int | None] = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


def passed() -> float:
    """Return seconds that never jump. Where the system tells it, they go on while the machine sleeps.

    A lease ends meanwhile, and a quiet period too. A wait of this program's is none of it: it goes on afterwards.
    """
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)

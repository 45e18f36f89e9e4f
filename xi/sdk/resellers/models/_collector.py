"""Stops Python's garbage collector while much is made that is there to stay.

It would walk what is growing again and again, for half of the time that reading and writing a long response takes, and
can find nothing: all of it is still in use.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

LONG_BODY = 32_768
"""Bytes from which a body is worth it."""

_lock = Lock()
_paused = 0
_was_enabled = False


@contextmanager
def pause() -> Generator[None]:
    """Stop the collector, and count what was made meanwhile as old.

    What the collector was set to is restored when the last thread has left. It is off for as long as one body takes, a
    millisecond for every 50 kB.
    """
    global _paused, _was_enabled  # noqa: PLW0603 - there is one collector in the process
    with _lock:
        if _paused == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _paused += 1
    try:
        yield
    finally:
        with _lock:
            _paused -= 1
            if _paused == 0 and _was_enabled:
                if gc.get_freeze_count() == 0:  # what a program froze itself is to stay so
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()

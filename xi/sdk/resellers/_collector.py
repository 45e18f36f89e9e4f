"""Stops Python's garbage collector while much is made that is there to stay.

It would walk what is growing again and again, for half of the time that reading and writing a long response takes, and
can find nothing: all of it is still in use.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

LONG_BODY = 32_768
"""Bytes from which a body is worth it."""

_lock = RLock()  # a signal handler may make a call while its own thread holds it
_paused = 0
_was_enabled = False


def _after_fork() -> None:
    """Let the collector run in a forked child, in which the threads that stopped it do not go on."""
    global _lock, _paused  # noqa: PLW0603 - there is one collector in the process
    _lock = RLock()
    if _paused:
        _paused = 0
        if _was_enabled:
            gc.enable()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


@contextmanager
def pause() -> Generator[None]:
    """Stop the collector, and count what was made meanwhile as old.

    What the collector was set to is restored when the last thread has left. It is off for as long as one body takes, a
    millisecond for every 50 kB, or as long as modules and models take that are imported and built once.
    """
    global _paused, _was_enabled  # noqa: PLW0603 - there is one collector in the process
    is_counted = False
    try:
        with _lock:
            was_enabled = gc.isenabled()
            # Nothing is called until it is counted, so that neither Ctrl-C nor a signal's own call comes in between.
            if _paused == 0:
                _was_enabled = was_enabled
            _paused += 1
            is_counted = True
            gc.disable()
        yield
    finally:
        with _lock:
            if is_counted:  # Ctrl-C can come before
                _paused = max(_paused - 1, 0)  # in a forked child it is 0 already
                if _paused == 0 and _was_enabled:
                    if gc.get_freeze_count() == 0:  # what a program froze itself is to stay so
                        gc.freeze()
                        gc.unfreeze()
                    gc.enable()

"""Keeps Python 3.11's garbage collector out of one long parse, as later versions do by themselves.

Since 3.12 the collector runs between bytecodes only, so never inside pydantic-core. Under 3.11 it walks the growing
answer again and again, for two fifths of the time a long one takes, and can find nothing: all of it is still in use.
"""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator
    from contextlib import AbstractContextManager

LONG_BODY = 32_768
"""Bytes from which a body is worth it."""

_lock = Lock()
_paused = 0
_was_enabled = False


@contextmanager
def pause() -> Generator[None]:
    """Stop the collector until the last thread that wants it stopped has left."""
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
                gc.enable()


def uncollected() -> AbstractContextManager[None]:
    """Return a context in which to parse a long body without the collector.

    What the collector was set to is restored at the end; it is off for as long as one parse takes, a millisecond for
    every 50 kB.
    """
    return nullcontext() if sys.version_info >= (3, 12) else pause()

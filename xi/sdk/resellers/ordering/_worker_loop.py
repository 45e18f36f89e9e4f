"""Runs a worker of procrastinate that begins again when it has ended by itself, since its database was away."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Awaitable, Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, cast

from xi.sdk.resellers.ordering._log import log

if TYPE_CHECKING:
    import procrastinate

_PAUSES_S: Final = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds before a worker begins again after it ended by itself; the last one repeats."""
_RAN_WELL_S: Final = 30.0
"""A worker that ran for so long begins with the first pause again."""
_ASKED_S: Final = 1.0
"""How often a worker that is to end is asked to."""


async def run_again(app: procrastinate.App, options: dict[str, Any], stop: asyncio.Event) -> None:
    """Run a worker until it is to stop; SIGINT and SIGTERM stop it too. Then wait for the jobs that it has begun.

    Args:
        app: the app.
        options: the options of the worker.
        stop: stops it.
    """
    tries = 0
    with _stopped_by_signals(stop):
        while not stop.is_set():
            began = time.monotonic()
            await _until_it_ends(app, options, stop)
            if stop.is_set():
                return
            tries = 0 if time.monotonic() - began > _RAN_WELL_S else tries
            pause = _PAUSES_S[min(tries, len(_PAUSES_S) - 1)]
            tries += 1
            log.warning("the worker has ended, and begins again in %g s", pause)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await stop.wait()


async def _until_it_ends(app: procrastinate.App, options: dict[str, Any], stop: asyncio.Event) -> None:
    """Run a worker of procrastinate once. If this is cancelled or is to stop, the worker finishes its jobs first."""
    from procrastinate.worker import Worker  # noqa: PLC0415 - `workers` says what is missing

    cast("Any", app).perform_import_paths()  # it has no types
    chosen: dict[str, Any] = {**app.worker_defaults, **options}
    worker: Any = Worker(app=app, **chosen)
    stopped = asyncio.ensure_future(stop.wait())
    running = asyncio.ensure_future(_noted(_once(app, worker, stop)))
    try:
        await asyncio.wait({running, stopped}, return_when=asyncio.FIRST_COMPLETED)
    except asyncio.CancelledError:
        stop.set()
        raise
    finally:
        stopped.cancel()
        running.cancel()  # ends the wait for a database
        # A cancellation can be lost in a library, as it is in `asyncio.wait_for` of Python 3.11; what is set is not.
        while not running.done():
            worker.stop()
            await asyncio.wait({running}, timeout=_ASKED_S)
        # Also after an opening that was broken off: the tasks of its pool would run for ever, and the loop with them.
        await _noted(app.close_async())


async def _once(app: procrastinate.App, worker: Any, stop: asyncio.Event) -> None:
    await app.open_async()
    if not stop.is_set():
        await worker.run()


async def _noted(work: Awaitable[None]) -> None:
    """Write down what goes wrong: whatever ends a worker, it begins again."""
    try:
        await work
    except Exception as error:  # noqa: BLE001 - as said
        log.warning("the worker of procrastinate failed: %s: %s", type(error).__name__, error)


@contextmanager
def _stopped_by_signals(stop: asyncio.Event) -> Generator[None]:
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    # Windows and threads beside the main one have no handlers: there, the task is cancelled.
    for each in numbers:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(each, stop.set)
    try:
        yield
    finally:
        for each in numbers:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(each)

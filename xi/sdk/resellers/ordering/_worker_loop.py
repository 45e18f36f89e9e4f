"""Runs a worker of procrastinate that begins again when it has ended by itself, since its database was away."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from xi.sdk.resellers.ordering._log import log

if TYPE_CHECKING:
    import procrastinate


_PAUSES_S: Final = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds before a worker begins again after it ended by itself; the last one repeats."""
_RAN_WELL_S: Final = 30.0
"""A worker that ran for so long begins with the first pause again."""


async def run_again(app: procrastinate.App, options: dict[str, Any], stop: asyncio.Event) -> None:
    """Run a worker until it is to stop; SIGINT and SIGTERM stop it too. Then wait for the jobs that it has begun.

    Args:
        app: the app.
        options: the options of the worker.
        stop: stops it.
    """
    tries = 0
    stopped = asyncio.ensure_future(stop.wait())
    try:
        with _stopped_by_signals(stop):
            while not stop.is_set():
                began = time.monotonic()
                await _until_it_ends(app, options, stopped)
                if stop.is_set():
                    return
                tries = 0 if time.monotonic() - began > _RAN_WELL_S else tries
                pause = _PAUSES_S[min(tries, len(_PAUSES_S) - 1)]
                tries += 1
                log.warning("the worker has ended, and begins again in %g s", pause)
                await asyncio.wait({stopped}, timeout=pause)
    finally:
        stopped.cancel()


async def _until_it_ends(app: procrastinate.App, options: dict[str, Any], stopped: asyncio.Future[Any]) -> None:
    worker = asyncio.ensure_future(_once(app, options))
    try:
        await asyncio.wait({worker, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        worker.cancel()  # it finishes its jobs first
        with suppress(asyncio.CancelledError):
            await worker


async def _once(app: procrastinate.App, options: dict[str, Any]) -> None:
    try:
        async with app.open_async():
            await app.run_worker_async(**options)
    except Exception as error:  # noqa: BLE001 - whatever ends a worker, it begins again
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

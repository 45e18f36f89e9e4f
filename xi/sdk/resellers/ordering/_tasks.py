"""Carries out a run and its flows as tasks of an event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from xi.sdk.resellers.ordering._drivers import Begun, Called, Flow, Slept, Stop, Stored, Told, adrive
from xi.sdk.resellers.ordering._loops import Ended, Fed, Given, Loop, LoopStep, Started, Waited, only
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from xi.sdk.resellers.ordering.ledger import Ledger


@dataclass(slots=True)
class Tasks:
    """Carries out flows as tasks of an event loop.

    Args:
        api: the bound asynchronous API.
        ledger: the ledger.
        threads: where the ledger is used.
        stop: breaks off waits when it is set.
    """

    api: object
    ledger: Ledger
    threads: ThreadPoolExecutor
    stop: Stop
    _tasks: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])
    _finished: asyncio.Queue[Ended | None] = field(default_factory=asyncio.Queue[Ended | None])
    _wake: Callable[[], object] | None = None

    @property
    def out(self) -> int:
        """How many flows have been started and have not ended."""
        return len(self._tasks)

    def start(self, tag: Any, flow: Flow[Any]) -> None:
        """Start a flow."""
        task = asyncio.create_task(self._serve(tag, flow))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, tag: Any, flow: Flow[Any]) -> None:
        try:
            ended = Ended(tag, await adrive(flow, self.api, self.ledger, self.threads, self.stop))
        except BaseException as error:  # noqa: BLE001 - the run decides about each
            ended = Ended(tag, error=error)
        self._finished.put_nowait(ended)

    @property
    def has_ended(self) -> bool:
        """Whether `take` would not have to wait."""
        return not self._finished.empty()

    async def take(self, seconds: float) -> Ended | None:
        """Return a flow that has ended; None when the time is over or the run is to stop."""
        if self._wake is None:
            loop = asyncio.get_running_loop()

            def wake() -> None:
                loop.call_soon_threadsafe(self._finished.put_nowait, None)

            self._wake = wake
            self.stop.add_waker(wake)
        if not self._finished.empty():
            return self._finished.get_nowait()
        if seconds <= 0:
            await asyncio.sleep(0)
            return None
        try:
            async with asyncio.timeout(seconds):
                return await self._finished.get()
        except TimeoutError:
            return None

    async def wait(self) -> None:
        """Wait until all flows have ended. Cancelled while it waits, it cancels them."""
        while self._tasks:
            try:
                await asyncio.wait(self._tasks)
            except asyncio.CancelledError:
                for task in self._tasks:
                    task.cancel()
                raise

    def close(self) -> None:
        """Be woken no more."""
        if self._wake is not None:
            self.stop.remove_waker(self._wake)


class AsyncRun(AsyncIterator[Record]):
    """Records of a run, as its orders come to an end; see `Run`. It can be used in an `async with` block.

    Args:
        loop: the run.
        pool: where its flows are carried out.
        stop: what stops it.
        progress: returns how far it is.
    """

    def __init__(self, loop: Loop, pool: Tasks, stop: Stop, progress: Callable[[], Progress]) -> None:
        self._progress = progress
        self._loop = loop
        self._pool = pool
        self._stop = stop
        self._is_over = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        # Nothing can be awaited here: the tasks that are out end by themselves.
        self._stop.set()

    def __aiter__(self) -> Self:
        return self

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress()

    def stop(self) -> None:
        """Begin nothing new. What is out is waited for, then reading ends with RunStoppedError. It returns at once."""
        self._stop.set()

    async def aclose(self) -> None:
        """Begin nothing new, and wait for what is out."""
        if self._is_over:
            return
        self._is_over = True
        self._stop.set()
        try:
            await self._pool.wait()
        finally:
            self._pool.close()
            self._loop.close()

    async def __anext__(self) -> Record:
        if self._is_over:
            raise StopAsyncIteration
        result: Any = None
        error: BaseException | None = None
        while True:
            try:
                step = self._loop.send(result) if error is None else self._loop.throw(error)
            except BaseException as end:
                self._is_over = True
                self._pool.close()
                if isinstance(end, StopIteration):
                    raise StopAsyncIteration from None
                raise
            if isinstance(step, Given):
                return step.record
            result = error = None
            try:
                result = await self._carry_out(step)
            except BaseException as raised:  # noqa: BLE001 - the run decides about each, a cancelled task too
                error = raised

    async def _carry_out(self, step: LoopStep) -> Any:
        match step:
            case Started():
                self._pool.start(step.tag, step.flow)
                return None
            case Waited():
                return await self._pool.take(step.seconds)
            case Fed():
                if step.source.is_awaited:
                    return await step.source.aread(step.limit, step.seconds, step.take)
                return step.source.read(step.limit, step.seconds, step.take)
            case Stored() | Called() | Slept() | Begun() | Told():
                pool = self._pool
                return await adrive(only(step), None, pool.ledger, pool.threads, self._stop)
            case Given():
                raise AssertionError("it is returned")


async def ato_end(run: AsyncRun) -> None:
    """Carry a run out that gives no records."""
    async for _ in run:
        raise AssertionError("it gives no records")

"""Carries out many flows at once, for runs: in threads, or as tasks of an event loop.

A run is a generator, as a flow is, with more steps: it starts flows, waits until one of them ends, reads orders from
what the program gave, and gives records to the program. `Run` and `AsyncRun` carry its steps out.
"""

from __future__ import annotations

import asyncio
import queue
import sys
import threading
from collections.abc import AsyncIterable, AsyncIterator, Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, cast

from xi.sdk.resellers.ordering._drivers import Called, Flow, Slept, Step, Stop, Stored, Told, adrive, drive
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from xi.sdk.resellers.ordering.ledger import Ledger

_POLL_S: Final = 1.0
"""The longest wait for a thread in one piece: on Windows a wait without an end cannot be interrupted by Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Started:
    """A flow that is to run beside the others; its end is told by `Waited`.

    Args:
        tag: what the run knows it by.
        flow: the flow.
    """

    tag: Any
    flow: Flow[Any]


@dataclass(frozen=True, slots=True)
class Waited:
    """A wait until a flow ends. It gives `Ended`, or None when the time is over or the run is to stop.

    Args:
        seconds: how long to wait.
    """

    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """A flow that has ended.

    Args:
        tag: what the run knows it by.
        result: its result.
        error: what it has raised.
    """

    tag: Any
    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Fed:
    """Orders that are to be read from what the program gave. It gives a list; one that is shorter is not the end.

    Args:
        source: where they are read from.
        limit: how many at most.
        seconds: after which time no further one is waited for.
        take: makes of each one what is given, as soon as it is read: a program may use one object for all its orders.
    """

    source: Source
    limit: int
    seconds: float
    take: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Given:
    """A record for the program."""

    record: Record


LoopStep = Step | Started | Waited | Fed | Given
Loop = Generator[LoopStep, Any, None]


class Source:
    """What the program gave to read orders from.

    Args:
        orders: the orders, once.
    """

    def __init__(self, orders: Iterable[Any] | AsyncIterable[Any]) -> None:
        self._iterator = iter(orders) if isinstance(orders, Iterable) else None
        self._awaited = None if isinstance(orders, Iterable) else aiter(orders)
        self._given = orders
        self.is_over = False

    @property
    def is_the_only_one(self) -> bool:
        """Whether the orders can be read only once."""
        return self._given is (self._iterator if self._iterator is not None else self._awaited)

    @property
    def is_awaited(self) -> bool:
        """Whether it is read on the event loop."""
        return self._awaited is not None

    def read(self, limit: int, seconds: float, take: Callable[[Any], Any]) -> list[Any]:
        """Return the next orders; `Fed` says what the arguments are."""
        read: list[Any] = []
        end = monotonic() + seconds
        while len(read) < limit and (not read or monotonic() < end):
            try:
                read.append(take(next(cast("Iterator[Any]", self._iterator))))
            except StopIteration:
                self.is_over = True
                break
        return read

    async def aread(self, limit: int, seconds: float, take: Callable[[Any], Any]) -> list[Any]:
        """Return the next orders; see `read`."""
        read: list[Any] = []
        end = monotonic() + seconds
        while len(read) < limit and (not read or monotonic() < end):
            try:
                read.append(take(await anext(cast("AsyncIterator[Any]", self._awaited))))
            except StopAsyncIteration:
                self.is_over = True
                break
        return read


def _only(step: Step) -> Flow[Any]:
    return (yield step)


# -- in threads


class Threads:
    """Carries out flows in threads.

    They are daemons: a program that ends at once does not wait for them. What was out then is in doubt in the ledger.

    Args:
        size: how many threads at most.
        api: the bound API.
        ledger: the ledger.
        stop: breaks off waits when it is set.
    """

    def __init__(self, size: int, api: object, ledger: Ledger, stop: Stop) -> None:
        self._size = size
        self._shared = _Shared(api, ledger, stop)
        self._threads: list[threading.Thread] = []
        self._started = 0
        stop.add_waker(self._shared.wake)

    @property
    def out(self) -> int:
        """How many flows have been started and have not ended."""
        return self._started - self._shared.ended

    def start(self, tag: Any, flow: Flow[Any]) -> None:
        """Start a flow, or let it wait for a thread."""
        self._started += 1
        self._shared.waiting.put((tag, flow))
        if len(self._threads) < min(self._size, self.out):
            thread = threading.Thread(
                target=self._shared.serve, name=f"xi-orders-{len(self._threads) + 1}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    @property
    def has_ended(self) -> bool:
        """Whether `take` would not have to wait."""
        return not self._shared.finished.empty()

    def take(self, seconds: float) -> Ended | None:
        """Return a flow that has ended; None when the time is over or the run is to stop."""
        try:
            return self._shared.finished.get(timeout=max(seconds, 0.0))
        except queue.Empty:
            return None

    def wait(self) -> None:
        """Wait until all flows have ended."""
        while self.out:
            self.take(_POLL_S)

    def close(self) -> None:
        """End the threads that have nothing to do, and the others when their flows have ended."""
        self._shared.stop.remove_waker(self._shared.wake)
        for _ in self._threads:
            self._shared.waiting.put(None)
        if not self.out:
            for thread in self._threads:
                thread.join(_POLL_S)
        self._threads = []


class _Shared:
    """What the threads know. They know nothing of the run, so that it ends when nobody reads it any more."""

    def __init__(self, api: object, ledger: Ledger, stop: Stop) -> None:
        self.api = api
        self.ledger = ledger
        self.stop = stop
        self.waiting: queue.SimpleQueue[tuple[Any, Flow[Any]] | None] = queue.SimpleQueue()
        self.finished: queue.SimpleQueue[Ended | None] = queue.SimpleQueue()
        self.ended = 0
        self._lock = threading.Lock()

    def wake(self) -> None:
        """Let a wait for a flow end."""
        self.finished.put(None)

    def serve(self) -> None:
        """Carry out flows, one after the other."""
        while (job := self.waiting.get()) is not None:
            tag, flow = job
            try:
                ended = Ended(tag, drive(flow, self.api, self.ledger, self.stop))
            except BaseException as error:  # noqa: BLE001 - the run decides about each
                ended = Ended(tag, error=error)
            del job, flow
            self.finished.put(ended)
            with self._lock:
                self.ended += 1


class Run(Iterator[Record]):
    """Records of a run, as its orders come to an end. It can be used in a `with` block, and only once.

    It begins with the first record that is read. Left before its end, it begins nothing new, and waits for what is out.

    Args:
        loop: the run.
        pool: where its flows are carried out.
        stop: what stops it.
        ledger: the ledger.
        progress: returns how far it is.
    """

    def __init__(self, loop: Loop, pool: Threads, stop: Stop, ledger: Ledger, progress: Callable[[], Progress]) -> None:
        self._progress = progress
        self._loop = loop
        self._pool = pool
        self._stop = stop
        self._ledger = ledger
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if not sys.is_finalizing():
            self.close()

    def __iter__(self) -> Self:
        return self

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress()

    def stop(self) -> None:
        """Begin nothing new. What is out is waited for, then reading ends with RunStoppedError. It returns at once."""
        self._stop.set()

    def close(self) -> None:
        """Begin nothing new, and wait for what is out."""
        if self._is_over:
            return
        self._is_over = True
        self._stop.set()
        self._pool.wait()
        self._pool.close()
        self._loop.close()

    def __next__(self) -> Record:
        if self._is_over:
            raise StopIteration
        result: Any = None
        error: BaseException | None = None
        while True:
            try:
                step = self._loop.send(result) if error is None else self._loop.throw(error)
            except BaseException as end:
                self._is_over = True
                self._pool.close()
                if isinstance(end, StopIteration):
                    raise StopIteration from None
                raise
            if isinstance(step, Given):
                return step.record
            result = error = None
            try:
                result = self._carry_out(step)
            except BaseException as raised:  # noqa: BLE001 - the run decides about each, Ctrl-C too
                error = raised

    def _carry_out(self, step: LoopStep) -> Any:
        match step:
            case Started():
                self._pool.start(step.tag, step.flow)
                return None
            case Waited():
                return self._pool.take(step.seconds)
            case Fed():
                return step.source.read(step.limit, step.seconds, step.take)
            case Stored() | Called() | Slept() | Told():
                return drive(_only(step), None, self._ledger, self._stop)
            case Given():
                raise AssertionError("it is returned")


# -- on an event loop


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
            case Stored() | Called() | Slept() | Told():
                pool = self._pool
                return await adrive(_only(step), None, pool.ledger, pool.threads, self._stop)
            case Given():
                raise AssertionError("it is returned")


def to_end(run: Run) -> None:
    """Carry a run out that gives no records."""
    for _ in run:
        raise AssertionError("it gives no records")


async def ato_end(run: AsyncRun) -> None:
    """Carry a run out that gives no records."""
    async for _ in run:
        raise AssertionError("it gives no records")

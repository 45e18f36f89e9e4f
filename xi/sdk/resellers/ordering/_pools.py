"""Carries out a run and its flows in threads."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from xi.sdk.resellers.ordering._drivers import Begun, Called, Flow, Slept, Stop, Stored, Told, drive
from xi.sdk.resellers.ordering._interrupts import Held
from xi.sdk.resellers.ordering._loops import Ended, Fed, Given, Loop, LoopStep, Started, Waited, only
from xi.sdk.resellers.ordering.records import Record
from xi.sdk.resellers.ordering.runs import Progress

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering.ledger import Ledger

_POLL_S: Final = 1.0
"""The longest wait for a thread in one piece: on Windows a wait without an end cannot be interrupted by Ctrl-C."""


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
        # The thread first: a signal handler of the program can raise while it starts, and then the flow has not begun.
        if len(self._threads) < min(self._size, self.out + 1):
            thread = threading.Thread(
                target=self._shared.serve, name=f"xi-orders-{len(self._threads) + 1}", daemon=True
            )
            self._threads.append(thread)
            thread.start()
        self._started += 1
        self._shared.waiting.put((tag, flow))

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

    def wake(self) -> None:
        """Let `take` return. It can be called in a signal handler."""
        self._shared.wake()

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
                if thread.is_alive():  # a signal handler may have raised before it had started
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
        # Ctrl-C that the run has not been told of, and whether it was told of one.
        self._is_asked = False
        self._was_told = False

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
        if self._is_asked or self._was_told:
            raise KeyboardInterrupt

    def __next__(self) -> Record:
        # Ctrl-C ends waits, and breaks into what the program gave. It does not break into the work of the run itself,
        # which would forget what it has in hand; nor does it come between a record and the program.
        record: Record | None = None
        while True:
            try:
                if record is not None:
                    return record
                if self._is_over:
                    raise StopIteration
                with Held(self._pool.wake) as held:
                    record = self._next(held)
            except KeyboardInterrupt:
                if self._is_over:
                    raise
                self._is_asked = True

    def _next(self, held: Held) -> Record:
        result: Any = None
        error: BaseException | None = None
        if self._is_asked:
            self._is_asked, self._was_told, error = False, True, KeyboardInterrupt()
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
                self._is_asked = held.take()
                return step.record
            result = error = None
            try:
                result = self._carry_out(step, held)
            except BaseException as raised:  # noqa: BLE001 - the run decides about each, Ctrl-C too
                self._was_told = self._was_told or isinstance(raised, KeyboardInterrupt)
                error = raised

    def _carry_out(self, step: LoopStep, held: Held) -> Any:
        match step:
            case Stored():
                return step.work(self._ledger)
            case Started():
                held.check()
                self._pool.start(step.tag, step.flow)
                return None
            case Waited():
                held.check()
                return self._pool.take(step.seconds)
            case Fed():
                held.check()
                with held.opened():
                    return step.source.read(step.limit, step.seconds, step.take)
            case Called() | Slept() | Begun() | Told():
                with held.opened():
                    return drive(only(step), None, self._ledger, self._stop)
            case Given():
                raise AssertionError("it is returned")


def to_end(run: Run) -> None:
    """Carry a run out that gives no records."""
    for _ in run:
        raise AssertionError("it gives no records")

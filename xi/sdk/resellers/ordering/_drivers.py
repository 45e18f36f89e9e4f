"""Carries out the steps of a flow: calls, transactions and waits. Blocking and awaited, and nothing else differs."""

from __future__ import annotations

import asyncio
import queue
import time
from collections.abc import Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from xi.sdk.resellers import BoundReturnsApi, aio
from xi.sdk.resellers.ordering._interrupts import Held
from xi.sdk.resellers.ordering.errors import StoppedError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from xi.sdk.resellers.ordering.ledger import Ledger

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """Work on the ledger, in transactions of its own."""

    work: Callable[[Ledger], Any]


@dataclass(frozen=True, slots=True)
class Called:
    """A call of the API.

    Args:
        method: the name of the method.
        arguments: its arguments by name.
        of_returns: whether it is one of the returns API; otherwise it is one of the orders API.
    """

    method: str
    arguments: Mapping[str, Any]
    of_returns: bool = False


@dataclass(frozen=True, slots=True)
class Slept:
    """A wait.

    Args:
        seconds: how long.
        why: what is waited for.
        stops: whether it is broken off when the desk is stopping.
    """

    seconds: float
    why: str
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Begun:
    """Something new that is begun; once the desk is stopping it is not."""


@dataclass(frozen=True, slots=True)
class Told:
    """A function of the program that is to be called; its failure stops nothing."""

    function: Callable[[], Any]


Step = Stored | Called | Slept | Begun | Told
Flow = Generator[Step, Any, T]


class Stop:
    """Breaks off waits, in threads and on event loops. Any thread can set it at any time, also in a signal handler.

    Args:
        parent: when this one is set, this is set too.
    """

    def __init__(self, parent: Stop | None = None) -> None:
        self._parent = parent
        self._is_set = False
        self._wakers: set[Callable[[], object]] = set()

    def is_set(self) -> bool:
        """Return whether waits are broken off."""
        return self._is_set or (self._parent is not None and self._parent.is_set())

    def set(self) -> None:
        """Break off all waits, and all that begin from now on."""
        self._is_set = True
        for wake in list(self._wakers):
            wake()

    def add_waker(self, wake: Callable[[], object]) -> None:
        """Call a function when this is set. The function must neither wait nor take a lock."""
        self._wakers.add(wake)
        if self._parent is not None:
            self._parent.add_waker(wake)

    def remove_waker(self, wake: Callable[[], object]) -> None:
        """Call a function no more."""
        self._wakers.discard(wake)
        if self._parent is not None:
            self._parent.remove_waker(wake)

    def wait(self, seconds: float) -> bool:
        """Wait; return whether this was set."""
        # Not a threading.Event: its lock could be held by the very thread that a signal handler interrupts.
        woken: queue.SimpleQueue[None] = queue.SimpleQueue()
        wake = partial(woken.put, None)
        self.add_waker(wake)
        try:
            if not self.is_set():
                woken.get(timeout=seconds)
        except queue.Empty:
            pass
        finally:
            self.remove_waker(wake)
        return self.is_set()

    async def awaited(self, seconds: float) -> bool:
        """Wait on the event loop; return whether this was set."""
        woken = asyncio.Event()
        wake = partial(asyncio.get_running_loop().call_soon_threadsafe, woken.set)
        self.add_waker(wake)
        try:
            if not self.is_set():
                async with asyncio.timeout(seconds):
                    await woken.wait()
        except TimeoutError:
            pass
        finally:
            self.remove_waker(wake)
        return self.is_set()


def drive(flow: Flow[T], api: object, ledger: Ledger, stop: Stop | None = None) -> T:
    """Carry out a flow, and return its result.

    Ctrl-C breaks into calls and waits only. Work on the ledger is waited for, so that the flow knows its result.

    Args:
        flow: the flow.
        api: the bound API whose methods are called.
        ledger: the ledger.
        stop: breaks off waits when it is set.

    Raises:
        StoppedError: a wait was broken off, or nothing new is begun.
    """
    result: Any = None
    error: BaseException | None = None
    with Held() as held:
        while True:
            try:
                step = flow.send(result) if error is None else flow.throw(error)
            except StopIteration as end:
                return cast("T", end.value)
            result = error = None
            try:
                if isinstance(step, Stored):
                    result = step.work(ledger)
                else:
                    if not isinstance(step, Told):
                        held.check()
                    with held.opened():
                        result = _carry_out(step, api, stop)
            except BaseException as raised:  # noqa: BLE001 - the flow decides about each, Ctrl-C too
                error = raised


def _returns(api: Any) -> BoundReturnsApi:
    """Return the returns API of the same client and account as an orders API; it is rarely needed, and has no state."""
    return BoundReturnsApi(api, api.account)


def _awaited_returns(api: Any) -> aio.BoundReturnsApi:
    """Return the same, awaited."""
    return aio.BoundReturnsApi(api, api.account)


def _begin(stop: Stop | None) -> None:
    if stop is not None and stop.is_set():
        raise StoppedError("the desk was asked to stop, so nothing new is begun; nothing was written or sent")


def _carry_out(step: Called | Slept | Begun | Told, api: object, stop: Stop | None) -> Any:
    match step:
        case Begun():
            _begin(stop)
            return None
        case Called():
            return getattr(_returns(api) if step.of_returns else api, step.method)(**step.arguments)
        case Told():
            return step.function()
        case Slept():
            if stop is None or not step.stops:
                time.sleep(step.seconds)
            elif stop.wait(step.seconds):
                raise StoppedError(f"the desk was asked to stop while it waited for {step.why}")
            return None


async def adrive(
    flow: Flow[T], api: object, ledger: Ledger, threads: ThreadPoolExecutor, stop: Stop | None = None
) -> T:
    """Carry out a flow on an event loop. The ledger is used in threads of its own.

    A cancelled task still writes down what became of a request that it had sent.

    Args:
        flow: the flow.
        api: the bound asynchronous API.
        ledger: the ledger.
        threads: where the ledger is used.
        stop: breaks off waits when it is set.

    Raises:
        StoppedError: a wait was broken off, or nothing new is begun.
    """
    cancelled: list[asyncio.CancelledError] = []
    result: Any = None
    error: BaseException | None = None
    while True:
        try:
            step = flow.send(result) if error is None else flow.throw(error)
        except StopIteration as end:
            if cancelled:
                raise cancelled[0] from None
            return cast("T", end.value)
        result = error = None
        try:
            if isinstance(step, Stored):
                result = await _stored(step, ledger, threads, cancelled, stop)
            elif cancelled and not isinstance(step, Told):
                raise cancelled[0]  # noqa: TRY301 - thrown into the flow, as where it was cancelled
            else:
                result = await _carry_out_awaited(step, api, stop)
        except BaseException as raised:  # noqa: BLE001 - the flow decides about each, a cancelled task too
            error = raised


def begun_in(threads: ThreadPoolExecutor, work: Callable[[], T], stop: Stop | None) -> asyncio.Future[T]:
    """Begin work on the ledger in a thread, and return what it gives.

    If the threads have ended, it is done here: what came back for an order has to be written down, though the program
    has closed the desk meanwhile, or Python has ended all such threads because the main thread is over.

    Args:
        threads: the threads.
        work: what is done.
        stop: is set if the threads have ended, so that nothing new begins.
    """
    loop = asyncio.get_running_loop()
    try:
        return loop.run_in_executor(threads, work)
    except RuntimeError as error:
        if "cannot schedule" not in str(error):  # a thread could not be started: another one may do the work yet
            raise
    if stop is not None:
        stop.set()
    done: asyncio.Future[T] = loop.create_future()
    try:
        done.set_result(work())
    except Exception as error:  # noqa: BLE001 - whoever waits gets it, as from a thread
        done.set_exception(error)
    return done


async def _stored(
    step: Stored,
    ledger: Ledger,
    threads: ThreadPoolExecutor,
    cancelled: list[asyncio.CancelledError],
    stop: Stop | None,
) -> Any:
    """Work on the ledger in a thread. A transaction that has begun is waited for, so that the flow knows its result."""
    future = begun_in(threads, partial(step.work, ledger), stop)
    while not future.done():
        try:
            await asyncio.wait([future])
        except asyncio.CancelledError as error:
            cancelled.append(error)
    return future.result()


async def _carry_out_awaited(step: Called | Slept | Begun | Told, api: object, stop: Stop | None) -> Any:
    match step:
        case Begun():
            _begin(stop)
            return None
        case Called():
            called = getattr(_awaited_returns(api) if step.of_returns else api, step.method)
            return await cast("Awaitable[Any]", called(**step.arguments))
        case Told():
            told = step.function()
            return await told if isawaitable(told) else told
        case Slept():
            if stop is None or not step.stops:
                await asyncio.sleep(step.seconds)
            elif await stop.awaited(step.seconds):
                raise StoppedError(f"the desk was asked to stop while it waited for {step.why}")
            return None

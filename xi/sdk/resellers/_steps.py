"""Carries out the steps of the modules that make many calls: blocking or awaited, and nothing else differs.

Such a module is a generator that decides and touches nothing. It yields steps; `blocking` and `awaited` carry them out
and send it the results.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import logging
import time
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")
_log = logging.getLogger("xi.sdk.resellers")
_UNTOLD_S = 1.0
"""Seconds for which the end of calls is awaited without a word."""


@dataclass(frozen=True, slots=True)
class Begin:
    """A call that is to be in flight from now on."""

    call: Callable[[], Any]
    """Returns the result, or an awaitable of it."""


@dataclass(frozen=True, slots=True)
class Next:
    """The result of the oldest call that has begun, as `Came`. If it failed, its exception is thrown into the flow."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait."""

    seconds: float
    why: str
    """What is waited for; the log has it."""


@dataclass(frozen=True, slots=True)
class Work:
    """Work on a disk or a database, which an event loop must not wait for; its result is sent back."""

    function: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Give:
    """A value for whoever iterates."""

    value: Any


@dataclass(frozen=True, slots=True)
class Came:
    """The result of a call."""

    value: Any
    at: float
    """When it came, in seconds since the epoch."""


Step = Begin | Next | Pause | Work | Give
Flow = Generator[Step, Any, T]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a step."""

    value: Any = None
    error: Exception | None = None


_NOTHING = _Outcome()


def _advanced(flow: Flow[Any], outcome: _Outcome) -> Step | None:
    """Return the next step of a flow; None at its end."""
    try:
        return flow.send(outcome.value) if outcome.error is None else flow.throw(outcome.error)
    except StopIteration:
        return None


def blocking(flow: Flow[Any], threads: int = 0) -> Generator[Any, None, None]:
    """Carry out a flow, and yield what it gives.

    Args:
        flow: the flow.
        threads: how many calls may be in flight at once. With 0 a call is made when its result is wanted, in the thread
            that iterates.
    """
    thread = _Thread(threads)
    outcome = _NOTHING
    try:
        while (step := _advanced(flow, outcome)) is not None:
            outcome = thread.carried_out(step)
            if isinstance(step, Give):
                yield step.value
    finally:
        flow.close()
        thread.close()


class _Thread:
    """Carries out steps in a thread, whose calls may be in flight in others.

    Args:
        others: the most of them.
    """

    def __init__(self, others: int) -> None:
        self._begun: deque[Callable[[], Came]] = deque()
        self._in_flight: list[Future[Came]] = []
        self._pool = ThreadPoolExecutor(others, thread_name_prefix="xi-calls") if others else None

    def carried_out(self, step: Step) -> _Outcome:
        try:
            return _Outcome(self._carried_out(step))
        except Exception as error:  # noqa: BLE001 - the flow decides about each
            return _Outcome(error=error)

    def _carried_out(self, step: Step) -> Any:
        match step:
            case Begin(call):
                self._begun.append(self._started(call))
            case Next():
                return self._begun.popleft()()
            case Pause():
                _tell(step)
                time.sleep(step.seconds)
            case Work(function):
                return function()
            case Give():
                pass
        return None

    def _started(self, call: Callable[[], Any]) -> Callable[[], Came]:
        def made() -> Came:
            value = call()
            return Came(value, time.time())

        if self._pool is None:
            return made
        # A thread of a pool has a context of its own; traces are continued through it.
        future: Future[Came] = self._pool.submit(contextvars.copy_context().run, made)
        self._in_flight = [*(each for each in self._in_flight if not each.done()), future]
        return future.result

    def close(self) -> None:
        """End the threads. A call in flight cannot be broken off; a long wait for its end is told."""
        if self._pool is None:
            return
        self._pool.shutdown(wait=False, cancel_futures=True)
        running = wait(self._in_flight, timeout=_UNTOLD_S).not_done
        if running:
            _log.warning("waiting for %d calls in flight, whose results nobody wants any more", len(running))
        self._pool.shutdown()


async def awaited(flow: Flow[Any]) -> AsyncGenerator[Any]:
    """Carry out a flow on an event loop, and yield what it gives.

    Args:
        flow: the flow; its calls return awaitables.
    """
    loop = _Loop()
    outcome = _NOTHING
    try:
        while (step := _advanced(flow, outcome)) is not None:
            outcome = await loop.carried_out(step)
            if isinstance(step, Give):
                yield step.value
    finally:
        try:
            await loop.close()
        finally:
            flow.close()


class _Loop:
    """Carries out steps on an event loop."""

    def __init__(self) -> None:
        self._begun: deque[asyncio.Task[Came]] = deque()
        self._work: asyncio.Task[Any] | None = None

    async def carried_out(self, step: Step) -> _Outcome:
        try:
            return _Outcome(await self._carried_out(step))
        except Exception as error:  # noqa: BLE001 - the flow decides about each
            return _Outcome(error=error)

    async def _carried_out(self, step: Step) -> Any:
        match step:
            case Begin(call):
                self._begun.append(asyncio.ensure_future(_awaited(call)))
            case Next():
                task = self._begun[0]
                await asyncio.wait([task])  # cancelled while it waits, the task stays in the queue, and is ended
                self._begun.popleft()
                return task.result()
            case Pause():
                _tell(step)
                await asyncio.sleep(step.seconds)
            case Work(function):
                # A thread cannot be cancelled: whoever closes what it works on waits for it.
                self._work = asyncio.ensure_future(asyncio.to_thread(function))
                return await asyncio.shield(self._work)
            case Give():
                pass
        return None

    async def close(self) -> None:
        for each in self._begun:
            each.cancel()
        left = [*self._begun, *([self._work] if self._work is not None else [])]
        await asyncio.gather(*left, return_exceptions=True)


async def _awaited(call: Callable[[], Any]) -> Came:
    value = await cast("Awaitable[Any]", call())
    return Came(value, time.time())


def _tell(pause: Pause) -> None:
    _log.info("waiting %.1f s: %s", pause.seconds, pause.why)


def gathered(flow: Flow[Any], given: list[Any] | None = None) -> Flow[list[Any]]:
    """Return all that a flow gives, inside another flow.

    Args:
        flow: the flow; its other steps are passed on.
        given: a list to add to, which keeps what was given before an error.
    """
    kept: list[Any] = [] if given is None else given

    def keep(value: Any) -> tuple[Step, ...]:
        kept.append(value)
        return ()

    yield from relayed(flow, keep)
    return kept


def relayed(flow: Flow[Any], take: Callable[[Any], Iterable[Step]]) -> Flow[None]:
    """Carry on a flow inside another one, which takes what it gives.

    Args:
        flow: the flow; its other steps are passed on.
        take: takes a value, and returns steps that are carried out before the flow goes on.
    """
    outcome = _NOTHING
    while (step := _advanced(flow, outcome)) is not None:
        outcome = _NOTHING
        if isinstance(step, Give):
            yield from take(step.value)
            continue
        try:
            outcome = _Outcome((yield step))
        except Exception as error:  # noqa: BLE001 - the flow inside decides about each
            outcome = _Outcome(error=error)


def only(flow: Flow[Any], threads: int = 0) -> Any:
    """Carry out a flow, and return the last value that it gives; see `blocking`."""
    given: Any = None
    for given in blocking(flow, threads):  # noqa: B007 - the last one is wanted
        pass
    return given


async def only_awaited(flow: Flow[Any]) -> Any:
    """Carry out a flow on an event loop, and return the last value that it gives."""
    given: Any = None
    async for given in awaited(flow):  # noqa: B007 - the last one is wanted
        pass
    return given


def is_awaited(api: object) -> bool:
    """Return whether the calls of an API object are awaited.

    Args:
        api: a bound API, or a test double of one: the latter is awaited if its calls are coroutine functions.
    """
    modules = [each.__module__ for each in type(api).__mro__]
    if any(each.startswith("xi.sdk.resellers.aio") for each in modules):
        return True
    if any(each.startswith("xi.sdk.resellers.api.") for each in modules):
        return False
    names = (each for each in dir(api) if each.startswith(("get_", "post_")))
    return any(inspect.iscoroutinefunction(getattr(api, each)) for each in names)

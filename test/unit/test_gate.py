"""The gate that lets one call at a time fetch the token, with real threads, tasks and a fork."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread, get_ident
from typing import Any

import pytest
from unit_kit import WHO, Connected, ScriptedTransport, answer

from xi.sdk.resellers import _collector
from xi.sdk.resellers._client import apps
from xi.sdk.resellers._collector import LONG_BODY
from xi.sdk.resellers._core.flow import EnterGate, Sleep
from xi.sdk.resellers._core.token import AppToken, Token
from xi.sdk.resellers._transport import driver
from xi.sdk.resellers._transport.async_driver import run_async
from xi.sdk.resellers._transport.driver import PassingGate, _after_fork, run
from xi.sdk.resellers.configuration import Configuration
from xi.sdk.resellers.exceptions import ApiException, ServiceException

ENOUGH = 20.0
"""Seconds after which somebody has been forgotten."""


class GateCounter:
    """Counts who passes the gate, and checks that it is one at a time."""

    def __init__(self, gate: PassingGate | None = None) -> None:
        self.gate = gate or PassingGate()
        self.at_once = 0
        self.passed = 0

    def enter(self) -> None:
        self.at_once += 1
        assert self.at_once == 1, "two at once"

    def leave(self) -> None:
        self.at_once -= 1
        self.passed += 1
        self.gate.leave()

    def flow(self, stays: float = 0.0) -> Generator[Any, Any, None]:
        """Enter the gate, stay a while, and leave."""
        while not (yield EnterGate(self.gate, ENOUGH)):
            pass
        self.enter()
        try:
            yield Sleep(stays)
        finally:
            self.leave()


def no_token(_: str | None) -> None:
    return None


class UnusedTransport:
    """A transport that no test sends anything with."""

    async def send(self, *_: object) -> Any:
        raise AssertionError

    async def close(self) -> None:
        pass


def drive(flow: Generator[Any, Any, Any]) -> Any:
    return run(flow, ScriptedTransport([]), no_token)


def test_the_second_caller_waits_until_the_first_has_left() -> None:
    gate = PassingGate()
    assert gate.enter() is None
    waiting = gate.enter()
    assert waiting is not None
    assert gate.enter() is waiting
    assert not waiting.is_over
    gate.leave()
    assert waiting.is_over
    assert gate.enter() is None


def test_in_a_new_process_every_gate_is_open() -> None:
    gate = PassingGate()
    assert gate.enter() is None
    with gate._lock:
        _after_fork()
        assert gate.enter() is None


def test_leaving_an_open_gate_has_no_effect() -> None:
    gate = PassingGate()
    gate.leave()
    assert gate.enter() is None


def test_50_threads_all_pass_one_at_a_time() -> None:
    inside = GateCounter()
    together = Barrier(50)

    def thread(number: int) -> None:
        together.wait()
        drive(inside.flow(random.Random(number).random() / 2_000))

    with ThreadPoolExecutor(50) as pool:
        for done in [pool.submit(thread, number) for number in range(50)]:
            done.result(ENOUGH)
    assert inside.passed == 50


def test_100_tasks_all_pass_one_at_a_time() -> None:
    inside = GateCounter()

    async def all_of_them() -> None:
        await asyncio.gather(*(run_async(inside.flow(), UnusedTransport(), no_token) for _ in range(100)))

    asyncio.run(asyncio.wait_for(all_of_them(), ENOUGH))
    assert inside.passed == 100


def test_threads_and_the_tasks_of_several_loops_share_a_gate() -> None:
    inside = GateCounter()

    async def tasks() -> None:
        await asyncio.gather(*(run_async(inside.flow(0.0001), UnusedTransport(), no_token) for _ in range(40)))

    with ThreadPoolExecutor(13) as pool:
        running = [pool.submit(asyncio.run, tasks()) for _ in range(3)]
        running += [pool.submit(drive, inside.flow(0.0001)) for _ in range(10)]
        for done in running:
            done.result(ENOUGH)
    assert inside.passed == 130


@pytest.mark.parametrize("patience", [0.0, -1.0, 0.05])
def test_a_caller_gives_up_after_its_timeout(patience: float) -> None:
    gate = PassingGate()
    gate.enter()

    def flow() -> Generator[Any, Any, bool]:
        return (yield EnterGate(gate, patience))

    began = time.monotonic()
    assert drive(flow()) is False
    assert asyncio.run(run_async(flow(), UnusedTransport(), no_token)) is False
    assert 2 * max(patience, 0) * 0.9 <= time.monotonic() - began < ENOUGH
    gate.leave()


def test_a_waiter_whose_loop_is_closed_is_skipped() -> None:
    gate = PassingGate()
    gate.enter()

    def flow() -> Generator[Any, Any, bool]:
        return (yield EnterGate(gate, 0.01))

    assert asyncio.run(run_async(flow(), UnusedTransport(), no_token)) is False
    gate.leave()  # would be logged as an error of concurrent.futures, were it not foreseen
    assert gate.enter() is None


@pytest.mark.parametrize("drive_it", [drive, lambda flow: asyncio.run(run_async(flow, UnusedTransport(), no_token))])
def test_ctrl_c_while_the_waiting_are_woken_keeps_nobody_waiting(
    drive_it: Callable[[Generator[Any, Any, bool]], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "NOTICEABLE_S", 0.05)
    gate = PassingGate()
    assert gate.enter() is None
    inside = gate.enter()
    assert inside is not None

    def interrupt() -> None:
        raise KeyboardInterrupt

    def flow() -> Generator[Any, Any, bool]:
        return (yield EnterGate(gate, ENOUGH))

    inside.when_over(interrupt)  # before the other is woken
    began = time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        waits = pool.submit(drive_it, flow())
        while len(inside._wakes) < 2:
            time.sleep(0.001)
        with pytest.raises(KeyboardInterrupt):
            gate.leave()
        assert waits.result() is False
    assert time.monotonic() - began < ENOUGH / 2
    assert gate.enter() is None


def test_cancelling_a_waiting_task_does_not_affect_others() -> None:
    inside = GateCounter()

    async def scene() -> list[Any]:
        tasks = [asyncio.ensure_future(run_async(inside.flow(0.01), UnusedTransport(), no_token)) for _ in range(20)]
        await asyncio.sleep(0.005)
        for task in tasks[5:15]:
            task.cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    ends = asyncio.run(asyncio.wait_for(scene(), ENOUGH))
    assert [type(end) for end in ends[5:15]] == [asyncio.CancelledError] * 10
    assert ends[:5] + ends[15:] == [None] * 10
    assert inside.passed == 10


def test_cancelling_the_task_in_the_gate_lets_the_next_one_in() -> None:
    inside = GateCounter()

    async def scene() -> None:
        first = asyncio.ensure_future(run_async(inside.flow(ENOUGH), UnusedTransport(), no_token))
        second = asyncio.ensure_future(run_async(inside.flow(), UnusedTransport(), no_token))
        await asyncio.sleep(0.005)
        first.cancel()
        await second
        assert first.cancelled()

    asyncio.run(asyncio.wait_for(scene(), ENOUGH))
    assert inside.passed == 2


class FetchedToken:
    """The token of an app with a real gate, and a service that fails some times and then grants."""

    def __init__(self, failures: int = 0, error: Exception | None = None) -> None:
        self.token = AppToken(PassingGate())
        self.failures = failures
        self.error = error or ServiceException(503, "Unavailable")
        self.fetched = 0
        self.busy = 0
        self.expected = 0
        """Threads that have to have come before the first fetch ends."""
        self.came: set[int] = set()

    def clock(self) -> float:
        now = time.monotonic()
        self.came.add(get_ident())
        return now

    def fetch(self, patience: float, *, early: bool) -> Generator[Any, Any, Token]:  # noqa: ARG002 - the protocol's
        self.busy += 1
        assert self.busy == 1, "two fetches at once"
        self.fetched += 1
        yield Sleep(0.02)
        while len(self.came) < self.expected:
            yield Sleep(0.005)
        self.busy -= 1
        if self.fetched <= self.failures:
            raise self.error
        now = time.monotonic()
        return Token(f"t{self.fetched}", now + 100, now + 110)

    def flow(self, refused: str | None = None) -> Generator[Any, Any, str]:
        until = time.monotonic() + ENOUGH
        return self.token.obtain(self.fetch, refused=refused, until=until, clock=self.clock)


def test_who_is_interrupted_on_the_way_in_does_not_keep_the_gate_shut() -> None:
    """Ctrl-C can come when the gate has let the flow in, and before the flow has heard of it."""
    service = FetchedToken()
    flow = service.flow()
    command = next(flow)
    command.gate.enter(command.by)
    with pytest.raises(KeyboardInterrupt):
        flow.throw(KeyboardInterrupt())
    assert drive(service.flow()) == "t1"


def test_who_waits_and_gives_up_does_not_open_the_gate_for_a_third() -> None:
    service = FetchedToken()
    inside, outside = service.flow(), service.flow()
    first, second = next(inside), next(outside)
    assert first.gate.enter(first.by) is None
    assert second.gate.enter(second.by) is not None
    outside.close()
    assert first.gate.enter(object()) is not None


@pytest.mark.parametrize("refused", [None, "t1"])
def test_50_threads_and_200_tasks_share_one_fetch(refused: str | None) -> None:
    service = FetchedToken()
    if refused:
        assert drive(service.flow()) == "t1"
    before = service.fetched
    together = Barrier(51)

    def thread() -> str:
        together.wait()
        return str(drive(service.flow(refused)))

    async def tasks() -> list[str]:
        together.wait()
        return list(
            await asyncio.gather(*(run_async(service.flow(refused), UnusedTransport(), no_token) for _ in range(200)))
        )

    with ThreadPoolExecutor(51) as pool:
        running = [pool.submit(thread) for _ in range(50)]
        tokens = {*pool.submit(asyncio.run, tasks()).result(ENOUGH), *(each.result(ENOUGH) for each in running)}
    assert tokens == {f"t{before + 1}"}
    assert service.fetched == before + 1


@pytest.mark.parametrize(
    ("error", "fails"), [(ServiceException(503, "Unavailable"), 20), (RuntimeError("a bug"), 1)], ids=["told", "a bug"]
)
def test_an_exception_in_the_gate_lets_others_in(error: Exception, fails: int) -> None:
    service = FetchedToken(failures=1, error=error)
    service.expected = 20
    together = Barrier(20)

    def thread() -> str | Exception:
        together.wait()
        try:
            return str(drive(service.flow()))
        except (ApiException, RuntimeError) as raised:
            return raised

    with ThreadPoolExecutor(20) as pool:
        ends = [done.result(ENOUGH) for done in [pool.submit(thread) for _ in range(20)]]
    failed = [end for end in ends if isinstance(end, Exception)]
    # What the service answers, all who waited are told; a fault in one thread is its own.
    assert len(failed) == fails
    assert service.fetched == (1 if fails == 20 else 2)
    assert drive(service.flow()) == "t2"


def test_a_signal_handler_may_make_a_call_while_its_own_thread_holds_any_lock() -> None:
    token = answer(200, {"access_token": "tok-1", "expires_in": "86400", "token_type": "Bearer"})
    long = answer(200, {"ingramOrderNumber": "20-A", "notes": "n" * LONG_BODY})
    configuration = Configuration(client_id="of-a-handler", client_secret="secret-of-a-handler", calls_per_minute=2)
    client = Connected(token, long, configuration=configuration)
    ends: list[str | None] = []

    def call() -> None:
        with client.client._bound.runtime.throttle._lock, apps._lock, _collector._lock:
            ends.append(client.orders.get_orderdetails_v6_1("20-A", *WHO).ingram_order_number)

    calling = Thread(target=call, daemon=True)
    calling.start()
    calling.join(ENOUGH / 2)
    assert ends == ["20-A"]
    assert len(client.sent) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
# From 3.12 on Python warns of a fork with threads: the child of one is what this is about.
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_finds_the_gate_open_and_the_locks_free() -> None:
    gate = PassingGate()
    client = Connected(answer(200, {}), configuration=Configuration(access_token="tok-1", calls_per_minute=2))
    throttle = client.client._bound.runtime.throttle
    assert throttle is not None
    assert [throttle.reserve("get_orderdetails_v6_1", 0.0, reads=True) for _ in range(2)] == [0, 0]
    assert gate.enter() is None
    held, done = Event(), Event()

    def hold() -> None:
        with gate._lock, throttle._lock, apps._lock:
            held.set()
            done.wait(ENOUGH)

    holder = Thread(target=hold)
    holder.start()
    held.wait(ENOUGH)
    child = os.fork()
    if child == 0:  # no test from here on: a failed one would go on as a second pytest
        free = [gate.enter() is None, throttle.reserve("get_orderdetails_v6_1", 0.0, reads=True) == 0]
        free.append(apps._lock.acquire(blocking=False))
        os._exit(0 if all(free) else 1)
    deadline = time.monotonic() + ENOUGH
    ended, status = 0, -1
    while not ended and time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.005)
    if not ended:
        os.kill(child, 9)
        os.waitpid(child, 0)
    done.set()
    holder.join()
    sys.stdout.flush()
    assert (ended, status) == (child, 0)
    assert gate.enter() is not None, "in the parent it is as it was"

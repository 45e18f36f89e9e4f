"""A program interrupts a call at each point and by each means: the interrupt is unchanged and says what is in doubt."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, NamedTuple

import anyio
import pytest
from call_kit import CANCEL, CREATE_V6, CREATE_V7, DETAILS, MODIFY, RELEASE, TOKEN, Call
from leak_kit import LogCapture, captured_logs
from server_kit import Authority, ScriptedServer, ServerConnection, Step, unresponsive_port
from step_kit import HALF_HEAD, RESET, SILENT, answer, response_bytes

import xi.sdk.resellers as package
from xi.sdk.resellers import ApiClient, Attempt, Configuration, OrdersApi, RetryPolicy, aio

PATIENT = RetryPolicy(attempts=3, base=1e6, quota_window=1e6, wait_cap=1e6, deadline=1e9)
"""Every random wait is longer than a test."""
_numbers = count(1)


def signal_and_wait(step: Step) -> Step:
    """Do a step, set `arrived`, then send nothing more."""

    def act(connection: ServerConnection) -> bool:
        step.act(connection)
        connection.server.arrived.set()
        return SILENT.act(connection)

    return Step(act, before_reading=step.before_reading)


def sent(data: bytes) -> Step:
    return Step(lambda connection: bool(connection.sock.sendall(data)) or True)


BIG = {
    "customerOrderNumber": "PO-1",
    "lines": [{"ingramPartNumber": "AB12", "quantity": 1, "notes": "n" * 400}] * 40_000,
}
UPLOAD = CREATE_V6._replace(make=lambda orders, who, **options: orders.post_createorder_v6(*who, BIG, **options))
SPENT = answer(200, DETAILS.good, X_RateLimit_Limit="60", X_RateLimit_Remaining="0", X_RateLimit_Reset="30")


class Point(NamedTuple):
    """Where a call is when it is interrupted."""

    name: str
    call: Call
    script: tuple[Step, ...]
    requests: int = 1
    """Requests that reached the server."""
    is_in_doubt: bool = False
    tls: bool = False
    app: bool = False
    first: bool = False
    """Whether another call comes first."""
    signalled_by: str = "server"
    """Who signals that the point is reached: the server, or the observer by announcing another attempt.

    For "nobody" the test waits a short time.
    """
    port: int = 0
    """The port to call; 0 for the server's."""


def waiting(call: Call) -> Iterator[Point]:
    """Points at which the request was sent."""
    half = response_bytes(200, b"{", {"Content-Type": "application/json", "Content-Length": "99"})
    doubt = call is not DETAILS
    yield Point("waiting for the answer", call, (signal_and_wait(sent(b"")),), 1, doubt)
    yield Point("waiting for the answer over TLS", call, (signal_and_wait(sent(b"")),), 1, doubt, tls=True)
    yield Point("reading the head of the answer", call, (signal_and_wait(sent(HALF_HEAD)),), 1, doubt)
    yield Point("reading the body of the answer", call, (signal_and_wait(sent(half)),), 1, doubt)
    yield Point("after an interim answer", call, (signal_and_wait(sent(b"HTTP/1.1 102 Processing\r\n\r\n")),), 1, doubt)
    yield Point(
        "waiting over a used connection", call, (DETAILS.answer(), signal_and_wait(sent(b""))), 1, doubt, first=True
    )


def unsent(call: Call) -> Iterator[Point]:
    """Points at which nothing was sent, or the server refused it."""
    yield Point(
        "within the handshake", call, (signal_and_wait(Step(lambda _: True, before_reading=True)),), 0, tls=True
    )
    yield Point("fetching the token", call, (signal_and_wait(sent(b"")),), 0, app=True)
    yield Point("reading the token", call, (signal_and_wait(sent(HALF_HEAD)),), 0, app=True)
    yield Point("before the second attempt to get a token", call, (RESET,), 0, app=True, signalled_by="nobody")
    yield Point("waiting after a 429", call, (answer(429, b"{}"),), 1, signalled_by="observer")


def points() -> Iterator[Point]:
    for call in (DETAILS, CANCEL, CREATE_V6, CREATE_V7, MODIFY, RELEASE):
        yield from waiting(call)
    for call in (DETAILS, CREATE_V6):
        yield from unsent(call)
    begun = Step(lambda connection: bool(connection.sock.recv(1, socket.MSG_PEEK)), before_reading=True)
    yield Point("uploading", UPLOAD, (signal_and_wait(begun),), 0, is_in_doubt=True)
    yield Point("waiting for a place in the quota", DETAILS, (SPENT,), 0, first=True, signalled_by="nobody")
    # What the first attempt did is not known.
    yield Point("waiting after a reset", CANCEL, (RESET,), 1, is_in_doubt=True, signalled_by="observer")
    yield Point("waiting after a reset", DETAILS, (RESET,), 1, signalled_by="observer")
    yield Point("waiting after a 503", CANCEL, (answer(503, b""),), 1, is_in_doubt=True, signalled_by="observer")


POINTS = list(points())


@contextmanager
def all_points() -> Iterator[list[Point]]:
    """Yield all points, with those that need a port of their own."""
    with unresponsive_port() as port:
        yield POINTS + [
            Point("connecting", call, (), 0, signalled_by="nobody", port=port) for call in (DETAILS, CREATE_V6)
        ]


class InterruptedCall:
    """One call that is interrupted, and its outcome."""

    def __init__(self, point: Point, authority: Authority) -> None:
        self.point = point
        self.number = next(_numbers)
        self.correlation_id = f"{self.number:032x}"
        self.server = ScriptedServer(*point.script, tls=authority.server() if point.tls else None)
        self._between = threading.Event()
        host = f"http://127.0.0.1:{point.port}" if point.port else self.server.url
        self.configuration = made = Configuration(host=host, retry=PATIENT, ssl_ca_cert=authority.path)
        made.observer = self._observe
        if point.app:
            made.client_id, made.client_secret = f"interrupted-{self.number}", "s"
            made.token_url = f"{self.server.url}/token"
        else:
            made.access_token = TOKEN

    def _observe(self, event: Any) -> None:
        if isinstance(event, Attempt) and event.wait is not None:
            self._between.set()

    def wait(self) -> None:
        """Wait until the call is at the point."""
        match self.point.signalled_by:
            case "server":
                assert self.server.arrived.wait(60)
            case "observer":
                assert self._between.wait(60)
            case _:
                time.sleep(0.2)
        time.sleep(0.1)  # until whoever calls waits

    def complaints(self, error: BaseException, logs: LogCapture, *, is_attached: bool = True) -> list[str]:
        """Return what is wrong with the outcome.

        Args:
            error: that the call raised.
            logs: of the call.
            is_attached: whether the error itself says what is in doubt.
        """
        self.server.stop(reading=10.0)
        ours = [each for each in self.server.requests if each.headers.get("im-correlationid") == self.correlation_id]
        found = [] if len(ours) == self.point.requests else [f"{len(ours)} requests, not {self.point.requests}"]
        found += self._wrong_fields(
            "warnings in the log", logs.doubt_warnings(self.correlation_id), ("customer_order_number",)
        )
        if is_attached:
            try:
                doubts = package.in_doubt(error)
            except AttributeError as missing:
                return [*found, str(missing)]
            found += self._wrong_fields("in doubt", doubts, ("customer_order_number", "order_number"))
        return found

    def _wrong_fields(self, what: str, records: Sequence[Any], names: Sequence[str]) -> list[str]:
        point = self.point
        if len(records) != point.is_in_doubt:
            return [f"{len(records)} {what}, not {int(point.is_in_doubt)}"]
        creates = point.call.method == "POST"
        wanted = {
            "operation": point.call.operation,
            "correlation_id": self.correlation_id,
            "customer_order_number": "PO-1" if creates else None,
            "order_number": None if creates else "20-AB1CD",
        }
        kept = ("operation", "correlation_id", *names)
        return [
            f"{what}: {name} is {getattr(each, name, None)!r}, not {wanted[name]!r}"
            for each in records
            for name in kept
            if getattr(each, name, None) != wanted[name]
        ]


# ------------------------------------------------------------------------------------------------ awaited

Means = Callable[[Callable[[], Awaitable[Any]], Callable[[], Awaitable[None]]], Awaitable[BaseException]]
"""Makes a call, interrupts it when the second function returns, and returns the exception."""


async def by_cancelling(call: Callable[[], Awaitable[Any]], ready: Callable[[], Awaitable[None]]) -> BaseException:
    task = asyncio.ensure_future(call())
    await ready()
    task.cancel("enough")
    (done,) = await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled(), done
    assert type(done) is asyncio.CancelledError
    # `gather` makes a new one; the task itself raises the one it ended with.
    try:
        await task
    except asyncio.CancelledError as error:
        return error
    raise AssertionError("it came to an end")


async def by_timeout(call: Callable[[], Awaitable[Any]], ready: Callable[[], Awaitable[None]]) -> BaseException:
    try:
        async with asyncio.timeout(None) as limit:
            watcher = asyncio.ensure_future(ready())
            watcher.add_done_callback(lambda _: limit.reschedule(asyncio.get_running_loop().time()))
            await call()
    except TimeoutError as error:
        return error
    raise AssertionError("it came to an end")


async def by_wait_for(call: Callable[[], Awaitable[Any]], ready: Callable[[], Awaitable[None]]) -> BaseException:
    task = asyncio.ensure_future(call())
    await ready()
    try:
        await asyncio.wait_for(task, 0.01)
    except TimeoutError as error:
        return error
    raise AssertionError("it came to an end")


async def by_anyio(call: Callable[[], Awaitable[Any]], ready: Callable[[], Awaitable[None]]) -> BaseException:
    try:
        with anyio.fail_after(60) as scope:
            watcher = asyncio.ensure_future(ready())
            watcher.add_done_callback(lambda _: setattr(scope, "deadline", anyio.current_time()))
            await call()
    except TimeoutError as error:
        return error
    raise AssertionError("it came to an end")


class _Enough(Exception):  # noqa: N818 - what a program raises for its own reasons
    def __eq__(self, other: object) -> bool:
        return type(other) is _Enough

    __hash__ = Exception.__hash__


async def by_a_group(call: Callable[[], Awaitable[Any]], ready: Callable[[], Awaitable[None]]) -> BaseException:
    async def fail() -> None:
        await ready()
        raise _Enough

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(call())  # type: ignore[arg-type]  # a coroutine, as all calls are
            group.create_task(fail())
    except BaseExceptionGroup as error:
        return error
    raise AssertionError("it came to an end")


class Interruption(NamedTuple):
    """A means to interrupt a call, and the exception it raises."""

    means: Means
    out: BaseException
    """An exception of exactly the expected class; a group has the expected members."""
    is_attached: bool = True
    """Whether the exception says what is in doubt; a group does not."""


MEANS = {
    "task.cancel": Interruption(by_cancelling, asyncio.CancelledError()),
    "asyncio.timeout": Interruption(by_timeout, TimeoutError()),
    "wait_for": Interruption(by_wait_for, TimeoutError()),
    "anyio": Interruption(by_anyio, TimeoutError()),
    "TaskGroup": Interruption(by_a_group, ExceptionGroup("", [_Enough()]), is_attached=False),
}


async def interrupt(interrupted: InterruptedCall, logs: LogCapture, interruption: Interruption) -> list[str]:
    async with aio.AsyncApiClient(interrupted.configuration) as client:
        orders: Any = aio.OrdersApi(client)
        if interrupted.point.first:
            await DETAILS(orders)
        making = asyncio.ensure_future(
            interruption.means(
                lambda: interrupted.point.call(orders, correlation_id=interrupted.correlation_id),
                lambda: asyncio.to_thread(interrupted.wait),
            )
        )
        try:
            await asyncio.wait({making}, timeout=60)
            error = making.result()
        except (Exception, asyncio.CancelledError) as wrong:  # noqa: BLE001 - it is what is looked at
            error = wrong
    is_unchanged = type(error) is type(interruption.out)
    if is_unchanged and isinstance(error, BaseExceptionGroup) and isinstance(interruption.out, BaseExceptionGroup):
        is_unchanged = error.exceptions == interruption.out.exceptions
    found = [] if is_unchanged else [f"not as any other task: {type(error).__name__} {error}"]
    return found + await asyncio.to_thread(interrupted.complaints, error, logs, is_attached=interruption.is_attached)


@pytest.mark.parametrize("means", MEANS)
def test_a_cancelled_task_ends_like_any_other_and_its_error_says_what_is_in_doubt(
    authority: Authority, means: str
) -> None:
    async def main() -> list[list[str]]:
        seats = asyncio.Semaphore(12)

        async def one(point: Point) -> list[str]:
            async with seats:
                interrupted = InterruptedCall(point, authority)
                found = await interrupt(interrupted, logs, MEANS[means])
                return [f"{point.name}, {point.call.name}: {each}" for each in found]

        return await asyncio.gather(*map(one, points))

    with all_points() as points, captured_logs() as logs:
        found = [each for every in asyncio.run(main()) for each in every]
        gc.collect()  # while its warnings are captured here, and not by another test
    if found:
        pytest.fail("\n".join(found), pytrace=False)


# ------------------------------------------------------------------------------------------------ blocking


@contextmanager
def signalled(number: int, ready: Callable[[], None]) -> Iterator[None]:
    """Send the main thread a signal when the point is reached: the only way to interrupt a system call."""
    is_over = threading.Event()

    def send() -> None:
        ready()
        main = threading.main_thread().ident
        assert main is not None
        for _ in range(5):
            if is_over.is_set():
                break
            signal.pthread_kill(main, number)
            is_over.wait(3)  # a signal that comes within a callback of a weak reference gets lost

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    try:
        yield
    finally:
        is_over.set()
        sender.join(10)


def _exit(*_: object) -> None:
    raise SystemExit(3)


ENDS: dict[str, tuple[type[BaseException], Any]] = {
    "Ctrl-C": (KeyboardInterrupt, signal.default_int_handler),
    "SystemExit": (SystemExit, _exit),
}


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="signals are sent to threads on POSIX only")
@pytest.mark.parametrize("end", ENDS)
def test_a_signal_during_a_call_raises_and_its_error_says_what_is_in_doubt(authority: Authority, end: str) -> None:
    assert threading.current_thread() is threading.main_thread()
    kind, handler = ENDS[end]
    found: list[str] = []
    before = signal.signal(signal.SIGINT, handler)
    try:
        with all_points() as points, captured_logs() as logs:
            for point in points:
                if point.call not in (CREATE_V6, UPLOAD, CANCEL):
                    continue
                interrupted = InterruptedCall(point, authority)
                with ApiClient(interrupted.configuration) as client:
                    orders = OrdersApi(client)
                    if point.first:
                        DETAILS(orders)
                    error: BaseException | None = None
                    try:
                        with signalled(signal.SIGINT, interrupted.wait):
                            point.call(orders, correlation_id=interrupted.correlation_id)
                    except BaseException as caught:  # noqa: BLE001 - it is what is looked at
                        error = caught
                name = f"{point.name}, {point.call.name}"
                if type(error) is not kind:
                    found.append(f"{name}: ended with {error!r}")
                if error is None:
                    interrupted.server.stop()
                    continue
                found += [f"{name}: {each}" for each in interrupted.complaints(error, logs)]
            gc.collect()  # as above
    finally:
        signal.signal(signal.SIGINT, before)
    if found:
        pytest.fail("\n".join(found), pytrace=False)

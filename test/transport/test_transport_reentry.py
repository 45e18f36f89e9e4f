"""A call that begins on the thread of a request that is out changes nothing of what is known of that request."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from types import FrameType
from typing import Any

import pytest
from call_kit import CREATE_V6, DETAILS, configured
from fork_kit import fork, forks
from server_kit import HANGS_S, ScriptedServer, Step
from step_kit import HALF_BODY, sending, when_released

from xi.sdk.resellers import ApiClient, OrdersApi, RetryPolicy
from xi.sdk.resellers._core.messages import NotSent, Request, Timeouts, Unanswered
from xi.sdk.resellers._transport.settings import ConnectionSettings
from xi.sdk.resellers._transport.urllib3_transport import Urllib3Transport
from xi.sdk.resellers.exceptions import NotSentException, UnansweredException

ONE = RetryPolicy(attempts=1)
CUT_OFF = when_released(sending(b""))
"""Take a request, wait for `proceed`, then close the connection without an answer."""

needs_signals = pytest.mark.skipif(
    not hasattr(signal, "pthread_kill"), reason="signals are sent to threads on POSIX only"
)


@contextmanager
def handler_that_calls(act: Callable[[], Any], server: ScriptedServer, *, after: float = 0.0) -> Iterator[list[Any]]:
    """Act in a signal handler of this thread once a request has arrived at the server, which then goes on.

    Args:
        act: what the handler does.
        server: waits for the handler before it goes on.
        after: seconds between the arrival and the signal.
    """
    done: list[Any] = []

    def handle(*_: object) -> None:
        try:
            act()
        except Exception as error:  # noqa: BLE001 - it is looked at
            done.append(error)
        else:
            done.append(None)
        finally:
            server.proceed.set()

    def send() -> None:
        if server.arrived.wait(30):
            time.sleep(after)
            main = threading.main_thread().ident
            assert main is not None
            signal.pthread_kill(main, signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, handle)
    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    try:
        yield done
    finally:
        server.proceed.set()
        server.arrived.set()
        sender.join(30)
        signal.signal(signal.SIGUSR1, before)


@needs_signals
@pytest.mark.parametrize("attempts", [1, 3])
def test_a_create_is_in_doubt_and_sent_once_though_a_signal_handler_fails_to_connect_meanwhile(
    serve, orders_of, closed_port, attempts: int
) -> None:
    server = serve(CUT_OFF, CREATE_V6.answer())
    orders, others = (
        orders_of(server, retry=RetryPolicy(attempts=attempts, base=0.01)),
        orders_of(closed_port, retry=ONE),
    )
    with handler_that_calls(lambda: DETAILS(others), server) as done, pytest.raises(UnansweredException) as caught:
        CREATE_V6(orders)
    assert [type(each) for each in done] == [NotSentException]
    assert (len(server.requests), caught.value.may_have_been_acted_on) == (1, True)


@needs_signals
def test_the_begun_answer_of_a_create_is_kept_though_a_signal_handler_calls_meanwhile(serve, orders_of) -> None:
    def act(connection: Any) -> bool:
        connection.sock.sendall(HALF_BODY)
        connection.server.arrived.set()
        connection.server.proceed.wait(30)
        return False

    server, other = serve(Step(act)), serve(DETAILS.answer())
    orders, others = orders_of(server), orders_of(other)
    with (
        handler_that_calls(lambda: DETAILS(others), server, after=0.1) as done,  # once the beginning was read
        pytest.raises(UnansweredException) as caught,
    ):
        CREATE_V6(orders)
    assert done == [None]
    assert "20-A" in str(caught.value.body)


@pytest.mark.parametrize("ends", ["unanswered", "late"])
def test_a_request_of_meanwhile_leaves_the_one_that_is_out_as_it_is(serve, closed_port, ends: str) -> None:
    inner, outer = Urllib3Transport(ConnectionSettings()), Urllib3Transport(ConnectionSettings())
    found: list[BaseException] = []

    def call() -> None:
        try:
            inner.send(Request("GET", closed_port, "/", {}), Timeouts(1, 1, 1))
        except NotSent as error:
            found.append(error)
        server.proceed.set()

    server = serve(
        when_released(sending(b"HTTP/1.1 201 Created\r\n", b"X: y\r\n", pause=2 * HANGS_S))
        if ends == "late"
        else CUT_OFF
    )
    began = time.monotonic()
    with pytest.raises(Unanswered):
        outer.send(Request("POST", server.url, "/", {}, b"{}", meanwhile=call), Timeouts(1, 0.5, 0.5))
    assert time.monotonic() - began < HANGS_S
    assert (len(found), len(server.requests)) == (1, 1)
    outer.close()


class _TimeLimit(BaseException):
    """What a task queue raises in the code that happens to run."""


_PLACES = (
    "/queue.py",
    "/threading.py",
    "/connectionpool.py",
    "/poolmanager.py",
    "/_collections.py",
    "/urllib3_stack.py",
)


def strike(number: int, act: Callable[[], Any]) -> Callable[..., Any]:
    """Return a trace function that acts once, at the moment of that number within a pool of connections."""
    left = number

    def trace(frame: FrameType, *_: object) -> Any:
        nonlocal left
        if frame.f_code.co_filename.endswith(_PLACES):
            left -= 1
            if left == -1:
                sys.settrace(None)
                act()
        return trace

    return trace


def _raise() -> None:
    raise _TimeLimit


def go_through_all_moments(host: str, act: str, *, is_first: bool) -> None:
    """Interrupt a call at each moment within the pool, then make another call and close the client."""
    for number in count():
        client = ApiClient(configured(host))
        orders = OrdersApi(client)
        if not is_first:
            DETAILS(orders)
        trace = strike(number, _raise if act == "raise" else lambda orders=orders: DETAILS(orders))
        sys.settrace(trace)
        try:
            DETAILS(orders)
            is_over = sys.gettrace() is trace
        except _TimeLimit:
            is_over = False
        finally:
            sys.settrace(None)
        assert DETAILS.recognizes(DETAILS(orders))
        client.close()
        if is_over:
            sys.stdout.write(str(number))
            return


@pytest.mark.parametrize("act", ["raise", "call"])
@pytest.mark.parametrize("is_first", [False, True], ids=["used pool", "new pool"])
def test_after_an_interrupt_or_a_call_within_the_pool_nothing_hangs(serve, act: str, is_first: bool) -> None:
    # In a process of its own: a lock that stays taken would also hang a finalizer, and the end of the process.
    server = serve(always=DETAILS.answer())
    done = subprocess.run(
        [sys.executable, __file__, server.url, act, "first" * is_first],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=120,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 50  # so many moments


@forks
def test_a_call_between_two_steps_of_the_first_in_a_forked_child_uses_no_connection_of_the_parent(
    serve: Callable[..., ScriptedServer],
) -> None:
    server = serve(*[DETAILS.answer()] * 3)

    class Watched(Urllib3Transport):
        def __setattr__(self, name: str, value: object) -> None:
            super().__setattr__(name, value)
            if name == "_process" and hasattr(self, "_genuine"):  # not in the constructor, but in the child
                DETAILS(orders)  # as another thread may at this moment

    orders = OrdersApi(ApiClient(configured(server), transport=Watched(ConnectionSettings())))
    DETAILS(orders)
    fork(lambda: DETAILS(orders))
    assert [each.connection for each in server.requests] == [1, 2, 2]


if __name__ == "__main__":
    go_through_all_moments(sys.argv[1], sys.argv[2], is_first=bool(sys.argv[3]))

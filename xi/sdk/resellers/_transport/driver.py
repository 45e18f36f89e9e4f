"""Executes the commands of a flow, blocking: the only place where a call waits or sends."""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Protocol, TypeVar, cast
from weakref import WeakSet

from xi.sdk.resellers._core.flow import NOTICEABLE_S, AskForToken, EnterGate, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, Timeouts, TransportFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from xi.sdk.resellers._core.flow import Command, Flow, Reply
    from xi.sdk.resellers._core.redact import Sealed

T = TypeVar("T")

_log = logging.getLogger("xi.sdk.resellers")


class Transport(Protocol):
    """Sends one request and returns the whole response."""

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request.

        Raises:
            NotSent: no byte of it was sent.
            Unanswered: some of it was sent, and no complete response came back.
        """
        ...

    def close(self) -> None:
        """Close what is open; a later `send` opens it anew."""
        ...

    # A transport that keeps connections also has `drop_connections()`, after which no open connection is used again.


def run(
    flow: Flow[T],
    transport: Transport,
    acquire: Callable[[Sealed | None], Sealed | None],
    sleep: Callable[[float], None] = time.sleep,
) -> T:
    """Run a flow to its end.

    Args:
        flow: yields the commands.
        transport: sends the requests.
        acquire: returns the bearer token; it is given the one that was refused.
        sleep: waits for so many seconds.
    """
    execute = _Executor(transport, acquire, sleep).execute
    reply: Reply = None
    failure: BaseException | None = None
    try:
        while True:
            try:
                command: Command = flow.send(reply) if failure is None else flow.throw(failure)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]  # StopIteration does not carry the flow's type
            reply = failure = None
            try:
                reply = execute(command)
            except BaseException as error:  # noqa: BLE001 - Ctrl-C too: the flow adds what is in doubt
                failure = error
    finally:
        flow.close()
        failure = None  # a frame and the exception that it keeps would refer to each other


class _Executor:
    """Executes the commands of one flow."""

    def __init__(
        self, transport: Transport, acquire: Callable[[Sealed | None], Sealed | None], sleep: Callable[[float], None]
    ) -> None:
        self._transport = transport
        self._is_logged = _log.isEnabledFor(logging.DEBUG)
        self._acquire = acquire
        self._sleep = sleep

    def execute(self, command: Command) -> Reply:
        if type(command) is Send:
            if not self._is_logged:
                return self._transport.send(command.request, command.timeouts)
            with logged(command.request) as log:
                return log(self._transport.send(command.request, command.timeouts))
        if type(command) is Sleep:
            log_wait(command)
            self._sleep(command.seconds)
        elif type(command) is EnterGate:
            return _enter_gate(cast("PassingGate", command.gate), command.patience, command.by)
        elif type(command) is AskForToken:
            return self._acquire(command.refused)
        else:
            drop_connections(self._transport)
        return None


def drop_connections(transport: object) -> None:
    """Make a transport use new connections from now on; a transport of a test may have no such method."""
    drop: Callable[[], None] | None = getattr(transport, "drop_connections", None)
    if drop is not None:
        drop()


def _enter_gate(gate: PassingGate, patience: float, by: object) -> bool:
    inside = gate.enter(by)
    if inside is None:
        return True
    woken = Lock()
    woken.acquire()
    inside.when_over(woken.release)
    for seconds in pieces_of_wait(patience):
        if woken.acquire(timeout=seconds) or inside.is_over:
            break
    return False


class Stay:
    """The time that one is inside a gate, for those that wait for its end.

    It has no lock: Ctrl-C may come between any two steps, and a lock that it left taken would stop every other call.
    """

    def __init__(self, by: object) -> None:
        self.by = by
        self.is_over = False
        self._wakes: deque[Callable[[], object]] = deque()

    def when_over(self, wake: Callable[[], object]) -> None:
        """Have `wake` called at the end, or at once if that has come."""
        self._wakes.append(wake)
        if self.is_over:
            self.end()

    def end(self) -> None:
        """Wake those that wait; each is woken once, also where two threads end the same stay."""
        self.is_over = True
        with suppress(IndexError):
            while True:
                self._wakes.popleft()()


class PassingGate:
    """Lets one thread or task in at a time. In a forked child it is open: the one that was inside is in the parent."""

    def __init__(self) -> None:
        self.reopen()
        _gates.add(self)

    def reopen(self) -> None:
        """Open the gate, in a process that was just forked and in which nothing else runs."""
        self._lock = Lock()
        self._inside: Stay | None = None

    def enter(self, by: object = None) -> Stay | None:
        """Return None if the caller is let in, else the stay of the one that is inside."""
        stay = Stay(by)
        with self._lock:  # nothing is called in here, so neither Ctrl-C nor a signal's own call comes in between
            inside = self._inside
            if inside is None or inside.is_over:
                self._inside = stay
                return None
            return inside

    def leave(self, by: object = None) -> None:
        """Leave the gate, and wake those that wait; who is not inside leaves nothing."""
        inside = self._inside
        if inside is not None and inside.by is by:
            inside.end()


_gates: WeakSet[PassingGate] = WeakSet()


def _after_fork() -> None:
    for gate in _gates:
        gate.reopen()


if hasattr(os, "register_at_fork"):  # there is no fork on Windows
    os.register_at_fork(after_in_child=_after_fork)


def pieces_of_wait(patience: float) -> Generator[float]:
    """Split the wait for a token that another call fetches, and log it once it is long enough to be noticed.

    After each piece one looks: if Ctrl-C came while those that wait were woken, some were not.
    """
    left = patience
    while left > 0:
        yield min(left, NOTICEABLE_S)
        if left == patience > NOTICEABLE_S:
            _log.warning("waiting up to %.0f s for the token that another call is fetching (see _deadline)", patience)
        left -= NOTICEABLE_S


def log_wait(wait: Sleep) -> None:
    """Log that a call waits; a wait that is long enough to be noticed is a warning."""
    if wait.why:
        _log.warning("waiting %.1f s: %s", wait.seconds, wait.why)
    else:
        _log.debug("waiting %.3f s", wait.seconds)


@contextmanager
def logged(request: Request) -> Generator[Callable[[Response], Response]]:
    """Log a request and the failure that ends it, or its response, which goes through the function that is yielded."""

    def log_response(response: Response) -> Response:
        shown = response.without(request.secrets)
        _log.debug("answered %s%s", shown.shown(), "" if request.confidential else shown.shown_body())
        return response

    _log.debug("sending %r%s", request, request.shown_body())
    try:
        yield log_response
    except TransportFailure as failure:
        _log.debug("no answer: %s: %s", type(failure).__name__, failure.without(request.secrets))
        raise

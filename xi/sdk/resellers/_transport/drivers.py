"""Carries out the commands of a flow: the one place where a call waits or sends."""

from __future__ import annotations

import logging
import time
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from xi.sdk.resellers._core.flow import Acquire, Guard, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, Timeouts, TransportFailure

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.flow import Command, Flow, Reply
    from xi.sdk.resellers._transport.gate import PassingGate

T = TypeVar("T")

_log = logging.getLogger("xi.sdk.resellers")


class Transport(Protocol):
    """Sends one request and returns its answer, read to the end."""

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request.

        Raises:
            NotSent: not a byte of it left.
            Unanswered: some of it left, and no whole answer came back.
        """
        ...

    def close(self) -> None:
        """Close what is open; a later `send` opens it anew."""
        ...


def run(
    flow: Flow[T],
    transport: Transport,
    acquire: Callable[[str | None], str | None],
    sleep: Callable[[float], None] = time.sleep,
) -> T:
    """Drive a flow to its end, blocking.

    Args:
        flow: what to do.
        transport: what sends.
        acquire: gives the bearer token, knowing which one was refused.
        sleep: waits.
    """
    send = _Logged(transport).send if _log.isEnabledFor(logging.DEBUG) else transport.send
    reply: Reply = None
    failure: TransportFailure | None = None
    try:
        while True:
            try:
                command: Command = flow.send(reply) if failure is None else flow.throw(failure)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]  # StopIteration does not carry the flow's type
            reply = failure = None
            if type(command) is Send:
                try:
                    reply = send(command.request, command.timeouts)
                except TransportFailure as thrown:
                    failure = thrown
            elif type(command) is Sleep:
                _log.debug("waiting %.3f s", command.seconds)
                sleep(command.seconds)
            elif type(command) is Guard:
                reply = _passed(cast("PassingGate", command.gate), command.patience)
            elif type(command) is Acquire:
                reply = acquire(command.refused)
    finally:
        flow.close()


def _passed(gate: PassingGate, patience: float) -> bool:
    inside = gate.enter()
    if inside is None:
        return True
    if patience > 0:
        with suppress(NotYet):
            inside.result(patience)
    return False


class _Logged:
    """Says what goes out and what comes back."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def send(self, request: Request, timeouts: Timeouts) -> Response:
        log_request(request)
        try:
            response = self._transport.send(request, timeouts)
        except TransportFailure as failure:
            log_failure(failure)
            raise
        log_response(request, response)
        return response


def log_request(request: Request) -> None:
    """Say what goes out."""
    _log.debug("sending %r%s", request, request.shown_body())


def log_failure(failure: TransportFailure) -> None:
    """Say that nothing came back."""
    _log.debug("no answer: %s: %s", type(failure).__name__, failure)


def log_response(request: Request, response: Response) -> None:
    """Say what came back."""
    _log.debug("answered %r%s", response, "" if request.confidential else response.shown_body())

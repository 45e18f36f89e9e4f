"""Carries out the commands of a flow: the one place where a call waits or sends."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from xi.sdk.resellers._core.flow import Acquire, Send, Sleep
from xi.sdk.resellers._core.messages import TransportFailure

if TYPE_CHECKING:
    from collections.abc import Callable

    from xi.sdk.resellers._core.flow import Command, Flow, Reply
    from xi.sdk.resellers._core.messages import Request, Response, Timeouts

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
    reply: Reply = None
    try:
        command: Command = next(flow)
        debugging = _log.isEnabledFor(logging.DEBUG)
        while True:
            match command:
                case Send(request, timeouts):
                    try:
                        send = partial(_logged, transport) if debugging else transport.send
                        reply = send(request, timeouts)
                    except TransportFailure as failure:
                        command = flow.throw(failure)
                        continue
                case Acquire(refused):
                    reply = acquire(refused)
                case Sleep(seconds):
                    _log.debug("waiting %.3f s before the next attempt", seconds)
                    sleep(seconds)
                    reply = None
            command = flow.send(reply)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]  # StopIteration does not carry the flow's type


def _logged(transport: Transport, request: Request, timeouts: Timeouts) -> Response:
    _log.debug("sending %r%s", request, request.shown_body())
    try:
        response = transport.send(request, timeouts)
    except TransportFailure as failure:
        _log.debug("no answer: %s: %s", type(failure).__name__, failure)
        raise
    _log.debug("answered %r%s", response, "" if request.confidential else response.shown_body())
    return response

"""Carries out the commands of a flow in an event loop; the counterpart of `drivers`."""

from __future__ import annotations

import asyncio
import inspect
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from xi.sdk.resellers._core.flow import Acquire, Guard, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, Timeouts, TransportFailure, Unanswered
from xi.sdk.resellers._transport.drivers import log_failure, log_request, log_response
from xi.sdk.resellers.exceptions import UnansweredException

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from xi.sdk.resellers._core.flow import Command, Flow, Reply
    from xi.sdk.resellers._transport.gate import PassingGate

T = TypeVar("T")

_log = logging.getLogger("xi.sdk.resellers")


class AsyncTransport(Protocol):
    """Sends one request and returns its answer, read to the end."""

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request.

        Raises:
            NotSent: not a byte of it left.
            Unanswered: some of it left, and no whole answer came back.
            CancelledBeforeSending: the task was cancelled while not a byte had left.
        """
        ...

    async def close(self) -> None:
        """Close what is open; a later `send` opens it anew."""
        ...


class CancelledBeforeSending(asyncio.CancelledError):
    """Nothing was lost by this cancelling."""


class CancelledUnansweredException(UnansweredException, asyncio.CancelledError):
    """The task was cancelled while the answer to a create, modify or cancel was out: it may have been acted on.

    It is a CancelledError too, so cancelling works as ever for whoever does not ask.
    """


async def arun(
    flow: Flow[T], transport: AsyncTransport, acquire: Callable[[str | None], str | Awaitable[str | None] | None]
) -> T:
    """Drive a flow to its end.

    Args:
        flow: what to do.
        transport: what sends.
        acquire: gives the bearer token, or promises it, knowing which one was refused.
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
                    reply = await send(command.request, command.timeouts)
                except TransportFailure as thrown:
                    failure = thrown
                except CancelledBeforeSending:
                    raise
                except asyncio.CancelledError as cancelled:
                    _conclude(flow, cancelled)
                    raise
            elif type(command) is Sleep:
                _log.debug("waiting %.3f s", command.seconds)
                await asyncio.sleep(command.seconds)
            elif type(command) is Guard:
                reply = await _passed(cast("PassingGate", command.gate), command.patience)
            elif type(command) is Acquire:
                given = acquire(command.refused)
                reply = await given if inspect.isawaitable(given) else given
    finally:
        flow.close()


def _conclude(flow: Flow[Any], cancelled: asyncio.CancelledError) -> None:
    """Let a flow tell what a cancelled attempt means: the end for what may not be repeated.

    Raises:
        CancelledUnansweredException: it may have been acted on.
    """
    try:
        flow.throw(Unanswered("the task was cancelled"))
    except UnansweredException as error:
        if error.hint:  # of a call that only reads there is nothing to say
            told = CancelledUnansweredException.__new__(CancelledUnansweredException, *error.args)
            told.__dict__.update(error.__dict__)
            raise told from cancelled
    except StopIteration:
        pass


async def _passed(gate: PassingGate, patience: float) -> bool:
    inside = gate.enter()
    if inside is None:
        return True
    if patience > 0:
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()

        def wake(_: object) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits in it any more
                loop.call_soon_threadsafe(woken.set)

        # Not wrapped: cancelling one who waits must not cancel what all wait for.
        inside.add_done_callback(wake)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await woken.wait()
    return False


class _Logged:
    """Says what goes out and what comes back."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        log_request(request)
        try:
            response = await self._transport.send(request, timeouts)
        except TransportFailure as failure:
            log_failure(failure)
            raise
        log_response(request, response)
        return response

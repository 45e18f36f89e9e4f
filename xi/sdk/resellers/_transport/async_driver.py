"""Executes the commands of a flow in an event loop; the counterpart of `driver`."""

from __future__ import annotations

import asyncio
import inspect
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from xi.sdk.resellers._core.flow import AskForToken, EnterGate, Send, Sleep
from xi.sdk.resellers._transport.driver import drop_connections, log_wait, logged, pieces_of_wait

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from xi.sdk.resellers._core.flow import Command, Flow, Reply
    from xi.sdk.resellers._core.messages import Request, Response, Timeouts
    from xi.sdk.resellers._core.redact import Sealed
    from xi.sdk.resellers._transport.driver import PassingGate

T = TypeVar("T")

_log = logging.getLogger("xi.sdk.resellers")


class AsyncTransport(Protocol):
    """Sends one request and returns the whole response."""

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        """Send a request.

        Raises:
            NotSent: no byte of it was sent.
            Unanswered: some of it was sent, and no complete response came back.
            asyncio.CancelledError: the task was cancelled; marked by `mark_unsent` if no byte was sent.
        """
        ...

    async def close(self) -> None:
        """Close what is open; a later `send` opens it anew."""
        ...


async def run_async(
    flow: Flow[T],
    transport: AsyncTransport,
    acquire: Callable[[Sealed | None], Sealed | Awaitable[Sealed | None] | None],
) -> T:
    """Run a flow to its end.

    Args:
        flow: yields the commands.
        transport: sends the requests.
        acquire: returns the bearer token or an awaitable of it; it is given the token that was refused.
    """
    execute = _Executor(transport, acquire).execute
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
                reply = await execute(command)
            except BaseException as error:  # noqa: BLE001 - a cancelled task too: the flow adds what is in doubt
                failure = error
    finally:
        flow.close()
        failure = None  # a frame and the exception that it keeps would refer to each other


class _Executor:
    """Executes the commands of one flow."""

    def __init__(
        self, transport: AsyncTransport, acquire: Callable[[Sealed | None], Sealed | Awaitable[Sealed | None] | None]
    ) -> None:
        self._transport = transport
        self._is_logged = _log.isEnabledFor(logging.DEBUG)
        self._acquire = acquire

    async def execute(self, command: Command) -> Reply:
        if type(command) is Send:
            if not self._is_logged:
                return await self._transport.send(command.request, command.timeouts)
            with logged(command.request) as log:
                return log(await self._transport.send(command.request, command.timeouts))
        if type(command) is Sleep:
            log_wait(command)
            await asyncio.sleep(command.seconds)
        elif type(command) is EnterGate:
            return await _enter_gate(cast("PassingGate", command.gate), command.patience, command.by)
        elif type(command) is AskForToken:
            given = self._acquire(command.refused)
            return await given if inspect.isawaitable(given) else given
        else:
            drop_connections(self._transport)
        return None


async def _enter_gate(gate: PassingGate, patience: float, by: object) -> bool:
    inside = gate.enter(by)
    if inside is None:
        return True
    if patience > 0:
        loop = asyncio.get_running_loop()
        woken = asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop is closed, so nothing waits in it
                loop.call_soon_threadsafe(woken.set)

        inside.when_over(wake)
        for seconds in pieces_of_wait(patience):
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await woken.wait()
            if inside.is_over:
                break
    return False

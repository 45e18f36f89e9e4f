"""anyio's scopes and groups work as usual around a call that hangs, and the doubt can be found."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import anyio.lowlevel
import pytest
from failing_kit import ScriptedServer
from tools_kit import ORDER, WHO

from xi.sdk.resellers import Configuration, Doubt, aio, in_doubt

DOUBT = Doubt("post_createorder_v6", "PO-1", None, WHO[2], 1)
FAR = 120.0
"""Seconds; nothing here takes so long, unless it hangs."""


class HangingServer:
    """A server that does not answer until its test is over."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.arrived = threading.Event()
        self.server = ScriptedServer(self._hang)
        self.url = self.server.url

    def _hang(self, request: bytes) -> bytes:
        assert request.startswith(b"POST /resellers/v6/orders ")
        self.arrived.set()
        self.over.wait(FAR)
        return b""

    async def has_arrived(self) -> None:
        """Wait until the server has received a create."""
        assert await asyncio.to_thread(self.arrived.wait, FAR)

    def stop(self) -> None:
        """Release the waiting requests."""
        self.over.set()
        self.server.stop()


@pytest.fixture
def hanging() -> Iterator[HangingServer]:
    """A server at which a create hangs."""
    server = HangingServer()
    yield server
    server.stop()


@asynccontextmanager
async def creating(hanging: HangingServer) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """Yield a function that makes a create that hangs. A given scope times out once the server has the create."""

    async def end(scope: Any) -> None:
        await hanging.has_arrived()
        scope.deadline = anyio.current_time()

    async def create(scope: Any = None) -> Any:
        ending = None if scope is None else asyncio.create_task(end(scope))
        try:
            return await aio.OrdersApi(client).post_createorder_v6(*WHO, ORDER)
        finally:
            assert ending is None or ending.done()

    async with aio.AsyncApiClient(Configuration(host=hanging.url, access_token="t-secret")) as client:
        yield create


def warned(caplog: pytest.LogCaptureFixture) -> list[tuple[Any, ...]]:
    """Return the fields of the warnings of the package."""
    return [
        tuple(getattr(each, name) for name in ("operation", "customer_order_number", "correlation_id"))
        for each in caplog.records
        if each.name == "xi.sdk.resellers" and each.levelno == logging.WARNING
    ]


WARNINGS = [("post_createorder_v6", "PO-1", WHO[2])]


def test_the_doubt_is_found_inside_fail_after(hanging: HangingServer, caplog: pytest.LogCaptureFixture) -> None:
    within: list[BaseException] = []

    async def program() -> None:
        async with creating(hanging) as create:
            with anyio.fail_after(FAR) as scope:
                try:
                    await create(scope)
                except BaseException as error:
                    within.append(error)
                    raise

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(program())
    assert hanging.arrived.is_set()
    (cancelled,) = within
    assert type(cancelled) is asyncio.CancelledError
    assert in_doubt(cancelled) == (DOUBT,), "within the scope"
    assert in_doubt(caught.value) == (DOUBT,), "and outside of it"
    assert warned(caplog) == WARNINGS


def test_move_on_after_continues_after_the_scope(hanging: HangingServer, caplog: pytest.LogCaptureFixture) -> None:
    doubts: list[Doubt] = []

    async def program() -> str:
        async with creating(hanging) as create:
            with anyio.move_on_after(FAR) as scope:
                try:
                    await create(scope)
                except BaseException as error:
                    doubts.extend(in_doubt(error))
                    raise
            assert scope.cancelled_caught
            await anyio.lowlevel.checkpoint()  # the cancellation is complete
            return "moved on"

    assert asyncio.run(program()) == "moved on"
    assert doubts == [DOUBT]
    assert warned(caplog) == WARNINGS


def test_a_cancelled_scope_ends_only_the_call(hanging: HangingServer, caplog: pytest.LogCaptureFixture) -> None:
    async def program() -> bool:
        async with creating(hanging) as create, anyio.create_task_group() as group:
            with anyio.CancelScope() as scope:
                group.start_soon(_cancel_when_arrived, hanging, scope)
                await create()
            assert not group.cancel_scope.cancel_called
            return bool(scope.cancelled_caught)

    assert asyncio.run(program())
    assert warned(caplog) == WARNINGS


async def _cancel_when_arrived(hanging: HangingServer, scope: Any) -> None:
    await hanging.has_arrived()
    scope.cancel()


def test_a_shielded_call_continues_when_its_outer_scope_is_cancelled(
    hanging: HangingServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def program() -> None:
        async with creating(hanging) as create:
            with anyio.move_on_after(0) as outer:
                with anyio.CancelScope(shield=True), pytest.raises(TimeoutError), anyio.fail_after(FAR) as inner:
                    await create(inner)
                await anyio.sleep(FAR)
            assert outer.cancelled_caught

    asyncio.run(program())
    assert hanging.arrived.is_set()
    assert warned(caplog) == WARNINGS


def test_a_group_in_which_another_task_fails_raises_only_that_failure(
    hanging: HangingServer, caplog: pytest.LogCaptureFixture
) -> None:
    doubts: list[Doubt] = []

    async def program() -> None:
        async with creating(hanging) as create, anyio.create_task_group() as group:

            async def create_and_look() -> None:
                try:
                    await create()
                except BaseException as error:
                    doubts.extend(in_doubt(error))
                    raise

            group.start_soon(create_and_look)
            await hanging.has_arrived()
            raise LookupError("of another task")

    with pytest.raises(BaseExceptionGroup) as caught:
        asyncio.run(program())
    assert [type(each) for each in caught.value.exceptions] == [LookupError]
    assert doubts == [DOUBT]
    assert warned(caplog) == WARNINGS


def test_a_cancelled_group_ends_without_an_error(hanging: HangingServer, caplog: pytest.LogCaptureFixture) -> None:
    async def program() -> None:
        async with creating(hanging) as create, anyio.create_task_group() as group:
            group.start_soon(create)
            await hanging.has_arrived()
            group.cancel_scope.cancel()

    asyncio.run(program())
    assert warned(caplog) == WARNINGS, "only the log record shows the doubt"


def test_nothing_is_sent_in_a_scope_that_is_already_cancelled(
    hanging: HangingServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def program() -> None:
        async with creating(hanging) as create:
            with pytest.raises(TimeoutError) as caught, anyio.fail_after(0):
                await create()
            assert in_doubt(caught.value) == ()

    asyncio.run(program())
    assert not hanging.arrived.is_set()
    assert warned(caplog) == []

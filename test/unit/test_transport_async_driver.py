"""The driver for event loops: the commands of a flow carried out, what cancelling means, and no secret in a log."""

from __future__ import annotations

import asyncio
import gc
import logging
import weakref
from contextlib import suppress
from typing import Any

import pytest
from unit_kit import REQUEST, Asked, Clock, Step, answer, call_of, not_sent, unanswered

from xi.sdk.resellers._core.exchange import Runtime, exchange
from xi.sdk.resellers._core.flow import AskForToken, DropConnections, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, Timeouts, TransportFailure, mark_unsent
from xi.sdk.resellers._core.redact import Sealed
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._transport.async_driver import run_async
from xi.sdk.resellers.exceptions import Doubt, in_doubt

TIMEOUTS = Timeouts(1, 2)
LOGGER = "xi.sdk.resellers"


class Scripted:
    """Answers from a script; with nothing left in it, it never does."""

    def __init__(self, *script: Step | BaseException) -> None:
        self.script = list(script)
        self.sent: list[Request] = []
        self.is_stuck = asyncio.Event()

    async def send(self, request: Request, timeouts: Timeouts) -> Response:
        assert timeouts.read > 0
        self.sent.append(request)
        await asyncio.sleep(0)
        if not self.script:
            self.is_stuck.set()
            await asyncio.Event().wait()
        step = self.script.pop(0)
        if isinstance(step, BaseException):
            raise step
        assert isinstance(step, Response)
        return step

    async def close(self) -> None:
        pass


def call(operation: str) -> Flow[Any]:
    clock = Clock()
    return exchange(
        call_of(operation, policy=RetryPolicy(base=0), timeouts=TIMEOUTS),
        Runtime(clock.monotonic, clock.wall, lambda: 0.5),
        Asked(),
    )


def given_at_once(refused: Sealed | None) -> Sealed | None:
    return None if refused else Sealed("tok-1")


async def promised(refused: Sealed | None) -> Sealed | None:
    await asyncio.sleep(0)
    return None if refused else Sealed("tok-1")


@pytest.mark.parametrize("acquire", [given_at_once, promised])
def test_each_command_is_carried_out_and_answered(acquire: Any) -> None:
    def flow() -> Flow[list[Any]]:
        first = yield AskForToken()
        second = yield Sleep(0.001)
        third = yield Send(REQUEST, TIMEOUTS)
        return [first, second, third]

    assert asyncio.run(run_async(flow(), Scripted(answer(204)), acquire)) == [Sealed("tok-1"), None, answer(204)]


@pytest.mark.parametrize("failure", [not_sent(), unanswered()])
def test_a_failure_is_thrown_into_the_flow_which_may_go_on(failure: TransportFailure) -> None:
    transport = Scripted(failure, answer(200))
    answered = asyncio.run(run_async(call("get_orderdetails_v6_1"), transport, promised))
    assert answered.response == answer(200)
    assert [each.open_headers()["Authorization"] for each in transport.sent] == ["Bearer tok-1"] * 2


CREATE, DETAILS, CANCEL = "post_createorder_v6", "get_orderdetails_v6_1", "delete_ordercancel"


class Group:
    """Runs a call in a group of tasks; its failure comes from a task beside it."""

    async def __call__(self, operation: str, transport: Scripted) -> None:
        async def failing() -> None:
            await transport.is_stuck.wait()
            raise ZeroDivisionError

        async with asyncio.TaskGroup() as group:
            self.task = group.create_task(run_async(call(operation), transport, promised))
            group.create_task(failing())


async def by_hand(operation: str, transport: Scripted) -> None:
    task = asyncio.ensure_future(run_async(call(operation), transport, promised))
    await transport.is_stuck.wait()
    task.cancel("enough")
    await task


async def by_timeout(operation: str, transport: Scripted) -> None:
    async with asyncio.timeout(None) as bound:
        asyncio.ensure_future(transport.is_stuck.wait()).add_done_callback(lambda _: bound.reschedule(0))
        await run_async(call(operation), transport, promised)


async def by_wait_for(operation: str, transport: Scripted) -> None:
    await asyncio.wait_for(run_async(call(operation), transport, promised), 0.05)


@pytest.mark.parametrize("operation", [CREATE, "post_createorder_v7", "put_ordermodify", CANCEL, DETAILS])
@pytest.mark.parametrize(
    ("way", "raised"),
    [(by_hand, asyncio.CancelledError), (by_timeout, TimeoutError), (by_wait_for, TimeoutError)],
)
def test_a_cancelled_call_ends_as_its_task_does_and_tells_what_is_in_doubt(
    way: Any, raised: type[BaseException], operation: str
) -> None:
    with pytest.raises(raised) as caught:
        asyncio.run(way(operation, Scripted()))
    assert type(caught.value) is raised
    doubt = Doubt(operation, "PO-1", "20-AAAA1", "corr-1", 1)
    assert in_doubt(caught.value) == (() if operation == DETAILS else (doubt,))


def doubts(task: asyncio.Task[Any]) -> tuple[Doubt, ...]:
    with pytest.raises(asyncio.CancelledError) as caught:
        task.exception()
    return in_doubt(caught.value)


def test_a_group_ends_with_the_error_of_the_other_task_and_the_task_keeps_its_doubt() -> None:
    group = Group()
    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(group(CREATE, Scripted()))
    assert [type(each) for each in caught.value.exceptions] == [ZeroDivisionError]
    assert [each.operation for each in doubts(group.task)] == [CREATE]


def test_gathered_tasks_keep_what_each_leaves_in_doubt() -> None:
    async def scene() -> list[asyncio.Task[Any]]:
        transports = Scripted(), Scripted(), Scripted()
        calls = zip((CREATE, DETAILS, CANCEL), transports, strict=True)
        tasks = [asyncio.ensure_future(run_async(call(name), each, promised)) for name, each in calls]
        for each in transports:
            await each.is_stuck.wait()
        for each in tasks:
            each.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert [type(each) for each in ends] == [asyncio.CancelledError] * 3
        return tasks

    tasks = asyncio.run(scene())
    assert [[doubt.operation for doubt in doubts(each)] for each in tasks] == [[CREATE], [], [CANCEL]]


def test_cancelling_before_anything_was_sent_leaves_nothing_in_doubt() -> None:
    unsent = asyncio.CancelledError()
    mark_unsent(unsent)
    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(run_async(call(CREATE), Scripted(unsent), promised))
    assert caught.value is unsent
    assert in_doubt(unsent) == ()


def test_a_task_that_was_cancelled_leaves_no_circle_behind() -> None:
    async def scene() -> weakref.ref[asyncio.Task[Any]]:
        transport = Scripted()
        task = asyncio.ensure_future(run_async(call(CREATE), transport, promised))
        await transport.is_stuck.wait()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return weakref.ref(task)

    gc.collect()
    gc.disable()
    try:
        assert asyncio.run(scene())() is None
    finally:
        gc.enable()


def test_a_transport_without_connections_has_none_to_drop() -> None:
    dropped: list[int] = []

    class Keeping(Scripted):
        def drop_connections(self) -> None:
            dropped.append(len(self.sent))

    def flow() -> Flow[Any]:
        yield Send(REQUEST, TIMEOUTS)
        return (yield DropConnections())

    assert asyncio.run(run_async(flow(), Scripted(answer(200)), promised)) is None
    assert asyncio.run(run_async(flow(), Keeping(answer(200)), promised)) is None
    assert dropped == [1]


@pytest.mark.parametrize("why", ["", "get_x: it was answered 429; attempt 2 of 4 follows then"])
def test_a_wait_that_says_what_for_is_logged_aloud(why: str, caplog: pytest.LogCaptureFixture) -> None:
    def flow() -> Flow[None]:
        yield Sleep(0.001, why)

    caplog.set_level(logging.INFO, logger=LOGGER)
    asyncio.run(run_async(flow(), Scripted(), promised))
    told = [(record.levelno, record.getMessage()) for record in caplog.records if record.name == LOGGER]
    assert told == ([(logging.WARNING, f"waiting 0.0 s: {why}")] if why else [])


def test_what_is_sent_and_answered_is_logged_without_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=LOGGER)
    asyncio.run(run_async(call("get_orderdetails_v6_1"), Scripted(not_sent(), answer(200, {"a": 1})), promised))
    told = [record.message for record in caplog.records if record.name == LOGGER]
    assert [line.split()[0] for line in told] == ["sending", "no", "waiting", "sending", "answered"]
    assert "NotSent: could not connect" in told[1]
    assert "tok-1" not in " ".join(told)

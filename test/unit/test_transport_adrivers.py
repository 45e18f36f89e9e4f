"""The driver for event loops: the commands of a flow carried out, what cancelling means, and no secret in a log."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import Any

import pytest
from unit_kit import OPERATIONS, REQUEST, Asked, Clock, Step, answer, not_sent, unanswered

from xi.sdk.resellers._core.exchange import Surroundings, exchange
from xi.sdk.resellers._core.flow import Acquire, Flow, Send, Sleep
from xi.sdk.resellers._core.messages import Request, Response, Timeouts, TransportFailure
from xi.sdk.resellers._core.retry import RetryPolicy
from xi.sdk.resellers._transport.adrivers import CancelledBeforeSending, CancelledUnansweredException, arun
from xi.sdk.resellers.exceptions import UnansweredException

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
        OPERATIONS[operation],
        REQUEST,
        policy=replace(RetryPolicy(), base=0),
        timeouts=TIMEOUTS,
        surroundings=Surroundings(clock.monotonic, clock.wall, lambda: 0.5),
        credentials=Asked(),
        correlation_id="corr-1",
    )


def given_at_once(refused: str | None) -> str | None:
    return None if refused else "tok-1"


async def promised(refused: str | None) -> str | None:
    await asyncio.sleep(0)
    return None if refused else "tok-1"


@pytest.mark.parametrize("acquire", [given_at_once, promised])
def test_each_command_is_carried_out_and_answered(acquire: Any) -> None:
    def flow() -> Flow[list[Any]]:
        first = yield Acquire()
        second = yield Sleep(0.001)
        third = yield Send(REQUEST, TIMEOUTS)
        return [first, second, third]

    assert asyncio.run(arun(flow(), Scripted(answer(204)), acquire)) == ["tok-1", None, answer(204)]


@pytest.mark.parametrize("failure", [not_sent(), unanswered()])
def test_a_failure_is_thrown_into_the_flow_which_may_go_on(failure: TransportFailure) -> None:
    transport = Scripted(failure, answer(200))
    answered = asyncio.run(arun(call("get_orderdetails_v6_1"), transport, promised))
    assert answered.response == answer(200)
    assert [each.headers["Authorization"] for each in transport.sent] == ["Bearer tok-1"] * 2


async def cancelled(operation: str, transport: Scripted) -> None:
    task = asyncio.ensure_future(arun(call(operation), transport, promised))
    await transport.is_stuck.wait()
    task.cancel()
    await task


@pytest.mark.parametrize("operation", ["post_createorder_v6", "post_createorder_v7", "put_ordermodify"])
def test_cancelling_what_may_have_been_acted_on_says_so(operation: str) -> None:
    with pytest.raises(CancelledUnansweredException, match="it may have been acted on") as caught:
        asyncio.run(cancelled(operation, Scripted()))
    error: Any = caught.value
    assert isinstance(error, UnansweredException)
    assert isinstance(error, asyncio.CancelledError)
    assert (error.operation, error.correlation_id, error.attempts) == (operation, "corr-1", 1)


def test_cancelling_a_read_is_a_cancelling() -> None:
    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(cancelled("get_orderdetails_v6_1", Scripted()))
    assert not isinstance(caught.value, UnansweredException)


def test_cancelling_the_last_attempt_of_a_read_has_nothing_to_say_either() -> None:
    transport = Scripted(*[unanswered()] * 3)

    async def scene() -> None:
        task = asyncio.ensure_future(arun(call("get_orderdetails_v6_1"), transport, promised))
        await transport.is_stuck.wait()
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(scene())
    assert not isinstance(caught.value, UnansweredException)


def test_cancelling_before_anything_was_sent_is_a_cancelling() -> None:
    with pytest.raises(asyncio.CancelledError) as caught:
        asyncio.run(arun(call("post_createorder_v6"), Scripted(CancelledBeforeSending()), promised))
    assert not isinstance(caught.value, UnansweredException)


def test_a_flow_that_ends_when_it_is_cancelled_ends_as_cancelled() -> None:
    def flow() -> Flow[str]:
        try:
            yield Send(REQUEST, TIMEOUTS)
        except TransportFailure:
            return "gave up"
        return ""

    async def scene() -> None:
        transport = Scripted()
        task = asyncio.ensure_future(arun(flow(), transport, promised))
        await transport.is_stuck.wait()
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())


def test_what_is_sent_and_answered_is_logged_without_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger=LOGGER)
    asyncio.run(arun(call("get_orderdetails_v6_1"), Scripted(not_sent(), answer(200, {"a": 1})), promised))
    told = [record.message for record in caplog.records if record.name == LOGGER]
    assert [line.split()[0] for line in told] == ["sending", "no", "waiting", "sending", "answered"]
    assert "NotSent: could not connect" in told[1]
    assert "tok-1" not in " ".join(told)

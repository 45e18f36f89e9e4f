"""The steps of a flow end in order, also when a task is cancelled in the middle of one."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from typing import Any

import pytest

from xi.sdk.resellers import _steps
from xi.sdk.resellers._steps import Begin, Flow, Give, Next, Work, awaited, blocking, gathered


def test_a_cancelled_task_waits_for_work_and_ends_calls_before_the_flow_closes() -> None:
    order: list[str] = []
    begun, may_end = threading.Event(), threading.Event()

    async def never() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            order.append("call ended")
            raise

    def work() -> None:
        begun.set()
        assert may_end.wait(10)
        order.append("work done")

    def flow() -> Flow[None]:
        try:
            yield Begin(never)
            yield Give("first")
            yield Work(work)
            order.append("went on")
        finally:
            order.append("flow closed")

    async def main() -> None:
        async def use() -> None:
            async for _ in awaited(flow()):
                pass

        task = asyncio.create_task(use())
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        asyncio.get_running_loop().call_later(0.05, may_end.set)
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(asyncio.wait_for(main(), 20))
    assert order == ["call ended", "work done", "flow closed"]


def test_a_long_wait_for_calls_that_nobody_wants_any_more_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(_steps, "_UNTOLD_S", 0.01)
    begun, may_end = threading.Event(), threading.Event()

    class Seen(logging.Handler):
        def emit(self, _record: logging.LogRecord) -> None:
            may_end.set()  # only what is told lets the call end

    def call() -> None:
        begun.set()
        assert may_end.wait(30)

    def flow() -> Flow[None]:
        yield Begin(call)
        yield Give("first")
        yield Next()

    seen = Seen()
    logger = logging.getLogger("xi.sdk.resellers")
    logger.addHandler(seen)
    try:
        for _ in blocking(flow(), 1):
            assert begun.wait(30)
            break
    finally:
        logger.removeHandler(seen)
    gc.collect()  # closes what was left, where that is not done at once
    assert [each.getMessage() for each in caplog.records] == [
        "waiting for 1 calls in flight, whose results nobody wants any more"
    ]


def test_a_failed_call_is_thrown_where_its_result_is_wanted() -> None:
    def fail() -> Any:
        raise OSError("no route")

    def inner() -> Flow[None]:
        yield Begin(fail)
        yield Begin(lambda: 2)
        try:
            yield Next()
        except OSError as error:
            yield Give(str(error))
        yield Give((yield Next()).value)

    def outer() -> Flow[None]:
        found = yield from gathered(inner())
        yield Give(found)

    for threads in (0, 2):
        assert list(blocking(outer(), threads)) == [["no route", 2]]

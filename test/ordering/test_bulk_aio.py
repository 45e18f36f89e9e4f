"""The awaited desk places many orders and works as the blocking one does; a cancelled task loses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from desk_kit import ACCOUNT, SHORT, creates, ledger_url, order, sandbox

from xi.sdk.resellers import Configuration
from xi.sdk.resellers import aio as client
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import (
    Ledger,
    NotPermittedError,
    NotSettledError,
    RunPausedError,
    RunStoppedError,
    State,
    StoppedError,
)
from xi.sdk.resellers.ordering.aio import OrderDesk
from xi.sdk.resellers.testing import AT_ONCE, TOKEN


@asynccontextmanager
async def desk_at(server: Any, folder: Path, **options: Any) -> AsyncGenerator[OrderDesk]:
    configuration = Configuration(host=server.url, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)
    async with client.AsyncApiClient(configuration) as api:
        orders = client.OrdersApi(api).bound()
        async with OrderDesk(orders, ledger_url(folder), settings=SHORT, **options) as desk:
            yield desk
        desk.ledger.close()


def test_every_order_is_placed_once_through_faults(tmp_path: Path) -> None:
    async def run() -> set[State]:
        async with desk_at(server, tmp_path) as desk:
            return {each.state async for each in desk.place_all((order(f"PO-{each}") for each in range(40)), wait=60)}

    with sandbox() as server:
        for kind in ("drop_before", "drop_after"):
            server.sandbox.faults.add(kind, "create_v6", times=2)
        assert asyncio.run(run()) == {State.PLACED}
        assert server.sandbox.placements() == {f"PO-{each}": 1 for each in range(40)}


def test_orders_come_from_an_asynchronous_iterator_and_a_bad_one_ends_the_run(tmp_path: Path) -> None:
    async def given() -> AsyncIterator[Any]:
        for number in range(3):
            await asyncio.sleep(0)
            yield order(f"PO-{number}")
        yield {"customerOrderNumber": "BAD", "lines": []}

    async def run() -> None:
        async with desk_at(server, tmp_path) as desk:
            with pytest.raises(ApiValueError, match="order 3: the order has no lines"):
                [each async for each in desk.place_all(given())]

    with sandbox() as server:
        asyncio.run(run())
        assert "BAD" not in creates(server)


def test_all_that_was_written_down_together_is_told_also_in_a_pause(tmp_path: Path) -> None:
    async def run() -> list[str]:
        told: list[str] = []

        async def placed(desk: OrderDesk) -> None:
            given = [order(f"PO-{number}") for number in range(5)]
            async for record in desk.place_all(given, all_or_nothing=True, wait=0.2):
                assert record.state is State.PLANNED
                told.append(record.po)

        async with desk_at(server, tmp_path) as desk:
            await desk.pause("the price list is wrong")
            with pytest.raises(RunPausedError, match="5 orders done"):
                await placed(desk)
        return told

    with sandbox() as server:
        assert sorted(asyncio.run(run())) == [f"PO-{number}" for number in range(5)]


def test_a_cancelled_task_waits_for_what_is_out_and_begins_nothing_new(tmp_path: Path) -> None:
    async def run() -> list[Any]:
        async with desk_at(server, tmp_path) as desk:
            has_begun = asyncio.Event()

            async def read() -> None:
                async for _ in desk.place_all([order(f"PO-{each}") for each in range(200)]):
                    server.sandbox.faults.add("delay", "create_v6", times=8, seconds=0.2)
                    has_begun.set()

            task = asyncio.create_task(read())
            await has_begun.wait()
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await desk.rows()

    with sandbox() as server:
        rows = asyncio.run(run())
        assert {each.state for each in rows} == {State.PLACED}
        assert len(rows) == len(server.sandbox.placements()) < 200


def test_a_run_that_is_left_or_stopped_leaves_no_order_out(tmp_path: Path) -> None:
    async def run() -> None:
        async with desk_at(server, tmp_path) as desk:
            async with desk.place_all([order(f"PO-{each}") for each in range(30)]) as first:
                assert (await anext(first)).state is State.PLACED
            assert {each.state for each in await desk.rows()} == {State.PLACED}
            second = desk.place_all([order(f"PO-{each}") for each in range(30)])
            second.stop()
            with pytest.raises(RunStoppedError):
                [each async for each in second]

    with sandbox() as server:
        asyncio.run(run())
        assert len(server.sandbox.placements()) < 30


@pytest.mark.parametrize("ended_by", ["the program", "Python"])
def test_what_is_out_when_the_threads_end_is_written_down_and_nothing_new_begins(
    ended_by: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A web application closes its desk while requests place orders; Python ends all pools after its main thread."""

    async def run() -> list[Any]:
        async with desk_at(server, tmp_path, on_settled=told.append) as desk:
            tasks = [asyncio.create_task(desk.place(order(f"PO-{each}"))) for each in range(6)]
            while server.sandbox.faults.waiting():  # noqa: ASYNC110 - all six are with the server then
                await asyncio.sleep(0.01)
            if ended_by == "Python":
                monkeypatch.setattr("concurrent.futures.thread._shutdown", True)
            else:
                desk.close()
            out = await asyncio.gather(*tasks)
            with pytest.raises(StoppedError, match="nothing new is begun"):
                await desk.place(order("PO-NEW"))
            known = await desk.find("PO-1")
            assert known is not None
            assert known in out
            return out

    told: list[Any] = []
    with sandbox() as server:
        server.sandbox.faults.add("delay", "create_v6", times=6, seconds=0.5)
        out = asyncio.run(run())
        assert [each.state for each in out] == [State.PLACED] * 6
        assert sorted(creates(server)) == [f"PO-{each}" for each in range(6)]
    assert {each.po for each in told} == {each.po for each in out}
    ledger = Ledger(ledger_url(tmp_path))
    assert ledger.info().orders == {State.PLACED: 6}
    ledger.close()


def test_a_worker_settles_what_is_due_until_it_is_stopped(tmp_path: Path) -> None:
    async def run() -> None:
        async with desk_at(server, tmp_path) as desk:
            for number in range(10):
                await desk.plan(order(f"PO-{number}"))
            assert (await desk.work(until="idle")).placed == 10
            task = asyncio.create_task(desk.work())
            await desk.plan(order("PO-10"))
            while len(server.sandbox.placements()) < 11:  # noqa: ASYNC110 - the sandbox has no event for it
                await asyncio.sleep(0.02)
            desk.stop()
            async with asyncio.timeout(60):
                await task

    with sandbox() as server:
        asyncio.run(run())
        assert server.sandbox.placements() == {f"PO-{each}": 1 for each in range(11)}


def test_a_cancelled_worker_lets_others_take_what_it_has_not_begun(tmp_path: Path) -> None:
    async def run() -> None:
        async with desk_at(server, tmp_path) as desk:
            for number in range(30):
                await desk.plan(order(f"PO-{number}"))
            server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.3)
            task = asyncio.create_task(desk.work(threads=2))
            while not server.sandbox.placements():  # noqa: ASYNC110 - the sandbox has no event for it
                await asyncio.sleep(0.02)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            states = [each.state for each in await desk.rows()]
            assert set(states) == {State.PLACED, State.PLANNED}
            server.sandbox.faults.clear()
            assert (await desk.work(until="idle")).placed == states.count(State.PLANNED)

    with sandbox() as server:
        asyncio.run(run())
        assert set(server.sandbox.placements().values()) == {1}
        assert len(server.sandbox.placements()) == 30


def test_a_person_decides_about_orders_of_the_awaited_desk(tmp_path: Path) -> None:
    async def run() -> None:
        async with desk_at(server, tmp_path) as desk:
            await desk.pause("price list wrong", by="ann")
            pause = await desk.paused()
            assert (str(pause.by), pause.because) == ("ann", "price list wrong") if pause is not None else False
            await desk.resume()
            assert await desk.paused() is None
            for po in ("PO-1", "PO-2", "PO-3"):
                await desk.plan(order(po))
            assert (await desk.abandon("PO-1", because="not wanted")).state is State.ABANDONED
            server.sandbox.faults.add("drop_before", "create_v6", times=2)
            for po in ("PO-2", "PO-3"):
                with pytest.raises(NotSettledError):
                    await desk.place(order(po), wait=0)
            assert (await desk.recheck("PO-2")).state is State.DOUBT
            resolved = await desk.resolve("PO-2", not_placed=True, because="IM case 0099123")
            assert resolved.state is State.NOT_PLACED
            (number,) = (await desk.place(order("PO-4"), wait=60)).order_numbers
            with pytest.raises(NotPermittedError, match=f"order {number} is that of PO PO-4"):
                await desk.resolve("PO-3", placed=[number], because="seen in the portal", unchecked=True)
            taken = await desk.resolve("PO-3", placed=["20-Z9Z9Z"], because="seen in the portal", unchecked=True)
            assert taken.order_numbers == ("20-Z9Z9Z",)
            lines = [{"ingramPartNumber": "NOSUCH", "quantity": 1}]
            rejected = await desk.place({"customerOrderNumber": "PO-5", "lines": lines}, wait=60)
            assert rejected.state is State.REJECTED
            assert (await desk.resend("PO-5", because="the part is there now")).state is State.PLANNED

    with sandbox() as server:
        asyncio.run(run())
        assert set(server.sandbox.purchase_orders()) == {"PO-4"}

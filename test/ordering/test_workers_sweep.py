"""The sweep of the workers: it rings for what is due, and leaves the workers to the orders."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import procrastinate
import pytest
from desk_kit import ACCOUNT, order, sandbox
from postgres_kit import database
from workers_kit import desk_at

from xi.sdk.resellers.ordering import OrderDesk, workers
from xi.sdk.resellers.ordering.workers import DeskTasks, desk_tasks

ORDERS = 20


@pytest.fixture
def url() -> Iterator[str]:
    with database() as made:
        with procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=made)).open() as app:
            app.schema_manager.apply_schema()
        yield made


@pytest.fixture
def desk(url: str) -> Iterator[OrderDesk]:
    with sandbox() as service, desk_at(service, url) as made:
        for number in range(ORDERS):
            made.plan(order(f"PO-{number}"))
        yield made


async def sweep(app: procrastinate.App) -> Any:
    return await app.tasks["xi_orders.sweep"](timestamp=0)


def tasks_on(url: str, desk: OrderDesk) -> tuple[procrastinate.App, DeskTasks]:
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))
    return app, desk_tasks(app, lambda _: desk, [ACCOUNT])


def test_a_sweep_rings_once_for_each_order_that_is_due(desk: OrderDesk, url: str):
    async def run() -> list[Any]:
        app, tasks = tasks_on(url, desk)
        async with app.open_async():
            await tasks.ring_async(desk.due()[0])
            return [await sweep(app), await sweep(app)]

    assert asyncio.run(run()) == [ORDERS - 1, 0]


def test_a_sweep_that_takes_long_keeps_one_place_of_its_worker_and_not_all(desk: OrderDesk, url: str):
    async def run() -> list[Any]:
        app, _ = tasks_on(url, desk)
        async with app.open_async():
            return list(await asyncio.gather(*(sweep(app) for _ in range(4))))

    assert sorted(asyncio.run(run())) == [0, 0, 0, ORDERS]


def test_a_sweep_rings_for_nobody_while_many_jobs_wait(desk: OrderDesk, url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "_SWEPT_AT_ONCE", 5)

    async def run() -> list[Any]:
        app, _ = tasks_on(url, desk)
        async with app.open_async():
            return [await sweep(app), await sweep(app)]

    assert asyncio.run(run()) == [5, 0]

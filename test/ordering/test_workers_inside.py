"""Workers of procrastinate inside the process of the test: what they run, and how they end."""

from __future__ import annotations

import asyncio
import importlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import procrastinate
import psycopg
import pytest
from desk_kit import ACCOUNT, order, sandbox
from postgres_kit import database
from procrastinate.manager import JobManager
from workers_kit import SHORT as SHORTEST
from workers_kit import are_settled, check_each_once, desk_at, until

from xi.sdk.resellers import Account, Configuration
from xi.sdk.resellers.aio import AsyncApiClient, OrdersApi
from xi.sdk.resellers.ordering import Fault, LedgerError, OrderDesk, StatusChange, aio
from xi.sdk.resellers.ordering.workers import DeskTasks, desk_tasks
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.testing import TOKEN

EACH_SECOND = "* * * * * *"
SHORT = replace(SHORTEST, deadline=20.0, lease=30.0)
"""No process is killed here, so no lease has to end, and a request has time on a busy machine."""
ENDS_S = 60.0
"""After which time a worker hangs that was asked to end."""
SILENT = """
import procrastinate
from xi.sdk.resellers import Account
from xi.sdk.resellers.ordering.workers import desk_tasks

connector = procrastinate.PsycopgConnector(conninfo="postgresql://nobody@127.0.0.1:{port}/none")
desk_tasks(procrastinate.App(connector=connector), None, [Account("20-222222", "US")]).run()
"""
"""A worker of a database that takes connections and never answers."""


@pytest.fixture
def url() -> Iterator[str]:
    with database() as made:
        with procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=made)).open() as app:
            app.schema_manager.apply_schema()
        yield made


@pytest.fixture
def service() -> Iterator[SandboxServer]:
    with sandbox() as made:
        yield made


@pytest.fixture
def desk(service: SandboxServer, url: str) -> Iterator[OrderDesk]:
    with desk_at(service, url, settings=SHORT) as made:
        yield made


def app_at(url: str) -> procrastinate.App:
    return procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url))


async def settled(desk: OrderDesk, count: int) -> None:
    await asyncio.to_thread(until, lambda: are_settled(desk, count))


async def with_worker(tasks: DeskTasks, work: Callable[[], Awaitable[None]]) -> None:
    worker = asyncio.create_task(tasks.run_async(fetch_job_polling_interval=0.1))
    try:
        await work()
    finally:
        worker.cancel()
        await asyncio.wait({worker}, timeout=ENDS_S)
    assert worker.cancelled()


def test_an_awaited_desk_places_orders_on_the_loop_of_the_worker(
    desk: OrderDesk, service: SandboxServer, url: str
) -> None:
    made: list[Account] = []

    async def run() -> None:
        configuration = Configuration(host=service.url, access_token=TOKEN)
        async with AsyncApiClient(configuration) as client:

            async def make_desk(account: Account) -> aio.OrderDesk:
                made.append(account)
                return aio.OrderDesk(OrdersApi(client).bound(account), desk.ledger, settings=SHORT)

            tasks = desk_tasks(app_at(url), make_desk, [ACCOUNT], sweep=EACH_SECOND)
            await with_worker(tasks, lambda: settled(desk, 5))

    pos = [f"PO-{number}" for number in range(5)]
    for po in pos:
        desk.plan(order(po))
    asyncio.run(run())
    check_each_once(service, desk, pos)
    assert made == [ACCOUNT]


def test_a_sweep_handles_webhooks_and_forgets_the_jobs_of_workers_that_died(desk: OrderDesk, url: str) -> None:
    with desk.ledger.transaction() as tx:
        tx.note_webhook("event-1", b'{"eventId": "event-1"}', "OTHER", (), ())
    stalled = (
        "INSERT INTO procrastinate_jobs (task_name, queue_name, status, args)"
        " VALUES ('xi_orders.settle', 'xi_orders', 'doing', '{}'), ('other', 'other', 'doing', '{}')"
    )
    app = app_at(url)
    desk_tasks(app, lambda _: desk, [ACCOUNT])

    async def run() -> None:
        async with app.open_async():
            await app.tasks["xi_orders.sweep"](timestamp=0)

    with psycopg.connect(url, autocommit=True) as engine:
        engine.execute(stalled)
        asyncio.run(run())
        assert engine.execute("SELECT task_name FROM procrastinate_jobs").fetchall() == [("other",)]
    with desk.ledger.transaction() as tx:
        assert tx.waiting_webhooks(10) == []


def test_a_key_that_is_not_in_the_ledger_yet_harms_nothing(desk: OrderDesk, url: str) -> None:
    app = app_at(url)
    desk_tasks(app, lambda _: desk, [ACCOUNT])
    assert asyncio.run(app.tasks["xi_orders.settle"](key="20-222222/US/PO-1/1")) == "not in the ledger"


def test_a_desk_that_was_stopped_begins_no_order_and_the_task_does_not_fail(desk: OrderDesk, url: str) -> None:
    app = app_at(url)
    desk_tasks(app, lambda _: desk, [ACCOUNT])
    key = desk.plan(order("PO-1")).key
    desk.stop()
    assert asyncio.run(app.tasks["xi_orders.settle"](key=key)) == "not begun"
    assert desk.find(key).state.value == "planned"


@pytest.mark.parametrize("is_awaited", [False, True], ids=["blocking", "awaited"])
def test_statuses_are_read_where_that_is_asked_for(
    desk: OrderDesk, service: SandboxServer, url: str, *, is_awaited: bool, caplog: pytest.LogCaptureFixture
) -> None:
    changes: list[tuple[str, str]] = []

    def on_change(change: StatusChange) -> None:
        changes.append((change.record.po, change.after.name))
        raise ValueError(change)

    async def run() -> int:
        configuration = Configuration(host=service.url, access_token=TOKEN)
        async with AsyncApiClient(configuration) as client:
            awaited = aio.OrderDesk(OrdersApi(client).bound(ACCOUNT), desk.ledger, settings=SHORT)
            app = app_at(url)
            made = awaited if is_awaited else desk
            desk_tasks(app, lambda _: made, [ACCOUNT], track="*/15 * * * *", on_change=on_change)
            found: int = await app.tasks["xi_orders.track"](timestamp=0)
            awaited.close()
            return found

    for po in ("PO-1", "PO-2"):
        (number,) = desk.place(order(po)).order_numbers
        service.sandbox.ship(number)
    assert asyncio.run(run()) == 2
    assert sorted(changes) == [("PO-1", "SHIPPED"), ("PO-2", "SHIPPED")]
    assert caplog.text.count("a function of the program failed for PO PO-") == 2
    with desk.ledger.reading() as tx:
        assert [each.worker.rpartition("/")[2] for each in tx.workers()] == ["xi_orders"]


def test_a_worker_ends_at_a_signal_when_its_requests_are_answered(
    desk: OrderDesk, service: SandboxServer, url: str
) -> None:
    service.sandbox.faults.add("delay", "create_v6", seconds=0.8)
    desk.plan(order("PO-1"))
    tasks = desk_tasks(app_at(url), lambda _: desk, [ACCOUNT], sweep=EACH_SECOND)

    async def run() -> None:
        worker = asyncio.create_task(tasks.run_async())
        await asyncio.to_thread(until, service.sandbox.purchase_orders)
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(ENDS_S):
            await worker

    asyncio.run(run())
    check_each_once(service, desk, ["PO-1"])
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM that a program can handle")
def test_a_worker_ends_at_a_signal_while_its_database_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        code = SILENT.format(port=silent.getsockname()[1])
        with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as process:
            try:
                silent.settimeout(ENDS_S)
                with silent.accept()[0]:
                    process.send_signal(signal.SIGTERM)
                    _, error = process.communicate(timeout=ENDS_S)
            finally:
                process.kill()
    assert process.returncode == 0, error


@pytest.mark.parametrize("name", ["prune_stalled_workers", "register_worker"])
def test_a_worker_ends_although_a_library_loses_its_cancellation(
    name: str, desk: OrderDesk, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(JobManager, name)
    is_there = asyncio.Event()

    async def losing(self: JobManager, *arguments: Any) -> Any:
        is_there.set()
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(ENDS_S)
        return await real(self, *arguments)

    monkeypatch.setattr(JobManager, name, losing)
    tasks = desk_tasks(app_at(url), lambda _: desk, [ACCOUNT])

    async def run() -> None:
        worker = asyncio.create_task(tasks.run_async())
        await is_there.wait()
        worker.cancel()
        await asyncio.wait({worker}, timeout=ENDS_S)
        assert worker.cancelled()

    asyncio.run(run())


def test_a_ledger_that_is_away_ends_no_worker(desk: OrderDesk, url: str) -> None:
    faults = iter([LedgerError("away", Fault.AWAY), LedgerError("full", Fault.FULL)])

    def make_desk(_: Account) -> OrderDesk:
        error = next(faults, None)
        if error is not None:
            raise error
        return desk

    desk.plan(order("PO-1"))
    tasks = desk_tasks(app_at(url), make_desk, [ACCOUNT], sweep=EACH_SECOND)
    asyncio.run(with_worker(tasks, lambda: settled(desk, 1)))


def test_a_ledger_that_must_not_be_used_ends_the_worker(url: str) -> None:
    def make_desk(_: Account) -> OrderDesk:
        raise LedgerError("it was moved", Fault.MOVED)

    tasks = desk_tasks(app_at(url), make_desk, [ACCOUNT], sweep=EACH_SECOND)

    async def run() -> None:
        async with asyncio.timeout(ENDS_S):
            await tasks.run_async(fetch_job_polling_interval=0.1)

    with pytest.raises(LedgerError, match="it was moved"):
        asyncio.run(run())


def test_without_procrastinate_the_import_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "xi.sdk.resellers.ordering.workers"
    monkeypatch.setitem(sys.modules, "procrastinate", None)
    monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ImportError, match=r'workers need procrastinate \(the extra "workers"\): pip install "procrast'):
        importlib.import_module(name)

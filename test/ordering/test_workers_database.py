"""Workers and their PostgreSQL: it crashes, a newer program migrates it, a program's transactions share it."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path

import procrastinate
import psycopg
import pytest
import sqlalchemy
from desk_kit import ACCOUNT, order, sandbox
from postgres_kit import database, server
from sqlalchemy.ext.asyncio import create_async_engine
from workers_kit import are_settled, check_each_once, desk_at, procrastinate_workers, until

from xi.sdk.resellers import Account
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering import LedgerError, OrderDesk
from xi.sdk.resellers.ordering.workers import DeskTasks, desk_tasks

KEY = "20-222222/US/PO-1/1"


def test_a_crash_of_postgresql_loses_and_doubles_no_order_and_workers_go_on_by_themselves(tmp_path: Path) -> None:
    with (
        server() as postgresql,
        sandbox() as service,
        procrastinate_workers(tmp_path, service, postgresql.url, 3),
        desk_at(service, postgresql.url) as desk,
    ):
        service.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.3)
        pos = [f"PO-{number}" for number in range(40)]
        for po in pos:
            desk.plan(order(po))
        for orders in (5, 20):  # requests are out in both crashes
            until(lambda orders=orders: len(service.sandbox.purchase_orders()) >= orders, pause=0.01)
            postgresql.stop("immediate")
            time.sleep(0.5)
            postgresql.start()

        def is_over() -> bool:
            try:
                return are_settled(desk, len(pos))
            except LedgerError:  # the connections of this desk broke too
                return False

        until(is_over)
        check_each_once(service, desk, pos)
        intents = {note.correlation_id for each in desk.rows() for note in each.history() if note.kind == "intent"}
        posted = {each.correlation_id for each in service.sandbox.exchanges if each.operation == "create_v6"}
        assert posted <= intents


def test_a_worker_that_is_too_old_for_the_ledger_ends_and_says_why(tmp_path: Path) -> None:
    with (
        database() as url,
        sandbox() as service,
        procrastinate_workers(tmp_path, service, url, 1) as workers,
        desk_at(service, url) as desk,
        psycopg.connect(url, autocommit=True) as engine,
    ):
        desk.plan(order("PO-1"))
        until(lambda: are_settled(desk, 1))
        record = desk.plan(order("PO-2"))
        engine.execute("UPDATE xi_meta SET version = version + 9")
        assert workers.running[-1].wait(100) == 1
        assert re.search(r"LedgerError: .*migrated to version \d+ .*install the newer", workers.said())
        engine.execute("UPDATE xi_meta SET version = version - 9")
        assert desk.find(record.key).state in ("planned", "placed")  # it may have been placed just before
        assert desk.find("PO-2").state == ("placed" if "PO-2" in service.sandbox.purchase_orders() else "planned")


@pytest.fixture
def url():
    with database() as made:
        yield made


@pytest.fixture
def app(url: str):
    with procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=url)).open() as opened:
        opened.schema_manager.apply_schema()
        yield opened


@pytest.fixture
def desk(url: str):
    with sandbox() as service, desk_at(service, url) as made:
        yield made


@pytest.fixture
def tasks(app: procrastinate.App, desk: OrderDesk) -> DeskTasks:
    return desk_tasks(app, lambda _: desk, [ACCOUNT])


def waiting(url: str) -> list[str]:
    """Return the keys for which a job waits."""
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT args->>'key' FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id")
        return [each for (each,) in found]


def test_a_key_waits_once_however_often_it_is_rung_for(tasks: DeskTasks, url: str) -> None:
    assert [tasks.ring(KEY), tasks.ring(KEY), tasks.ring("20-222222/US/A/B/1")] == [True, False, True]
    assert waiting(url) == [KEY, "20-222222/US/A/B/1"]


def test_an_order_and_its_job_are_part_of_the_programs_transaction(tasks: DeskTasks, desk: OrderDesk, url: str) -> None:
    engine = sqlalchemy.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    try:
        with engine.connect() as connection:
            key = desk.plan(order("PO-1"), connection=connection).key
            assert tasks.ring(key, connection=connection)
            connection.rollback()
            assert (waiting(url), desk.find("PO-1")) == ([], None)

            key = desk.plan(order("PO-1"), connection=connection).key
            assert [tasks.ring(key, connection=connection) for _ in range(2)] == [True, False]
            assert waiting(url) == []
            assert connection.scalar(sqlalchemy.text("SELECT 1")) == 1  # the second ring left it usable
            connection.commit()
        assert waiting(url) == [key]
        assert desk.find("PO-1").state == "planned"
    finally:
        engine.dispose()


def test_an_awaited_program_rings_in_its_transaction_too(tasks: DeskTasks, url: str) -> None:
    async def ring() -> list[bool]:
        engine = create_async_engine(url.replace("postgresql:", "postgresql+psycopg:"))
        async with engine.connect() as connection:
            rung = [await tasks.ring_async(KEY, connection=connection) for _ in range(2)]
            assert waiting(url) == []
            await connection.commit()
        await engine.dispose()
        return rung

    assert asyncio.run(ring()) == [True, False]
    assert waiting(url) == [KEY]


def test_a_connection_by_another_driver_is_refused_by_name(tasks: DeskTasks) -> None:
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection, pytest.raises(ApiTypeError, match=r"by psycopg .*not by sqlite3") as caught:
        tasks.ring(KEY, connection=connection)
    engine.dispose()
    assert caught.value.argument == "connection"


@pytest.mark.parametrize("key", ["PO-1", "20-222222/CA/PO-1/1", "30-000001/US/PO-1/1"])
def test_a_key_without_a_desk_is_refused_with_the_accounts_that_have_one(tasks: DeskTasks, key: str) -> None:
    with pytest.raises(ApiValueError, match=f"'{key}' is no key of an order of 20-222222 US"):
        tasks.ring(key)


def test_tasks_are_refused_without_an_app_or_an_account(app: procrastinate.App) -> None:
    with pytest.raises(ApiTypeError, match=r"procrastinate\.App, not str"):
        desk_tasks("app", lambda _: None, [ACCOUNT])
    with pytest.raises(ApiValueError, match="accounts is empty"):
        desk_tasks(app, lambda _: None, [])


def test_a_desk_of_another_account_is_refused(app: procrastinate.App, desk: OrderDesk) -> None:
    tasks = desk_tasks(app, lambda _: desk, [Account("30-000001", "CA")])
    settle = app.tasks["xi_orders.settle"]
    with pytest.raises(ApiValueError, match="returned the desk of 20-222222 US for 30-000001 CA"):
        asyncio.run(settle(key="30-000001/CA/PO-1/1"))
    tasks = desk_tasks(app, lambda _: "desk", [ACCOUNT], name="more")
    with pytest.raises(ApiTypeError, match="make_desk should return an OrderDesk, not str"):
        asyncio.run(app.tasks["more.settle"](key=KEY))
    assert not tasks.ring(KEY) or True

"""Workers of procrastinate, as processes of their own, on one PostgreSQL: what may happen to jobs and to workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from desk_kit import creates, order, sandbox
from postgres_kit import database
from psycopg.types.json import Jsonb
from workers_kit import (
    PAGE,
    RUN,
    SHORT,
    Processes,
    are_settled,
    check_each_once,
    desk_at,
    environment,
    processes,
    procrastinate_workers,
    program,
    until,
)

from xi.sdk.resellers.ordering import OrderDesk, Settings
from xi.sdk.resellers.sandbox import SandboxServer

ADD = "INSERT INTO procrastinate_jobs (task_name, queue_name, args) VALUES ('xi_orders.settle', 'xi_orders', %s)"
COMMAND = ["-m", "procrastinate", "--app=orders_app.app", "worker", "--queues", "xi_orders", "--concurrency", "8"]
COMMAND += ["--delete-jobs", "always"]
"""The command of procrastinate's own, as the page has it."""
Engine = psycopg.Connection[Any]
SLOW = replace(SHORT, deadline=2.8, lease=3.2)
"""A request takes so long that a test can stop a worker while it is out, also on a busy machine."""


@contextmanager
def running(
    folder: Path, count: int, *, by_command: bool = False, settings: Settings = SHORT, **policy: Any
) -> Iterator[tuple[SandboxServer, OrderDesk, Processes, Engine]]:
    """Yield a sandbox, a desk, workers that have begun, and a connection to their database."""
    with (
        database() as url,
        sandbox(**policy) as server,
        procrastinate_workers(folder, server, url, count, settings=settings, by_command=by_command) as workers,
        desk_at(server, url) as desk,
        psycopg.connect(url, autocommit=True) as engine,
    ):
        until(lambda: engine.execute("SELECT count(*) FROM procrastinate_workers").fetchone() == (count,))
        yield server, desk, workers, engine


def are_seen(desk: OrderDesk, count: int) -> bool:
    """Return whether so many workers have said that they use the ledger."""
    with desk.ledger.reading() as tx:
        return len(tx.workers()) == count


def test_each_order_is_placed_once_whatever_becomes_of_its_jobs(tmp_path: Path) -> None:
    with running(tmp_path, 3) as (server, desk, _, engine):
        for kind in ("drop_after", "500_after"):
            server.sandbox.faults.add(kind, "create_v6", times=None, probability=0.1)
        # Not more than two: an order that is lost three times is held.
        server.sandbox.faults.add("500", "create_v6", times=2, probability=0.1)
        pos = [f"PO-{number}" for number in range(45)]
        keys = [desk.plan(order(po)).key for po in pos]
        with engine.cursor() as cursor:  # three workers get the same order at once, and some of them again later
            cursor.executemany(ADD, [(Jsonb({"key": key}),) for key in keys[:15] for _ in range(3)])
        with engine.transaction():  # these jobs are lost; the last orders have none
            for key in keys[15:30]:
                engine.execute(ADD, (Jsonb({"key": key}),))
            engine.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")
        until(lambda: are_settled(desk, len(pos)))
        check_each_once(server, desk, pos)


def test_a_worker_that_is_killed_while_the_server_acts_leaves_a_doubt_that_another_resolves(tmp_path: Path) -> None:
    patient = replace(SHORT, deadline=20.0, lease=30.0)
    with running(tmp_path, 1, settings=patient) as (server, desk, workers, engine):
        server.sandbox.faults.add("delay", "create_v6", times=4, seconds=19.0)
        pos = [f"PO-{number}" for number in range(4)]
        for po in pos:
            desk.plan(order(po))
        until(lambda: len(server.sandbox.purchase_orders()) == len(pos))
        os.killpg(workers.running[-1].pid, signal.SIGKILL)
        assert "sending" in {each.state for each in desk.rows()}
        engine.execute("UPDATE xi_entries SET lease = lease - 30, due = due - 30")  # as if the leases were over
        workers.start(*COMMAND)
        until(lambda: are_settled(desk, len(pos)))
        check_each_once(server, desk, pos)
        assert any(each.adopted for each in desk.rows())
        assert {each.sends for each in desk.rows()} == {1}


def test_a_worker_that_was_stopped_over_three_leases_doubles_nothing_and_its_late_yes_counts(tmp_path: Path) -> None:
    with running(tmp_path, 1, settings=SLOW, search_lag=timedelta(hours=1)) as (server, desk, workers, _):
        (stopped,) = workers.running[-1:]
        # The worker is to be stopped before the answer comes, and the answer to come before the deadline.
        server.sandbox.faults.add("delay", "create_v6", seconds=SLOW.deadline / 2)
        desk.plan(order("PO-1"))
        until(server.sandbox.purchase_orders, pause=0.01)
        os.killpg(stopped.pid, signal.SIGSTOP)
        began = time.monotonic()
        workers.start("-c", RUN)
        # No search shows the order, so the other worker repeats it, and learns no more than that it exists.
        until(lambda: len(creates(server)) == 2 and desk.find("PO-1").state == "doubt")
        until(lambda: time.monotonic() - began > 3 * SLOW.lease)
        os.killpg(stopped.pid, signal.SIGCONT)
        until(lambda: are_settled(desk, 1))
        check_each_once(server, desk, ["PO-1"])
        assert [each.kind for each in desk.find("PO-1").history()].count("late_answer") == 1
        assert len(creates(server)) == 2


def test_workers_without_an_engine_share_the_orders_and_end_at_a_signal(tmp_path: Path) -> None:
    (tmp_path / "worker.py").write_text(program("desk.work("))
    pos = [f"PO-{number}" for number in range(30)]
    with database() as url, sandbox() as server, desk_at(server, url) as desk:
        server.sandbox.faults.add("drop_after", "create_v6", times=None, probability=0.1)
        for po in pos:
            desk.plan(order(po))
        with processes(tmp_path, environment(server, url)) as workers:
            started = workers.start("worker.py", count=3)
            until(lambda: are_settled(desk, len(pos)))
            check_each_once(server, desk, pos)
            until(lambda: are_seen(desk, 3))
            for each in started:
                each.terminate()
            assert [each.wait(100) for each in started] == [0, 0, 0]


def test_the_programs_of_the_page_take_orders(tmp_path: Path) -> None:
    (tmp_path / "taking.py").write_text(program("def take(order") + program("def take_in(", preamble=False))
    pos = [f"PO-{number}" for number in range(1, 22)]
    with running(tmp_path, 1, by_command=True) as (server, desk, workers, engine):
        engine.execute("CREATE TABLE sales (po text)")
        workers.run(
            "-c",
            f"""
import orders_app, sqlalchemy, taking
from concurrent.futures import ThreadPoolExecutor
from xi.sdk.resellers import OrderCreateRequest

first, second, *others = [OrderCreateRequest.from_dict(each) for each in {[order(po).to_dict() for po in pos]}]
taking.take(first)
with ThreadPoolExecutor(4) as threads:  # as a web server has them
    assert len(list(threads.map(taking.take, others))) == len(others)
database = sqlalchemy.create_engine("{desk.ledger.name}".replace("postgresql:", "postgresql+psycopg:"))
with database.begin() as connection:
    connection.execute(sqlalchemy.text("INSERT INTO sales VALUES ('PO-2')"))
    taking.take_in(connection, second)
database.dispose()
orders_app.ledger.close()
orders_app.client.close()
""",
        )
        until(lambda: are_settled(desk, len(pos)))
        check_each_once(server, desk, pos)
        assert engine.execute("SELECT po FROM sales").fetchall() == [("PO-2",)]


def test_the_page_has_the_commands_that_are_tested() -> None:
    page = PAGE.read_text("utf-8")
    assert "`python " + " ".join(COMMAND) + "`" in page
    assert 'python -c "from orders_app import tasks; tasks.run(concurrency=8)"' in page
    assert "python -m procrastinate --app=orders_app.app schema --apply" in page
    assert "celery --app=celery_app worker --concurrency 8 --beat" in page

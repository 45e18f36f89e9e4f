"""Workers of procrastinate, as processes of their own, on one PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import psycopg
from desk_kit import order, sandbox
from postgres_kit import database
from workers_kit import are_settled, check_each_once, desk_at, procrastinate_workers, until


def test_each_order_is_placed_once_whatever_becomes_of_its_jobs(tmp_path: Path) -> None:
    with database() as url, sandbox() as server, procrastinate_workers(tmp_path, server, url, 3):
        for kind in ("drop_after", "500", "500_after"):
            server.sandbox.faults.add(kind, "create_v6", times=None, probability=0.1)
        pos = [f"PO-{number}" for number in range(40)]
        with desk_at(server, url) as desk, psycopg.connect(url, autocommit=True) as engine:
            keys = [desk.plan(order(po)).key for po in pos]
            # Three workers get a job for the same order at once; a job is lost; most have no job at all.
            add = "INSERT INTO procrastinate_jobs (task_name, queue_name, args) VALUES ('xi_orders.settle', 'xi_orders', %s)"
            for key in keys[:20]:
                for _ in range(3):
                    engine.execute(add, (psycopg.types.json.Jsonb({"key": key}),))
            engine.execute("DELETE FROM procrastinate_jobs WHERE status = 'todo'")
            until(lambda: are_settled(desk, len(pos)))
            check_each_once(server, desk, pos)

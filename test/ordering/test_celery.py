"""The Celery recipe of docs/many-machines.md, with a real broker that loses everything."""

from __future__ import annotations

from pathlib import Path

from broker_kit import broker
from desk_kit import order, sandbox
from postgres_kit import database
from workers_kit import are_settled, check_each_once, desk_at, environment, processes, program, until

EACH_SECOND = ('"schedule": 10.0, "options": {"expires": 10}', '"schedule": 1.0, "options": {"expires": 1}')


def test_a_broker_that_loses_everything_costs_no_order(tmp_path: Path) -> None:
    (tmp_path / "celery_app.py").write_text(program("Celery(", EACH_SECOND))
    with broker() as (url, redis), database() as ledger, sandbox() as service, desk_at(service, ledger) as desk:
        service.sandbox.faults.add("drop_after", "create_v6", times=None, probability=0.1)
        # Not more than two: an order that is lost three times is held.
        service.sandbox.faults.add("500", "create_v6", times=2, probability=0.1)
        with processes(tmp_path, environment(service, ledger, ORDERS_BROKER=url)) as programs:
            beat = ("--beat", "-s", str(tmp_path / "beat"))
            programs.start("-m", "celery", "--app=celery_app", "worker", "--concurrency=2", "-n=one", *beat)
            programs.start("-m", "celery", "--app=celery_app", "worker", "--concurrency=2", "-n=two")
            pos = [f"PO-{number}" for number in range(40)]
            for po in pos[:30]:
                desk.plan(order(po))
            until(lambda: len(service.sandbox.purchase_orders()) > 5, pause=0.01)
            redis.flushdb()
            for po in pos[30:]:
                desk.plan(order(po))
            until(lambda: are_settled(desk, len(pos)))
            check_each_once(service, desk, pos)

"""Each intent is on the disk before its order is sent, as the operating system sees it."""

from __future__ import annotations

from pathlib import Path

from fsync_kit import Durability, tracer
from kill_kit import SETTINGS, Program, sandbox

ORDERS = 20


def test_the_intent_of_each_order_is_synced_to_the_disk_before_the_order_is_sent(tmp_path: Path):
    trace = tmp_path / "trace"
    before = tracer(trace)
    with sandbox(tmp_path, faults=()) as server:
        given = {
            "url": server.url,
            "ledger": f"sqlite:///{tmp_path / 'orders.db'}",
            "settings": SETTINGS,
            "orders": ORDERS,
            "threads": 4,
            "wait": 30.0,
            "unguarded_every": 0,
        }
        placing = Program("place", tmp_path, given, before)
        try:
            assert placing.ended_within(60.0)
            assert placing.process.returncode == 0
        finally:
            placing.close()
    seen = Durability("orders.db-wal")
    with trace.open(encoding="utf-8", errors="replace") as lines:
        seen.read(lines)
    assert len(set(seen.sent)) == ORDERS
    assert seen.not_durable == []
    assert seen.syncs >= ORDERS

"""Ledgers in SQLite and PostgreSQL with orders in them, written as a desk writes them."""

from __future__ import annotations

import atexit
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

from xi.sdk.resellers.ordering import Ledger
from xi.sdk.resellers.ordering._entries import Entry, NewEntry, Note
from xi.sdk.resellers.ordering._protocol import Reason, Row, State

KINDS = ("sqlite", "postgresql")
SERVER = "postgresql://postgres@127.0.0.1:5432"
BODY = b'{"customerOrderNumber":"%s","shipToInfo":{"addressLine1":"12 Secret Street"},"lines":[%s]}'
LINE = b'{"customerLineNumber":"%d","ingramPartNumber":"DF4128","vendorPartNumber":"V-1","quantity":%s}'
AT = 1_790_000_000.0
"""When the first order was planned."""


@cache
def database() -> str:
    """Return the URL of a database of this process's own, since making one for each test takes seconds."""
    name = f"care_{uuid.uuid4().hex}"
    try:
        admin = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=30)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL here: {error}")
    with closing(admin):
        admin.execute(f"CREATE DATABASE {name}")
    atexit.register(_drop, name)
    return f"{SERVER}/{name}"


def _drop(name: str) -> None:
    with closing(psycopg.connect(f"{SERVER}/postgres", autocommit=True)) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def place(kind: str, folder: Path, name: str = "orders") -> Iterator[str]:
    """Yield the URL of a place without a ledger. There is one in PostgreSQL at a time."""
    if kind == "sqlite":
        yield str(folder / f"{name}.db")
        return
    try:
        yield database()
    finally:
        execute(database(), "DROP SCHEMA public CASCADE; CREATE SCHEMA public")


@contextmanager
def made(url: str, environment: str = "sandbox", **options: Any) -> Iterator[Ledger]:
    """Yield a new ledger."""
    with closing(Ledger.init(url, environment=environment, **options)) as ledger:
        yield ledger


def body(po: str, *quantities: int) -> bytes:
    lines = b",".join(LINE % (number, b"%d" % quantity) for number, quantity in enumerate(quantities or (2,), start=1))
    return BODY % (po.encode(), lines)


def new(po: str, row: Row | None = None, **more: Any) -> NewEntry:
    """Return an order as a desk plans it."""
    given: dict[str, Any] = {
        "customer": "20-222222",
        "country": "US",
        "po": po,
        "folded": po.upper(),
        "generation": 1,
        "app": "app",
        "body": body(po),
        "fingerprint": f"fingerprint of {po}",
        "planned_at": AT,
        "row": row or Row(due=AT),
    }
    return NewEntry(**given | more)


def plan(ledger: Ledger, po: str, **more: Any) -> Entry:
    with ledger.transaction() as tx:
        return tx.insert(new(po, **more), Note(at=AT, kind="planned", state="planned", by="me"))


def send(ledger: Ledger, entry: Entry, *, lease: float = AT + 90) -> Entry:
    row = replace(entry.row, state=State.SENDING, sends=entry.row.sends + 1, first_send=AT, lease=lease, due=lease)
    with ledger.transaction() as tx:
        return tx.write(entry, Note(at=AT + 1, kind="intent", state="sending", correlation_id="c-1"), row=row)


def settle(ledger: Ledger, entry: Entry, *numbers: str, at: float = AT + 2) -> Entry:
    row = replace(entry.row, state=State.PLACED, lease=None, due=None, settled_at=at, numbers=numbers)
    raw = b'{"customerOrderNumber":"%s","address":"12 Secret Street"}' % entry.po.encode()
    note = Note(at=at, kind="answer", state="placed", status=201, says="placed", raw=raw, detail={"said": "placed"})
    with ledger.transaction() as tx:
        return tx.write(entry, note, row=row, total="812.40", currency="USD")


def doubt(ledger: Ledger, entry: Entry) -> Entry:
    row = replace(
        entry.row,
        state=State.DOUBT,
        lease=None,
        doubts=1,
        doubt_since=AT + 60,
        quiet_until=AT + 240,
        due=AT + 70,
    )
    with ledger.transaction() as tx:
        return tx.write(entry, Note(at=AT + 60, kind="answer", state="doubt", says="no answer"), row=row)


def hold(ledger: Ledger, entry: Entry) -> Entry:
    row = replace(entry.row, state=State.HELD, reason=Reason.UNGUARDED, held_at=AT + 99, due=AT + 3_700)
    with ledger.transaction() as tx:
        return tx.write(entry, Note(at=AT + 99, kind="look", state="held", reason="unguarded"), row=row)


def filled(ledger: Ledger) -> dict[str, Entry]:
    """Write orders in several states, as a desk would; none is being sent."""
    return {
        "planned": plan(ledger, "planned", batch="b1", source_file="orders.csv", source_lines="2-3", ref={"erp": "7"}),
        "placed": settle(ledger, send(ledger, plan(ledger, "placed", batch="b1")), "20-AAAAA-11", "20-AAAAB-11"),
        "doubt": doubt(ledger, send(ledger, plan(ledger, "doubt"))),
        "held": hold(ledger, doubt(ledger, send(ledger, plan(ledger, "held")))),
    }


def found(ledger: Ledger, po: str) -> Entry | None:
    with ledger.reading() as tx:
        return tx.find("20-222222", "US", po.upper())


def everything(ledger: Ledger) -> list[tuple[Entry, list[Note]]]:
    """Return all orders with their histories."""
    with ledger.reading() as tx:
        return [(entry, tx.history(entry)) for entry in tx.rows()]


def execute(url: str, statement: str) -> list[Any]:
    """Run a statement on the tables, as nobody should."""
    if "://" not in url:
        with closing(sqlite3.connect(url, isolation_level=None)) as connection:
            return connection.execute(statement).fetchall()
    with closing(psycopg.connect(url, autocommit=True)) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


class Clock:
    """A clock that a test moves."""

    def __init__(self, now: float | None = None) -> None:
        self.now = time.time() if now is None else now

    def __call__(self) -> float:
        return self.now

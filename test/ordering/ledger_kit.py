"""Ledgers in SQLite and in PostgreSQL, for tests that hold for both."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from xi.sdk.resellers.ordering._entries import Entry, NewEntry, Note
from xi.sdk.resellers.ordering._protocol import Row, State
from xi.sdk.resellers.ordering.ledger import Ledger, Transaction

SERVER = "postgresql://postgres@127.0.0.1:5432"
CUSTOMER, COUNTRY = "20-222222", "US"
HERE = (CUSTOMER, COUNTRY)


@dataclass
class Clock:
    """A clock that a test moves."""

    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Place:
    """A place for a ledger; each call of `ledger` is as another program would open it."""

    url: str
    schema: str | None = None
    opened: list[Ledger] = field(default_factory=list)

    @property
    def is_sqlite(self) -> bool:
        return "://" not in self.url

    def ledger(self, **options: Any) -> Ledger:
        """Return a ledger that is not open yet."""
        ledger = Ledger(self.url, schema=self.schema, **options)
        self.opened.append(ledger)
        return ledger

    def open(self, environment: str = "sandbox", **options: Any) -> Ledger:
        """Return a ledger that is open."""
        ledger = self.ledger(**options)
        ledger.open(environment)
        return ledger

    def init(self, **options: Any) -> Ledger:
        """Make a ledger."""
        ledger = Ledger.init(self.url, schema=self.schema, **options)
        self.opened.append(ledger)
        return ledger

    def run(self, program: str, *arguments: str) -> subprocess.Popen[str]:
        """Start a program in another process; it has `ledger`, open, and `sys`."""
        head = (
            "import sys, os, time\n"
            "from xi.sdk.resellers.ordering.ledger import *\n"
            "from xi.sdk.resellers.ordering._entries import *\n"
            "from xi.sdk.resellers.ordering._protocol import *\n"
            f"sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
            "from ledger_kit import *\n"
            f"ledger = Ledger({self.url!r}, schema={self.schema!r})\n"
            "ledger.open('sandbox')\n"
        )
        return subprocess.Popen(
            [sys.executable, "-c", head + program, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def output(process: subprocess.Popen[str]) -> list[str]:
    """Return the lines that a program printed; it has to have ended well."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.split()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the URL of a database of its own."""
    name = f"xi_test_{uuid.uuid4().hex[:12]}"
    try:
        with psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=30) as connection:
            connection.execute(f"CREATE DATABASE {name}")
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL here: {error}")
    yield f"{SERVER}/{name}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _place(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    if kind == "sqlite":
        place = Place(str(tmp_path / "orders.db"))
    else:
        place = Place(request.getfixturevalue("server"), f"t{uuid.uuid4().hex[:8]}")
    yield place
    for ledger in place.opened:
        ledger.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Yield a place for a ledger, of each kind."""
    yield from _place(request.param, tmp_path, request)


@pytest.fixture
def sqlite_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Yield a place for a ledger in SQLite."""
    yield from _place("sqlite", tmp_path, request)


@pytest.fixture
def postgresql_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """Yield a place for a ledger in PostgreSQL."""
    yield from _place("postgresql", tmp_path, request)


def new(po: str = "PO-1", *, row: Row | None = None, **values: Any) -> NewEntry:
    """Return a new order."""
    defaults: dict[str, Any] = {
        "customer": CUSTOMER,
        "country": COUNTRY,
        "po": po,
        "folded": po.upper(),
        "generation": 1,
        "app": "app",
        "body": b'{"customerOrderNumber": "PO-1"}',
        "fingerprint": "f" * 64,
        "planned_at": 1_000.0,
        "row": row or Row(due=0.0),
    }
    return NewEntry(**(defaults | values))


def planned(tx: Transaction) -> Note:
    """Return the first event of an order."""
    return Note(at=tx.now, kind="planned", state=State.PLANNED)


def insert(ledger: Ledger, *orders: NewEntry) -> list[Entry]:
    """Write new orders, one after the other."""
    with ledger.transaction() as tx:
        return [tx.insert(each, planned(tx)) for each in orders]

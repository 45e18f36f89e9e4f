"""The tables of the mirror, in the database of a ledger or in one of their own.

They are no part of the ledger's tables. A ledger must never lose a row, so its tables have versions and steps between
them; what is here can be deleted at any time, and comes again with the next check. They are made at first use.
"""

from __future__ import annotations

import os
import re
import sqlite3
import threading
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Double,
    Engine,
    MetaData,
    Table,
    Text,
    create_engine,
    delete,
    event,
    exc,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

from xi.sdk.resellers._databases import DatabaseFault, database_errors, primary_code
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.stock_mirror._errors import MirrorError, error_of, mirror_error
from xi.sdk.resellers.stock_mirror._values import Source, Stock

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,30}|")
_LOCK: Final = 7_236_581_204_113
"""The number of the lock that writers take in PostgreSQL, so that two of them do not wait for each other."""
_TOGETHER: Final = 500
"""SKUs in one statement."""
_BUSY_S: Final = 30.0
_AGAIN_S: Final = 0.01
"""Seconds between attempts to make a file that others make too."""
_URL: Final = (
    "url should be an SQLite file (orders.db, sqlite:///orders.db) or PostgreSQL (postgresql://user@host/database)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The tables.

    Args:
        metadata: both of them.
        stock: a row for each SKU of an account.
        events: the IDs of the events that were noted.
    """

    metadata: MetaData
    stock: Table
    events: Table


def tables(prefix: str, schema: str | None) -> Tables:
    """Return the tables.

    Args:
        prefix: what each name begins with.
        schema: the schema of PostgreSQL; None for the connection's own.

    Raises:
        ApiValueError: the prefix or the schema is no plain name.
    """
    for argument, value in (("prefix", prefix), ("schema", schema)):
        if value is not None and not _NAME.fullmatch(value):
            raise ApiValueError(
                f"{argument} is {value!r}; it should be small letters, digits and _, not more than 31",
                argument=argument,
            )
    metadata = MetaData(schema=schema or None)
    return Tables(
        metadata,
        Table(
            f"{prefix}stock",
            metadata,
            Column("account", Text, primary_key=True),
            Column("sku", Text, primary_key=True),
            Column("total", BigInteger),
            Column("as_of", Double, nullable=False),
            Column("source", Text, nullable=False),
            Column("outcome", Text),
        ),
        Table(
            f"{prefix}stock_events",
            metadata,
            Column("account", Text, primary_key=True),
            Column("event_id", Text, primary_key=True),
            Column("at", Double, nullable=False),
        ),
    )


def engine_of(url: str | os.PathLike[str]) -> Engine:
    """Return the engine for a URL, or for the path of an SQLite file.

    Raises:
        ApiValueError: the URL cannot be used.
    """
    given = os.fspath(url)
    if "://" not in given:
        if given in ("", ":memory:"):
            raise ApiValueError(f"url is {given!r}; name a file", argument="url")
        return _sqlite(Path(given))
    try:
        parsed = make_url(given)
    except (exc.ArgumentError, ValueError):
        # The error repeats the URL, which may have a password.
        raise ApiValueError(_URL, argument="url") from None
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:" and not parsed.query:
            return _sqlite(Path(parsed.database))
        case "postgresql" | "postgres":
            return create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                isolation_level="READ COMMITTED",  # whatever the default of the database is, as a ledger has it
                hide_parameters=True,
                pool_pre_ping=True,
            )
        case _:
            raise ApiValueError(_URL, argument="url")


def _sqlite(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path.absolute()}", connect_args={"timeout": _BUSY_S}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:  # pyright: ignore[reportUnusedFunction] - SQLAlchemy calls it
        until = time.monotonic() + _BUSY_S
        while True:
            try:
                connection.execute("PRAGMA journal_mode = wal")  # as a ledger has it
            except sqlite3.OperationalError as error:
                # While others make the file too, SQLite refuses this at once, where it waits for all else.
                if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(_AGAIN_S)
            else:
                return

    return engine


class Rows:
    """The rows of an account. Where their database cannot be used, each method raises a `MirrorError`.

    Args:
        engine: the database.
        its_tables: its tables.
        account: the account.
    """

    def __init__(self, engine: Engine, its_tables: Tables, account: str) -> None:
        self._engine = engine
        # A password can stand in the query too.
        self._name = (
            str(engine.url.database)
            if engine.dialect.name == "sqlite"
            else engine.url.set(drivername="postgresql", query={}).render_as_string(hide_password=True)
        )
        self._tables = its_tables
        self._account = account
        self._is_made = False
        self._making = threading.Lock()

    def close(self) -> None:
        """Close all connections; the next use opens them again."""
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """Begin a transaction that writes; one at a time."""
        with database_errors(self._told), self._ready().connect() as connection:
            self._lock(connection)
            yield connection
            connection.commit()

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """Begin a transaction that reads."""
        with database_errors(self._told), self._ready().connect() as connection:
            yield connection

    def _told(self, error: Exception) -> MirrorError:
        told = mirror_error(error, self._name)
        if told.fault is DatabaseFault.NO_TABLES or told.fault is DatabaseFault.OTHER_TABLES:
            # They may be deleted at any time; the next use makes them again.
            self._is_made = False
        return told

    def _lock(self, connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})

    def _ready(self) -> Engine:
        with self._making:
            if not self._is_made:
                with self._engine.connect() as connection:
                    self._lock(connection)
                    self._tables.metadata.create_all(connection)
                    connection.commit()
                self._is_made = True
        return self._engine

    def known(self, connection: Connection, skus: Iterable[str]) -> dict[str, Stock]:
        """Return what is known of some SKUs, by SKU."""
        stock = self._tables.stock.c
        wanted = list(skus)
        found: dict[str, Stock] = {}
        for start in range(0, len(wanted), _TOGETHER):
            some = wanted[start : start + _TOGETHER]
            query = select(self._tables.stock).where(stock.account == self._account, stock.sku.in_(some))
            found.update((each.sku, each) for each in map(self._stock, connection.execute(query).mappings()))
        return found

    def every(self, connection: Connection, before: float | None) -> Iterator[Stock]:
        """Yield what is known of all SKUs, in their order.

        Args:
            connection: a connection.
            before: only what was so before this moment, in seconds since the epoch; None for all.
        """
        stock = self._tables.stock.c
        query = select(self._tables.stock).where(stock.account == self._account).order_by(stock.sku)
        if before is not None:
            query = query.where(stock.as_of < before)
        for row in connection.execution_options(yield_per=_TOGETHER).execute(query).mappings():
            yield self._stock(row)

    def write(self, connection: Connection, stocks: Iterable[Stock]) -> None:
        """Write what is known of some SKUs."""
        rows = [
            {
                "account": self._account,
                "sku": each.sku,
                "total": each.total,
                "as_of": each.as_of.timestamp(),
                "source": each.source.value,
                "outcome": each.outcome,
            }
            for each in stocks
        ]
        if rows:
            self._upsert(connection, self._tables.stock, rows, ("total", "as_of", "source", "outcome"))

    def forget(self, connection: Connection, skus: Iterable[str]) -> int:
        """Delete some SKUs, and return how many there were."""
        stock = self._tables.stock.c
        statement = delete(self._tables.stock).where(stock.account == self._account, stock.sku.in_(list(skus)))
        return connection.execute(statement).rowcount

    def noted(self, connection: Connection, ids: Sequence[str]) -> set[str]:
        """Return those IDs whose events were noted before."""
        events = self._tables.events.c
        query = select(events.event_id).where(events.account == self._account, events.event_id.in_(ids))
        return set(connection.execute(query).scalars())

    def note(self, connection: Connection, ids: Iterable[str], now: float, oldest: float) -> None:
        """Write the IDs of events, and forget old ones.

        Args:
            connection: a connection.
            ids: the IDs.
            now: seconds since the epoch.
            oldest: what was noted before is forgotten.
        """
        events = self._tables.events
        connection.execute(delete(events).where(events.c.account == self._account, events.c.at < oldest))
        rows = [{"account": self._account, "event_id": each, "at": now} for each in ids]
        if rows:
            self._upsert(connection, events, rows, ("at",))

    def _upsert(self, connection: Connection, table: Table, rows: list[dict[str, Any]], names: Sequence[str]) -> None:
        insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)
        changed = {name: insert.excluded[name] for name in names}
        connection.execute(insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=changed), rows)

    def _stock(self, row: Mapping[Any, Any]) -> Stock:
        try:
            as_of = datetime.fromtimestamp(row["as_of"], UTC)
            return Stock(row["sku"], row["total"], as_of, Source(row["source"]), row["outcome"])
        except (ValueError, TypeError, OverflowError, OSError) as error:  # SQLite takes any type in any column
            what = "a row is not what a mirror writes"
            raise error_of(self._name, what, DatabaseFault.OTHER_TABLES, str(error)) from error

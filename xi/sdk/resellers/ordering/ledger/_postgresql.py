"""A ledger in PostgreSQL: its own clock, durable commits whatever its settings are, and time limits on each statement."""

from __future__ import annotations

import os
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Double, cast, create_engine, exc, extract, func, select, text
from sqlalchemy.pool import QueuePool

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._database import Database, Facts, facts_of, facts_query
from xi.sdk.resellers.ordering.ledger._faults import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL, ColumnElement, Connection, Engine

    from xi.sdk.resellers.ordering.ledger._schema import Tables

CONNECT_S: Final = 10
"""How long a connection may take, in seconds."""
STATEMENT_S: Final = 30.0
"""How long a statement may take; each of ours takes milliseconds, so one that takes longer waits for somebody."""
LOCK_S: Final = 10.0
"""How long a statement may wait for another transaction."""
IDLE_S: Final = 60.0
"""After how long PostgreSQL ends a transaction of a program that was stopped in the middle of one."""
CONNECTIONS: Final = 32
"""The most connections of one program; a thread needs one, for milliseconds."""

_open: weakref.WeakSet[PostgreSQL] = weakref.WeakSet()


class PostgreSQL(Database):
    """A ledger in PostgreSQL.

    Args:
        url: its address; without a password it is taken from PGPASSFILE or PGPASSWORD.
        tables: the tables of the ledger.
        clock: its time, for tests; None for the database's own.
    """

    def __init__(self, url: URL, tables: Tables, clock: Callable[[], float] | None) -> None:
        super().__init__(url.render_as_string(hide_password=True), tables, clock)
        self._url = url.set(drivername="postgresql+psycopg")
        self._engine: Engine | None = None
        self._write = facts_query(tables, _now(), *_settings("synchronous_commit=on"))
        self._read = facts_query(tables, _now(), *_settings("transaction_read_only=on"))
        self._look = facts_query(tables, _now())
        _open.add(self)

    def writing(self) -> Any:
        return self._transaction(self._write)

    def reading(self) -> Any:
        return self._transaction(self._read)

    @contextmanager
    def _transaction(self, query: Any) -> Iterator[tuple[Connection, Facts]]:
        with translated(self.name):
            connection, row = self._begin(query)
            with connection:
                yield connection, facts_of(self.clock() if self.clock else row[0], row[-13:])
                connection.commit()

    def _begin(self, query: Any) -> tuple[Connection, Any]:
        """Begin a transaction. A connection that has ended while it was idle is replaced; nothing was done on it yet."""
        engine = self._connected()
        for attempt in range(2):
            connection = engine.connect()
            try:
                row = connection.execute(query).one_or_none()
            except exc.DBAPIError as error:
                connection.close()
                if attempt or not error.connection_invalidated:
                    raise
            except BaseException:
                connection.close()
                raise
            else:
                if row is not None:
                    return connection, row
                connection.close()
                break
        raise LedgerError(
            f"the ledger {self.name}: its tables are empty; restore a backup, or name the right one", Fault.DAMAGED
        )

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        with translated(self.name), self._connected().connect() as connection:
            connection.execute(text("SET LOCAL synchronous_commit = on"))
            # Two programs may make the ledger at once; the number only has to be ours.
            connection.execute(text("SELECT pg_advisory_xact_lock(5867421)"))
            yield connection
            connection.commit()

    def check_place(self) -> None:
        """Do nothing: whether there are tables is seen by a query."""

    def make_place(self, *, is_shared: bool) -> None:
        """Do nothing: a database is never made, and is often shared, since the tables have names of their own.

        Args:
            is_shared: whether it may have tables of another program.
        """

    def now(self, connection: Connection) -> float:
        return self.clock() if self.clock else connection.execute(select(_now())).scalar_one()

    def facts_on(self, connection: Connection) -> Facts:
        with connection.begin_nested():
            row = connection.execute(self._look).one()
        return facts_of(self.clock() if self.clock else row[0], row[1:])

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _connected(self) -> Engine:
        if self._engine is None:
            try:
                import psycopg  # noqa: F401, PLC0415 # pyright: ignore[reportUnusedImport] - only PostgreSQL needs it
            except ImportError as error:
                raise ImportError(missing("a ledger in PostgreSQL needs psycopg", "ordering")) from error
            self._engine = create_engine(
                self._url,
                poolclass=QueuePool,
                pool_size=CONNECTIONS // 2,
                max_overflow=CONNECTIONS // 2,
                hide_parameters=True,
                connect_args={
                    "connect_timeout": CONNECT_S,
                    "application_name": "xi.sdk.resellers",
                    "keepalives_idle": 30,
                    "keepalives_interval": 10,
                    "keepalives_count": 3,
                },
            )
        return self._engine

    def forget_connections(self) -> None:
        """Leave the connections to the parent process, in a process that was forked."""
        if self._engine is not None:
            self._engine.dispose(close=False)
            self._engine = None


def _now() -> ColumnElement[float]:
    return cast(extract("epoch", func.clock_timestamp()), Double)


def _settings(first: str) -> list[ColumnElement[Any]]:
    """Return calls that set what holds for this transaction only; they cost no round trip of their own."""
    settings = (
        first,
        f"statement_timeout={STATEMENT_S * 1_000:.0f}",
        f"lock_timeout={LOCK_S * 1_000:.0f}",
        f"idle_in_transaction_session_timeout={IDLE_S * 1_000:.0f}",
    )
    return [func.set_config(*each.split("="), True) for each in settings]


def _forget_after_fork() -> None:
    for each in list(_open):
        each.forget_connections()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)

"""A ledger in PostgreSQL: the database's clock, commits that are durable whatever its settings are, and time limits."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Double, cast, create_engine, exc, extract, func, select, text
from sqlalchemy.pool import QueuePool

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering.ledger._database import FACTS, SEES_ITS_BEGIN, Database, Facts, facts_of, facts_query
from xi.sdk.resellers.ordering.ledger._faults import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import URL, ColumnElement, Connection, Engine, Select

    from xi.sdk.resellers.ordering.ledger._schema import Tables

CONNECT_S: Final = 10
"""How long a connection may take, in seconds."""
STATEMENT_S: Final = 30.0
"""How long a statement may take; each of ours takes milliseconds, so one that takes longer waits for somebody."""
LOCK_S: Final = 10.0
"""How long a statement may wait for another transaction."""
SLOW_S: Final = 1.0
"""After how long a transaction is told; each of ours takes milliseconds."""
IDLE_S: Final = 15.0
"""After how long PostgreSQL ends a transaction of a program that was stopped in the middle of one."""
CONNECTIONS: Final = 32
"""The most connections of one program; a thread needs one, for milliseconds."""


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
        self._inherited: Engine | None = None
        self._write = facts_query(tables, _now(), *_settings("synchronous_commit=on"))
        self._read = facts_query(tables, _now(), *_settings("transaction_read_only=on"))
        self._look = facts_query(tables, func.current_setting("transaction_isolation"), _now())
        self._newest = select(tables.meta.c.id).with_for_update(read=True)

    def writing(self) -> AbstractContextManager[tuple[Connection, Facts]]:
        return self._transaction(self._write)

    def reading(self) -> AbstractContextManager[tuple[Connection, Facts]]:
        return self._transaction(self._read)

    @contextmanager
    def _transaction(self, query: Select[Any]) -> Generator[tuple[Connection, Facts]]:
        with self._told_if_slow(), translated(self.name):
            connection, row = self._begin(query)
            with connection:
                yield connection, self._facts_of(row)
                connection.commit()

    @contextmanager
    def _told_if_slow(self) -> Generator[None]:
        """Say how long a transaction took that waited; while it waits nothing can be said without a second thread."""
        began = time.monotonic()
        try:
            yield
        finally:
            took = time.monotonic() - began
            if took > SLOW_S:
                log.warning(
                    "a step of the ledger %s took %.1f s: another program held it, or the database is slow",
                    self.name,
                    took,
                )

    def _begin(self, query: Select[Any]) -> tuple[Connection, Sequence[Any] | None]:
        """Begin a transaction. A connection that ended while it was idle is replaced: nothing was done on it yet."""
        engine = self._connected()
        for attempt in range(CONNECTIONS + 1):
            connection = engine.connect()
            try:
                return connection, connection.execute(query).one_or_none()
            except exc.DBAPIError as error:
                connection.close()
                if attempt == CONNECTIONS or not error.connection_invalidated:
                    raise
            except BaseException:
                connection.close()
                raise
        raise AssertionError  # the last attempt returns or raises

    def _facts_of(self, row: Sequence[Any] | None) -> Facts:
        now = 0.0 if row is None else row[0]
        return facts_of(self.clock() if self.clock else now, None if row is None else row[-FACTS:], self.name)

    @contextmanager
    def bare(self) -> Generator[Connection]:
        with self._told_if_slow(), translated(self.name), self._connected().connect() as connection:
            connection.execute(text("SET LOCAL synchronous_commit = on"))
            # Two programs may make the ledger at once; the number only has to be ours.
            connection.execute(text("SELECT pg_advisory_xact_lock(5867421)"))
            yield connection
            connection.commit()

    @contextmanager
    def snapshot(self) -> Generator[Connection]:
        """Begin a transaction that reads one moment's content, however long it takes; it keeps nobody from writing."""
        with translated(self.name), self._connected().connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

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
            row = connection.execute(self._look).one_or_none()
            if row is not None and row[0] in SEES_ITS_BEGIN:
                # It reads what was there when it began, long ago. To lock the row is an error if it was written since.
                with connection.begin_nested() as lock:
                    connection.execute(self._newest)
                    # Kept, it would let no program open the ledger, which writes the row. What has read it lets
                    # nobody distrust or move the ledger before the caller's transaction ends.
                    lock.rollback()
            return self._facts_of(None if row is None else row[1:])

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
                # Whatever the default of the database is: at a stricter level, a row that another thread has just
                # written is an error, and not one to wait for.
                isolation_level="READ COMMITTED",
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

    def before_fork(self) -> None:
        """Do nothing: connections can be left to the parent process."""

    def after_fork(self, *, is_child: bool) -> None:
        super().after_fork(is_child=is_child)
        if is_child and self._engine is not None:
            # They are neither used nor closed in this process: both would disturb the other one.
            self._inherited = self._engine
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

"""The ledger: where it is, what is checked before its first use, and its transactions."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection, exc, insert, inspect, make_url, select, update
from sqlalchemy.schema import CreateSchema

from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._clock import passed
from xi.sdk.resellers.ordering._entries import app_of
from xi.sdk.resellers.ordering._interrupts import Held, Whole
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._accounts import DISTRUSTED_S, PRODUCTION
from xi.sdk.resellers.ordering.ledger._care import Care
from xi.sdk.resellers.ordering.ledger._database import Database, Facts, refuse_moved
from xi.sdk.resellers.ordering.ledger._faults import translated
from xi.sdk.resellers.ordering.ledger._jumps import Jumps
from xi.sdk.resellers.ordering.ledger._migrating import migrate_at_open
from xi.sdk.resellers.ordering.ledger._places import MISSING
from xi.sdk.resellers.ordering.ledger._postgresql import PostgreSQL
from xi.sdk.resellers.ordering.ledger._quotas import Memory
from xi.sdk.resellers.ordering.ledger._schema import SCHEMA, Tables, tables
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite
from xi.sdk.resellers.ordering.ledger._statements import statements
from xi.sdk.resellers.ordering.ledger._store import Transaction
from xi.sdk.resellers.ordering.ledger._tokens import Cipher, SharedToken

_MADE_IN_PASSING: Final = frozenset({"sandbox", "local"})
"""Environments whose ledger is made at first use. For others an empty one would forget what was sent."""


class Ledger(Care):
    """What was sent to Ingram Micro, and what became of it; each order is in it before it is sent.

    It does not connect before it is used. Threads can share it, and so can programs: each opens its own. An SQLite file
    belongs on a disk of one machine. A copy of the file that is made while it is open is worthless; `backup` makes a
    good one.

    Args:
        url: where it is: the path of an SQLite file, `sqlite:///orders.db`, or `postgresql://user@host/database`.
        prefix: what the names of its tables begin with.
        schema: the schema of its tables in PostgreSQL; None is the connection's own.
        clock: the time in seconds since 1970, for tests, which passes as this says; None is the database's own. Its
            jumps are noticed.
        token_key: encrypts the shared access token; see `shared_token`.

    Raises:
        ApiValueError: the URL, the prefix or the schema cannot be used.
    """

    def __init__(
        self,
        url: str | os.PathLike[str],
        *,
        prefix: str = "xi_",
        schema: str | None = None,
        clock: Callable[[], float] | None = None,
        token_key: bytes | None = None,
    ) -> None:
        self._tables = tables(prefix, schema)
        self._database = _database(url, self._tables, clock)
        self._statements = statements(self._tables, "sqlite" if isinstance(self._database, SQLite) else "postgresql")
        self._cipher = Cipher(token_key)
        self._is_checked = False
        self._id: str | None = None
        self._memory: Memory = {}
        self._jumps = Jumps()
        self._environment: str | None = None

    def __repr__(self) -> str:
        """Return where it is, without a password."""
        return f"Ledger({self._database.name!r})"

    @property
    def name(self) -> str:
        """Where it is, without a password."""
        return self._database.name

    @property
    def environment(self) -> str | None:
        """The environment that it belongs to; None before it was opened, and until it is used first."""
        return self._environment

    @classmethod
    def init(
        cls,
        url: str | os.PathLike[str],
        *,
        trusted: bool = False,
        environment: str | None = None,
        prefix: str = "xi_",
        schema: str | None = None,
        clock: Callable[[], float] | None = None,
        token_key: bytes | None = None,
    ) -> Self:
        """Make a ledger.

        Args:
            url: where: the path of an SQLite file, or the URL of a database that is there.
            trusted: whether no order was placed before there was this ledger. Otherwise, in the environment production,
                each PO is searched for before its first send, for 20 days.
            environment: the environment that it belongs to; None is that of its first use.
            prefix: see `Ledger`.
            schema: see `Ledger`.
            clock: see `Ledger`.
            token_key: see `Ledger`.

        Raises:
            LedgerError: there is one already, or none can be made there.
        """
        ledger = cls(url, prefix=prefix, schema=schema, clock=clock, token_key=token_key)
        try:
            ledger._make(environment, trusted=trusted)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def _make(self, environment: str | None, *, trusted: bool) -> None:
        self._database.make_place(is_shared=True)
        with self._database.bare() as connection:
            if self._has_tables(connection):
                raise ApiValueError(
                    f"there is a ledger {self.name} already; use it, or name another place", argument="url"
                )
            self._make_tables(connection, environment, trusted=trusted)
        self._check(None, make=False)

    def open(self, environment: str, *, make: bool | None = None) -> None:
        """Check that the ledger can be used, before its first use; after that it costs nothing.

        Args:
            environment: what it is to be used for: production, sandbox, local, or the name of a host.
            make: whether to make it if there is none; None does so for sandbox and local.

        Raises:
            LedgerError: it is missing, cannot be written, is of another environment, and so on; `fault` says which.
        """
        if self._is_checked and self._environment == environment:
            return
        with Held(), self._database.opening:
            self._check(environment, make=environment in _MADE_IN_PASSING if make is None else make)

    @contextmanager
    def transaction(self) -> Generator[Transaction]:
        """Begin a transaction. At its end all that was written is on the disk; an error undoes all of it.

        Ctrl-C is raised at its end, and a second one at once.

        Raises:
            LedgerError: the ledger cannot be used, or a write has failed.
        """
        self._check_once()
        with Held(), self._database.writing() as (connection, facts):
            self._check_facts(facts)
            if self._database.clock is None:  # that of a test moves in place of time
                self._jumps.saw(facts.now, passed())
            yield Transaction(connection, self._statements, facts, memory=self._memory, jumps=self._jumps)

    @contextmanager
    def reading(self) -> Generator[Transaction]:
        """Begin a transaction that only reads.

        Raises:
            LedgerError: the ledger cannot be used.
        """
        self._check_once()
        # Its block can be the program's, as that of a loop over rows is: only its begin and its end are not broken off.
        with Whole(self._database.reading()) as (connection, facts):
            self._check_facts(facts, is_reading=True)
            yield Transaction(connection, self._statements, facts, reads_only=True)

    def on(self, connection: Connection, environment: str | None = None) -> Transaction:
        """Return a transaction on a connection of the caller's own to the same database.

        What it writes is committed by the caller, with all else that the caller writes. An error undoes what it wrote,
        and nothing else. It does nothing on other connections, which could wait for the caller's own locks.

        Args:
            connection: an SQLAlchemy connection, such as that of a session.
            environment: what it is to be used for; None does not check it.

        Raises:
            ApiTypeError: the connection is none of SQLAlchemy.
            LedgerError: the database has no ledger, another one, or one of another environment.
        """
        if not isinstance(connection, Connection):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            given = type(connection).__name__
            raise ApiTypeError(
                f"connection should be a Connection of SQLAlchemy, such as session.connection(), not {given}",
                argument="connection",
            )
        with translated(self.name):
            facts = self._database.facts_on(connection)
        self._check_facts(facts)
        transaction = Transaction(connection, self._statements, facts, owner=self.name)
        if environment is not None:
            self._take_environment(transaction, facts, environment)
        return transaction

    def shared_token(self, fetch: Callable[[], tuple[str, float]], *, client_id: str) -> SharedToken:
        """Return a function for `Configuration(access_token=...)`: all programs that use the ledger share one token.

        Args:
            fetch: returns a new token and the seconds of its life; at one time, one program calls it.
            client_id: the ID of the app.
        """
        return SharedToken(app_of(client_id), fetch, self.transaction, self.reading, self._cipher)

    def close(self) -> None:
        """Close all connections; the next use opens them again."""
        self._database.close()

    # -- opening

    def _check_once(self) -> None:
        if not self._is_checked:
            with Held(), self._database.opening:
                if not self._is_checked:
                    self._check(None, make=False)

    def _check(self, environment: str | None, *, make: bool) -> None:
        try:
            self._check_all(environment, make=make)
        except BaseException:
            if not self._is_checked:
                self.close()
            raise

    def _check_all(self, environment: str | None, *, make: bool) -> None:
        database = self._database
        if make:
            database.make_place(is_shared=False)
        else:
            database.check_place()
        with database.bare() as connection:
            if not self._has_tables(connection):
                if not make:
                    raise LedgerError(MISSING.format(self.name), Fault.MISSING)
                self._make_tables(connection, environment, trusted=False)
            migrate_at_open(connection, database)
        with database.writing() as (connection, facts):
            self._check_facts(facts)
            if environment is not None:
                self._take_environment(Transaction(connection, self._statements, facts), facts, environment)
            opened = self._count_opening(connection)
        with database.reading() as (connection, _):
            if self._openings(connection) < opened:
                raise LedgerError(
                    f"the ledger {self.name}: what was written cannot be read back; its disk does not keep it",
                    Fault.DAMAGED,
                )
        self._id, self._environment, self._is_checked = facts.ledger, facts.environment, True

    def _has_tables(self, connection: Connection) -> bool:
        meta = self._tables.meta
        return inspect(connection).has_table(meta.name, meta.schema)

    def _make_tables(self, connection: Connection, environment: str | None, *, trusted: bool) -> None:
        if self._tables.meta.schema is not None:
            connection.execute(CreateSchema(self._tables.meta.schema, if_not_exists=True))
        self._tables.metadata.create_all(connection, checkfirst=False)
        now = self._database.now(connection)
        is_trusted = trusted or environment not in (None, PRODUCTION)
        connection.execute(
            insert(self._tables.meta),
            {
                "id": 1,
                "version": SCHEMA,
                "ledger": str(uuid.uuid4()),
                "environment": environment,
                "made_at": now,
                "opened": 0,
                "distrust_since": None if is_trusted else now - DISTRUSTED_S,
                "distrust_at": None if is_trusted else now,
                "distrust_doubtful": None if is_trusted else False,
            },
        )

    def _check_facts(self, facts: Facts, *, is_reading: bool = False) -> None:
        if facts.version > SCHEMA:
            raise LedgerError(
                f"the ledger {self.name} was migrated to version {facts.version} of its tables, and this program knows "
                f"version {SCHEMA}; install the newer program here too. Until then it takes nothing from the ledger",
                Fault.NEWER,
            )
        if facts.version < SCHEMA - 1:
            raise LedgerError(
                f"the ledger {self.name} has version {facts.version} of its tables, and this program needs "
                f"{SCHEMA - 1} or {SCHEMA}; call Ledger(url).migrate()",
                Fault.OLDER,
            )
        if not is_reading:
            refuse_moved(self.name, facts.moved_to)
        if self._id not in (None, facts.ledger):
            raise LedgerError(
                f"the ledger {self.name} is not the one that was opened: another was put in its place, or the "
                "connection is to another database. If that is right, end this program and begin again",
                Fault.MOVED,
            )

    def _take_environment(self, transaction: Transaction, facts: Facts, environment: str) -> None:
        if facts.environment is None:
            transaction.set_environment(environment)
        if facts.environment != environment:
            raise LedgerError(
                f"the ledger {self.name} belongs to {facts.environment}, and this program works with {environment}; "
                f"name the ledger of {environment}, since this one would make it believe that orders were placed",
                Fault.ENVIRONMENT,
            )

    def _count_opening(self, connection: Connection) -> int:
        meta = self._tables.meta
        connection.execute(update(meta).values(opened=meta.c.opened + 1))
        return self._openings(connection)

    def _openings(self, connection: Connection) -> int:
        opened: int = connection.execute(select(self._tables.meta.c.opened)).scalar_one()
        return opened

    def _place(self, url: str | os.PathLike[str], prefix: str | None, schema: str | None) -> Database:
        its_tables = tables(self._tables.prefix if prefix is None else prefix, schema)
        return _database(url, its_tables, self._database.clock)

    def _forget(self) -> None:
        self._is_checked, self._id = False, None


def _database(
    url: str | os.PathLike[str], its_tables: Tables, clock: Callable[[], float] | None
) -> SQLite | PostgreSQL:
    """Return the database of a URL, or of the path of an SQLite file."""
    text = os.fspath(url)
    if "://" not in text:
        if text in ("", ":memory:"):
            raise ApiValueError("a ledger in memory forgets what was sent; name a file", argument="url")
        return SQLite(Path(text).absolute(), its_tables, clock)
    try:
        parsed = make_url(text)
    except (exc.ArgumentError, ValueError):
        # The error repeats the URL, which may have a password.
        raise ApiValueError(_URL, argument="url") from None
    kind = parsed.get_backend_name()
    if kind == "sqlite":
        if not parsed.database or parsed.database == ":memory:" or parsed.query:
            raise ApiValueError("the URL of an SQLite file is sqlite:///orders.db, without more", argument="url")
        return SQLite(Path(parsed.database).absolute(), its_tables, clock)
    if kind in ("postgresql", "postgres"):
        return PostgreSQL(parsed, its_tables, clock)
    raise ApiValueError(_URL, argument="url")


_URL: Final = (
    "a ledger is an SQLite file (orders.db, sqlite:///orders.db) or PostgreSQL (postgresql://user@host/database)"
)

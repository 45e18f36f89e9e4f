"""A ledger in an SQLite file: one writer at a time, each commit on the disk before it returns, and only on a local disk."""

from __future__ import annotations

import sqlite3
import threading
import time
import weakref
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool

from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import _places
from xi.sdk.resellers.ordering.ledger._database import Database, Facts, facts_of, facts_query
from xi.sdk.resellers.ordering.ledger._faults import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

    from xi.sdk.resellers.ordering.ledger._schema import Tables

BUSY_S: Final = 30.0
"""How long to wait for another program that writes; a write takes milliseconds, a backup or a long import seconds."""
READERS: Final = 64
"""The most readers at once in one program."""

_open: weakref.WeakSet[SQLite] = weakref.WeakSet()
_making = threading.Lock()


class SQLite(Database):
    """A ledger in an SQLite file.

    Args:
        path: the file.
        tables: the tables of the ledger.
        clock: its time, for tests; None for this machine's.
    """

    def __init__(self, path: Path, tables: Tables, clock: Callable[[], float] | None) -> None:
        super().__init__(str(path), tables, clock)
        self.path = path
        self._uri = f"{path.as_uri()}?mode=rw"
        self._engine: Engine | None = None
        self._writer: Connection | None = None
        self._lock = threading.Lock()
        self._owner: int | None = None
        self._file: tuple[int, int] | None = None
        self._is_inherited = False
        self._facts = facts_query(tables)

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Facts]]:
        with self._begun() as connection:
            yield connection, self._read_facts(connection)

    @contextmanager
    def bare(self) -> Iterator[Connection]:
        with self._begun() as connection:
            yield connection

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        if self._owner == threading.get_ident():
            raise RuntimeError("this thread has begun a transaction of this ledger already; end it first")
        with self._lock, translated(self.name):
            self._owner = threading.get_ident()
            connection = None
            try:
                if self._writer is None:
                    self._writer = self._connected().connect()
                connection = self._writer
                self._check_file()
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                connection.commit()
            except BaseException:
                if connection is not None:
                    connection.rollback()
                raise
            finally:
                self._owner = None

    @contextmanager
    def reading(self) -> Iterator[tuple[Connection, Facts]]:
        with translated(self.name), self._connected().connect() as connection:
            self._check_file()
            connection.exec_driver_sql("BEGIN")
            yield connection, self._read_facts(connection)

    def _read_facts(self, connection: Connection) -> Facts:
        row = connection.execute(self._facts).one_or_none()
        if row is None:
            raise LedgerError(
                f"the ledger {self.name}: its tables are empty; restore a backup, or name the right one", Fault.DAMAGED
            )
        return facts_of(self._now(), row)

    def facts_on(self, connection: Connection) -> Facts:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection) and not driver.in_transaction:
            # The driver begins a transaction late; a savepoint outside of one would commit when it is released.
            connection.exec_driver_sql("BEGIN")
        with connection.begin_nested():
            return self._read_facts(connection)

    def _now(self) -> float:
        return self.clock() if self.clock else time.time()

    def now(self, connection: Connection) -> float:  # noqa: ARG002 - it is this machine's
        return self._now()

    def check_place(self) -> None:
        _places.check(self.path)
        if not self.path.exists():
            raise LedgerError(
                f"there is no ledger {self.path}; make it with Ledger.init, or name the right one: an empty one forgets what "
                "was sent",
                Fault.MISSING,
            )
        self._refuse_others()

    def make_place(self, *, is_shared: bool) -> None:
        _places.check(self.path)
        # Closing a file ends the locks that this program has on it, so nobody may open it meanwhile.
        with _making:
            _places.make(self.path)
        if not is_shared:
            self._refuse_others()

    def _refuse_others(self) -> None:
        """Refuse the file of another program before anything in it is changed."""
        with translated(self.name), closing(sqlite3.connect(self._uri, uri=True, timeout=BUSY_S)) as connection:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if names and self.tables.meta.name not in names:
            raise LedgerError(
                f"{self.path} is the file of another program, not a ledger; name the right one. Ledger.init puts the tables of a "
                "ledger into it, if that is what you want",
                Fault.NOT_A_LEDGER,
            )

    def _check_file(self) -> None:
        """Refuse to write into a file that is no longer the one of this name: nobody would find it again."""
        try:
            found = self.path.stat()
        except OSError as error:
            raise LedgerError(
                f"the ledger {self.path} is no longer there: it was moved or deleted while it was open; put it back",
                Fault.MISSING,
            ) from error
        if self._file is None:
            self._file = found.st_dev, found.st_ino
        elif self._file != (found.st_dev, found.st_ino):
            raise LedgerError(
                f"the ledger {self.path} was replaced by another file while it was open; end all programs that use it, "
                "and begin again with the right one",
                Fault.MOVED,
            )

    def _connected(self) -> Engine:
        if self._is_inherited:
            raise LedgerError(
                f"the ledger {self.path} was in use when this process was forked; make the Ledger after the fork",
                Fault.LOCKED,
            )
        if self._engine is None:
            self._engine = create_engine(
                "sqlite://",
                creator=self._connect,
                poolclass=QueuePool,
                pool_size=4,
                max_overflow=READERS,
                hide_parameters=True,
            )
            _open.add(self)
        return self._engine

    def _connect(self) -> sqlite3.Connection:
        with _making:
            connection = sqlite3.connect(
                self._uri, uri=True, isolation_level=None, timeout=BUSY_S, check_same_thread=False
            )
        try:
            found = {
                name: connection.execute(f"PRAGMA {name}={value}").fetchone()
                or connection.execute(f"PRAGMA {name}").fetchone()
                for name, value in _PRAGMAS.items()
            }
        except BaseException:
            connection.close()
            raise
        for name, (value,) in found.items():
            if str(value) != _PRAGMAS[name]:
                connection.close()
                raise LedgerError(
                    f"the ledger {self.path}: SQLite answers {value} instead of {_PRAGMAS[name]} for {name}, so it could "
                    "lose orders; keep it on a local disk, and use an SQLite that was not built for special machines",
                    Fault.NETWORK if name == "journal_mode" else Fault.READ_ONLY,
                )
        return connection

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        self._file = None

    def prepare_fork(self) -> None:
        """Close all connections before a fork, since SQLite's locks do not survive one; they are opened again when needed."""
        self._lock.acquire()
        self._close()

    def end_fork(self, *, is_child: bool) -> None:
        """Go on after a fork.

        Args:
            is_child: whether this is the new process.
        """
        self._lock.release()


_PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": "2",  # FULL: a commit is on the disk before it returns
    "fullfsync": "1",  # on a Mac nothing less reaches the disk; elsewhere it changes nothing
    "checkpoint_fullfsync": "1",
}

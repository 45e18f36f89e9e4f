"""A ledger in an SQLite file: one writer at a time, each commit on the disk before it returns, on a local disk only."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import create_engine, exc, update
from sqlalchemy.pool import QueuePool

from xi.sdk.resellers.ordering._log import log
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import _places
from xi.sdk.resellers.ordering.ledger._database import Database, Facts, facts_of, facts_query
from xi.sdk.resellers.ordering.ledger._faults import is_busy, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from xi.sdk.resellers.ordering.ledger._schema import Tables

T = TypeVar("T")

BUSY_S: Final = 30.0
"""How long to wait for another program that writes. A write takes milliseconds, a backup or a long import seconds."""
STEP_S: Final = 1.0
"""After how long a wait for another program is told; it waits in steps of that length."""
FORK_S: Final = 5.0
"""How long a fork waits for a transaction to end."""
HOST_S: Final = 60.0
"""For how long after its last write a machine keeps another one from the file."""
BEAT_S: Final = 15.0
"""How often a machine writes that it uses the file."""
SMALLEST: Final = 512
"""Bytes of the smallest SQLite file."""
READERS: Final = 64
"""The most readers at once in one program."""
_PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": "2",  # FULL: a commit is on the disk before it returns
    "fullfsync": "1",  # on a Mac nothing less reaches the disk; elsewhere it changes nothing
    "checkpoint_fullfsync": "1",
}

_making = threading.Lock()
"""Closing a file ends the locks that this program has on it; so nobody opens it while it is made."""


@dataclass(slots=True)
class _Held:
    """Another program holds the file.

    Args:
        since: since when, by the clock of this process.
        seen: when that was seen last.
    """

    since: float
    seen: float = 0.0


def _step() -> float:
    return min(STEP_S, BUSY_S)


class SQLite(Database):
    """A ledger in an SQLite file. A copy of the file that is made while it is open is worthless: use `Ledger.backup`.

    Args:
        path: the file.
        tables: the tables of the ledger.
        clock: its time, for tests; None for this machine's.
    """

    def __init__(self, path: Path, tables: Tables, clock: Callable[[], float] | None) -> None:
        super().__init__(str(path), tables, clock)
        self.path = path
        self._path = str(path)
        self._uri = f"{path.as_uri()}?mode=rw"
        self._engine: Engine | None = None
        self._writer: Connection | None = None
        self._lock = threading.Lock()
        self._owner: int | None = None
        self._file: tuple[int, int] | None = None
        # By whether it is to be written: who writes keeps others from writing, and not from reading.
        self._held: dict[bool, _Held] = {}
        self._host, self._boot = _places.this_machine()
        self._is_forking = False
        self._inherited: tuple[object, ...] = ()
        self._facts = facts_query(tables)

    @contextmanager
    def writing(self) -> Generator[tuple[Connection, Facts]]:
        with self.bare() as connection:
            facts = self._read_facts(connection)
            self._check_host(connection, facts)
            yield connection, facts

    @contextmanager
    def bare(self) -> Generator[Connection]:
        if self._owner == threading.get_ident():
            raise RuntimeError("this thread has begun a transaction of this ledger already; end it first")
        with self._lock, translated(self.name):
            self._owner = threading.get_ident()
            try:
                if self._writer is None:
                    self._writer = self._connected().connect()
                self._check_file()
                self._when_free(partial(self._writer.exec_driver_sql, "BEGIN IMMEDIATE"), writes=True)
                yield self._writer
                self._writer.commit()
            except BaseException:
                self._undo()
                raise
            finally:
                self._owner = None

    def _undo(self) -> None:
        if self._writer is not None:
            try:
                self._writer.rollback()
            except (exc.SQLAlchemyError, sqlite3.Error):  # what ended the transaction is what is told
                self._writer.invalidate()
                self._writer.close()
                self._writer = None

    @contextmanager
    def reading(self) -> Generator[tuple[Connection, Facts]]:
        with translated(self.name), self._connected().connect() as connection:
            self._check_file()
            connection.exec_driver_sql("BEGIN")
            yield connection, self._when_free(partial(self._read_facts, connection))

    def _when_free(self, work: Callable[[], T], *, writes: bool = False) -> T:
        """Do what another program can keep from being done; wait for that program, and say so.

        The time counts for all threads together: each would wait as long for itself, one after the other.
        """
        began = time.monotonic()
        while True:
            try:
                done = work()
            except (exc.OperationalError, sqlite3.OperationalError) as error:
                if not is_busy(error) or not self._may_wait(began, writes=writes):
                    raise
            else:
                if self._held.pop(writes, None) is not None:
                    log.info("the ledger %s is free again", self.path)
                return done

    def _may_wait(self, began: float, *, writes: bool) -> bool:
        now = time.monotonic()
        held = self._held.get(writes)
        # What was seen long before this wait began was another time. Its own steps are none, however long one takes.
        if held is None or began - held.seen > BUSY_S:
            self._held[writes] = held = _Held(since=now - _step())
            log.warning("the ledger %s is held by another program; it is waited for, %.0f s at most", self.path, BUSY_S)
        held.seen = now
        return now - held.since < BUSY_S

    def _read_facts(self, connection: Connection) -> Facts:
        return facts_of(self._now(), connection.execute(self._facts).one_or_none(), self.name)

    def facts_on(self, connection: Connection) -> Facts:
        driver = connection.connection.driver_connection
        # Asked of whatever the program connects with: aiosqlite and proxies have connections of a class of their own.
        begins = not getattr(driver, "in_transaction", False)
        if begins:
            # The driver begins a transaction late; a savepoint outside of one would commit when it is released. And one
            # that has read before it writes is refused without a wait if another program has written in between.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            with connection.begin_nested():
                return self._read_facts(connection)
        except BaseException:
            if begins:  # the program has nothing in it yet, and may not know that it keeps others from writing
                connection.exec_driver_sql("ROLLBACK")
            raise

    def now(self, connection: Connection) -> float:  # noqa: ARG002 - it is this machine's
        return self._now()

    def _now(self) -> float:
        return self.clock() if self.clock else time.time()

    def check_place(self) -> None:
        _places.check(self.path)
        # To open an empty file would write its first page, and make of it a ledger that seems to have lost its tables.
        if not self.path.exists() or self.path.stat().st_size == 0 or not self._refuse_others():
            raise LedgerError(_places.MISSING.format(self.path), Fault.MISSING)

    def make_place(self, *, is_shared: bool) -> None:
        _places.check(self.path)
        with _making:
            _places.make(self.path)
        if not self.path.exists():  # a link that leads nowhere
            raise LedgerError(_places.MISSING.format(self.path), Fault.MISSING)
        if not is_shared:
            self._refuse_others()

    def _refuse_others(self) -> set[str]:
        """Refuse the file of another program before anything in it is changed; return the names of its tables."""
        if 0 < self.path.stat().st_size < SMALLEST:
            # SQLite would take it for an empty database, and write over it.
            raise LedgerError(f"{self.path} is no SQLite file, and no ledger; name the right one", Fault.NOT_A_LEDGER)
        with translated(self.name), closing(sqlite3.connect(self._uri, uri=True, timeout=_step())) as connection:
            query = "SELECT name FROM sqlite_master WHERE type = 'table'"
            names = {name for (name,) in self._when_free(lambda: connection.execute(query).fetchall())}
        if names and self.tables.meta.name not in names:
            raise LedgerError(
                f"{self.path} is the file of another program, not a ledger; name the right one. Ledger.init puts the "
                "tables of a ledger into it, if that is what you want",
                Fault.NOT_A_LEDGER,
            )
        return names

    def _check_file(self) -> None:
        """Refuse to use a file that is no longer the one of this name: nobody would find it again."""
        try:
            found = os.stat(self._path)  # noqa: PTH116 - a path costs more than the call
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

    def _check_host(self, connection: Connection, facts: Facts) -> None:
        """Refuse a file that another machine uses: its locks are not seen here."""
        age = None if facts.host_seen is None else abs(facts.now - facts.host_seen)
        is_ours = facts.boot == self._boot
        if is_ours and age is not None and age < BEAT_S:
            return
        if not is_ours and age is not None:
            if age < HOST_S:
                raise LedgerError(
                    f"the ledger {self.path} is used by the machine {facts.host}, which wrote to it {age:.0f} s ago; a "
                    "file can be used by one machine only. End the programs there, or use PostgreSQL; if that machine "
                    f"was only started again, wait {HOST_S:.0f} s",
                    Fault.SECOND_HOST,
                )
            log.warning(
                "the ledger %s was used by the machine %s, which has not written to it for %d s; it is now used by %s",
                self.path,
                facts.host,
                age,
                self._host,
            )
        connection.execute(update(self.tables.meta), {"host": self._host, "boot": self._boot, "host_seen": facts.now})

    def _connected(self) -> Engine:
        if self._inherited:
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
        return self._engine

    def _connect(self) -> sqlite3.Connection:
        with _making:
            connection = sqlite3.connect(
                self._uri, uri=True, isolation_level=None, timeout=_step(), check_same_thread=False
            )
        try:
            self._when_free(partial(self._set_up, connection))
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
            (found,) = connection.execute(f"PRAGMA {name}").fetchone()
            if str(found) != value:
                raise LedgerError(
                    f"the ledger {self.path}: SQLite answers {found} instead of {value} for {name}, so it could lose "
                    "orders; keep it on a local disk that can be written",
                    Fault.NETWORK if name == "journal_mode" else Fault.READ_ONLY,
                )

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

    def before_fork(self) -> None:
        """Close all connections, since SQLite's locks are no use in a forked process. The next use opens them again."""
        if self._owner == threading.get_ident():
            return
        self._is_forking = self._lock.acquire(timeout=FORK_S)
        if self._is_forking and not self._has_readers():
            self._close()

    def _has_readers(self) -> bool:
        if self._engine is None:
            return False
        pool = self._engine.pool
        return isinstance(pool, QueuePool) and pool.checkedout() > (self._writer is not None)

    def after_fork(self, *, is_child: bool) -> None:
        if is_child:
            super().after_fork(is_child=True)
            if self._engine is not None:
                # It is neither used nor closed in this process: both would disturb the other one.
                self._inherited = self._engine, self._writer
                self._engine = self._writer = None
            self._lock = threading.Lock()
            self._owner = None
        elif self._is_forking:
            self._lock.release()
        self._is_forking = False

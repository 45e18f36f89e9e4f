"""What the ledger asks of a database: transactions, and the facts that each begins with."""

from __future__ import annotations

import os
import threading
import weakref
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, exists, select, true

from xi.sdk.resellers.ordering._entries import Distrust
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._schema import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._schema import Tables


FACTS: Final = 13
"""How many columns the facts have."""
SEES_ITS_BEGIN: Final = frozenset({"repeatable read", "serializable"})
"""The isolation levels at which a transaction sees what was there when it began; at others, each statement sees what
has been committed."""
_databases: Final[weakref.WeakSet[Database]] = weakref.WeakSet()


@dataclass(slots=True)
class Facts:
    """What each transaction reads first, in one statement.

    Args:
        now: the database's time.
        version: the version of its tables.
        moved_to: the database that took its place.
        ledger: the ID of this ledger.
        environment: the environment that it belongs to.
        made_at: when it was made.
        distrust: since when it may not know of all orders.
        host: the machine that uses it.
        boot: that machine's ID since it was started.
        host_seen: when that machine used it last.
        has_pauses: whether an account is paused.
        has_breakers: whether an account has failures.
    """

    now: float
    version: int
    moved_to: str | None
    ledger: str
    environment: str | None
    made_at: float
    distrust: Distrust | None
    host: str | None
    boot: str | None
    host_seen: float | None
    has_pauses: bool
    has_breakers: bool


def facts_query(tables: Tables, *first: ColumnElement[Any]) -> Select[Any]:
    """Return the statement that reads the facts.

    Args:
        tables: the tables of the ledger.
        first: columns before them.
    """
    meta = tables.meta.c
    return select(
        *first,
        meta.version,
        meta.moved_to,
        meta.ledger,
        meta.environment,
        meta.made_at,
        meta.distrust_since,
        meta.distrust_at,
        meta.distrust_doubtful,
        meta.host,
        meta.boot,
        meta.host_seen,
        exists(select(true()).select_from(tables.pauses)),
        exists(select(true()).select_from(tables.breakers)),
    )


def facts_of(now: float, row: Sequence[Any] | None, name: str) -> Facts:
    """Return the facts.

    Args:
        now: the database's time.
        row: the columns of `facts_query`, without the first ones; None if there is no row.
        name: the ledger, as it is shown to people.

    Raises:
        LedgerError: there is no row.
    """
    if row is None:
        raise LedgerError(
            f"the ledger {name}: its tables are empty; restore a backup, or name the right one", Fault.DAMAGED
        )
    (
        version,
        moved_to,
        ledger,
        environment,
        made_at,
        since,
        at,
        doubtful,
        host,
        boot,
        host_seen,
        has_pauses,
        has_breakers,
    ) = row
    distrust = None if since is None else Distrust(since=since, at=at, doubtful=doubtful)
    return Facts(
        now,
        version,
        moved_to,
        ledger,
        environment,
        made_at,
        distrust,
        host,
        boot,
        host_seen,
        has_pauses,
        has_breakers,
    )


def refuse_moved(name: str, moved_to: str | None) -> None:
    """Refuse a ledger that was moved, or that is an unfinished copy of one.

    Args:
        name: the ledger, as it is shown to people.
        moved_to: the database that took its place; None if there is none.

    Raises:
        LedgerError: it was moved.
    """
    if moved_to == UNFINISHED:
        raise LedgerError(
            f"the ledger {name} is an unfinished copy; move the old ledger again, then use this one", Fault.MOVED
        )
    if moved_to is not None:
        raise LedgerError(f"the ledger {name} was moved to {moved_to}; use that one", Fault.MOVED)


class Database(ABC):
    """A place where a ledger is kept.

    Args:
        name: how it is shown to people: without a password.
        tables: the tables of the ledger.
        clock: its time; None for the database's own.
    """

    def __init__(self, name: str, tables: Tables, clock: Callable[[], float] | None) -> None:
        self.name = name
        self.tables = tables
        self.clock = clock
        self.opening = threading.RLock()
        """Held while the ledger is checked before its first use."""
        _databases.add(self)

    @abstractmethod
    def writing(self) -> AbstractContextManager[tuple[Connection, Facts]]:
        """Begin a transaction that writes. At the end of the block it is committed, durably; an error undoes it."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[tuple[Connection, Facts]]:
        """Begin a transaction that only reads."""

    @abstractmethod
    def bare(self) -> AbstractContextManager[Connection]:
        """Begin a transaction that writes, in a database that may have no tables of the ledger yet."""

    @abstractmethod
    def check_place(self) -> None:
        """Check where it is, and that there is a ledger.

        Raises:
            LedgerError: it cannot be used, or is missing.
        """

    @abstractmethod
    def make_place(self, *, is_shared: bool) -> None:
        """Make the place for the tables, if there is none.

        Args:
            is_shared: whether it may have tables of another program.

        Raises:
            LedgerError: it cannot be made, or belongs to another program.
        """

    @abstractmethod
    def now(self, connection: Connection) -> float:
        """Return its time, in seconds since 1970.

        Args:
            connection: a connection to it.
        """

    @abstractmethod
    def facts_on(self, connection: Connection) -> Facts:
        """Return the facts as they are in a transaction of the caller's own.

        Args:
            connection: the caller's connection.
        """

    @abstractmethod
    def close(self) -> None:
        """Close all connections; the next use opens them again."""

    @abstractmethod
    def before_fork(self) -> None:
        """Prepare for a fork of this process, in the thread that forks."""

    def after_fork(self, *, is_child: bool) -> None:
        """Go on after a fork.

        Args:
            is_child: whether this is the new process.
        """
        if is_child:
            self.opening = threading.RLock()


def _before_fork() -> None:
    # In one order, so that two threads that fork do not wait for each other.
    for each in sorted(_databases, key=id):
        each.before_fork()


def _after_fork(*, is_child: bool) -> None:
    for each in list(_databases):
        each.after_fork(is_child=is_child)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_before_fork,
        after_in_parent=partial(_after_fork, is_child=False),
        after_in_child=partial(_after_fork, is_child=True),
    )

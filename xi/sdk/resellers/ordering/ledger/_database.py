"""What the ledger asks of a database: connections that begin and end transactions, and the facts that each begins with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, exists, select, true

from xi.sdk.resellers.ordering._entries import Distrust

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._schema import Tables


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


def facts_of(now: float, row: Sequence[Any]) -> Facts:
    """Return the facts.

    Args:
        now: the database's time.
        row: the columns of `facts_query`, without the first ones.
    """
    since, at, doubtful = row[5:8]
    distrust = None if since is None else Distrust(since=since, at=at, doubtful=doubtful)
    return Facts(now, *row[:5], distrust, *row[8:11], bool(row[11]), bool(row[12]))


class Database(ABC):
    """A place where a ledger is kept.

    Args:
        name: how it is shown to people: without a password.
        clock: its time; None for the database's own.
    """

    def __init__(self, name: str, tables: Tables, clock: Callable[[], float] | None) -> None:
        self.name = name
        self.tables = tables
        self.clock = clock

    @abstractmethod
    def writing(self) -> AbstractContextManager[tuple[Connection, Facts]]:
        """Begin a transaction that writes; it is committed, durably, at the end of the block, or rolled back on an error."""

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

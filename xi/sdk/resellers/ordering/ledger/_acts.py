"""Acts on a ledger as a whole: who did what, when and why; and what each of them needs first."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, insert, inspect, select

from xi.sdk.resellers.ordering._protocol import State
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._database import refuse_moved

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database, Facts
    from xi.sdk.resellers.ordering.ledger._schema import Tables

SEEN_S: Final = 60.0
"""A worker seen within this time, in seconds, counts as at work. It writes that it is there much more often."""
LOCK_S: Final = 10.0
"""How long an act waits for the transactions of others to end, in seconds."""


def who(by: str | None) -> str:
    """Return who does something: the name that is given, else the login name.

    Args:
        by: the name.
    """
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no login name, in a container for example
        return "unknown"


def shown_moment(moment: float) -> str:
    """Return a moment for people.

    Args:
        moment: seconds since 1970.
    """
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stamp_of(moment: float) -> str:
    """Return a moment as a part of the name of a file.

    Args:
        moment: seconds since 1970.
    """
    return datetime.fromtimestamp(moment, UTC).strftime("%Y%m%dT%H%M%SZ")


def note_act(
    connection: Connection,
    tables: Tables,
    *,
    at: float,
    kind: str,
    says: str,
    by: str | None = None,
    because: str | None = None,
) -> None:
    """Write an act into the ledger.

    Args:
        connection: a transaction that writes.
        tables: the tables of the ledger.
        at: when, in seconds since 1970.
        kind: what was done: init, backup, restore, distrust, trust, migrate, move, redact.
        says: one readable line.
        by: who; None for the login name.
        because: why.
    """
    values = {"at": at, "kind": kind, "by": who(by), "because": because, "says": says}
    connection.execute(insert(tables.acts).values(values))


def is_made(connection: Connection, tables: Tables) -> bool:
    """Return whether a database has the tables of the ledger.

    Args:
        connection: a connection to it.
        tables: the tables.
    """
    return inspect(connection).has_table(tables.meta.name, schema=tables.metadata.schema)


def lock(connection: Connection, tables: Tables) -> None:
    """Wait until all transactions of the ledger have ended, and let none begin before this one ends.

    Each of them reads the table `meta` first. On SQLite a transaction that writes is alone anyway.

    Args:
        connection: a transaction that writes, and that has read nothing yet.
        tables: the tables of the ledger.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_S:.0f}s'")
        name = connection.dialect.identifier_preparer.format_table(tables.meta)
        connection.exec_driver_sql(f"LOCK TABLE {name} IN ACCESS EXCLUSIVE MODE")


@contextmanager
def acting(database: Database, *, is_alone: bool = True) -> Generator[tuple[Connection, Facts]]:
    """Begin a transaction for an act.

    Args:
        database: where the ledger is.
        is_alone: whether it has the ledger to itself. An act that takes long should not.

    Raises:
        LedgerError: there is none, it was moved, or others use it all the time.
    """
    database.check_place()
    with database.bare() as connection:
        refuse_missing(connection, database)
        if is_alone:
            lock(connection, database.tables)
        facts = database.facts_on(connection)
        refuse_moved(database.name, facts.moved_to)
        yield connection, facts


def refuse_missing(connection: Connection, database: Database) -> None:
    """Refuse a database without the tables of the ledger.

    Args:
        connection: a connection to it.
        database: where the ledger should be.

    Raises:
        LedgerError: it has none.
    """
    if not is_made(connection, database.tables):
        raise LedgerError(
            f"there is no ledger in {database.name}; name the right one, or make one with Ledger.init", Fault.MISSING
        )


def refuse_use(connection: Connection, database: Database, now: float, act: str) -> None:
    """Refuse an act while somebody works with the ledger.

    Args:
        connection: a connection to it.
        database: where the ledger is.
        now: its time, in seconds since 1970.
        act: what is to be done, as a verb.

    Raises:
        LedgerError: a worker was seen, or an order is being sent.
    """
    workers = database.tables.workers.c
    seen = connection.execute(
        select(workers.worker, workers.last).where(workers.last > now - SEEN_S).order_by(workers.last.desc()).limit(1)
    ).one_or_none()
    if seen is not None:
        raise LedgerError(
            f"the ledger {database.name}: the worker {seen.worker} was seen {max(now - seen.last, 0):.0f} s ago; stop "
            f"all workers, wait {SEEN_S:.0f} s, then {act} it again",
            Fault.LOCKED,
        )
    until = lease_until(connection, database.tables, now)
    if until is not None:
        raise LedgerError(
            f"the ledger {database.name}: an order is being sent, and its lease is over in {until - now:.0f} s; wait, "
            f"then {act} it again",
            Fault.LOCKED,
        )


def lease_until(connection: Connection, tables: Tables, now: float) -> float | None:
    """Return the end of the last lease that is not over; None if nothing is being sent.

    Args:
        connection: a connection to the ledger.
        tables: its tables.
        now: its time, in seconds since 1970.
    """
    entries = tables.entries.c
    until: float | None = connection.execute(
        select(func.max(entries.lease)).where(entries.state == State.SENDING.value, entries.lease > now)
    ).scalar_one()
    return until


def last_event(connection: Connection, tables: Tables) -> float | None:
    """Return when something was written last, in seconds since 1970; None if nothing ever was.

    Args:
        connection: a connection to the ledger.
        tables: its tables.
    """
    columns = (tables.notes.c.at, tables.entries.c.planned_at, tables.acts.c.at)
    found = [connection.execute(select(func.max(each))).scalar_one() for each in columns]
    return max((each for each in found if each is not None), default=None)

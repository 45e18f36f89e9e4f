"""Drops the content of orders that were settled long ago: bodies, addresses, answers. That they were placed is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select, update

from xi.sdk.resellers._arguments import seconds_of
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering._protocol import SETTLED
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._acts import acting, note_act, shown_moment
from xi.sdk.resellers.ordering.ledger._copying import connect_file
from xi.sdk.resellers.ordering.ledger._faults import translated
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, Table

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables

_GONE: Final = b""
"""In the place of a webhook's body, which cannot be absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """What was dropped.

    Args:
        orders: orders whose content was dropped.
        events: events whose raw answers were dropped.
        webhooks: webhooks whose bodies were dropped.
    """

    orders: int
    events: int
    webhooks: int


def redact(
    database: Database, before: float | datetime | date, *, dry_run: bool, by: str | None, because: str | None
) -> Redacted:
    """Drop the content of orders that were settled before a moment. Backups that were made before still have it.

    Orders that are not settled, or that are still looked for, are left as they are. An SQLite file is written anew, so
    that nothing is left in it. PostgreSQL writes over it with time; VACUUM FULL does so at once.

    Args:
        database: where the ledger is.
        before: the moment: seconds since 1970, a datetime, or a day, which begins at midnight UTC.
        dry_run: whether it is only counted what would be dropped.
        by: who does it; None for the login name.
        because: why.

    Raises:
        ApiValueError: the moment is in the future.
        LedgerError: the ledger cannot be written, or others read the SQLite file, so that its log keeps what was
        dropped.
    """
    moment = seconds_of("before", before)
    tables = database.tables
    with acting(database, is_alone=False) as (connection, facts):
        if moment > facts.now:
            raise ApiValueError(f"before is {shown_moment(moment)}; it should not be in the future", argument="before")
        which = _with_content(tables, moment)
        if dry_run:
            counts = [_count(connection, table, where) for table, where in which.items()]
            return Redacted(orders=counts[0], events=counts[1], webhooks=counts[2])
        if isinstance(database, SQLite):
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        entries, notes, hooks = which
        # The events first: which they are depends on their orders.
        events = connection.execute(update(notes).where(which[notes]).values(raw=None, detail=None))
        orders = connection.execute(
            update(entries).where(which[entries]).values(body=None, version=entries.c.version + 1)
        )
        webhooks = connection.execute(update(hooks).where(which[hooks]).values(body=_GONE))
        redacted = Redacted(orders=orders.rowcount, events=events.rowcount, webhooks=webhooks.rowcount)
        says = f"the content of {redacted.orders:,} orders that were settled before {shown_moment(moment)} was dropped"
        note_act(connection, tables, at=facts.now, kind="redact", says=says, by=by, because=because)
    if isinstance(database, SQLite):
        _rewrite(database.path)
    return redacted


def _old(tables: Tables, before: float) -> ColumnElement[bool]:
    row = tables.entries.c
    is_settled: ColumnElement[bool] = row.state.in_([each.value for each in sorted(SETTLED)])
    return is_settled & (row.settled_at < before) & row.due.is_(None)


def _with_content(tables: Tables, before: float) -> dict[Table, ColumnElement[bool]]:
    """Return what of orders, events and webhooks has content to drop."""
    entries, notes, hooks = tables.entries, tables.notes, tables.webhooks
    old = _old(tables, before)
    of_old = notes.c.entry_id.in_(select(entries.c.id).where(old))
    return {
        entries: old & entries.c.body.is_not(None),
        notes: of_old & (notes.c.raw.is_not(None) | notes.c.detail.is_not(None)),
        hooks: (hooks.c.done_at < before) & (hooks.c.body != _GONE),
    }


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    count: int = connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()
    return count


def _rewrite(path: Path) -> None:
    """Write the file anew, and empty the log beside it."""
    with translated(str(path)), connect_file(path, is_written=True) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("VACUUM")
        is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise LedgerError(
            f"the ledger {path}: the content was dropped, but other programs are reading it, so {path}-wal still has "
            "it; run it again when they have ended",
            Fault.LOCKED,
        )

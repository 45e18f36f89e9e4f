"""Whether a ledger is trusted to know of all orders. If not, each PO is searched for before its first send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, case, insert, literal, select, update

from xi.sdk.resellers._arguments import seconds_of
from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering._protocol import State
from xi.sdk.resellers.ordering.ledger._acts import acting, note_act, shown_moment, who

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables

_SAYS: Final = "the ledger may have lost orders since {}: looked for before it is sent"


def distrust(
    database: Database, since: float | datetime | date, *, quiet: float, by: str | None, because: str | None
) -> None:
    """Distrust a ledger: orders from a moment on may be missing in it.

    Args:
        database: where the ledger is.
        since: the moment, in seconds since 1970, or a datetime.
        quiet: how long a look before the first send has to wait, in seconds: what was lost may have been sent just now.
        by: who says so; None for the login name.
        because: why.

    Raises:
        ApiValueError: the moment is in the future.
        LedgerError: the ledger cannot be written.
    """
    moment = seconds_of("since", since)
    with acting(database) as (connection, facts):
        if moment > facts.now:
            raise ApiValueError(f"since is {shown_moment(moment)}; it should not be in the future", argument="since")
        if facts.distrust is not None:
            moment = min(moment, facts.distrust.since)
        distrust_on(connection, database.tables, since=moment, now=facts.now, quiet=quiet, by=by, because=because)
        says = f"orders since {shown_moment(moment)} may be missing"
        note_act(connection, database.tables, at=facts.now, kind="distrust", says=says, by=by, because=because)


def distrust_on(
    connection: Connection,
    tables: Tables,
    *,
    since: float,
    now: float,
    quiet: float,
    by: str | None,
    because: str | None,
) -> None:
    """Write into a ledger, and into its orders that are not sent, that it is distrusted.

    Args:
        connection: a transaction that has the ledger to itself.
        tables: the tables of the ledger.
        since: orders from this moment on may be missing, in seconds since 1970.
        now: the database's time, in seconds since 1970.
        quiet: how long a look before a send has to wait, in seconds.
        by: who says so; None for the login name.
        because: why.
    """
    connection.execute(update(tables.meta).values(distrust_since=since, distrust_at=now, distrust_doubtful=True))
    entries = tables.entries
    row, until = entries.c, now + quiet
    planned = row.state == State.PLANNED.value
    _note_rows(connection, tables, planned, at=now, by=by, because=because, says=_SAYS.format(shown_moment(since)))
    # Each of them may have been sent by what was lost: a refusal of its first send proves nothing.
    connection.execute(
        update(entries)
        .where(planned)
        .values(
            version=row.version + 1,
            search_first=case((row.search_first < since, row.search_first), else_=since),
            trusted_from=_later(row.trusted_from, until),
            doubts=case((row.doubts > 0, row.doubts), else_=1),
            due=case((row.due.is_(None), now), else_=row.due),
        )
    )
    # A doubt may have ended in a send that was lost, a moment ago: its quiet period begins again.
    connection.execute(
        update(entries)
        .where(row.state == State.DOUBT.value)
        .values(version=row.version + 1, quiet_until=_later(row.quiet_until, until))
    )


def trust(database: Database, *, by: str | None, because: str | None) -> None:
    """Trust a ledger again.

    Args:
        database: where the ledger is.
        by: who says so; None for the login name.
        because: why.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    tables = database.tables
    with acting(database) as (connection, facts):
        connection.execute(update(tables.meta).values(distrust_since=None, distrust_at=None, distrust_doubtful=None))
        row = tables.entries.c
        searched = (row.state == State.PLANNED.value) & row.trusted_from.is_not(None)
        says = "the ledger is trusted again: sent without a look"
        _note_rows(connection, tables, searched, at=facts.now, by=by, because=because, says=says)
        # Nothing but the distrust can have brought doubts to a planned order.
        connection.execute(
            update(tables.entries)
            .where(searched)
            .values(version=row.version + 1, search_first=None, trusted_from=None, doubts=0)
        )
        says = "it knows of all orders"
        note_act(connection, tables, at=facts.now, kind="trust", says=says, by=by, because=because)


def _later(column: ColumnElement[Any], moment: float) -> ColumnElement[Any]:
    return case((column > moment, column), else_=moment)


def _note_rows(
    connection: Connection,
    tables: Tables,
    which: ColumnElement[bool],
    *,
    at: float,
    by: str | None,
    because: str | None,
    says: str,
) -> None:
    """Write an event into the history of many orders at once."""
    row = tables.entries.c
    columns: dict[str, ColumnElement[Any]] = {
        "entry_id": row.id,
        "at": literal(at, tables.notes.c.at.type),
        "kind": literal("person"),
        "state": row.state,
        "reason": row.reason,
        "by": literal(who(by)),
        "because": literal(because, tables.notes.c.because.type),
        "says": literal(says),
    }
    values = select(*(value.label(name) for name, value in columns.items())).where(which)
    connection.execute(insert(tables.notes).from_select(list(columns), values))

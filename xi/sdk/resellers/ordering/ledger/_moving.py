"""Moves a ledger to another database, so that at no moment both may send.

The old ledger is locked for the whole time, so nothing is sent from it. The copy cannot be used while it is made: its
`meta` says that it is not finished. When it is complete and equal, the old ledger is marked as moved, and that is
committed; only then the copy is made usable. If the program ends between these two, neither sends, and moving again
finishes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select, update

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._acts import is_made, lock, note_act, refuse_missing, refuse_use
from xi.sdk.resellers.ordering.ledger._copying import (
    Sum,
    copied_tables,
    copy_meta,
    copy_rows,
    make_tables,
    refuse_difference,
    sums,
)
from xi.sdk.resellers.ordering.ledger._database import refuse_moved
from xi.sdk.resellers.ordering.ledger._migrating import version_of
from xi.sdk.resellers.ordering.ledger._schema import SCHEMA, UNFINISHED

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database

_AGAIN: Final = "run the move again to finish it; until then nothing is sent from either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A ledger that was moved.

    Args:
        to: the database that is to be used now, without a password.
        rows: how many rows were copied and compared, by table: entries are orders, notes are events.
    """

    to: str
    rows: Mapping[str, int]


def move(old: Database, new: Database, *, by: str | None, because: str | None) -> Moved:
    """Copy a ledger into another database, compare the copy, and use that from now on.

    Args:
        old: where the ledger is.
        new: where it is to be; without a ledger.
        by: who does it; None for the login name.
        because: why.

    Raises:
        ApiValueError: both are the same place.
        LedgerError: the ledger is in use or was moved before, there is a ledger in the new place, or the copy differs.
            The old ledger is used as before then.
    """
    if old.name == new.name and old.tables is new.tables:
        raise ApiValueError(f"the ledger is in {old.name} already; name another place", argument="url")
    old.check_place()
    with old.bare() as connection:
        refuse_missing(connection, old)
        lock(connection, old.tables)
        facts = old.facts_on(connection)
        if facts.moved_to == new.name and _is_unfinished(new, facts.ledger):
            copied = sums(connection, old.tables)
        else:
            copied = _copy(connection, old, new, facts.moved_to)
            connection.execute(update(old.tables.meta).values(moved_to=new.name))
            says = f"moved to {new.name}: {_counted(copied)}"
            note_act(connection, old.tables, at=facts.now, kind="move", says=says, by=by, because=because)
    _make_usable(old, new, copied, by=by, because=because)
    return Moved(to=new.name, rows={name: each.rows for name, each in copied.items()})


def _counted(copied: Mapping[str, Sum]) -> str:
    return f"{copied['entries'].rows:,} orders, {copied['notes'].rows:,} events copied and compared"


def _is_unfinished(new: Database, ledger: str) -> bool:
    """Return whether the copy is complete, and only was not made usable."""
    new.check_place()
    with new.bare() as connection:
        return is_made(connection, new.tables) and _unfinished(connection, new) == ledger


def _unfinished(connection: Connection, new: Database) -> str | None:
    """Return the ID of the ledger of which there is an unfinished copy."""
    meta = new.tables.meta.c
    return connection.execute(select(meta.ledger).where(meta.moved_to == UNFINISHED)).scalar_one_or_none()


def _copy(connection: Connection, old: Database, new: Database, moved_to: str | None) -> dict[str, Sum]:
    refuse_moved(old.name, moved_to)
    if version_of(connection, old) != SCHEMA:
        raise LedgerError(
            f"the ledger {old.name} is not of version {SCHEMA} of the tables; call Ledger(url).migrate() first",
            Fault.OLDER,
        )
    now = old.now(connection)
    refuse_use(connection, old, now, "move")
    ledger: str = connection.execute(select(old.tables.meta.c.ledger)).scalar_one()
    new.make_place(is_shared=True)
    with new.bare() as target:
        if is_made(target, new.tables):
            if _unfinished(target, new) != ledger:
                raise LedgerError(f"there is a ledger in {new.name} already; name an empty place", Fault.NOT_A_LEDGER)
            for table in (*reversed(copied_tables(new.tables).values()), new.tables.meta):
                target.execute(delete(table))
        make_tables(target, new.tables)
        copy_meta(connection, old.tables, target, new.tables, moved_to=UNFINISHED)
        read = copy_rows(connection, old.tables, target, new.tables)
    with new.bare() as target:
        refuse_difference(read, sums(target, new.tables), new.name)
    return read


def _make_usable(
    old: Database, new: Database, copied: Mapping[str, Sum], *, by: str | None, because: str | None
) -> None:
    try:
        with new.bare() as target:
            now = new.now(target)
            target.execute(update(new.tables.meta).values(moved_to=None))
            says = f"moved from {old.name}: {_counted(copied)}"
            note_act(target, new.tables, at=now, kind="move", says=says, by=by, because=because)
    except LedgerError as error:
        raise LedgerError(
            f"the ledger {old.name} was copied to {new.name}, but that did not answer at the end; {_AGAIN} ({error})",
            error.fault,
        ) from error

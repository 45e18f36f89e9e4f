"""Brings the tables of a ledger from one version to the next, by numbered steps.

A file of SQLite is copied aside and migrated when it is opened. A shared database is migrated only when a person says
so: each version of the program works with its own version of the tables and with the one before, so that machines are
updated one by one, and the tables after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import _schema
from xi.sdk.resellers.ordering.ledger._acts import lease_until, lock, note_act, refuse_missing, stamp_of
from xi.sdk.resellers.ordering.ledger._copying import copy_file, free_name
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite
from xi.sdk.resellers.ordering.ledger._views import drop_views, make_views

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What brings the tables to a version from the one before.

    Args:
        version: the version after it.
        says: what it does, in one readable line.
        run: does it, in a transaction that has the ledger to itself.
    """

    version: int
    says: str
    run: Callable[[Connection, Tables], None]


STEPS: Final[tuple[Step, ...]] = ()
"""All steps, by version. Version 1 is what the first program made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """A migration that was done, or that is due.

    Args:
        before: the version of the tables before it.
        after: the version after it.
        steps: what each step does.
        is_done: whether the tables are now at `after`.
        copy: the file as it was before, if it was copied aside.
    """

    before: int
    after: int
    steps: tuple[str, ...]
    is_done: bool
    copy: Path | None = None

    @property
    def is_due(self) -> bool:
        """Whether it is still to be done."""
        return bool(self.steps) and not self.is_done


def migrate(database: Database, *, dry_run: bool, check: bool, by: str | None) -> Migration:
    """Bring the tables of a ledger to the version of this program, after another program that does the same.

    Args:
        database: where the ledger is.
        dry_run: whether all is done, and then undone.
        check: whether nothing is done, and the answer only says what is due.
        by: who does it; None for the login name.

    Raises:
        LedgerError: the ledger is of a newer version, or cannot be written.
    """
    database.check_place()
    with database.bare() as connection:
        refuse_missing(connection, database)
        if check:
            return _due(connection, database)[0]
        lock(connection, database.tables)
        migration = migrate_on(connection, database, is_copied=not dry_run, by=by)
        if dry_run:
            connection.rollback()
            return Migration(before=migration.before, after=migration.after, steps=migration.steps, is_done=False)
        return migration


def migrate_at_open(connection: Connection, database: Database) -> None:
    """Migrate a file of SQLite that is opened, unless an order is being sent; that is done at a later opening.

    Args:
        connection: a transaction that writes.
        database: where the ledger is.
    """
    if not isinstance(database, SQLite):
        return
    if version_of(connection, database) >= _schema.SCHEMA:
        return
    if lease_until(connection, database.tables, database.now(connection)) is None:
        migrate_on(connection, database, is_copied=True, by=None)


def version_of(connection: Connection, database: Database) -> int:
    """Return the version of the tables.

    Args:
        connection: a connection to the ledger.
        database: where it is.

    Raises:
        LedgerError: the tables are empty.
    """
    version = connection.execute(select(database.tables.meta.c.version)).scalar_one_or_none()
    if version is None:
        raise LedgerError(
            f"the ledger {database.name}: its tables are empty; restore a backup, or name the right one", Fault.DAMAGED
        )
    return int(version)


def _due(connection: Connection, database: Database) -> tuple[Migration, tuple[Step, ...]]:
    version = version_of(connection, database)
    if version > _schema.SCHEMA:
        raise LedgerError(
            f"the ledger {database.name} has version {version} of its tables, and this program knows version "
            f"{_schema.SCHEMA}; use the newer version of the program",
            Fault.NEWER,
        )
    steps = tuple(each for each in STEPS if version < each.version <= _schema.SCHEMA)
    says = tuple(each.says for each in steps)
    return Migration(before=version, after=_schema.SCHEMA, steps=says, is_done=not steps), steps


def migrate_on(connection: Connection, database: Database, *, is_copied: bool, by: str | None) -> Migration:
    migration, steps = _due(connection, database)
    if not steps:
        return migration
    tables, now = database.tables, database.now(connection)
    copy = None
    if is_copied and isinstance(database, SQLite):
        name = f"{database.path.name}.version-{migration.before}-{stamp_of(now)}"
        copy = free_name(database.path.with_name(name))
        copy_file(database.path, copy)
    drop_views(connection, tables.prefix, tables.metadata.schema)
    for step in steps:
        step.run(connection, tables)
    connection.execute(update(tables.meta).values(version=migration.after))
    make_views(connection, tables.prefix, tables.metadata.schema)
    says = f"from version {migration.before} of the tables to {migration.after}"
    note_act(connection, tables, at=now, kind="migrate", says=says, by=by)
    return Migration(before=migration.before, after=migration.after, steps=migration.steps, is_done=True, copy=copy)

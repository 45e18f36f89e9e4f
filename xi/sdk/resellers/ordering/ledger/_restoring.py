"""Puts a backup in the place of a ledger. What was sent since the backup is unknown, so the ledger is distrusted."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, inspect, select

from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._acts import is_made, lock, note_act, refuse_use, shown_moment, stamp_of
from xi.sdk.resellers.ordering.ledger._copying import (
    connect_file,
    copy_file,
    copy_meta,
    copy_rows,
    copy_to_file,
    free_name,
    made_file,
    make_tables,
    overwrite_file,
    refuse_difference,
    sums,
    time_of_backup,
)
from xi.sdk.resellers.ordering.ledger._database import refuse_moved
from xi.sdk.resellers.ordering.ledger._faults import translated
from xi.sdk.resellers.ordering.ledger._migrating import migrate_on, version_of
from xi.sdk.resellers.ordering.ledger._schema import SCHEMA
from xi.sdk.resellers.ordering.ledger._schema import tables as tables_of
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite
from xi.sdk.resellers.ordering.ledger._trust import distrust_on

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database

_SUFFIXES: Final = ("", "-wal", "-shm")
"""The files of an SQLite database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup that was put back.

    Args:
        since: the time of the backup; orders since then may be missing. In seconds since 1970.
        aside: the file with the ledger as it was before; None if there was none.
    """

    since: float
    aside: Path | None


def restore(database: Database, file: Path, *, quiet: float, by: str | None, because: str | None) -> Restored:
    """Put a backup in the place of a ledger, and distrust it from the backup's time on.

    Args:
        database: where the ledger is, or was.
        file: the backup; it is only read.
        quiet: how long a look before the first send has to wait, in seconds.
        by: who does it; None for the login name.
        because: why.

    Raises:
        LedgerError: the backup cannot be used, or the ledger is in use.
    """
    if not file.is_file():
        raise LedgerError(f"there is no backup {file}; name the right file", Fault.MISSING)
    with ExitStack() as stack:
        environment, now = _present(database)
        copy = SQLite(
            _work_folder(database, stack) / "ledger.db", tables_of(database.tables.prefix, None), database.clock
        )
        stack.callback(copy.close)
        _read_backup(file, copy)
        since = _prepare(copy, file, environment, now, quiet=quiet, by=by, because=because)
        copy.close()
        if isinstance(database, SQLite):
            aside = _into_file(database, copy.path, now)
        else:
            aside = free_name(file.with_name(f"{file.name}.replaced-{stamp_of(now)}"))
            aside = _into_tables(database, copy, aside)
    return Restored(since=since, aside=aside)


def _work_folder(database: Database, stack: ExitStack) -> Path:
    """Make a folder that only this user can read, on the disk of the ledger, so that a file can be renamed from it."""
    folder = database.path.parent if isinstance(database, SQLite) else None
    try:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(dir=folder, prefix=".restore-")))
    except OSError as error:
        raise LedgerError(
            f"no file can be made in {folder or tempfile.gettempdir()}: {error.strerror}; give this user the right",
            Fault.READ_ONLY,
        ) from error


def _present(database: Database) -> tuple[str | None, float]:
    """Return the environment of the present ledger, if it can be read, and the time; refuse a ledger that is in use."""
    try:
        database.check_place()
        with database.bare() as connection:
            now = database.now(connection)
            if not is_made(connection, database.tables):
                return None, now
            meta = database.tables.meta.c
            found = connection.execute(select(meta.environment, meta.moved_to)).one_or_none()
            if found is None:
                return None, now
            refuse_moved(database.name, found.moved_to)
            refuse_use(connection, database, now, "restore")
            return found.environment, now
    except LedgerError as error:
        # A file that is lost or damaged is what a backup is for; one that is no ledger is not ours to put aside.
        if not isinstance(database, SQLite) or error.fault not in (Fault.MISSING, Fault.DAMAGED):
            raise
        return None, database.clock() if database.clock else time.time()


def _read_backup(file: Path, copy: SQLite) -> None:
    os.close(os.open(copy.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with translated(str(file)), connect_file(file) as old, connect_file(copy.path, is_written=True) as new:
        old.backup(new)
        faults = [each for (each,) in new.execute("PRAGMA integrity_check(1)") if each != "ok"]
    if faults:
        raise LedgerError(f"the backup {file} is damaged ({faults[0]}); use another one", Fault.DAMAGED)


def _prepare(
    copy: SQLite,
    file: Path,
    environment: str | None,
    now: float,
    *,
    quiet: float,
    by: str | None,
    because: str | None,
) -> float:
    """Make the copy of the backup ready for use: migrated, and distrusted; return the backup's time."""
    tables = copy.tables
    with copy.bare() as connection:
        if not is_made(connection, tables):
            raise LedgerError(
                f"{file} is no backup of a ledger with these tables; name the right file", Fault.NOT_A_LEDGER
            )
        if version_of(connection, copy) > SCHEMA:
            raise LedgerError(f"the backup {file} is from a newer version of this program; use that one", Fault.NEWER)
        migrate_on(connection, copy, is_copied=False, by=by)
        meta = connection.execute(select(tables.meta)).mappings().one()
        if meta["moved_to"] is not None:
            raise LedgerError(
                f"the backup {file} is of a ledger that was moved to {meta['moved_to']}; use that one", Fault.MOVED
            )
        if environment is not None and meta["environment"] not in (None, environment):
            raise LedgerError(
                f"the backup {file} belongs to {meta['environment']}, and the ledger to {environment}; name "
                "the right one",
                Fault.ENVIRONMENT,
            )
        at = time_of_backup(connection, tables)
        since = at if meta["distrust_since"] is None else min(at, meta["distrust_since"])
        distrust_on(connection, tables, since=since, now=now, quiet=quiet, by=by, because=because)
        connection.execute(delete(tables.workers))
        says = f"the backup of {shown_moment(at)} was put back; orders since then may be missing"
        note_act(connection, tables, at=now, kind="restore", says=says, by=by, because=because)
    return at


def _into_file(database: SQLite, prepared: Path, now: float) -> Path | None:
    path = database.path
    aside = free_name(path.with_name(f"{path.name}.replaced-{stamp_of(now)}"))
    is_there = path.exists()
    try:
        if is_there:
            copy_file(path, aside)
            overwrite_file(prepared, path)
            return aside
    except LedgerError as error:
        if error.fault is not Fault.DAMAGED:
            raise
    # It cannot be read, so nobody can be using it: its files go aside as they are. One that is left behind would be
    # taken for a part of the new ledger.
    database.close()
    aside.unlink(missing_ok=True)
    for suffix in _SUFFIXES:
        if (old := path.with_name(path.name + suffix)).exists():
            _rename(old, aside.with_name(aside.name + suffix))
    _rename(prepared, path)
    return aside if is_there else None


def _rename(old: Path, new: Path) -> None:
    try:
        old.rename(new)
    except OSError as error:
        raise LedgerError(
            f"{old} cannot be renamed to {new}: {error.strerror}; end all programs that use the ledger, then try again",
            Fault.READ_ONLY,
        ) from error


def _into_tables(database: Database, copy: SQLite, aside: Path) -> Path | None:
    tables, is_kept = database.tables, False
    with database.bare() as connection:
        if is_made(connection, tables):
            lock(connection, tables)
            refuse_use(connection, database, database.now(connection), "restore")
            is_kept = _keep(connection, database, aside)
            _empty(connection, database)
        make_tables(connection, tables)
        with copy.bare() as source:
            read = copy_rows(source, copy.tables, connection, tables)
            copy_meta(source, copy.tables, connection, tables)
        refuse_difference(read, sums(connection, tables), database.name)
    return aside if is_kept else None


def _keep(connection: Connection, database: Database, aside: Path) -> bool:
    """Copy the present ledger into a file beside the backup."""
    if connection.execute(select(database.tables.meta.c.id)).scalar_one_or_none() is None:
        return False
    with made_file(aside) as part:
        copy_to_file(connection, database.tables, part)
    return True


def _empty(connection: Connection, database: Database) -> None:
    there = set(inspect(connection).get_table_names(schema=database.tables.metadata.schema))
    for table in reversed(database.tables.metadata.sorted_tables):
        if table.name in there:
            connection.execute(delete(table))

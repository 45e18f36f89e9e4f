"""Copies a ledger: a file as a whole, or row by row from any database into any other; and makes backups."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - get_type_hints resolves it at runtime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select
from sqlalchemy.schema import CreateSchema

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger._acts import last_event, note_act, refuse_missing
from xi.sdk.resellers.ordering.ledger._faults import translated
from xi.sdk.resellers.ordering.ledger._postgresql import PostgreSQL
from xi.sdk.resellers.ordering.ledger._schema import tables as tables_of
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from sqlalchemy import Connection, RowMapping, Table

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables

ROWS: Final = 500
"""Rows that are in memory at once."""
BUSY_S: Final = 30.0
"""How long to wait for another program that writes, in seconds."""
_HOST: Final = ("host", "boot", "host_seen")
"""Columns of `meta` that belong to the place, and not to the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was made.

    Args:
        file: the SQLite file.
        at: its time: what was written later is not in it. In seconds since 1970.
        orders: how many orders it has.
    """

    file: Path
    at: float
    orders: int


@dataclass(frozen=True, slots=True)
class Sum:
    """What is compared of two copies of a table.

    Args:
        rows: how many rows it has.
        checksum: the sum of the hashes of its rows; their order does not matter.
    """

    rows: int = 0
    checksum: int = 0


# -- files


def connect_file(path: Path, *, is_written: bool = False) -> closing[sqlite3.Connection]:
    """Open an SQLite file that is there.

    Args:
        path: the file.
        is_written: whether it is changed.
    """
    uri = f"{path.absolute().as_uri()}?mode={'rw' if is_written else 'ro'}"
    return closing(sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None))


def copy_file(source: Path, target: Path) -> None:
    """Copy an SQLite file that may be in use; the copy is one moment's content. Only this user can read the copy.

    Args:
        source: the file.
        target: the copy, which must not be there.

    Raises:
        ApiValueError: the copy is there already.
        LedgerError: it cannot be written.
    """
    with (
        made_file(target) as part,
        translated(str(target)),
        connect_file(source) as old,
        connect_file(part, is_written=True) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")  # so that the copy is one file


def overwrite_file(source: Path, target: Path) -> None:
    """Put the content of one SQLite file into another that may be in use; programs that have it open see it at once.

    Args:
        source: the file.
        target: the file to change.

    Raises:
        LedgerError: another program writes to it all the time.
    """
    end = time.monotonic() + BUSY_S

    def check(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > end:
            raise LedgerError(
                f"the ledger {target}: another program writes to it all the time; end that, then try again",
                Fault.LOCKED,
            )

    with translated(str(target)), connect_file(source) as old, connect_file(target, is_written=True) as new:
        new.execute("PRAGMA synchronous=FULL")
        old.backup(new, progress=check, sleep=0.05)


def free_name(path: Path) -> Path:
    """Return the path of a file that is not there: this one, or the same with a number.

    Args:
        path: the file.
    """
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


@contextmanager
def made_file(target: Path) -> Generator[Path]:
    """Make a file whole or not at all: yield an empty one that only this user can read, and rename it at the end.

    Args:
        target: the file, which must not be there.

    Raises:
        ApiValueError: it is there already.
        LedgerError: it cannot be made.
    """
    if target.exists():
        raise ApiValueError(f"{target} is there already; name another file", argument="file")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.rename(target)
    except OSError as error:
        raise LedgerError(
            f"{target} cannot be made: {error.strerror}; check its folder, its rights and the disk", Fault.READ_ONLY
        ) from error
    finally:
        for each in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + each).unlink(missing_ok=True)


# -- rows


def make_tables(connection: Connection, tables: Tables) -> None:
    """Make the tables and views of a ledger.

    Args:
        connection: a transaction that writes.
        tables: the tables.
    """
    if tables.metadata.schema is not None and connection.dialect.name == "postgresql":
        connection.execute(CreateSchema(tables.metadata.schema, if_not_exists=True))
    tables.metadata.create_all(connection)


def copied_tables(tables: Tables) -> dict[str, Table]:
    """Return the tables whose rows are copied, by their names without the prefix, each after those that it refers to.

    The row of `meta` is written by who copies. Access tokens are not copied: a new one is fetched, and copies of a
    secret are a danger. Nor is who was at work.

    Args:
        tables: the tables of a ledger.
    """
    left_out = (tables.meta, tables.tokens, tables.workers)
    found = {each.name.removeprefix(tables.prefix): each for each in tables.metadata.sorted_tables}
    return {name: each for name, each in found.items() if each not in left_out}


def copy_rows(source: Connection, old: Tables, target: Connection, new: Tables) -> dict[str, Sum]:
    """Copy all rows; return what was read, to compare with `sums` of the copy.

    Args:
        source: a transaction on the ledger.
        old: its tables.
        target: a transaction on the copy.
        new: the tables of the copy, which are empty.
    """
    found: dict[str, Sum] = {}
    targets = copied_tables(new)
    for name, table in copied_tables(old).items():
        copied = targets[name]
        total = Sum()
        for rows in _parts(source, table):
            total = _added(total, rows)
            target.execute(insert(copied), [dict(each) for each in rows])
        _count_on(target, copied)
        found[name] = total
    return found


def copy_meta(source: Connection, old: Tables, target: Connection, new: Tables, **changes: object) -> None:
    """Copy the row of `meta`, without the machine that uses it.

    Args:
        source: a transaction on the ledger.
        old: its tables.
        target: a transaction on the copy.
        new: the tables of the copy.
        changes: columns that are to be different.
    """
    values: dict[str, Any] = dict(source.execute(select(old.meta)).mappings().one())
    target.execute(insert(new.meta).values(values | dict.fromkeys(_HOST) | changes))


def sums(connection: Connection, tables: Tables) -> dict[str, Sum]:
    """Return what is compared of each table.

    Args:
        connection: a transaction on a ledger.
        tables: its tables.
    """
    found: dict[str, Sum] = {}
    for name, table in copied_tables(tables).items():
        total = Sum()
        for rows in _parts(connection, table):
            total = _added(total, rows)
        found[name] = total
    return found


def refuse_difference(read: Mapping[str, Sum], written: Mapping[str, Sum], name: str) -> None:
    """Refuse a copy that is not equal.

    Args:
        read: what was read from the ledger.
        written: what the copy has.
        name: the copy, as it is shown to people.

    Raises:
        LedgerError: a table differs.
    """
    for table, sum_ in read.items():
        other = written[table]
        if sum_ != other:
            raise LedgerError(
                f"the copy in {name} differs: {table} has {sum_.rows} rows here and {other.rows} there"
                f"{', with other content' if sum_.rows == other.rows else ''}; check that database, then try again",
                Fault.DAMAGED,
            )


def _parts(connection: Connection, table: Table) -> Iterator[list[RowMapping]]:
    query = select(table).execution_options(yield_per=ROWS)
    for rows in connection.execute(query).mappings().partitions():
        yield list(rows)


def _added(total: Sum, rows: list[RowMapping]) -> Sum:
    checksum = total.checksum
    for each in rows:
        checksum += int.from_bytes(hashlib.sha256(repr(tuple(each.values())).encode("utf-8", "surrogatepass")).digest())
    return Sum(total.rows + len(rows), checksum % (1 << 256))


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL give out numbers above those that were copied; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    name = connection.dialect.identifier_preparer.format_table(table)
    highest = select(func.max(column)).scalar_subquery()
    sequence = func.pg_get_serial_sequence(name, column.name)
    connection.execute(select(func.setval(sequence, func.coalesce(highest, 1), highest.is_not(None))))


# -- backups


def back_up(database: Database, file: Path, *, by: str | None) -> Backup:
    """Make a backup of a ledger that may be in use: an SQLite file, also of a ledger in PostgreSQL.

    Args:
        database: where the ledger is.
        file: the backup, which must not be there; only this user can read it.
        by: who does it; None for the login name.

    Raises:
        ApiValueError: the backup is there already.
        LedgerError: the ledger cannot be read, or the backup not be written.
    """
    database.check_place()
    with made_file(file.absolute()) as part:
        if isinstance(database, SQLite):
            with database.reading() as (_, facts):
                now = facts.now
            with translated(database.name), connect_file(database.path) as connection:
                # A damaged page ends this, and free space, which may have parts of an access token, is left out.
                connection.execute("VACUUM INTO ?", (str(part),))
        elif isinstance(database, PostgreSQL):
            with database.snapshot() as connection:
                refuse_missing(connection, database)
                now = database.now(connection)
                copy_to_file(connection, database.tables, part)
        else:  # pragma: no cover - there are two kinds
            raise TypeError(type(database).__name__)
        orders = _finish_backup(part, database.tables, now, by)
    return Backup(file=file, at=now, orders=orders)


def copy_to_file(connection: Connection, tables: Tables, file: Path) -> None:
    """Copy a ledger into an empty SQLite file.

    Args:
        connection: a transaction on the ledger that sees one moment's content.
        tables: its tables.
        file: the file.
    """
    new = SQLite(file, tables_of(tables.prefix, None), None)
    try:
        with new.bare() as target:
            make_tables(target, new.tables)
            read = copy_rows(connection, tables, target, new.tables)
            copy_meta(connection, tables, target, new.tables)
        with new.reading() as (target, _):
            refuse_difference(read, sums(target, new.tables), str(file))
    finally:
        new.close()


def _finish_backup(part: Path, tables: Tables, now: float, by: str | None) -> int:
    """Leave out what belongs to the place, and note when the backup was made; return how many orders it has."""
    copy = SQLite(part, tables_of(tables.prefix, None), None)
    try:
        with copy.bare() as connection:
            # A backup lies around for years; an access token in it is a danger, and of no use.
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
            connection.execute(copy.tables.tokens.delete())
            connection.execute(copy.tables.workers.delete())
            connection.execute(copy.tables.meta.update().values(dict.fromkeys(_HOST)))
            note_act(connection, copy.tables, at=now, kind="backup", says="this copy was made", by=by)
            orders: int = connection.execute(select(func.count()).select_from(copy.tables.entries)).scalar_one()
    finally:
        copy.close()
    with connect_file(part, is_written=True) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    return orders


def time_of_backup(connection: Connection, tables: Tables) -> float:
    """Return the time of a backup: when it was made, or, of a file that was copied otherwise, its last event.

    Args:
        connection: a connection to the backup.
        tables: its tables.
    """
    acts = tables.acts.c
    made = connection.execute(select(func.max(acts.at)).where(acts.kind == "backup")).scalar_one()
    found = last_event(connection, tables) if made is None else made
    made_at: float = connection.execute(select(tables.meta.c.made_at)).scalar_one()
    return made_at if found is None else found

"""What a ledger is, and what is wrong with it."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, inspect, literal, or_, select, text
from sqlalchemy.orm import aliased

from xi.sdk.resellers.ordering._entries import Distrust
from xi.sdk.resellers.ordering._protocol import SETTLED, STANDING, State
from xi.sdk.resellers.ordering.ledger._acts import SEEN_S, last_event, shown_moment
from xi.sdk.resellers.ordering.ledger._migrating import version_of
from xi.sdk.resellers.ordering.ledger._schema import SCHEMA
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables

CLOCK_S: Final = 5.0
"""How far clocks may be apart, in seconds: leases and quiet periods have more to spare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What a ledger is. Times are in seconds since 1970.

    Args:
        where: its file or database, without a password.
        size: its size in bytes, with indexes.
        environment: the environment that it belongs to; None before its first use.
        version: the version of its tables.
        known_version: the version that this program makes.
        made_at: when it was made.
        orders: how many orders it has, by state; a state without orders is absent.
        events: how many events.
        last_event: when something was written last.
        distrust: since when it may not know of all orders; None if it is trusted.
        moved_to: the database that took its place.
        workers: the workers that were seen a short time ago.
    """

    where: str
    size: int
    environment: str | None
    version: int
    known_version: int
    made_at: float
    orders: Mapping[State, int]
    events: int
    last_event: float | None
    distrust: Distrust | None
    moved_to: str | None
    workers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is wrong with a ledger.

    Args:
        code: what it is, as a name that stays.
        says: what is wrong, in one readable line.
        to_do: what to do.
        key: the key of the order, if it is about one.
    """

    code: str
    says: str
    to_do: str
    key: str | None = None


def info(database: Database) -> Info:
    """Return what a ledger is.

    Args:
        database: where it is.

    Raises:
        LedgerError: it cannot be read.
    """
    database.check_place()
    tables = database.tables
    with database.reading() as (connection, facts):
        entries, workers = tables.entries.c, tables.workers.c
        counted = connection.execute(select(entries.state, func.count()).group_by(entries.state))
        orders = {State(state): count for state, count in counted}
        seen = connection.execute(
            select(workers.worker).where(workers.last > facts.now - SEEN_S).order_by(workers.worker)
        )
        return Info(
            where=database.name,
            size=_size(connection, database),
            environment=facts.environment,
            version=facts.version,
            known_version=SCHEMA,
            made_at=facts.made_at,
            orders={each: orders[each] for each in State if each in orders},
            events=connection.execute(select(func.count()).select_from(tables.notes)).scalar_one(),
            last_event=last_event(connection, tables),
            distrust=facts.distrust,
            moved_to=facts.moved_to,
            workers=tuple(seen.scalars()),
        )


def _size(connection: Connection, database: Database) -> int:
    if isinstance(database, SQLite):
        files = (database.path.with_name(database.path.name + suffix) for suffix in ("", "-wal"))
        return sum(each.stat().st_size for each in files if each.exists())
    quote = connection.dialect.identifier_preparer.format_table
    sizes = (func.pg_total_relation_size(quote(each)) for each in database.tables.metadata.sorted_tables)
    return sum(connection.execute(select(*sizes)).one())


def check(database: Database) -> list[Finding]:
    """Return what is wrong with a ledger.

    Args:
        database: where it is.

    Raises:
        LedgerError: it cannot be read at all.
    """
    database.check_place()
    with database.reading() as (connection, _):
        tables = database.tables
        found = list(_missing_parts(connection, tables))
        if found:
            return found  # nothing else can be read
        found += _integrity(connection, tables)
        found += _facts(connection, database)
        found += _rows(connection, tables)
        found += _rights(connection, database)
        found += _clock(connection, database)
        return found


_RESTORE: Final = "keep a copy, then restore a backup"
_REPORT: Final = "look at its history, and report it: the program should not write this"


def _missing_parts(connection: Connection, tables: Tables) -> Iterator[Finding]:
    inspector = inspect(connection)
    schema = tables.metadata.schema
    there = set(inspector.get_table_names(schema=schema))
    for table in tables.metadata.sorted_tables:
        if table.name not in there:
            yield Finding(code="table_missing", says=f"the table {table.name} is not there", to_do=_RESTORE)
            continue
        columns = {each["name"] for each in inspector.get_columns(table.name, schema=schema)}
        for name in sorted({each.name for each in table.columns} - columns):
            yield Finding(code="column_missing", says=f"the column {table.name}.{name} is not there", to_do=_RESTORE)


def _integrity(connection: Connection, tables: Tables) -> Iterator[Finding]:
    inspector = inspect(connection)
    schema = tables.metadata.schema
    for table in tables.metadata.sorted_tables:
        wanted = {str(each.name) for each in table.indexes}
        there = {str(each["name"]) for each in inspector.get_indexes(table.name, schema=schema)}
        for name in sorted(wanted - there):
            yield Finding(
                code="index_missing", says=f"the index {name} is not there, so the ledger is slow", to_do=_RESTORE
            )
    is_unique = any(
        each["column_names"] == ["key"] for each in inspector.get_unique_constraints(tables.entries.name, schema=schema)
    )
    if not is_unique:
        says = "the database does not keep keys unique, so one order could be written twice"
        yield Finding(code="key_not_unique", says=says, to_do=_RESTORE)
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if said != "ok":
                yield Finding(code="damaged", says=f"SQLite finds: {said}", to_do=_RESTORE)
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            says = f"row {row[1]} of {row[0]} belongs to a row of {row[2]} that is not there"
            yield Finding(code="orphan", says=says, to_do=_RESTORE)
    else:
        names = [each.name for each in tables.metadata.sorted_tables]
        invalid = text(
            "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
            "WHERE NOT (i.indisvalid AND i.indisready) AND c.relname = ANY(:names)"
        )
        for (name,) in connection.execute(invalid, {"names": names}):
            yield Finding(
                code="index_invalid", says=f"the index {name} is not valid", to_do=f"run: REINDEX INDEX {name}"
            )


def _facts(connection: Connection, database: Database) -> Iterator[Finding]:
    version = version_of(connection, database)
    if version > SCHEMA:
        says = f"its tables have version {version}, and this program knows version {SCHEMA}"
        yield Finding(code="newer", says=says, to_do="use the newer version of the program")
    elif version < SCHEMA:
        says = f"its tables have version {version}, and this program makes version {SCHEMA}"
        yield Finding(code="older", says=says, to_do="call Ledger(url).migrate()")
    moved_to = connection.execute(select(database.tables.meta.c.moved_to)).scalar_one()
    if moved_to is not None:
        yield Finding(code="moved", says=f"it was moved to {moved_to}; nothing is sent from it", to_do="use that one")


# -- rules of the protocol


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must not be true of any order."""

    code: str
    says: str
    broken: ColumnElement[bool]
    to_do: str = _REPORT


def _rules(tables: Tables) -> list[_Rule]:
    row, notes = tables.entries.c, tables.notes.c
    of_it = notes.entry_id == row.id
    last = select(func.max(notes.id)).where(of_it, notes.state != "").correlate(tables.entries).scalar_subquery()
    last_note = aliased(tables.notes)
    last_says_other = exists(
        select(literal(1)).where(last_note.c.id == last, last_note.c.state != row.state).correlate(tables.entries)
    )
    intents = (
        select(func.max(notes.id)).where(of_it, notes.kind == "intent").correlate(tables.entries).scalar_subquery()
    )
    after = aliased(tables.notes)
    is_followed = exists(
        select(literal(1)).where(after.c.entry_id == row.id, after.c.id > intents).correlate(tables.entries)
    )
    other = aliased(tables.entries)
    is_open = row.state.not_in(_values(SETTLED))
    is_newer_there = exists(
        select(literal(1))
        .where(
            other.c.customer == row.customer,
            other.c.country == row.country,
            other.c.folded == row.folded,
            other.c.generation > row.generation,
        )
        .correlate(tables.entries)
    )
    known = [each.value for each in State]
    is_busy = row.state.in_(_values((State.PLANNED, State.SENDING, State.DOUBT, State.ACCEPTED)))
    resend = "look at its history; then say what is true with resolve"
    return [
        _Rule("unknown_state", "it is in a state that this program does not know", row.state.not_in(known), _RESTORE),
        _Rule("lease_missing", "it is being sent without a lease", _is(row, State.SENDING) & row.lease.is_(None)),
        _Rule("reason_missing", "it is held without a reason", _is(row, State.HELD) & row.reason.is_(None), resend),
        _Rule(
            "numbers_missing",
            "it was placed, and has no order number",
            row.state.in_(_values(STANDING)) & row.numbers.is_(None),
            resend,
        ),
        _Rule("settled_time_missing", "it is settled, and not said when", ~is_open & row.settled_at.is_(None)),
        _Rule(
            "first_send_missing",
            "it was sent, and not said when",
            (row.sends > 0) & row.first_send.is_(None),
        ),
        _Rule(
            "sends_missing",
            "it may be out, and no send is counted",
            row.state.in_(_values((State.SENDING, State.ACCEPTED))) & (row.sends < 1),
        ),
        _Rule(
            "nothing_due", "nothing is planned for it, so it stays as it is", is_busy & row.due.is_(None), "run recheck"
        ),
        _Rule("body_missing", "it is not settled, and its body is gone", is_busy & row.body.is_(None), resend),
        _Rule("older_open", "it is open, and a newer order under its PO is there", is_open & is_newer_there, resend),
        _Rule(
            "events_missing",
            "it was sent, and its history has no intent",
            (row.sends > 0)
            & ~exists(select(literal(1)).where(of_it, notes.kind == "intent").correlate(tables.entries)),
        ),
        _Rule(
            "intent_without_end",
            "it is not being sent any more, and its history does not say what became of the last send",
            (row.state != State.SENDING.value) & intents.is_not(None) & ~is_followed,
        ),
        _Rule("history_differs", "the last event of its history says another state", last_says_other),
        _Rule("version_wrong", "the number of its writes is wrong", or_(row.version < 1, row.generation < 1)),
    ]


def _is(row: Any, state: State) -> ColumnElement[bool]:
    found: ColumnElement[bool] = row.state == state.value
    return found


def _values(states: Any) -> list[str]:
    return sorted(each.value for each in states)


def _rows(connection: Connection, tables: Tables) -> Iterator[Finding]:
    row = tables.entries.c
    for rule in _rules(tables):
        query = select(row.key).where(rule.broken).order_by(row.id)
        for key in connection.execute(query).scalars():
            yield Finding(code=rule.code, says=f"{key}: {rule.says}", to_do=rule.to_do, key=key)
    for key, number, of in connection.execute(_shared_numbers(tables)):
        yield Finding(
            code="number_shared",
            says=f"{key}: its order number {number} is that of {of} too",
            to_do="read the order at Ingram Micro, and say which one it is with resolve",
            key=key,
        )
    for key, number in connection.execute(_unlisted_numbers(tables)):
        says = f"{key}: the list of order numbers has {number}, and the order has not"
        yield Finding(code="numbers_differ", says=says, to_do=_REPORT, key=key)


def _shared_numbers(tables: Tables) -> Select[Any, Any, Any]:
    first, second = tables.numbers.alias("a"), tables.numbers.alias("b")
    one, two = tables.entries.alias("one"), tables.entries.alias("two")
    return (
        select(one.c.key, first.c.number, two.c.key)
        .join_from(first, second, and_(first.c.number == second.c.number, first.c.entry_id < second.c.entry_id))
        .join(one, one.c.id == first.c.entry_id)
        .join(two, two.c.id == second.c.entry_id)
        .order_by(one.c.id)
    )


def _unlisted_numbers(tables: Tables) -> Select[Any, Any]:
    numbers, row = tables.numbers.c, tables.entries.c
    listed = func.coalesce(row.numbers, "").contains('"' + numbers.number + '"', autoescape=False)
    return (
        select(row.key, numbers.number)
        .join_from(tables.numbers, tables.entries, row.id == numbers.entry_id)
        .where(~listed)
        .order_by(row.id)
    )


# -- rights and clocks


def _rights(connection: Connection, database: Database) -> Iterator[Finding]:
    if not isinstance(database, SQLite):
        yield from _public_rights(connection, database)
        return
    if os.name != "posix":
        return
    for suffix in ("", "-wal", "-shm"):
        path = database.path.with_name(database.path.name + suffix)
        if path.exists() and (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077:
            says = f"other users of this machine can use {path} (mode {mode:o}); it has addresses and prices"
            yield Finding(code="rights", says=says, to_do=f"run: chmod 600 {path}")
    folder = database.path.parent
    mode = folder.stat().st_mode
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        says = f"every user of this machine can delete files in {folder}"
        yield Finding(code="rights", says=says, to_do=f"run: chmod o-w {folder}")


def _public_rights(connection: Connection, database: Database) -> Iterator[Finding]:
    quote = connection.dialect.identifier_preparer.format_table
    for table in database.tables.metadata.sorted_tables:
        name = quote(table)
        if connection.execute(
            select(func.has_table_privilege("public", name, "SELECT, INSERT, UPDATE, DELETE"))
        ).scalar_one():
            says = f"every user of the database can use {name}"
            yield Finding(code="rights", says=says, to_do=f"run: REVOKE ALL ON {name} FROM PUBLIC")


def _clock(connection: Connection, database: Database) -> Iterator[Finding]:
    # What was last written comes first: what others write meanwhile is then no later than the time that is asked.
    last = last_event(connection, database.tables)
    before = time.time()
    now = database.now(connection)
    after = time.time()
    if last is not None and last > now + CLOCK_S:
        says = (
            f"its last event is of {shown_moment(last)}, and its clock says {shown_moment(now)}: the clock was set back"
        )
        yield Finding(code="clock", says=says, to_do="set the clock right, and keep it right with NTP")
    # The database said its time at some moment in between; a slow answer is no difference between the clocks.
    apart = max(before - now, now - after)
    if database.clock is None and apart > CLOCK_S:
        says = f"the clocks of this machine and of the database are {apart:.0f} s apart"
        yield Finding(code="clock", says=says, to_do="set both with NTP; the database's clock decides")

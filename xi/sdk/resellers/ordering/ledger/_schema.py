"""The tables of the ledger, as a set of SQLAlchemy tables under a prefix or in a schema of their own.

Times are double precision numbers: seconds since 1970. Small lists and mappings are JSON text. The names `orders`,
`lines`, `events` and `batches` are left free: they are the views for people (see `Ledger.sql`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.ledger._views import attach_views

SCHEMA: Final = 1
"""The version of these tables. A program works with its own version and the one before."""
ALL: Final = ""
"""The customer and the country of the pause for all accounts, and the bucket of the whole app."""

UNFINISHED: Final = "(unfinished)"
"""The `moved_to` of a copy that is being made: nothing uses it."""

_PREFIX: Final = re.compile(r"[a-z_][a-z0-9_]{0,30}|")
# SQLite gives out row numbers by itself only for this type.
_NUMBER: Final = BigInteger().with_variant(Integer, "sqlite")


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The tables of one ledger.

    Args:
        prefix: what each name begins with.
        metadata: all of them.
        meta: one row: the version of the tables, the environment, where it was moved to, its trust, its host.
        entries: a row for each order.
        numbers: the order numbers that Ingram Micro gave.
        notes: the history.
        pauses: which accounts are paused.
        breakers: which accounts have failures in a row.
        set_up: orders for which the set-up was refused, by account.
        quotas: the rate limits.
        tokens: the shared access tokens.
        webhooks: what webhooks told.
        workers: who uses the ledger.
        acts: what was done to the ledger as a whole.
    """

    prefix: str
    metadata: MetaData
    meta: Table
    entries: Table
    numbers: Table
    notes: Table
    pauses: Table
    breakers: Table
    set_up: Table
    quotas: Table
    tokens: Table
    webhooks: Table
    workers: Table
    acts: Table


@lru_cache(maxsize=64)
def tables(prefix: str, schema: str | None) -> Tables:
    """Return the tables.

    Args:
        prefix: what each name begins with.
        schema: the schema of PostgreSQL; None for the connection's own.

    Raises:
        ApiValueError: the prefix or the schema is no plain name.
    """
    for argument, value in (("prefix", prefix), ("schema", schema)):
        if value is not None and not _PREFIX.fullmatch(value):
            raise ApiValueError(
                f"{argument} is {value!r}; it should be small letters, digits and _, not more than 31", argument
            )
    metadata = MetaData(schema=schema or None)
    attach_views(metadata, prefix, schema)
    entries = _entries(metadata, prefix)
    return Tables(
        prefix,
        metadata,
        meta=Table(
            f"{prefix}meta",
            metadata,
            Column("id", Integer, primary_key=True, autoincrement=False),
            Column("version", Integer, nullable=False),
            Column("moved_to", Text),
            Column("ledger", Text, nullable=False),
            Column("environment", Text),
            Column("made_at", Double, nullable=False),
            Column("opened", Integer, nullable=False),
            Column("distrust_since", Double),
            Column("distrust_at", Double),
            Column("distrust_doubtful", Boolean),
            Column("host", Text),
            Column("boot", Text),
            Column("host_seen", Double),
        ),
        entries=entries,
        numbers=Table(
            f"{prefix}numbers",
            metadata,
            Column("number", Text, primary_key=True),
            Column("entry_id", _NUMBER, ForeignKey(entries.c.id), primary_key=True),
            Index(f"{prefix}numbers_entry", "entry_id"),
        ),
        notes=_notes(metadata, prefix, entries),
        pauses=Table(
            f"{prefix}pauses",
            metadata,
            *_account(),
            Column("because", Text, nullable=False),
            Column("by", Text),
            Column("at", Double, nullable=False),
            Column("by_itself", Boolean, nullable=False),
        ),
        breakers=Table(
            f"{prefix}breakers",
            metadata,
            *_account(),
            Column("failures", Integer, nullable=False),
            Column("pause", Double, nullable=False),
            Column("until", Double),
            Column("probe", Text),
            Column("probe_until", Double),
        ),
        set_up=Table(f"{prefix}set_up", metadata, *_account(), Column("refused", Text, nullable=False)),
        quotas=Table(
            f"{prefix}quotas",
            metadata,
            Column("app", Text, primary_key=True),
            Column("bucket", Text, primary_key=True),
            Column("applies", Boolean, nullable=False),
            Column("limit", Integer),
            Column("remaining", Integer),
            Column("reset_at", Double),
            Column("spacing", Double, nullable=False),
            Column("head_start", Double, nullable=False),
            Column("next_at", Double, nullable=False),
        ),
        tokens=Table(
            f"{prefix}tokens",
            metadata,
            Column("app", Text, primary_key=True),
            Column("token", Text),
            Column("expires_at", Double, nullable=False),
            Column("renew_at", Double, nullable=False),
            Column("fetching_until", Double),
        ),
        webhooks=Table(
            f"{prefix}webhooks",
            metadata,
            Column("id", _NUMBER, primary_key=True, autoincrement=True),
            Column("event_id", Text, nullable=False),
            Column("at", Double, nullable=False),
            Column("kind", Text, nullable=False),
            Column("body", LargeBinary, nullable=False),
            Column("pos", Text, nullable=False),
            Column("numbers", Text, nullable=False),
            Column("done_at", Double),
            UniqueConstraint("event_id", name=f"{prefix}webhooks_event"),
            Index(f"{prefix}webhooks_done", "done_at", "id"),
        ),
        workers=Table(
            f"{prefix}workers",
            metadata,
            Column("worker", Text, primary_key=True),
            Column("first", Double, nullable=False),
            Column("last", Double, nullable=False),
        ),
        acts=Table(
            f"{prefix}acts",
            metadata,
            Column("id", _NUMBER, primary_key=True, autoincrement=True),
            Column("at", Double, nullable=False),
            Column("kind", Text, nullable=False),
            Column("by", Text),
            Column("because", Text),
            Column("says", Text, nullable=False),
        ),
    )


def _account() -> tuple[Column[str], Column[str]]:
    return Column("customer", Text, primary_key=True), Column("country", Text, primary_key=True)


def _entries(metadata: MetaData, prefix: str) -> Table:
    table = Table(
        f"{prefix}entries",
        metadata,
        Column("id", _NUMBER, primary_key=True, autoincrement=True),
        Column("version", Integer, nullable=False),
        Column("key", Text, nullable=False),
        Column("customer", Text, nullable=False),
        Column("country", Text, nullable=False),
        Column("po", Text, nullable=False),
        Column("folded", Text, nullable=False),
        Column("generation", Integer, nullable=False),
        Column("app", Text, nullable=False),
        Column("body", LargeBinary),
        Column("fingerprint", Text, nullable=False),
        Column("marker", Text),
        Column("reuse", Text),
        Column("batch", Text),
        Column("source_file", Text),
        Column("source_lines", Text),
        Column("ref", Text),
        Column("is_bulk", Boolean, nullable=False),
        Column("correlation_id", Text),
        Column("says", Text),
        Column("rejected", Text),
        Column("total", Text),
        Column("currency", Text),
        Column("shipping", Text),
        Column("planned_at", Double, nullable=False),
        # What decides what happens next: the fields of Row, in its order.
        Column("kind", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("reason", Text),
        Column("guarded", Boolean, nullable=False),
        Column("sends", Integer, nullable=False),
        Column("probes", Integer, nullable=False),
        Column("probing", Boolean, nullable=False),
        Column("tries", Integer, nullable=False),
        Column("refusals", Integer, nullable=False),
        Column("doubts", Integer, nullable=False),
        Column("barred", Boolean, nullable=False),
        Column("why_barred", Text),
        Column("permitted", Boolean, nullable=False),
        Column("search_first", Double),
        Column("trusted_from", Double),
        Column("first_send", Double),
        Column("doubt_since", Double),
        Column("quiet_until", Double),
        Column("looks", Integer, nullable=False),
        Column("lease", Double),
        Column("due", Double),
        Column("accepted_at", Double),
        Column("held_at", Double),
        Column("settled_at", Double),
        Column("numbers", Text),
        Column("confirmation", Text),
        Column("adopted", Boolean, nullable=False),
        Column("doubled", Boolean, nullable=False),
        Column("rechecked", Boolean, nullable=False),
        # Which worker has it in hand is nobody else's business: it is no part of Entry.
        Column("claimed_until", Double),
        UniqueConstraint("key", name=f"{prefix}entries_key"),
    )
    is_due = table.c.due.is_not(None)
    Index(
        f"{prefix}entries_due",
        table.c.customer,
        table.c.country,
        table.c.is_bulk,
        table.c.due,
        sqlite_where=is_due,
        postgresql_where=is_due,
    )
    # An overview reads the orders that are settled from these alone. The account comes last in them: a list of all its
    # orders, in their order, must not be sorted because of them.
    account = (table.c.customer, table.c.country)
    Index(f"{prefix}entries_state", table.c.state, *account)
    is_settled = table.c.settled_at.is_not(None)
    Index(
        f"{prefix}entries_settled",
        table.c.settled_at,
        *account,
        sqlite_where=is_settled,
        postgresql_where=is_settled,
    )
    is_doubled = table.c.doubled.is_(True)
    Index(f"{prefix}entries_doubled", *account, sqlite_where=is_doubled, postgresql_where=is_doubled)
    Index(f"{prefix}entries_batch", table.c.batch)
    Index(f"{prefix}entries_folded", table.c.folded)
    return table


def _notes(metadata: MetaData, prefix: str, entries: Table) -> Table:
    table = Table(
        f"{prefix}notes",
        metadata,
        Column("id", _NUMBER, primary_key=True, autoincrement=True),
        Column("entry_id", _NUMBER, ForeignKey(entries.c.id), nullable=False),
        Column("at", Double, nullable=False),
        Column("kind", Text, nullable=False),
        Column("state", Text, nullable=False),
        Column("reason", Text),
        Column("by", Text),
        Column("because", Text),
        Column("correlation_id", Text),
        Column("status", Integer),
        Column("says", Text),
        Column("detail", Text),
        Column("raw", LargeBinary),
    )
    Index(f"{prefix}notes_entry", table.c.entry_id, table.c.id)
    is_answer = table.c.kind == "answer"
    Index(f"{prefix}notes_answers", table.c.state, sqlite_where=is_answer, postgresql_where=is_answer)
    return table

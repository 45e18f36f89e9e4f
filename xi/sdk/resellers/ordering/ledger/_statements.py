"""The statements of the ledger, built once for each set of tables and each kind of database."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Double, Table, bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from xi.sdk.resellers.ordering.ledger._schema import ALL

if TYPE_CHECKING:
    from xi.sdk.resellers.ordering.ledger._schema import Tables


class Statements:
    """The statements for one set of tables.

    Args:
        tables: the tables.
        dialect: the kind of database, as SQLAlchemy names it: sqlite or postgresql.
    """

    def __init__(self, tables: Tables, dialect: str) -> None:
        self.tables = tables
        self.is_postgresql = dialect == "postgresql"
        self._entries()
        self._claims()
        self._account()
        self._history()
        self._quotas()
        self._tokens()

    def _insert_if_new(self, table: Table) -> Any:
        new = postgresql.insert(table) if self.is_postgresql else sqlite.insert(table)
        # SQLAlchemy counts the rows of an INSERT only on request.
        return new.on_conflict_do_nothing().execution_options(preserve_rowcount=True)

    def upsert(self, table: Table) -> Any:
        """Return a statement that inserts a row, or replaces the one with the same primary key.

        Args:
            table: the table.
        """
        new = postgresql.insert(table) if self.is_postgresql else sqlite.insert(table)
        keys = [each.name for each in table.primary_key]
        return new.on_conflict_do_update(
            index_elements=keys, set_={each.name: new.excluded[each.name] for each in table.c if each.name not in keys}
        )

    def _entries(self) -> None:
        entries, numbers = self.tables.entries, self.tables.numbers
        c = entries.c
        # Claims are no part of an entry, and its columns are read by their place.
        columns = [each for each in c if each is not c.claimed_until]
        self.entry = select(*columns)
        is_same_po = (
            c.customer == bindparam("customer"),
            c.country == bindparam("country"),
            c.folded == bindparam("folded"),
        )
        self.generations = self.entry.where(*is_same_po).order_by(c.generation)
        self.newest = self.entry.where(*is_same_po).order_by(c.generation.desc()).limit(1)
        self.by_key = self.entry.where(c.key == bindparam("key"))
        self.by_ids = self.entry.where(c.id.in_(bindparam("ids", expanding=True)))
        self.insert = self._insert_if_new(entries)
        self.insert_returning = self.insert.returning(c.id, c.key)
        self.last_id = select(func.coalesce(func.max(c.id), 0))
        self.after_id = select(c.id, c.key).where(c.id > bindparam("after"))
        # The columns that change are those of the values that it is executed with.
        self.write = update(entries).where(c.id == bindparam("at_id"), c.version == bindparam("at_version"))
        self.add_number = self._insert_if_new(numbers)
        self.drop_numbers = delete(numbers).where(
            numbers.c.entry_id == bindparam("at_id"), numbers.c.number.in_(bindparam("gone", expanding=True))
        )
        self.by_number = (
            self.entry.join_from(entries, numbers, numbers.c.entry_id == c.id)
            .where(numbers.c.number == bindparam("number"))
            .order_by(c.id.desc())
            .limit(1)
        )
        others = (
            select(numbers.c.number)
            .join_from(numbers, entries, numbers.c.entry_id == c.id)
            .where(c.id != bindparam("at_id"))
        )
        self.numbers_of_others = others
        self.numbers_of_others_among = others.where(numbers.c.number.in_(bindparam("among", expanding=True)))
        self.owners = (
            self.entry.add_columns(numbers.c.number.label("of_number"))
            .join_from(entries, numbers, numbers.c.entry_id == c.id)
            .where(c.id != bindparam("at_id"), numbers.c.number.in_(bindparam("among", expanding=True)))
            .order_by(c.id)
        )

    def _claims(self) -> None:
        c = self.tables.entries.c
        is_due = (
            c.customer == bindparam("customer"),
            c.country == bindparam("country"),
            c.is_bulk == bindparam("is_bulk"),
            c.due <= bindparam("now"),
        )
        is_free = or_(c.claimed_until.is_(None), c.claimed_until <= bindparam("now"))
        self.due = self.entry.where(*is_due).order_by(c.due, c.id).limit(bindparam("most"))
        self.planned_due = self.due.where(c.state == "planned")
        self.sent_due = self.due.where(c.state != "planned")
        self.due_and_free = self.due.where(is_free).with_for_update(skip_locked=True)
        self.planned_and_free = self.due_and_free.where(c.state == "planned")
        self.sent_and_free = self.due_and_free.where(c.state != "planned")
        self.one_free = self.by_key.where(is_free).with_for_update(skip_locked=True)
        self.claim = (
            update(self.tables.entries)
            .where(c.id.in_(bindparam("ids", expanding=True)))
            .values(claimed_until=bindparam("until"))
        )
        self.release = (
            update(self.tables.entries)
            .where(c.id == bindparam("at_id"), c.version == bindparam("at_version"))
            .values(claimed_until=None)
        )
        self.next_due = select(func.min(c.due)).where(
            c.customer == bindparam("customer"), c.country == bindparam("country"), c.due.is_not(None)
        )

    def _account(self) -> None:
        pauses, breakers, set_up = self.tables.pauses, self.tables.breakers, self.tables.set_up
        is_here = [
            (each.c.customer == bindparam("customer"), each.c.country == bindparam("country"))
            for each in (pauses, breakers, set_up)
        ]
        self.pause = (
            select(pauses)
            .where(
                or_(
                    (pauses.c.customer == bindparam("customer")) & (pauses.c.country == bindparam("country")),
                    pauses.c.customer == ALL,
                )
            )
            .order_by(pauses.c.customer.desc())
            .limit(1)
        )
        self.set_pause = self.upsert(pauses)
        self.drop_pause = delete(pauses).where(*is_here[0])
        # Two workers that read it at once would both be the probe.
        self.breaker = select(breakers).where(*is_here[1]).with_for_update()
        self.read_breaker = select(breakers).where(*is_here[1])
        self.set_breaker = self.upsert(breakers)
        self.drop_breaker = delete(breakers).where(*is_here[1])
        self.set_up = select(set_up.c.refused).where(*is_here[2])
        self.set_set_up = self.upsert(set_up)
        self.drop_set_up = delete(set_up).where(*is_here[2])
        meta = self.tables.meta
        self.set_meta = update(meta)
        self.take_environment = update(meta).where(meta.c.environment.is_(None))
        self.environment = select(meta.c.environment)

    def _history(self) -> None:
        notes, webhooks, workers = self.tables.notes, self.tables.webhooks, self.tables.workers
        self.note = insert(notes)
        self.history = select(notes).where(notes.c.entry_id == bindparam("at_id")).order_by(notes.c.id)
        self.note_webhook = self._insert_if_new(webhooks)
        waiting = select(webhooks).where(webhooks.c.done_at.is_(None)).order_by(webhooks.c.id).limit(bindparam("most"))
        self.waiting_webhooks = waiting.with_for_update(skip_locked=True)
        self.webhook_done = update(webhooks).where(webhooks.c.id == bindparam("at_id"))
        new = postgresql.insert(workers) if self.is_postgresql else sqlite.insert(workers)
        self.seen = new.on_conflict_do_update(index_elements=["worker"], set_={"last": new.excluded["last"]})
        self.workers = select(workers).order_by(workers.c.worker)

    def _quotas(self) -> None:
        quotas = self.tables.quotas
        c = quotas.c
        is_it = (c.app == bindparam("at_app"), c.bucket.in_([bindparam("at_bucket"), ALL]), c.applies)
        begins = case((c.next_at > bindparam("now"), c.next_at), else_=bindparam("now", type_=Double))
        reserve = update(quotas).where(*is_it).values(next_at=begins + c.spacing)
        place = (c.next_at - c.spacing, c.head_start)
        # SQLite learned RETURNING late; there, nobody else can write between two statements.
        self.reserve: Any = reserve.returning(*place) if self.is_postgresql else reserve
        self.reserved = select(*place).where(*is_it)
        self.give_back = update(quotas).where(*is_it).values(next_at=c.next_at - c.spacing)
        self.begin_again = update(quotas).where(*is_it).values(next_at=bindparam("now") + c.spacing)
        self.quotas = select(quotas).where(c.app == bindparam("at_app")).order_by(c.bucket)
        self.set_quota = self.upsert(quotas)
        self.set_applies = (
            update(quotas)
            .where(c.app == bindparam("at_app"))
            .values(
                applies=case(
                    (c.bucket == ALL, bindparam("is_shared", type_=Boolean)), else_=bindparam("is_split", type_=Boolean)
                )
            )
        )

    def _tokens(self) -> None:
        tokens = self.tables.tokens
        c = tokens.c
        self.token = select(c.token, c.expires_at, c.renew_at, c.fetching_until).where(c.app == bindparam("at_app"))
        new = postgresql.insert(tokens) if self.is_postgresql else sqlite.insert(tokens)
        self.lock_token = new.on_conflict_do_update(
            index_elements=["app"],
            set_={"fetching_until": new.excluded.fetching_until},
            where=or_(c.fetching_until.is_(None), c.fetching_until <= bindparam("now")),
        ).execution_options(preserve_rowcount=True)
        self.unlock_token = (
            update(tokens)
            .where(c.app == bindparam("at_app"), c.fetching_until == bindparam("until"))
            .values(fetching_until=None)
        )
        self.store_token = self.upsert(tokens)
        self.drop_token = update(tokens).where(c.app == bindparam("at_app")).values(token=None)


@lru_cache(maxsize=64)
def statements(tables: Tables, dialect: str) -> Statements:
    """Return the statements for tables in a kind of database.

    Args:
        tables: the tables.
        dialect: the kind of database.
    """
    return Statements(tables, dialect)

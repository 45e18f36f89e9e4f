"""The part of a transaction that reads many orders at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sqlalchemy import case, func, or_, select

from xi.sdk.resellers._purchase_orders import folded
from xi.sdk.resellers.ordering._entries import Counts, OpenOrders
from xi.sdk.resellers.ordering._protocol import SETTLED, Kind, Reason, State
from xi.sdk.resellers.ordering.ledger import _rows
from xi.sdk.resellers.ordering.ledger._part import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement

    from xi.sdk.resellers.ordering._entries import Entry

_OPEN: Final = tuple(str(each) for each in State if each not in SETTLED)
_STREAMED: Final = 500
"""How many rows are in memory at once while many are read."""


class Lists(Part):
    """Reads many orders at once."""

    def rows(
        self,
        *,
        customer: str | None = None,
        country: str | None = None,
        state: Collection[State] = (),
        reason: Collection[Reason] = (),
        batch: str | None = None,
        since: float | None = None,
        until: float | None = None,
        ref: Mapping[str, str] | None = None,
        po: str | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> Iterator[Entry]:
        """Yield orders in the order of planning; few of them are in memory at once.

        Args:
            customer: only of this customer number.
            country: only of this country code.
            state: only in one of these states.
            reason: only held, or doubled, for one of these reasons.
            batch: only of this run.
            since: only planned at this moment or later, in seconds since 1970.
            until: only planned before this moment.
            ref: only with these IDs of the user's own systems.
            po: only under this PO, in any case.
            after: only those whose number in the ledger is above this one.
            limit: the most orders to return.
        """
        query = self._statements.entry.where(
            *self._of_account(customer, country),
            *self._of_state(state, reason),
            *self._planned(batch, since, until, po),
        ).order_by(self._statements.tables.entries.c.id)
        if after:  # where it says nothing it must not keep the database from an index
            query = query.where(self._statements.tables.entries.c.id > after)
        if ref:
            # The two kinds of databases read JSON in different ways; few orders without these words get past this.
            column = self._statements.tables.entries.c.ref
            query = query.where(*[column.contains(_rows.dumps(each), autoescape=True) for each in ref.values()])
        elif limit is not None:
            query = query.limit(limit)
        left = limit
        with self._connection.execute(query, execution_options={"yield_per": _STREAMED}) as rows:
            for row in rows:
                if left == 0:
                    return
                entry = _rows.entry_of(row)
                if ref and not ref.items() <= entry.ref.items():
                    continue
                if left is not None:
                    left -= 1
                yield entry

    def _of_account(self, customer: str | None, country: str | None) -> list[ColumnElement[bool]]:
        c = self._statements.tables.entries.c
        pairs = ((c.customer, customer), (c.country, country))
        return [column == value for column, value in pairs if value is not None]

    def _of_state(self, state: Collection[State], reason: Collection[Reason]) -> Iterator[ColumnElement[bool]]:
        c = self._statements.tables.entries.c
        if state:
            yield c.state.in_([str(each) for each in state])
        if reason:
            is_named = c.reason.in_([str(each) for each in reason])
            yield or_(is_named, c.doubled) if Reason.DOUBLED in reason else is_named

    def _planned(
        self, batch: str | None, since: float | None, until: float | None, po: str | None
    ) -> Iterator[ColumnElement[bool]]:
        c = self._statements.tables.entries.c
        if batch is not None:
            yield c.batch == batch
        if since is not None:
            yield c.planned_at >= since
        if until is not None:
            yield c.planned_at < until
        if po is not None:
            yield c.folded == folded(po)

    def counts(self, customer: str | None = None, country: str | None = None) -> Counts:
        """Return how many orders are in which state.

        Args:
            customer: only of this customer number.
            country: only of this country code.
        """
        entries, notes = self._statements.tables.entries, self._statements.tables.notes
        c = entries.c
        is_here = self._of_account(customer, country)
        groups = self._execute(
            select(
                c.state,
                c.reason,
                func.count(),
                func.sum(case((c.doubled, 1), else_=0)),
                func.min(c.doubt_since),
                func.max(c.settled_at),
            )
            .where(*is_here)
            .group_by(c.state, c.reason)
        ).all()
        answers = select(notes.c.state, func.count()).where(notes.c.kind == "answer").group_by(notes.c.state)
        if is_here:
            answers = answers.join(entries, c.id == notes.c.entry_id).where(*is_here)
        states: Counter[State] = Counter()
        held: Counter[Reason] = Counter()
        for state, reason, count, *_ in groups:
            states[State(state)] += count
            if state == State.HELD and reason is not None:
                held[Reason(reason)] += count
        return Counts(
            states=dict(states),
            held=dict(held),
            doubled=sum(each[3] for each in groups),
            oldest_doubt=min(
                (each[4] for each in groups if each[0] == State.DOUBT and each[4] is not None), default=None
            ),
            last_settled=max((each[5] for each in groups if each[5] is not None), default=None),
            answers={State(state): count for state, count in self._execute(answers)},
        )

    # -- for an overview, which is quick however many orders are settled

    def states(self, customer: str, country: str, batch: str | None = None) -> dict[State, int]:
        """Return how many orders of an account are in which state; a state without orders is absent.

        Args:
            customer: the customer number.
            country: the country code.
            batch: only of this run.
        """
        c = self._statements.tables.entries.c
        query = select(c.state, func.count()).where(*self._of_account(customer, country), *self._of_batch(batch))
        return {State(state): count for state, count in self._execute(query.group_by(c.state))}

    def open_orders(self, customer: str, country: str, batch: str | None = None) -> list[OpenOrders]:
        """Return how many orders of an account somebody has to end, by state and reason.

        Args:
            customer: the customer number.
            country: the country code.
            batch: only of this run.
        """
        c = self._statements.tables.entries.c
        since = {
            State.PLANNED: c.planned_at,
            State.SENDING: c.first_send,
            State.DOUBT: c.doubt_since,
            State.ACCEPTED: c.accepted_at,
            State.HELD: c.held_at,
        }
        oldest = func.min(case({str(state): column for state, column in since.items()}, value=c.state))
        query = (
            select(c.state, c.reason, func.count(), oldest, func.min(c.due))
            .where(*self._of_account(customer, country), c.state.in_(_OPEN), *self._of_batch(batch))
            .group_by(c.state, c.reason)
        )
        return [
            OpenOrders(
                state=State(state),
                reason=None if reason is None else Reason(reason),
                count=count,
                oldest=oldest_at,
                next_due=next_due,
            )
            for state, reason, count, oldest_at, next_due in self._execute(query)
        ]

    def doubled(self, customer: str, country: str, batch: str | None = None) -> int:
        """Return of how many orders of an account two stand.

        Args:
            customer: the customer number.
            country: the country code.
            batch: only of this run.
        """
        c = self._statements.tables.entries.c
        where = (*self._of_account(customer, country), c.doubled.is_(True), *self._of_batch(batch))
        count: int = self._execute(select(func.count()).select_from(c.doubled.table).where(*where)).scalar_one()
        return count

    def needing(self, customer: str, country: str, limit: int, batch: str | None = None) -> list[Entry]:
        """Return orders of an account that need a person: of which two stand, then held, the oldest first.

        Args:
            customer: the customer number.
            country: the country code.
            limit: the most orders to return.
            batch: only of this run.
        """
        c = self._statements.tables.entries.c
        where = (*self._of_account(customer, country), *self._of_batch(batch))
        found: list[Entry] = []
        for its in (c.doubled.is_(True), c.state == State.HELD.value):
            query = self._statements.entry.where(*where, its).order_by(c.id).limit(limit)
            known = {each.id for each in found}
            found += [each for each in map(_rows.entry_of, self._execute(query)) if each.id not in known]
        return found[:limit]

    def unsettled(self, customer: str, country: str, kind: Kind) -> list[Entry]:
        """Return the orders of an account and a kind that are not settled, in the order of planning.

        Args:
            customer: the customer number.
            country: the country code.
            kind: how they are sent.
        """
        c = self._statements.tables.entries.c
        where = (*self._of_account(customer, country), c.state.in_(_OPEN), c.kind == kind.value)
        return list(map(_rows.entry_of, self._execute(self._statements.entry.where(*where).order_by(c.id))))

    def last_settled(self, customer: str, country: str) -> float | None:
        """Return when an order of an account was settled last, in seconds since 1970; None if none was.

        Args:
            customer: the customer number.
            country: the country code.
        """
        c = self._statements.tables.entries.c
        where = (*self._of_account(customer, country), c.settled_at.is_not(None))
        query = select(c.settled_at).where(*where).order_by(c.settled_at.desc()).limit(1)
        last: float | None = self._execute(query).scalar_one_or_none()
        return last

    def last_batch(self, customer: str, country: str) -> str | None:
        """Return the name of the run of an account that was planned last; None if none has a name.

        Args:
            customer: the customer number.
            country: the country code.
        """
        c = self._statements.tables.entries.c
        # Read backwards until one is found: no index has this order, and the last orders mostly have a batch.
        query = select(c.customer, c.country, c.batch).order_by(c.id.desc())
        with self._connection.execute(query, execution_options={"yield_per": _STREAMED}) as rows:
            for *account, batch in rows:
                if batch is not None and account == [customer, country]:
                    name: str = batch
                    return name
        return None

    def _of_batch(self, batch: str | None) -> Sequence[ColumnElement[bool]]:
        return () if batch is None else (self._statements.tables.entries.c.batch == batch,)

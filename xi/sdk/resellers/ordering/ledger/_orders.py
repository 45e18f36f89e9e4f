"""The part of a transaction that finds, writes and claims orders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.ordering._entries import Entry, NewEntry, Note
from xi.sdk.resellers.ordering._protocol import Row
from xi.sdk.resellers.ordering.ledger import _rows
from xi.sdk.resellers.ordering.ledger._part import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class KeyTaken(Exception):  # noqa: N818 - it says what happened, and is no error
    """Another program wrote an order under this key first. The transaction goes on."""


class MovedOn(Exception):  # noqa: N818 - it says what happened, and is no error
    """Another program has written the entry since it was read. The transaction goes on."""


class Orders(Part):
    """Finds, writes and claims orders."""

    # -- entries

    def find(self, customer: str, country: str, folded: str) -> Entry | None:
        """Return the newest order under a PO.

        Args:
            customer: the customer number.
            country: the country code.
            folded: the folded PO.
        """
        values = {"customer": customer, "country": country, "folded": folded}
        return _entry(self._execute(self._statements.newest, values).one_or_none())

    def generations(self, customer: str, country: str, folded: str) -> tuple[Entry, ...]:
        """Return all orders under a PO, the oldest first.

        Args:
            customer: the customer number.
            country: the country code.
            folded: the folded PO.
        """
        values = {"customer": customer, "country": country, "folded": folded}
        return tuple(map(_rows.entry_of, self._execute(self._statements.generations, values)))

    def get(self, key: str) -> Entry | None:
        """Return an order.

        Args:
            key: its key.
        """
        return _entry(self._execute(self._statements.by_key, {"key": key}).one_or_none())

    def by_order_number(self, number: str) -> Entry | None:
        """Return the order to which Ingram Micro gave a number.

        Args:
            number: the order number.
        """
        return _entry(self._execute(self._statements.by_number, {"number": number}).one_or_none())

    def numbers_of_others(self, entry: Entry, among: Collection[str] | None = None) -> frozenset[str]:
        """Return order numbers that other orders of the ledger have, of whatever account: a number is of one order.

        Args:
            entry: the order.
            among: the numbers to ask about; None returns all, which may be many.
        """
        values: dict[str, Any] = {"at_id": entry.id}
        if among is None:
            return frozenset(self._execute(self._statements.numbers_of_others, values).scalars())
        values["among"] = list(among)
        return frozenset(self._execute(self._statements.numbers_of_others_among, values).scalars())

    def owners(self, entry: Entry, among: Collection[str]) -> dict[str, Entry]:
        """Return the other order of the ledger, of whatever account, that has each number; the oldest that has it.

        Args:
            entry: the order.
            among: the numbers to ask about; those that no other order has are left out.
        """
        if not among:
            return {}
        found: dict[str, Entry] = {}
        for row in self._execute(self._statements.owners, {"at_id": entry.id, "among": list(among)}):
            found.setdefault(row.of_number, _rows.entry_of(row))
        return found

    def insert(self, new: NewEntry, note: Note) -> Entry:
        """Write a new order.

        Args:
            new: the order.
            note: the first event of its history.

        Raises:
            KeyTaken: another program wrote an order under its key first; the transaction goes on.
        """
        values = _rows.values_of_new(new)
        with self._together():
            if self._statements.is_postgresql:
                entry_id = self._execute(self._statements.insert_returning, values).scalar_one_or_none()
            else:
                result = self._execute(self._statements.insert, values)
                entry_id = result.lastrowid if result.rowcount else None
            if entry_id is None:
                raise KeyTaken(values["key"])
            entry = _rows.entry_of_new(new, entry_id, values["key"])
            self._add_numbers(entry_id, new.row.numbers)
            self.note(entry, note)
        return entry

    def insert_all(self, new: Sequence[NewEntry]) -> list[Entry | None]:
        """Write many new orders, each with the event `planned`.

        Args:
            new: the orders.

        Returns:
            The entries in the same order; None where the key was taken.
        """
        if not new:
            return []
        with self._together():
            return self._insert_all(new)

    def _insert_all(self, new: Sequence[NewEntry]) -> list[Entry | None]:
        values = [_rows.values_of_new(each) for each in new]
        if self._statements.is_postgresql:
            rows = self._execute(self._statements.insert_returning, values)
        else:
            last = self._execute(self._statements.last_id).scalar_one()
            self._execute(self._statements.insert, values)
            rows = self._execute(self._statements.after_id, {"after": last})
        ids: dict[str, int] = {key: entry_id for entry_id, key in rows}
        # Of two orders with the same key in one call, the first is the one that was written.
        entries = [
            None
            if (entry_id := ids.pop(value["key"], None)) is None
            else _rows.entry_of_new(each, entry_id, value["key"])
            for each, value in zip(new, values, strict=True)
        ]
        notes = [
            _rows.values_of_note(each.id, Note(at=self.now, kind="planned", state=each.row.state))
            for each in entries
            if each is not None
        ]
        if notes:
            self._execute(self._statements.note, notes)
        return entries

    def write(
        self,
        entry: Entry,
        note: Note | None = None,
        *,
        row: Row | None = None,
        release: bool = False,
        **changes: Any,
    ) -> Entry:
        """Write what has changed, if nobody has written the entry since it was read.

        Args:
            entry: the entry as it was read.
            note: the event that changed it.
            row: what decides; None leaves it as it is.
            release: whether to let other workers take it.
            changes: says, rejected, correlation_id, total, currency, shipping.

        Raises:
            MovedOn: another program has written it meanwhile; nothing was written, and the transaction goes on.
        """
        values: dict[str, Any] = {} if row is None else _rows.values_of_row(row)
        values.update(changes)
        if "rejected" in changes:
            values["rejected"] = _rows.values_of_rejected(changes["rejected"])
        if release:
            values["claimed_until"] = None
        values.update(version=entry.version + 1, at_id=entry.id, at_version=entry.version)
        with self._together():
            if not self._execute(self._statements.write, values).rowcount:
                raise MovedOn(entry.key)
            if row is not None and row.numbers != entry.row.numbers:
                gone = [each for each in entry.row.numbers if each not in row.numbers]
                self._add_numbers(entry.id, row.numbers, gone)
            written = replace(entry, version=entry.version + 1, row=row or entry.row, **changes)
            if note is not None:
                self.note(written, note)
        return written

    def _add_numbers(self, entry_id: int, numbers: Sequence[str], gone: Sequence[str] = ()) -> None:
        if gone:
            self._execute(self._statements.drop_numbers, {"at_id": entry_id, "gone": list(gone)})
        if numbers:
            values = [{"entry_id": entry_id, "number": each} for each in dict.fromkeys(numbers)]
            self._execute(self._statements.add_number, values)

    def note(self, entry: Entry, *notes: Note) -> None:
        """Add events to the history of an order.

        Args:
            entry: the order.
            notes: the events.
        """
        self._execute(self._statements.note, [_rows.values_of_note(entry.id, each) for each in notes])

    def history(self, entry: Entry) -> list[Note]:
        """Return the events of an order, the oldest first.

        Args:
            entry: the order.
        """
        return [_rows.note_of(each) for each in self._execute(self._statements.history, {"at_id": entry.id}).mappings()]

    # -- what is to be done

    def due(
        self, customer: str, country: str, *, limit: int, now: float | None = None, bulk: bool | None = None
    ) -> list[Entry]:
        """Return orders for which something is due: what was sent goes first, long runs go last, then the oldest.

        Args:
            customer: the customer number.
            country: the country code.
            limit: the most orders to return.
            now: what is due at this moment; None is the database's time.
            bulk: whether to return only orders of long runs, or only others.
        """
        now = self.now if now is None else now
        sent = self._due(self._statements.sent_due, customer, country, limit, now, bulk)
        # A long run that is planned must not keep anybody from looking for what was sent.
        return sent + self._due(self._statements.planned_due, customer, country, limit - len(sent), now, bulk)

    def _due(
        self, statement: Any, customer: str, country: str, limit: int, now: float, bulk: bool | None
    ) -> list[Entry]:
        entries: list[Entry] = []
        for is_bulk in (False, True) if bulk is None else (bulk,):
            if len(entries) < limit:
                values = {
                    "customer": customer,
                    "country": country,
                    "is_bulk": is_bulk,
                    "now": now,
                    "most": limit - len(entries),
                }
                entries.extend(map(_rows.entry_of, self._execute(statement, values)))
        return entries

    def claim(
        self, customer: str, country: str, *, limit: int, until: float, planned: bool | None = None
    ) -> list[Entry]:
        """Return what is due, as `due` does, and keep other workers from it.

        Args:
            customer: the customer number.
            country: the country code.
            limit: the most orders to return.
            until: when other workers may take them.
            planned: whether to return only orders that are planned, or only others.
        """
        statements = self._statements
        free = {None: statements.due_and_free, True: statements.planned_and_free, False: statements.sent_and_free}
        entries = self._due(free[planned], customer, country, limit, self.now, None)
        if entries:
            self._execute(self._statements.claim, {"ids": [each.id for each in entries], "until": until})
        return entries

    def claim_one(self, key: str, *, until: float) -> Entry | None:
        """Return an order and keep other workers from it; None while another worker has it, or if there is none.

        Args:
            key: its key.
            until: when other workers may take it.
        """
        entry = _entry(self._execute(self._statements.one_free, {"key": key, "now": self.now}).one_or_none())
        if entry is not None:
            self._execute(self._statements.claim, {"ids": [entry.id], "until": until})
        return entry

    def release(self, entry: Entry) -> None:
        """Let other workers take an order, unless one has written it meanwhile.

        Args:
            entry: the order.
        """
        self._execute(self._statements.release, {"at_id": entry.id, "at_version": entry.version})

    def next_due(self, customer: str, country: str) -> float | None:
        """Return when something is due next; None if nothing is.

        Args:
            customer: the customer number.
            country: the country code.
        """
        values = {"customer": customer, "country": country}
        due: float | None = self._execute(self._statements.next_due, values).scalar_one()
        return due


def _entry(row: Sequence[Any] | None) -> Entry | None:
    return None if row is None else _rows.entry_of(row)

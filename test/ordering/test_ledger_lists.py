"""Lists of orders: filters, streaming and counts."""

from __future__ import annotations

from itertools import islice

import pytest
from ledger_kit import HERE, Place, insert, new, place, planned, server, sqlite_place
from sqlalchemy import event

from xi.sdk.resellers.ordering._entries import Note, OpenOrders
from xi.sdk.resellers.ordering._protocol import Reason, Row, State

__all__ = ["place", "server", "sqlite_place"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "ABCDE"),
        ({"limit": 2}, "AB"),
        ({"limit": 0}, ""),
        ({"customer": "other"}, "E"),
        ({"country": "US"}, "ABCE"),
        ({"state": [State.HELD, State.PLACED]}, "BCD"),
        ({"reason": [Reason.CONFLICT]}, "B"),
        ({"reason": [Reason.DOUBLED, Reason.CONFLICT]}, "BC"),
        ({"state": [State.HELD], "reason": [Reason.TOO_OLD]}, "D"),
        ({"batch": "b"}, "AB"),
        ({"since": 20.0, "until": 40.0}, "BC"),
        ({"ref": {"sap": "1"}}, "AC"),
        ({"ref": {"sap": "1", "x": "ü%_"}}, "C"),
        ({"ref": {"sap": "1"}, "limit": 1}, "A"),
        ({"ref": {"x": "1"}}, ""),
        ({"po": "C"}, "C"),
        ({"po": "c"}, "C"),
    ],
)
def test_orders_are_filtered(place: Place, filters: dict[str, object], expected: str) -> None:
    ledger = place.open()
    insert(
        ledger,
        new("A", batch="b", ref={"sap": "1"}, planned_at=10.0),
        new("B", batch="b", row=Row(state=State.HELD, reason=Reason.CONFLICT), planned_at=20.0),
        new("c", row=Row(state=State.PLACED, doubled=True), ref={"sap": "1", "x": "ü%_"}, planned_at=30.0),
        new("D", row=Row(state=State.HELD, reason=Reason.TOO_OLD), country="CA", planned_at=40.0),
        new("E", customer="other", ref={"sap": "2"}, planned_at=50.0),
    )
    with ledger.reading() as tx:
        assert "".join(each.folded for each in tx.rows(**filters)) == expected  # type: ignore[arg-type]


def test_a_list_that_is_not_read_to_its_end_leaves_the_transaction_usable(place: Place) -> None:
    ledger = place.open()
    with ledger.transaction() as tx:
        tx.insert_all([new(f"PO-{each}") for each in range(1_200)])
    with ledger.reading() as tx:
        rows = tx.rows()
        assert [each.po for each in islice(rows, 2)] == ["PO-0", "PO-1"]
        assert tx.find(*HERE, "PO-7") is not None
        assert sum(1 for _ in rows) == 1_198
        for _ in tx.rows():
            break
    with ledger.transaction() as tx:
        tx.insert(new("Z"), planned(tx))


def test_orders_are_counted_by_state_reason_and_answer(place: Place) -> None:
    ledger = place.open()
    entries = insert(
        ledger,
        new("A", row=Row(state=State.DOUBT, doubt_since=7.0)),
        new("B", row=Row(state=State.DOUBT, doubt_since=5.0)),
        new("C", row=Row(state=State.HELD, reason=Reason.CONFLICT, doubt_since=1.0)),
        new("D", row=Row(state=State.HELD, reason=Reason.CONFLICT)),
        new("E", row=Row(state=State.PLACED, doubled=True, settled_at=9.0)),
        new("F", country="CA", row=Row(state=State.PLACED, settled_at=11.0)),
    )
    with ledger.transaction() as tx:
        for entry, state in zip(entries, ("doubt", "doubt", "doubt", "rejected", "placed", "placed"), strict=True):
            tx.note(entry, Note(at=1.0, kind="answer", state=state), Note(at=1.0, kind="look", state=state))
    with ledger.reading() as tx:
        all_counts, here = tx.counts(), tx.counts(*HERE)
    assert all_counts.states == {State.DOUBT: 2, State.HELD: 2, State.PLACED: 2}
    assert all_counts.held == {Reason.CONFLICT: 2}
    assert (all_counts.doubled, all_counts.oldest_doubt, all_counts.last_settled) == (1, 5.0, 11.0)
    assert all_counts.answers == {State.DOUBT: 3, State.REJECTED: 1, State.PLACED: 2}
    assert (here.states[State.PLACED], here.last_settled, here.answers[State.PLACED]) == (1, 9.0, 1)


def test_an_empty_ledger_has_counts(place: Place) -> None:
    with place.open().reading() as tx:
        counts = tx.counts()
    assert (counts.states, counts.doubled, counts.oldest_doubt, counts.last_settled) == ({}, 0, None, None)


def test_open_orders_are_counted_with_their_age_and_what_needs_a_person_is_found(place: Place) -> None:
    ledger = place.open()
    insert(
        ledger,
        new("A", batch="b", row=Row(state=State.DOUBT, doubt_since=7.0, due=30.0), planned_at=1.0),
        new("B", batch="b", row=Row(state=State.DOUBT, doubt_since=5.0, due=40.0), planned_at=2.0),
        new("C", batch="b", row=Row(state=State.HELD, reason=Reason.CONFLICT, held_at=8.0), planned_at=3.0),
        new("D", row=Row(state=State.HELD, reason=Reason.TOO_OLD, held_at=9.0, doubled=True), planned_at=4.0),
        new("E", row=Row(state=State.PLACED, doubled=True, settled_at=11.0), planned_at=5.0),
        new("F", row=Row(state=State.PLACED, settled_at=10.0), planned_at=6.0),
        new("G", country="CA", batch="other", row=Row(state=State.HELD, reason=Reason.CONFLICT, settled_at=99.0)),
    )

    def opened(state: State, reason: Reason | None, count: int, oldest: float, due: float | None) -> OpenOrders:
        return OpenOrders(state=state, reason=reason, count=count, oldest=oldest, next_due=due)

    with ledger.reading() as tx:
        assert tx.states(*HERE) == {State.DOUBT: 2, State.HELD: 2, State.PLACED: 2}
        assert tx.states(*HERE, "b") == {State.DOUBT: 2, State.HELD: 1}
        assert sorted(tx.open_orders(*HERE), key=lambda each: each.oldest or 0) == [
            opened(State.DOUBT, None, 2, 5.0, 30.0),
            opened(State.HELD, Reason.CONFLICT, 1, 8.0, None),
            opened(State.HELD, Reason.TOO_OLD, 1, 9.0, None),
        ]
        assert [each.count for each in tx.open_orders(*HERE, "b") if each.state is State.HELD] == [1]
        assert (tx.doubled(*HERE), tx.doubled(*HERE, "b")) == (2, 0)
        assert [each.po for each in tx.needing(*HERE, 9)] == ["D", "E", "C"]
        assert [each.po for each in tx.needing(*HERE, 2)] == ["D", "E"]
        assert [each.po for each in tx.needing(*HERE, 9, "b")] == ["C"]
        assert (tx.last_settled(*HERE), tx.last_settled("other", "US")) == (11.0, None)
        assert (tx.last_batch(*HERE), tx.last_batch("other", "US")) == ("b", None)


def test_no_query_of_an_overview_reads_all_orders(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    plans: list[str] = []
    with ledger.reading() as tx:
        connection = tx._connection

        def explain(_conn: object, cursor: object, statement: str, parameters: object, *_more: object) -> None:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[attr-defined]
            plans.extend(row[3] for row in cursor.fetchall())  # type: ignore[attr-defined]

        event.listen(connection, "before_cursor_execute", explain)
        tx.states(*HERE)
        tx.open_orders(*HERE)
        tx.doubled(*HERE)
        tx.needing(*HERE, 20)
        tx.last_settled(*HERE)
        # A list of all orders is read in its order, not sorted first.
        list(tx.rows(customer=HERE[0], country=HERE[1]))
    *of_overview, of_list = plans
    assert not [each for each in of_overview if each.startswith("SCAN") and "COVERING INDEX" not in each], plans
    assert of_list == "SCAN xi_entries"

"""Work that is due: who takes an order keeps the others from it, until its claim is over."""

from __future__ import annotations

from dataclasses import replace

from ledger_kit import HERE, Clock, Place, insert, new, output, place, server

from xi.sdk.resellers.ordering._protocol import Row
from xi.sdk.resellers.ordering.ledger import Ledger

__all__ = ["place", "server"]


def _pos(ledger: Ledger, limit: int = 9, until: float = 30.0) -> list[str]:
    with ledger.transaction() as tx:
        return [each.po for each in tx.claim(*HERE, limit=limit, until=tx.now + until)]


def _due(ledger: Ledger, clock: Clock) -> None:
    insert(
        ledger,
        new("bulk-old", row=Row(due=clock.now - 90), is_bulk=True),
        new("new", row=Row(due=clock.now - 1)),
        new("old", row=Row(due=clock.now - 60)),
        new("later", row=Row(due=clock.now + 10)),
        new("never", row=Row(due=None)),
        new("elsewhere", row=Row(due=0.0), country="CA"),
    )


def test_what_is_due_comes_oldest_first_and_long_runs_last(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    _due(ledger, clock)
    with ledger.reading() as tx:
        assert [each.po for each in tx.due(*HERE, limit=9)] == ["old", "new", "bulk-old"]
        assert [each.po for each in tx.due(*HERE, limit=1)] == ["old"]
        assert [each.po for each in tx.due(*HERE, limit=9, bulk=True)] == ["bulk-old"]
        assert [each.po for each in tx.due(*HERE, limit=9, bulk=False, now=clock.now + 10)] == ["old", "new", "later"]
        assert tx.next_due(*HERE) == clock.now - 90
        assert tx.next_due("nobody", "US") is None


def test_what_one_worker_claims_the_others_leave_until_the_claim_is_over(place: Place) -> None:
    clock = Clock()
    one, two = place.open(clock=clock), place.open(clock=clock)
    _due(one, clock)
    assert _pos(one, limit=2) == ["old", "new"]
    assert _pos(two) == ["bulk-old"]
    assert _pos(two) == []
    clock.now += 30.0
    assert _pos(two) == ["old", "new", "later", "bulk-old"]


def test_one_order_is_claimed_by_one_worker(place: Place) -> None:
    clock = Clock()
    ledger = place.open(clock=clock)
    (entry,) = insert(ledger, new())
    with ledger.transaction() as tx:
        assert tx.claim_one(entry.key, until=clock.now + 5) == entry
        assert tx.claim_one(entry.key, until=clock.now + 5) is None
        assert tx.claim_one("no such key", until=clock.now + 5) is None
    clock.now += 5.0
    with ledger.transaction() as tx:
        assert tx.claim_one(entry.key, until=clock.now + 5) == entry


def test_a_claim_ends_when_the_order_is_released_or_written_so(place: Place) -> None:
    ledger = place.open()
    (entry,) = insert(ledger, new())
    with ledger.transaction() as tx:
        assert tx.claim_one(entry.key, until=tx.now + 99)
        tx.release(entry)
        assert tx.claim_one(entry.key, until=tx.now + 99)
        kept = tx.write(entry, says="still mine")
        assert tx.claim_one(entry.key, until=tx.now + 99) is None
        tx.release(entry)  # by who has an older version
        assert tx.claim_one(entry.key, until=tx.now + 99) is None
        freed = tx.write(kept, row=replace(kept.row, looks=1), release=True)
        assert tx.claim_one(entry.key, until=tx.now + 99) == freed


def test_a_worker_passes_over_what_another_transaction_has_in_hand(place: Place) -> None:
    if place.is_sqlite:
        return  # it has one writer at a time
    ledger = place.open()
    insert(ledger, new("PO-1"), new("PO-2"))
    with ledger.transaction() as one, ledger.transaction() as two:
        assert [each.po for each in one.claim(*HERE, limit=1, until=one.now + 9)] == ["PO-1"]
        assert two.claim_one(new("PO-1").customer + "/US/PO-1/1", until=two.now + 9) is None
        assert [each.po for each in two.claim(*HERE, limit=9, until=two.now + 9)] == ["PO-2"]


def test_four_programs_never_have_the_same_order(place: Place) -> None:
    ledger = place.open()
    with ledger.transaction() as tx:
        tx.insert_all([new(f"PO-{each}") for each in range(200)])
    program = (
        "while True:\n"
        "    with ledger.transaction() as tx:\n"
        "        got = tx.claim(*HERE, limit=7, until=tx.now + 3600)\n"
        "    if not got: break\n"
        "    print(*[each.po for each in got])\n"
        "ledger.close()\n"
    )
    got = [output(each) for each in [place.run(program) for _ in range(4)]]
    everything = [po for each in got for po in each]
    assert len(everything) == 200
    assert len(set(everything)) == 200

"""Orders in the ledger: what is written is read back, and of two who write the same, one does."""

from __future__ import annotations

import threading
from dataclasses import fields, replace

import pytest
from ledger_kit import CUSTOMER, HERE, Place, insert, new, output, place, planned, server

from xi.sdk.resellers.ordering._entries import Note, RejectedPart
from xi.sdk.resellers.ordering._protocol import Kind, Reason, Row, State
from xi.sdk.resellers.ordering.ledger import KeyTaken, MovedOn

__all__ = ["place", "server"]

FULL_ROW = Row(
    kind=Kind.QUOTE,
    state=State.HELD,
    reason=Reason.CONFLICT,
    guarded=False,
    sends=2,
    probes=1,
    probing=True,
    tries=3,
    refusals=4,
    doubts=5,
    barred=True,
    why_barred=Reason.EXISTS_UNSEEN,
    permitted=True,
    search_first=1.5,
    trusted_from=2.5,
    first_send=3.5,
    doubt_since=4.5,
    quiet_until=5.5,
    looks=6,
    lease=6.5,
    due=7.5,
    accepted_at=8.5,
    held_at=9.5,
    settled_at=1_795_668_025.585_944,
    numbers=("20-A-11", "20-B-11"),
    confirmation="C-1",
    adopted=True,
    doubled=True,
    rechecked=True,
)
FULL = new(
    "po-ß-1",
    row=FULL_ROW,
    body=b"\x00\xff{}",
    marker="XI-1",
    reuse="why",
    batch="b1",
    source_file="orders.csv",
    source_lines="2-4",
    ref={"sap": "4500", "größe": "ü"},
    is_bulk=True,
    correlation_id="c1",
    says="said",
    rejected=(RejectedPart(line="1", part="A", reason="gone", quantity=2), RejectedPart()),
    total="1.10",
    currency="USD",
    shipping="shipped",
)


def test_the_example_differs_from_the_default_in_each_column() -> None:
    plain = new("X")
    same = {each.name for each in fields(plain) if getattr(plain, each.name) == getattr(FULL, each.name)}
    assert same == {"customer", "country", "generation", "app", "fingerprint", "planned_at"}
    assert not {each.name for each in fields(Row) if getattr(Row(), each.name) == getattr(FULL_ROW, each.name)}


def test_an_order_is_read_back_as_it_was_written(place: Place) -> None:
    ledger = place.open()
    (entry,) = insert(ledger, FULL)
    with ledger.reading() as tx:
        assert tx.get(entry.key) == tx.find(*HERE, FULL.folded) == entry
        assert tx.by_order_number("20-B-11") == entry
        assert tx.get("other") is tx.by_order_number("20-C-11") is tx.find(*HERE, "OTHER") is None
    assert entry.key == f"{CUSTOMER}/US/{FULL.folded}/1"
    assert entry.row == FULL_ROW


def test_a_write_is_read_back_and_kept_in_the_history(place: Place) -> None:
    ledger = place.open()
    (entry,) = insert(ledger, new())
    note = Note(
        at=5.0,
        kind="answer",
        state="held",
        reason="conflict",
        by="ann",
        because="told",
        correlation_id="c2",
        status=400,
        says="exists",
        detail={"attempt": 1},
        raw=b"\x00raw",
    )
    changes = {"says": "exists", "rejected": FULL.rejected, "correlation_id": "c2", "total": "2", "currency": "EUR"}
    with ledger.transaction() as tx:
        written = tx.write(entry, note, row=FULL_ROW, shipping="shipped", **changes)
        written = tx.write(written, row=replace(FULL_ROW, numbers=("20-B-11", "20-C-11")))
        tx.note(written, Note(at=6.0, kind="track", state="held"), Note(at=7.0, kind="track", state="held"))
    with ledger.reading() as tx:
        assert tx.get(entry.key) == written
        assert written.version == 3
        assert (written.says, written.rejected, written.currency) == ("exists", FULL.rejected, "EUR")
        first, second, *rest = tx.history(entry)
        assert (first.kind, second) == ("planned", note)
        assert [each.at for each in rest] == [6.0, 7.0]
        assert tx.by_order_number("20-A-11") is None
        assert tx.by_order_number("20-C-11") == written


def test_an_error_undoes_all_of_a_transaction(place: Place) -> None:
    ledger = place.open()
    with pytest.raises(ZeroDivisionError), ledger.transaction() as tx:
        _ = tx.insert(new(), planned(tx)).version / 0
    with ledger.reading() as tx:
        assert list(tx.rows()) == []
    insert(ledger, new())


def test_of_two_with_one_key_the_second_is_told_and_its_transaction_goes_on(place: Place) -> None:
    ledger = place.open()
    insert(ledger, new())
    with ledger.transaction() as tx:
        with pytest.raises(KeyTaken, match=f"{CUSTOMER}/US/PO-1/1"):
            tx.insert(new(fingerprint="other"), planned(tx))
        tx.insert(new("PO-2"), planned(tx))
    with ledger.reading() as tx:
        assert [each.po for each in tx.rows()] == ["PO-1", "PO-2"]
        assert [len(tx.history(each)) for each in tx.rows()] == [1, 1]


def test_who_writes_what_has_moved_on_is_told_and_its_transaction_goes_on(place: Place) -> None:
    one, two = place.open(), place.open()
    (entry,) = insert(one, new())
    with two.transaction() as tx:
        moved = tx.write(entry, says="two")
    with one.transaction() as tx:
        with pytest.raises(MovedOn, match="PO-1/1"):
            tx.write(
                entry, Note(at=1.0, kind="look", state="planned"), row=replace(entry.row, numbers=("N",)), says="one"
            )
        tx.write(moved, says="one after two")
    with one.reading() as tx:
        found = tx.get(entry.key)
        assert found is not None
        assert (found.says, found.version) == ("one after two", 3)
        assert [each.kind for each in tx.history(entry)] == ["planned"]
        assert tx.by_order_number("N") is None


def test_of_many_threads_and_programs_one_writes_each_key(place: Place) -> None:
    ledger = place.open()
    program = (
        "won = 0\n"
        "for n in range(30):\n"
        "    with ledger.transaction() as tx:\n"
        "        try:\n"
        "            entry = tx.insert(new(f'PO-{n}'), planned(tx))\n"
        "            won += 1\n"
        "        except KeyTaken:\n"
        "            entry = tx.get(f'20-222222/US/PO-{n}/1')\n"
        "            assert entry\n"
        "    try:\n"
        "        with ledger.transaction() as tx: tx.write(entry, says=sys.argv[1])\n"
        "    except MovedOn: pass\n"
        "print(won)\n"
        "ledger.close()\n"
    )
    programs = [place.run(program, str(each)) for each in range(2)]
    won: list[int] = []

    def race() -> None:
        for number in range(30):
            with ledger.transaction() as tx:
                try:
                    tx.insert(new(f"PO-{number}"), planned(tx))
                except KeyTaken:
                    continue
                won.append(number)

    threads = [threading.Thread(target=race) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    others = sum(int(output(each)[0]) for each in programs)
    assert len(won) + others == 30
    assert len(set(won)) == len(won)
    with ledger.reading() as tx:
        assert sorted(each.po for each in tx.rows()) == sorted(f"PO-{number}" for number in range(30))


def test_of_many_writes_of_one_version_one_is_kept(place: Place) -> None:
    ledger = place.open()
    (entry,) = insert(ledger, new())
    outcomes: list[bool] = []
    begin = threading.Barrier(6)

    def race() -> None:
        begin.wait()
        try:
            with ledger.transaction() as tx:
                tx.write(entry, Note(at=tx.now, kind="intent", state="sending"))
        except MovedOn:
            outcomes.append(False)
        else:
            outcomes.append(True)

    threads = [threading.Thread(target=race) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == [False] * 5 + [True]
    with ledger.reading() as tx:
        assert [each.kind for each in tx.history(entry)] == ["planned", "intent"]


def test_the_newest_generation_of_a_po_is_found(place: Place) -> None:
    ledger = place.open()
    entries = insert(ledger, *[new(generation=each) for each in (1, 2, 10)], new(country="CA"))
    with ledger.reading() as tx:
        assert tx.find(*HERE, "PO-1") == entries[2]
        assert tx.generations(*HERE, "PO-1") == tuple(entries[:3])


def test_many_orders_are_written_at_once_but_those_whose_key_is_taken(place: Place) -> None:
    ledger = place.open()
    insert(ledger, new("PO-1"))
    with ledger.transaction() as tx:
        assert tx.insert_all([]) == []
        got = tx.insert_all(
            [new("PO-0"), new("PO-1"), new("PO-2"), new("PO-2"), *[new(f"B-{n}") for n in range(1_500)]]
        )
    assert [None if each is None else each.po for each in got[:4]] == ["PO-0", None, "PO-2", None]
    with ledger.reading() as tx:
        assert [tx.get(each.key) for each in got if each] == [each for each in got if each]
        last = got[-1]
        assert last is not None
        assert [each.kind for each in tx.history(last)] == ["planned"]
        assert len(list(tx.rows())) == 1_503


def test_the_numbers_of_other_orders_are_known_of_whatever_account(place: Place) -> None:
    ledger = place.open()
    mine, *_ = insert(
        ledger,
        new(row=Row(numbers=("A",))),
        new(generation=2, row=Row(numbers=("B", "C"))),
        new("PO-2", row=Row(numbers=("D",))),
        new("PO-3", country="CA", row=Row(numbers=("E",))),
    )
    with ledger.reading() as tx:
        assert tx.numbers_of_others(mine) == {"B", "C", "D", "E"}
        assert tx.numbers_of_others(mine, ["A", "C", "E", "X"]) == {"C", "E"}
        owners = tx.owners(mine, ["A", "C", "E", "X"])
        assert {number: owner.key for number, owner in owners.items()} == {
            "C": "20-222222/US/PO-1/2",
            "E": "20-222222/CA/PO-3/1",
        }
        assert [owners[each].beside(mine) for each in "CE"] == ["PO PO-1 (generation 2)", "PO PO-3 of 20-222222 CA"]
        assert tx.owners(mine, []) == {}

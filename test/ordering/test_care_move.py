"""Moving a ledger to another database, so that at no moment both may send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from care_kit import AT, Clock, everything, execute, filled, found, made, place, plan, send, settle

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError
from xi.sdk.resellers.ordering.ledger import _moving

Places = tuple[str, str]


@pytest.fixture(params=["sqlite to postgresql", "postgresql to sqlite", "sqlite to sqlite"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    old, _, new = request.param.partition(" to ")
    with place(old, tmp_path, "old") as first, place(new, tmp_path, "new") as second:
        yield first, second


def refusal(ledger: Ledger, po: str) -> Fault:
    """Return why a ledger takes no order."""
    with pytest.raises(LedgerError) as raised:
        plan(ledger, po)
    return raised.value.fault


def test_everything_is_copied_and_the_old_ledger_sends_nothing_again(places: Places) -> None:
    old, new = places
    with made(old, "production") as ledger:
        filled(ledger)
        with ledger.transaction() as tx:
            tx.note_webhook("e-1", b'{"a":1}', "created", ["PO"], ["20-1"])
            tx.reserve("app", "create", bulk=False)
            tx.learn("app", "create", limit=60, remaining=59, reset_at=AT, too_many=False)
        wanted = everything(ledger)
        id_ = execute(old, "SELECT ledger FROM xi_meta")
        moved = ledger.move(new, by="ann", because="two machines")
        assert (moved.rows["entries"], moved.rows["notes"]) == (4, 11)
        assert (moved.rows["numbers"], moved.rows["webhooks"]) == (2, 1)
        with pytest.raises(LedgerError, match="was moved to") as raised:
            plan(ledger, "late")
        assert moved.to in str(raised.value)
        assert ledger.info().moved_to == moved.to
    with closing(Ledger(new)) as ledger:
        ledger.open("production")
        assert everything(ledger) == wanted
        assert execute(new, "SELECT ledger FROM xi_meta") == id_
        assert plan(ledger, "next").id == 5, "numbers go on"
        assert ledger.check() == []
    acts = execute(old, 'SELECT kind, "by", because, says FROM xi_acts')
    assert [tuple(each)[:3] for each in acts] == [("move", "ann", "two machines")]
    assert "4 orders, 11 events copied and compared" in acts[0][3]


def test_programs_that_have_the_old_ledger_open_are_refused(places: Places) -> None:
    old, new = places
    with made(old) as ledger, closing(Ledger(old)) as other:
        entry = plan(other, "planned")
        ledger.move(new)
        with pytest.raises(LedgerError) as raised:
            send(other, entry)
    assert raised.value.fault is Fault.MOVED


def test_no_password_is_written_or_told(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(str(tmp_path / "old.db")) as ledger:
        moved = ledger.move(url.replace("postgres@", "postgres:sesame@"))
        with pytest.raises(LedgerError) as raised:
            plan(ledger, "late")
    told = f"{moved} {raised.value} {execute(str(tmp_path / 'old.db'), 'SELECT * FROM xi_meta')}"
    assert "sesame" not in told
    assert "sesame" not in str(execute(str(tmp_path / "old.db"), "SELECT * FROM xi_acts"))


def test_a_transaction_that_begins_during_the_move_comes_too_late(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = places
    original = _moving.copy_rows
    faults: list[Fault] = []
    with made(old) as ledger, closing(Ledger(old)) as other:
        plan(other, "early")

        def place_late() -> None:
            faults.append(refusal(other, "late"))

        late = threading.Thread(target=place_late)

        def copied(*arguments: object) -> object:
            late.start()
            late.join(0.3)
            assert late.is_alive(), "it waits until the move is over"
            return original(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(_moving, "copy_rows", copied)
        moved = ledger.move(new)
        late.join()
    assert moved.rows["entries"] == 1
    assert faults == [Fault.MOVED]


def test_an_order_of_a_transaction_that_has_begun_before_is_copied(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(url) as ledger, closing(Ledger(url)) as other:
        begun, go = threading.Event(), threading.Event()

        def write() -> None:
            with other.transaction() as tx:
                begun.set()
                go.wait(5)
                from care_kit import new

                from xi.sdk.resellers.ordering._entries import Note

                tx.insert(new("begun"), Note(at=AT, kind="planned", state="planned"))

        writer = threading.Thread(target=write)
        writer.start()
        begun.wait(5)
        threading.Timer(0.3, go.set).start()
        ledger.move(tmp_path / "new.db")
        writer.join()
    with closing(Ledger(tmp_path / "new.db")) as ledger:
        assert found(ledger, "begun") is not None


@pytest.mark.parametrize("is_worker", [True, False])
def test_nothing_is_moved_while_somebody_works(is_worker: bool, places: Places) -> None:
    old, new = places
    clock = Clock(AT)
    with made(old, clock=clock) as ledger:
        if is_worker:
            with ledger.transaction() as tx:
                tx.seen("worker-1")
        else:
            send(ledger, plan(ledger, "sending"))
        with pytest.raises(LedgerError, match="worker-1 was seen" if is_worker else "is being sent") as raised:
            ledger.move(new)
        assert raised.value.fault is Fault.LOCKED
        plan(ledger, "still here")
        clock.now += 91
        ledger.move(new)


def test_a_place_with_a_ledger_and_the_same_place_are_refused(places: Places) -> None:
    old, new = places
    with made(old) as ledger, made(new) as other:
        settle(other, send(other, plan(other, "theirs")), "20-1")
        with pytest.raises(LedgerError, match="already"):
            ledger.move(new)
        with pytest.raises(ApiValueError, match="already"):
            ledger.move(old)
        plan(ledger, "still here")
        assert found(other, "theirs") is not None


def test_a_ledger_is_moved_once(places: Places, tmp_path: Path) -> None:
    old, new = places
    with made(old) as ledger:
        ledger.move(new)
        for again in (new, tmp_path / "third.db"):
            with pytest.raises(LedgerError) as raised:
                ledger.move(again)
            assert raised.value.fault is Fault.MOVED
    with closing(Ledger(new)) as ledger:
        plan(ledger, "here")


def test_a_copy_that_differs_leaves_the_old_ledger_in_use_and_the_new_one_unusable(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = places
    original = _moving.sums
    with made(old) as ledger:
        filled(ledger)

        def changed(*arguments: object) -> object:
            execute(new, "UPDATE xi_notes SET says = 'changed' WHERE id = 1")
            return original(*arguments)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            if "://" in new:
                patch.setattr(_moving, "sums", changed)
            else:  # the file is locked while it is read
                patch.setattr(_moving, "sums", lambda *_: {name: _moving.Sum() for name in original_names(new)})
            with pytest.raises(LedgerError, match=r"notes|acts|entries") as raised:
                ledger.move(new)
        assert raised.value.fault is Fault.DAMAGED
        with closing(Ledger(new)) as copy:
            assert refusal(copy, "too early") is Fault.MOVED
        plan(ledger, "still here")
        ledger.move(new)
        assert refusal(ledger, "late") is Fault.MOVED
    with closing(Ledger(new)) as copy:
        assert found(copy, "still here") is not None
        assert copy.check() == []


def original_names(_new: str) -> list[str]:
    from xi.sdk.resellers.ordering.ledger._copying import copied_tables
    from xi.sdk.resellers.ordering.ledger._schema import tables

    return list(copied_tables(tables("xi_", None)))


def test_a_program_that_ends_in_the_middle_leaves_no_two_ledgers_and_moving_again_finishes_it(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = places

    class Killed(BaseException):
        pass

    def killed(*_arguments: object, **_options: object) -> None:
        raise Killed

    with made(old) as ledger:
        filled(ledger)
        wanted = everything(ledger)
        with monkeypatch.context() as patch:
            patch.setattr(_moving, "refuse_difference", killed)
            with pytest.raises(Killed):
                ledger.move(new)
        plan(ledger, "before it was marked")
        with closing(Ledger(new)) as copy:
            assert refusal(copy, "too early") is Fault.MOVED
        with monkeypatch.context() as patch:
            patch.setattr(_moving, "_make_usable", killed)
            with pytest.raises(Killed):
                ledger.move(new)
        assert refusal(ledger, "late") is Fault.MOVED
        with closing(Ledger(new)) as copy:
            assert refusal(copy, "too early") is Fault.MOVED
        assert ledger.move(new).rows["entries"] == 5
        assert refusal(ledger, "late") is Fault.MOVED
    with closing(Ledger(new)) as copy:
        assert everything(copy)[:4] == wanted
        assert plan(copy, "here").id == 6


def test_a_ledger_can_have_other_names_in_its_new_place(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(str(tmp_path / "old.db")) as ledger:
        filled(ledger)
        ledger.move(url, prefix="", schema="orders")
        with closing(Ledger(url, prefix="", schema="orders")) as moved:
            assert len(everything(moved)) == 4
            assert plan(moved, "next").id == 5
            assert len(list(moved.sql("SELECT * FROM lines"))) == 5
            assert moved.check() == []

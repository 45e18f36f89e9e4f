"""Backups of a ledger, and putting them back."""

from __future__ import annotations

import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from care_kit import (
    AT,
    Clock,
    everything,
    execute,
    filled,
    found,
    made,
    new,
    place,
    plan,
    send,
    settle,
)
from desk_kit import SHORT, bound, order, sandbox

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError, OrderDesk
from xi.sdk.resellers.ordering._entries import Note


def test_a_backup_has_everything_and_can_be_read_by_nobody_else(url: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with made(url) as ledger:
        filled(ledger)
        wanted = everything(ledger)
        backup = ledger.backup(file)
    assert (backup.file, backup.orders) == (file, 4)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(each.name for each in tmp_path.glob("backup*")) == ["backup.db"], "one file"
    with closing(Ledger(file)) as copy:
        assert everything(copy) == wanted
        assert copy.check() == []


def test_a_backup_is_of_one_moment_while_others_write(url: str, tmp_path: Path) -> None:
    stop = threading.Event()
    with made(url) as ledger, closing(Ledger(url)) as other:

        def write() -> None:
            number = 0
            while not stop.is_set():
                settle(other, send(other, plan(other, f"PO-{number}")), f"20-{number}")
                number += 1

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(4):
                ledger.backup(tmp_path / f"{number}.backup")
        finally:
            stop.set()
            writer.join()
    for number in range(4):
        with closing(Ledger(tmp_path / f"{number}.backup")) as copy:
            assert copy.check() == [], "each order has the events that its state needs"


def test_a_backup_has_no_access_token(url: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with made(url) as ledger:
        for number in range(3):
            execute(url, f"INSERT INTO xi_tokens VALUES ('{number}', 'sesame-{number}', 1, 1, NULL)")
        execute(url, "DELETE FROM xi_tokens WHERE app = '1'")
        ledger.backup(file)
    assert b"sesame" not in file.read_bytes()


def test_a_backup_never_overwrites_a_file(url: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_text("precious", "utf-8")
    with made(url) as ledger, pytest.raises(ApiValueError, match="is there already"):
        ledger.backup(file)
    assert file.read_text("utf-8") == "precious"


def test_a_backup_that_cannot_be_written_leaves_nothing(url: str, tmp_path: Path) -> None:
    with made(url) as ledger, pytest.raises(LedgerError) as raised:
        ledger.backup(tmp_path / "missing" / "backup.db")
    assert raised.value.fault is Fault.READ_ONLY


def test_a_restored_ledger_is_distrusted_from_the_time_of_the_backup(url: str, tmp_path: Path) -> None:
    clock = Clock(AT + 1_000)
    with made(url, clock=clock) as ledger:
        filled(ledger)
        ledger.backup(tmp_path / "backup.db")
        settle(ledger, send(ledger, plan(ledger, "later")), "20-LATER-11")
        settle(ledger, send(ledger, found(ledger, "planned") or pytest.fail("lost")), "20-PLANN-11")
        clock.now += 500
        restored = ledger.restore(tmp_path / "backup.db", quiet=180, by="ann", because="disk lost")
        assert restored.since == AT + 1_000
        assert found(ledger, "later") is None
        planned = found(ledger, "planned")
        assert planned is not None
        assert (planned.row.search_first, planned.row.trusted_from, planned.row.doubts) == (AT + 1_000, AT + 1_680, 1)
        with ledger.reading() as tx:
            distrust = tx.distrusted()
        assert distrust is not None
        assert (distrust.since, distrust.at, distrust.doubtful) == (AT + 1_000, AT + 1_500, True)
        assert ledger.check() == []
        plan(ledger, "new")
    assert restored.aside is not None
    with closing(Ledger(restored.aside)) as before:
        assert found(before, "later") is not None, "the ledger as it was is kept"
        assert (found(before, "planned") or planned).row.numbers == ("20-PLANN-11",)


def test_an_order_that_only_the_lost_ledger_knew_is_found_and_not_sent_twice(tmp_path: Path) -> None:
    ledger_file = tmp_path / "orders.db"
    with sandbox() as server, bound(server) as api, closing(Ledger(ledger_file)) as ledger:
        desk = OrderDesk(api, ledger, settings=SHORT)
        desk.place(order("ACME-1"))
        ledger.backup(tmp_path / "backup.db")
        lost = desk.place(order("ACME-2"))
        ledger.restore(tmp_path / "backup.db", quiet=SHORT.quiet)
        again = desk.place(order("ACME-2"), wait=60)
        fresh = desk.place(order("ACME-3"), wait=60)
    assert (again.state, again.order_numbers, again.adopted, again.sends) == ("placed", lost.order_numbers, True, 0)
    assert (fresh.state, fresh.adopted) == ("placed", False)


def test_programs_that_have_the_ledger_open_see_the_backup_at_once(url: str, tmp_path: Path) -> None:
    with made(url) as ledger, closing(Ledger(url)) as other:
        ledger.backup(tmp_path / "backup.db")
        plan(other, "later")
        ledger.restore(tmp_path / "backup.db")
        assert found(other, "later") is None
        assert plan(other, "after").id == 1
        assert found(ledger, "after") is not None


@pytest.mark.parametrize(("from_", "to"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_backup_of_one_kind_of_database_is_put_back_into_the_other(from_: str, to: str, tmp_path: Path) -> None:
    with place(from_, tmp_path) as url:
        with made(url) as ledger:
            filled(ledger)
            ledger.backup(tmp_path / "backup.db")
            wanted = everything(ledger)
        with place(to, tmp_path, "other") as target:
            if to == "postgresql":
                execute(target, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            with closing(Ledger(target)) as ledger:
                restored = ledger.restore(tmp_path / "backup.db")
                assert restored.aside is None
                (_, *others) = everything(ledger)
                assert others[0] == wanted[1]
                assert len(others) == 3
                assert plan(ledger, "next").id == 5, "numbers go on"
                assert ledger.check() == []


@pytest.mark.parametrize("is_worker", [True, False])
def test_nothing_is_restored_while_somebody_works(is_worker: bool, url: str, tmp_path: Path) -> None:
    clock = Clock(AT)
    with made(url, clock=clock) as ledger:
        ledger.backup(tmp_path / "backup.db")
        if is_worker:
            with ledger.transaction() as tx:
                tx.seen("worker-1")
        else:
            send(ledger, plan(ledger, "sending"))
        with pytest.raises(LedgerError, match="worker-1 was seen" if is_worker else "is being sent") as raised:
            ledger.restore(tmp_path / "backup.db")
        assert raised.value.fault is Fault.LOCKED
        clock.now += 91
        ledger.restore(tmp_path / "backup.db")


def test_a_lost_file_is_restored(tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger:
        filled(ledger)
        ledger.backup(tmp_path / "backup.db")
        plan(ledger, "later")
        log = (tmp_path / "orders.db-wal").read_bytes()
    file.unlink()
    (tmp_path / "orders.db-wal").write_bytes(log)
    with closing(Ledger(file)) as ledger:
        assert ledger.restore(tmp_path / "backup.db").aside is None
        assert len(everything(ledger)) == 4
        assert ledger.check() == []
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_damaged_file_is_kept_aside_and_restored(tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger:
        filled(ledger)
        ledger.backup(tmp_path / "backup.db")
    whole = file.read_bytes()
    damaged = whole[:100] + b"\xff" * (len(whole) - 100)
    file.write_bytes(damaged)
    with closing(Ledger(file)) as ledger:
        restored = ledger.restore(tmp_path / "backup.db")
        assert len(everything(ledger)) == 4
    assert restored.aside is not None
    assert restored.aside.read_bytes() == damaged


def test_two_restores_in_one_second_keep_both_ledgers_aside(url: str, tmp_path: Path) -> None:
    with made(url, clock=Clock(AT)) as ledger:
        ledger.backup(tmp_path / "backup.db")
        asides = {ledger.restore(tmp_path / "backup.db").aside for _ in range(3)}
    assert len(asides) == 3
    assert all(each is not None and each.exists() for each in asides)


def test_a_file_that_was_copied_otherwise_is_distrusted_from_its_last_event_on(tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger:
        filled(ledger)
    (tmp_path / "orders.db").rename(tmp_path / "copied.db")
    with closing(Ledger(tmp_path / "orders.db")) as ledger:
        assert ledger.restore(tmp_path / "copied.db").since == AT + 99


def test_what_is_no_right_backup_is_refused_and_changes_nothing(url: str, tmp_path: Path) -> None:
    text, other, moved, newer = (tmp_path / name for name in ("text", "other.db", "moved.db", "newer.db"))
    text.write_text("no database at all, but long enough to be one. " * 99, "utf-8")
    for file, environment in ((other, "production"), (moved, "sandbox"), (newer, "sandbox")):
        with made(str(file), environment):
            pass
    execute(str(moved), "UPDATE xi_meta SET moved_to = 'postgresql://db'")
    execute(str(newer), "UPDATE xi_meta SET version = 9")
    faults = {
        tmp_path / "missing": Fault.MISSING,
        text: Fault.NOT_A_LEDGER,
        other: Fault.ENVIRONMENT,
        moved: Fault.MOVED,
        newer: Fault.NEWER,
    }
    with made(url) as ledger:
        plan(ledger, "kept")
        for file, fault in faults.items():
            with pytest.raises(LedgerError) as raised:
                ledger.restore(file)
            assert raised.value.fault is fault, file
            assert found(ledger, "kept") is not None
        assert ledger.info().distrust is None
    assert not list(tmp_path.glob("*replaced*"))
    assert not list(tmp_path.glob(".restore*"))


def test_nothing_is_put_in_the_place_of_a_ledger_that_was_moved(url: str, tmp_path: Path) -> None:
    with made(url) as ledger:
        ledger.backup(tmp_path / "backup.db")
        ledger.move(tmp_path / "new.db")
        with pytest.raises(LedgerError, match=r"new\.db") as raised:
            ledger.restore(tmp_path / "backup.db")
    assert raised.value.fault is Fault.MOVED


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger:
        ledger.backup(tmp_path / "backup.db")
    with closing(Ledger(tmp_path / "missing" / "orders.db")) as ledger, pytest.raises(LedgerError) as raised:
        ledger.restore(tmp_path / "backup.db")
    assert raised.value.fault is Fault.READ_ONLY
    assert str(tmp_path / "missing") in str(raised.value)


def test_a_restore_into_postgresql_that_fails_changes_nothing(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url:
        with made(str(tmp_path / "a.db")) as ledger, ledger.transaction() as tx:
            tx.insert(new("a\0b"), Note(at=AT, kind="planned", state="planned"))
        with made(url) as ledger:
            plan(ledger, "kept")
            with pytest.raises(ApiValueError, match="character 0"):  # SQLite keeps it, PostgreSQL does not
                ledger.restore(tmp_path / "a.db")
            assert found(ledger, "kept") is not None

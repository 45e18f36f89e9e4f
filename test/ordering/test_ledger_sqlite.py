"""A ledger in an SQLite file: durable, private, on one machine, and safe across a fork."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from ledger_kit import HERE, Clock, Place, insert, new, output, planned, sqlite_place

from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import Ledger, _places, _sqlite

__all__ = ["sqlite_place"]


def _fault(ledger: Ledger, environment: str = "sandbox") -> tuple[Fault, str]:
    with pytest.raises(LedgerError) as raised:
        ledger.open(environment)
    return raised.value.fault, str(raised.value)


def test_each_connection_brings_each_commit_to_the_disk(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    for begin in (ledger.transaction, ledger.reading):
        with begin() as tx:
            found = {
                name: tx._connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "fullfsync")
            }
            assert found == {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_only_this_user_can_read_its_files(sqlite_place: Place) -> None:
    before = os.umask(0)
    try:
        insert(sqlite_place.open(), new())
        for end in ("", "-wal", "-shm"):
            assert Path(sqlite_place.url + end).stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(before)


def test_the_path_is_the_one_of_the_time_when_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number, url in enumerate(("a ü#?.db", "sqlite:///b.db", f"sqlite:///{tmp_path / 'c.db'}", Path("d.db"))):
        ledger = Ledger(url)
        with monkeypatch.context() as patch:
            patch.chdir("/")
            ledger.open("sandbox")
        ledger.close()
        assert len(list(tmp_path.glob("*.db"))) == number + 1
    assert (tmp_path / "a ü#?.db").exists()


@pytest.mark.parametrize("content", [b"PO;part;quantity\n" * 99, b"x"])
def test_a_file_that_is_no_database_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "orders.csv"
    file.write_bytes(content)
    assert _fault(Ledger(file))[0] is Fault.NOT_A_LEDGER
    assert file.read_bytes() == content


def test_the_database_of_another_program_is_no_ledger_until_that_is_wanted(sqlite_place: Place) -> None:
    connection = sqlite3.connect(sqlite_place.url)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = Path(sqlite_place.url).read_bytes()
    fault, text = _fault(sqlite_place.ledger())
    assert fault is Fault.NOT_A_LEDGER
    assert "another program" in text
    assert Path(sqlite_place.url).read_bytes() == before
    insert(sqlite_place.init(), new())


def test_an_empty_file_is_a_missing_ledger(sqlite_place: Place) -> None:
    Path(sqlite_place.url).touch()
    assert _fault(sqlite_place.ledger(), "production")[0] is Fault.MISSING
    sqlite_place.open()


def test_a_folder_is_no_ledger_and_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert _fault(Ledger(tmp_path))[0] is Fault.NOT_A_LEDGER
    fault, text = _fault(Ledger(tmp_path / "no" / "orders.db"))
    assert fault is Fault.MISSING
    assert "there is no folder" in text


def test_a_damaged_file_is_told(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    with ledger.transaction() as tx:
        tx.insert_all([new(f"PO-{each}") for each in range(300)])
    ledger.close()
    file = Path(sqlite_place.url)
    content = bytearray(file.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    file.write_bytes(content)
    with pytest.raises(LedgerError, match="restore a backup") as raised, sqlite_place.open().reading() as tx:
        list(tx.rows())
    assert raised.value.fault is Fault.DAMAGED


def test_a_full_disk_is_told_and_nothing_is_lost(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    insert(ledger, new())
    with ledger.transaction() as tx:
        pages = tx._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        tx._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(LedgerError, match="the disk is full; make room") as raised, ledger.transaction() as tx:
        tx.insert_all([new(f"A-{each}") for each in range(500)])
    assert raised.value.fault is Fault.FULL
    with ledger.transaction() as tx:
        assert [each.po for each in tx.rows()] == ["PO-1"]


def test_a_file_that_others_write_all_the_time_is_locked(sqlite_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlite_place.open().close()
    other = sqlite3.connect(sqlite_place.url, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    # Each step takes longer than the wait may, as on a machine that stands still.
    monkeypatch.setattr(_sqlite, "BUSY_S", 0.1001)
    monkeypatch.setattr(_sqlite, "_step", lambda: 0.1)
    fault, text = _fault(sqlite_place.ledger())
    assert fault is Fault.LOCKED
    assert "another program" in text
    other.execute("ROLLBACK")
    other.close()
    sqlite_place.open()


def test_threads_wait_for_another_program_together_and_the_wait_is_told_once(
    sqlite_place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(_sqlite, "BUSY_S", 1.0)
    monkeypatch.setattr(_sqlite, "STEP_S", 0.02)
    caplog.set_level("INFO", "xi.sdk.resellers.ordering")
    ledger = sqlite_place.open()
    faults: list[Fault] = []

    def write() -> None:
        with ledger.reading() as tx:  # who writes does not keep others from reading
            list(tx.rows())
        try:
            with ledger.transaction():
                pass
        except LedgerError as error:
            faults.append(error.fault)

    def written_by(count: int) -> float:
        threads = [threading.Thread(target=write) for _ in range(count)]
        began = time.monotonic()
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        return time.monotonic() - began

    with closing(sqlite3.connect(sqlite_place.url, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        took = written_by(40)
        assert faults == [Fault.LOCKED] * 40
        assert 0.9 < took < 30, "not as long as 40 of them one after the other"
        waits = f"the ledger {sqlite_place.url} is held by another program; it is waited for, 1 s at most"
        assert [each.getMessage() for each in caplog.records if "held" in each.getMessage()] == [waits]
        free = threading.Timer(0.4, other.execute, ["ROLLBACK"])
        time.sleep(1.1)  # another time begins
        free.start()
        faults.clear()
        assert written_by(3) > 0.3
        free.join()
    assert faults == []
    told = [each.getMessage() for each in caplog.records]
    assert told[-2:] == [waits, f"the ledger {sqlite_place.url} is free again"]
    ledger.close()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "from xi.sdk.resellers.ordering.ledger import Ledger\n"
        "from xi.sdk.resellers.ordering.errors import LedgerError\n"
        "other = Ledger(sys.argv[2]); other.open('sandbox'); other.close()  # all is imported now\n"
        "if not os.geteuid(): os.setuid(65534)\n"
        "ledger = Ledger(sys.argv[1])\n"
        "try:\n"
        "    with ledger.transaction(): pass\n"
        "except LedgerError as error: print(error.fault)\n"
    )
    with tempfile.TemporaryDirectory() as name:  # pytest's folders are this user's alone
        file = Path(name) / "orders.db"
        place = Place(str(file))
        place.open().close()
        command = [sys.executable, "-c", program, place.url, str(tmp_path / "other.db")]
        for folder_mode, file_mode in ((0o555, 0o444), (0o755, 0o000)):
            file.chmod(file_mode)
            Path(name).chmod(folder_mode)
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
            Path(name).chmod(0o755)
            assert done.stdout.strip() == "read_only", done.stderr


def test_a_file_that_was_deleted_or_replaced_while_it_is_open_is_noticed(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    other = Place(sqlite_place.url + ".other")
    other.open().close()
    Path(sqlite_place.url).unlink()
    with pytest.raises(LedgerError, match="moved or deleted") as raised, ledger.transaction():
        pass
    assert raised.value.fault is Fault.MISSING
    shutil.move(other.url, sqlite_place.url)
    with pytest.raises(LedgerError, match="replaced by another file") as raised, ledger.reading():
        pass
    assert raised.value.fault is Fault.MOVED


def test_another_machine_that_uses_the_file_keeps_this_one_from_it(
    sqlite_place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    here = sqlite_place.open(clock=clock)
    monkeypatch.setattr(_places, "this_machine", lambda: ("other-host", "other-boot"))
    there = sqlite_place.ledger(clock=clock)
    clock.now += 59.0
    fault, text = _fault(there)
    assert fault is Fault.SECOND_HOST
    assert "59 s ago" in text
    insert(here, new("PO-1"))
    clock.now += 59.0
    assert _fault(there)[0] is Fault.SECOND_HOST
    clock.now += 1.0
    there.open("sandbox")
    assert "other-host" in caplog.text
    with pytest.raises(LedgerError, match="the machine other-host"):
        insert(here, new("PO-2"))


def test_another_machine_of_the_same_name_is_another_machine(
    sqlite_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    for boot in ("boot-1", "boot-2"):
        monkeypatch.setattr(_places, "this_machine", lambda boot=boot: ("localhost", boot))
        ledger = sqlite_place.ledger(clock=clock)
        if boot == "boot-1":
            ledger.open("sandbox")
        else:
            assert _fault(ledger)[0] is Fault.SECOND_HOST


@pytest.mark.parametrize(
    ("mounts", "kind"),
    [
        ("22 1 8:1 / / rw - ext4 /dev/a rw\n40 22 0:5 / {0} rw shared:1 - nfs4 host:/x rw\n", "nfs4"),
        ("22 1 8:1 / / rw - nfs4 host:/x rw\n40 22 8:2 / {0} rw - ext4 /dev/b rw\n", "ext4"),
        ("40 22 8:2 / {0} rw - ext4 /dev/b rw\n41 22 0:5 / {0} rw - fuse.sshfs a@b rw\n", "fuse.sshfs"),
        ("22 1 8:1 / / rw - ext4 /dev/a rw\n40 22 0:5 / {0}x rw - cifs //a/b rw\n", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_innermost_mount(tmp_path: Path, mounts: str, kind: str) -> None:
    folder = tmp_path / "a b"
    folder.mkdir()
    table = tmp_path / "mountinfo"
    table.write_text(mounts.format(str(folder).replace(" ", "\\040")))
    assert _places.kind_of_file_system(folder / "orders.db", table) == kind
    assert _places.kind_of_file_system(folder / "orders.db", tmp_path / "none") is None


def test_network_file_systems_are_refused(sqlite_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.s3fs", "ceph"):
        assert _places.is_network(kind)
    for kind in ("ext4", "xfs", "btrfs", "overlay", "tmpfs", "fuseblk", "fuse.mergerfs", "zfs", "apfs"):
        assert not _places.is_network(kind)
    monkeypatch.setattr(_places, "kind_of_file_system", lambda _: "nfs4")
    fault, text = _fault(sqlite_place.ledger())
    assert fault is Fault.NETWORK
    assert "nfs4" in text
    assert not Path(sqlite_place.url).exists()


def test_a_thread_that_begins_two_transactions_is_told_at_once(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    with ledger.transaction() as tx:
        with pytest.raises(RuntimeError, match="end it first"), ledger.transaction():
            pass
        with ledger.reading() as other:
            assert other.find(*HERE, "PO-1") is None
        tx.insert(new(), planned(tx))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
class TestAfterAFork:
    def test_both_processes_go_on(self, sqlite_place: Place) -> None:
        program = (
            "with ledger.transaction() as tx: tx.insert(new('before'), planned(tx))\n"
            "child = os.fork()\n"
            "for n in range(50):\n"
            "    with ledger.transaction() as tx: tx.insert(new(f'{child > 0}-{n}'), planned(tx))\n"
            "ledger.close()\n"
            "if not child: os._exit(0)\n"
            "assert os.waitpid(child, 0)[1] == 0\n"
        )
        output(sqlite_place.run(program))
        with sqlite_place.open().reading() as tx:
            assert len(list(tx.rows())) == 101
            assert tx._connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"

    def test_the_child_is_told_that_the_ledger_was_in_use(self, sqlite_place: Place) -> None:
        program = (
            "from xi.sdk.resellers.ordering.errors import LedgerError\n"
            "for begin in (ledger.transaction, ledger.reading):\n"
            "    with begin() as tx:\n"
            "        child = os.fork()\n"
            "        if not child:\n"
            "            try:\n"
            "                with ledger.reading(): os._exit(1)\n"
            "            except LedgerError as error:\n"
            "                os._exit(0 if 'make the Ledger after the fork' in str(error) else 2)\n"
            "        assert os.waitpid(child, 0)[1] == 0\n"
            "        if begin == ledger.transaction: tx.insert(new(), planned(tx))\n"
            "with ledger.reading() as tx: print(len(list(tx.rows())))\n"
            "ledger.close()\n"
        )
        assert output(sqlite_place.run(program)) == ["1"]

    def test_a_fork_waits_for_the_transaction_of_another_thread(self, sqlite_place: Place) -> None:
        program = (
            "import threading\n"
            "begun = threading.Event()\n"
            "def write():\n"
            "    with ledger.transaction() as tx:\n"
            "        begun.set(); time.sleep(0.2); tx.insert(new('thread'), planned(tx))\n"
            "thread = threading.Thread(target=write); thread.start(); begun.wait()\n"
            "child = os.fork()\n"
            "if not child:\n"
            "    with ledger.transaction() as tx: tx.insert(new('child'), planned(tx))\n"
            "    ledger.close(); os._exit(0)\n"
            "assert os.waitpid(child, 0)[1] == 0\n"
            "thread.join()\n"
            "with ledger.reading() as tx: print(*[each.po for each in tx.rows()])\n"
            "ledger.close()\n"
        )
        assert output(sqlite_place.run(program)) == ["thread", "child"]


def test_many_threads_write_one_after_the_other(sqlite_place: Place) -> None:
    ledger = sqlite_place.open()
    threads = [
        threading.Thread(target=lambda n=number: [insert(ledger, new(f"{n}-{each}")) for each in range(20)])
        for number in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with ledger.reading() as tx:
        assert sum(1 for _ in tx.rows()) == 160

"""From one version of the tables to the next, with a made-up version 2."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from care_kit import AT, Clock, everything, execute, filled, found, made, place, plan, send
from sqlalchemy import Connection

from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError
from xi.sdk.resellers.ordering.ledger import _checking, _ledger, _migrating, _moving, _restoring, _schema
from xi.sdk.resellers.ordering.ledger._migrating import Step
from xi.sdk.resellers.ordering.ledger._schema import Tables


class Program:
    """Which version of the program runs: its tables, and how often its step was run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.runs = 0
        self.error: Exception | None = None

    def become(self, version: int) -> None:
        for module in (_schema, _ledger, _checking, _moving, _restoring):
            self._monkeypatch.setattr(module, "SCHEMA", version)
        steps = tuple(
            Step(version=each, says=f"add colour {each}", run=self._step(each)) for each in range(2, version + 1)
        )
        self._monkeypatch.setattr(_migrating, "STEPS", steps)

    def _step(self, version: int) -> Any:
        def run(connection: Connection, tables: Tables) -> None:
            self.runs += 1
            connection.exec_driver_sql(f"ALTER TABLE {tables.entries.name} ADD COLUMN colour_{version} TEXT")
            if self.error is not None:
                raise self.error

        return run


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(monkeypatch)


def version(url: str) -> int:
    return int(execute(url, "SELECT version FROM xi_meta")[0][0])


def asides(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.version-1-*"))


def test_a_file_is_copied_aside_and_migrated_when_it_is_opened(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger:
        filled(ledger)
        wanted = everything(ledger)
    program.become(2)
    with closing(Ledger(file)) as ledger:
        ledger.open("sandbox")
        assert everything(ledger) == wanted
        assert len(list(ledger.sql("SELECT * FROM orders"))) == 4
        assert ledger.check() == []
    assert version(str(file)) == 2
    (aside,) = asides(tmp_path)
    assert version(str(aside)) == 1
    assert aside.stat().st_mode & 0o777 == 0o600
    program.become(1)
    with closing(Ledger(aside)) as ledger:
        assert everything(ledger) == wanted, "the program of before can use it"


def test_a_file_from_which_an_order_is_being_sent_is_migrated_later(program: Program, tmp_path: Path) -> None:
    file, clock = tmp_path / "orders.db", Clock(AT)
    with made(str(file), clock=clock) as ledger:
        send(ledger, plan(ledger, "sending"))
    program.become(2)
    with closing(Ledger(file, clock=clock)) as ledger:
        ledger.open("sandbox")
        plan(ledger, "more")
    assert version(str(file)) == 1, "the program works on it as it is"
    clock.now += 91
    with closing(Ledger(file, clock=clock)) as ledger:
        ledger.open("sandbox")
    assert version(str(file)) == 2


def test_a_shared_database_is_migrated_only_when_a_person_says_so(program: Program, tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url:
        with made(url) as ledger:
            filled(ledger)
        program.become(2)
        with closing(Ledger(url)) as ledger:
            ledger.open("sandbox")
            plan(ledger, "on the old tables")
            assert version(url) == 1
            assert [each.code for each in ledger.check()] == ["older"]
            assert ledger.migrate(check=True).is_due
            migration = ledger.migrate(by="ann")
            assert (migration.before, migration.after, migration.steps) == (1, 2, ("add colour 2",))
            assert (migration.is_done, migration.is_due, migration.copy) == (True, False, None)
            assert version(url) == 2
            plan(ledger, "on the new tables")
            assert not ledger.migrate(check=True).is_due
        assert execute(url, """SELECT kind, "by" FROM xi_acts""") == [("migrate", "ann")]


def test_an_older_program_takes_nothing_from_newer_tables_and_says_why(program: Program, url: str) -> None:
    program.become(2)
    with made(url) as new, closing(Ledger(url)) as old:
        execute(url, "UPDATE xi_meta SET version = 1")
        program.become(1)
        old.open("sandbox")
        entry = plan(old, "planned")
        program.become(2)
        new.migrate()
        program.become(1)
        with pytest.raises(LedgerError, match=r"version 2 .* version 1; install the newer") as raised:
            send(old, entry)
        assert raised.value.fault is Fault.NEWER
        with pytest.raises(LedgerError) as raised:
            old.migrate()
        assert raised.value.fault is Fault.NEWER
        program.become(2)
        assert found(new, "planned") == entry
        send(new, entry)


def test_tables_that_are_too_old_for_a_program_are_refused(program: Program, tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url:
        with made(url):
            pass
        program.become(3)
        with closing(Ledger(url)) as ledger:
            with pytest.raises(LedgerError, match="migrate") as raised:
                ledger.open("sandbox")
            assert raised.value.fault is Fault.OLDER
            assert ledger.migrate().steps == ("add colour 2", "add colour 3")
            ledger.open("sandbox")


def test_a_dry_run_does_all_and_undoes_it(program: Program, url: str, tmp_path: Path) -> None:
    with made(url) as ledger:
        program.become(2)
        migration = ledger.migrate(dry_run=True)
        assert (migration.is_due, migration.steps, program.runs) == (True, ("add colour 2",), 1)
        assert version(url) == 1
        assert list(ledger.sql("SELECT * FROM orders")) == []
        program.error = ValueError("this step fails")
        with pytest.raises(ValueError, match="this step fails"):
            ledger.migrate(dry_run=True)
    assert asides(tmp_path) == []


def test_a_step_that_fails_leaves_the_old_version_usable(program: Program, url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        wanted = everything(ledger)
        program.become(2)
        program.error = ValueError("this step fails")
        with pytest.raises(ValueError, match="this step fails"):
            ledger.migrate()
        assert version(url) == 1
        assert everything(ledger) == wanted
        program.error = None
        assert ledger.migrate().is_done
        assert ledger.check() == []


def test_two_programs_that_migrate_at_once_do_it_once(program: Program, url: str) -> None:
    with made(url):
        program.become(2)
        ledgers = [Ledger(url) for _ in range(4)]
        begin = threading.Barrier(len(ledgers))
        done: list[tuple[str, ...]] = []

        def migrate(ledger: Ledger) -> None:
            begin.wait()
            done.append(ledger.migrate().steps)

        threads = [threading.Thread(target=migrate, args=(each,)) for each in ledgers]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        for each in ledgers:
            each.close()
    assert sorted(done) == [(), (), (), ("add colour 2",)]
    assert program.runs == 1


def test_a_transaction_that_has_begun_ends_before_the_tables_change(program: Program, tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url, made(url) as ledger, closing(Ledger(url)) as other:
        other.open("sandbox")
        program.become(2)
        migrating = threading.Thread(target=ledger.migrate)
        with other.transaction():
            migrating.start()
            migrating.join(0.3)
            assert migrating.is_alive()
        migrating.join()
        assert version(url) == 2


def test_an_older_backup_is_migrated_when_it_is_put_back(program: Program, url: str, tmp_path: Path) -> None:
    with made(url) as ledger:
        filled(ledger)
        ledger.backup(tmp_path / "backup.db")
        program.become(2)
        ledger.migrate()
        ledger.restore(tmp_path / "backup.db")
        assert version(url) == 2
        assert len(everything(ledger)) == 4
    assert version(str(tmp_path / "backup.db")) == 1, "a backup is only read"

"""A ledger in PostgreSQL: durable commits, time limits, lost connections, and no password anywhere."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest
from ledger_kit import SERVER, Place, insert, new, output, planned, postgresql_place, server
from sqlalchemy import create_engine

from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import Ledger, _postgresql

__all__ = ["postgresql_place", "server"]

NOBODY = "postgresql://ann:hidden-word@127.0.0.1:1/orders"


def _run(place: Place, statement: str, *values: object) -> list[tuple[object, ...]]:
    with psycopg.connect(place.url, autocommit=True) as connection:
        cursor = connection.execute(statement, values)  # type: ignore[arg-type]
        return cursor.fetchall() if cursor.description else []


def _fault(ledger: Ledger) -> LedgerError:
    with pytest.raises(LedgerError) as raised:
        ledger.open("sandbox")
    return raised.value


def test_each_commit_is_durable_whatever_the_settings_are(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    name = postgresql_place.url.rpartition("/")[2]
    _run(postgresql_place, f"ALTER DATABASE {name} SET synchronous_commit = off")
    ledger.close()
    with ledger.transaction() as tx:
        connection = tx._connection.exec_driver_sql
        assert connection("SHOW synchronous_commit").scalar() == "on"
        assert connection("SHOW statement_timeout").scalar() == "30s"
        assert connection("SHOW idle_in_transaction_session_timeout").scalar() == "15s"
    with ledger.reading() as tx:
        assert tx._connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"
    _run(postgresql_place, f"ALTER DATABASE {name} RESET synchronous_commit")


@pytest.mark.parametrize("level", ["repeatable read", "serializable"])
def test_two_programs_can_write_at_once_whatever_the_isolation_level_of_the_database(
    postgresql_place: Place, level: str
) -> None:
    name = postgresql_place.url.rpartition("/")[2]
    _run(postgresql_place, f"ALTER DATABASE {name} SET default_transaction_isolation = '{level}'")
    try:
        ledger, other = postgresql_place.open(), postgresql_place.open()
        with ledger.transaction() as tx:
            insert(other, new("PO-1"))
            assert tx.insert_all([new("PO-1"), new("PO-2")])[0] is None
    finally:
        _run(postgresql_place, f"ALTER DATABASE {name} RESET default_transaction_isolation")


def test_the_time_is_the_databases(postgresql_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = postgresql_place.open()
    real = time.time()
    monkeypatch.setattr(time, "time", lambda: 0.0)
    with ledger.transaction() as tx:
        assert abs(tx.now - real) < 60.0


def test_connections_that_ended_while_they_were_idle_are_replaced(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    with ledger.reading(), ledger.reading(), ledger.reading():
        pass
    ended = _run(
        postgresql_place,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    assert len(ended) >= 3
    insert(ledger, new())


def test_a_connection_that_ends_in_the_middle_is_told(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    with pytest.raises(LedgerError, match="does not answer") as raised, ledger.transaction() as tx:  # noqa: PT012 - one transaction
        pid = tx._connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        _run(postgresql_place, "SELECT pg_terminate_backend(%s)", pid)
        tx.insert(new(), planned(tx))
    assert raised.value.fault is Fault.AWAY
    insert(ledger, new())


def test_a_pooler_that_changes_the_connection_is_told(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()

    def prepared_elsewhere() -> None:
        for number in range(20):  # the driver prepares a statement when it has seen it some times
            with ledger.transaction() as tx:
                driver: Any = tx._connection.connection.driver_connection
                driver.pgconn.exec_(b"DEALLOCATE ALL")  # so that the driver does not know it
                tx.insert(new(f"PO-{number}"), planned(tx))

    with pytest.raises(LedgerError, match="PgBouncer gives each transaction another connection; use its session mode"):
        prepared_elsewhere()


def test_a_connection_that_is_in_no_transaction_is_told(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    engine = create_engine(postgresql_place.url.replace("postgresql:", "postgresql+psycopg:"))
    with (
        engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection,
        pytest.raises(LedgerError, match="use one that is in a transaction"),
    ):
        ledger.on(connection)
    engine.dispose()


def test_a_database_that_is_away_is_told_without_the_password() -> None:
    ledger = Ledger(NOBODY)
    error = _fault(ledger)
    assert error.fault is Fault.AWAY
    seen = [repr(ledger), ledger.name]
    cause: BaseException | None = error
    while cause is not None:
        seen += [str(cause), repr(cause)]
        cause = cause.__cause__ or cause.__context__
    assert not [each for each in seen if "hidden-word" in each]
    assert "ann:***@127.0.0.1:1/orders" in repr(ledger)


def test_a_database_that_is_not_there_is_missing() -> None:
    assert _fault(Ledger(f"{SERVER}/no_such_database")).fault is Fault.MISSING


def test_a_user_that_is_refused_is_told_what_to_correct(server: str) -> None:
    error = _fault(Ledger(server.replace("postgres@", "no_such_user@")))
    assert error.fault is Fault.AWAY
    assert "PGPASSFILE" in str(error)


def test_the_password_comes_from_the_file_of_passwords(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pgpass"
    file.write_text("*:*:*:postgres:from-the-file\n")
    file.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(file))
    ledger = Ledger(server, prefix="pass_")
    ledger.open("sandbox")
    with ledger.reading() as tx:
        driver = tx._connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        assert driver.info.password == "from-the-file"
    ledger.close()


def test_a_database_that_only_reads_is_told(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    with pytest.raises(LedgerError, match="name the primary") as raised, ledger.transaction() as tx:  # noqa: PT012 - one transaction
        tx._connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        tx.insert(new(), planned(tx))
    assert raised.value.fault is Fault.READ_ONLY


def test_a_user_without_rights_is_told(postgresql_place: Place, request: pytest.FixtureRequest) -> None:
    ledger = postgresql_place.open()
    role = f"xi_reader_{os.getpid()}"
    _run(postgresql_place, f"CREATE ROLE {role}")
    request.addfinalizer(lambda: _run(postgresql_place, f"DROP ROLE {role}"))
    with pytest.raises(LedgerError, match="grant the rights") as raised, ledger.transaction() as tx:  # noqa: PT012 - one transaction
        tx._connection.exec_driver_sql(f"SET LOCAL ROLE {role}")
        tx.insert(new(), planned(tx))
    assert raised.value.fault is Fault.READ_ONLY


def test_who_waits_too_long_for_another_transaction_is_told(
    postgresql_place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(_postgresql, "LOCK_S", 0.05)
    monkeypatch.setattr(_postgresql, "SLOW_S", 0.04)
    ledger = postgresql_place.open()
    (entry,) = insert(ledger, new())
    with ledger.transaction() as one:
        one.write(entry, says="one")
        caplog.clear()
        with pytest.raises(LedgerError, match="another program holds") as raised, ledger.transaction() as two:
            two.write(entry, says="two")
        told = [each.getMessage() for each in caplog.records]
    assert raised.value.fault is Fault.LOCKED
    assert len(told) == 1
    assert f"a step of the ledger {ledger.name} took 0." in told[0]


def test_of_two_that_wait_for_each_other_one_is_told_and_the_other_goes_on(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    entries = insert(ledger, new("PO-1"), new("PO-2"))
    both, faults = threading.Barrier(2), []

    def write(first: int) -> None:
        try:
            with ledger.transaction() as tx:
                tx.write(entries[first], says="x")
                both.wait(20)
                tx.write(entries[1 - first], says="x")
        except LedgerError as error:
            faults.append(error.fault)

    threads = [threading.Thread(target=write, args=(each,)) for each in (0, 1)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert faults == [Fault.LOCKED]


def test_programs_that_make_it_at_once_make_one(postgresql_place: Place) -> None:
    program = "insert(ledger, new(f'PO-{os.getpid()}')); ledger.close()\n"
    for each in [postgresql_place.run(program) for _ in range(3)]:
        output(each)
    with postgresql_place.open().reading() as tx:
        assert sum(1 for _ in tx.rows()) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_both_processes_go_on_after_a_fork(postgresql_place: Place) -> None:
    program = (
        "insert(ledger, new('before'))\n"
        "with ledger.reading() as held:\n"
        "    child = os.fork()\n"
        "    for n in range(20): insert(ledger, new(f'{child > 0}-{n}'))\n"
        "    if not child: ledger.close(); os._exit(0)\n"
        "    assert os.waitpid(child, 0)[1] == 0\n"
        "    assert held.find(*HERE, 'BEFORE')\n"
        "ledger.close()\n"
    )
    output(postgresql_place.run(program))
    with postgresql_place.open().reading() as tx:
        assert sum(1 for _ in tx.rows()) == 41

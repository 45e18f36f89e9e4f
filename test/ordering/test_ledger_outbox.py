"""The ledger on a connection of the caller's own: an order is planned with the program's own commit, or not at all."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from ledger_kit import HERE, Place, new, place, planned, postgresql_place, server
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.orm import Session

from xi.sdk.resellers import ApiTypeError, ApiValueError
from xi.sdk.resellers.ordering._protocol import Row
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import KeyTaken, Ledger

__all__ = ["place", "postgresql_place", "server"]


@contextmanager
def _own(place: Place, **options: Any) -> Iterator[Connection]:
    """Yield a connection as the program of a user has it, with a table of its own."""
    url = f"sqlite:///{place.url}" if place.is_sqlite else place.url.replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, **options)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE IF NOT EXISTS carts (name TEXT)"))
        connection.execute(text("DELETE FROM carts"))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _seen(ledger: Ledger) -> list[str]:
    with ledger.reading() as tx:
        return [each.po for each in tx.rows()]


def _carts(connection: Connection) -> list[str]:
    return list(connection.execute(text("SELECT name FROM carts")).scalars())


def test_an_order_is_there_when_the_caller_commits(place: Place) -> None:
    ledger = place.open()
    with _own(place) as connection:
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        tx = ledger.on(connection, "sandbox")
        entry = tx.insert(new(row=Row(numbers=("N",))), planned(tx))
        assert tx.find(*HERE, "PO-1") == entry
        assert _seen(ledger) == []
        connection.commit()
        assert _seen(ledger) == ["PO-1"]
        tx = ledger.on(connection)
        tx.insert(new("PO-2"), planned(tx))
        connection.rollback()
        assert _seen(ledger) == ["PO-1"]
        assert _carts(connection) == ["cart"]


def test_nothing_is_committed_before_the_caller_does_so_even_if_it_comes_first(place: Place) -> None:
    ledger = place.open()
    with _own(place) as connection:
        tx = ledger.on(connection)
        tx.insert(new(), planned(tx))
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        connection.rollback()
        assert _seen(ledger) == []
        assert _carts(connection) == []


class _Proxy:
    """Stands for the connection of another driver, such as aiosqlite: it acts like one of sqlite3, and is none."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def test_nothing_is_committed_before_the_caller_does_so_with_another_driver(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "orders.db"))
    ledger = place.open()
    with _own(place, creator=lambda: _Proxy(sqlite3.connect(place.url))) as connection:
        for ends, seen in ((connection.rollback, []), (connection.commit, ["PO-1"])):
            tx = ledger.on(connection)
            tx.insert(new(), planned(tx))
            ends()
            assert _seen(ledger) == seen
    for each in place.opened:
        each.close()


def test_a_key_that_is_taken_leaves_the_callers_transaction_usable(place: Place) -> None:
    ledger = place.open()
    with ledger.transaction() as tx:
        tx.insert(new(), planned(tx))
    with _own(place) as connection:
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        tx = ledger.on(connection)
        with pytest.raises(KeyTaken):
            tx.insert(new(), planned(tx))
        assert [each and each.po for each in tx.insert_all([new(), new("PO-2")])] == [None, "PO-2"]
        connection.commit()
        assert _carts(connection) == ["cart"]
    assert _seen(ledger) == ["PO-1", "PO-2"]


def test_an_error_undoes_what_the_ledger_wrote_and_nothing_else(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = place.open()
    with _own(place) as connection:
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        tx = ledger.on(connection)
        with monkeypatch.context() as patch:
            patch.setattr(tx._statements, "note", text("INSERT INTO no_such_table VALUES (1)"))
            with pytest.raises(LedgerError):
                tx.insert(new(), planned(tx))
        assert tx.find(*HERE, "PO-1") is None
        connection.commit()
        assert _carts(connection) == ["cart"]
    assert _seen(ledger) == []


def test_it_works_in_a_session(place: Place) -> None:
    ledger = place.open()
    with _own(place) as connection, Session(connection.engine) as session:
        session.execute(text("INSERT INTO carts VALUES ('cart')"))
        tx = ledger.on(session.connection(), "sandbox")
        tx.insert(new(), planned(tx))
        session.commit()
    assert _seen(ledger) == ["PO-1"]


def test_what_is_no_connection_of_sqlalchemy_is_refused_by_name(place: Place) -> None:
    ledger = place.open()
    with _own(place) as connection, Session(connection.engine) as session:
        for given in (session, connection.engine, connection.connection.driver_connection):
            with pytest.raises(ApiTypeError, match=rf"session\.connection\(\), not {type(given).__name__}") as raised:
                ledger.on(given)
            assert raised.value.argument == "connection"


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_what_is_decided_from_what_others_write_needs_a_transaction_that_sees_it(
    postgresql_place: Place, level: str
) -> None:
    ledger = postgresql_place.open()
    with _own(postgresql_place, isolation_level=level) as connection:
        tx = ledger.on(connection)
        with pytest.raises(ApiValueError, match=f"is {level.lower()}, which may not see"):
            tx.keep_others_out("quote 1")
        tx.insert(new(), planned(tx))
        connection.commit()
    for seen in ("READ COMMITTED", "READ UNCOMMITTED"):
        with _own(postgresql_place, isolation_level=seen) as connection:
            ledger.on(connection).keep_others_out("quote 1")
    assert _seen(ledger) == ["PO-1"]


@pytest.mark.parametrize("level", ["READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_a_program_can_open_the_ledger_while_the_caller_has_planned(postgresql_place: Place, level: str) -> None:
    ledger = postgresql_place.open()
    with _own(postgresql_place, isolation_level=level) as connection:
        tx = ledger.on(connection)
        tx.insert(new(), planned(tx))
        postgresql_place.open()
        connection.commit()
    assert _seen(ledger) == ["PO-1"]


def test_to_plan_needs_no_right_to_write_the_facts_of_the_ledger(postgresql_place: Place) -> None:
    ledger = postgresql_place.open()
    role = f"web_{postgresql_place.schema}"
    with _own(postgresql_place) as connection:
        connection.execute(text(f"CREATE ROLE {role}"))
        for rights in ("USAGE ON", "SELECT, INSERT ON ALL TABLES IN", "USAGE ON ALL SEQUENCES IN"):
            connection.execute(text(f"GRANT {rights} SCHEMA {postgresql_place.schema} TO {role}"))
        connection.execute(text(f"SET LOCAL ROLE {role}"))
        tx = ledger.on(connection)
        tx.insert(new(), planned(tx))
        connection.rollback()  # with the role


@pytest.mark.parametrize("level", ["READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_no_order_is_planned_by_what_was_true_when_the_callers_transaction_began(
    postgresql_place: Place, level: str
) -> None:
    ledger = postgresql_place.open()
    with _own(postgresql_place, isolation_level=level) as connection:
        assert _carts(connection) == []
        ledger.distrust(0.0, because="it was restored")
        if not level.startswith("READ"):
            with pytest.raises(LedgerError, match="try again"):
                ledger.on(connection)
            connection.rollback()
        assert ledger.on(connection).distrusted() is not None


@pytest.mark.parametrize("level", ["READ COMMITTED", "REPEATABLE READ"])
def test_the_ledger_is_distrusted_after_the_transaction_of_a_caller_who_has_planned(
    postgresql_place: Place, level: str
) -> None:
    ledger = postgresql_place.open()
    with _own(postgresql_place, isolation_level=level) as connection:
        tx = ledger.on(connection)
        tx.insert(new(), planned(tx))
        distrusts = threading.Thread(target=ledger.distrust, args=(0.0,), kwargs={"because": "it was restored"})
        distrusts.start()
        while not _waits(postgresql_place):
            assert distrusts.is_alive(), "it did not wait"
            time.sleep(0.01)
        connection.commit()
        distrusts.join()
    with ledger.reading() as reading:
        (entry,) = reading.rows()
    assert entry.row.search_first == 0.0, "the order that was planned before is distrusted too"


def _waits(place: Place) -> bool:
    with _own(place) as connection:
        found = connection.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'"))
        return found.first() is not None


def test_it_waits_for_nothing_though_the_caller_has_begun_to_write(place: Place) -> None:
    place.open().close()
    ledger = place.ledger()
    with _own(place) as connection:
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        tx = ledger.on(connection, "sandbox")
        tx.insert(new(), planned(tx))
        connection.commit()
    assert _seen(ledger) == ["PO-1"]


def test_another_program_that_writes_meanwhile_does_not_break_the_callers_transaction(place: Place) -> None:
    ledger, other = place.open(), place.open()

    def write() -> None:
        with other.transaction() as tx:
            tx.insert(new("PO-2"), planned(tx))

    with _own(place) as connection:
        connection.execute(text("SELECT * FROM carts")).all()
        tx = ledger.on(connection)
        thread = threading.Thread(target=write)
        thread.start()
        thread.join(0.5)  # on SQLite it waits for the caller; on PostgreSQL it has ended
        tx.insert(new(), planned(tx))
        connection.commit()
        thread.join()
    assert sorted(_seen(ledger)) == ["PO-1", "PO-2"]


def test_a_database_without_a_ledger_or_with_another_one_is_refused(place: Place, tmp_path_factory: Any) -> None:
    ledger = place.open()
    other = Place(str(tmp_path_factory.mktemp("other") / "other.db"))
    with _own(other) as connection:
        if place.is_sqlite:
            with pytest.raises(LedgerError):
                ledger.on(connection)
        other.init().close()
        with pytest.raises(LedgerError) as raised:
            (ledger if place.is_sqlite else other.open("local")).on(connection, "production")
        assert raised.value.fault in (Fault.MOVED, Fault.ENVIRONMENT)
        connection.execute(text("INSERT INTO carts VALUES ('cart')"))
        connection.commit()
    for each in other.opened:
        each.close()


def test_the_environment_is_checked_and_taken(place: Place) -> None:
    ledger = place.init()
    with _own(place) as connection:
        place.open("sandbox")
        with pytest.raises(LedgerError) as raised:
            ledger.on(connection, "production")
        assert raised.value.fault is Fault.ENVIRONMENT
        connection.rollback()


def test_rows_and_history_can_be_read_on_it(place: Place) -> None:
    ledger = place.open()
    with _own(place) as connection:
        tx = ledger.on(connection)
        entry = tx.insert(new(), planned(tx))
        assert list(tx.rows()) == [entry]
        assert [each.kind for each in tx.history(entry)] == ["planned"]
        assert tx.write(entry, says="x").version == 2
        connection.rollback()

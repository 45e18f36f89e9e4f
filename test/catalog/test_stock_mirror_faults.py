"""What a mirror says where its database cannot be used: an error of the house's own, in each method."""

from __future__ import annotations

import pickle
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from catalog_kit import answer, both
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import exc

from xi.sdk.resellers import webhooks
from xi.sdk.resellers.exceptions import OpenApiException
from xi.sdk.resellers.stock_mirror import DatabaseFault, MirrorError, StockMirror, _tables

sys.path.append(str(Path(__file__).parents[1] / "ordering"))
import postgres_kit

NEWS = webhooks.parse(
    b'{"topic": "resellers/catalog", "event": "im::updated", "eventId": "e1", "eventTimeStamp": "2026-06-01T12:00:00Z",'
    b' "resource": [{"eventType": "IM::STOCK_UPDATE", "ingramPartNumber": "A", "totalAvailability": "5"}]}'
)
METHODS: dict[str, Callable[[StockMirror], object]] = {
    "note": lambda mirror: mirror.note(NEWS),
    "stock": lambda mirror: mirror.stock("A"),
    "all": lambda mirror: list(mirror.all()),
    "forget": lambda mirror: mirror.forget(["A"]),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.db"


@pytest.fixture
def mirror(path: Path) -> Iterator[StockMirror]:
    with StockMirror(path) as found:
        yield found


@pytest.fixture
def database() -> Iterator[str]:
    with postgres_kit.database() as found:
        yield found


def told(mirror: StockMirror, method: str, fault: DatabaseFault, said: str) -> MirrorError:
    """What a method raises; each says where the mirror is, and what to do."""
    with pytest.raises(MirrorError) as caught:
        METHODS[method](mirror)
    error = caught.value
    assert error.fault is fault
    assert str(error).startswith("the stock mirror ")
    assert said in str(error)
    assert error.__cause__ is not None
    assert "[SQL" not in str(error)
    return error


@pytest.mark.parametrize("method", METHODS)
def test_each_method_tells_a_file_that_cannot_be_opened(tmp_path: Path, method: str) -> None:
    with StockMirror(tmp_path / "none" / "shop.db") as mirror:
        error = told(mirror, method, DatabaseFault.READ_ONLY, "give this user rights to the file and its folder")
        assert f"{tmp_path}/none/shop.db: " in str(error)
        assert isinstance(error.__cause__, (exc.OperationalError, sqlite3.OperationalError))
        assert isinstance(error, OpenApiException)
        assert pickle.loads(pickle.dumps(error)).fault is DatabaseFault.READ_ONLY
        (tmp_path / "none").mkdir()
        METHODS[method](mirror)  # it goes on once it can


@both
def test_a_check_tells_it_too(run: Any, tmp_path: Path) -> None:
    with StockMirror(tmp_path / "none" / "shop.db") as mirror:
        items = [{"ingramPartNumber": "A", "availability": {"available": True, "totalAvailability": 3}}]
        for asked in (["A"], None):
            found = run(lambda _: answer(207, items), lambda api: mirror.check(api, asked))  # noqa: B023 - run at once
            assert isinstance(found.error, MirrorError)
            assert found.error.fault is DatabaseFault.READ_ONLY


@pytest.mark.parametrize("method", METHODS)
def test_what_is_no_database_is_left_as_it_is(path: Path, mirror: StockMirror, method: str) -> None:
    path.write_text("sku,stock\n" * 1_000)
    told(mirror, method, DatabaseFault.NOT_A_DATABASE, "it is no SQLite file; name the right one")
    assert path.read_text() == "sku,stock\n" * 1_000


def test_a_mirror_that_another_program_holds(path: Path, mirror: StockMirror, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tables, "_BUSY_S", 0.05)
    mirror.note(NEWS)
    with StockMirror(path) as waiting, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        told(waiting, "note", DatabaseFault.LOCKED, "end that, then try again")
    assert mirror.stock("A") is not None


def test_a_disk_that_is_full(mirror: StockMirror) -> None:
    mirror.note(NEWS)
    mirror.close()
    # As where the disk is full: SQLite may not add a page.
    sqlalchemy_event.listen(
        mirror._rows._engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1")
    )
    skus = {f"P{number:05}": number for number in range(2_000)}
    entries = ", ".join(
        f'{{"eventType": "IM::STOCK_UPDATE", "ingramPartNumber": "{sku}", "totalAvailability": "{stock}"}}'
        for sku, stock in skus.items()
    )
    many = webhooks.parse(
        '{"topic": "resellers/catalog", "event": "im::updated", "eventId": "e2", '
        f'"eventTimeStamp": "2026-06-01T12:00:00Z", "resource": [{entries}]}}'.encode()
    )
    with pytest.raises(MirrorError, match="the disk is full; make room, then go on") as caught:
        mirror.note(many)
    assert caught.value.fault is DatabaseFault.FULL
    assert [each.sku for each in mirror.all()] == ["A"]


def test_a_mirror_that_may_not_be_written(mirror: StockMirror) -> None:
    mirror.note(NEWS)
    mirror.close()
    # As for a user without rights; tests may run as one who has all.
    sqlalchemy_event.listen(
        mirror._rows._engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = on")
    )
    told(mirror, "forget", DatabaseFault.READ_ONLY, "give this user write rights to the file and its folder")
    assert mirror.stock("A") is not None


def test_only_a_file_that_is_held_is_waited_for(
    path: Path, mirror: StockMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE other (id INTEGER)")
    # As on a disk that fails: what SQLite reads before it opens the file cannot be read.
    path.with_name("shop.db-journal").mkdir()
    monkeypatch.setattr(_tables.time, "sleep", lambda _: pytest.fail("it will not be there later either"))
    told(mirror, "stock", DatabaseFault.AWAY, "its disk cannot be read or written; check the disk")


def test_a_file_that_is_damaged(path: Path, mirror: StockMirror) -> None:
    mirror.note(NEWS)
    mirror.close()
    content = bytearray(path.read_bytes())
    content[4_096:] = b"\xff" * (len(content) - 4_096)
    path.write_bytes(content)
    told(mirror, "all", DatabaseFault.DAMAGED, "keep a copy of it, then restore a backup")


@pytest.mark.parametrize("method", METHODS)
def test_tables_of_another_program(path: Path, mirror: StockMirror, method: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE xi_stock (id INTEGER)")
    told(mirror, method, DatabaseFault.OTHER_TABLES, "choose another prefix; or, if nobody needs them, delete them")


@pytest.mark.parametrize("column", ["as_of", "source"])
def test_rows_of_another_program(path: Path, mirror: StockMirror, column: str) -> None:
    mirror.note(NEWS)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(f"UPDATE xi_stock SET {column} = 'soon'")
    for method in ("stock", "all"):
        told(mirror, method, DatabaseFault.OTHER_TABLES, "a row is not what a mirror writes; choose another prefix")


def test_tables_that_were_deleted_are_made_again_at_the_next_use(path: Path, mirror: StockMirror) -> None:
    mirror.note(NEWS)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE xi_stock")
    told(mirror, "stock", DatabaseFault.OTHER_TABLES, "no such table")
    assert mirror.stock("A") is None


def test_postgresql_that_is_away_or_not_that_one(database: str) -> None:
    with StockMirror("postgresql://somebody:hush@127.0.0.1:1/shop?password=hush") as mirror:
        error = told(mirror, "stock", DatabaseFault.AWAY, "check that it runs and can be reached")
        assert "postgresql://somebody:***@127.0.0.1:1/shop: " in str(error)
        assert "hush" not in str(error)
    with StockMirror(f"{database}_none") as mirror:
        told(mirror, "stock", DatabaseFault.MISSING, "there is no such database; make it, or name the right one")
    with StockMirror(database, schema="nowhere") as mirror:
        told(mirror, "stock", DatabaseFault.NO_TABLES, "its tables are not there")


def test_postgresql_with_other_tables_or_none(database: str) -> None:
    with StockMirror(database) as mirror, psycopg.connect(database, autocommit=True) as other:
        mirror.note(NEWS)
        other.execute("DROP TABLE xi_stock")
        told(mirror, "stock", DatabaseFault.NO_TABLES, "they are made anew, and a check fills them")
        assert mirror.stock("A") is None
        other.execute("ALTER TABLE xi_stock DROP COLUMN total")
        told(mirror, "stock", DatabaseFault.OTHER_TABLES, "choose another prefix")
        other.execute("ALTER DATABASE {} SET default_transaction_read_only = on".format(database.rpartition("/")[2]))
    with StockMirror(database, prefix="other_") as mirror:
        told(mirror, "stock", DatabaseFault.READ_ONLY, "the database only reads; name the primary server")

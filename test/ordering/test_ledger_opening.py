"""What is checked before a ledger is used: each fault has its name, and a text that says what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
import pytest
from ledger_kit import HERE, SERVER, Place, insert, new, place, planned, postgresql_place, server

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import Fault, LedgerError
from xi.sdk.resellers.ordering.ledger import Ledger

__all__ = ["place", "postgresql_place", "server"]


def _set(place: Place, what: str) -> None:
    """Change the row of what holds for the whole ledger, as another program would."""
    if place.is_sqlite:
        connection = sqlite3.connect(place.url)
        connection.execute(f"UPDATE xi_meta SET {what}")
        connection.commit()
        connection.close()
    else:
        with psycopg.connect(place.url) as other:
            other.execute(f"UPDATE {place.schema}.xi_meta SET {what}")  # type: ignore[arg-type]


def _fault(ledger: Ledger, environment: str = "sandbox", *, make: bool | None = None) -> tuple[Fault, str]:
    with pytest.raises(LedgerError) as raised:
        ledger.open(environment, make=make)
    return raised.value.fault, str(raised.value)


@pytest.mark.parametrize("environment", ["sandbox", "local"])
def test_it_is_made_at_first_use_for_the_sandbox_and_for_this_machine(place: Place, environment: str) -> None:
    ledger = place.open(environment)
    assert ledger.environment == environment
    insert(ledger, new())
    with place.open(environment).reading() as tx:
        assert tx.find(*HERE, "PO-1") is not None


@pytest.mark.parametrize("environment", ["production", "api.example.com"])
def test_it_is_never_made_in_passing_for_others(place: Place, environment: str) -> None:
    fault, text = _fault(place.ledger(), environment)
    assert fault is Fault.MISSING
    assert "Ledger.init" in text
    assert not place.is_sqlite or not Path(place.url).exists()
    with pytest.raises(LedgerError, match="there is no ledger"), place.ledger().reading():
        pass
    place.init(environment=environment)
    assert place.open(environment).environment == environment
    other = place.ledger()
    other.open(environment, make=True)
    assert other.environment == environment


def test_an_empty_file_stays_one_until_a_ledger_is_made_of_it(tmp_path: Path) -> None:
    path = tmp_path / "orders.db"
    path.touch()
    for _ in range(2):
        assert _fault(Ledger(path), "production")[0] is Fault.MISSING
        with pytest.raises(LedgerError, match="there is no ledger"):
            list(Ledger(path).sql("SELECT 1"))
        assert path.stat().st_size == 0
    Ledger.init(path, environment="production").close()
    assert _fault(Ledger(path), "sandbox")[0] is Fault.ENVIRONMENT


def test_it_is_made_where_that_is_said(place: Place) -> None:
    ledger = place.ledger()
    ledger.open("production", make=True)
    with ledger.reading() as tx:
        assert tx.distrusted() is not None
    assert _fault(Ledger(place.url, prefix="b_", schema=place.schema), make=False)[0] in (
        Fault.MISSING,
        Fault.NOT_A_LEDGER,
    )


def test_one_that_is_there_is_not_made_again(place: Place) -> None:
    insert(place.init(), new())
    with pytest.raises(ApiValueError, match="there is a ledger"):
        place.init()
    with place.open().reading() as tx:
        assert len(list(tx.rows())) == 1


def test_it_belongs_to_the_environment_that_used_it_first(place: Place) -> None:
    place.init()
    place.open("production")
    fault, text = _fault(place.ledger(), "sandbox")
    assert fault is Fault.ENVIRONMENT
    assert "production" in text
    assert "sandbox" in text
    again = place.open("production")
    assert _fault(again, "local")[0] is Fault.ENVIRONMENT
    again.open("production")


def test_of_two_programs_that_use_it_first_one_gives_the_environment(place: Place) -> None:
    with place.init().transaction() as tx:
        tx.set_environment("production")
        tx.set_environment("sandbox")
    assert _fault(place.ledger(), "sandbox")[0] is Fault.ENVIRONMENT


def test_an_older_program_takes_nothing_from_a_newer_ledger(place: Place) -> None:
    ledger = place.open()
    insert(ledger, new())
    _set(place, "version = 2")
    with pytest.raises(LedgerError, match=r"version 2.*install the newer") as raised, ledger.transaction() as tx:
        tx.claim(*HERE, limit=1, until=tx.now + 9)
    assert raised.value.fault is Fault.NEWER
    assert _fault(place.ledger())[0] is Fault.NEWER
    _set(place, "version = 1")
    with ledger.transaction() as tx:
        assert tx.claim(*HERE, limit=1, until=tx.now + 9)


def test_a_shared_ledger_that_is_too_old_is_to_be_migrated(postgresql_place: Place) -> None:
    postgresql_place.open()
    _set(postgresql_place, "version = -1")
    fault, text = _fault(postgresql_place.ledger())
    assert fault is Fault.OLDER
    assert "Ledger(url).migrate()" in text


def test_nothing_is_written_into_one_that_was_moved(place: Place) -> None:
    ledger = place.open()
    _set(place, "moved_to = 'postgresql://db/orders'")
    with pytest.raises(LedgerError, match="moved to postgresql://db/orders") as raised, ledger.transaction():
        pass
    assert raised.value.fault is Fault.MOVED
    assert _fault(place.ledger())[0] is Fault.MOVED
    with ledger.reading() as tx:
        assert list(tx.rows()) == []


def test_another_ledger_in_its_place_is_noticed(place: Place) -> None:
    ledger = place.open()
    _set(place, "ledger = 'another'")
    with pytest.raises(LedgerError, match="not the one that was opened") as raised, ledger.transaction():
        pass
    assert raised.value.fault is Fault.MOVED


def test_one_without_its_row_is_damaged(place: Place) -> None:
    place.open()
    if place.is_sqlite:
        connection = sqlite3.connect(place.url)
        connection.execute("DELETE FROM xi_meta")
        connection.commit()
        connection.close()
    else:
        with psycopg.connect(place.url) as other:
            other.execute(f"DELETE FROM {place.schema}.xi_meta")  # type: ignore[arg-type]
    assert _fault(place.ledger())[0] is Fault.DAMAGED


def test_two_prefixes_are_two_ledgers(postgresql_place: Place) -> None:
    one = postgresql_place.open()
    two = Ledger(postgresql_place.url, schema=postgresql_place.schema, prefix="b_")
    two.open("sandbox")
    insert(one, new())
    with two.reading() as tx:
        assert list(tx.rows()) == []
    two.close()


def test_it_opens_when_it_is_used_for_whatever_environment_it_has(place: Place) -> None:
    place.init(environment="production")
    ledger = place.ledger()
    with ledger.transaction() as tx:
        tx.insert(new(), planned(tx))
    assert ledger.environment == "production"


def test_a_closed_one_opens_again(place: Place) -> None:
    ledger = place.open()
    ledger.close()
    ledger.close()
    insert(ledger, new())


@pytest.mark.parametrize(
    "url",
    [
        "",
        ":memory:",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a.db?mode=ro",
        "mysql://ann:hidden@db/orders",
        "postgresql://ann:hidden@db:port/orders",
        "://ann:hidden@db",
    ],
)
def test_a_url_that_cannot_be_one_is_refused_without_a_password(url: str) -> None:
    with pytest.raises(ApiValueError) as raised:
        Ledger(url)
    assert "hidden" not in str(raised.value)
    assert raised.value.__cause__ is None


@pytest.mark.parametrize("name", ["Xi_", "x-y", 'a"b', "x" * 32])
def test_a_prefix_or_schema_that_is_no_plain_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ApiValueError, match="prefix is"):
        Ledger(tmp_path / "a.db", prefix=name)
    with pytest.raises(ApiValueError, match="schema is"):
        Ledger(f"{SERVER}/x", schema=name)

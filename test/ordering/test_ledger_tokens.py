"""The access token that all programs share."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from ledger_kit import Clock, Place, output, place, server

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.ledger import _tokens

__all__ = ["place", "server"]


class Service:
    """Gives tokens, and counts them."""

    def __init__(self, life: float = 3_600.0) -> None:
        self.life = life
        self.given = 0
        self.error: Exception | None = None

    def __call__(self) -> tuple[str, float]:
        if self.error is not None:
            raise self.error
        self.given += 1
        return f"token-{self.given}", self.life


def test_one_program_fetches_and_the_others_use_it_until_it_is_to_be_renewed(place: Place) -> None:
    clock, service = Clock(), Service()
    one, two = (place.open(clock=clock).shared_token(service, client_id="id") for _ in range(2))
    other = place.open(clock=clock).shared_token(Service(), client_id="other")
    assert [one(), two(), one(), other()] == ["token-1", "token-1", "token-1", "token-1"]
    clock.now += 3_600.0 - 301.0
    assert two() == "token-1"
    clock.now += 2.0
    assert [two(), one()] == ["token-2", "token-2"]
    assert service.given == 2


def test_the_old_token_serves_while_another_program_fetches_or_cannot(place: Place) -> None:
    clock, service = Clock(), Service()
    ledger = place.open(clock=clock)
    shared = ledger.shared_token(service, client_id="id")
    shared()
    clock.now += 3_500.0
    with ledger.transaction() as tx:
        until = tx.lock_token(shared._app)
        assert until is not None
        assert tx.lock_token(shared._app) is None
    assert shared() == "token-1"
    with ledger.transaction() as tx:
        tx.unlock_token(shared._app, until)
    service.error = OSError("down")
    assert shared() == "token-1"
    clock.now += 200.0
    with pytest.raises(OSError, match="down"):
        shared()
    service.error = None
    assert shared() == "token-2"


def test_a_program_that_ended_while_it_fetched_keeps_the_others_from_it_for_half_a_minute(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_tokens, "WAIT_S", 0.5)
    clock = Clock()
    ledger = place.open(clock=clock)
    shared = ledger.shared_token(Service(), client_id="id")
    with ledger.transaction() as tx:
        dead = tx.lock_token(shared._app)
        assert dead == clock.now + 30.0
    clock.now += 30.0
    assert shared() == "token-1"
    with ledger.transaction() as tx:
        ours = tx.lock_token(shared._app)
        tx.unlock_token(shared._app, dead)  # it was only slow
        assert tx.lock_token(shared._app) is None
        assert ours == clock.now + 30.0


def test_a_token_that_has_ended_is_not_used_again(place: Place) -> None:
    ledger = place.open()
    shared = ledger.shared_token(Service(), client_id="id")
    assert shared() == "token-1"
    with ledger.transaction() as tx:
        tx.drop_token(shared._app)
    assert shared() == "token-2"


def test_threads_wait_for_the_one_that_fetches(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_tokens, "_AGAIN_S", 0.01)
    ledger = place.open()
    others_wait, got = threading.Event(), []

    def fetch() -> tuple[str, float]:
        assert others_wait.wait(20)
        return "only", 60.0

    first = threading.Thread(target=lambda: got.append(ledger.shared_token(fetch, client_id="id")()))
    first.start()
    shared = ledger.shared_token(Service(), client_id="id")
    while not first_has_begun(ledger, shared._app):
        pass
    others = [threading.Thread(target=lambda: got.append(shared())) for _ in range(3)]
    for each in others:
        each.start()
    others_wait.set()
    for each in (first, *others):
        each.join(20)
    assert got == ["only"] * 4


def first_has_begun(ledger, app) -> bool:  # type: ignore[no-untyped-def]
    with ledger.reading() as tx:
        return tx.token(app) is not None


def test_of_many_programs_one_fetches(place: Place, tmp_path: Path) -> None:
    place.open()
    fetched = tmp_path / "fetched"
    program = (
        "def fetch():\n"
        "    with open(sys.argv[1], 'a') as file: file.write('x')\n"
        "    return f'token-{os.getpid()}', 3600.0\n"
        "print(ledger.shared_token(fetch, client_id='id')())\n"
        "ledger.close()\n"
    )
    tokens = [output(each)[0] for each in [place.run(program, str(fetched)) for _ in range(3)]]
    assert len(set(tokens)) == 1
    assert fetched.read_text() == "x"


def test_a_key_encrypts_it(tmp_path: Path) -> None:
    place = Place(str(tmp_path / "orders.db"))
    key = Fernet.generate_key()
    one, two = (place.open(token_key=key) for _ in range(2))
    assert one.shared_token(Service(), client_id="id")() == "token-1"
    assert two.shared_token(Service(), client_id="id")() == "token-1"
    connection = sqlite3.connect(place.url)
    ((kept,),) = connection.execute("SELECT token FROM xi_tokens").fetchall()
    connection.close()
    assert Fernet(key).decrypt(kept) == b"token-1"
    with pytest.raises(ApiValueError, match="encrypted with another key"):
        place.open(token_key=Fernet.generate_key()).shared_token(Service(), client_id="id")()
    with pytest.raises(ApiValueError, match="32 bytes") as error:
        place.ledger(token_key=b"my secret")
    assert "my secret" not in str(error.value)
    for each in place.opened:
        each.close()


def test_no_token_is_shown(place: Place) -> None:
    ledger = place.open()
    shared = ledger.shared_token(Service(), client_id="id")
    shared()
    with ledger.reading() as tx:
        assert "token-1" not in repr(tx.token(shared._app))

"""What is told about a ledger, and what is found to be wrong with it."""

from __future__ import annotations

import itertools
import os
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from care_kit import AT, Clock, doubt, execute, filled, found, hold, made, place, plan, send, settle

from xi.sdk.resellers.ordering import Fault, Ledger, LedgerError, State
from xi.sdk.resellers.ordering.ledger import _checking


def test_info_says_where_a_ledger_is_and_what_it_has(url: str) -> None:
    with made(url, "production") as ledger:
        filled(ledger)
        with ledger.transaction() as tx:
            tx.seen("worker-1")
        info = ledger.info()
    assert info.where == url
    assert info.environment == "production"
    assert info.orders == {State.PLANNED: 1, State.DOUBT: 1, State.PLACED: 1, State.HELD: 1}
    assert list(info.orders) == [State.PLANNED, State.DOUBT, State.PLACED, State.HELD], "in the order of the states"
    assert (info.events, info.last_event) == (11, AT + 99)
    assert info.version == info.known_version == 1
    assert info.size > 50_000
    assert info.distrust is not None
    assert (info.distrust.doubtful, info.moved_to, info.workers) == (False, None, ("worker-1",))


def test_info_never_shows_a_password(tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as url:
        secret = url.replace("postgres@", "postgres:sesame@")
        with made(secret) as ledger:
            assert "sesame" not in repr(ledger.info())
            assert "postgres:***@127.0.0.1" in ledger.info().where


def test_a_sound_ledger_has_no_findings(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        send(ledger, plan(ledger, "sending"))
        assert ledger.check() == []


PLANNED, SENDING, DOUBT, HELD, PLACED = "planned", "sending", "doubt", "held", "placed"
BROKEN = (
    ("lease_missing", SENDING, "UPDATE xi_entries SET lease = NULL"),
    ("reason_missing", HELD, "UPDATE xi_entries SET reason = NULL"),
    ("numbers_missing", PLACED, "UPDATE xi_entries SET numbers = NULL"),
    ("numbers_differ", PLACED, "UPDATE xi_entries SET numbers = '[\"20-00000-11\"]'"),
    ("settled_time_missing", PLACED, "UPDATE xi_entries SET settled_at = NULL"),
    ("first_send_missing", DOUBT, "UPDATE xi_entries SET first_send = NULL"),
    ("sends_missing", SENDING, "UPDATE xi_entries SET sends = 0"),
    ("nothing_due", PLANNED, "UPDATE xi_entries SET due = NULL"),
    ("body_missing", DOUBT, "UPDATE xi_entries SET body = NULL"),
    ("version_wrong", PLACED, "UPDATE xi_entries SET version = 0"),
    ("unknown_state", PLANNED, "UPDATE xi_entries SET state = 'lost'"),
    ("history_differs", DOUBT, "UPDATE xi_entries SET state = 'planned'"),
    ("events_missing", PLACED, "UPDATE xi_notes SET kind = 'look' WHERE kind = 'intent' AND entry_id ="),
    ("intent_without_end", DOUBT, "DELETE FROM xi_notes WHERE kind = 'answer' AND entry_id ="),
)
ALSO = {
    "numbers_missing": {"numbers_differ"},
    "unknown_state": {"history_differs"},
    "intent_without_end": {"history_differs"},
}
"""What is wrong with the same order, too."""


def test_each_order_that_breaks_a_rule_is_found_and_no_other(url: str) -> None:
    steps = {PLANNED: 0, SENDING: 1, DOUBT: 2, HELD: 3}
    wanted: set[tuple[str, str | None]] = set()
    with made(url) as ledger:
        filled(ledger)
        for number, (code, state, damage) in enumerate(BROKEN):
            entry = plan(ledger, code)
            if state == PLACED:
                settle(ledger, send(ledger, entry), f"20-{number}")
            else:
                for step in (send, doubt, hold)[: steps[state]]:
                    entry = step(ledger, entry)
            execute(url, f"{damage} {'' if damage.endswith('=') else 'WHERE id ='} {entry.id}")
            wanted |= {(each, entry.key) for each in {code} | ALSO.get(code, set())}
        findings = ledger.check()
    assert {(each.code, each.key) for each in findings} == wanted
    assert all(each.key in each.says and each.to_do for each in findings if each.key)


def test_two_open_orders_under_one_po_are_found(url: str) -> None:
    with made(url) as ledger:
        plan(ledger, "twice")
        plan(ledger, "twice", generation=2)
        assert [(each.code, each.key) for each in ledger.check()] == [("older_open", "20-222222/US/TWICE/1")]


def test_an_order_number_under_two_pos_is_found(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        other = plan(ledger, "other")
        execute(url, f"INSERT INTO xi_numbers (number, entry_id) VALUES ('20-AAAAA-11', {other.id})")
        shared = next(each for each in ledger.check() if each.code == "number_shared")
    assert "20-AAAAA-11" in shared.says
    assert "20-222222/US/OTHER/1" in shared.says


@pytest.mark.parametrize(
    ("code", "damage"),
    [
        ("table_missing", "DROP TABLE xi_webhooks"),
        ("column_missing", "ALTER TABLE xi_entries DROP COLUMN claimed_until"),
        ("index_missing", "DROP INDEX xi_entries_due"),
        ("newer", "UPDATE xi_meta SET version = 7"),
        ("moved", "UPDATE xi_meta SET moved_to = 'elsewhere'"),
    ],
)
def test_tables_that_are_not_as_they_should_be_are_found(code: str, damage: str, url: str) -> None:
    with made(url) as ledger:
        execute(url, damage)
        assert [each.code for each in ledger.check()] == [code]


def test_rights_of_others_are_found(url: str) -> None:
    with made(url) as ledger:
        if "://" in url:
            execute(url, "GRANT SELECT ON xi_entries TO PUBLIC")
        else:
            Path(url).chmod(0o644)
        (finding,) = ledger.check()
    assert finding.code == "rights"
    assert finding.to_do in (f"run: chmod 600 {url}", "run: REVOKE ALL ON xi_entries FROM PUBLIC")


def test_a_folder_from_which_everybody_can_delete_is_found(tmp_path: Path) -> None:
    with made(str(tmp_path / "orders.db")) as ledger:
        tmp_path.chmod(0o777)
        (finding,) = ledger.check()
    assert (finding.code, finding.to_do) == ("rights", f"run: chmod o-w {tmp_path}")


def test_a_clock_that_was_set_back_is_found(url: str) -> None:
    clock = Clock(AT - 3_600)
    with made(url, clock=clock) as ledger:
        plan(ledger, "planned")
        (finding,) = ledger.check()
    assert finding.code == "clock"
    assert "set back" in finding.says


@pytest.mark.parametrize(
    ("ahead_s", "slow_s", "apart_s"), [(6, 0, 6), (-6, 0, 6), (4, 0, None), (-1, 9, None), (-20, 9, 11)]
)
def test_clocks_that_are_apart_are_found_and_a_slow_answer_is_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead_s: float, slow_s: float, apart_s: float | None
) -> None:
    with place("postgresql", tmp_path) as url, made(url) as ledger:
        plan(ledger, "planned")
        looks = itertools.count()
        # Each look at this machine's clock comes later by the seconds that the database takes.
        clock = SimpleNamespace(time=lambda: time.time() + ahead_s + next(looks) * slow_s)
        monkeypatch.setattr(_checking, "time", clock)
        found = ledger.check()
    says = f"the clocks of this machine and of the database are {apart_s} s apart"
    assert [each.says for each in found] == ([] if apart_s is None else [says])


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    file = tmp_path / "orders.db"
    with made(str(file)) as ledger:
        for number in range(200):
            plan(ledger, f"PO-{number}")
    size = file.stat().st_size
    with file.open("r+b") as written:
        for page in range(30, size // 4_096, 7):
            written.seek(page * 4_096)
            written.write(os.urandom(4_096))
    with closing(Ledger(file)) as ledger:
        assert "damaged" in damage(ledger)


def damage(ledger: Ledger) -> set[str]:
    """Return what is found, or why so much is damaged that nothing can be read."""
    try:
        return {each.code for each in ledger.check()}
    except LedgerError as error:
        return {error.fault.value}


def test_checking_changes_nothing(url: str) -> None:
    with made(url) as ledger:
        filled(ledger)
        before = found(ledger, "doubt")
        ledger.check()
        assert found(ledger, "doubt") == before


@pytest.mark.parametrize("act", ["info", "check", "trust", "migrate"])
def test_a_ledger_that_is_not_there_is_named(act: str, url: str) -> None:
    with closing(Ledger(url)) as ledger, pytest.raises(LedgerError) as raised:
        getattr(ledger, act)()
    assert raised.value.fault is Fault.MISSING
    assert url in str(raised.value)

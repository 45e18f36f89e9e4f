"""`xi-orders ledger …`: the care of a ledger, what it asks before, and code 6 where a ledger cannot be used."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from unittest import mock

import pytest
from care_of_ledger_kit import FAULTS, Care, care
from cli_kit import Cli, valid

from xi.sdk.resellers.cli.commands.ledger import _plain
from xi.sdk.resellers.ordering import Fault
from xi.sdk.resellers.sandbox import SandboxServer

BOTH = pytest.mark.parametrize("kept", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def kept(request: pytest.FixtureRequest, cli: Cli) -> Iterator[Care]:
    """Yield a user with a ledger that has two orders."""
    with care(getattr(request, "param", "sqlite"), cli) as made:
        assert made.run("ledger", "init").code == 0
        made.place("A-1", "A-2")
        yield made


@pytest.fixture
def in_file(cli: Cli) -> Iterator[Care]:
    with care("sqlite", cli) as made:
        yield made


@BOTH
def test_a_ledger_is_made_and_says_what_it_is(kept: Care) -> None:
    info = valid("ledger-info", kept.run("ledger", "info", "--json").json)
    assert (info["environment"], info["orders"], info["states"]) == ("local", 2, {"placed": 2})
    assert (info["version"], info["distrusted_since"], info["moved_to"], info["workers"]) == (1, None, None, [])
    assert info["bytes"] > 10_000
    assert "postgres@" in info["ledger"] or info["ledger"] == kept.url
    again = kept.run("ledger", "init")
    assert (again.code, again.out) == (2, "")
    assert "already" in again.err


def test_a_check_has_a_line_for_each_fault(kept: Care) -> None:
    clean = kept.run("ledger", "check", "--json")
    assert (clean.code, valid("ledger-check", clean.json)["items"]) == (0, [])
    kept.execute("UPDATE xi_entries SET numbers = NULL WHERE po = 'A-1'")
    kept.execute("UPDATE xi_entries SET settled_at = NULL WHERE po = 'A-2'")
    found = kept.run("ledger", "check", "--json")
    assert found.code == 1
    codes = [each["code"] for each in valid("ledger-check", found.json)["items"]]
    assert {"numbers_missing", "settled_time_missing"} <= set(codes)
    lines = kept.run("ledger", "check")
    assert len(lines.rows) == 1 + len(codes)


@BOTH
def test_a_backup_is_put_back_and_the_ledger_is_distrusted_until_a_person_trusts_it(
    kept: Care, server: SandboxServer
) -> None:
    backup = kept.cli.home / "backup.db"
    made = valid("ledger-backup", kept.run("ledger", "backup", str(backup), "--json").json)
    assert (made["file"], made["orders"]) == (str(backup), 2)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert kept.run("ledger", "backup", str(backup)).code == 2
    kept.place("A-3")
    refused = kept.run("ledger", "restore", str(backup))
    assert (refused.code, "--yes" in refused.err, kept.execute("SELECT count(*) FROM xi_entries")) == (2, True, [(3,)])
    restored = kept.run("ledger", "restore", str(backup), "--yes", "--json")
    document = valid("ledger-restore", restored.json)
    assert document["since"] == made["at"]
    assert Path(document["aside"]).exists()
    assert "no new order is sent for 180 s" in restored.err
    assert "xi-orders ledger trust" in restored.err
    assert kept.execute("SELECT count(*) FROM xi_entries") == [(2,)]
    info = valid("ledger-info", kept.run("ledger", "info", "--json").json)
    assert info["distrusted_since"] == made["at"]
    # What the backup lacks is found by a search, and not placed again.
    with kept.desk() as desk:
        assert kept.run("place", "--po", "A-3", "--line", "DF4128=2").code == 0
        found = desk.find("A-3")
        assert found is not None
        assert found.adopted
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1, "A-3": 1}
    assert valid("ledger-trust", kept.run("ledger", "trust", "--json").json)
    info = valid("ledger-info", kept.run("ledger", "info", "--json").json)
    assert info["distrusted_since"] is None


def test_what_is_not_there_is_told_before_anything_is_asked(in_file: Care) -> None:
    assert in_file.run("ledger", "init").code == 0
    for line in (("restore", "none.db"), ("backup", "none/backup.db")):
        ran = in_file.run("ledger", *line)
        assert (ran.code, "there is no" in ran.err, "--yes" in ran.err) == (2, True, False), ran.err


def test_a_ledger_that_something_else_restored_is_distrusted(kept: Care) -> None:
    ran = kept.run("ledger", "distrust", "--since", "2026-01-02T03:04:05Z", "--because", "snapshot", "--json")
    assert valid("ledger-distrust", ran.json)["since"] == "2026-01-02T03:04:05Z"
    assert kept.execute("SELECT kind, because FROM xi_acts ORDER BY id DESC LIMIT 1") == [("distrust", "snapshot")]
    assert kept.run("ledger", "distrust", "--since", "2099-01-01").code == 2
    assert kept.run("ledger", "distrust", "--since", "soon").code == 2


def test_a_migration_says_whether_it_is_due(kept: Care) -> None:
    checked = kept.run("ledger", "migrate", "--check", "--json")
    assert checked.code == 0
    assert valid("ledger-migrate", checked.json) | {"copy": None} == {
        "schema": "xi-orders/ledger-migrate/1",
        "before": 1,
        "after": 1,
        "steps": [],
        "due": False,
        "copy": None,
    }
    from xi.sdk.resellers.ordering.ledger import _migrating, _schema

    steps = (_migrating.Step(version=2, says="adds nothing", run=lambda *_: None),)
    with mock.patch.object(_migrating, "STEPS", steps), mock.patch.object(_schema, "SCHEMA", 2):
        due = kept.run("ledger", "migrate", "--check", "--json")
        assert (due.code, due.json["due"], due.json["steps"]) == (1, True, ["adds nothing"])
        tried = kept.run("ledger", "migrate", "--dry-run", "--json")
        assert (tried.code, tried.json["due"]) == (0, True)
        assert kept.execute("SELECT version FROM xi_meta") == [(1,)]
        done = kept.run("ledger", "migrate", "--json")
        assert (done.code, done.json["due"]) == (0, False), done.err
        assert kept.execute("SELECT version FROM xi_meta") == [(2,)]
        assert kept.run("ledger", "migrate", "--check").code == 0


def test_a_ledger_moves_and_nothing_is_sent_from_the_old_one(kept: Care, server: SandboxServer) -> None:
    url = str(kept.cli.home / "new.db")
    asked = kept.run("ledger", "move", url)
    assert (asked.code, "--yes" in asked.err) == (2, True)
    events = kept.execute("SELECT count(*) FROM xi_notes")[0][0]
    moved = kept.run("ledger", "move", url, "--yes", "--json")
    document = valid("ledger-move", moved.json)
    assert (document["to"], document["orders"], document["events"]) == (url, 2, events)
    assert f"xi-orders config set ledger {url}" in moved.err
    old = kept.run("place", "--po", "A-3", "--line", "DF4128=1")
    assert (old.code, "A-3" in server.sandbox.placements()) == (6, False)
    new = kept.run("place", "--po", "A-3", "--line", "DF4128=1", "--ledger", url)
    assert new.code == 0, new.err
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1, "A-3": 1}
    listed = kept.run("list", "--ledger", url, "--json").json["items"]
    assert sorted((each["po"], each["state"]) for each in listed) == [(f"A-{n}", "placed") for n in (1, 2, 3)]


def test_what_is_said_after_a_move_can_be_configured(kept: Care, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kept.cli.home)
    moved = kept.run("ledger", "move", "sqlite:///new.db", "--yes")
    line = moved.err.rpartition("now: xi-orders ")[2].split()
    assert line == ["config", "set", "ledger", str(kept.cli.home / "new.db")]
    assert kept.run(*line).code == 0


def test_an_infinite_number_of_a_query_is_text(kept: Care) -> None:
    items = kept.run("ledger", "sql", "SELECT 9e999 AS a, -9e999 AS b", "--json").json["items"]
    assert items == [{"a": "inf", "b": "-inf"}]


def test_a_ledger_moves_into_postgresql(cli: Cli) -> None:
    with care("postgresql", cli) as target, care("sqlite", cli) as source:
        cli.configure()
        source.place("A-1")
        moved = source.run("ledger", "move", target.url, "--yes")
        assert moved.code == 0, moved.err
        assert target.execute("SELECT po FROM xi_entries") == [("A-1",)]
        secret = source.run("ledger", "move", target.url.replace("postgres@", "postgres:sesame@"), "--yes")
        assert (secret.code, "sesame" in secret.err) == (2, False)


@BOTH
def test_a_query_reads_the_views_and_writes_nothing(kept: Care) -> None:
    query = "SELECT po, state, sends, planned_at FROM orders ORDER BY po"
    ran = kept.run("ledger", "sql", query, "--json")
    items = valid("ledger-sql", ran.json)["items"]
    assert [(each["po"], each["state"], each["sends"]) for each in items] == [
        ("A-1", "placed", 1),
        ("A-2", "placed", 1),
    ]
    assert items[0]["planned_at"].endswith("Z")
    rows = kept.run("ledger", "sql", "SELECT part, quantity, NULL AS missing FROM lines")
    assert rows.rows == [["PART", "QUANTITY", "MISSING"], ["DF4128", "2", ""], ["DF4128", "2", ""]]
    assert kept.run("ledger", "sql", "SELECT count(*) AS n FROM events", "--csv").out.splitlines()[0] == "n"
    assert kept.run("ledger", "sql", "SELECT orders FROM batches", "--csv").code == 0
    for wrong in ("DELETE FROM orders", "UPDATE xi_entries SET po = 'x'", "SELECT * FROM nowhere", "nonsense"):
        refused = kept.run("ledger", "sql", wrong)
        assert (refused.code, refused.out) == (2, ""), wrong
    late = (
        "SELECT 10 / (900 - g) FROM generate_series(0, 2000) g"
        if "://" in kept.url
        else "SELECT abs(-9223372036854775807 - x) FROM (SELECT 0 AS x UNION ALL SELECT 1)"
    )
    broken = kept.run("ledger", "sql", late)
    assert (broken.code, "the query cannot be run" in broken.err) == (2, True), "a later row fails, not the ledger"
    twice = kept.run("ledger", "sql", "SELECT po, po FROM orders")
    assert (twice.code, "AS" in twice.err) == (2, True)
    assert kept.run("ledger", "check").code == 0


@BOTH
def test_old_content_goes_after_a_question_and_the_fact_stays(kept: Care) -> None:
    long_ago = time.time() - 100 * 86_400
    kept.execute(f"UPDATE xi_entries SET settled_at = {long_ago}, due = NULL")
    day = time.strftime("%Y-%m-%d", time.gmtime())
    line = ("ledger", "redact", "--before", day)
    tried = valid("ledger-redact", kept.run(*line, "--dry-run", "--json").json)
    assert (tried["orders"], tried["dry_run"], tried["before"]) == (2, True, day)
    asked = kept.run(*line)
    assert (asked.code, "2 orders" in asked.err, "--yes" in asked.err) == (2, True, True)
    assert kept.execute("SELECT count(*) FROM xi_entries WHERE body IS NULL") == [(0,)]
    done = valid("ledger-redact", kept.run(*line, "--yes", "--json").json)
    assert (done["orders"], done["events"], done["dry_run"]) == (2, tried["events"], False)
    assert kept.execute("SELECT count(*) FROM xi_entries WHERE body IS NULL") == [(2,)]
    numbers = kept.run("ledger", "sql", "SELECT order_numbers FROM orders", "--csv")
    assert all(line.startswith("20-") for line in numbers.out.splitlines()[1:])
    assert kept.run("ledger", "redact", "--before", "yesterday").code == 2


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_ledger_that_cannot_be_used_ends_with_6_and_nothing_is_sent(
    cli: Cli, server: SandboxServer, fault: Fault
) -> None:
    kind, spoil = FAULTS[fault]
    with care(kind, cli) as made:
        assert made.run("ledger", "init").code == 0
        line: tuple[str, ...] = ("place", "--po", "A-1", "--line", "DF4128=1")
        if fault is Fault.MISSING:
            cli.configure(environment="production")
            line = (*line, "--yes")
        elif fault is Fault.LOCKED:
            line = ("ledger", "move", str(cli.home / "new.db"), "--yes")
        try:
            spoil(made)
            ran = made.run(*line)
        finally:
            mock.patch.stopall()
        assert (ran.code, ran.out) == (6, ""), ran.err
        assert f"[ledger-{fault.value.replace('_', '-')}]" in ran.err
        assert "Traceback" not in ran.err
        if fault is Fault.MISSING:
            assert "xi-orders ledger init" in ran.err
    assert server.sandbox.placements() == {}


def test_in_production_every_po_is_searched_first_unless_a_person_says_otherwise(in_file: Care) -> None:
    in_file.cli.configure(environment="production")
    missing = in_file.run("ledger", "info")
    assert (missing.code, "xi-orders ledger init" in missing.err) == (6, True)
    asked = in_file.run("ledger", "init", "--trusted")
    assert (asked.code, "--yes" in asked.err) == (2, True)
    made = in_file.run("ledger", "init", "--json")
    document = valid("ledger-init", made.json)
    assert document["environment"] == "production"
    assert document["searched_until"] is not None
    (where,) = Path(document["ledger"]).parent.iterdir()
    assert where.name == "test-production.db"
    untrusted = in_file.run("ledger", "trust")
    assert (untrusted.code, "--yes" in untrusted.err) == (2, True)
    assert in_file.run("ledger", "trust", "--yes").code == 0
    assert in_file.run("ledger", "info", "--json").json["distrusted_since"] is None


def test_somebody_who_sits_there_types_the_name_of_the_ledger(cli: Cli) -> None:
    with care("sqlite", cli) as made:
        made.place("A-1")
        backup = cli.home / "backup.db"
        assert made.run("ledger", "backup", str(backup)).code == 0
        wrong = cli.run("ledger", "restore", str(backup), tty=True, stdin="y\n")
        assert (wrong.code, f"type {cli.ledger.name} to go on" in wrong.err) == (2, True)
        assert "nothing was done" in wrong.err
        right = cli.run("ledger", "restore", str(backup), tty=True, stdin=f"{cli.ledger.name}\n")
        assert right.code == 0, right.err
        assert "local · 20-222222 US" in right.err


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"erp": {1: b"\x01"}}, {"erp": {"1": "01"}}),
        ([None, True, 1.5, Decimal("1.50")], [None, True, 1.5, Decimal("1.50")]),
        (timedelta(hours=1), "1:00:00"),
    ],
)
def test_a_value_of_any_database_can_be_shown(value: object, expected: object) -> None:
    assert _plain(value) == expected

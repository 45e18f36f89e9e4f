"""`list`: the rows of the ledger, for eyes, for scripts and for spreadsheets, without credentials."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cli_kit import COMMAND, Cli, environment, valid
from shop_kit import ODD_PO, Shop, shop, without_credentials

from xi.sdk.resellers.cli.records import RECORD_COLUMNS, needs, record_item
from xi.sdk.resellers.cli.tree import COMMANDS
from xi.sdk.resellers.ordering import Kind, Reason, Record, State

__all__ = ["shop", "without_credentials"]


def test_every_form_tells_the_same_orders(shop: Shop, without_credentials: Cli) -> None:
    as_json, as_lines, as_csv, as_plain = without_credentials.run_all(
        "list --json", "--jsonl list", "list --csv", "list"
    )
    assert {each.err for each in (as_json, as_lines, as_csv, as_plain)} == {""}
    document = valid("list", as_json.json)
    assert document["complete"] is True
    items = document["items"]
    assert [(each["po"], each["state"]) for each in items] == [
        ("PO-1", "placed"),
        ("PO-3", "held"),
        ("PO-4", "rejected"),
        (ODD_PO, "planned"),
    ]
    first, held, rejected, planned = items
    assert first["order_numbers"] == list(shop.placed.order_numbers)
    assert first["total"] == {"amount": shop.placed.total, "currency": "USD"}
    assert (first["batch"], first["source"]) == ("monday", {"file": "m.csv", "lines": "2-3"})
    assert first["correlation_ids"] == [shop.placed.correlation_id]
    assert (held["reason"], held["next"]["command"]) == ("unguarded", "xi-orders history PO-3 --support")
    assert "NO-SUCH" in json.dumps(rejected)
    assert planned["ref"] == {"sap": "4712"}

    assert [valid("list", each) for each in as_lines.lines] == [
        {"schema": "xi-orders/list/1", **each} for each in items
    ]

    header, *rows = csv.reader(io.StringIO(as_csv.out, newline=""))
    assert header == [each.name for each in RECORD_COLUMNS]
    assert [each[header.index("po")] for each in rows] == [each["po"] for each in items]

    header, *rows = as_plain.rows
    assert header[:5] == ["PO", "CUSTOMER", "COUNTRY", "ENVIRONMENT", "STATE"]
    assert [each[4] for each in rows] == [each["state"] for each in items]


def test_a_terminal_gets_a_table_that_fits_and_reads_no_markup(without_credentials: Cli) -> None:
    ran = without_credentials.run("list", tty=True, columns=110, env={"NO_COLOR": "1"})
    assert ran.code == 0
    header, *rows = ran.out.splitlines()
    assert header.split()[:4] == ["PO", "STATE", "REASON", "NUMBERS"]
    assert [each for each in rows if each.startswith(ODD_PO)]
    assert max(len(each.rstrip()) for each in ran.out.splitlines()) <= 110
    assert "\x1b" not in ran.out
    assert "\x1b[32mplaced" in without_credentials.run("list", "--state", "placed", tty=True, columns=110).out


def test_rows_are_filtered(without_credentials: Cli) -> None:
    expected = {
        "--state held --state rejected": ["PO-3", "PO-4"],
        "--state held,placed": ["PO-1", "PO-3"],
        "--reason unguarded": ["PO-3"],
        "--batch last": [ODD_PO],
        "--batch monday --state rejected": ["PO-4"],
        "--ref sap=4712": [ODD_PO],
        "--older-than 1h": [],
        "--since 1h --limit 1": ["PO-1"],
        "--until 2020-01-01": [],
    }
    ran = without_credentials.run_all(*(f"list --fields po --no-header {each}" for each in expected))
    assert [each.code for each in ran] == [0] * len(expected)
    assert dict(zip(expected, (each.out.splitlines() for each in ran), strict=True)) == expected


def test_what_a_limit_cuts_is_told(without_credentials: Cli) -> None:
    cut, whole = without_credentials.run_all("list --limit 2 --json", "list --limit 4 --json")
    assert (cut.code, cut.json["complete"], len(cut.json["items"])) == (0, False, 2)
    assert cut.err == "there are more; --limit has cut them\n"
    assert (whole.code, whole.json["complete"], len(whole.json["items"])) == (0, True, 4)


def test_what_cannot_be_listed_is_refused_and_no_file_is_left(without_credentials: Cli) -> None:
    refused = {
        "--batch nope": (1, "the ledger has no batch 'nope' [not-found]"),
        "--state lost": (2, "--state is 'lost'; it should be one of planned, sending, doubt"),
        "--since soon": (2, "--since is 'soon'"),
        "--ref sap": (2, "--ref is 'sap'; it should be K=V"),
        "--fields po,states": (2, "--fields: there is no field 'states'; there are po,"),
    }
    ran = without_credentials.run_all(*(f"list {each} -o list.txt" for each in refused))
    for each, (code, says) in zip(ran, refused.values(), strict=True):
        assert (each.code, each.out) == (code, "")
        assert says in each.err
    assert not [each for each in without_credentials.home.iterdir() if each.name.endswith((".txt", ".part"))]


def test_a_reader_that_goes_away_ends_it_quietly(without_credentials: Cli) -> None:
    command = " ".join((*COMMAND, "list", "--csv", "--fields", "po"))
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"],
        env=environment(without_credentials.home),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


# -- what a person should do


def _record(**told: Any) -> Record:
    values: dict[str, Any] = {
        "key": "k",
        "po": "PO 1",
        "customer": "20-222222",
        "country": "US",
        "environment": "local",
        "kind": Kind.V6,
        "generation": 1,
        "state": State.PLACED,
        "reason": None,
        "order_numbers": (),
        "rejected": (),
        "adopted": False,
        "doubled": False,
        "sends": 1,
        "answer": None,
        "total": None,
        "currency": None,
        "shipping": None,
        "batch": None,
        "source_file": None,
        "source_lines": None,
        "ref": {},
        "correlation_id": None,
        "planned": datetime.now(UTC) - timedelta(hours=1),
        "first_sent": None,
        "settled": None,
        "next_at": None,
    }
    return Record(**(values | told))


_HELD = [{"state": State.HELD, "reason": each} for each in Reason if each is not Reason.DOUBLED]
_UNSETTLED = [{"state": each} for each in (State.PLANNED, State.DOUBT, State.ACCEPTED, State.PARTLY, State.EMPTY)]


@pytest.mark.parametrize("told", [*_HELD, *_UNSETTLED, {"doubled": True}, {"state": State.REJECTED}], ids=str)
def test_each_order_that_needs_somebody_names_a_command_that_there_is(told: dict[str, Any]) -> None:
    need = needs(_record(**told))
    assert need.what
    assert need.command is not None
    program, command, *rest = need.command.split(" ", 2)
    assert program == "xi-orders"
    assert command in COMMANDS
    assert not rest or rest[0].startswith("'PO 1'") or rest == ["--once"]


def test_nobody_is_needed_for_what_is_settled_and_a_pause_is_what_a_planned_order_waits_for() -> None:
    for state in (State.PLACED, State.ABANDONED, State.NOT_PLACED):
        assert (needs(_record(state=state)).what, needs(_record(state=state)).command) == (None, None)
    assert needs(_record(state=State.PLANNED), is_paused=True).command == "xi-orders resume"


def test_two_orders_that_stand_come_before_any_other_reason() -> None:
    item = record_item(_record(state=State.HELD, reason=Reason.CONFLICT, doubled=True, order_numbers=("A", "B")))
    assert (item["reason"], item["doubled"]) == ("doubled", True)
    assert "A, B" in item["next"]["what"]

"""`xi-orders place`: each order once, whatever becomes of the run, and an exit code for who has to do something."""

from __future__ import annotations

import csv
import json
import re
import signal
import subprocess
import sys
from random import Random

import pytest
from cli_kit import COMMAND, Cli, environment, valid
from place_kit import FAST, HEADER, orders_file, place_and_kill, start, wait_until

from xi.sdk.resellers.sandbox import SandboxServer


def test_orders_are_placed_once_and_the_same_line_again_changes_nothing(cli: Cli, server: SandboxServer) -> None:
    path = orders_file(cli.home, 3)
    first = cli.run("place", str(path), "--batch", "monday")
    assert (first.code, server.sandbox.placements()) == (0, {f"PO-{number:03}": 1 for number in range(3)}), first.err
    header, *rows = first.rows
    states = {row[header.index("PO")]: row[header.index("STATE")] for row in rows}
    assert states == {f"PO-{number:03}": "placed" for number in range(3)}
    assert f"local · 20-222222 US · ledger {cli.ledger.name}" in first.err
    again = cli.run("place", str(path), "--batch", "monday")
    assert again.code == 0
    assert sorted(again.rows) == sorted(first.rows)
    assert set(server.sandbox.placements().values()) == {1}


def test_quiet_is_silent_when_all_is_well(cli: Cli) -> None:
    cli.configure(client_id="an-app")
    path = str(orders_file(cli.home, 2))
    for _ in range(2):
        ran = cli.run("place", path, "-q")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert cli.run("place", path, "--dry-run", env={"XI_ACCESS_TOKEN": ""}).code == 0


def test_a_user_without_a_home_is_told_what_is_missing(cli: Cli) -> None:
    ran = cli.run("status", env={"HOME": "", "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""})
    assert ran.code == 2, ran
    assert "Traceback" not in ran.err


def test_json_lines_end_with_a_summary(cli: Cli) -> None:
    ran = cli.run("place", str(orders_file(cli.home, 2)), "--jsonl", "--batch", "b")
    *items, summary = ran.lines
    assert [each["schema"] for each in items] == ["xi-orders/place/1"] * 2
    assert valid("place-summary", summary)["states"] == {"placed": 2}


@pytest.mark.parametrize("api", ["v6", "v7"])
def test_a_dry_run_says_what_would_be_done_and_does_nothing(cli: Cli, server: SandboxServer, api: str) -> None:
    assert cli.run("place", "--po", "PO-000", "--line", "DF4128=2").code == 0
    assert cli.run("place", "--po", "PO-001", "--line", "DF4128=9").code == 0
    before = cli.run("list", "--json").out
    asked = server.sandbox.answered
    ran = cli.run("place", str(orders_file(cli.home, 3)), "--dry-run", "--api", api, "--json")
    would = {each["po"]: each["would"] for each in valid("preview", ran.json)["items"]}
    assert would == {
        "PO-000": "known",
        "PO-001": "differs",
        "PO-002": "send",
    }
    assert ran.code == 2
    assert "the run would send nothing: 1 of the orders cannot be placed as written\nnothing was sent" in ran.err
    assert server.sandbox.answered == asked
    assert cli.run("list", "--json").out == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("place",), "say which orders"),
        (("place", "orders.csv", "--po", "A"), "say which orders"),
        (("place", "--po", "A"), "--po needs at least one --line"),
        (("place", "--po", "A", "--line", "DF4128"), "--line is 'DF4128'"),
        (("place", "--po", "A", "--line", "DF4128=0"), "--line is 'DF4128=0'"),
        (("place", "--po", "A", "--line", "DF4128=10000"), "9999"),
        (("place", "orders.csv", "--wait", "soon"), "--wait is 'soon'"),
        (("place", "orders.csv", "--max-orders", "2"), "the limit of a run is 2"),
        (("place", "orders.csv", "--expect", "orders=4"), "4 are expected"),
        (("place", "none.csv"), "none.csv"),
        (("place", "empty.csv"), "empty.csv"),
        (("place", "cut.csv"), "--last-line-whole"),
        (("place", "bad.csv"), "1 of 2 orders is refused"),
        (("place", "-"), "--kind"),
        (("place", "orders.csv", "--api", "v5"), "--api is 'v5'"),
        (("place", "orders.csv", "--lease", "10s"), "lease"),
    ],
)
def test_what_cannot_be_placed_as_it_is_ends_with_2_before_anything_is_sent(
    cli: Cli, server: SandboxServer, arguments: tuple[str, ...], said: str
) -> None:
    orders_file(cli.home, 3)
    (cli.home / "empty.csv").write_text("")
    (cli.home / "cut.csv").write_text(HEADER + "PO-1,DF4128,100")
    (cli.home / "bad.csv").write_text(HEADER + "PO-1,DF4128,1\nPO-2,DF4128,none\n")
    ran = cli.run(*arguments)
    assert (ran.code, ran.out) == (2, ""), ran
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert server.sandbox.purchase_orders() == {}


def test_a_header_alone_is_fine(cli: Cli) -> None:
    (cli.home / "header.csv").write_text(HEADER)
    ran = cli.run("place", "header.csv")
    assert ran.code == 0, ran.err
    assert "no orders" in ran.err


def test_bad_rows_can_be_left_out_and_stand_in_the_report(cli: Cli, server: SandboxServer) -> None:
    (cli.home / "bad.csv").write_text(HEADER + "PO-1,DF4128,1\nPO-2,DF4128,none\n")
    ran = cli.run("place", "bad.csv", "--skip-bad", "--report", "report.csv")
    assert ran.code == 1, ran.err
    assert server.sandbox.placements() == {"PO-1": 1}
    with (cli.home / "report.csv").open(newline="") as file:
        rows = {row["po"]: row["state"] for row in csv.DictReader(file)}
    assert rows == {"PO-1": "placed", "PO-2": "refused"}


def test_each_form_tells_which_orders_were_left_out(cli: Cli) -> None:
    (cli.home / "bad.csv").write_text(HEADER + "PO-1,DF4128,1\nPO-2,DF4128,none\nPO-2,,1\nPO-3,DF4128,0\n")
    told = [("PO-2", "bad-quantity", 3), ("PO-2", "missing", 4), ("PO-3", "bad-quantity", 5)]
    ran = cli.run("place", "bad.csv", "--skip-bad", "--json")
    found = valid("place", ran.json)
    assert (ran.code, [each["po"] for each in found["items"]], found["complete"]) == (1, ["PO-1"], True)
    lines = cli.run("place", "bad.csv", "--skip-bad", "--jsonl").lines
    for summary in (found["summary"], valid("place-summary", lines[-1])):
        assert (summary["orders"], summary["states"], summary["refused"]) == (1, {"placed": 1}, 2)
        assert [(each["po"], each["code"], each["line"]) for each in summary["errors"]] == told
    for form in ("--plain", "--csv", "--json", "--jsonl"):
        assert "1 placed · 2 refused, and left out" in cli.run("place", "bad.csv", "--skip-bad", form).err
    refused = cli.run("place", "bad.csv", "--json")
    error = json.loads(refused.err)
    assert (refused.code, error["word"]) == (2, "file-refused")
    assert [(each["po"], each["code"], each["line"]) for each in error["errors"]] == told
    preview = cli.run("place", "bad.csv", "--dry-run", "--json")
    would = {each["po"]: each["would"] for each in valid("preview", preview.json)["items"]}
    assert (preview.code, would) == (1, {"PO-1": "known", "PO-2": "bad", "PO-3": "bad"})


def test_runs_of_files_of_one_name_are_batches_of_their_own(cli: Cli) -> None:
    for folder in ("a", "b"):
        (cli.home / folder).mkdir()
        orders_file(cli.home / folder, 1).write_text(f"{HEADER}{folder},DF4128,1\n")
        assert cli.run("place", f"{folder}/orders.csv").code == 0
    batches = {each["batch"] for each in cli.run("list", "--json").json["items"]}
    assert len(batches) == 2
    assert all(re.fullmatch(r"[0-9-]{10} [0-9:]{8}-[0-9a-f]{4} orders\.csv", each) for each in batches)


@pytest.mark.skipif(sys.platform == "darwin", reason="its names of files are text")
def test_names_of_files_that_are_no_text_are_kept_escaped(cli: Cli, server: SandboxServer) -> None:
    for number, folder in enumerate(("a", "b\udcff")):
        (cli.home / folder).mkdir()
        (cli.home / folder / "x\udcff.csv").write_text(f"{HEADER}A-{number},DF4128,1\n")
    names = ("a/x\udcff.csv", "b\udcff/x\udcff.csv")
    assert cli.run("check", *names).code == 0
    ran = cli.run("place", *names, "--json")
    assert (ran.code, server.sandbox.placements()) == (0, {"A-0": 1, "A-1": 1}), ran
    assert {each["source"]["file"] for each in ran.json["items"]} == {"a/x\\udcff.csv", "b\\udcff/x\\udcff.csv"}


def test_what_the_desk_would_refuse_is_a_bad_row(cli: Cli, server: SandboxServer) -> None:
    name = "additionalAttributes.allowDuplicateCustomerOrderNumber"
    (cli.home / "twice.csv").write_text(f"{HEADER.strip()},{name}\nPO-1,DF4128,1,\nPO-2,DF4128,1,true\n")
    checked = cli.run("check", "twice.csv")
    assert checked.code == 1
    assert "[duplicates-allowed] · PO PO-2 is refused" in checked.err
    assert "--reuse WHY" in checked.err
    assert cli.run("place", "twice.csv", "--skip-bad").code == 1
    assert server.sandbox.placements() == {"PO-1": 1}
    (cli.home / "again.csv").write_text(f"{HEADER.strip()},{name}\nPO-2,DF4128,1,true\n")
    ran = cli.run("place", "again.csv", "--reuse", "the first was cancelled")
    assert ran.code == 0, ran.err
    assert server.sandbox.placements() == {"PO-1": 1, "PO-2": 1}


def test_where_all_orders_are_bad_nothing_is_left_to_place(cli: Cli) -> None:
    (cli.home / "bad.csv").write_text(HEADER + "PO-2,DF4128,none\n")
    for is_terminal in (False, True):
        ran = cli.run("place", "bad.csv", tty=is_terminal)
        assert ran.code == 2
        assert "1 of 1 orders is refused. Nothing was sent" in ran.err
        assert "--skip-bad" not in ran.err


def test_somebody_who_sits_there_is_asked_about_bad_rows(cli: Cli, server: SandboxServer) -> None:
    (cli.home / "bad.csv").write_text(HEADER + "PO-1,DF4128,1\nPO-2,DF4128,none\n")
    refused = cli.run("place", "bad.csv", tty=True, stdin="n\n")
    assert refused.code == 2
    assert server.sandbox.purchase_orders() == {}
    agreed = cli.run("place", "bad.csv", tty=True, stdin="y\n")
    assert "Place the other 1?" in agreed.err
    assert agreed.code == 1
    assert server.sandbox.placements() == {"PO-1": 1}


def test_each_outcome_has_its_code(cli: Cli, server: SandboxServer) -> None:
    rejected = cli.run("place", "--po", "A-1", "--line", "NOSUCH=1")
    assert rejected.code == 1, rejected.err
    server.sandbox.faults.add("drop_before", "create_v6")
    doubt = cli.run("place", "--po", "A-2", "--line", "DF4128=1", "--wait", "0")
    assert doubt.code == 3, doubt.err
    assert "the same line goes on from here" in doubt.err
    assert cli.run("place", "--po", "A-2", "--line", "DF4128=2").code == 2
    paused = cli.run("place", "--po", "A-3", "--line", "DF4128=1", "--wait", "2s", env={"XI_ACCESS_TOKEN": "wrong"})
    assert paused.code == 4, paused.err
    cli.ledger.chmod(0o600)
    cli.ledger.write_bytes(b"not a ledger" * 1000)
    broken = cli.run("place", "--po", "A-4", "--line", "DF4128=1")
    assert broken.code == 6, broken.err
    assert "A-4" not in server.sandbox.purchase_orders()


def test_rejections_in_a_row_stop_the_run(cli: Cli) -> None:
    ran = cli.run("place", str(orders_file(cli.home, 12, part="NOSUCH")), "--max-rejected", "5", "--threads", "1")
    assert ran.code == 4, ran.err
    assert "5 orders in a row were rejected for the same reason" in ran.err
    assert len(ran.rows) <= 8


def test_production_is_asked_for_and_never_guessed(cli: Cli) -> None:
    cli.configure(environment="production")
    path = str(orders_file(cli.home, 2))
    missing = cli.run("place", path)
    assert missing.code == 6
    assert "xi-orders ledger init" in missing.err
    assert cli.run("ledger", "init", "--yes").code == 0
    ran = cli.run("place", path)
    assert (ran.code, ran.out) == (2, "")
    assert "2 orders, 2 lines. Place them?" in ran.err
    assert "--yes" in ran.err
    declined = cli.run("place", path, tty=True, stdin="n\n")
    assert declined.code == 2
    assert "the answer was no" in declined.err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_a_signal_begins_nothing_new_and_waits_for_what_is_out(
    cli: Cli, server: SandboxServer, number: int, code: int
) -> None:
    server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.2)
    path = orders_file(cli.home, 300)
    with start(cli, "place", str(path), "--jsonl", "--threads", "4") as process:
        wait_until(lambda: len(server.sandbox.placements()) >= 4)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert process.returncode == code, err
    told = [json.loads(line) for line in out.splitlines()]
    placed = {each["po"] for each in told if each.get("state") == "placed"}
    assert placed == set(server.sandbox.placements())
    assert 4 <= len(placed) < 250
    assert f"{len(placed)} placed · {300 - len(placed)} still to do" in err
    assert "the same line goes on from here" in err
    assert "Traceback" not in err


def test_what_acts_goes_on_when_nobody_reads_its_output(cli: Cli, server: SandboxServer) -> None:
    path = orders_file(cli.home, 60)
    command = " ".join((*COMMAND, "place", str(path), "--jsonl", "--report", "report.csv"))
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -1"],
        env=environment(cli.home, cli.env),
        cwd=cli.home,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode == 0, done.stderr
    assert len(server.sandbox.placements()) == 60
    assert len((cli.home / "report.csv").read_text().splitlines()) == 61


@pytest.mark.apart
def test_a_run_that_is_killed_again_and_again_places_each_order_once(cli: Cli, server: SandboxServer) -> None:
    place_and_kill(cli, server, orders=80, kills=6, random=Random(7))


def test_journald_gets_priorities_instead_of_times(cli: Cli) -> None:
    # systemd names the device and inode of the stream that journald reads.
    script = 'export JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr); exec "$@"'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND, "place", "-v", "--po", "A-1", "--line", "DF4128=1"],
        env=environment(cli.home, cli.env),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "<6>POST /resellers/v6/orders 201 in " in done.stderr
    assert ", PO A-1\n" in done.stderr


def test_two_runs_of_one_file_at_once_place_each_order_once(cli: Cli, server: SandboxServer) -> None:
    path = orders_file(cli.home, 40)
    with start(cli, "place", str(path), "-q") as one, start(cli, "place", str(path), "-q") as other:
        for each in (one, other):
            _, err = each.communicate(timeout=120)
            assert each.returncode == 0, err
    assert server.sandbox.placements() == {f"PO-{number:03}": 1 for number in range(40)}


def test_orders_that_could_not_be_sent_are_no_doubt_at_the_end(cli: Cli, server: SandboxServer) -> None:
    server.sandbox.faults.add("429", "create_v6", times=None)
    args = ["place", str(orders_file(cli.home, 3)), *FAST, "-v"]
    with subprocess.Popen(
        [*COMMAND, *args],
        env=environment(cli.home, cli.env),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stderr is not None
        next(line for line in process.stderr if "nothing new is sent" in line)
        process.send_signal(signal.SIGINT)
        over = next(line for line in process.stderr if "the run is over" in line)
        process.stderr.read()
    assert process.returncode == 130
    assert "in doubt" not in over, over

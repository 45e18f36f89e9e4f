"""Days of an operator, from the first to the move to another database: the real program against a sandbox."""

from __future__ import annotations

import re
import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest
from cli_kit import COMMAND, DEADLINE_S, Cli, environment
from person_kit import FAST, UNGUARDED, desk_of, inside, order
from postgres_kit import database

from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.testing import TOKEN

QUICK = ("--quiet-time", "0.3", "--looks", "0.05,0.15,0.3", "--call-timeout", "5s", "--lease", "6s")
WHY = ("--because", "IM case 0099123")


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in the home of the user, also where the program runs in this process."""
    monkeypatch.chdir(tmp_path)


def columns(ran: Any, *names: str) -> list[tuple[str, ...]]:
    """Return columns of plain output."""
    header, *rows = ran.rows
    return [tuple(row[header.index(name)] for name in names) for row in rows]


def write(cli: Cli, name: str, *rows: str) -> str:
    path = cli.home / name
    path.write_text("".join(f"{each}\n" for each in ("customerOrderNumber,ingramPartNumber,quantity", *rows)))
    return str(path)


def test_the_first_day(tmp_path: Path, server: SandboxServer) -> None:
    """Log in, write a file by the template, check it, try it, place it: the second time nothing is sent."""
    cli = Cli(tmp_path, server)
    login = cli.run(
        *("login", "--profile", "acme-us", "--environment", server.url, "--customer-number", "20-222222"),
        *("--country-code", "US", "--client-id", "acme", "--store", "file", "--secret-stdin"),
        stdin="s3cret\n",
    )
    assert (login.code, login.out + login.err) == (0, login.out + login.err), login.err
    assert "credentials good · orders, deals, " in login.out + login.err
    assert cli.run("config", "show", "--fields", "key,value").code == 0
    assert "s3cret" not in cli.run("config", "show").out
    template = cli.run("template", "csv")
    assert template.code == 0
    (cli.home / "orders.csv").write_text(template.out)
    checked = cli.run("check", "orders.csv")
    assert checked.code == 0, checked.err
    first = cli.run("place", "orders.csv", "--yes")
    again = cli.run("place", "orders.csv", "--yes")
    assert (first.code, again.code) == (0, 0), first.err
    assert first.err.startswith("local · 20-222222 US · ledger acme-us-local.db\n")
    assert sorted(columns(first, "PO", "ORDER_NUMBERS")) == sorted(columns(again, "PO", "ORDER_NUMBERS"))
    placements = server.sandbox.placements()
    assert placements
    assert set(placements.values()) == {1}


def test_a_line_that_is_rejected(cli: Cli) -> None:
    """An order is placed in part, which is the business's affair; the rest goes under a new PO."""
    text = '{"customerOrderNumber":"ACME-4712","lines":[{"ingramPartNumber":"DF4128","quantity":1},'
    text += '{"ingramPartNumber":"NO-SUCH","quantity":1}],"additionalAttributes":'
    text += '[{"attributeName":"allowPartialOrder","attributeValue":"true"}]}\n'
    (cli.home / "orders.jsonl").write_text(text)
    ran = inside(cli)("place", "orders.jsonl", "--batch", "monday")
    assert (ran.code, columns(ran, "PO", "STATE")) == (1, [("ACME-4712", "partly")])
    assert "NO-SUCH" in columns(ran, "REJECTED")[0][0]
    rest = inside(cli)("rest", "ACME-4712", "--po", "ACME-4712-R", "--yes")
    assert rest.code == 0, rest.err
    assert columns(inside(cli)("list", "--state", "planned"), "PO") == [("ACME-4712-R",)]
    report = inside(cli)("list", "--batch", "monday", "--csv", "-o", "report.csv")
    assert (report.code, report.out) == (0, "")
    assert "ACME-4712" in (cli.home / "report.csv").read_text()


def test_the_daily_file(cli: Cli, server: SandboxServer) -> None:
    """Two runs of one file at once place each order once; a limit keeps a wrong file out."""
    name = write(cli, "orders.csv", *(f"PO-{number},DF4128,1" for number in range(10)))
    assert cli.run("place", name, "--yes", "--max-orders", "5").code == 2
    assert cli.run("place", name, "--yes", "--expect", "orders=11").code == 2
    assert server.sandbox.placements() == {}
    runs = [
        subprocess.Popen(
            [*COMMAND, "place", name, "--yes", "-q", "--report", f"report-{number}.csv"],
            env=environment(cli.home, cli.env | FAST),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=cli.home,
        )
        for number in range(2)
    ]
    ends = [each.communicate(timeout=DEADLINE_S)[1] for each in runs]
    assert [each.returncode for each in runs] == [0, 0], ends
    assert server.sandbox.placements() == {f"PO-{number}": 1 for number in range(10)}
    assert [len((cli.home / f"report-{number}.csv").read_text().splitlines()) for number in range(2)] == [11, 11]


def test_something_is_in_doubt(cli: Cli, server: SandboxServer) -> None:
    """An answer is lost. The order is found when it is looked for; nothing is sent twice."""
    server.sandbox.faults.add("drop_after", "create_v6")
    for _ in range(20):
        server.sandbox.faults.add("500", "search")
    name = write(cli, "orders.csv", "ACME-4790,DF4128,1")
    ran = inside(cli)("place", name, "--wait", "0", *QUICK)
    assert (ran.code, columns(ran, "PO", "STATE")) == (3, [("ACME-4790", "doubt")])
    shown = inside(cli)("status")
    assert "doubt" in shown.out
    assert inside(cli)("status", "--exit-code").code == 3
    server.sandbox.faults.clear()
    found = inside(cli)("recheck", "ACME-4790", *QUICK)
    assert (found.code, columns(found, "STATE")) == (0, [("placed",)])
    assert inside(cli)("place", name, *QUICK).code == 0
    assert server.sandbox.placements() == {"ACME-4790": 1}


@pytest.mark.parametrize("way", ["resend", "placed", "not-placed"])
def test_a_person_decides(cli: Cli, server: SandboxServer, way: str) -> None:
    """An order is held; `status` says so, with the line to type; the history has who, when and why."""
    cli.env |= FAST
    server.sandbox.faults.add("drop_before", "create_v6")
    with desk_of(cli) as desk:
        assert desk.place(order("ACME-4790", **UNGUARDED), reuse="in two parts", wait=60).reason == "unguarded"
        if way == "placed":
            desk.orders.post_createorder_v6(order("ACME-4790", **UNGUARDED))
    status = inside(cli)("status", "--exit-code")
    assert (status.code, "xi-orders history ACME-4790 --support" in status.out) == (5, True)
    support = inside(cli)("history", "ACME-4790", "--support").out
    assert "intent" in support
    assert TOKEN not in support
    if way == "resend":
        refused = inside(cli)("resend", "ACME-4790", *WHY)
        assert (refused.code, "[needs-yes]" in refused.err) == (2, True)
        assert inside(cli)("resend", "ACME-4790", *WHY, "--yes").code == 0
        assert inside(cli)("worker", "--once").code == 0
    elif way == "placed":
        (number,) = server.sandbox.purchase_orders()["ACME-4790"]
        assert inside(cli)("resolve", "ACME-4790", "--placed", number, *WHY, "--yes").code == 0
    else:
        assert inside(cli)("resolve", "ACME-4790", "--not-placed", *WHY, "--yes").code == 0
    state = "not_placed" if way == "not-placed" else "placed"
    assert columns(inside(cli)("list"), "PO", "STATE") == [("ACME-4790", state)]
    assert "IM case 0099123" in inside(cli)("history", "ACME-4790").out
    assert server.sandbox.placements() == ({} if way == "not-placed" else {"ACME-4790": 1})


def test_the_months_end(cli: Cli, server: SandboxServer) -> None:
    """Both sides are compared: what a person has typed is only at Ingram Micro."""
    assert inside(cli)("place", write(cli, "orders.csv", "A-1,DF4128,1", "A-2,DF4128,2")).code == 0
    equal = inside(cli)("reconcile", "--ordered", "2d", "--csv", "-o", "november.csv")
    assert (equal.code, "2 equal · 0 different" in equal.err) == (0, True), equal.err
    with desk_of(cli) as desk:
        desk.orders.post_createorder_v6(order("BY-HAND"))
    assert "BY-HAND" in server.sandbox.placements()
    differs = inside(cli)("reconcile", "--ordered", "2d", "--csv", "-o", "november.csv")
    assert (differs.code, "1 only at Ingram Micro" in differs.err) == (1, True), differs.err
    assert "BY-HAND" in (cli.home / "november.csv").read_text()


def test_the_api_is_down(cli: Cli, server: SandboxServer) -> None:
    """After two doubts nothing new is sent until the wait is over."""
    name = write(cli, "orders.csv", *(f"PO-{number:02},DF4128,1" for number in range(12)))
    server.sandbox.faults.add("503", times=None)
    down = cli.run("place", name, "--wait", "2s", "--breaker", "2", "--threads", "1", *QUICK)
    creates = [each for each in server.sandbox.exchanges if each.operation == "create_v6"]
    assert (down.code, "[api-away]" in down.err, len(creates)) == (4, True, 2), down.err
    assert server.sandbox.placements() == {}


def test_the_same_line_goes_on_when_the_api_is_back(cli: Cli, server: SandboxServer) -> None:
    """Some are placed without an answer, some never arrived: in the end each is placed once."""
    name = write(cli, "orders.csv", *(f"PO-{number:02},DF4128,1" for number in range(6)))
    server.sandbox.faults.add("500", "search", times=None)
    server.sandbox.faults.add("drop_after", "create_v6", times=2)
    server.sandbox.faults.add("503", "create_v6", times=1)
    first = inside(cli)("place", name, "--wait", "0", *QUICK)
    assert first.code == 3, first.err
    assert sorted(columns(first, "STATE")).count(("doubt",)) == 3
    server.sandbox.faults.clear()
    second = inside(cli)("place", name, *QUICK)
    assert second.code == 0, second.err
    assert server.sandbox.placements() == {f"PO-{number:02}": 1 for number in range(6)}


def test_the_price_list_is_wrong(cli: Cli, server: SandboxServer) -> None:
    """A pause stops every run and worker of the ledger; what is planned is abandoned, and work goes on."""
    assert inside(cli)("pause", "--because", "price list wrong").code == 0
    name = write(cli, "orders.csv", "A-1,DF4128,1")
    waits = inside(cli)("place", name, "--all-or-nothing", "--batch", "wrong", "--wait", "0.5s")
    assert (waits.code, "[paused]" in waits.err, "price list wrong" in waits.err) == (3, True, True)
    assert columns(waits, "PO", "STATE") == [("A-1", "planned")]
    assert "price list wrong" in inside(cli)("status").out
    assert server.sandbox.placements() == {}
    assert inside(cli)("abandon", "--batch", "wrong", "--because", "price list wrong", "--yes").code == 0
    assert inside(cli)("resume").code == 0
    again = inside(cli)("place", name)
    assert (again.code, columns(again, "STATE")) == (1, [("abandoned",)])
    assert inside(cli)("place", write(cli, "right.csv", "A-2,DF4128,1")).code == 0
    assert server.sandbox.placements() == {"A-2": 1}


def test_a_second_machine(cli: Cli, server: SandboxServer) -> None:
    """The ledger is moved to PostgreSQL; the old file sends nothing any more; two workers share the new one."""
    assert cli.run("place", write(cli, "orders.csv", "A-1,DF4128,1")).code == 0
    with database() as url:
        moved = cli.run("ledger", "move", url, "--yes")
        assert moved.code == 0, moved.err
        refused = cli.run("place", write(cli, "more.csv", "A-2,DF4128,1"))
        assert (refused.code, "[ledger-moved]" in refused.err) == (6, True)
        cli.configure(ledger=url)
        (cli.home / "in").mkdir()
        workers = [
            subprocess.Popen(
                [*COMMAND, "worker", *more],
                env=environment(cli.home, cli.env | FAST),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=cli.home,
                text=True,
            )
            for more in (["--inbox", str(cli.home / "in")], [])
        ]
        try:
            for each in workers:
                # A worker that is stopped before it is ready ends with 143.
                assert any("the worker is ready" in line for line in each.stdout or ())
            Path(write(cli, "part", "A-3,DF4128,1", "A-4,DF4128,1")).rename(cli.home / "in/orders.csv")
            done = threading.Event()
            for _ in range(DEADLINE_S * 10):
                if {"A-3", "A-4"} <= set(server.sandbox.placements()):
                    break
                done.wait(0.1)
        finally:
            for each in workers:
                each.send_signal(signal.SIGTERM)
            said = [each.communicate(timeout=DEADLINE_S)[0] for each in workers]
        assert [each.returncode for each in workers] == [0, 0], said
        assert server.sandbox.placements() == {"A-1": 1, "A-3": 1, "A-4": 1}
        assert sorted(columns(cli.run("list"), "PO", "STATE")) == [
            ("A-1", "placed"),
            ("A-3", "placed"),
            ("A-4", "placed"),
        ]


def test_what_a_script_reads_is_the_same_in_each_mode(cli: Cli) -> None:
    inside(cli)("place", write(cli, "orders.csv", "A-1,DF4128,1"))
    (item,) = inside(cli)("list", "--json").json["items"]
    (line,) = inside(cli)("list", "--jsonl").lines
    assert {name: line[name] for name in item} == item
    assert columns(inside(cli)("list"), "PO", "STATE") == [(item["po"], item["state"])]
    assert re.match(r"A-1 +placed", inside(cli)("list", "--table", "--no-header").out)

"""`xi-orders place` that ends in its midst, or has orders of other content: what is told, and the exit code."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from threading import Thread, Timer
from typing import Any

import pytest
from cli_kit import Cli, valid
from person_kit import UNGUARDED, Run, desk_of, order
from place_kit import HEADER, orders_file, wait_until

from xi.sdk.resellers import ApiValueError
from xi.sdk.resellers.cli.output import Output
from xi.sdk.resellers.cli.session import Session
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.ordering.ledger import _sqlite
from xi.sdk.resellers.sandbox import SandboxServer


@pytest.mark.parametrize(
    ("po", "reuse", "hint"),
    [
        ("A-1", (), "another PO; or --reuse WHY"),
        (
            "A-2",
            (),
            "another PO; --reuse is for what is settled, and this is planned: xi-orders abandon A-2 --because WHY",
        ),
        ("A-2", ("--reuse", "why"), "--reuse is for what is settled"),
        ("A-3", (), "another PO; --reuse is for what is settled, and this is held: xi-orders history A-3"),
        ("A-3", ("--reuse", "why"), "--reuse is for what is settled"),
        ("A-4", ("--reuse", "once"), "another PO; or --reuse with a reason of its own: this one was said before"),
    ],
)
def test_the_hint_about_a_po_of_other_content_fits_its_state(
    cli: Cli, server: SandboxServer, po: str, reuse: tuple[str, ...], hint: str
) -> None:
    with desk_of(cli) as desk:
        if po == "A-2":
            desk.plan(order(po))
        else:
            if po == "A-3":
                server.sandbox.faults.add("drop_before", "create_v6")
            desk.place(order(po, **(UNGUARDED if po == "A-3" else {})), reuse=None if po == "A-1" else "once", wait=20)
    ran = cli.run("place", "--po", po, "--line", "DF4128=9", *reuse)
    assert (ran.code, "[order-differs]" in ran.err) == (2, True), ran
    assert hint in ran.err.partition("hint:  ")[2]
    assert 'reuse="why"' not in ran.err, "that is an argument of Python"
    assert "with other content: lines[0].quantity is 9, was 1" in ran.err


def test_orders_that_were_written_down_in_a_pause_are_told_as_planned(cli: Cli, run: Run) -> None:
    assert run("pause", "--because", "x").code == 0
    report = cli.home / "r.csv"
    ran = run(
        "place", str(orders_file(cli.home, 5)), "--all-or-nothing", "--wait", "1", "--report", str(report), "--json"
    )
    assert (ran.code, {each["state"] for each in ran.json["items"]}) == (3, {"planned"})
    assert "5 planned\n" in ran.err
    assert "not begun" not in ran.err
    pos = {each["po"] for each in run("list", "--batch", "last", "--state", "planned", "--json").json["items"]}
    assert len(pos) == 5
    with report.open() as file:
        assert {each["po"] for each in csv.DictReader(file)} == {each["po"] for each in ran.json["items"]} == pos


CHANGED_MEANWHILE = "".join(f"A-{number},DF4128,1\n" for number in range(3)) + "X-1,DF4128,1\n"


def change_meanwhile(cli: Cli, monkeypatch: pytest.MonkeyPatch, error: Exception | None = None) -> None:
    """Let somebody else place X-1, with another quantity, when a run has placed its first order; or let it end."""
    place_all = OrderDesk.place_all

    def changed(*given: Any, **options: Any) -> Any:
        for number, record in enumerate(place_all(*given, **options)):
            yield record
            if number == 0:
                if error is not None:
                    raise error
                with desk_of(cli) as desk:
                    desk.place(order("X-1", 9))

    monkeypatch.setattr(OrderDesk, "place_all", changed)


@pytest.mark.parametrize(
    ("rest", "left", "code"), [("", "", 1), ("A-8,DF4128,1\nA-9,DF4128,1\n", " · 2 still to do", 3)]
)
def test_an_order_that_differs_in_mid_run_does_not_say_that_nothing_was_done(
    cli: Cli, run: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch, rest: str, left: str, code: int
) -> None:
    (cli.home / "big.csv").write_text(HEADER + CHANGED_MEANWHILE + rest)
    change_meanwhile(cli, monkeypatch)
    line = ("place", str(cli.home / "big.csv"), "-q", "--threads", "1", "--rate", "600")
    ran = run(*line, "--json", "--report", str(cli.home / "r.csv"))
    assert server.sandbox.placements() == {"A-0": 1, "A-1": 1, "A-2": 1, "X-1": 1}
    summary, error = ran.err.splitlines()
    assert (ran.code, summary) == (code, f"3 placed{left} · 1 of other content, and refused")
    assert (json.loads(error)["word"], json.loads(error)["exit_code"]) == ("order-differs", code)
    document = valid("place", ran.json)
    assert document["complete"] is False
    assert document["summary"]["refused"] == 1
    assert [(each["po"], each["line"]) for each in document["summary"]["errors"]] == [("X-1", 5)]
    with (cli.home / "r.csv").open() as file:
        *placed, refused = csv.DictReader(file)
    assert {each["po"]: each["state"] for each in placed} == {f"A-{number}": "placed" for number in range(3)}
    found = {name: refused[name] for name in ("po", "state", "reason", "source.lines")}
    assert found == {"po": "X-1", "state": "refused", "reason": "order-differs", "source.lines": "5"}
    monkeypatch.undo()
    again = run(*line)
    assert again.code == 2, "now the check before the run finds it, and nothing is sent"
    assert set(server.sandbox.placements().values()) == {1}


@pytest.mark.parametrize(
    ("error", "code"), [(OSError(5, "Input/output error"), 3), (ApiValueError("no value"), 3), (KeyError("no"), 70)]
)
def test_whatever_ends_a_run_in_its_midst_what_was_placed_is_told(
    cli: Cli, run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    (cli.home / "big.csv").write_text(HEADER + CHANGED_MEANWHILE)
    change_meanwhile(cli, monkeypatch, error)
    ran = run("place", str(cli.home / "big.csv"), "-q", "--threads", "1", "--metrics-file", str(cli.home / "m.prom"))
    assert (ran.code, ran.err.splitlines()[0]) == (code, "1 placed · 3 still to do"), ran.err
    assert f"xi_orders_run_last_exit_code {code}" in (cli.home / "m.prom").read_text()


def interrupt_rows(monkeypatch: pytest.MonkeyPatch, written: Callable[[Iterator[Any]], Iterator[Any]]) -> None:
    """Have Ctrl-C come while a row is written, after those that `written` yields of all."""
    write = Output.rows

    def interrupted(self: Output, schema: str, columns: Any, items: Any, **options: Any) -> int:
        write(self, schema, columns, written(items), **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(Output, "rows", interrupted)


def test_ctrl_c_while_a_row_is_written_ends_a_run_as_at_any_other_time(
    cli: Cli, run: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt_rows(monkeypatch, lambda items: islice(items, 2))
    report = cli.home / "r.csv"
    line = ("place", str(orders_file(cli.home, 5)), "--threads", "1", "--report", str(report))
    ran = run(*line, "--metrics-file", str(cli.home / "m.prom"))
    assert ran.code == 130
    assert ran.err.splitlines()[-3:] == [
        "2 placed · 3 still to do",
        "error: stopped [stopped]",
        "hint:  the same line goes on from here",
    ]
    with report.open() as file:
        assert [each["state"] for each in csv.DictReader(file)] == ["placed"] * 2
    assert "xi_orders_run_last_exit_code 130" in (cli.home / "m.prom").read_text()
    monkeypatch.undo()
    assert run(*line).code == 0
    assert sorted(server.sandbox.placements().values()) == [1] * 5


def test_a_second_ctrl_c_then_does_not_wait_for_what_is_out(
    cli: Cli, run: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two(items: Iterator[Any]) -> Iterator[Any]:
        yield next(items)
        server.sandbox.faults.add("delay", "create_v6", seconds=55.0)
        yield next(items)
        wait_until(lambda: len(server.sandbox.placements()) == 3)
        Timer(0.5, partial(os.kill, os.getpid(), signal.SIGINT)).start()

    interrupt_rows(monkeypatch, two)
    began = time.monotonic()
    ran = run("place", str(orders_file(cli.home, 3)), "--threads", "2")
    assert time.monotonic() - began < 30
    assert (ran.code, ran.err.splitlines()[-3:]) == (
        130,
        ["2 placed · 1 still to do", "error: stopped [stopped]", "hint:  the same line goes on from here"],
    )


def test_each_order_of_other_content_is_told_with_its_lines_and_what_differs(
    cli: Cli, run: Run, server: SandboxServer
) -> None:
    head = "customerOrderNumber,ingramPartNumber,quantity,notes\n"
    (cli.home / "a.csv").write_text(head + "B-1,DF4128,1,first\nB-1,YN6231,1,first\nB-2,DF4128,1,\nB-3,DF4128,1,\n")
    assert run("place", str(cli.home / "a.csv")).code == 0
    changed = head + "B-1,YN6231,1,first\nB-1,DF4128,1,first\nB-2,DF4128,2.0,\nB-3,DF4128,1,\nB-4,DF4128,1,\n"
    (cli.home / "b.csv").write_text(changed)
    ran = run("place", str(cli.home / "b.csv"), "--report", str(cli.home / "r.csv"))
    assert (ran.code, "B-4" in server.sandbox.placements()) == (2, False)
    lines = [each for each in ran.err.splitlines() if "[order-differs]" in each]
    assert [each.partition(" was used")[0] for each in lines[:2]] == [
        "error: b.csv:2-3: PO B-1",
        "error: b.csv:4: PO B-2",
    ]
    assert "lines are the same in another order" in lines[0]
    assert "lines[0].quantity is 2, was 1; that one is placed" in lines[1]
    assert lines[2] == "error: 2 orders have other content than what their POs were used for before [order-differs]"
    assert "nothing was begun · 2 of other content, and refused" in ran.err
    with (cli.home / "r.csv").open() as report:
        assert [each["po"] for each in csv.DictReader(report)] == ["B-1", "B-2"]
    dry = run("place", str(cli.home / "b.csv"), "--dry-run", "--json").json["items"]
    told = {each["po"]: each["error"] for each in dry if each["would"] == "differs"}
    assert set(told) == {"B-1", "B-2"}
    assert all(f"error: {told[po]} [order-differs]" == line for po, line in zip(("B-1", "B-2"), lines, strict=False))
    as_json = run("place", str(cli.home / "b.csv"), "--json")
    found = json.loads(as_json.err.splitlines()[-1])["errors"]
    assert [(each["po"], each["line"], each["code"]) for each in found] == [
        ("B-1", 2, "order-differs"),
        ("B-2", 4, "order-differs"),
    ]


@pytest.mark.parametrize("form", ["--plain", "--json"])
def test_a_ledger_that_goes_away_while_an_order_is_out_is_to_be_put_back(
    cli: Cli, run: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    settings = Session.settings
    monkeypatch.setattr(Session, "settings", lambda *given: replace(settings(*given), record_for=0.1))
    path = orders_file(cli.home, 3)
    assert run("place", "--po", "A-1", "--line", "DF4128=1").code == 0  # it makes the ledger
    created = OrderDesk.place_all

    def moved(*given: Any, **options: Any) -> Any:
        server.sandbox.faults.add("delay", "create_v6", seconds=1.0)
        Timer(0.5, partial(cli.ledger.rename, cli.home / "away.db")).start()
        return created(*given, **options)

    monkeypatch.setattr(OrderDesk, "place_all", moved)
    ran = run("place", str(path), form)
    assert (ran.code, server.sandbox.placements()) == (6, {"A-1": 1, "PO-000": 1}), ran
    (number,) = server.sandbox.purchase_orders()["PO-000"]
    assert f"an order went out as {number}, and is in doubt when the ledger is back" in ran.err
    assert "put the file back where it was" in ran.err
    assert "ledger init" not in ran.err
    assert "1 doubt · 2 still to do" in ran.err
    if form == "--json":
        told = valid("place", ran.json)
        assert (told["complete"], told["summary"]["states"]) == (False, {"doubt": 1})


def test_a_ledger_that_another_program_holds_ends_the_run_in_time_and_says_what_it_waits_for(
    cli: Cli, run: Run, server: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Session.settings
    monkeypatch.setattr(Session, "settings", lambda *given: replace(settings(*given), record_for=0.1))
    monkeypatch.setattr(_sqlite, "BUSY_S", 2.0)
    assert run("place", "--po", "A-1", "--line", "DF4128=1").code == 0  # it makes the ledger
    faults = server.sandbox.faults
    faults.add("delay", "create_v6", seconds=0.01)  # the first order is sent alone
    faults.add("delay", "create_v6", times=8, seconds=3.0)
    with closing(sqlite3.connect(cli.ledger, isolation_level=None, check_same_thread=False)) as other:

        def hold() -> None:
            wait_until(lambda: not faults.waiting())  # all eight are with the server, and none is answered
            other.execute("BEGIN IMMEDIATE")

        holds = Thread(target=hold)
        holds.start()
        began = time.monotonic()
        ran = run("place", str(orders_file(cli.home, 120)), "--threads", "8")
        took = time.monotonic() - began
        holds.join()
    assert (ran.code, took < 60) == (6, True), ran.err
    assert "is held by another program; it is waited for, 2 s at most" in ran.err
    out = server.sandbox.placements().keys() - {"A-1", "PO-000"}
    assert len(out) == 8
    numbers = {number for po in out for number in server.sandbox.purchase_orders()[po]}
    found = re.search(
        r"; 8 orders went out as (.+), and are in doubt when the ledger is back \[ledger-locked\]", ran.err
    )
    assert found is not None, ran.err
    assert set(found[1].split(", ")) == numbers
    assert "8 doubt · 1 placed · 111 still to do" in ran.err

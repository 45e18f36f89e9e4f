"""`xi-orders worker --inbox`: each file is placed once and ends in `done` or `failed`, whatever is killed when."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from care_of_ledger_kit import Care, care
from cli_kit import Cli
from worker_kit import FAST, HEADER, Inbox, inbox_of, wait_until, worker

from xi.sdk.resellers.cli.worker import inbox as inboxes
from xi.sdk.resellers.cli.worker.claims import Claims
from xi.sdk.resellers.sandbox import SandboxServer


@pytest.fixture
def kept(cli: Cli) -> Iterator[Care]:
    """Yield a user with a ledger in a file."""
    with care("sqlite", cli) as made:
        yield made


@pytest.fixture
def inbox(cli: Cli) -> Inbox:
    return inbox_of(cli)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def with_reports(*names: str) -> set[str]:
    return {f"{name}{end}" for name in names for end in ("", ".report.csv")}


def once(kept: Care, *args: str) -> int:
    with mock.patch.dict(kept.cli.env, FAST), mock.patch.object(inboxes, "LOOK_S", 0.05):
        return kept.run("worker", "--once", "--inbox", str(kept.cli.home / "in"), *args).code


LONG = f"{'a' * 251}.csv"
"""As long as a name can be: no report fits beside it under its whole name."""


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="their names of files are text")
def test_a_name_that_is_long_or_no_text_is_a_name_like_others(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    inbox.orders(LONG, "A-1")
    inbox.put(f"{LONG[:-5]}b.csv", HEADER + "B-1,DF4128,none\n")
    inbox.orders("or\udcffder.csv", "C-1")
    assert once(kept) == 1
    assert server.sandbox.placements() == {"A-1": 1, "C-1": 1}
    assert LONG in inbox.names("done")
    reports = {
        each: rows((inbox.folder / "done" / each).read_text()) for each in inbox.names("done") if "report" in each
    }
    assert sorted(each["po"] for found in reports.values() for each in found) == ["A-1", "C-1"]
    inbox.orders(LONG, "D-1")
    assert once(kept) == 0
    assert (server.sandbox.placements()["D-1"], len(inbox.names("done"))) == (1, 6)
    with kept.desk() as desk:
        assert {each.batch.split(" ", 2)[2] for each in desk.rows()} == {LONG, "or\\udcffder.csv"}


def test_an_order_file_that_is_named_as_the_report_of_another_is_kept(
    kept: Care, server: SandboxServer, inbox: Inbox
) -> None:
    inbox.orders("a.csv.report.csv", "E-0")
    inbox.orders("a.csv", "A-1")
    os.utime(inbox.folder / "a.csv.report.csv", (1_700_000_000, 1_700_000_000))  # it is taken first
    assert once(kept) == 0
    assert server.sandbox.placements() == {"A-1": 1, "E-0": 1}
    assert (inbox.folder / "done/a.csv.report.csv").read_text() == f"{HEADER}E-0,DF4128,1\n"
    assert inbox.names("done") == with_reports("a.csv.report.csv", "a-2.csv")


def grow(monkeypatch: pytest.MonkeyPatch, rest: str) -> None:
    """Let each file of the inbox get one more row, which begins with A-2, while it is placed."""
    placed = inboxes.Inbox._placed

    def grown(self: inboxes.Inbox, file: Path, *told: Any) -> str:
        outcome = placed(self, file, *told)
        if "A-2" not in file.read_text():
            file.write_text(f"{file.read_text()}{rest}")
        return outcome

    monkeypatch.setattr(inboxes.Inbox, "_placed", grown)


def test_a_file_that_grows_while_it_is_placed_is_read_again(
    kept: Care, server: SandboxServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(monkeypatch, "A-2,DF4128,1\n")
    inbox.orders("a.csv", "A-1")
    assert once(kept) == 0
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1}
    assert [each["po"] for each in rows(inbox.report("done", "a.csv"))] == ["A-1", "A-2"]


@pytest.mark.parametrize("rest", ["A-2,DF4128,none\n", "A-2,DF4128"])
def test_the_report_of_a_file_that_is_refused_when_it_is_read_again_says_what_was_placed(
    kept: Care, server: SandboxServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, rest: str
) -> None:
    grow(monkeypatch, rest)
    inbox.orders("a.csv", "A-1")
    assert once(kept) == 1
    assert server.sandbox.placements() == {"A-1": 1}
    report = rows(inbox.report("failed", "a.csv"))
    assert ("A-1", "placed") in [(each["po"], each["state"]) for each in report]
    assert "refused" in [each["state"] for each in report]


def test_the_report_of_a_file_that_ends_early_says_what_was_placed(
    kept: Care, server: SandboxServer, inbox: Inbox
) -> None:
    inbox.orders("same.csv", "B-1")
    assert once(kept) == 0
    inbox.put("early.csv", HEADER + "A-1,DF4128,1\nA-2,DF4128,1\nB-1,DF4128,9\n")
    assert once(kept) == 1
    report = {each["po"]: each["state"] for each in rows(inbox.report("failed", "early.csv"))}
    # What was not begun when it ended is not there.
    assert {po for po, state in report.items() if state == "placed"} == server.sandbox.placements().keys() - {"B-1"}
    assert report[""] == "refused"


def test_good_bad_and_foreign_files_each_end_where_they_belong(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    inbox.orders("good.csv", "A-1", "A-2")
    inbox.put("bad.csv", HEADER + "B-1,DF4128,1\nB-2,DF4128,none\n")
    inbox.put("book.xlsx", "PK\x03\x04")
    inbox.put("picture.png", "no orders")
    inbox.put(
        "rejected.json", '[{"customerOrderNumber": "C-1", "lines": [{"ingramPartNumber": "NOSUCH", "quantity": 1}]}]'
    )
    for left in (".hidden.csv", "coming.csv.part", "coming.csv.filepart", "coming.TMP"):
        (inbox.folder / left).write_text(HEADER + "D-1,DF4128,1\n")
    (inbox.folder / "link.csv").symlink_to("/etc/passwd")
    assert once(kept) == 1
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1}
    assert inbox.names("done") == {
        f"{each}{end}" for each in ("good.csv", "rejected.json") for end in ("", ".report.csv")
    }
    assert inbox.names("failed") == {
        f"{each}{end}" for each in ("bad.csv", "book.xlsx", "picture.png") for end in ("", ".report.csv")
    }
    report = rows(inbox.report("done", "good.csv"))
    assert sorted((each["po"], each["state"], each["source.lines"]) for each in report) == [
        ("A-1", "placed", "2"),
        ("A-2", "placed", "3"),
    ]
    assert [each["state"] for each in rows(inbox.report("done", "rejected.json"))] == ["rejected"]
    (error,) = rows(inbox.report("failed", "bad.csv"))
    assert (error["line"], error["name"], error["code"], error["po"]) == ("3", "quantity", "bad-quantity", "B-2")
    stays = {each.name for each in inbox.folder.iterdir() if not each.is_dir()}
    assert stays == {".hidden.csv", "coming.csv.part", "coming.csv.filepart", "coming.TMP", "link.csv"}
    assert list((inbox.folder / "work").iterdir()) == [], "nothing is left of the worker"


def test_a_file_of_the_same_name_gets_a_number_and_nothing_is_overwritten(
    kept: Care, server: SandboxServer, inbox: Inbox
) -> None:
    for number in range(3):
        inbox.orders("orders.csv", f"A-{number}")
        assert once(kept) == 0
    assert inbox.names("done") == with_reports("orders.csv", "orders-2.csv", "orders-3.csv")
    for number, name in enumerate(("orders.csv", "orders-2.csv", "orders-3.csv")):
        assert [each["po"] for each in rows(inbox.report("done", name))] == [f"A-{number}"]
    inbox.orders("orders.csv", "A-1")
    assert once(kept) == 0
    assert server.sandbox.placements() == {"A-0": 1, "A-1": 1, "A-2": 1}, "the same order again is not placed again"


def test_files_are_read_as_the_options_and_the_profile_say(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    mapping = kept.cli.home / "erp.toml"
    mapping.write_text('[columns]\n"PO No" = "customerOrderNumber"\nItem = "ingramPartNumber"\nQty = "quantity"\n')
    inbox.put("erp.csv", "PO No;Item;Qty\nE-1;DF4128;2\nE-2;DF4128;none\n")
    assert once(kept, "--map", str(mapping), "--skip-bad") == 0
    assert server.sandbox.placements() == {"E-1": 1}
    assert {each["po"]: each["state"] for each in rows(inbox.report("done", "erp.csv"))} == {
        "E-1": "placed",
        "E-2": "refused",
    }
    with kept.desk() as desk:
        record = desk.find("E-1")
    assert record is not None
    assert record.batch is not None
    assert record.batch.endswith(" erp.csv")


def test_a_run_that_has_to_stop_says_what_it_did(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    lines = "".join(f"X-{number:02},NOSUCH,1\n" for number in range(40))
    inbox.put("wrong.csv", HEADER + lines)
    assert once(kept) == 1
    report = rows(inbox.report("failed", "wrong.csv"))
    assert {each["state"] for each in report} == {"rejected", "refused"}
    assert [each["reason"] for each in report if each["state"] == "refused"] == ["too-many-rejected"]
    assert 20 <= len(report) < 40
    inbox.orders("same.csv", "A-1")
    assert once(kept) == 0
    inbox.put("other.csv", HEADER + "A-1,DF4128,9\n")
    assert once(kept) == 1
    (other,) = rows(inbox.report("failed", "other.csv"))
    assert other["answer"].startswith(
        "other.csv:2: PO A-1 was used before, with other content: lines[0].quantity is 9, was"
    )
    assert "reuse=" not in other["answer"], "that is an argument of Python"
    assert [each["reason"] for each in rows(inbox.report("failed", "other.csv"))] == ["order-differs"]
    assert server.sandbox.placements() == {"A-1": 1}


def test_what_a_person_pauses_waits_in_the_inbox(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    with kept.desk() as desk:
        desk.pause("price list wrong")
    inbox.orders("orders.csv", "A-1", "A-2")
    with worker(kept.cli, "--inbox", str(inbox.folder)) as running:
        running.wait_for("the desk is paused")
        wait_until(lambda: not (inbox.folder / "orders.csv").exists())
        assert running.end() == 0, running.said
    assert inbox.names("done") == set()
    assert server.sandbox.placements() == {}
    with kept.desk() as desk:
        desk.resume()
    assert once(kept) == 0
    assert inbox.names("done") == {"orders.csv", "orders.csv.report.csv"}
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1}


@pytest.mark.apart
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_workers_that_are_killed_place_each_order_once(cli: Cli, server: SandboxServer, kind: str) -> None:
    for fault in ("drop_after", "500", "drop_before"):
        server.sandbox.faults.add(fault, "create_v6", times=None, probability=0.05)
    server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.05)
    inbox = inbox_of(cli)
    pos = [[f"{file}-{number:02}" for number in range(8)] for file in "ABC"]
    random = Random(kind)
    # What kills leave behind are doubts in a row, for which the breaker would wait a minute.
    line = ("--inbox", str(inbox.folder), "--threads", "4", "--breaker", "50")
    with care(kind, cli) as kept, ExitStack() as stack:
        for each in pos:
            inbox.orders(f"{each[0][0]}.csv", *each)
        for _ in range(3):
            wanted = len(server.sandbox.placements()) + random.randrange(1, 5)
            running = stack.enter_context(worker(cli, *line))
            wait_until(partial(_has_placed, server, wanted))
            running.process.kill()
        last = [stack.enter_context(worker(cli, *line)) for _ in range(2)]
        wait_until(lambda: len(inbox.names("done")) == 2 * len(pos), "the end of all files")
        wait_until(lambda: set(kept.states().values()) == {"placed"})
        assert [each.end() for each in last] == [0, 0]
        assert any("with a worker that has died" in each.said for each in last)
        assert server.sandbox.placements() == {po: 1 for each in pos for po in each}
        for each in pos:
            report = rows(inbox.report("done", f"{each[0][0]}.csv"))
            assert sorted(row["po"] for row in report) == each
    assert inbox.names("failed") == set()
    assert list((inbox.folder / "work").glob("[!.]*")) == []


def _has_placed(server: SandboxServer, count: int) -> bool:
    return len(server.sandbox.placements()) >= count


def test_a_file_that_cannot_be_put_away_now_is_kept_and_tried_again(kept: Care, inbox: Inbox) -> None:
    real, tried = Claims.put, []

    def put(self: Claims, file: Path, outcome: str) -> Path:
        tried.append(file.name)
        if len(tried) == 1:
            raise OSError(28, "No space left on device")
        return real(self, file, outcome)

    inbox.orders("a.csv", "A-1")
    with mock.patch.object(Claims, "put", put), mock.patch.object(inboxes, "_AGAIN_S", 0.01):
        assert once(kept) == 0
    assert tried == ["a.csv", "a.csv"]
    assert inbox.names("done") == with_reports("a.csv")


def let_it_fail(monkeypatch: pytest.MonkeyPatch, place: str, error: BaseException) -> None:
    """Let the program have a fault with the file bad.csv: while it is read, or when some of it was placed."""
    real = getattr(inboxes.Inbox, place)

    def failing(self: inboxes.Inbox, file: Path, *given: Any) -> Any:
        if file.name != "bad.csv":
            return real(self, file, *given)
        if place == "_place":
            real(self, file, *given)
        raise error

    monkeypatch.setattr(inboxes.Inbox, place, failing)


@pytest.mark.parametrize("place", ["_placed", "_place"])
def test_a_file_that_the_program_has_a_fault_with_stops_no_other(
    kept: Care, server: SandboxServer, inbox: Inbox, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    let_it_fail(monkeypatch, place, RecursionError("a value"))
    for age, (name, po) in enumerate((("bad.csv", "B-1"), ("good.csv", "A-1"))):
        inbox.orders(name, po)
        os.utime(inbox.folder / name, (1_700_000_000 + age,) * 2)  # the bad one is taken first
    with mock.patch.dict(kept.cli.env, FAST), mock.patch.object(inboxes, "LOOK_S", 0.05):
        ran = kept.run("worker", "--once", "--inbox", str(inbox.folder))
    assert (ran.code, inbox.names("done"), inbox.names("failed")) == (
        70,
        with_reports("good.csv"),
        with_reports("bad.csv"),
    )
    placed = {"B-1": 1} if place == "_place" else {}
    assert server.sandbox.placements() == {"A-1": 1, **placed}
    *known, fault = rows(inbox.report("failed", "bad.csv"))
    assert {each["po"]: each["state"] for each in known} == dict.fromkeys(placed, "placed")
    assert (fault["state"], fault["reason"]) == ("refused", "fault")
    (report,) = kept.cli.home.rglob("fault-*.txt")
    assert f"send us {report}" in fault["answer"]
    assert "RecursionError" in report.read_text()
    assert "test_worker_inbox.py" in report.read_text()
    assert "bad.csv: a fault of the program, RecursionError" in ran.err
    assert "a value" not in ran.err + report.read_text(), "it may be secret"
    monkeypatch.undo()
    assert once(kept) == 0
    assert list((inbox.folder / "work").iterdir()) == []


def test_a_worker_that_runs_goes_on_behind_a_fault(kept: Care, server: SandboxServer, inbox: Inbox) -> None:
    with worker(kept.cli, "--inbox", str(inbox.folder), env={"PYTHONPATH": faulty(kept.cli.home)}) as running:
        running.wait_for("the worker is ready")
        inbox.orders("bad.csv", "B-1")
        wait_until(lambda: "bad.csv.report.csv" in inbox.names("failed"))
        inbox.orders("good.csv", "A-1")
        wait_until(lambda: "good.csv.report.csv" in inbox.names("done"))
        assert running.end() == 0, running.said
    assert server.sandbox.placements() == {"A-1": 1}


def faulty(home: Path) -> str:
    """Return a PYTHONPATH with which the command has a fault with the file bad.csv."""
    (home / "site").mkdir()
    (home / "site" / "sitecustomize.py").write_text(
        "from xi.sdk.resellers.cli.worker import inbox\n"
        "real = inbox.opened\n"
        "def opened(session, files, options):\n"
        "    return {}[files] if files[0].endswith('bad.csv') else real(session, files, options)\n"
        "inbox.opened = opened\n"
    )
    return os.pathsep.join(
        [str(home / "site"), str(Path(inboxes.__file__).parents[5]), os.environ.get("PYTHONPATH", "")]
    )


def die_with(inbox: Inbox, name: str, known: int) -> int:
    """Take the files over, have one in hand, and die; return how many have died with it before."""
    dying = claimed(inbox.folder)
    died = next(dying.begin(each, known) for each in dying.look() if each.name == name)
    os.close(dying._lock._number)
    return died


def test_a_file_that_workers_die_of_is_put_aside_and_those_behind_it_are_not(
    kept: Care, server: SandboxServer, inbox: Inbox
) -> None:
    inbox.orders("bad.csv", "B-1")
    inbox.orders("good.csv", "A-1")
    assert [die_with(inbox, "bad.csv", 0) for _ in range(3)] == [0, 1, 2]
    assert once(kept) == 70
    assert (inbox.names("failed"), inbox.names("done")) == (with_reports("bad.csv"), with_reports("good.csv"))
    (row,) = rows(inbox.report("failed", "bad.csv"))
    assert row["answer"] == "3 workers have died with it in hand, and got no further with it"
    assert server.sandbox.placements() == {"A-1": 1}
    assert list((inbox.folder / "work").iterdir()) == []
    inbox.orders("bad.csv", "B-1")
    assert once(kept) == 0, "a file that is put there again is a new one"


def test_a_file_with_which_workers_get_on_before_they_die_is_tried_again(inbox: Inbox) -> None:
    inbox.orders("a.csv", "A-1")
    assert [die_with(inbox, "a.csv", known) for known in (0, 0, 5, 5, 9, 9, 9)] == [0, 1, 0, 1, 0, 1, 2]
    last = claimed(inbox.folder)
    (file,) = last.look()
    last.end(file)  # it was stopped in good order
    os.close(last._lock._number)
    assert die_with(inbox, "a.csv", 9) == 0


# -- claims, without a process


def claimed(folder: Path) -> Claims:
    made = Claims(folder)
    made.look()
    return made


def test_a_file_is_one_workers_and_only_when_it_is_whole(inbox: Inbox) -> None:
    inbox.orders("a.csv", "A-1")
    one, other = claimed(inbox.folder), claimed(inbox.folder)
    inbox.orders("b.csv", "B-1")
    with (inbox.folder / "a.csv").open("a") as growing:
        growing.write("A-2,DF4128,1\n")
        growing.flush()
        # The clock of the files may stand between two writes.
        os.utime(inbox.folder / "a.csv", (2, 2))
        os.utime(inbox.folder / "b.csv", (1, 1))
        assert (one.look(), other.look()) == ([], []), "a.csv has changed, and b.csv is new"
        assert [each.name for each in one.look()] == ["b.csv", "a.csv"], "the older one first"
        assert other.look() == []
    # A worker that lives keeps its files; one that has died does not.
    assert [each.name for each in one.look()] == ["b.csv", "a.csv"]
    os.close(one._lock._number)
    assert [each.name for each in other.look()] == ["b.csv", "a.csv"]
    for each in other.look():
        other.put(each, "done")
    other.close()
    assert inbox.names("done") == {"a.csv", "b.csv"}
    assert list((inbox.folder / "work").iterdir()) == []


def test_a_worker_that_dies_while_it_puts_a_file_away_leaves_one_copy(inbox: Inbox) -> None:
    inbox.orders("a.csv", "A-1")
    one = claimed(inbox.folder)
    (file,) = one.look()
    one.report_of(file).write_text("po\nA-1\n")
    with mock.patch.object(Path, "unlink", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        one.put(file, "done")
    assert file.exists()
    os.close(one._lock._number)
    other = claimed(inbox.folder)
    (again,) = other.look()
    other.report_of(again).write_text("po\nA-1\n")
    assert other.put(again, "done").name == "a.csv"
    assert inbox.names("done") == {"a.csv", "a.csv.report.csv"}
    assert other.look() == []


def test_where_files_cannot_be_linked_they_are_renamed(inbox: Inbox) -> None:
    with mock.patch("os.link", side_effect=PermissionError):
        made = Claims(inbox.folder)
        for _ in range(2):
            inbox.orders("a.csv", "A-1")
            made.look()
            (file,) = made.look()
            made.put(file, "failed")
    assert inbox.names("failed") == {"a.csv", "a-2.csv"}


def test_a_folder_that_cannot_be_used_is_refused(kept: Care) -> None:
    (kept.cli.home / "in").write_text("a file")
    assert once(kept) == 2
    (kept.cli.home / "in").unlink()
    (kept.cli.home / "in").mkdir()
    (kept.cli.home / "in" / "done").write_text("a file")
    assert once(kept) == 2

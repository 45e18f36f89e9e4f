"""`xi-orders worker` as a process: signals, systemd, monitors, hooks, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from unittest import mock
from unittest.mock import ANY

import pytest
from care_of_ledger_kit import Care, care
from cli_kit import COMMAND, Cli, environment, valid
from desk_kit import order
from worker_kit import FAST, inbox_of, page, systemd, wait_until, worker

from xi.sdk.resellers.cli.worker import hooks
from xi.sdk.resellers.cli.worker import inbox as inboxes
from xi.sdk.resellers.cli.worker.health import Health
from xi.sdk.resellers.sandbox import SandboxServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and sockets of POSIX")
CODES: dict[int, int] = {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGHUP: 143}


@pytest.fixture
def kept(cli: Cli) -> Iterator[Care]:
    """Yield a user with a ledger in a file."""
    with care("sqlite", cli) as made:
        yield made


def plan(kept: Care, *pos: str) -> None:
    with kept.desk() as desk:
        for po in pos:
            desk.plan(order(po, 1))


@pytest.mark.parametrize(
    ("number", "is_abstract"), [(signal.SIGTERM, True), (signal.SIGINT, False), (signal.SIGHUP, False)]
)
def test_the_first_signal_begins_nothing_new_and_waits_for_what_is_out(
    kept: Care, server: SandboxServer, number: int, is_abstract: bool
) -> None:
    plan(kept, *(f"A-{each}" for each in range(100)))
    server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.3)
    with systemd(is_abstract=is_abstract) as told:
        watched = {"NOTIFY_SOCKET": told.address, "WATCHDOG_USEC": "30000000"}
        with worker(kept.cli, "--threads", "2", "--json", env=watched) as running:
            wait_until(lambda: told.has("READY=1"))
            wait_until(lambda: told.has("WATCHDOG=1\nSTATUS="))
            wait_until(lambda: len(server.sandbox.placements()) >= 2)
            assert not told.has("STOPPING=1")
            assert running.end(number) == 0, running.said
            assert told.has("STOPPING=1")
            assert running.process.stdout is not None
            document = valid("worker", json.loads(running.process.stdout.read()))
    after = kept.states()
    placed = {po for po, state in after.items() if state == "placed"}
    assert set(server.sandbox.placements()) == placed
    assert 2 <= len(placed) < 90
    assert set(after.values()) == {"placed", "planned"}
    assert (document["placed"], document["exit_code"]) == (len(placed), 0)
    assert "Traceback" not in running.said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_at_once_and_nothing_is_lost(kept: Care, server: SandboxServer, number: int) -> None:
    plan(kept, "A-1")
    server.sandbox.faults.add("delay", "create_v6", seconds=49)
    with worker(kept.cli, "--call-timeout", "50s", "--lease", "55s") as running:
        wait_until(lambda: kept.states()["A-1"] == "sending")
        running.process.send_signal(number)
        running.wait_for("ending")
        began = time.monotonic()
        assert running.end(number) == CODES[number], running.said
        assert time.monotonic() - began < 30
        assert "1 orders were out: in doubt, not lost" in running.said
    assert kept.states() == {"A-1": "sending"}


def test_what_does_not_come_back_in_time_is_not_waited_for(kept: Care, server: SandboxServer) -> None:
    plan(kept, "A-1")
    server.sandbox.faults.add("delay", "create_v6", seconds=49)
    with worker(kept.cli, "--call-timeout", "50s", "--lease", "55s", "--drain", "0.2s") as running:
        wait_until(lambda: kept.states()["A-1"] == "sending")
        began = time.monotonic()
        assert running.end() == 143, running.said
        assert time.monotonic() - began < 30
        assert "did not come back in 0.2 s" in running.said
        assert "in doubt, not lost" in running.said


def test_under_nohup_the_end_of_the_terminal_changes_nothing(kept: Care) -> None:
    command = f"trap '' HUP; exec {shlex.join([*COMMAND, 'worker'])}"
    variables = environment(kept.cli.home, kept.cli.env | FAST)
    with subprocess.Popen(["sh", "-c", command], env=variables, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            assert any("the worker is ready" in line for line in process.stderr)
            process.send_signal(signal.SIGHUP)
            process.send_signal(signal.SIGUSR1)
            assert any("0 orders done" in line for line in process.stderr), "it goes on, and answers"
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0
        finally:
            process.kill()


def test_monitors_see_whether_it_lives_is_ready_and_how_the_orders_are(kept: Care) -> None:
    plan(kept, "A-1")
    metrics = kept.cli.home / "xi.prom"
    options = ("--listen", "127.0.0.1:0", "--metrics-file", str(metrics))
    with worker(kept.cli, *options) as running:
        running.wait_for("listening at ")
        found = re.search(r"listening at (http://127\.0\.0\.1:\d+)\n", running.said)
        assert found is not None
        url = found[1]
        wait_until(lambda: page(f"{url}/readyz") == (200, "ready\n"))
        assert page(f"{url}/livez") == (200, "ok\n")
        wait_until(lambda: 'xi_orders_rows{state="placed"} 1\n' in page(f"{url}/metrics")[1])
        assert page(f"{url}/metrics")[1].endswith("# EOF\n")
        assert "xi_orders_workers 1\n" in page(f"{url}/metrics")[1]
        assert page(f"{url}/")[0] == 404
        assert (kept.cli.run("ledger", "move", str(kept.cli.home / "new.db"), "--yes").code) == 6
        with kept.desk() as desk:
            desk.pause("price list wrong", by="ann")
            assert page(f"{url}/readyz") == (503, "paused by ann: price list wrong\n")
            assert page(f"{url}/livez")[0] == 200
            running.wait_for("the desk is paused")
            desk.resume()
        wait_until(lambda: page(f"{url}/readyz")[0] == 200)
        # Another worker cannot have the port, and says so before it begins.
        busy = kept.run("worker", "--listen", url.removeprefix("http://"))
        assert (busy.code, "cannot listen on port" in busy.err) == (2, True)
        # A monitor that says nothing keeps no other one waiting.
        with socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2]))):
            assert page(f"{url}/livez")[0] == 200
        assert running.end() == 0, running.said
    text = metrics.read_text()
    assert "xi_orders_run_last_exit_code 0\n" in text
    assert [each.name for each in metrics.parent.glob(".xi.prom*")] == []


def test_what_is_not_ready_says_why(kept: Care) -> None:
    calls: list[object] = []
    with kept.desk() as desk:
        health = Health(desk)
        observe = health.watching(calls.append)
        assert health.page("/readyz") == (503, ANY, "the worker has not written into the ledger for a while\n")
        with desk.ledger.transaction() as tx:
            tx.seen(f"{socket.gethostname()}/{os.getpid()}/a")
        assert health.page("/readyz") == (200, ANY, "ready\n")
        observe(SimpleNamespace(status=401))
        assert health.page("/readyz") == (503, ANY, "the credentials are refused\n")
        observe(SimpleNamespace(status=None))
        assert health.page("/readyz") == (503, ANY, "the credentials are refused\n")
        observe(SimpleNamespace(status=404))
        assert health.page("/readyz") == (200, ANY, "ready\n")
        assert len(calls) == 3
        with mock.patch("time.monotonic", return_value=time.monotonic() + 61):
            assert health.page("/livez") == (503, ANY, "the loop does not turn\n")
        kept.execute("UPDATE xi_meta SET version = 99")
        for path in ("/readyz", "/metrics"):
            status, _, text = health.page(path) or (0, "", "")
            assert (status, "version 99" in text) == (503, True)
        assert health.page("/orders") is None


def test_a_command_is_run_once_for_a_hold_whichever_machine_decides(kept: Care, server: SandboxServer) -> None:
    told = kept.cli.home / "told"
    told.mkdir()
    script = kept.cli.home / "hook.py"
    script.write_text(
        f"import os, sys\nopen({str(told)!r} + '/' + str(os.getpid()), 'w').write(sys.stdin.read())\n"
        "print('the hook spoke')\nsys.exit(3)\n"
    )
    hook = shlex.join([sys.executable, str(script)])
    with kept.desk() as desk:  # a person's orders under the same POs
        for each in range(4):
            desk.orders.post_createorder_v6(order(f"A-{each}", 7))
    plan(kept, *(f"A-{each}" for each in range(4)), "B-1")
    with worker(kept.cli, "--on-held", hook) as one, worker(kept.cli, "--on-held", hook) as other:
        one.wait_for("the worker is ready")
        other.wait_for("the worker is ready")
        wait_until(lambda: set(kept.states().values()) == {"held", "placed"})
        wait_until(lambda: (one.said + other.said).count("ended with 3") == 4, "the end of each hook")
        assert (one.end(), other.end()) == (0, 0)
    records = [valid("record", json.loads(each.read_text())) for each in told.iterdir()]
    assert sorted((each["po"], each["state"], each["reason"]) for each in records) == [
        (f"A-{number}", "held", "conflict") for number in range(4)
    ]
    assert (one.said + other.said).count("the hook spoke") == 4
    assert server.sandbox.placements()["B-1"] == 1


def test_a_command_that_hangs_is_ended_with_what_it_has_started(
    kept: Care, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    kept.place("A-1")
    script = kept.cli.home / "hangs.sh"
    script.write_text("#!/bin/sh\nsleep 99 & echo $!; wait\n")
    script.chmod(0o755)
    with kept.desk() as desk, mock.patch.object(hooks, "LONGEST_S", 0.5):
        record = desk.find("A-1")
        assert record is not None
        hooks.Hook("--on-settled", str(script))(record)
    assert "--on-settled for PO A-1 did not end in 0.5 s" in caplog.text
    child = capfd.readouterr().err.strip()
    wait_until(
        lambda: not Path(f"/proc/{child}").exists() or "\nState:\tZ" in Path(f"/proc/{child}/status").read_text()
    )


def test_once_ends_when_nothing_is_due_with_a_code_for_what_is_left(kept: Care, server: SandboxServer) -> None:
    def once(*args: str) -> tuple[int, str]:
        with mock.patch.dict(kept.cli.env, FAST), mock.patch.object(inboxes, "LOOK_S", 0.05):
            ran = kept.run("worker", "--once", *args)
        return ran.code, ran.err

    plan(kept, "A-1")
    assert once()[0] == 0
    assert server.sandbox.placements() == {"A-1": 1}
    inbox = inbox_of(kept.cli)
    inbox.orders("good.csv", "B-1", "B-2")
    assert once("--inbox", str(inbox.folder))[0] == 0
    inbox.put("bad.csv", "nonsense\n1\n")
    assert once("--inbox", str(inbox.folder))[0] == 1
    assert (inbox.names("done"), inbox.names("failed")) == (
        {"good.csv", "good.csv.report.csv"},
        {"bad.csv", "bad.csv.report.csv"},
    )
    plan(kept, "A-2")
    with kept.desk() as desk:
        desk.pause("price list wrong")
    assert once()[0] == 3
    with kept.desk() as desk:
        desk.resume()
        desk.orders.post_createorder_v6(order("A-3", 7))
    plan(kept, "A-3")
    code, said = once()
    assert (code, "A-3 needs a person" in said) == (5, True), said
    assert server.sandbox.placements() == {"A-1": 1, "A-2": 1, "A-3": 1, "B-1": 1, "B-2": 1}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--listen", "somewhere"), "127.0.0.1:9102"),
        (("--listen", "127.0.0.1:70000"), "127.0.0.1:9102"),
        (("--inbox", "none"), "mkdir none"),
        (("--map", "erp.toml"), "--inbox DIR"),
        (("--on-held", "no-such-program --x"), "no-such-program"),
        (("--on-settled", "'"), "cannot be split"),
        (("--drain", "soon"), "--drain"),
        (("--threads", "0"), "--threads"),
        (("--lease", "1s"), "lease"),
    ],
)
def test_what_is_wrong_is_told_before_it_begins(kept: Care, arguments: tuple[str, ...], said: str) -> None:
    ran = kept.run("worker", "--once", *arguments)
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert said in ran.err


def test_without_a_ledger_or_with_a_wrong_one_it_ends_with_6(kept: Care) -> None:
    kept.cli.configure(environment="production")
    missing = kept.run("worker", "--once")
    assert (missing.code, "xi-orders ledger init" in missing.err) == (6, True)
    kept.cli.configure()
    plan(kept, "A-1")
    with worker(kept.cli) as running:
        running.wait_for("the worker is ready")
        wait_until(lambda: kept.states() == {"A-1": "placed"})
        kept.execute("UPDATE xi_meta SET version = 99")
        assert running.code() == 6, running.said
        assert "[ledger-newer]" in running.said


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_the_units_of_the_page_are_as_systemd_reads_them(tmp_path: Path) -> None:
    page_of_it = (Path(__file__).parents[2] / "docs" / "worker-service.md").read_text("utf-8")
    service, timer = re.findall(r"```ini\n(.*?)```", page_of_it, re.DOTALL)
    units = {
        "xi-orders-worker.service": re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", service),
        "xi-orders-once.service": "[Service]\nType=oneshot\nExecStart=/bin/true\n",
        "xi-orders-once.timer": timer,
    }
    for name, text in units.items():
        (tmp_path / name).write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in units)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_it_follows_orders_that_stand(kept: Care, server: SandboxServer) -> None:
    with kept.desk() as desk:
        (number,) = desk.place(order("A-1", 1)).order_numbers
    server.sandbox.ship(number)
    with worker(kept.cli, "--track") as running:
        running.wait_for("PO A-1: ")
        assert running.end() == 0, running.said

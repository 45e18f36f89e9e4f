"""Streams that are closed or full: what acts goes on to its end, and the exit code says what became of it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from cli_kit import COMMAND, DEADLINE_S, Cli, Ran, environment

from xi.sdk.resellers.sandbox import SandboxServer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it needs /dev/full")
PLACED_ONE = "customerOrderNumber,ingramPartNumber,quantity\nA-1,NONE-SUCH,1\nA-2,DF4128,1\n"


def redirected(cli: Cli, *args: str, to: str) -> Ran:
    """Run the command as a shell does, with redirections such as `>&-`."""
    done = subprocess.run(
        ["sh", "-c", f"exec {shlex.join([*COMMAND, *args])} {to}"],
        env=environment(cli.home, cli.env),
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("to", "code"),
    [(">/dev/full", 4), ("-o /dev/full", 4), ("2>/dev/full", 1), (">/dev/full 2>/dev/full", 4), (">&- 2>&- <&-", 1)],
)
def test_orders_go_on_whatever_becomes_of_the_streams(cli: Cli, server: SandboxServer, to: str, code: int) -> None:
    path = cli.home / "orders.csv"
    path.write_text(PLACED_ONE)
    ran = redirected(cli, "place", str(path), to=to)
    assert (ran.code, server.sandbox.placements()) == (code, {"A-2": 1}), ran


@pytest.mark.parametrize(("to", "code"), [(">/dev/full", 4), (">&-", 0), ("2>&-", 0)])
def test_help_and_streams(offline: Cli, to: str, code: int) -> None:
    ran = redirected(offline, "--help", to=to)
    assert (ran.code, "fault" in ran.err) == (code, False), ran


def test_an_error_that_nobody_can_be_told_has_its_code(offline: Cli) -> None:
    assert redirected(offline, "list", "--state", "none", to="2>/dev/full").code == 2


def test_metrics_that_cannot_be_written_change_nothing_of_the_run(cli: Cli, tmp_path: Path) -> None:
    ran = cli.run("place", "--po", "A-1", "--line", "DF4128=1", "--metrics-file", str(tmp_path / "none" / "m.prom"))
    assert ran.code == 0, ran
    assert "the metrics cannot be written" in ran.err

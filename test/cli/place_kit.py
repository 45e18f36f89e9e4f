"""Order files, runs of `xi-orders place`, and what kills them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from cli_kit import COMMAND, Cli, environment

from xi.sdk.resellers.sandbox import SandboxServer

HEADER = "customerOrderNumber,ingramPartNumber,quantity\n"
FAST = ("--call-timeout", "5s", "--lease", "6s", "--quiet-time", "1s", "--looks", "0.2,0.5,1", "--breaker", "50")


def orders_file(folder: Path, count: int, *, part: str = "DF4128", name: str = "orders.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(f"PO-{number:03},{part},2\n" for number in range(count)))
    return path


def place_and_kill(cli: Cli, server: SandboxServer, *, orders: int, kills: int, random: Random) -> None:
    """Place orders, kill the program again and again, and judge the end.

    Args:
        cli: the user.
        server: the sandbox.
        orders: how many orders.
        kills: how often the program is killed, each time after it has placed some orders.
        random: decides about the moments.
    """
    for kind in ("drop_after", "500", "drop_before"):
        server.sandbox.faults.add(kind, "create_v6", times=None, probability=0.05)
    server.sandbox.faults.add("delay", "create_v6", times=None, seconds=0.05)
    line = ("place", str(orders_file(cli.home, orders)), "-q", "--threads", "4", *FAST)
    for kill in range(1, kills + 1):
        least = kill * orders // (kills + 4)
        with start(cli, *line) as process:
            wait_until(lambda least=least: len(server.sandbox.placements()) > least)
            time.sleep(random.uniform(0.0, 0.2))
            process.kill()
            process.communicate()
    ran = cli.run(*line, "--json")
    # An order that was hit three times is held: it may not be sent a fourth time without a person.
    held = {each["po"] for each in ran.json["items"] if each["state"] == "held"}
    assert ran.code == (5 if held else 0), ran.err
    assert server.sandbox.placements() == {
        po: 1 for po in (f"PO-{number:03}" for number in range(orders)) if po not in held
    }


def start(cli: Cli, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments],
        env=environment(cli.home, cli.env),
        cwd=cli.home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)

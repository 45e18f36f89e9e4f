"""The time that `xi-orders` takes to start, and that `status` takes on a large ledger.

    tox -e bench-command

Each run is a process of its own. Its CPU time counts, of the program and the system, since other jobs make the time on
the clock longer. The contestants take turns, so that a slow moment of the machine falls on all of them.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Final

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import Ledger, OrderDesk
from xi.sdk.resellers.ordering.errors import RunError

ACCOUNT: Final = Account("20-222222", "US")
HOST: Final = "http://127.0.0.1:9"
"""Nothing listens there: `status` makes no calls."""
FLOOR: Final = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)

@app.callback()
def root(profile: str = "") -> None:
    \"\"\"Place orders.\"\"\"

@app.command()
def status(batch: str = "", watch: bool = False) -> None:
    \"\"\"Show how the orders are.\"\"\"

@app.command()
def place(files: list[str]) -> None:
    \"\"\"Place the orders of files.\"\"\"

app(prog_name="floor")
"""
COMMAND: Final = ("-m", "xi.sdk.resellers.cli")
COMPLETING: Final = {"COMP_WORDS": "xi-orders pl", "COMP_CWORD": "1"}
STARTS: Final = {
    "floor --help": (("-c", FLOOR, "--help"), {}),
    "--help": ((*COMMAND, "--help"), {}),
    "--version": ((*COMMAND, "--version"), {}),
    "floor completes": (("-c", FLOOR), {"_FLOOR_COMPLETE": "complete_bash", **COMPLETING}),
    "completes": (COMMAND, {"_XI_ORDERS_COMPLETE": "complete_bash", **COMPLETING}),
}
"""What is run, with which variables; each is compared with the floor above it."""
GOAL_OF_A_START: Final = 2.0
GOAL_OF_STATUS: Final = 1.5
SIZES: Final = (100, 100_000)


def cpu_of(args: tuple[str, ...], env: dict[str, str]) -> float:
    """Return the seconds of CPU time of a program that ends with 0."""
    process = subprocess.Popen([sys.executable, *args], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(args)} ended with {process.returncode}: {said.decode()}")
    return used.ru_utime + used.ru_stime


def filled(path: Path, count: int) -> None:
    """Make a ledger with so many orders: one of a hundred is planned, the others are placed."""
    orders = (
        {"customerOrderNumber": f"PO-{number}", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
        for number in range(count)
    )
    with ApiClient(Configuration(host=HOST, access_token="t", account=ACCOUNT)) as client:
        ledger = Ledger(path)
        desk = OrderDesk(OrdersApi(client).bound(), ledger)
        desk.pause(because="a benchmark")
        try:
            # A desk that is paused writes all of them, and sends none.
            list(desk.place_all(orders, all_or_nothing=True, wait=0, batch="bench"))
        except RunError:
            desk.resume()
        ledger.close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE xi_entries SET state = 'placed', due = NULL, sends = 1, settled_at = planned_at WHERE id % 100 != 0"
        )
    connection.close()


def starts(rounds: int, env: dict[str, str]) -> None:
    """Print how long a start takes."""
    samples: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, (args, more) in STARTS.items():
            samples[name].append(cpu_of(args, env | more))
    print(f"a start, {rounds} rounds; the floor is a program with Typer and two commands")
    floor: list[float] = []
    for name, found in samples.items():
        floor = found if name.startswith("floor") else floor
        ratio = statistics.median(ours / bare for ours, bare in zip(found, floor, strict=True))
        goal = "" if found is floor else f"  goal {GOAL_OF_A_START}: {'pass' if ratio <= GOAL_OF_A_START else 'MISS'}"
        print(f"  {name:<15} {statistics.median(found) * 1e3:7.0f} ms  {ratio:5.2f}{goal}")


def status(rounds: int, env: dict[str, str], folder: Path) -> None:
    """Print how long `status` takes on a small and on a large ledger."""
    paths = [folder / f"{count}.db" for count in SIZES]
    for path, count in zip(paths, SIZES, strict=True):
        filled(path, count)
    samples: dict[Path, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for path in paths:
            samples[path].append(cpu_of((*COMMAND, "status", "--json", "--ledger", str(path)), env))
    small, large = (samples[path] for path in paths)
    ratio = statistics.median(more / less for more, less in zip(large, small, strict=True))
    print(f"status, {rounds} rounds")
    for count, found in zip(SIZES, (small, large), strict=True):
        print(f"  {count:>7,} orders  {statistics.median(found) * 1e3:7.0f} ms")
    print(f"  ratio {ratio:.2f}  goal {GOAL_OF_STATUS}: {'pass' if ratio <= GOAL_OF_STATUS else 'MISS'}")


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="runs of each program (default 15)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {each: os.environ[each] for each in ("PATH", "LANG", "LD_LIBRARY_PATH") if each in os.environ}
        env |= {"HOME": name, "XI_ENVIRONMENT": HOST, "XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "US"}
        starts(rounds, env)
        status(rounds, env, folder)


if __name__ == "__main__":
    main()

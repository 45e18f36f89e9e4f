"""Workers as processes of their own, with the programs of docs/many-machines.md."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import procrastinate
from desk_kit import ACCOUNT, bound

from xi.sdk.resellers.ordering import OrderDesk, Settings
from xi.sdk.resellers.sandbox import SandboxServer
from xi.sdk.resellers.testing import TOKEN

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "many-machines.md"
SHORT = Settings(
    deadline=1.5,
    lease=2.0,
    quiet=0.6,
    looks=(0.1, 0.3, 0.6),
    breaker_pause=0.3,
    breaker_longest=0.6,
    recheck=0.5,
    record_for=8.0,
)
"""Settings whose waits a test can afford, and whose quiet period is longer than the sandbox needs for anything."""
PREAMBLE = """
import logging, os, threading, time
from xi.sdk.resellers.ordering import OrderDesk, Settings

logging.basicConfig(level="INFO", format="%(asctime)s %(levelname)s %(name)s %(message)s")
OrderDesk.__init__.__kwdefaults__["settings"] = {settings!r}

def end_with_test():
    while os.getppid() == int(os.environ["TEST_PROCESS"]):
        time.sleep(1)
    os._exit(1)

threading.Thread(target=end_with_test, daemon=True).start()
"""
"""What a test puts before a program of the page: short times, a log, and an end when the test was killed."""
SWEEP = ("ACCOUNTS)", 'ACCOUNTS, sweep="* * * * * *")')
"""What a test replaces in the program for procrastinate: a sweep each second."""
RUN = "from orders_app import tasks; tasks.run(concurrency=4, fetch_job_polling_interval=0.2)"


def program(text: str, *replaced: tuple[str, str], settings: Settings = SHORT, preamble: bool = True) -> str:
    """Return the one example of the page that contains a text, with the times of a test.

    Args:
        text: what it contains.
        replaced: texts in it, and what they become.
        settings: the times and limits.
        preamble: whether the times and a log come before it; without, it is a part of another program.
    """
    (found,) = (each for each in re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL) if text in each)
    for old, new in replaced:
        assert old in found, old
        found = found.replace(old, new)
    return PREAMBLE.format(settings=settings) + found if preamble else found


def environment(server: SandboxServer, database: str, **more: str) -> dict[str, str]:
    """Return the variables of the programs."""
    return {
        **os.environ,
        "XI_ENVIRONMENT": server.url,
        "XI_ACCESS_TOKEN": TOKEN,
        "XI_CUSTOMER_NUMBER": ACCOUNT.customer_number,
        "XI_COUNTRY_CODE": ACCOUNT.country_code,
        "XI_LEDGER": database,
        "TEST_PROCESS": str(os.getpid()),
        **more,
    }


class Processes:
    """Programs that run beside a test; each has a log in the folder.

    Args:
        folder: where the programs are.
        variables: their environment variables.
    """

    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self.folder = folder
        self.variables = dict(variables)
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str, count: int = 1) -> list[subprocess.Popen[bytes]]:
        """Start a program, several times if wanted."""
        started: list[subprocess.Popen[bytes]] = []
        for _ in range(count):
            with (self.folder / f"{len(self.running)}.log").open("wb") as log:
                process = subprocess.Popen(
                    [sys.executable, *command],
                    cwd=self.folder,
                    env=self.variables,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                )
            self.running.append(process)
            started.append(process)
        return started

    def run(self, *command: str) -> None:
        """Run a program to its end.

        Raises:
            AssertionError: it failed.
        """
        (process,) = self.start(*command)
        assert process.wait(60) == 0, self.said()

    def said(self) -> str:
        """Return what all programs have written."""
        logs = sorted(self.folder.glob("*.log"))
        return "\n".join(f"--- {each.name}\n{each.read_text()[-6_000:]}" for each in logs)

    def end(self) -> None:
        """End all programs, also those that are stopped, with the processes that they have begun."""
        for process in self.running:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        for process in self.running:
            process.wait(20)


@contextmanager
def processes(folder: Path, variables: Mapping[str, str]) -> Iterator[Processes]:
    """Yield programs that are ended afterwards, and whose logs are shown if the test fails."""
    made = Processes(folder, variables)
    try:
        yield made
    except BaseException:
        made.end()
        print(made.said())  # noqa: T201 - pytest shows it
        raise
    finally:
        made.end()


@contextmanager
def procrastinate_workers(
    folder: Path,
    server: SandboxServer,
    database: str,
    count: int,
    *replaced: tuple[str, str],
    settings: Settings = SHORT,
    by_command: bool = False,
    **variables: str,
) -> Iterator[Processes]:
    """Yield running workers with the program of the page.

    Args:
        folder: where the program and the logs are kept.
        server: the sandbox.
        database: the URL of a PostgreSQL for the ledger and the jobs.
        count: how many workers.
        replaced: texts in the program, and what they become.
        settings: the times and limits.
        by_command: whether the tables of procrastinate are made by its command; it takes seconds.
        **variables: more environment variables.
    """
    (folder / "orders_app.py").write_text(program("desk_tasks(app", SWEEP, *replaced, settings=settings))
    with processes(folder, environment(server, database, **variables)) as made:
        if by_command:
            made.run("-m", "procrastinate", "--app=orders_app.app", "schema", "--apply")
        else:
            with procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=database)).open() as app:
                app.schema_manager.apply_schema()
        made.start("-c", RUN, count=count)
        yield made


@contextmanager
def desk_at(server: SandboxServer, database: str, **options: Any) -> Iterator[OrderDesk]:
    """Yield a desk that shares the ledger with the workers."""
    with bound(server) as api:
        desk = OrderDesk(api, database, **({"settings": SHORT} | options))
        try:
            yield desk
        finally:
            desk.ledger.close()


def until(is_so: Callable[[], object], seconds: float = 150.0, pause: float = 0.05) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it is not so after these seconds.
    """
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(pause)


def are_settled(desk: OrderDesk, count: int) -> bool:
    """Return whether so many orders are settled."""
    return sum(each.is_settled for each in desk.rows()) == count


def check_each_once(server: SandboxServer, desk: OrderDesk, pos: list[str]) -> None:
    """Check that the sandbox has each PO once, and that the ledger knows under which number.

    Raises:
        AssertionError: it is not so.
    """
    there = server.sandbox.purchase_orders()
    known = {each.po: each for each in desk.rows()}
    assert sorted(there) == sorted(pos)
    assert {po: numbers for po, numbers in there.items() if len(numbers) != 1} == {}
    assert {po: record.summary for po, record in known.items() if record.state != "placed"} == {}
    assert {po: known[po].order_numbers for po in pos} == there

"""Several workers that share a ledger in PostgreSQL, and somebody who kills and stops them, and the database."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import procrastinate
from kill_kit import START_S, STOP_S, Program
from postgres_kit import Server

from xi.sdk.resellers.ordering import OrderDesk, State

OPEN = (State.PLANNED, State.SENDING, State.DOUBT, State.ACCEPTED)
"""States that the desk leaves by itself."""
TERMINATES = 1 << (signal.SIGTERM - 1)
"""SIGTERM among the signals of a process, as Linux shows them."""


def add_tables(database: str) -> None:
    """Add the tables of procrastinate to a database."""
    app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector(conninfo=database))
    with app.open():
        app.schema_manager.apply_schema()


@dataclass
class Team:
    """Workers that are replaced when they are killed.

    Args:
        folder: where their output goes.
        given: what each is told.
        size: how many there are.
        random: decides who is killed, and when.
    """

    folder: Path
    given: dict[str, Any]
    size: int
    random: Random
    kills: int = field(default=0, init=False)
    members: list[Program] = field(default_factory=list[Program], init=False)
    stopped: list[Program] = field(default_factory=list[Program], init=False)

    def add(self) -> None:
        """Start a worker. It is not waited for: kills meet a start too."""
        self.members.append(Program("work", self.folder, self.given))

    def kill_one(self) -> None:
        """Kill a worker, and start another one."""
        self._take_one().close()
        self.kills += 1
        self.add()

    def stop_one(self) -> None:
        """Stop a worker that does not return, and start another one."""
        one = self._take_one()
        one.signal(signal.SIGSTOP)
        self.stopped.append(one)
        self.add()

    def let_return(self) -> None:
        """Let those that were stopped go on."""
        for one in self.stopped:
            one.signal(signal.SIGCONT)
        self.members += self.stopped
        self.stopped.clear()

    def end(self) -> list[int]:
        """Ask all workers to end when they have begun; return their exit codes."""
        for one in self.members:
            one.first_line()
        for one in self.members:
            wait_for(lambda one=one: handles(one), time.monotonic() + START_S, lambda: "a worker has no handler")
        for one in self.members:
            one.signal(signal.SIGTERM)
        return [one.process.returncode if one.ended_within(STOP_S) else -1 for one in self.members]

    def close(self) -> None:
        """End all of them at once."""
        for one in (*self.members, *self.stopped):
            one.close()

    def _take_one(self) -> Program:
        return self.members.pop(self.random.randrange(len(self.members)))


def handles(one: Program) -> bool:
    """Return whether a program has a handler for SIGTERM, or has ended."""
    try:
        status = Path(f"/proc/{one.process.pid}/status").read_text()
    except FileNotFoundError:
        return True
    caught = next((line for line in status.splitlines() if line.startswith("SigCgt:")), None)
    return one.process.poll() is not None or (caught is not None and bool(int(caught.split()[1], 16) & TERMINATES))


@contextmanager
def team(folder: Path, size: int, random: Random, **given: Any) -> Generator[Team]:
    """Yield running workers; all are ended afterwards."""
    made = Team(folder, given, size, random)
    try:
        for _ in range(size):
            made.add()
        yield made
    finally:
        made.close()


def disturb(workers: Team, server: Server, *, kills: int, every: float, crash_every: int, until: float) -> None:
    """Kill workers at random moments, and crash the database now and then.

    Args:
        workers: the workers.
        server: the database.
        kills: how often a worker is killed.
        every: the longest time between two kills, in seconds.
        crash_every: after how many kills the database is stopped at once, and started again.
        until: when all of it has to be over, by the monotonic clock.
    """
    while workers.kills < kills:
        assert time.monotonic() < until, f"only {workers.kills} of {kills} kills in time"
        time.sleep(workers.random.uniform(0.0, every))
        workers.kill_one()
        if workers.kills % crash_every == 0:
            server.stop("immediate")
            time.sleep(workers.random.uniform(0.0, 1.0))
            server.start()


def is_done(desk: OrderDesk) -> bool:
    """Return whether the desk has come to an end with all orders."""
    return next(desk.rows(state=OPEN, limit=1), None) is None


def wait_for(is_so: Callable[[], bool], until: float, said: Callable[[], str]) -> None:
    """Wait until something is so.

    Raises:
        AssertionError: it is not so in time.
    """
    while not is_so():
        assert time.monotonic() < until, said()
        time.sleep(0.25)

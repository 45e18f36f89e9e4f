"""Starts programs, kills them at random moments, and starts them again until they are done."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Any

PROGRAMS = Path(__file__).parent / "programs"
SETTINGS: dict[str, Any] = {
    "deadline": 2.0,
    "lease": 3.0,
    "quiet": 3.0,
    "looks": (0.3, 1.2, 3.0),
    "breaker_pause": 0.5,
    "breaker_longest": 2.0,
    "recheck": 3.0,
    "record_for": 30.0,
    # A tenth of the sends is not acted on, and programs are killed: of 1,000 orders one would meet that three times.
    "sends": 8,
}
"""Times that a test can afford; quiet is longer than the sandbox's searches lag behind."""
SHORTER = SETTINGS | {"deadline": 1.5, "lease": 2.0, "quiet": 1.5, "looks": (0.2, 0.7, 1.5), "recheck": 1.5}
"""Times for searches that lag half a second behind."""
FAULTS = (("drop_after", 0.05, 0.0), ("500", 0.05, 0.0), ("drop_before", 0.05, 0.0))
"""What goes wrong with creates: kind, probability, seconds."""
SLOW = ("delay", 1.0, 0.15)
"""All other creates are answered late, so that kills meet them under way."""
START_S = 60.0
STOP_S = 100.0


@dataclass
class Program:
    """A program in a process of its own. Its output is in a file, so that no pipe can hold it up.

    Args:
        name: its name under `programs`, without `.py`.
        folder: where its output goes.
        given: what it is told, as JSON.
        before: a command that runs it, such as a tracer.
    """

    name: str
    folder: Path
    given: dict[str, Any]
    before: Sequence[str] = ()
    process: subprocess.Popen[str] = field(init=False)
    errors: IO[str] = field(init=False)

    def __post_init__(self) -> None:
        self.errors = (self.folder / f"{self.name}.err").open("a")
        self.process = subprocess.Popen(
            [*self.before, sys.executable, str(PROGRAMS / f"{self.name}.py"), json.dumps(self.given)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            text=True,
        )

    def first_line(self) -> str:
        """Return the first line that it prints: it has begun. Empty if it has ended before."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ended_within(self, seconds: float) -> bool:
        """Wait for its end; return whether it has come."""
        try:
            self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it at once, wherever it is."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End it if it runs, and close its files."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.kill()
        for each in (self.process.stdin, self.process.stdout, self.errors):
            if each is not None:
                each.close()


@contextmanager
def program(name: str, folder: Path, **given: Any) -> Generator[Program]:
    """Yield a program that has begun; it is killed afterwards if it still runs."""
    made = Program(name, folder, given)
    try:
        yield made
    finally:
        made.close()


@dataclass(frozen=True)
class Server:
    """A sandbox in a process of its own.

    Args:
        url: where it answers.
        log: its request log.
    """

    url: str
    log: Path

    def purchase_orders(self) -> dict[str, Any]:
        """Return what the sandbox has under each PO."""
        with urllib.request.urlopen(f"{self.url}/_sandbox/purchase-orders", timeout=START_S) as answer:
            return dict(json.load(answer)["purchase_orders"])


@contextmanager
def sandbox(
    folder: Path,
    *,
    duplicate_check: bool = True,
    search_lag: float = 1.0,
    faults: Sequence[tuple[str, float, float]] = FAULTS,
    calls_a_minute: int | None = None,
) -> Generator[Server]:
    """Yield a running sandbox."""
    log = folder / "requests.jsonl"
    with program(
        "sandbox",
        folder,
        log=str(log),
        duplicate_check=duplicate_check,
        search_lag=search_lag,
        faults=faults,
        calls_a_minute=calls_a_minute,
    ) as made:
        url = made.first_line()
        assert url, (folder / "sandbox.err").read_text()
        yield Server(url, log)
        assert made.process.stdin is not None
        made.process.stdin.close()
        made.ended_within(STOP_S)


@dataclass(frozen=True)
class Killed:
    """How a program has fared.

    Args:
        kills: how often it was killed.
        code: the exit code of the run that was left alone.
        seconds: how long all took.
    """

    kills: int
    code: int
    seconds: float


def kill_again_and_again(
    start: Callable[[], Program], *, kills: int, lives: float, seconds: float, random: Random
) -> Killed:
    """Start a program and kill it at a random moment, so often; then start it once more and leave it alone.

    Args:
        start: starts the program.
        kills: how often it is killed. It is an error if it ends by itself before.
        lives: how long it lives at most after it has begun, in seconds.
        seconds: after which time all of it has to be over.
        random: decides about the moments.
    """
    began = time.monotonic()
    for number in range(kills):
        running = start()
        try:
            assert running.first_line() == "began", _said(running)
            if running.ended_within(random.uniform(0.0, lives)):
                raise AssertionError(
                    f"it ended with {running.process.returncode} after {number} of {kills} kills: {_said(running)}"
                )
            running.kill()
        finally:
            running.close()
        assert time.monotonic() - began < seconds, f"{number + 1} kills took more than {seconds:g} s"
    running = start()
    try:
        left = began + seconds - time.monotonic()
        assert running.ended_within(left), f"it did not end within {seconds:g} s: {_said(running)}"
        return Killed(kills, running.process.returncode, time.monotonic() - began)
    finally:
        running.close()


def _said(running: Program) -> str:
    return (running.folder / f"{running.name}.err").read_text()[-3_000:]

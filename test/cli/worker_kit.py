"""Runs `xi-orders worker` as a process, and what stands around it: files of an inbox, a socket of systemd, pages."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cli_kit import COMMAND, Cli, environment

HEADER = "customerOrderNumber,ingramPartNumber,quantity\n"
FAST = {
    "XI_LOOKS": "0.05,0.15,0.3",
    "XI_QUIET_TIME": "0.3",
    "XI_CALL_TIMEOUT": "20s",
    "XI_LEASE": "30s",
}
"""Times that a test can afford, as variables of the command."""
LONGEST_S = 60.0


def wait_until(condition: Callable[[], object], what: str = "it") -> None:
    """Wait until something is true."""
    end = time.monotonic() + LONGEST_S
    while not condition():
        assert time.monotonic() < end, f"{what} does not come"
        time.sleep(0.02)


@dataclass
class Worker:
    """A worker that runs.

    Args:
        process: its process.
        errors: the file with what it says.
    """

    process: subprocess.Popen[str]
    errors: Path

    @property
    def said(self) -> str:
        """What it has said so far."""
        return self.errors.read_text()

    def wait_for(self, text: str) -> None:
        """Wait until it says something."""
        wait_until(lambda: text in self.said or self.process.poll() is not None, text)
        assert text in self.said

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal, and return its exit code."""
        self.process.send_signal(number)
        return self.code()

    def code(self) -> int:
        """Wait for its end, and return its exit code."""
        return self.process.wait(LONGEST_S)


@contextmanager
def worker(cli: Cli, *args: str, env: dict[str, str] | None = None) -> Iterator[Worker]:
    """Yield a worker; it is killed afterwards if it still runs."""
    errors = cli.home / f"worker-{time.monotonic_ns()}.err"
    with errors.open("w") as file:
        process = subprocess.Popen(
            [*COMMAND, "worker", *args],
            env=environment(cli.home, cli.env | FAST | (env or {})),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
            cwd=cli.home,
        )
        try:
            yield Worker(process, errors)
        finally:
            process.kill()
            process.communicate()


@dataclass
class Inbox:
    """A folder for files with orders."""

    folder: Path

    def put(self, name: str, content: str) -> None:
        """Write a file aside, and rename it into the folder, as a program should."""
        beside = self.folder / ".coming"
        beside.write_text(content)
        beside.rename(self.folder / name)

    def orders(self, name: str, *pos: str) -> None:
        """Put a file with an order of one line for each PO."""
        self.put(name, HEADER + "".join(f"{po},DF4128,1\n" for po in pos))

    def names(self, folder: str) -> set[str]:
        """Return the names of the files in `done` or `failed`; empty while there is no such folder."""
        there = self.folder / folder
        return {each.name for each in there.iterdir() if not each.name.startswith(".")} if there.is_dir() else set()

    def report(self, folder: str, name: str) -> str:
        """Return the text of the report of a file."""
        return (self.folder / folder / f"{name}.report.csv").read_text()


def inbox_of(cli: Cli) -> Inbox:
    folder = cli.home / "in"
    folder.mkdir()
    return Inbox(folder)


@dataclass
class Systemd:
    """A socket that a service tells how it is.

    Args:
        address: what NOTIFY_SOCKET says.
        receiver: the socket.
        messages: what has come.
    """

    address: str
    receiver: socket.socket
    messages: list[str] = field(default_factory=list)

    def has(self, text: str) -> bool:
        """Return whether a message with a text has come."""
        self.receiver.setblocking(False)
        try:
            while True:
                self.messages.append(self.receiver.recv(65_536).decode())
        except BlockingIOError:
            return any(text in each for each in self.messages)


@contextmanager
def systemd(*, is_abstract: bool) -> Iterator[Systemd]:
    """Yield a socket as systemd has it: in the file system, or with an abstract name."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as receiver:
        name = f"xi-orders-test-{os.getpid()}-{time.monotonic_ns()}"
        path = f"{folder}/notify"
        receiver.bind(f"\0{name}" if is_abstract else path)
        yield Systemd(f"@{name}" if is_abstract else path, receiver)


def page(url: str) -> tuple[int, str]:
    """Return the status and the text of a page."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()

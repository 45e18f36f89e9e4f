"""PostgreSQL for tests: a database in the server that runs here, and a server of one's own that can be killed."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

HOST = "127.0.0.1"
RUNNING = os.environ.get("XI_TEST_POSTGRESQL", f"postgresql://postgres@{HOST}:5432/postgres")
"""A server in which tests make databases of their own."""
LONGEST_S = 60.0
"""The longest time that a program of PostgreSQL may take."""
CRASH_S = 60.0
"""The longest time until a server that is to crash has ended; its own limit for its processes is 5 seconds."""
BINARIES = Path("/usr/lib/postgresql")
"""Where Debian keeps each version; the programs of a server are not on the path."""
SETTINGS = {"max_connections": 80, "fsync": "off"}
"""What a server of one's own does less than others. A program that crashes loses nothing that it gave to the operating
system. So a crash without `fsync` loses what it always does, and recovery takes a tenth of a second, not many."""
WATCH = """
while kill -0 "$1" 2>/dev/null; do sleep 2; done
kill -QUIT "$(head -1 "$2/data/postmaster.pid")"
sleep 2
rm -rf "$2"
"""
"""Ends a server when the process of its test is gone, which may have been killed."""
SOMEBODY = "postgres"
"""Who runs a server that the superuser starts: PostgreSQL refuses to run as root."""


@cache
def is_running() -> bool:
    """Return whether the server that tests share can be used."""
    try:
        psycopg.connect(RUNNING, connect_timeout=30).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def database(prefix: str = "xi_test") -> Iterator[str]:
    """Yield the URL of a new, empty database in the server that runs here; it is dropped afterwards, whoever uses it.

    The test is skipped where no server runs.
    """
    if not is_running():
        pytest.skip(f"no PostgreSQL answers at {RUNNING}")
    name = f"{prefix}_{uuid4().hex[:12]}"
    with psycopg.connect(RUNNING, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield RUNNING.rpartition("/")[0] + f"/{name}"
    finally:
        with psycopg.connect(RUNNING, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _is_alive(pid: int) -> bool:
    """Return whether a process runs; one that has ended and was not waited for by its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
    except OSError:
        return True


@dataclass
class Server:
    """A PostgreSQL server of a test's own. Its data survive `stop` and `kill`; `start` begins where it was.

    Args:
        folder: where its data and its log are.
        programs: the folder with `postgres` and `pg_ctl`.
        port: where it listens, on the loopback address only.
    """

    folder: Path
    programs: Path
    port: int
    _started: bool = field(default=False, init=False)

    @property
    def url(self) -> str:
        """The URL of its database."""
        return f"postgresql://{SOMEBODY}@{HOST}:{self.port}/postgres"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        options += f" -p {self.port} -c listen_addresses={HOST} -c unix_socket_directories=''"
        self._started = True
        self._control("start", "-w", "-l", str(self.folder / "log"), "-o", options)

    def stop(self, mode: str = "immediate") -> None:
        """Stop it: `immediate` is a crash, whose connections break and whose memory is lost.

        Args:
            mode: `smart`, `fast` or `immediate`, as `pg_ctl` names them.
        """
        if mode == "immediate":
            self._crash()
        else:
            self._control("stop", "-w", "-m", mode)
        self._started = False

    def _crash(self) -> None:
        """End it at once. `pg_ctl` would wait for its lock file, which a server that was killed does not remove."""
        lock = self.folder / "data" / "postmaster.pid"
        pid = int(lock.read_text().split()[0])
        for order in (signal.SIGQUIT, signal.SIGKILL):
            with suppress(ProcessLookupError):
                os.kill(pid, order)
            end = time.monotonic() + CRASH_S
            while time.monotonic() < end:
                if not _is_alive(pid):
                    lock.unlink(missing_ok=True)
                    return
                time.sleep(0.02)
        raise subprocess.SubprocessError(f"the server {pid} cannot be killed")

    def close(self) -> None:
        """Stop it if it runs, whatever state it is in."""
        if not self._started:
            return
        with suppress(subprocess.SubprocessError):
            self.stop()
        with suppress(OSError, ValueError, IndexError):  # it did not stop: no process may be left behind
            os.kill(int((self.folder / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)

    def _control(self, *arguments: str) -> None:
        command = [str(self.programs / "pg_ctl"), "-D", str(self.folder / "data"), *arguments]
        # The server keeps what it inherits open, so its output must not be a pipe that is read to its end.
        done = subprocess.run(
            _as_somebody(command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, timeout=LONGEST_S, check=False
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text()[-2_000:] if log.exists() else "nothing"
            raise subprocess.SubprocessError(
                f"pg_ctl {arguments[0]} ended with {done.returncode}; the log says: {said}"
            )


@contextmanager
def server() -> Iterator[Server]:
    """Yield a running server of the test's own, stopped and removed afterwards.

    The test is skipped where PostgreSQL is not installed, or cannot be run by this user.
    """
    programs = _programs()
    if programs is None:
        pytest.skip(f"initdb of PostgreSQL is neither on the path nor under {BINARIES}")
    if os.geteuid() == 0 and not _can_be_somebody():
        pytest.skip(f"PostgreSQL does not run as root, and there is no user {SOMEBODY} or no runuser")
    # Not in tmp_path: each start of pytest closes its folders to other users, and the server may be another user.
    folder = Path(tempfile.mkdtemp(prefix="xi-postgresql-"))
    made = Server(folder, programs, free_port())
    watch = subprocess.Popen(["sh", "-c", WATCH, "sh", str(os.getpid()), str(folder)], start_new_session=True)
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", SOMEBODY, "-A", "trust", "-N", "-E", "UTF8"]
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, SOMEBODY)
        subprocess.run(_as_somebody([*command, "--locale=C"]), check=True, timeout=LONGEST_S, capture_output=True)
        made.start()
        yield made
    finally:
        made.close()
        os.killpg(watch.pid, signal.SIGKILL)
        watch.wait(LONGEST_S)
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_it_answers(url: str, seconds: float = 100.0) -> None:
    """Wait until a database answers.

    Raises:
        TimeoutError: it does not.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(url, connect_timeout=2).close()
        except psycopg.OperationalError as error:
            if time.monotonic() > end:
                raise TimeoutError(f"no PostgreSQL answers at {url}") from error
            time.sleep(0.1)
        else:
            return


def _programs() -> Path | None:
    found = shutil.which("initdb")
    if found is not None and not Path(found).resolve().name.startswith("pg_wrapper"):
        return Path(found).resolve().parent
    versions = sorted(BINARIES.glob("*/bin/initdb"), key=lambda each: int(each.parts[-3].partition(".")[0]))
    return versions[-1].parent if versions else None


def _can_be_somebody() -> bool:
    if shutil.which("runuser") is None:
        return False
    return subprocess.run(["id", SOMEBODY], capture_output=True, check=False, timeout=LONGEST_S).returncode == 0


def _as_somebody(command: list[str]) -> list[str]:
    return ["runuser", "-u", SOMEBODY, "--", *command] if os.geteuid() == 0 else command


def free_port() -> int:
    """Return a port that nobody has, and nobody gets who asks for any: a server can come back to it later."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)  # systems give those from 32768 or 49152 on to whoever asks for any
        with socket.socket() as listener, suppress(OSError):
            listener.bind((HOST, port))
            return port

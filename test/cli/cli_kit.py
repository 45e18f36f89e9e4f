"""Runs the real command as a process, in a pipe or in a terminal, with a home that has only files of its own."""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import pty
import shlex
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import jsonschema
import pytest

from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.cli.output import schema_text
from xi.sdk.resellers.ordering import Ledger, OrderDesk, Settings
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

ACCOUNT = Account("20-222222", "US")
PROFILE = "test"
COMMAND = (sys.executable, "-W", "error", "-m", "xi.sdk.resellers.cli")
DEADLINE_S = 120
_NOT_PASSED_ON = (
    "PYTHONUNBUFFERED",
    *("XI_", "XDG_", "PG", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "TZ", "LC_", "LANG"),
)


@dataclass(frozen=True)
class Ran:
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The result as one JSON document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The result as JSON Lines."""
        return [json.loads(each) for each in self.out.splitlines()]

    @property
    def rows(self) -> list[list[str]]:
        """The result as plain output: cells by rows, the header first."""
        return [each.split("\t") for each in self.out.splitlines()]


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the variables of a command: those of the tests, without any that it would read itself."""
    passed = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_PASSED_ON)}
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    return passed | own | dict(more or {})


def run(
    *args: str,
    home: Path,
    env: Mapping[str, str] | None = None,
    stdin: str | None = None,
    tty: bool = False,
    together: bool = False,
    columns: int = 100,
    cwd: Path | None = None,
) -> Ran:
    """Run the command to its end.

    Args:
        args: its arguments.
        home: the home of its user, which is all that it reads.
        env: more variables.
        stdin: what is typed, or comes by the pipe; None is an empty pipe.
        tty: whether its streams are terminals. What they show has `\n` at the ends of lines.
        together: whether its result and what it says are in one terminal; all of it is its result then.
        columns: the width of the terminals.
        cwd: the working folder; by default the home.
    """
    variables = environment(home, env)
    if tty or together:
        return _run_in_terminal(args, variables, stdin or "", columns, cwd or home, together=together)
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write((stdin or "").encode())
        given.seek(0)
        code = _forked(args, variables, cwd or home, (given.fileno(), out.fileno(), err.fileno()))
        out.seek(0)
        err.seek(0)
        return Ran(code, out.read().decode(), err.read().decode())


@cache
def _server() -> socket.socket:
    """Return the line to a process that has all modules imported; it ends with this one."""
    ours, theirs = socket.socketpair()
    process = subprocess.Popen(
        [*COMMAND[:-2], str(Path(__file__).parent / "fork_server.py"), str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        env=environment(Path.home()),
        start_new_session=True,
    )
    theirs.close()
    ours.settimeout(DEADLINE_S)

    def end() -> None:
        ours.close()
        process.wait(DEADLINE_S)

    atexit.register(end)
    return ours


def _forked(args: Sequence[str], env: Mapping[str, str], cwd: Path, fds: Sequence[int]) -> int:
    """Run the command in a fork of the server; return its exit code."""
    line = _server()
    socket.send_fds(line, [json.dumps({"args": args, "env": dict(env), "cwd": str(cwd)}).encode()], list(fds))
    said = b""
    try:
        while said.count(b"\n") < 2:  # its process ID, then its exit code
            said += line.recv(100)
    except TimeoutError:
        _server.cache_clear()
        os.kill(int(said), signal.SIGKILL)
        raise
    return int(said.split()[1])


def _run_in_terminal(
    args: tuple[str, ...], env: dict[str, str], typed: str, columns: int, cwd: Path, *, together: bool
) -> Ran:
    """Run it with three terminals, so that its result can be told from what it says."""
    pairs = [pty.openpty() for _ in range(3)]
    (keys, its_in), (out, its_out), (err, its_err) = pairs
    for each in (its_in, its_out, its_err):
        fcntl.ioctl(each, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    quiet = termios.tcgetattr(its_in)
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(its_in, termios.TCSANOW, quiet)
    shown: dict[int, bytearray] = {out: bytearray(), err: bytearray()}
    readers = [threading.Thread(target=_read, args=each) for each in shown.items()]
    for each in readers:
        each.start()
    os.write(keys, typed.encode())
    try:
        code = _forked(args, env, cwd, (its_in, its_out, its_out if together else its_err))
    finally:
        for each in (its_in, its_out, its_err):
            os.close(each)
        for each in readers:
            each.join()
        for each in (keys, out, err):
            os.close(each)
    text = {each: shown[each].decode().replace("\r\n", "\n") for each in shown}
    return Ran(code, text[out], text[err])


def _read(terminal: int, into: bytearray) -> None:
    while True:
        try:
            found = os.read(terminal, 65_536)
        except OSError:  # Linux: the other end is closed
            return
        if not found:
            return
        into += found


def valid(name: str, document: Any) -> Any:
    """Return a document that is as its schema says."""
    jsonschema.validate(
        document,
        json.loads(schema_text(name)),
        cls=jsonschema.Draft202012Validator,
        format_checker=jsonschema.FormatChecker(),
    )
    return document


@dataclass
class Cli:
    """A user with a home, a profile and a sandbox."""

    home: Path
    server: SandboxServer | None = None
    env: dict[str, str] = field(default_factory=dict)

    def configure(self, **profile: Any) -> None:
        """Write the configuration: one profile, the default."""
        values = {"customer_number": ACCOUNT.customer_number, "country_code": ACCOUNT.country_code}
        if self.server is not None:
            values["environment"] = self.server.url
        values |= profile
        # JSON's text, numbers, booleans and lists of them are TOML too.
        lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
        folder = self.home / "config" / "xi-orders"
        folder.mkdir(parents=True, exist_ok=True)
        head = [f'default_profile = "{PROFILE}"', f"[profiles.{PROFILE}]"]
        (folder / "config.toml").write_text("\n".join([*head, *lines, ""]))

    @property
    def ledger(self) -> Path:
        """The ledger of the profile."""
        return self.home / "state" / "xi-orders" / f"{PROFILE}-local.db"

    def run(self, *args: str, **options: Any) -> Ran:
        """Run the command; see `run`."""
        return run(*args, home=self.home, **{**options, "env": self.env | dict(options.get("env") or {})})

    def run_all(self, *lines: str) -> list[Ran]:
        """Run several command lines, one after the other, each as a shell would read it."""
        return [self.run(*shlex.split(each)) for each in lines]

    def desk(self, **options: Any) -> OrderDesk:
        """Return a desk on the ledger of the profile, to prepare or to look at."""
        self.ledger.parent.mkdir(parents=True, exist_ok=True)
        host = "http://127.0.0.1:9" if self.server is None else self.server.url
        client = ApiClient(Configuration(host=host, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE))
        return OrderDesk(OrdersApi(client).bound(), Ledger(self.ledger), **({"settings": Settings()} | options))


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    """Yield a running sandbox."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy())) as running:
        yield running


@pytest.fixture
def cli(tmp_path: Path, server: SandboxServer) -> Cli:
    """Return a user with credentials and a sandbox."""
    made = Cli(tmp_path, server, {"XI_ACCESS_TOKEN": TOKEN})
    made.configure()
    return made


@pytest.fixture
def offline(tmp_path: Path) -> Cli:
    """Return a user with a profile for this machine, where nothing listens, and without credentials."""
    made = Cli(tmp_path)
    made.configure(environment="http://127.0.0.1:9")
    return made

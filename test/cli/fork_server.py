"""Runs commands in processes of their own that have all modules imported already: a start takes milliseconds.

Each request on the socket is a JSON object with the three streams of the command; the answer is its exit code.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import time
from importlib import import_module
from pathlib import Path

import xi.sdk.resellers.ordering
from xi.sdk.resellers.cli import commands

LONGEST = 1 << 20
IMPORTED = (
    "pydantic",
    "rich.console",
    "rich.table",
    "sqlalchemy",
    "xi.sdk.resellers.cli.program",
    "xi.sdk.resellers.cli.session",
    "xi.sdk.resellers.ordering.desk",
    "xi.sdk.resellers.ordering.ledger",
    "xi.sdk.resellers.ordering.files",
    *(f"xi.sdk.resellers.cli.commands.{each.stem}" for each in Path(commands.__path__[0]).glob("[a-z]*.py")),
)


def main() -> None:
    """Answer requests until the other end is closed."""
    with socket.socket(fileno=int(sys.argv[1])) as here:
        serve(here)


def serve(here: socket.socket) -> None:
    """Answer requests on a socket until its other end is closed."""
    for each in IMPORTED:
        import_module(each)
    # Models are built once, when they are used first.
    xi.sdk.resellers.OrderCreateRequest.from_dict({"customerOrderNumber": "A", "lines": []})
    gc.collect()
    gc.freeze()
    while True:
        message, fds, _, _ = socket.recv_fds(here, LONGEST, 3)
        if not message:
            return
        request = json.loads(message)
        pid = os.fork()
        if pid == 0:
            here.close()
            run(request, fds)
        for each in fds:
            os.close(each)
        here.sendall(f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        here.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def run(request: dict[str, object], fds: list[int]) -> None:
    """Run a command in this process, which is a new one."""
    for number, each in enumerate(fds):
        os.dup2(each, number)
        os.close(each)
    for name in (sys.stdin, sys.stdout, sys.stderr):
        name.close()
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - open to the end of the process
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - the same
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115 - the same
    os.environ.clear()
    os.environ.update(request["env"])  # type: ignore[arg-type]
    time.tzset()
    os.chdir(str(request["cwd"]))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["xi-orders", *request["args"]]  # type: ignore[misc]
    from xi.sdk.resellers.cli import main as command

    command()


if __name__ == "__main__":
    main()

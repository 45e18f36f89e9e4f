"""Runs the command by its entry point in this process: a tenth of the time of a process of its own."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from unittest import mock

from cli_kit import Cli, Ran, environment

from xi.sdk.resellers.cli import main

FAST = {
    "XI_LOOKS": "0.05,0.15,0.3",
    "XI_QUIET_TIME": "0.3",
    "XI_CALL_TIMEOUT": "5s",
    "XI_LEASE": "6s",
}
"""Times that a test can afford, as variables of the command."""
Run = Callable[..., Ran]


def inside(cli: Cli) -> Run:
    """Return what runs a command of a user, without a terminal.

    Args:
        cli: the user.
    """

    def run(*args: str) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, environment(cli.home, cli.env), clear=True),
            mock.patch("sys.stdin", io.StringIO()),
            mock.patch("sys.stdout", out),
            mock.patch("sys.stderr", err),
        ):
            code = main(args)
        return Ran(code, out.getvalue(), err.getvalue())

    return run

"""Runs the command inside the process of the test: for what needs no process of its own, and is run often."""

import io
import os
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from cli_kit import Ran, environment

from xi.sdk.resellers.cli.program import main


def run_inside(*args: str, home: Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Ran:
    """Run the command to its end, in a pipe.

    Args:
        args: its arguments.
        home: the home of its user, which is all that it reads.
        env: more variables.
        stdin: what comes by the pipe.
    """
    out, err = io.StringIO(), io.StringIO()
    variables = patch.dict(os.environ, environment(home, env), clear=True)
    with variables, patch.object(sys, "stdin", io.StringIO(stdin)), redirect_stdout(out), redirect_stderr(err):
        code = main(args)
    return Ran(code, out.getvalue(), err.getvalue())

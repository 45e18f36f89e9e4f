"""The `xi-orders` command."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from xi.sdk.resellers._extras import missing

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130
"""The code of a command that Ctrl-C ends; codes.py has all, and is loaded later than it may come."""
_OF_EXTRA = ("typer", "rich", "starlette", "uvicorn", "jinja2", "tomlkit", "sqlalchemy", "psycopg")


def main() -> None:
    """Run the command, or exit with the name of the extra that it needs."""
    try:
        code = _program()()
    except KeyboardInterrupt:  # while it was loaded; the program itself tells of those that come later
        code = _INTERRUPTED
    gc.freeze()  # the interpreter ends with a collection, which need not look at all that was imported
    sys.exit(code)


def _program() -> Callable[[], int]:
    try:
        from xi.sdk.resellers.cli.program import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OF_EXTRA:
            raise
        sys.exit(missing(f"xi-orders needs {error.name}", "cli"))
    return run

"""The `xi-orders` command."""

from __future__ import annotations

import gc
import sys

from xi.sdk.resellers._extras import missing

_OF_EXTRA = ("typer", "rich", "starlette", "uvicorn", "jinja2", "tomlkit", "sqlalchemy", "psycopg")


def main() -> None:
    """Run the command, or exit with the name of the extra that it needs."""
    try:
        from xi.sdk.resellers.cli.program import main as run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OF_EXTRA:
            raise
        sys.exit(missing(f"xi-orders needs {error.name}", "cli"))
    code = run()
    gc.freeze()  # the interpreter ends with a collection, which need not look at all that was imported
    sys.exit(code)

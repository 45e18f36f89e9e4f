"""The `xi-orders` command."""

from __future__ import annotations

import gc
import sys

from xi.sdk.resellers._extras import missing


def main() -> None:
    """Run the command, or exit with the name of the extra that it needs."""
    try:
        from xi.sdk.resellers.cli.app import app  # noqa: PLC0415 - the extra may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich", "starlette", "uvicorn", "jinja2"):
            raise
        sys.exit(missing(f"xi-orders needs {error.name}", "cli"))
    try:
        app()
    finally:
        gc.freeze()  # the interpreter ends with a collection, which need not look at all that was imported

"""The `xi-orders` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; say which extra is missing where one is."""
    try:
        from xi.sdk.resellers.cli.app import app  # noqa: PLC0415 - the extra may be missing
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("typer", "rich", "starlette", "uvicorn", "jinja2"):
            raise
        sys.exit(f'xi-orders needs {error.name}, which is not installed: pip install "xi.sdk.resellers[cli]"')
    app()

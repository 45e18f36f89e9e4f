"""Runs the command by its entry point in this process, in a tenth of the time of a process of its own; and desks."""

from __future__ import annotations

import io
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from cli_kit import ACCOUNT, Cli, Ran, environment

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.cli.program import main
from xi.sdk.resellers.ordering import Ledger, OrderDesk, Settings
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

sys.path.insert(0, str(Path(__file__).parents[1] / "ordering"))  # so that tests can import `postgres_kit`

FAST = {
    "XI_LOOKS": "0.05,0.15,0.3",
    "XI_QUIET_TIME": "0.3",
    "XI_CALL_TIMEOUT": "20s",
    "XI_LEASE": "30s",
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


SHORT = Settings(deadline=20, lease=30, quiet=0.3, looks=(0.05, 0.15, 0.3), recheck=0.2)
"""The same times, for the desks of tests."""
PARTS = ("DF4128", "YN6231", "2GZ200")
UNGUARDED = {"additionalAttributes": [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]}
HOLD = {"additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]}


def order(po: str, *quantities: int, part: str | None = None, **more: Any) -> dict[str, Any]:
    """Return an order of a line for each quantity, and one more of a part."""
    lines = [*zip(PARTS, quantities or (1,), strict=False), *([(part, 1)] if part is not None else [])]
    return {
        "customerOrderNumber": po,
        "lines": [
            {"customerLineNumber": str(number), "ingramPartNumber": name, "quantity": quantity}
            for number, (name, quantity) in enumerate(lines, 1)
        ],
        **more,
    }


@contextmanager
def desk_of(cli: Cli, *, url: str | None = None, host: str | None = None) -> Iterator[OrderDesk]:
    """Yield a desk on the ledger of a user, to prepare or to look at."""
    cli.ledger.parent.mkdir(parents=True, exist_ok=True)
    at = host or (cli.server.url if cli.server is not None else "http://127.0.0.1:9")
    ledger = Ledger(url or cli.ledger)
    with ApiClient(Configuration(host=at, access_token=TOKEN, account=ACCOUNT, retry=AT_ONCE)) as client:
        yield OrderDesk(OrdersApi(client).bound(), ledger, settings=SHORT, by="ann")
    ledger.close()


def rows_of(ledger: Path) -> dict[str, list[Any]]:
    """Return all rows of a ledger, but for how often it was opened."""
    with sqlite3.connect(ledger) as connection:
        names = [each[0] for each in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {each: connection.execute(f"SELECT * FROM {each}").fetchall() for each in sorted(names)}
        columns = [each[1] for each in connection.execute("PRAGMA table_info(xi_meta)")]
    connection.close()
    found["xi_meta"] = [
        tuple(v for c, v in zip(columns, row, strict=True) if c != "opened") for row in found["xi_meta"]
    ]
    return found


@pytest.fixture
def run(cli: Cli) -> Run:
    """Return what runs a command of a user whose times are short."""
    cli.env |= FAST
    return inside(cli)


@pytest.fixture
def desk(cli: Cli) -> Iterator[OrderDesk]:
    """Yield a desk on the ledger of the user."""
    with desk_of(cli) as desk:
        yield desk

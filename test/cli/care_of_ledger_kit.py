"""A ledger that commands take care of: in a file or in PostgreSQL, with orders, and all that can be wrong with it."""

from __future__ import annotations

import io
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import psycopg
from cli_kit import Cli, Ran, environment

from xi.sdk.resellers.cli.program import main
from xi.sdk.resellers.ordering import Fault, Ledger, OrderDesk
from xi.sdk.resellers.ordering.ledger import _places

sys.path.insert(0, str(Path(__file__).parents[1] / "ordering"))

from desk_kit import SHORT, bound, order
from postgres_kit import database


@dataclass
class Care:
    """A user, and the ledger of the profile.

    Args:
        cli: the user.
        url: where the ledger is.
    """

    cli: Cli
    url: str

    def run(self, *args: str) -> Ran:
        """Run a command by its entry point in this process: a tenth of the time of a process of its own."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, environment(self.cli.home, self.cli.env), clear=True),
            mock.patch("sys.stdin", io.StringIO()),
            mock.patch("sys.stdout", out),
            mock.patch("sys.stderr", err),
        ):
            code = main(args)
        return Ran(code, out.getvalue(), err.getvalue())

    def execute(self, statement: str) -> list[tuple[object, ...]]:
        """Run a statement on the tables, as nobody should."""
        if "://" in self.url:
            with psycopg.connect(self.url, autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.url, isolation_level=None)) as file:
            return file.execute(statement).fetchall()

    def states(self) -> dict[str, str]:
        """Return the state of each PO."""
        return {str(po): str(state) for po, state in self.execute("SELECT po, state FROM xi_entries")}

    @contextmanager
    def desk(self) -> Iterator[OrderDesk]:
        """Yield a desk on the ledger."""
        assert self.cli.server is not None
        with bound(self.cli.server) as api, closing(Ledger(self.url)) as ledger:
            yield OrderDesk(api, ledger, settings=SHORT)

    def place(self, *pos: str) -> None:
        """Place orders."""
        with self.desk() as desk:
            for po in pos:
                desk.place(order(po, 2), wait=30).raise_for_state()


@contextmanager
def care(kind: str, cli: Cli) -> Iterator[Care]:
    """Yield a user whose ledger is not made yet.

    Args:
        kind: sqlite or postgresql.
        cli: the user.
    """
    if kind == "sqlite":
        cli.ledger.parent.mkdir(parents=True, exist_ok=True)
        yield Care(cli, str(cli.ledger))
        return
    with database() as url:
        cli.configure(ledger=url)
        yield Care(cli, url)


def _in_the_tables(statement: str) -> Callable[[Care], None]:
    def spoil(care: Care) -> None:
        care.execute(statement)

    return spoil


def _seen(care: Care) -> None:
    with care.desk() as desk, desk.ledger.transaction() as tx:
        tx.seen("host2/17/a")


def _moved(care: Care) -> None:
    assert care.run("ledger", "move", str(care.cli.home / "new.db"), "--yes").code == 0


def _no_file(care: Care) -> None:
    Path(care.url).write_text("Dear customer,")


def _damaged(care: Care) -> None:
    path = Path(care.url)
    content = bytearray(path.read_bytes())
    content[8_192:] = b"\xff" * (len(content) - 8_192)
    path.write_bytes(content)


def _other_host(_care: Care) -> None:
    mock.patch.object(_places, "this_machine", return_value=("other-host", "other-boot")).start()


def _network(_care: Care) -> None:
    mock.patch.object(_places, "kind_of_file_system", return_value="nfs4").start()


def _reads_only(care: Care) -> None:
    name = care.url.rpartition("/")[2]
    care.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")


def _away(care: Care) -> None:
    care.cli.configure(ledger="postgresql://postgres@127.0.0.1:1/orders")


FAULTS: dict[Fault, tuple[str, Callable[[Care], None]]] = {
    Fault.MISSING: ("sqlite", lambda care: Path(care.url).unlink()),
    Fault.LOCKED: ("postgresql", _seen),
    Fault.READ_ONLY: ("postgresql", _reads_only),
    Fault.NETWORK: ("sqlite", _network),
    Fault.NEWER: ("sqlite", _in_the_tables("UPDATE xi_meta SET version = 99")),
    Fault.OLDER: ("postgresql", _in_the_tables("UPDATE xi_meta SET version = -1")),
    Fault.DAMAGED: ("sqlite", _damaged),
    Fault.MOVED: ("sqlite", _moved),
    Fault.ENVIRONMENT: ("sqlite", _in_the_tables("UPDATE xi_meta SET environment = 'sandbox'")),
    Fault.NOT_A_LEDGER: ("sqlite", _no_file),
    Fault.SECOND_HOST: ("sqlite", _other_host),
    Fault.AWAY: ("postgresql", _away),
}
"""Each fault that can be made, in which database, and how. A full disk is in the tests of the ledger."""

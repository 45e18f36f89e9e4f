"""Turns errors of databases and drivers into LedgerError, with a text that says what to do."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers._databases import DatabaseFault, advice, database_errors, fault_of, primary_code, said_by
from xi.sdk.resellers.ordering.errors import Fault, LedgerError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_FAULTS: Final = {
    DatabaseFault.MISSING: Fault.MISSING,
    DatabaseFault.LOCKED: Fault.LOCKED,
    DatabaseFault.READ_ONLY: Fault.READ_ONLY,
    DatabaseFault.FULL: Fault.FULL,
    DatabaseFault.DAMAGED: Fault.DAMAGED,
    DatabaseFault.NOT_A_DATABASE: Fault.NOT_A_LEDGER,
    DatabaseFault.NO_TABLES: Fault.MISSING,
    DatabaseFault.OTHER_TABLES: Fault.DAMAGED,
    DatabaseFault.AWAY: Fault.AWAY,
}
_REMEDIES: Final = {
    DatabaseFault.NO_TABLES: "make it with Ledger.init, or name the right one",
    DatabaseFault.OTHER_TABLES: "restore a backup, migrate it, or name the right one",
}
"""What to do where it is not the same for every database."""


def is_busy(error: Exception) -> bool:
    """Return whether another program holds an SQLite file.

    Args:
        error: the error of SQLAlchemy or of the driver.
    """
    return primary_code(error) == sqlite3.SQLITE_BUSY


def ledger_error(error: Exception, name: str) -> LedgerError:
    """Return what an error of a driver means.

    Args:
        error: the error of SQLAlchemy or of the driver.
        name: the ledger, as it is shown to people: without a password.
    """
    fault, what = fault_of(error)
    return LedgerError(f"the ledger {name}: {advice(fault, what, _REMEDIES, said_by(error))}", _FAULTS[fault])


def translated(name: str) -> AbstractContextManager[None]:
    """Return what raises LedgerError for each error of the database in a block.

    Args:
        name: the ledger, as it is shown to people.

    Raises:
        LedgerError: the database or its driver raised an error.
        ApiValueError: a text has a character that a database does not keep.
    """
    return database_errors(partial(ledger_error, name=name))

"""Turns errors of databases and drivers into LedgerError, with a text that says what to do."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import exc

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import Fault, LedgerError

if TYPE_CHECKING:
    from collections.abc import Generator

_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: (
        Fault.LOCKED,
        "another program writes to it all the time, or holds it; end that, then try again",
    ),
    sqlite3.SQLITE_LOCKED: (Fault.LOCKED, "another part of this program holds it; try again"),
    sqlite3.SQLITE_READONLY: (
        Fault.READ_ONLY,
        "it cannot be written; give this user write rights to the file and its folder",
    ),
    sqlite3.SQLITE_PERM: (
        Fault.READ_ONLY,
        "it cannot be written; give this user write rights to the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (Fault.READ_ONLY, "it cannot be opened; give this user rights to the file and its folder"),
    sqlite3.SQLITE_FULL: (Fault.FULL, "the disk is full; make room, then go on: nothing that was written is lost"),
    sqlite3.SQLITE_CORRUPT: (Fault.DAMAGED, "the file is damaged; keep a copy of it, then restore a backup"),
    sqlite3.SQLITE_NOTADB: (Fault.NOT_A_LEDGER, "it is no SQLite file; name the right one"),
    sqlite3.SQLITE_IOERR: (Fault.AWAY, "its disk cannot be read or written; check the disk"),
}
"""What the primary result codes of SQLite mean."""
_PRIMARY: Final = 0xFF
"""An extended result code has the primary one in its lowest byte."""
_NUL: Final = "cannot contain NUL"
"""What the driver of PostgreSQL says of a text with the character 0, before it sends it."""
_TEXT: Final = "a text has the character 0, or a lone surrogate, which no database keeps; take it out"

_AWAY: Final = (Fault.AWAY, "the database does not answer; check that it runs and can be reached")
_HELD: Final = (Fault.LOCKED, "another program holds what this one needs; try again")
_NO_RIGHTS: Final = (Fault.READ_ONLY, "this user may not do it; grant the rights")
_NO_TABLES: Final = (Fault.MISSING, "its tables are not there; make it with Ledger.init, or name the right one")
_NO_DATABASE: Final = (Fault.MISSING, "there is no such database; make it, or name the right one")
_REFUSED: Final = (
    Fault.AWAY,
    "the database refuses the user or the password; correct the URL, PGPASSFILE or PGPASSWORD",
)
_CONNECTING: Final = {
    'FATAL: database "': _NO_DATABASE,
    'FATAL: role "': _REFUSED,
    "password": _REFUSED,
    "pg_hba.conf": _REFUSED,
}
"""What the texts of errors mean that come before there is a connection: libpq gives these no SQLSTATE."""
_POSTGRESQL: Final = {
    "25006": (Fault.READ_ONLY, "the database only reads; name the primary server"),
    "28": _REFUSED,
    "3D000": _NO_DATABASE,
    "3F000": _NO_TABLES,
    "40": _HELD,
    "42501": _NO_RIGHTS,
    "42P01": _NO_TABLES,
    "42703": (Fault.DAMAGED, "a column is not there; restore a backup, or migrate it"),
    "53100": (Fault.FULL, "the disk of the database is full; make room, then go on: nothing that was written is lost"),
    "55P03": _HELD,
    "57014": _HELD,
    "XX001": (Fault.DAMAGED, "the database is damaged; restore a backup"),
    "XX002": (Fault.DAMAGED, "an index of the database is damaged; reindex it"),
}
"""What the SQLSTATEs of PostgreSQL mean, whole or by their class; others mean that it is away."""


def is_busy(error: Exception) -> bool:
    """Return whether another program holds an SQLite file.

    Args:
        error: the error of SQLAlchemy or of the driver.
    """
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    return (getattr(cause, "sqlite_errorcode", None) or 0) & _PRIMARY == sqlite3.SQLITE_BUSY


def ledger_error(error: Exception, name: str) -> LedgerError:
    """Return what an error of a driver means.

    Args:
        error: the error of SQLAlchemy or of the driver.
        name: the ledger, as it is shown to people: without a password.
    """
    cause = error.orig if isinstance(error, exc.DBAPIError) and error.orig is not None else error
    fault, advice = _meaning(cause)
    said = " ".join(str(cause).split())
    return LedgerError(f"the ledger {name}: {advice} ({said})", fault)


def _meaning(cause: BaseException) -> tuple[Fault, str]:
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code == sqlite3.SQLITE_ERROR:
            return Fault.DAMAGED, "it has not the tables of a ledger; restore a backup, or name the right one"
        return _SQLITE.get(code & _PRIMARY, (Fault.AWAY, "it cannot be used now"))
    state = getattr(cause, "sqlstate", None) or ""
    for each in (state, state[:2]):
        if each in _POSTGRESQL:
            return _POSTGRESQL[each]
    if not state:
        said = " ".join(str(cause).split())
        for part, meaning in _CONNECTING.items():
            if part in said:
                return meaning
    if isinstance(cause, exc.TimeoutError):
        return Fault.LOCKED, "all connections of this program are in use; use fewer threads"
    return _AWAY


@contextmanager
def translated(name: str) -> Generator[None]:
    """Raise LedgerError for each error of the database in the block.

    Args:
        name: the ledger, as it is shown to people.

    Raises:
        LedgerError: the database or its driver raised an error.
        ApiValueError: a text has a character that a database does not keep.
    """
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        if _NUL in str(error):
            raise ApiValueError(_TEXT) from None
        raise ledger_error(error, name) from error
    except UnicodeEncodeError:
        raise ApiValueError(_TEXT) from None

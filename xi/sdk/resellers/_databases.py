"""What an error of SQLite or PostgreSQL means, and what to do about it. All that have a database read it here."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from xi.sdk.resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping


class DatabaseFault(StrEnum):
    """Why a database cannot be used."""

    MISSING = "missing"
    """There is no such database."""
    LOCKED = "locked"
    """Another program holds it, or this one holds all connections."""
    READ_ONLY = "read_only"
    """This user may not write it, or not read it."""
    FULL = "full"
    DAMAGED = "damaged"
    NOT_A_DATABASE = "not_a_database"
    """The file is something else."""
    NO_TABLES = "no_tables"
    """The tables are not there."""
    OTHER_TABLES = "other_tables"
    """The tables are not those of this program: another one made them, or another version."""
    AWAY = "away"
    """The database does not answer, or its disk does not."""


_PRIMARY: Final = 0xFF
"""An extended result code of SQLite has the primary one in its lowest byte."""
_WRITE_RIGHTS: Final = (
    DatabaseFault.READ_ONLY,
    "it cannot be written; give this user write rights to the file and its folder",
)
_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: (
        DatabaseFault.LOCKED,
        "another program writes to it all the time, or holds it; end that, then try again",
    ),
    sqlite3.SQLITE_LOCKED: (DatabaseFault.LOCKED, "another part of this program holds it; try again"),
    sqlite3.SQLITE_READONLY: _WRITE_RIGHTS,
    sqlite3.SQLITE_PERM: _WRITE_RIGHTS,
    sqlite3.SQLITE_CANTOPEN: (
        DatabaseFault.READ_ONLY,
        "it cannot be opened; give this user rights to the file and its folder",
    ),
    sqlite3.SQLITE_FULL: (
        DatabaseFault.FULL,
        "the disk is full; make room, then go on: nothing that was written is lost",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DatabaseFault.DAMAGED,
        "the file is damaged; keep a copy of it, then restore a backup",
    ),
    sqlite3.SQLITE_NOTADB: (DatabaseFault.NOT_A_DATABASE, "it is no SQLite file; name the right one"),
    sqlite3.SQLITE_IOERR: (DatabaseFault.AWAY, "its disk cannot be read or written; check the disk"),
    sqlite3.SQLITE_ERROR: (DatabaseFault.OTHER_TABLES, "it has not the tables that it should have"),
}
"""What the primary result codes of SQLite mean."""
_UNKNOWN: Final = (DatabaseFault.AWAY, "it cannot be used now")

_AWAY: Final = (DatabaseFault.AWAY, "the database does not answer; check that it runs and can be reached")
_HELD: Final = (DatabaseFault.LOCKED, "another program holds what this one needs; try again")
_NO_CONNECTION: Final = (DatabaseFault.LOCKED, "all connections of this program are in use; use fewer threads")
_NO_TABLES: Final = (DatabaseFault.NO_TABLES, "its tables are not there")
_NO_DATABASE: Final = (DatabaseFault.MISSING, "there is no such database; make it, or name the right one")
_REFUSED: Final = (
    DatabaseFault.AWAY,
    "the database refuses the user or the password; correct the URL, PGPASSFILE or PGPASSWORD",
)
_CONNECTING: Final = {
    'FATAL: database "': _NO_DATABASE,
    'FATAL: role "': _REFUSED,
    "password": _REFUSED,
    "pg_hba.conf": _REFUSED,
}
"""What the texts of errors mean that come before there is a connection: libpq gives these no SQLSTATE."""
_POOLED: Final = (
    DatabaseFault.AWAY,
    "a pooler such as PgBouncer gives each transaction another connection; use its session mode, or PostgreSQL itself",
)
_POSTGRESQL: Final = {
    "25006": (DatabaseFault.READ_ONLY, "the database only reads; name the primary server"),
    "25P01": (
        DatabaseFault.AWAY,
        "the connection commits each statement by itself (AUTOCOMMIT); use one that is in a transaction",
    ),
    "26000": _POOLED,
    "28": _REFUSED,
    "3D000": _NO_DATABASE,
    "3F000": _NO_TABLES,
    "40": _HELD,
    "42501": (DatabaseFault.READ_ONLY, "this user may not do it; grant the rights"),
    "42P01": _NO_TABLES,
    "42703": (DatabaseFault.OTHER_TABLES, "a column is not there"),
    "42P05": _POOLED,
    "53100": (
        DatabaseFault.FULL,
        "the disk of the database is full; make room, then go on: nothing that was written is lost",
    ),
    "55P03": _HELD,
    "57014": _HELD,
    "XX001": (DatabaseFault.DAMAGED, "the database is damaged; restore a backup"),
    "XX002": (DatabaseFault.DAMAGED, "an index of the database is damaged; reindex it"),
}
"""What the SQLSTATEs of PostgreSQL mean, whole or by their class; others mean that it is away."""
_NUL: Final = "cannot contain NUL"
"""What the driver of PostgreSQL says of a text with the character 0, before it sends it."""
_TEXT: Final = "a text has the character 0, or a lone surrogate, which no database keeps; take it out"


def driver_error(error: BaseException) -> BaseException:
    """Return the error of the driver inside one of SQLAlchemy; any other as it is.

    Args:
        error: the error.
    """
    inside: BaseException | None = getattr(error, "orig", None)
    return error if inside is None else inside


def primary_code(error: BaseException) -> int | None:
    """Return the primary result code of SQLite, such as `sqlite3.SQLITE_BUSY`; None if the error has none.

    Args:
        error: the error of SQLAlchemy or of the driver.
    """
    code: int | None = getattr(driver_error(error), "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY


def fault_of(error: BaseException) -> tuple[DatabaseFault, str]:
    """Return what an error means, and what to do about it.

    Args:
        error: the error of SQLAlchemy or of the driver.
    """
    from sqlalchemy import exc  # noqa: PLC0415 - the index of a walk needs no SQLAlchemy

    cause = driver_error(error)
    if isinstance(cause, sqlite3.Error):
        code = primary_code(cause)
        return _SQLITE.get(sqlite3.SQLITE_ERROR if code is None else code, _UNKNOWN)
    if isinstance(cause, exc.TimeoutError):
        return _NO_CONNECTION
    state: str = getattr(cause, "sqlstate", None) or ""
    for each in (state, state[:2]):
        if each in _POSTGRESQL:
            return _POSTGRESQL[each]
    if not state:
        said = said_by(cause)
        for part, meaning in _CONNECTING.items():
            if part in said:
                return meaning
    return _AWAY


def said_by(error: BaseException) -> str:
    """Return what the driver said, in one line.

    Args:
        error: the error of SQLAlchemy or of the driver.
    """
    return " ".join(str(driver_error(error)).split())


def advice(fault: DatabaseFault, what: str, remedies: Mapping[DatabaseFault, str], said: str) -> str:
    """Return in words what is wrong with a database, what to do about it, and what was said of it.

    Args:
        fault: what is wrong.
        what: the same in words.
        remedies: what to do where it is not the same for every database.
        said: what the driver, or Python, said.
    """
    return f"{'; '.join(filter(None, (what, remedies.get(fault))))} ({said})"


@contextmanager
def database_errors(as_told: Callable[[Exception], Exception]) -> Generator[None]:
    """Raise an error of the house's own for each error of a database in the block; the original is its cause.

    Args:
        as_told: returns that error for the error of SQLAlchemy or of the driver.

    Raises:
        ApiValueError: a text has a character that a database does not keep.
    """
    from sqlalchemy import exc  # noqa: PLC0415 - as above

    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        if _NUL in str(error):
            raise ApiValueError(_TEXT) from None
        raise as_told(error) from error
    except UnicodeEncodeError:
        raise ApiValueError(_TEXT) from None

"""Reads the views of a ledger with SQL of the user's own. Nothing can be written this way."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import exc

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.errors import LedgerError
from xi.sdk.resellers.ordering.ledger._copying import connect_file
from xi.sdk.resellers.ordering.ledger._faults import translated
from xi.sdk.resellers.ordering.ledger._sqlite import SQLite
from xi.sdk.resellers.ordering.ledger._views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from xi.sdk.resellers.ordering.ledger._database import Database
    from xi.sdk.resellers.ordering.ledger._schema import Tables

_OF_DATA: Final = "22"
"""The class of SQLSTATEs that are about values."""
ROWS: Final = 500
"""Rows that are in memory at once."""
_READS: Final = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)


class Rows:
    """The rows of a query, as they are read. Close it, or use it in a `with` statement, unless it is read to its end.

    Args:
        columns: the names of the columns.
        rows: the rows.
        stack: what is closed at the end.
    """

    def __init__(self, columns: Iterable[str], rows: Generator[tuple[Any, ...]], stack: ExitStack) -> None:
        self.columns = tuple(columns)
        self._rows = rows
        self._stack = stack

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self

    def __next__(self) -> tuple[Any, ...]:
        """Return the next row."""
        try:
            return next(self._rows)
        except StopIteration:
            self.close()
            raise
        except BaseException as error:
            self._rows.close()
            self._stack.__exit__(type(error), error, error.__traceback__)  # what has failed is not committed
            raise

    def close(self) -> None:
        """End the query."""
        self._rows.close()
        self._stack.close()


def query(database: Database, text: str) -> Rows:
    """Run a query that only reads. The views orders, lines, events and batches are there by these names.

    Args:
        database: where the ledger is.
        text: one SELECT statement, in the dialect of the database.

    Raises:
        ApiValueError: the query is wrong, or would write.
        LedgerError: the ledger cannot be read.
    """
    database.check_place()
    with ExitStack() as stack:
        columns, rows = (
            _query_file(database, text, stack) if isinstance(database, SQLite) else _query(database, text, stack)
        )
        if not columns:
            raise _refusal("it has no columns")
        return Rows(columns, _translated(rows, database.name), stack.pop_all())


def _query_file(database: SQLite, text: str, stack: ExitStack) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    tables = database.tables
    with translated(database.name):
        connection = stack.enter_context(connect_file(database.path))
        if tables.prefix:
            for view in VIEWS:
                connection.execute(f"CREATE TEMP VIEW {view} AS SELECT * FROM main.{tables.prefix}{view}")  # noqa: S608 - our names
        connection.set_authorizer(_authorizer(tables))
    try:
        cursor = connection.execute(text)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise _refusal(error) from error
    return [each[0] for each in cursor.description or ()], cursor


def _authorizer(tables: Tables) -> Any:
    def authorize(action: int, first: str | None, *_rest: object) -> int:
        is_read = action in _READS and not (action == sqlite3.SQLITE_READ and first == tables.tokens.name)
        return sqlite3.SQLITE_OK if is_read else sqlite3.SQLITE_DENY

    return authorize


def _query(database: Database, text: str, stack: ExitStack) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    connection, _ = stack.enter_context(database.reading())
    tables = database.tables
    before = f"{tables.metadata.schema}.{tables.prefix}" if tables.metadata.schema else tables.prefix
    # A report may take long, and so may its reader: no limits, and nothing of `meta` is kept from acts on the ledger.
    connection.rollback()
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    views = ", ".join(f"{view} AS (SELECT * FROM {before}{view})" for view in VIEWS)  # noqa: S608 - names of our own
    # The text is the user's own. The transaction only reads, and a cursor takes one statement.
    named = f"WITH {views}\nSELECT * FROM (\n{text.strip().rstrip(';')}\n) AS answer"  # nosec B608
    try:
        result = connection.execution_options(no_parameters=True, yield_per=ROWS).exec_driver_sql(named)
    except exc.DBAPIError as error:
        raise _refusal(error.orig or error) from error
    stack.callback(result.close)
    return list(result.keys()), (tuple(each) for each in result)


def _refusal(error: object) -> ApiValueError:
    said = " ".join(str(error).split())
    return ApiValueError(
        f"the query cannot be run: {said}; it should be one SELECT over {', '.join(VIEWS)}", argument="query"
    )


def _translated(rows: Iterable[tuple[Any, ...]], name: str) -> Generator[tuple[Any, ...]]:
    try:
        with translated(name):
            yield from rows
    except LedgerError as error:
        cause = error.__cause__
        if cause is not None and _is_of_the_query(cause):
            raise _refusal(getattr(cause, "orig", None) or cause) from cause
        raise


def _is_of_the_query(cause: BaseException) -> bool:
    """Return whether an error is about a value, such as a division by zero in a later row; the ledger is well then."""
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
    return str(getattr(getattr(cause, "orig", None), "sqlstate", "")).startswith(_OF_DATA)

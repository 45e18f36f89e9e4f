"""What the parts of a transaction share: connection and statements, and savepoints where it belongs to the caller."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, text

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.ordering.ledger._database import SEES_ITS_BEGIN
from xi.sdk.resellers.ordering.ledger._faults import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sqlalchemy import Connection, CursorResult

    from xi.sdk.resellers.ordering.ledger._database import Facts
    from xi.sdk.resellers.ordering.ledger._statements import Statements

    Result = CursorResult[*tuple[Any, ...]]


class Part:
    """A part of what can be done in a transaction.

    Args:
        connection: the connection, on which the transaction has begun.
        statements: the statements for its tables.
        facts: what was read at its beginning.
        owner: the ledger's name, if the transaction belongs to the caller: an error must leave it usable.
        reads_only: whether nothing can be written or locked.
    """

    def __init__(
        self,
        connection: Connection,
        statements: Statements,
        facts: Facts,
        *,
        owner: str | None = None,
        reads_only: bool = False,
    ) -> None:
        self._connection = connection
        self._statements = statements
        self._facts = facts
        self._owner = owner
        self._reads_only = reads_only
        self._execute: Callable[..., Result] = connection.execute if owner is None else self._execute_guarded
        self.now = facts.now
        """The database's time when the transaction began, in seconds since 1970."""

    def keep_others_out(self, name: str) -> None:
        """Let no other transaction past the same line with the same name until this one ends.

        What is decided from rows that are not there yet needs it. In SQLite one transaction writes at a time anyway.

        Args:
            name: what is decided.

        Raises:
            ApiValueError: the transaction is the caller's, and does not see what others have written since it began.
        """
        if not self._statements.is_postgresql:
            return
        if self._owner is not None:
            level = self._execute(text("SHOW transaction_isolation")).scalar_one()
            if level in SEES_ITS_BEGIN:
                raise ApiValueError(
                    f"connection is in a transaction that is {level}, which may not see an order that another program "
                    "has just written; an order of a quote needs one that is read committed",
                    argument="connection",
                )
        self._execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))

    def _together(self) -> AbstractContextManager[None]:
        """Undo all statements of the block if one fails and the transaction goes on."""
        return nullcontext() if self._owner is None else self._guarded(self._owner)

    @contextmanager
    def _guarded(self, name: str) -> Generator[None]:
        with translated(name), self._connection.begin_nested():
            yield

    def _execute_guarded(self, statement: Any, values: Any = None) -> Result:
        with self._together():
            return self._connection.execute(statement, values)

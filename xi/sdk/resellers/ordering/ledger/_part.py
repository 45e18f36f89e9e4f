"""What the parts of a transaction share: the connection, the statements, and savepoints where it belongs to the caller."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.ordering.ledger._faults import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, CursorResult

    from xi.sdk.resellers.ordering.ledger._database import Facts
    from xi.sdk.resellers.ordering.ledger._statements import Statements


class Part:
    """A part of what can be done in a transaction.

    Args:
        connection: the connection, on which the transaction has begun.
        statements: the statements for its tables.
        facts: what was read at its beginning.
        owner: the ledger's name, if the transaction belongs to the caller: an error must leave it usable.
    """

    def __init__(self, connection: Connection, statements: Statements, facts: Facts, owner: str | None = None) -> None:
        self._connection = connection
        self._statements = statements
        self._facts = facts
        self._owner = owner
        self._execute: Callable[..., CursorResult[Any]] = connection.execute if owner is None else self._execute_guarded
        self.now = facts.now
        """The database's time when the transaction began, in seconds since 1970."""

    def _together(self) -> AbstractContextManager[None]:
        """Undo all statements of the block if one fails and the transaction goes on."""
        return nullcontext() if self._owner is None else self._guarded(self._owner)

    @contextmanager
    def _guarded(self, name: str) -> Iterator[None]:
        with translated(name), self._connection.begin_nested():
            yield

    def _execute_guarded(self, statement: Any, values: Any = None) -> CursorResult[Any]:
        with self._together():
            return self._connection.execute(statement, values)

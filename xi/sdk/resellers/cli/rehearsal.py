"""A rehearsal of an act: every check is made, the ledger says what would become of it, and nothing is written."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from xi.sdk.resellers.ordering import Ledger

if TYPE_CHECKING:
    from collections.abc import Generator

    from xi.sdk.resellers.ordering.ledger import Transaction


class RehearsingLedger(Ledger):
    """A ledger that can undo all that is written in a rehearsal. It is for acts that send nothing."""

    _is_rehearsal = False

    @contextmanager
    def rehearsal(self) -> Generator[None]:
        """Undo each transaction that is made meanwhile."""
        self._is_rehearsal = True
        try:
            yield
        finally:
            self._is_rehearsal = False

    @contextmanager
    def transaction(self) -> Generator[Transaction]:
        """Begin a transaction; in a rehearsal its end undoes it.

        Raises:
            LedgerError: the ledger cannot be used, or a write has failed.
        """
        try:
            with super().transaction() as tx:
                yield tx
                self._undo()
        except _Undone:
            pass

    def _undo(self) -> None:
        if self._is_rehearsal:
            raise _Undone


class _Undone(Exception):  # noqa: N818 - it says that nothing is wrong
    """The end of a transaction that is undone."""

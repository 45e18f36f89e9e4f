"""Opens the mirror of the stock, which is in the database of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi.sdk.resellers.cli.session import Session
    from xi.sdk.resellers.stock_mirror import StockMirror


def open_mirror(session: Session) -> StockMirror:
    """Return the mirror of the account, closed at the end of the command.

    The ledger is opened first: a file that only had the mirror in it would be no ledger.

    Args:
        session: the command.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    from xi.sdk.resellers.stock_mirror import StockMirror

    session.ledger()
    account = session.configuration(calls=False).account
    return session.closing(StockMirror(session.ledger_place(), account=account))

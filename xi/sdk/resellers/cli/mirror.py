"""Opens the mirror of the stock, which is in the database of the ledger; its failures are told as those of a ledger."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from xi.sdk.resellers.cli.codes import Code
from xi.sdk.resellers.cli.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Generator

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


@contextmanager
def told_as_ledger() -> Generator[None]:
    """Tell what the database of the mirror cannot do.

    Raises:
        CommandError: the database cannot be used.
    """
    from sqlalchemy.exc import SQLAlchemyError

    try:
        yield
    except SQLAlchemyError as error:
        why: Any = getattr(error, "orig", None) or error
        raise CommandError(
            f"the stock beside the ledger cannot be used: {' '.join(str(why).split())}",
            code=Code.LEDGER,
            word="stock-away",
            hint="xi-orders doctor",
        ) from error

"""The ledger: what was sent to Ingram Micro, and what became of it, in an SQLite file or in PostgreSQL."""

from __future__ import annotations

from xi.sdk.resellers._extras import missing

try:
    import sqlalchemy as _  # the first import of the package that needs it
except ImportError as error:
    raise ImportError(missing("a ledger needs SQLAlchemy", "ordering"), name=error.name) from error

from xi.sdk.resellers.ordering.ledger._ledger import Ledger
from xi.sdk.resellers.ordering.ledger._orders import KeyTaken, MovedOn
from xi.sdk.resellers.ordering.ledger._store import Transaction

__all__ = ["KeyTaken", "Ledger", "MovedOn", "Transaction"]

"""The ledger: what was sent to Ingram Micro, and what became of it, in an SQLite file or in PostgreSQL."""

from __future__ import annotations

from xi.sdk.resellers._extras import missing
from xi.sdk.resellers.ordering._entries import Counts, Distrust, Pause, SeenWorker, Webhook

try:
    from xi.sdk.resellers.ordering.ledger._checking import Finding, Info
    from xi.sdk.resellers.ordering.ledger._copying import Backup
    from xi.sdk.resellers.ordering.ledger._ledger import Ledger
    from xi.sdk.resellers.ordering.ledger._migrating import Migration
    from xi.sdk.resellers.ordering.ledger._moving import Moved
    from xi.sdk.resellers.ordering.ledger._orders import KeyTaken, MovedOn
    from xi.sdk.resellers.ordering.ledger._queries import Rows
    from xi.sdk.resellers.ordering.ledger._redacting import Redacted
    from xi.sdk.resellers.ordering.ledger._restoring import Restored
    from xi.sdk.resellers.ordering.ledger._store import Transaction
except ImportError as error:
    raise ImportError(missing(f"a ledger needs {error.name}", "ordering"), name=error.name) from error

__all__ = [
    "Backup",
    "Counts",
    "Distrust",
    "Finding",
    "Info",
    "KeyTaken",
    "Ledger",
    "Migration",
    "Moved",
    "MovedOn",
    "Pause",
    "Redacted",
    "Restored",
    "Rows",
    "SeenWorker",
    "Transaction",
    "Webhook",
]

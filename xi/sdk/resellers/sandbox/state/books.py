"""The books that a sandbox keeps besides its orders: one row here for each kind of values."""

from typing import Any, Final

from xi.sdk.resellers.sandbox.catalog.arrivals import ARRIVED
from xi.sdk.resellers.sandbox.catalog.changes import CHANGES
from xi.sdk.resellers.sandbox.catalog.stock_events import TOLD
from xi.sdk.resellers.sandbox.invoices.kept import PAYMENTS
from xi.sdk.resellers.sandbox.keeping import Kept
from xi.sdk.resellers.sandbox.returns.kept import CASES
from xi.sdk.resellers.sandbox.state.offers import BEGUN
from xi.sdk.resellers.sandbox.state.records import QUOTES

BOOKS: Final[tuple[Kept[Any], ...]] = (CHANGES, TOLD, BEGUN, ARRIVED, QUOTES, PAYMENTS, CASES)
"""Each is read from the state file at the start, and written to it with each change; `Sandbox.book` returns it."""

"""The books that a sandbox keeps besides its orders: one row here for each kind of values."""

from typing import Any, Final

from xi.sdk.resellers.sandbox.keeping import Kept

BOOKS: Final[tuple[Kept[Any], ...]] = ()
"""Each is read from the state file at the start, and written to it with each change; `Sandbox.book` returns it."""

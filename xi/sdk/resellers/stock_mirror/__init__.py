"""Keep the stock of products at hand: webhooks tell what changes, and checks find what webhooks missed.

    from xi.sdk.resellers.stock_mirror import StockMirror

    mirror = StockMirror("sqlite:///orders.db")
    found = mirror.stock("DF4128")
    print("not known" if found is None else f"{found.total} at {found.as_of:%H:%M} by {found.source.value}")

Where its database cannot be used, each of its methods raises a `MirrorError`, whose `fault` says why.

It needs the extra `ordering`. docs/stock-mirror.md has a receiver of webhooks and a nightly check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi.sdk.resellers._databases import DatabaseFault
from xi.sdk.resellers._extras import missing
from xi.sdk.resellers._lazy import lazily
from xi.sdk.resellers.stock_mirror._errors import MirrorError
from xi.sdk.resellers.stock_mirror._values import Checked, Difference, Noted, Source, Stock

if TYPE_CHECKING:
    from xi.sdk.resellers.stock_mirror._mirror import StockMirror

__all__ = ["Checked", "DatabaseFault", "Difference", "MirrorError", "Noted", "Source", "Stock", "StockMirror"]


# Not with the module: `from xi.sdk.resellers import *` has to work without the extra.
_lazily, __dir__ = lazily(__name__, {"StockMirror": "_mirror"})


def __getattr__(name: str) -> Any:
    """Import the mirror when it is used, or say which extra it needs."""
    try:
        return _lazily(name)
    except ImportError as error:
        raise ImportError(missing(f"a mirror of the stock needs {error.name}", "ordering"), name=error.name) from error

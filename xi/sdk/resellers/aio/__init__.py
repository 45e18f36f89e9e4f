"""The API classes for event loops, with the names they have in `xi.sdk.resellers`, awaited; needs the extra `async`."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.aio.accesstoken_api import AccesstokenApi
    from xi.sdk.resellers.aio.api_client import AsyncApiClient
    from xi.sdk.resellers.aio.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.aio.orders_api import OrdersApi

__all__ = [
    "AccesstokenApi",
    "AsyncApiClient",
    "BoundOrdersApi",
    "OrdersApi",
]

_lazily, __dir__ = lazily(
    __name__,
    {
        "AccesstokenApi": "accesstoken_api",
        "OrdersApi": "orders_api",
        "BoundOrdersApi": "bound_orders_api",
        "AsyncApiClient": "api_client",
    },
)


def __getattr__(name: str) -> object:
    """Resolve a name, also one that version 2.0 had."""
    if name == "CancelledUnansweredException":
        import asyncio  # noqa: PLC0415 - hardly ever wanted
        import warnings  # noqa: PLC0415 - as above

        warnings.warn(
            "CancelledUnansweredException is gone: a cancelled task gets its plain CancelledError, and "
            "xi.sdk.resellers.in_doubt(error) tells whether a call may have been acted on",
            DeprecationWarning,
            stacklevel=2,
        )
        return asyncio.CancelledError
    return _lazily(name)

"""The API classes for event loops, with the names they have in `xi.sdk.resellers`, awaited; needs the extra `async`."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers._transport.adrivers import CancelledUnansweredException
    from xi.sdk.resellers.aio.accesstoken_api import AccesstokenApi
    from xi.sdk.resellers.aio.api_client import AsyncApiClient
    from xi.sdk.resellers.aio.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.aio.orders_api import OrdersApi

__all__ = [
    "AccesstokenApi",
    "AsyncApiClient",
    "BoundOrdersApi",
    "CancelledUnansweredException",
    "OrdersApi",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "OrdersApi": "orders_api",
        "AccesstokenApi": "accesstoken_api",
        "BoundOrdersApi": "bound_orders_api",
        "AsyncApiClient": "api_client",
        "CancelledUnansweredException": "xi.sdk.resellers._transport.adrivers",
    },
)

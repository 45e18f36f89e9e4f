"""The API classes, one per group of operations."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers.api.accesstoken_api import AccesstokenApi
    from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
    from xi.sdk.resellers.api.orders_api import OrdersApi

__all__ = [
    "AccesstokenApi",
    "BoundOrdersApi",
    "OrdersApi",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "AccesstokenApi": "accesstoken_api",
        "OrdersApi": "orders_api",
        "BoundOrdersApi": "bound_orders_api",
    },
)

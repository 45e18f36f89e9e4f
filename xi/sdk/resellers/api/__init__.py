"""The API classes, one per group of operations."""

# Generated from contract/openapi.yaml by contract/generate.py; change those and run `tox -e generate`.
from __future__ import annotations

from xi.sdk.resellers.api.accesstoken_api import AccesstokenApi
from xi.sdk.resellers.api.bound_orders_api import BoundOrdersApi
from xi.sdk.resellers.api.orders_api import OrdersApi

__all__ = [
    "AccesstokenApi",
    "BoundOrdersApi",
    "OrdersApi",
]

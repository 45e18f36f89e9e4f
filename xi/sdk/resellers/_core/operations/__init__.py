"""The operations as values, a module for each family; each one is imported at its first use."""

# Generated from contract/openapi/ by contract/generator; change those and run `tox -e generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from xi.sdk.resellers._lazy import lazily

if TYPE_CHECKING:
    from xi.sdk.resellers._core.operations.accesstoken import GET_ACCESSTOKEN
    from xi.sdk.resellers._core.operations.orders import (
        DELETE_ORDERCANCEL,
        GET_ORDERDETAILS_V6_1,
        GET_RESELLERS_V6_ORDERSEARCH,
        POST_CREATEORDER_V6,
        POST_CREATEORDER_V7,
        PUT_ORDERMODIFY,
    )

__all__ = [
    "DELETE_ORDERCANCEL",
    "GET_ACCESSTOKEN",
    "GET_ORDERDETAILS_V6_1",
    "GET_RESELLERS_V6_ORDERSEARCH",
    "POST_CREATEORDER_V6",
    "POST_CREATEORDER_V7",
    "PUT_ORDERMODIFY",
]

__getattr__, __dir__ = lazily(
    __name__,
    {
        "GET_ACCESSTOKEN": "accesstoken",
        "DELETE_ORDERCANCEL": "orders",
        "GET_ORDERDETAILS_V6_1": "orders",
        "GET_RESELLERS_V6_ORDERSEARCH": "orders",
        "POST_CREATEORDER_V6": "orders",
        "POST_CREATEORDER_V7": "orders",
        "PUT_ORDERMODIFY": "orders",
    },
)

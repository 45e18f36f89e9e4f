"""Iterate over all items of a list. Pages are fetched when they are needed, so memory use stays constant.

    from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, paging

    with ApiClient(Configuration.from_env()) as client:
        for order in paging.orders(OrdersApi(client).bound(), order_status="BACKORDERED"):
            print(order.ingram_order_number)

With a bound API of `xi.sdk.resellers.aio` the result is an asynchronous iterator: `async for order in ...`.
docs/paging.md tells how each list ends.
"""

from __future__ import annotations

from xi.sdk.resellers.paging._flow import RepeatedPageException
from xi.sdk.resellers.paging._lists import deals, invoices, products, quotes, renewals, returns, subscriptions
from xi.sdk.resellers.paging._orders import LARGEST_PAGE, Filters, orders, pages
from xi.sdk.resellers.paging._ranges import Day, windows

__all__ = [
    "LARGEST_PAGE",
    "Day",
    "Filters",
    "RepeatedPageException",
    "deals",
    "invoices",
    "orders",
    "pages",
    "products",
    "quotes",
    "renewals",
    "returns",
    "subscriptions",
    "windows",
]

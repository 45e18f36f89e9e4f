"""Mistakes that both type checkers must find, and no others. The file is never run.

Each is ignored by the name of its error. A comment that ignores nothing is an error too, for both checkers.
"""

# pyright: strict
from __future__ import annotations

from datetime import date

from xi.sdk.resellers import (
    Account,
    ApiClient,
    OrderCreateRequest,
    OrderCreateRequestLinesInner,
    OrderDetailB2B,
    OrdersApi,
    paging,
)

orders = OrdersApi(ApiClient())
order = OrderCreateRequest(customer_order_number="PO-1")

OrderCreateRequest(customer_order_numbr="PO-1", customer_order_number="PO-1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
OrderCreateRequest()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
OrderCreateRequest(customer_order_number=7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
OrderCreateRequestLinesInner(quantity="one")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
OrderCreateRequest(customer_order_number="PO-1", lines=[{"quantity": 1}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
order.customer_order_numbr = "PO-1"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
OrderDetailB2B().order_statuss  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
orders.get_resellers_v6_ordersearch("20-222222", "US", "id", order_statuss="SHIPPED")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
orders.post_createorder_v6("20-222222", "US", "id", "PO-1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
orders.post_createorder_v6("20-222222", "US", "id")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
orders.get_resellers_v6_ordersearch("20-222222", "US", "id").orders  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
orders.get_orderdetails_v6_1("20-RD128", "20-222222", "US", "id", is_iml="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bound = orders.bound(Account("20-222222", "US"))
bound.get_orderdetails_v6_1("20-RD128", "20-222222")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
bound.get_resellers_v6_ordersearch(order_statsu="SHIPPED")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
paging.orders(bound, order_statsu="SHIPPED")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
paging.orders(bound, shipped=(date(2026, 5, 1),))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
paging.orders(orders)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
Account("20-222222")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
ApiClient(configuration="https://api.ingrammicro.com")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

"""Mistakes that type checkers must find: exactly the lines that end in the mark. The file is never run."""

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

OrderCreateRequest(customer_order_numbr="PO-1", customer_order_number="PO-1")  # mistake
OrderCreateRequest()  # mistake
OrderCreateRequest(customer_order_number=7)  # mistake
OrderCreateRequestLinesInner(quantity="one")  # mistake
OrderCreateRequest(customer_order_number="PO-1", lines=[{"quantity": 1}])  # mistake
order.customer_order_numbr = "PO-1"  # mistake
OrderDetailB2B().order_statuss  # mistake
orders.get_resellers_v6_ordersearch("20-222222", "US", "id", order_statuss="SHIPPED")  # mistake
orders.post_createorder_v6("20-222222", "US", "id", "PO-1")  # mistake
orders.post_createorder_v6("20-222222", "US", "id")  # mistake
orders.get_resellers_v6_ordersearch("20-222222", "US", "id").orders  # mistake
orders.get_orderdetails_v6_1("20-RD128", "20-222222", "US", "id", is_iml="yes")  # mistake
bound = orders.bound(Account("20-222222", "US"))
bound.get_orderdetails_v6_1("20-RD128", "20-222222")  # mistake
bound.get_resellers_v6_ordersearch(order_statsu="SHIPPED")  # mistake
paging.orders(bound, order_statsu="SHIPPED")  # mistake
paging.orders(bound, shipped=(date(2026, 5, 1),))  # mistake
paging.orders(orders)  # mistake
Account("20-222222")  # mistake
ApiClient(configuration="https://api.ingrammicro.com")  # mistake

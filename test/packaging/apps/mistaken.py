"""Mistakes that each checker has to find by the types of the installed wheel: the lines that say so, and no others."""

from __future__ import annotations

from xi.sdk.resellers import Account, ApiClient, Configuration, OrderCreateRequest, OrdersApi

orders = OrdersApi(ApiClient(Configuration())).bound(Account("20-222222", "US"))
good: str = OrderCreateRequest(customer_order_number="PO-1").customer_order_number
number: int = OrderCreateRequest(customer_order_number="PO-1").customer_order_number  # mistake: it is text
total: str = orders.get_orderdetails_v6_1("20-RD128").order_totl  # mistake: a field that there is not
Configuration(hots="http://127.0.0.1:8099")  # mistake: an argument that there is not
Account("20-222222")  # mistake: the country is missing
orders.delete_ordercancel(20)  # mistake: a number is text

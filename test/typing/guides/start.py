"""The examples of docs/start.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, ProductCatalogApi, prices

with ApiClient(Configuration.from_env()) as client:
    for price in prices.each_price(ProductCatalogApi(client).bound(), ["DF4128", "YN6231"]):
        print(price.sku, price.amount, price.currency, price.total)


from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

order = {"customerOrderNumber": "PO-2026-0417", "lines": [{"ingramPartNumber": "DF4128", "quantity": 2}]}

with ApiClient(Configuration.from_env()) as client:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    print(desk.place(order, wait=600).summary)


from xi.sdk.resellers import ApiClient, Configuration, OrdersApi, paging

with ApiClient(Configuration.from_env()) as client:
    orders = OrdersApi(client).bound()
    for found in paging.orders(orders, customer_order_number="PO-2026-0417"):
        details = orders.get_orderdetails_v6_1(found.ingram_order_number or "")
        print(details.ingram_order_number, details.order_status, details.order_total)

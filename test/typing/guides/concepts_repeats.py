"""The examples of docs/concepts-repeats.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi, UnansweredException, in_doubt, paging
from xi.sdk.resellers.sandbox import SandboxServer

order = {"customerOrderNumber": "PO-LOST", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}

with SandboxServer() as server:
    configuration = Configuration(
        host=server.url, client_id="any", client_secret="thing", account=Account("20-222222", "US")
    )
    with ApiClient(configuration) as client:
        orders = OrdersApi(client).bound()

        server.sandbox.faults.add("drop_after", "create_v6")
        try:
            orders.post_createorder_v6(order)
        except UnansweredException as error:
            for doubt in in_doubt(error):
                print(doubt)

        server.sandbox.faults.add("drop_after", "search")
        found = paging.orders(orders, customer_order_number="PO-LOST")
        print("it was placed:", *(each.ingram_order_number for each in found))

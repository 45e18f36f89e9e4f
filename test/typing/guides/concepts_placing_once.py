"""The examples of docs/concepts-placing-once.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import Account, ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk, Settings
from xi.sdk.resellers.sandbox import SandboxServer

order = {"customerOrderNumber": "PO-LOST", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}
quick = Settings(deadline=2, lease=3, quiet=0.5, looks=(0.2, 0.5))  # never so short in production

with SandboxServer() as server:
    configuration = Configuration(
        host=server.url, client_id="any", client_secret="thing", account=Account("20-222222", "US")
    )
    with ApiClient(configuration) as client:
        server.sandbox.faults.add("drop_after", "create_v6")
        desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///lost.db", settings=quick)
        record = desk.place(order, wait=60)
        print(record.summary, "- found by a search:", record.adopted)
        for event in record.history():
            print(" ", event.kind, event.state)
    print("creates that placed it:", server.sandbox.placements()["PO-LOST"])

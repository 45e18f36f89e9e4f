"""The examples of docs/serverless.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
import os

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import NotSettledError, OrderDesk, Settings

client = ApiClient(Configuration.from_env())
orders = OrdersApi(client)
client.prepare(orders.post_createorder_v6, orders.get_resellers_v6_ordersearch, orders.get_orderdetails_v6_1)
desk = OrderDesk(orders.bound(), os.environ["DATABASE_URL"], settings=Settings(deadline=15, lease=30))


from typing import Any


def take(order: dict[str, Any]) -> dict[str, Any]:
    """Place an order, or say that it is on its way."""
    try:
        record = desk.place(order, wait=10)
    except NotSettledError as error:
        record = error.record  # written down; the function below goes on with it
    return {"state": record.state.value, "numbers": record.order_numbers}


print(take({"customerOrderNumber": "PO-CLOUD", "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}]}))


def go_on() -> dict[str, int]:
    """Do what is due, and return the number of orders of each state."""
    desk.work(until="idle")
    return {str(state): count for state, count in desk.ledger.info().orders.items()}


print(go_on())

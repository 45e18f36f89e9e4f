"""The examples of docs/credentials.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
import json
from pathlib import Path

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi

kept = Path("ingram.json")
kept.write_text(json.dumps({"id": "app", "secret": "the old one"}))


def credentials() -> tuple[str, str]:
    pair = json.loads(kept.read_text())
    return pair["id"], pair["secret"]


with ApiClient(Configuration.from_env(client_id=None, client_secret=None, credentials=credentials)) as client:
    orders = OrdersApi(client).bound()
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED")
    kept.write_text(json.dumps({"id": "app", "secret": "the new one"}))
    orders.get_resellers_v6_ordersearch(order_status="SHIPPED")  # the token in use goes on until it ends or is refused


from xi.sdk.resellers import Account

with ApiClient(Configuration.from_env()) as client:
    for account in (Account("20-222222", "US"), Account("20-333333", "CA")):
        found = OrdersApi(client).bound(account).get_resellers_v6_ordersearch(order_status="SHIPPED")
        print(account.customer_number, found.records_found if found else 0)

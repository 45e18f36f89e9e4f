"""The examples of docs/ordering.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk

lines = [{"ingramPartNumber": "DF4128", "quantity": 1}]
orders = [{"customerOrderNumber": f"PO-{number}", "lines": lines} for number in range(1, 201)]

with ApiClient(Configuration.from_env()) as client:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    for record in desk.place_all(orders):
        print(record.summary)


record = desk.place(orders[0], wait=600)
record.raise_for_state()
print(record.order_numbers, record.total, record.currency)


from xi.sdk.resellers.ordering import Ledger

ledger = Ledger.init("sqlite:///production.db")


ledger = desk.ledger
backup = ledger.backup("backup-2026-11-26.db")  # while it is in use; access tokens are left out
for finding in ledger.check():  # damage, broken rules, rights, clocks
    print(finding.code, finding.says, finding.to_do)


from datetime import UTC, datetime, timedelta

snapshot = datetime.now(UTC) - timedelta(hours=6)
ledger.distrust(snapshot, because="the machine was restored from its snapshot of this morning")
ledger.trust(because="all POs since then were compared with the list of orders")


def move_to_postgresql(url: str) -> None:
    """Stop all programs that use the ledger first."""
    moved = ledger.move(url, because="a second machine")
    print(moved.to, moved.rows)


query = "SELECT po, state, reason, order_numbers FROM xi_orders WHERE state <> 'placed' ORDER BY po"
for po, state, reason, numbers in ledger.sql(query):
    print(po, state, reason, numbers)


def order_rest(po: str) -> None:
    rest = desk.rest(po, new_po=f"{po}-R")  # planned, with everything but the lines as in the first order
    desk.settle(rest.key)


from xi.sdk.resellers.ordering import Became


def cancel(po: str) -> bool:
    result = desk.cancel(po, because="the customer has cancelled")
    print(result.became, result.says)
    return result.became is Became.DONE


for change in desk.track():
    print(change.record.po, change.before, "->", change.after)


desk.pause("the prices are wrong, see ticket 4711")
print(desk.paused)
desk.resume()


from xi.sdk.resellers.ordering import Settings

patient = OrderDesk(OrdersApi(client).bound(), ledger, settings=Settings(patience=3 * 86_400))


from xi.sdk.resellers.ordering.metrics import openmetrics_text

print(openmetrics_text(desk.metrics(), labels={"account": "20-222222"}))

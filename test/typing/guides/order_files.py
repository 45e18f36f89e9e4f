"""The examples of docs/order-files.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk, check_file, read_orders

print(check_file("orders.csv"))  # what is in it, and all that is wrong; nothing is sent

with ApiClient(Configuration.from_env()) as client, read_orders("orders.csv") as orders:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    for record in desk.place_all(orders):
        print(f"{record.source_file}:{record.source_lines}", record.summary)


from pathlib import Path

from xi.sdk.resellers.ordering import Totals, read_order_files


def place_folder() -> None:
    expected = Totals(orders=2, units=8)
    with read_order_files(sorted(Path("in").glob("*.csv")), expect=expected) as orders:
        for check in orders.checks:
            print(check.file, check.orders)
        for record in desk.place_all(orders):
            print(f"{record.source_file}:{record.source_lines}", record.summary)


MAPPING = {
    "decimal": "comma",
    "ignore": ["Buyer"],
    "fill": ["PO"],  # an empty cell repeats the row above
    "columns": {
        "PO": "customerOrderNumber",
        "Qty": "quantity",
        "Item": {"to": "ingramPartNumber", "pattern": r"\[(\w+)\].*"},
        "Needed": {"to": "shipmentDetails.requestedDeliveryDate", "date": "%d.%m.%Y"},
    },
    "skip": {"PO": ["Total*"]},
    "must": {"Unit": ["EA"]},
}


def place_export() -> None:
    with read_orders("export.csv", mapping=MAPPING, encoding="cp1252") as orders:
        for record in desk.place_all(orders, expect=orders.check.totals):
            print(record.summary)

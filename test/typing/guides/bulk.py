"""The examples of docs/bulk.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import OrderDesk, Progress, read_orders


def show(progress: Progress) -> None:
    print(progress, "-", progress.waits_for or f"{progress.rate} a minute")


with ApiClient(Configuration.from_env()) as client, read_orders("orders.csv") as orders:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    for record in desk.place_all(orders, batch="2026-11-26", progress=show):
        if not record.is_standing:
            print(f"{record.source_file}:{record.source_lines}", record.summary)


import sqlite3
from collections.abc import Iterator

from xi.sdk.resellers.ordering import Item


def waiting(database: sqlite3.Connection) -> Iterator[Item]:
    for erp_id, po, part, quantity in database.execute("SELECT id, po, part, quantity FROM waiting"):
        order = {"customerOrderNumber": po, "lines": [{"ingramPartNumber": part, "quantity": quantity}]}
        yield Item(order=order, source=("waiting", str(erp_id)), ref={"erp": str(erp_id)})


from contextlib import closing

from xi.sdk.resellers.ordering import BadOrder


def report(bad: BadOrder) -> None:
    print(bad.index, bad.item.place, bad.error)


def place_good_ones() -> None:
    with closing(sqlite3.connect("erp.db")) as database:
        for record in desk.place_all(waiting(database), skip_bad=True, on_bad=report):
            print(record.summary)


from xi.sdk.resellers.ordering import Totals


def place_checked() -> None:
    totals = Totals(orders=200, lines=350, units=4000)
    with read_orders("orders.csv", max_quantity=100) as orders:
        for record in desk.place_all(orders, expect=totals, max_rejected=5):
            print(record.summary)


from xi.sdk.resellers.ordering import RunError, RunPausedError


def nightly() -> int:
    """Return an exit code: 0 if all was done, 3 if a person has to look, 4 if the same run should be tried later."""
    try:
        with read_orders("orders.csv") as orders:
            left = [record for record in desk.place_all(orders) if not record.is_standing]
    except RunPausedError as error:
        print(error)
        return 3
    except RunError as error:
        print(error)
        return 4
    return 3 if left else 0

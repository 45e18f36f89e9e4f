"""The examples of docs/bulk.md; written by test/typing/guides_kit.py."""

# pyright: strict, reportDuplicateImport=false
from collections.abc import Iterator
from csv import DictReader
from itertools import groupby
from pathlib import Path

from xi.sdk.resellers import ApiClient, Configuration, OrdersApi
from xi.sdk.resellers.ordering import Item, OrderDesk, Progress


def read(file: str) -> Iterator[Item]:
    """Yield the orders of a CSV file with the columns po, part, quantity, erp_id; the rows of an order are together."""
    with Path(file).open(encoding="utf-8", newline="") as rows:
        for po, lines in groupby(DictReader(rows), key=lambda row: row["po"]):
            each = list(lines)
            order = {
                "customerOrderNumber": po,
                "lines": [{"ingramPartNumber": row["part"], "quantity": int(row["quantity"])} for row in each],
            }
            yield Item(order=order, source=(file, po), ref={"erp": each[0]["erp_id"]})


def show(progress: Progress) -> None:
    print(progress, "-", progress.waits_for or f"{progress.rate} a minute")


with ApiClient(Configuration.from_env()) as client:
    desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
    for record in desk.place_all(read("orders.csv"), batch="2026-11-26", progress=show):
        if not record.is_standing:
            print(record.source_file, record.summary)


from xi.sdk.resellers.ordering import BadOrder


def report(bad: BadOrder) -> None:
    print(bad.index, bad.item.place, bad.error)


def place_good_ones() -> None:
    for record in desk.place_all(read("orders.csv"), skip_bad=True, on_bad=report):
        print(record.summary)


from xi.sdk.resellers.ordering import Totals


def place_checked() -> None:
    totals = Totals(orders=200, lines=350, units=4000)
    for record in desk.place_all(read("orders.csv"), expect=totals, max_quantity=100, max_rejected=5):
        print(record.summary)


from xi.sdk.resellers.ordering import RunError, RunPausedError


def nightly() -> int:
    """Return an exit code: 0 if all was done, 3 if a person has to look, 4 if the same run should be tried later."""
    try:
        left = [record for record in desk.place_all(read("orders.csv")) if not record.is_standing]
    except RunPausedError as error:
        print(error)
        return 3
    except RunError as error:
        print(error)
        return 4
    return 3 if left else 0

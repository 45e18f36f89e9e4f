"""Worlds: what is there before a line is run; each returns the number of the order, invoice or case at Ingram Micro."""

from __future__ import annotations

import json
from collections.abc import Callable

from cli_kit import Cli
from family_kit import returned
from person_kit import HOLD, UNGUARDED, desk_of, inside, order

ORDERS = "customerOrderNumber,ingramPartNumber,quantity\nA-1,DF4128,2\nA-2,YN6231,1\n"
World = Callable[[Cli], str]


def empty(_cli: Cli) -> str:
    return ""


def billed(cli: Cli) -> str:
    """An order that was shipped and billed; its invoice has the number of its first sub-order."""
    number = shipped(cli)
    assert cli.server is not None
    cli.server.sandbox.invoice(number)
    return f"{number}-11"


def goods(cli: Cli) -> str:
    """A file with a return of an invoice."""
    number = billed(cli)
    (invoice,) = inside(cli)("invoice", "list", "--json").json["items"]
    (cli.home / "return.json").write_text(json.dumps(returned(number, invoice["invoiced"])))
    return number


def case(cli: Cli) -> str:
    """A return that was filed; the number is that of its case."""
    goods(cli)
    ran = inside(cli)("return", "file", str(cli.home / "return.json"), "--json", "--yes")
    assert ran.code == 0, ran.err
    return str(ran.json["items"][0]["order_numbers"][0])


def list_of_skus(cli: Cli) -> str:
    (cli.home / "skus.txt").write_text("DF4128\nYN6231\n")
    return ""


def files(cli: Cli) -> str:
    (cli.home / "orders.csv").write_text(ORDERS)
    return ""


def large_file(cli: Cli) -> str:
    """An export of 412 orders with 5,120 units, and its mapping."""
    quantities = [12] * 411 + [5120 - 12 * 411]
    rows = [f"PO-{number},DF4128,{quantity}\n" for number, quantity in enumerate(quantities)]
    (cli.home / "orders.csv").write_text("PO No,Item,Qty\n" + "".join(rows))
    columns = '"PO No" = "customerOrderNumber"\nItem = "ingramPartNumber"\nQty = "quantity"\n'
    (cli.home / "erp.toml").write_text(f"[columns]\n{columns}")
    return ""


def placed(cli: Cli) -> str:
    with desk_of(cli) as desk:
        return next(iter(desk.place_all([order("A-1")], batch="monday"))).order_numbers[0]


def shipped(cli: Cli) -> str:
    number = placed(cli)
    assert cli.server is not None
    cli.server.sandbox.ship(number)
    return number


def on_hold(cli: Cli) -> str:
    with desk_of(cli) as desk:
        return desk.place(order("A-1", 1, 5, 2, **HOLD), wait=20).order_numbers[0]


def held(cli: Cli, po: str = "A-1") -> str:
    assert cli.server is not None
    cli.server.sandbox.faults.add("drop_before", "create_v6")
    with desk_of(cli) as desk:
        (record,) = desk.place_all([order(po, **UNGUARDED)], batch="monday", reuse="in two parts", wait=20)
        assert record.state == "held"
    return ""


def held_and_there(cli: Cli, po: str = "A-1") -> str:
    held(cli, po)
    assert cli.server is not None
    with desk_of(cli) as desk:
        desk.orders.post_createorder_v6(order(po, **UNGUARDED))
    return cli.server.sandbox.purchase_orders()[po][0]


def partly(cli: Cli) -> str:
    some = {"additionalAttributes": [{"attributeName": "allowPartialOrder", "attributeValue": "true"}]}
    with desk_of(cli) as desk:
        return desk.place(order("A-1", 1, part="NO-SUCH", **some), wait=20).order_numbers[0]


def paused(cli: Cli) -> str:
    with desk_of(cli) as desk:
        desk.pause(because="price list wrong")
    return ""


def backed_up(cli: Cli) -> str:
    number = placed(cli)
    assert inside(cli)("ledger", "backup", str(cli.home / "backup.db")).code == 0
    return number


def two_profiles(cli: Cli) -> str:
    path = cli.home / "config/xi-orders/config.toml"
    path.write_text(
        path.read_text() + '[profiles.acme-us]\nenvironment = "sandbox"\nclient_secret_file = "/srv/secret"\n'
    )
    return ""

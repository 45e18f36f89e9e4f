"""`xi-orders place --po`: an order of the command line, read by the rules of a file."""

from __future__ import annotations

import pytest
from cli_kit import Cli, valid
from place_kit import HEADER
from pydantic import ValidationError

from xi.sdk.resellers.cli.commands.place import _AsV7
from xi.sdk.resellers.ordering import Item
from xi.sdk.resellers.sandbox import SandboxServer


def test_an_order_is_placed_from_the_command_line(cli: Cli, server: SandboxServer) -> None:
    ran = cli.run("place", "--po", "A-1", "--line", "DF4128=2", "--line", "2GZ200=1", "--json")
    assert ran.code == 0, ran.err
    (item,) = valid("place", ran.json)["items"]
    assert (item["po"], item["state"], len(item["order_numbers"])) == ("A-1", "placed", 1)
    assert server.sandbox.placements() == {"A-1": 1}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--expect orders=5,units=100", "1 orders can be placed, and 5 are expected [other-totals]"),
        ("--expect units=3", "2 units can be placed, and 3 are expected [other-totals]"),
        ("--only Vendor=X", "--only is for order files, not for --po [bad-usage]"),
        ("--map none.toml", "--map is for order files, not for --po [bad-usage]"),
        ("--skip-bad", "--skip-bad is for order files, not for --po [bad-usage]"),
        ("--group anywhere", "--group is for order files, not for --po [bad-usage]"),
        ("--kind csv", "--kind is for order files, not for --po [bad-usage]"),
        ("--set customerOrderNumber=B", "--set customerOrderNumber is no field that each order can have [bad-set]"),
        ("--set lines=x", "--set lines is no field that each order can have [bad-set]"),
        ("--set foo=bar", "--set foo is no field that each order can have [bad-set]"),
        ("--set notes=a --set notes=b", "--set notes is given twice"),
        (f"--set notes={'n' * 133}", "has 133 characters; at most 132 fit [too-long]"),
        ("--set notes=\udcff", "has half of a character"),
        ("--set ref.\udcff=a", "[bad-set]"),
        ("--set quantity=9", "'--set quantity' and 'quantity' both go to quantity [column-twice]"),
        ("--line DF4128=2", "the row is equal to one above in every cell [equal-rows]"),
        ("--line \u00c41=2", '--line "\u00c41" has a character that no part number has [bad-part]'),
        ("--batch \udcff", "--batch is "),
        ("--reuse \udcff", "--reuse is "),
    ],
)
def test_an_order_of_the_command_line_is_read_by_the_rules_of_a_file(
    cli: Cli, server: SandboxServer, options: str, said: str
) -> None:
    ran = cli.run("place", "--po", "A-1", "--line", "DF4128=2", *options.split(" "))
    assert (ran.code, ran.out) == (2, ""), ran
    assert said in ran.err
    assert server.sandbox.purchase_orders() == {}


def test_an_order_of_the_command_line_is_the_same_as_that_of_a_file(cli: Cli, server: SandboxServer) -> None:
    fields = ("--set", "shipToInfo.city=Rome", "--set", "ref.sap=4711", "--expect", "orders=1,lines=2,units=3")
    ran = cli.run("place", "--po", "1E5", "--line", "DF4128=2", "--line", "2GZ200=1", *fields, "--json")
    assert (ran.code, ran.json["items"][0]["ref"]) == (0, {"sap": "4711"}), ran
    rows = "1E5,DF4128,2,Rome\n1E5,2GZ200,1,Rome\n"
    (cli.home / "same.csv").write_text(f"{HEADER.strip()},shipToInfo.city\n{rows}")
    (cli.home / "map.toml").write_text(
        '[columns]\ncustomerOrderNumber = { to = "customerOrderNumber", as_text = true }\n'
        'ingramPartNumber = "ingramPartNumber"\nquantity = "quantity"\n"shipToInfo.city" = "shipToInfo.city"\n'
    )
    assert cli.run("place", "same.csv", "--map", "map.toml").code == 0
    assert server.sandbox.placements() == {"1E5": 1}


def test_an_empty_text_for_a_list_is_no_order_of_v7() -> None:
    given = {"customerOrderNumber": "P", "lines": [{"quantity": 1}], "additionalAttributes": ""}
    with pytest.raises(ValidationError, match="additionalAttributes"):
        list(_AsV7([Item(order=given)]))

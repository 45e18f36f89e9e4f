"""`xi-orders reconcile`: the ledger and Ingram Micro against each other, each order once, with its verdict."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from cli_kit import TOKEN, Cli, Ran, valid
from family_kit import answering
from person_kit import FAST, HOLD, UNGUARDED, Run, desk_of, inside, order, rows_of
from postgres_kit import database

from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer


def placed(desk: OrderDesk, po: str, *quantities: int) -> str:
    return desk.place(order(po, *quantities), wait=20).order_numbers[0]


def verdicts(ran: Ran) -> dict[str, tuple[str, list[str]]]:
    items = valid("reconcile", ran.json)["items"]
    assert len({each["po"] for each in items}) == len(items)
    return {each["po"]: (each["verdict"], each["differences"]) for each in items}


def told_otherwise(cli: Cli, po: str, **values: str) -> None:
    """Change what the ledger says of an order."""
    with closing(sqlite3.connect(cli.ledger)) as connection, connection:
        for name, value in values.items():
            connection.execute(f"UPDATE xi_entries SET {name} = ? WHERE po = ?", (value, po))


def test_every_order_has_one_verdict_and_the_worst_makes_the_exit_code(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    placed(desk, "EQUAL", 2)
    ours = run("reconcile", "--ordered", "today", "--json")
    assert (ours.code, verdicts(ours)) == (0, {"EQUAL": ("equal", [])})
    assert "1 equal · 0 different · 0 only at Ingram Micro · 0 only in the ledger · 0 doubled" in ours.err
    # A total that has changed, one that was cancelled, one on hold without a total, one typed by a person.
    desk.place(order("TOTAL", 1, 1, **HOLD), wait=20)
    desk.modify("TOTAL", {"lines": [{"addUpdateDeleteLine": "ADD", "ingramPartNumber": "DF4128", "quantity": 1}]})
    placed(desk, "CHANGED", 1)
    told_otherwise(cli, "CHANGED", total="1.00")
    desk.place(order("GONE", **HOLD), wait=20)
    desk.orders.delete_ordercancel(server.sandbox.purchase_orders()["GONE"][0])
    desk.orders.post_createorder_v6(order("TYPED"))
    found = run("reconcile", "--ordered", "today", "--json")
    assert (found.code, verdicts(found)) == (
        1,
        {
            "EQUAL": ("equal", []),
            "TOTAL": ("equal", []),
            "CHANGED": ("different", ["total"]),
            "GONE": ("different", ["status"]),
            "TYPED": ("only_at_ingram_micro", []),
        },
    )
    assert (
        "2 equal · 1 status differs · 1 total differs · 1 only at Ingram Micro (placed by somebody else)" in found.err
    )
    (changed,) = (each for each in found.json["items"] if each["po"] == "CHANGED")
    assert (changed["total"]["ledger"], changed["total"]["currency"]) == ("1.00", "USD")


def test_an_order_dated_the_next_day_is_there_and_one_dated_far_away_differs(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    for po, days in (("NEXT-DAY", 1), ("FAR", 10)):
        server.sandbox.clock.advance(days=days)
        placed(desk, po)
        server.sandbox.clock.reset()
    found = run("reconcile", "--ordered", "today", "--json")
    assert (found.code, verdicts(found)) == (1, {"NEXT-DAY": ("equal", []), "FAR": ("different", ["day"])})
    # What is dated in the range, and was sent before it, is found by its number.
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date()
    assert verdicts(run("reconcile", "--ordered", f"{tomorrow}..{tomorrow}", "--json")) == {"NEXT-DAY": ("equal", [])}


def test_an_order_that_became_several_is_compared_as_a_whole(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    numbers = [placed(desk, "SPLIT", 1)]
    server.sandbox.change_policy(duplicate_check=False)
    server.sandbox.clock.advance(days=1)  # the second one is on no page of today
    second = desk.orders.post_createorder_v6(order("SPLIT", 2))
    numbers += [each.ingram_order_number or "" for each in second.orders or ()]
    server.sandbox.clock.reset()
    record = desk.find("SPLIT")
    assert record is not None
    assert record.total is not None
    total = Decimal(record.total) + Decimal(str(second.purchase_order_total))
    told_otherwise(cli, "SPLIT", numbers=json.dumps(numbers), total=str(total))
    whole = run("reconcile", "--ordered", "today", "--json")
    assert (whole.code, verdicts(whole), whole.json["items"][0]["order_numbers"]) == (
        0,
        {"SPLIT": ("equal", [])},
        numbers,
    )
    told_otherwise(cli, "SPLIT", numbers=json.dumps([numbers[0], "20-AAAAA"]))
    part = run("reconcile", "--ordered", "today", "--json")
    assert (part.code, verdicts(part)) == (1, {"SPLIT": ("different", ["numbers"])})
    assert part.json["items"][0]["says"] == "not there: 20-AAAAA"


def test_a_list_of_orders_that_ends_before_all_came_is_no_whole_comparison(cli: Cli, desk: OrderDesk) -> None:
    desk.plan(order("PLANNED"))  # so that there is a ledger
    found = [{"ingramOrderNumber": "20-AB1CD", "customerOrderNumber": "TYPED"}]

    def short(_: str, query: dict[str, list[str]]) -> Any:
        return {"recordsFound": 2, "orders": found if query["pageNumber"] == ["1"] else []}

    with answering(short) as url:
        cli.configure(environment=url)
        ran = cli.run("reconcile", "--ordered", "today", "--json")
    assert (ran.code, ran.json["complete"]) == (4, False)
    assert [each["verdict"] for each in ran.json["items"]] == ["only_at_ingram_micro"]
    assert "the comparison is not complete: the list of orders ended after 1 of 2" in ran.err


def test_what_ingram_micro_does_not_have_is_only_in_the_ledger(cli: Cli, run: Run, desk: OrderDesk) -> None:
    placed(desk, "LOST")
    placed(desk, "SPLIT", 1)
    told_otherwise(cli, "SPLIT", numbers='["20-AAAAA", "20-BBBBB"]')
    desk.plan(order("PLANNED"))
    with SandboxServer(Sandbox(access_tokens={TOKEN})) as other:
        cli.configure(environment=other.url)
        found = run("reconcile", "--ordered", "7d", "--json")
        assert (found.code, verdicts(found)) == (1, {each: ("only_in_ledger", []) for each in ("LOST", "SPLIT")})
        assert found.json["summary"]["only_in_ledger"] == 2
        assert run("reconcile", "--ordered", "yesterday").code == 0


def test_an_order_that_stands_twice_is_found_and_ends_with_5(run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    placed(desk, "TWICE", 2)
    placed(desk, "OTHER", 1)
    server.sandbox.change_policy(duplicate_check=False)
    desk.orders.post_createorder_v6(order("TWICE", 2))
    desk.orders.post_createorder_v6(order("OTHER", 7))
    found = run("reconcile", "--ordered", "today", "--json")
    items = valid("reconcile", found.json)["items"]
    told = sorted((each["po"], each["verdict"]) for each in items)
    assert (found.code, told) == (
        5,
        [("OTHER", "equal"), ("OTHER", "only_at_ingram_micro"), ("TWICE", "doubled")],
    )
    assert "under our PO" in next(each["says"] for each in items if each["verdict"] == "only_at_ingram_micro")
    record = desk.find("TWICE")
    assert record is not None
    assert record.doubled  # it is evidence, so it is written
    assert run("reconcile", "--ordered", "today").code == 5


def test_an_order_in_doubt_that_is_there_is_evidence_but_in_a_dry_run(
    cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    server.sandbox.faults.add("drop_after", "create_v6")
    assert desk.place(order("DOUBT", **UNGUARDED), reuse="again", wait=20).state == "placed"
    told_otherwise(cli, "DOUBT", state="held", reason="unguarded", numbers="[]")
    before = rows_of(cli.ledger)
    dry = run("reconcile", "--ordered", "today", "--dry-run", "--json")
    assert (dry.code, verdicts(dry), rows_of(cli.ledger)) == (1, {"DOUBT": ("different", ["state"])}, before)
    assert "xi-orders recheck DOUBT" in dry.json["items"][0]["says"]
    found = run("reconcile", "--ordered", "today", "--json")
    assert (found.code, verdicts(found)) == (0, {"DOUBT": ("equal", [])})
    record = desk.find("DOUBT")
    assert record is not None
    assert record.state == "placed"


def test_a_page_that_fails_makes_no_order_missing(cli: Cli, run: Run, desk: OrderDesk, server: SandboxServer) -> None:
    placed(desk, "A-1")
    for _ in range(8):
        server.sandbox.faults.add("503", "search")
    metrics = cli.home / "metrics.prom"
    failed = run("reconcile", "--ordered", "today", "--metrics-file", str(metrics), "--json")
    assert (failed.code, valid("reconcile", failed.json)["complete"], failed.json["items"]) == (4, False, [])
    assert "the comparison is not complete" in failed.err
    assert "xi_orders_run_last_exit_code 4\n" in metrics.read_text()
    server.sandbox.faults.clear()
    assert run("reconcile", "--ordered", "today", "--metrics-file", str(metrics)).code == 0
    assert "xi_orders_run_last_exit_code 0\n" in metrics.read_text()
    assert [each.name for each in cli.home.iterdir() if "metrics" in each.name] == ["metrics.prom"]


def test_lines_and_csv_have_every_order_and_a_table_what_differs(cli: Cli, run: Run, desk: OrderDesk) -> None:
    placed(desk, "A-1")
    desk.orders.post_createorder_v6(order("TYPED"))
    *items, summary = (valid("reconcile", each) for each in run("reconcile", "--ordered", "today", "--jsonl").lines)
    assert [each["verdict"] for each in items] == ["only_at_ingram_micro", "equal"]
    assert (summary["equal"], summary["only_at_ingram_micro"], summary["complete"]) == (1, 1, True)
    assert len(run("reconcile", "--ordered", "today", "--csv").out.splitlines()) == 3
    table = cli.run("reconcile", "--ordered", "today", tty=True)
    assert (table.code, "TYPED" in table.out, "A-1" in table.out) == (1, True, False)
    assert run("reconcile", "--ordered", "someday").code == run("reconcile").code == 2


def test_sides_are_compared_on_postgresql_as_on_sqlite(cli: Cli) -> None:
    with database() as url:
        cli.configure(ledger=url)
        cli.env |= FAST
        run = inside(cli)
        with desk_of(cli, url=url) as desk:
            placed(desk, "A-1")
            desk.orders.post_createorder_v6(order("TYPED"))
            found = run("reconcile", "--ordered", "today", "--json")
            assert (found.code, verdicts(found)) == (
                1,
                {"A-1": ("equal", []), "TYPED": ("only_at_ingram_micro", [])},
            )
            assert run("track", "--json").json["items"][0]["after"] == "processing"


def test_a_return_is_listed_and_shown_and_is_no_order_of_either_side(
    run: Run, desk: OrderDesk, server: SandboxServer
) -> None:
    number = placed(desk, "PO-1", 2)
    server.sandbox.ship(number)
    server.sandbox.invoice(number)
    goods = {
        "referenceNumber": "RET-1",
        "invoiceNumber": f"{number}-11",
        "invoiceDate": server.sandbox.invoices.get(f"{number}-11").day.isoformat(),
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "primaryReason": "The product is defective",
        "secondaryReason": "It does not start.",
        "numberOfBoxes": 1,
        "shipFromInfo": {
            "companyName": "Miller Office Supply",
            "contact": "Jo Miller",
            "addressLine1": "14 Mill Lane",
            "city": "Salina",
            "state": "KS",
            "postalCode": "67401",
            "countryCode": "US",
            "email": "returns@reseller.example",
        },
    }
    case = desk.file_return(goods, wait=20).case_number
    assert verdicts(run("reconcile", "--ordered", "today", "--json")) == {"PO-1": ("equal", [])}
    listed = valid("list", run("list", "--json").json)["items"]
    assert [(each["po"], each["kind"], each["state"]) for each in listed][-1] == ("RET-1", "return", "placed")
    for name in ("RET-1", case or ""):
        (shown,) = valid("show", run("show", name, "--json").json)["items"]
        assert (shown["record"]["order_numbers"], shown["orders"]) == ([case], [])
    assert "POST /resellers/v6/returns/create" in run("history", "RET-1", "--support").out

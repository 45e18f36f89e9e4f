"""`show` and `history`: what is known of one order, by the ledger and by the API."""

from __future__ import annotations

import json
import re

from cli_kit import Cli, valid
from shop_kit import ODD_PO, Shop, order, shop, without_credentials

__all__ = ["shop", "without_credentials"]


def test_an_order_is_shown_by_its_po_and_by_its_number_from_both_sides(shop: Shop) -> None:
    number = shop.placed.order_numbers[0]
    by_po, by_number, lines = shop.cli.run_all(
        "show po-1 --json", f"show {number} --from both --json", "show PO-1 PO-3 --jsonl"
    )
    (item,) = valid("show", by_po.json)["items"]
    assert (by_po.code, by_po.err) == (0, "")
    assert (item["record"]["po"], item["record"]["order_numbers"]) == ("PO-1", [number])
    (found,) = item["orders"]
    assert (found["number"], found["error"]) == (number, None)
    assert (found["body"]["customerOrderNumber"], found["body"]["currencyCode"]) == ("PO-1", "USD")
    assert found["body"]["orderTotal"] == shop.placed.total
    assert found["correlation_id"]
    (same,) = by_number.json["items"]
    assert (same["id"], same["record"]) == (number, item["record"])
    placed, held = (valid("show", each) for each in lines.lines)
    assert (placed["record"]["state"], held["record"]["state"], held["orders"]) == ("placed", "held", [])
    # All requests are named, not only the last one.
    assert len(held["record"]["correlation_ids"]) >= 1


def test_the_ledger_alone_needs_no_credentials_and_what_is_asked_for_does(without_credentials: Cli) -> None:
    alone, as_said, needed, _ = without_credentials.run_all(
        "show PO-3", "show PO-3 --from ledger", "show PO-3 --from both", "show PO-3 --from api"
    )
    assert alone.code == as_said.code == 0
    assert "\nREASON\tunguarded\n" in alone.out
    assert "\nNEXT.COMMAND\txi-orders history PO-3 --support\n" in as_said.out
    assert alone.out == as_said.out
    assert alone.err.startswith("the ledger alone: ")
    assert (as_said.err, needed.code, needed.out) == ("", 2, "")
    assert "credentials" in needed.err


def test_the_body_is_shown_as_it_came(shop: Shop) -> None:
    api, ledger = shop.cli.run_all("show PO-1 --raw", "show PO-1 --raw --from ledger")
    assert json.loads(api.out)["ingramOrderNumber"] == shop.placed.order_numbers[0]
    assert json.loads(ledger.out)["purchaseOrderTotal"]


def test_what_neither_side_knows_is_not_found(shop: Shop) -> None:
    nowhere, half, wrong = shop.cli.run_all("show NOPE", "show NOPE PO-1 --json", "show PO-1 --from ledgers")
    assert (nowhere.code, nowhere.out, nowhere.err) == (1, "", "NOPE: nothing is known of it\n")
    assert half.code == 1
    first, second = valid("show", half.json)["items"]
    assert (first["record"], first["orders"]) == (None, [])
    assert second["record"]["po"] == "PO-1"
    assert (wrong.code, "--from is 'ledgers'" in wrong.err) == (2, True)


def test_an_order_of_a_person_is_found_by_its_po_at_ingram_micro(cli: Cli) -> None:
    elsewhere = cli.desk()
    placed = elsewhere.orders.post_createorder_v6(order("BY-HAND"))
    number = placed.orders[0].ingram_order_number
    (item,) = cli.run("show", "by-hand", "--json").json["items"]
    assert (item["record"], [each["number"] for each in item["orders"]]) == (None, [number])


def test_an_api_that_is_away_hides_nothing_of_the_ledger(cli: Cli) -> None:
    placed = cli.desk().place(order("PO-1"), wait=60)
    ran = cli.run("show", "PO-1", "--json", env={"XI_ACCESS_TOKEN": "that-is-over"})
    assert ran.code == 4
    (item,) = valid("show", ran.json)["items"]
    assert item["record"]["order_numbers"] == list(placed.order_numbers)
    assert "401" in item["orders"][0]["error"]
    assert ran.err.startswith("PO-1: ")


def test_a_terminal_shows_what_there_is_in_local_time(shop: Shop) -> None:
    ran = shop.cli.run("show", ODD_PO, "PO-1", tty=True, env={"TZ": "America/New_York"})
    assert f"po          {ODD_PO}\n" in re.sub(r"(?m)^po +", "po          ", ran.out)
    assert re.search(r"^settled +[-0-9]{10} [:0-9]{8}$", ran.out, re.MULTILINE)
    assert not re.search(r"^shipping", ran.out, re.MULTILINE)
    assert re.search(r"^times: E[SD]T$", ran.out, re.MULTILINE)
    assert re.search(rf"^{shop.placed.order_numbers[0]}  Processing  .* USD$", ran.out, re.MULTILINE)
    assert re.search(r"^  line 2  YN6231  2  ", ran.out, re.MULTILINE)


def test_the_history_has_every_event_of_every_order_of_a_po(shop: Shop, without_credentials: Cli) -> None:
    json_, plain, by_number, none = without_credentials.run_all(
        "history PO-3 --json",
        "history PO-3 --fields event,state,by",
        f"history {shop.placed.order_numbers[0]} --json --fields event",
        "history NOPE",
    )
    events = valid("history", json_.json)["items"]
    assert [each["event"] for each in events[:2]] == ["intent", "answer"]
    assert {each["event"] for each in events[2:]} == {"look"}
    assert (events[0]["by"], events[-1]["state"], events[-1]["reason"]) == ("ann", "held", "unguarded")
    assert events[0]["correlation_id"] == events[1]["correlation_id"] == shop.held.correlation_id
    assert plain.rows[:2] == [["EVENT", "STATE", "BY"], ["intent", "sending", "ann"]]
    assert [each["event"] for each in by_number.json["items"]] == ["intent", "answer"]
    assert (none.code, none.out) == (1, "")
    assert "the ledger has no order NOPE [not-found]" in none.err


def test_a_used_po_has_the_history_of_both_orders(cli: Cli) -> None:
    desk = cli.desk()
    desk.plan(order("PO-1"))
    desk.abandon("PO-1", because="typed \x1b[31mwrong")
    desk.plan(order("PO-1"), reuse="again")
    document, told = cli.run_all("history PO-1 --json", "show PO-1 --from ledger")
    items = document.json["items"]
    assert [(each["generation"], each["event"]) for each in items] == [(1, "planned"), (1, "person"), (2, "planned")]
    assert items[1]["because"] == "typed \x1b[31mwrong"
    assert "the PO was used 2 times" in told.out


def test_the_block_for_support_has_what_a_ticket_needs_and_no_secret(shop: Shop) -> None:
    ran = shop.cli.run("history", "PO-3", "--support", env={"TZ": "America/New_York"})
    assert ran.code == 0
    assert re.search(r"^PO: +PO-3$", ran.out, re.MULTILINE)
    assert f"POST /resellers/v6/orders at {shop.server.url}\n" in ran.out
    assert "held (unguarded)" in ran.out
    assert re.search(rf"^20[-0-9]+T[:0-9]+Z  intent +{shop.held.correlation_id}$", ran.out, re.MULTILINE)
    assert shop.cli.env["XI_ACCESS_TOKEN"] not in ran.out

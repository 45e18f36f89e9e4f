"""`search`: the orders at Ingram Micro, by pages, whole or said to be not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from cli_kit import Cli, valid
from shop_kit import order

from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """Yield a user of an account with five orders; nothing of it is in a ledger."""
    with SandboxServer(Sandbox(access_tokens={TOKEN}, policy=Policy())) as server:
        cli = Cli(tmp_path_factory.mktemp("search"), server, {"XI_ACCESS_TOKEN": TOKEN})
        cli.configure()
        orders = cli.desk().orders
        for number in range(5):
            orders.post_createorder_v6(order(f"S-{number}", "DF4128" if number else "YN6231"))
        yield cli


def test_every_form_tells_the_same_orders(stocked: Cli) -> None:
    json_, lines, csv_, plain = stocked.run_all(
        "search --json", "search --jsonl", "search --csv", "search --fields po,total"
    )
    document = valid("search", json_.json)
    assert document["complete"] is True
    assert sorted(each["po"] for each in document["items"]) == [f"S-{each}" for each in range(5)]
    assert json_.err == "without a filter, a search gives the orders of the last 20 days\n"
    assert [valid("search", each)["po"] for each in lines.lines] == [each["po"] for each in document["items"]]
    header, *rows = csv.reader(io.StringIO(csv_.out, newline=""))
    assert [each[header.index("number")] for each in rows] == [each["number"] for each in document["items"]]
    assert plain.rows[1:] == [[each["po"], each["total"]] for each in document["items"]]


def test_money_is_as_it_was_sent(stocked: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The zero of 812.40 gets lost in a number of Python; the search reads the body itself."""
    from xi.sdk.resellers.cli.order_view import ExactOrders
    from xi.sdk.resellers.cli.order_view import search_item as item_of

    orders = ExactOrders(stocked.desk().orders)
    real = ExactOrders.get_resellers_v6_ordersearch_with_http_info

    def exact(self: ExactOrders, **filters: object) -> object:
        answer = real(self, **filters)  # type: ignore[arg-type]
        first = answer.data.orders[0].ingram_order_number  # type: ignore[union-attr, index]
        body = f'{{"orders":[{{"ingramOrderNumber":"{first}","orderTotal":812.40}}]}}'
        return replace(answer, raw_data=body.encode())

    monkeypatch.setattr(ExactOrders, "get_resellers_v6_ordersearch_with_http_info", exact)
    answer = orders.get_resellers_v6_ordersearch(page_size=100)
    assert answer is not None
    first, second = (answer.orders or [])[:2]
    assert item_of(first, orders.total_of(first))["total"] == "812.40"
    assert orders.total_of(second) == str(second.order_total)


def test_orders_are_filtered(stocked: Cli) -> None:
    today = datetime.now(UTC).date()
    expected = {
        "--po S-3": 1,
        "--po NOPE": 0,
        "--part YN6231": 1,
        "--ordered today --part DF4128": 4,
        f"--ordered {today}..{today}": 5,
        "--status on-hold --status cancelled": 0,
        "--ordered 7d --status processing,backordered,shipped": None,
    }
    ran = stocked.run_all(*(f"search {each} --json" for each in expected))
    for each, (filters, count) in zip(ran, expected.items(), strict=True):
        assert (each.code, each.err) == (0, ""), filters
        assert count in (None, len(each.json["items"])), filters


def test_pages_go_on_to_the_end_or_to_the_limit(stocked: Cli) -> None:
    whole, cut, exact = stocked.run_all(
        "search --ordered 7d --page-size 2 --json",
        "search --ordered 7d --page-size 2 --limit 3 --json",
        "search --ordered 7d --limit 5 --json",
    )
    assert (len(whole.json["items"]), whole.json["complete"]) == (5, True)
    assert (len(cut.json["items"]), cut.json["complete"], cut.code) == (3, False, 0)
    assert cut.err == "there are more; --limit has cut them\n"
    assert (len(exact.json["items"]), exact.json["complete"]) == (5, True)


def test_a_page_that_fails_leaves_what_came_before_and_says_so(stocked: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stocked.server is not None
    sandbox = stocked.server.sandbox
    real = sandbox.orders.search

    def search(*arguments: Any) -> Any:
        sandbox.revoke_tokens()  # of the next page it says 401
        return real(*arguments)

    monkeypatch.setattr(sandbox.orders, "search", search)
    line = ("search", "--ordered", "7d", "--page-size", "2")
    target = stocked.home / "found.json"
    ran = {}
    for more in (["--json"], ["--csv"], ["--json", "-o", str(target)]):
        ran[more[-1]] = stocked.run(*line, *more, env={"XI_ACCESS_TOKEN": sandbox.tokens.issue()})
    document = valid("search", ran["--json"].json)
    assert (len(document["items"]), document["complete"]) == (2, False)
    assert {each.code for each in ran.values()} == {4}
    assert ran["--csv"].out.count("\n") == 3
    assert "a page could not be fetched: " in ran["--csv"].err
    assert "the 2 orders before it are shown, and there may be more" in ran["--csv"].err
    assert (ran[str(target)].out, target.exists()) == ("", False)
    assert f"; 2 orders came before it, and {target} is left as it was" in json.loads(ran[str(target)].err)["message"]


def test_what_cannot_be_searched_is_refused(stocked: Cli) -> None:
    refused = {
        "--status lost": "--status is 'lost'; it should be one of shipped, processing, on-hold",
        "--ordered soon": "--ordered is 'soon'",
        "--page-size 101": "--page-size",
    }
    for each, says in zip(stocked.run_all(*(f"search {each}" for each in refused)), refused.values(), strict=True):
        assert (each.code, each.out) == (2, "")
        assert says in each.err


def test_a_terminal_gets_a_table(stocked: Cli) -> None:
    ran = stocked.run("search", "--po", "S-3", tty=True, columns=120, env={"NO_COLOR": "1"})
    header, row = ran.out.splitlines()
    assert header.split() == ["NUMBER", "PO", "STATUS", "ORDERED", "TOTAL", "VENDOR"]
    assert row.split()[1] == "S-3"

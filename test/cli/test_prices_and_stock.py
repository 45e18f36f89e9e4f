"""`price` and `stock`: a row for each part, whatever comes for it, and a mirror that webhooks and checks fill."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import urllib3
from cli_kit import DEADLINE_S, Cli, valid
from test_webhooks_and_sandbox import SECRET, service, signature

from xi.sdk.resellers.cli import parts
from xi.sdk.resellers.cli.errors import CommandError
from xi.sdk.resellers.sandbox import Policy, RateLimit, Sandbox, SandboxServer, default_catalogue, generated_catalogue
from xi.sdk.resellers.testing import TOKEN

ASKED = "price_and_availability"


def barred_part() -> str:
    """Return the number of a part that the account may not buy."""
    return next(each.number for each in default_catalogue().parts.values() if not each.authorised)


def test_each_part_has_a_row_and_the_code_says_whether_all_are_priced(cli: Cli) -> None:
    barred = barred_part()
    good, mixed = cli.run_all("price DF4128 YN6231 --json", f"price DF4128 NOPE {barred} --jsonl")
    assert (good.code, mixed.code) == (0, 1)
    document = valid("price", good.json)
    assert document["complete"] is True
    first = document["items"][0]
    assert (first["part"], first["outcome"], first["price"], first["currency"]) == ("DF4128", "priced", "54.9", "USD")
    assert first["stock"] == sum(each["quantity"] for each in first["warehouses"])
    assert {each["part"]: valid("price", each)["outcome"] for each in mixed.lines} == {
        "DF4128": "priced",
        "NOPE": "not_found",
        barred: "not_authorized",
    }


def test_lists_come_by_file_or_pipe_and_no_number_is_changed(cli: Cli) -> None:
    (cli.home / "skus.txt").write_text("\ufeffDF4128\n\n  YN6231 \nDF4128\n007\n", "utf-8")
    by_file = cli.run("price", "--file", "skus.txt", "--csv")
    by_pipe = cli.run("price", "-", "--csv", stdin="DF4128\r\nYN6231\r\n007\r\n")
    assert (by_file.code, by_pipe.code) == (1, 1)
    header, *rows = csv.reader(io.StringIO(by_file.out, newline=""))
    assert [row[header.index("part")] for row in rows] == ["DF4128", "YN6231", "007"]
    # All columns but the time of the answer.
    at = header.index("received")
    other = list(csv.reader(io.StringIO(by_pipe.out, newline="")))
    assert [row[:at] + row[at + 1 :] for row in other[1:]] == [row[:at] + row[at + 1 :] for row in rows]


@pytest.mark.parametrize(
    ("args", "stdin", "said"),
    [
        ((), None, "say which parts"),
        (("-",), "\n\n", "the list has no part number [bad-usage]"),
        (("-",), "DF4128;2\n", "standard input:1: 'DF4128;2' has several cells"),
        (("-", "--file", "-"), "DF4128\n", "standard input can be read once"),
        (("DF\x074128",), None, "is no part number"),
        (("DF4128", "--by", "ean"), None, "--by is 'ean'; it should be sku, vendor-part, customer-part or upc"),
        (("DF4128", "--quantity", "0"), None, "--quantity"),
        (("DF4128", "--warehouse", "10", "--no-availability"), None, "--warehouse asks for stock"),
        (("DF4128", "--bid", ""), None, "--bid is ''; it should be text"),
        (("DF4128", "--warehouse", "10", "--warehouse", ""), None, "--warehouse is ''; it should be text"),
        (("--file", "none.txt"), None, "none.txt"),
        (("--file", "/dev/zero"), None, "/dev/zero is larger than 100 MB [bad-list]"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_a_call(cli: Cli, args: tuple[str, ...], stdin: str, said: str) -> None:
    ran = cli.run("price", *args, stdin=stdin)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert cli.server is not None
    assert not cli.server.sandbox.exchanges


def test_no_list_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_LARGEST", 7)
    for content, wanted in ((b"DF4128\n", ["DF4128"]), (b"DF4128\nA", None)):
        session: Any = SimpleNamespace(stdin=io.TextIOWrapper(io.BytesIO(content)))
        if wanted is None:
            with pytest.raises(CommandError, match="standard input is larger than"):
                parts.read_parts(session, ["-"], None)
        else:
            assert parts.read_parts(session, ["-"], None) == wanted


def test_other_numbers_quantities_and_less_can_be_asked_for(cli: Cli) -> None:
    upc, quantity, prices = cli.run_all(
        "price --by vendor-part AC-MON20 --json",
        "price 3H2701 --quantity 10 --discounts --json",
        "price DF4128 --no-availability --json",
    )
    assert upc.json["items"][0]["sku"] == "1C6094"
    assert valid("price", quantity.json)["items"][0]["quantity"] == 10
    bare = prices.json["items"][0]
    assert (bare["outcome"], bare["stock"], bare["warehouses"]) == ("priced", None, [])


def test_what_came_before_a_failure_is_shown_and_the_rest_is_told(tmp_path: Path) -> None:
    """Sixty parts are two calls, of fifty and of ten: one is within the quota, the other is not."""
    catalogue = generated_catalogue(60)
    policy = Policy(rate_limit=RateLimit(calls=1, every_method=True))
    # The minute does not end there, and it is so far away that nothing waits for its end.
    later = datetime(2099, 1, 1, tzinfo=UTC)
    sandbox = Sandbox(clock=lambda: later, catalogue=catalogue, access_tokens={TOKEN}, policy=policy)
    with SandboxServer(sandbox) as server:
        cli = Cli(tmp_path, server, {"XI_ACCESS_TOKEN": TOKEN})
        cli.configure()
        ran = cli.run("price", *catalogue.parts, "--json", "--call-timeout", "20")
    assert ran.code == 4
    document = valid("price", ran.json)
    assert document["complete"] is False
    failed = [each["outcome"] == "failed" for each in document["items"]]
    assert (len(failed), sum(failed) in (10, 50)) == (60, True)
    error = json.loads(ran.err.splitlines()[-1])
    assert error["word"] == "api-quota"
    assert error["message"].startswith(f"of {sum(failed)} of 60 parts nothing is known: ")
    assert error["correlation_id"]


def test_an_app_without_the_product_is_told_where_to_ask(cli: Cli) -> None:
    assert cli.server is not None
    cli.server.sandbox.change_policy(unapproved={"ProductCatalog"})
    ran = cli.run("price", "DF4128")
    assert ran.code == 4
    assert "[api-not-approved]" in ran.err
    assert "hint:  ask for the API at developer.ingrammicro.com" in ran.err


def test_a_table_cuts_no_number_and_shows_foreign_text_as_it_is(cli: Cli) -> None:
    ran = cli.run("price", "DF4128", "[red]NOPE", tty=True, columns=60)
    assert "[red]NOPE" in ran.out
    assert "54.9" in ran.out


# -- stock


def test_stock_is_asked_by_warehouse_without_a_price(cli: Cli) -> None:
    ran, one, none = cli.run_all("stock DF4128 --json", "stock DF4128 --warehouse 10", "stock NOPE")
    item = valid("price", ran.json)["items"][0]
    assert (item["price"], item["stock"], len(item["warehouses"])) == (None, 10_000, 2)
    assert ran.code == 0
    header, row = one.rows
    assert row[header.index("BY WAREHOUSE" if "BY WAREHOUSE" in header else "WAREHOUSES")] == "10: 5000"
    assert row[header.index("OUTCOME")] == "found"
    assert none.code == 1


def test_the_mirror_learns_by_checks_and_tells_what_differed(cli: Cli) -> None:
    assert cli.server is not None
    unknown, first, kept = cli.run_all("stock --mirror DF4128", "stock --check DF4128 YN6231", "stock --mirror --json")
    assert (unknown.code, first.code, kept.code) == (1, 0, 0)
    assert "2 of 2 parts checked, 0 differed" in first.err
    assert {each["sku"]: each["stock"] for each in valid("stock-mirror", kept.json)["items"]} == {
        "DF4128": 10_000,
        "YN6231": 5_800,
    }
    cli.server.sandbox.change_part("DF4128", stock={"10": 7, "30": 0})
    again = cli.run("stock", "--check", "--json")
    assert valid("stock-check", again.json)["items"] == [{"sku": "DF4128", "before": 10_000, "after": 7}]
    calls = len(cli.server.sandbox.exchanges)
    old, new = cli.run_all("stock --mirror --older-than 1h", "stock --mirror DF4128 --fields sku,stock,source")
    assert (len(old.rows), new.rows[1:]) == (1, [["DF4128", "7", "check"]])
    assert len(cli.server.sandbox.exchanges) == calls
    barred = barred_part()
    missing, listed, one, every, known, _ = cli.run_all(
        f"stock --check YN6231 NO-SUCH {barred}",
        f"stock --mirror NO-SUCH {barred} --fields outcome",
        f"stock --mirror {barred}",
        "stock --mirror",
        "stock --mirror YN6231",
        f"stock --forget NO-SUCH {barred}",
    )
    assert [each.code for each in (missing, listed, one, every, known)] == [1, 1, 1, 1, 0]
    assert f"the API does not have, for this account, NO-SUCH, {barred} [not-found]" in missing.err
    assert listed.rows[1:] == [["not found"], ["not authorized"]]
    cli.server.sandbox.faults.add("drop_before", ASKED, times=None)
    away = cli.run("stock", "--check", "--json", "--call-timeout", "0.5")
    assert (away.code, away.json["complete"]) == (4, False)
    with closing(sqlite3.connect(cli.ledger)) as ledger, ledger:
        ledger.execute("ALTER TABLE xi_stock RENAME COLUMN sku TO part")
    for away in cli.run_all("stock --mirror", "stock --mirror DF4128 --json", "stock --check", "stock --forget DF4128"):
        assert (away.code, away.out.count("DF4128")) == (6, 0)
        assert f"the stock mirror {cli.ledger}: it has not the tables" in away.err
        assert "stock-away" in away.err
    with closing(sqlite3.connect(cli.ledger)) as ledger, ledger:
        ledger.execute("ALTER TABLE xi_stock RENAME COLUMN part TO sku")
    gone, left = cli.run_all("stock --forget DF4128 NOPE", "stock --mirror --fields sku")
    assert (gone.code, left.rows[1:]) == (1, [["YN6231"]])


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("stock", 2, "say which parts"),
        ("stock --mirror --check", 2, "--mirror and --check exclude each other"),
        ("stock DF4128 --older-than 1d", 2, "--older-than is for --mirror and --check"),
        ("stock --check DF4128 --older-than 1d", 2, "name none"),
        ("stock DF4128 --warehouse ''", 2, "--warehouse is ''"),
        ("stock --forget", 2, "say which parts"),
        ("stock --mirror --warehouse 10", 2, "--warehouse asks the API"),
        ("stock --mirror --environment production", 6, "[ledger-missing]"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused(cli: Cli, line: str, code: int, said: str) -> None:
    (ran,) = cli.run_all(line)
    assert (ran.code, said in ran.err) == (code, True), ran.err


def event(event_id: str, **totals: int) -> bytes:
    """Return a stock event as Ingram Micro sends it: totals are text."""
    resource = [
        {"eventType": "im::stock_update", "ingramPartNumber": sku, "totalAvailability": str(total)}
        for sku, total in totals.items()
    ]
    stamp = "2026-01-02T03:04:05Z"
    return json.dumps(
        {
            "topic": "resellers/catalog",
            "event": "im::updated",
            "eventId": event_id,
            "eventTimeStamp": stamp,
            "resource": resource,
        }
    ).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="stops the service with signals")
def test_the_receiver_of_webhooks_feeds_the_mirror_with_genuine_events_only(cli: Cli) -> None:
    with (
        service(cli, "webhooks", "serve", "--port", "0", XI_WEBHOOK_SECRET=SECRET) as (_, url),
        urllib3.PoolManager(retries=False, timeout=DEADLINE_S) as http,
    ):
        for event_id, sign, total, status in (
            ("s-1", signature("s-1"), 12, 200),
            ("s-2", "bad", 99, 401),
            ("s-1", signature("s-1"), 77, 200),  # it was noted before
        ):
            body = event(event_id, DF4128=total)
            assert http.request("POST", url, body=body, headers={"x-hub-signature": sign}).status == status
        shown = cli.run("stock", "--mirror", "--json")
        # A mirror that cannot be written has the webhook come again, since nothing else would tell of it.
        with closing(sqlite3.connect(cli.ledger)) as ledger:
            ledger.execute("ALTER TABLE xi_stock RENAME TO away")
            failed = http.request(
                "POST", url, body=event("s-3", YN6231=1), headers={"x-hub-signature": signature("s-3")}
            )
            ledger.execute("ALTER TABLE away RENAME TO xi_stock")
        assert (failed.status, failed.headers["retry-after"]) == (503, "30")
        assert valid("stock-mirror", shown.json)["items"] == [
            {"sku": "DF4128", "stock": 12, "as_of": "2026-01-02T03:04:05Z", "source": "event", "outcome": None}
        ]

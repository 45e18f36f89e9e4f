"""Orders of the sandbox, shipped and billed in parts, are matched with their invoices by each way."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from billed_orders_kit import LIFE, Shop
from matching_kit import only, reasons

from xi.sdk.resellers import Configuration
from xi.sdk.resellers.invoice_matching import (
    MatchedOrder,
    Reason,
)
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.invoices import answers
from xi.sdk.resellers.testing import AT_ONCE, TOKEN


@pytest.fixture(params=[False, True], ids=["quirks", "strict"])
def shop(request: pytest.FixtureRequest) -> Iterator[Shop]:
    sandbox = Sandbox(seed=1, access_tokens={TOKEN}, policy=Policy(tax_percent=Decimal("8.25"), strict=request.param))
    with SandboxServer(sandbox) as server:
        yield Shop(sandbox, server, Configuration(host=server.url, access_token=TOKEN, retry=AT_ONCE))


def test_an_order_shipped_in_parts_is_matched_by_each_way(shop: Shop) -> None:
    number = shop.order("PO-1", *LIFE)
    shop.order("PO-2")
    before = shop.calls()
    found = [
        shop.matched(po="PO-1"),
        shop.matched(order_number=f"{number}-21"),
        shop.matched(invoice_number=f"{number}-11"),
    ]
    found.append(asyncio.run(shop.matched_async(po="po-1")))
    for each in found:
        matched = only(each)
        assert (matched.number, matched.po, matched.findings) == (number, "PO-1", ())
        assert [(line.ordered, line.shipped, line.invoiced) for line in matched.lines] == [
            (5, 5, 5),
            (1, 1, 1),
            (2, 2, 2),
        ]
        assert len(matched.invoices) == 3
        assert sum((sum_.total or 0 for sum_ in matched.invoices), Decimal(0)) == sum_of(matched)
        assert {sum_.difference for sum_ in matched.invoices} == {0}
    after = shop.calls()
    asked = {name: after[name] - before[name] for name in after}
    assert asked == {"search": 2, "details": 4, "invoice_search": 6, "invoice_details": 12}


def sum_of(matched: MatchedOrder) -> Decimal:
    parts = [part for each in matched.invoices for part in (each.lines, each.tax, each.freight, each.other_charges)]
    return sum((each for each in parts if each is not None), Decimal(0))


def test_a_range_has_each_order_once_and_waits_for_what_is_not_shipped(shop: Shop) -> None:
    numbers = [shop.order("PO-1", *LIFE), shop.order("PO-2", "ship-partially", "invoice"), shop.order("PO-3")]
    today = shop.sandbox.now().date()
    billed_ = shop.matched(invoiced=(today, today))
    assert sorted(each.number or "" for each in billed_) == sorted(numbers[:2])
    whole = {each.number: each for each in shop.matched(ordered=(today, today))}
    assert [whole[each].matches for each in numbers] == [True, True, True]
    assert {each.reason for each in whole[numbers[2]].findings} == {Reason.NOT_SHIPPED}
    rows = [row for each in whole.values() for row in each.items()]
    assert {row["row"] for row in rows} == {"invoice", "line", "finding"}
    assert all(isinstance(row["invoiced"], Decimal) for row in rows if row["row"] == "line")


def test_what_was_shipped_and_not_billed_is_searched_for_once_more_and_told(shop: Shop) -> None:
    shop.order("PO-1", "ship-partially", "invoice", "ship")
    today = shop.sandbox.now().date()
    before = shop.calls()
    matched = only(shop.matched(invoiced=(today, today)))
    assert [(each.reason, each.line) for each in matched.findings] == [
        (Reason.NOT_INVOICED, "line 001 DF4128"),
        (Reason.NOT_INVOICED, "line 003 DF4128"),
    ]
    assert shop.calls()["invoice_search"] - before["invoice_search"] == 2


@pytest.mark.parametrize("is_of_asyncio", [False, True], ids=["blocking", "awaited"])
def test_a_serial_number_that_two_invoices_have_is_told(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, is_of_asyncio: bool
) -> None:
    number = shop.order("PO-1", *LIFE)
    written = answers.details

    def with_one_serial(*args: Any, **options: Any) -> Any:
        """Answer as the sandbox does: with serial numbers only if they are asked for."""
        body = written(*args, **options)
        for line in body["lines"]:
            if "serialNumbers" in line:
                line["serialNumbers"] = [{"serialNumber": "S1"}] if line["ingramPartNumber"] == "DF4128" else []
        return body

    monkeypatch.setattr(answers, "details", with_one_serial)
    found = asyncio.run(shop.matched_async(order_number=number)) if is_of_asyncio else shop.matched(order_number=number)
    matched = only(found)
    assert set(reasons(matched)) == {Reason.DOUBLED_LINE}
    assert all("serial number S1 is in line" in each.says for each in matched.findings)


# -- what cannot be read

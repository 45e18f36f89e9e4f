"""Arguments of wrong types are refused by their names, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from catalog_kit import ACCOUNT

from xi.sdk.resellers import (
    ApiClient,
    ApiTypeError,
    ApiValueError,
    Configuration,
    InvoicesApi,
    OrdersApi,
    ProductCatalogApi,
    QuotesApi,
    catalog_walk,
    expiring,
    invoice_matching,
    paging,
    part_numbers,
    prices,
    quotes,
)
from xi.sdk.resellers.stock_mirror import StockMirror


class Apis(NamedTuple):
    products: Any
    quotes: Any
    orders: Any
    invoices: Any
    mirror: Any
    table: Path


@pytest.fixture
def apis(tmp_path: Path) -> Iterator[Apis]:
    """Yield APIs whose every call fails the test."""

    class Unused:
        def __getattr__(self, name: str) -> Any:
            pytest.fail(f"the transport was asked for {name}")

        def close(self) -> None:
            pass

    transport: Any = Unused()
    with (
        ApiClient(Configuration(access_token="x", account=ACCOUNT), transport=transport) as client,
        StockMirror(tmp_path / "m.db") as mirror,
    ):
        bound = (each(client).bound() for each in (ProductCatalogApi, QuotesApi, OrdersApi, InvoicesApi))
        yield Apis(*bound, mirror, tmp_path / "all.csv")


WALK = catalog_walk.Options
CASES: dict[str, tuple[str, Any]] = {
    "prices, on_progress": ("on_progress", lambda at: prices.prices(at.products, ["A"], on_progress=5)),
    "prices, parts": ("parts", lambda at: prices.prices(at.products, 5)),
    "prices, api": ("api", lambda _: prices.prices(5, ["A"])),
    "each_price, parts": ("parts", lambda at: prices.each_price(at.products, None)),
    "resolve, api": ("api", lambda _: part_numbers.resolve(5, ["A"])),
    "resolve, vendor": ("vendor", lambda at: part_numbers.resolve(at.products, ["A"], vendor=[1])),
    "resolve, no vendor": ("vendor", lambda at: part_numbers.resolve(at.products, ["A"], vendor=None)),
    "resolve, on_progress": ("on_progress", lambda at: part_numbers.resolve(at.products, ["A"], on_progress=5)),
    "windows, days": ("days", lambda _: paging.windows("2026-01-01", "2026-02-01", days="x")),
    "expiring, today": ("today", lambda at: expiring.expiring(quotes=at.quotes, today="x")),
    "expiring, a moment": ("today", lambda at: expiring.expiring(quotes=at.quotes, today=datetime.now())),  # noqa: DTZ005
    "expiring, api": ("api", lambda _: expiring.expiring(quotes=5)),
    "quotes, api": ("api", lambda _: quotes.check(5, "QUO-1")),
    "quotes, today": ("today", lambda at: quotes.check(at.quotes, "QUO-1", today="x")),
    "mirror, older_than": ("older_than", lambda at: at.mirror.check(at.products, older_than="x")),
    "mirror, NaN": ("older_than", lambda at: at.mirror.check(at.products, older_than=float("nan"))),
    "mirror, skus": ("parts", lambda at: at.mirror.check(at.products, 5)),
    "mirror, api": ("api", lambda at: at.mirror.check(5, ["A"])),
    "mirror, no zone": ("before", lambda at: list(at.mirror.all(before=datetime(2026, 1, 1)))),  # noqa: DTZ001 - it is wrong
    "walk, out": ("out", lambda at: catalog_walk.walk(at.products, 5)),
    "walk, options": ("options", lambda at: catalog_walk.walk(at.products, at.table, {"reserve": 1})),
    "walk, a filter": ("keyword", lambda at: catalog_walk.walk(at.products, at.table, keyword=5)),
    "walk, a list": ("vendor", lambda at: catalog_walk.walk(at.products, at.table, vendor=[5])),
    "walk, api": ("api", lambda at: catalog_walk.walk(5, at.table)),
    "walk, reserve": ("reserve", lambda _: WALK(reserve="x")),
    "walk, an int that is no float": ("least", lambda _: WALK(reserve=10**400, least=10**400)),
    "walk, a Decimal": ("least", lambda _: WALK(least=Decimal("0.1"))),
    "walk, least": ("least", lambda _: WALK(least="x")),
    "walk, resume_within": ("resume_within", lambda _: WALK(resume_within="x")),
    "walk, on_page": ("on_page", lambda _: WALK(on_page=5)),
    "matching, api": ("api", lambda at: invoice_matching.match_invoices(5, at.orders, po="A")),
    "matching, orders": ("api", lambda at: invoice_matching.match_invoices(at.invoices, 5, po="A")),
}


@pytest.mark.parametrize("case", CASES)
def test_an_argument_of_a_wrong_type_is_refused_by_its_name(apis: Apis, case: str) -> None:
    argument, call = CASES[case]
    with pytest.raises((ApiTypeError, ApiValueError)) as caught:
        call(apis)
    assert caught.value.argument == argument
    assert argument in str(caught.value)

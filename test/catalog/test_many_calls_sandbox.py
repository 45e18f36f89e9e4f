"""The modules of many calls against the sandbox over HTTP, with faults: everything comes, once, and is right."""

from __future__ import annotations

import asyncio
import csv
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from catalog_kit import ACCOUNT

from xi.sdk.resellers import (
    ApiClient,
    Configuration,
    ProductCatalogApi,
    RetryPolicy,
    aio,
    catalog_walk,
    paging,
    part_numbers,
    prices,
)
from xi.sdk.resellers.part_numbers import Found
from xi.sdk.resellers.prices import Outcome, Part
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer, generated_catalogue
from xi.sdk.resellers.stock_mirror import StockMirror
from xi.sdk.resellers.testing import TOKEN, WebhookReceiver

SIZE = 600
QUICK = RetryPolicy(attempts=9, base=0.005, quota_window=0.05)
MESSY = Policy(short_catalogue_pages=True, moving_catalogue_counts=True, shuffled_prices=True)
UNITS = count(1_000)
"""Units in stock that no part had before."""
FAULTS = ("drop_before", "half", "500", "502", "503", "wrong_types", "drop_after")


@pytest.fixture(scope="module")
def server() -> Iterator[SandboxServer]:
    sandbox = Sandbox(seed=1, access_tokens={TOKEN}, catalogue=generated_catalogue(SIZE), policy=MESSY)
    with SandboxServer(sandbox) as found:
        yield found


@pytest.fixture(autouse=True)
def _faults(server: SandboxServer) -> Iterator[None]:
    for kind in FAULTS:
        for operation in ("catalog_search", "price_and_availability"):
            server.sandbox.faults.add(kind, operation, times=None, probability=0.03)
    yield
    server.sandbox.faults.clear()


@pytest.fixture(params=["blocking", "awaited"])
def run(request: pytest.FixtureRequest, server: SandboxServer) -> Any:
    configuration = Configuration(host=server.url, access_token=TOKEN, retry=QUICK)

    async def awaited(use: Any) -> Any:
        async with aio.AsyncApiClient(configuration) as client:
            found = use(aio.ProductCatalogApi(client).bound(ACCOUNT))
            return [each async for each in found] if hasattr(found, "__aiter__") else await found

    def blocking(use: Any) -> Any:
        with ApiClient(configuration) as client:
            found = use(ProductCatalogApi(client).bound(ACCOUNT))
            return list(found) if hasattr(found, "__next__") else found

    return blocking if request.param == "blocking" else lambda use: asyncio.run(awaited(use))


@pytest.mark.usefixtures("waits")
def test_the_whole_catalogue_comes_and_has_its_prices(run: Any, server: SandboxServer, tmp_path: Path) -> None:
    authorized = {each.number for each in server.sandbox.catalogue.parts.values() if each.authorised}
    walk = run(lambda api: catalog_walk.walk(api, tmp_path / "all.csv", filters()))
    assert (walk.is_complete, walk.rows) == (True, len(authorized))
    with walk.path.open(encoding="utf-8", newline="") as file:
        skus = [row["ingramPartNumber"] for row in csv.DictReader(file)]
    assert set(skus) == authorized
    assert len(skus) == len(authorized)
    asked = [*server.sandbox.catalogue.parts, "NO-SUCH-PART"]
    found = run(lambda api: prices.prices(api, asked, discounts=True))
    assert list(found) == asked
    outcomes = {sku: price.outcome for sku, price in found.items()}
    assert {sku for sku, outcome in outcomes.items() if outcome is Outcome.PRICED} == authorized
    assert {outcomes[sku] for sku in asked[:-1] if sku not in authorized} == {Outcome.NOT_AUTHORIZED}
    assert outcomes["NO-SUCH-PART"] is Outcome.NOT_FOUND
    for sku in authorized:
        price, part = found[sku], server.sandbox.catalogue.parts[sku]
        assert (price.sku, price.total) == (sku, server.sandbox.orders.stock.total(part) if part.stock else None)


def test_all_parts_unknown(run: Any) -> None:
    found = run(lambda api: prices.prices(api, ["NO-1", "NO-2"]))
    assert {each.outcome for each in found.values()} == {Outcome.NOT_FOUND}


def test_products_of_a_search_and_the_groups_of_plans(run: Any, server: SandboxServer) -> None:
    maker = next(iter(server.sandbox.catalogue.parts.values())).vendor_name
    found = run(lambda api: paging.products(api, vendor=[maker], page_size=7, prefetch=True))
    parts = server.sandbox.catalogue.parts.values()
    its = {each.number for each in parts if each.vendor_name == maker and each.authorised}
    assert sorted(each.ingram_part_number for each in found) == sorted(its)
    assert run(lambda api: paging.products(api, keyword=["nothing has this word"])) == []


def test_other_numbers_lead_to_skus(run: Any, server: SandboxServer) -> None:
    parts = [each for each in server.sandbox.catalogue.parts.values() if each.authorised]
    numbers = Counter(each.vendor_number for each in parts)
    wanted = list(numbers)[:45]
    found = run(lambda api: part_numbers.resolve(api, [*wanted, "NO-SUCH", Part(upc=parts[7].upc)]))
    for number in wanted:
        assert [each.sku for each in found[number].products] == sorted(
            each.number for each in parts if each.vendor_number == number
        )
    assert found["NO-SUCH"].found is Found.NONE
    assert parts[7].number in [each.sku for each in found[Part(upc=parts[7].upc)].products]


def filters() -> catalog_walk.Options:
    return catalog_walk.Options(page_size=50)


def test_the_mirror_follows_the_stock(server: SandboxServer, run: Any, tmp_path: Path) -> None:
    sandbox = server.sandbox
    first, second = [each.number for each in sandbox.catalogue.parts.values() if each.stock and each.authorised][:2]
    with WebhookReceiver(secret="a secret") as receiver, StockMirror(tmp_path / "shop.db") as mirror:
        hook = sandbox.hooks.add(receiver.url, "a secret", topics=["resellers/catalog"])
        assert run(lambda api: mirror.check(api, [first, second])).checked == 2
        sandbox.change_part(first, stock={"10": next(UNITS)})
        sandbox.clock.advance(timedelta(minutes=15))
        assert sandbox.hooks.settled(60)
        (received,) = receiver.received
        noted = mirror.note(received.events)
        assert first in noted.applied
        sandbox.hooks.remove(hook.number)
        sandbox.change_part(second, stock={"10": next(UNITS)})  # nobody is told
        checked = run(mirror.check)
        assert [each.sku for each in checked.differing] == [second]
        for sku in (first, second):
            found = mirror.stock(sku)
            assert found is not None
            assert found.total == sandbox.orders.stock.total(sandbox.catalogue.parts[sku])

"""The examples of the guides about many calls, run as they stand against a sandbox."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, ProductCatalogApi, aio
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

sys.path.append(str(Path(__file__).parents[1] / "typing"))
from guides_kit import blocks

SECRET = "a secret of the webhook"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SandboxServer]:
    """A sandbox that the variables of this process lead to; the examples write into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    with SandboxServer(Sandbox(seed=1)) as server:
        for name, value in {
            "XI_ENVIRONMENT": server.url,
            "XI_CLIENT_ID": "a",
            "XI_CLIENT_SECRET": "b",
            "XI_CUSTOMER_NUMBER": "20-222222",
            "XI_COUNTRY_CODE": "US",
            "XI_APPLICATION_ID": "shop",
            "XI_CUSTOMER_CONTACT": "buyer@example.com",
            "DATABASE_URL": "sqlite:///shop.db",
            "WEBHOOK_SECRET": SECRET,
        }.items():
            monkeypatch.setenv(name, value)
        yield server


def run(guide: str) -> dict[str, Any]:
    """Run the examples of a guide, in their order, and return their variables."""
    names: dict[str, Any] = {"__name__": "shown"}
    for each in blocks(guide):
        exec(compile(each, f"docs/{guide}.md", "exec"), names)
    return names


async def awaited(call: Any, *more: Any) -> Any:
    async with aio.AsyncApiClient(Configuration.from_env()) as client:
        return await call(client, *more)


@pytest.mark.usefixtures("server")
def test_the_readme_shows_prices_quotes_and_invoices(capsys: pytest.CaptureFixture[str]) -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (shown,) = (each for each in text.split("```python\n") if "prices.each_price" in each)
    exec(compile(shown.partition("```")[0], "README.md", "exec"), {"__name__": "shown"})
    lines = capsys.readouterr().out.splitlines()
    assert sum(" priced " in each for each in lines[:120]) > 100
    assert "QUO-" in lines[120]
    checked = lines.index("QUO-14551943-D2Y9L9 Ready to Order") + 1
    assert lines[checked] == "YN6231: 2"


@pytest.mark.usefixtures("server")
def test_long_lists(capsys: pytest.CaptureFixture[str]) -> None:
    names = run("paging")
    assert capsys.readouterr().out.count("\n") > 1
    assert isinstance(asyncio.run(awaited(names["open_quotes"])), list)
    assert asyncio.run(awaited(names["pages_of_returns"])) >= 0
    with ApiClient(Configuration.from_env()) as client:
        names["read_all"](InvoicesApi(client), date(2026, 1, 1), date(2026, 1, 10))
    assert capsys.readouterr().out == "2026-01-01 2026-01-07 0\n2026-01-08 2026-01-10 0\n"


@pytest.mark.usefixtures("server")
def test_prices(capsys: pytest.CaptureFixture[str]) -> None:
    names = run("prices")
    shown = capsys.readouterr().out.splitlines()
    assert [each.split()[0] for each in shown[:2]] == ["DF4128", "YN6231"]
    assert len(shown) == 4
    with ApiClient(Configuration.from_env()) as client:
        names["export"](ProductCatalogApi(client).bound(), ["DF4128"])
    assert capsys.readouterr().out.startswith("DF4128 ")
    assert set(asyncio.run(awaited(names["cheapest"], ["DF4128", "YN6231"]))) == {"DF4128", "YN6231"}


@pytest.mark.usefixtures("waits")
def test_the_walk(server: SandboxServer, capsys: pytest.CaptureFixture[str]) -> None:
    names = run("catalog-walk")
    count = sum(each.authorised for each in server.sandbox.catalogue.parts.values())
    assert capsys.readouterr().out == f"{count} products; complete: True\n"
    walk = asyncio.run(awaited(names["monitors"]))
    assert walk.path.name.startswith("monitors.jsonl")
    assert capsys.readouterr().out.startswith("page 1: ")


@pytest.mark.usefixtures("server")
def test_part_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    names = run("part-numbers")
    assert capsys.readouterr().out.count("\n") == 3
    assert asyncio.run(awaited(names["skus"], ["NO-SUCH"])) == [None]


def test_the_mirror(server: SandboxServer, capsys: pytest.CaptureFixture[str]) -> None:
    names = run("stock-mirror")
    total = sum(server.sandbox.catalogue.parts["DF4128"].stock.values())
    assert names["shown"]("DF4128") == "on request"
    names["add"](["DF4128"])
    assert names["shown"]("DF4128").startswith(f"{total} in stock at ")
    entry = {"eventType": "IM::STOCK_UPDATE", "ingramPartNumber": "DF4128", "totalAvailability": "7"}
    body = json.dumps({"eventId": "e1", "eventTimeStamp": "2099-01-01T00:00:00Z", "resource": [entry]}).encode()
    signature = base64.b64encode(hmac.new(SECRET.encode(), b"e1", hashlib.sha512).digest()).decode()
    assert names["receive"](body, "no signature") == 401
    assert names["receive"](body, signature) == 200
    assert names["shown"]("DF4128").startswith("7 in stock at ")
    names["check"]()
    assert capsys.readouterr().out == f"1 noted, 0 outdated\nDF4128: 7 in the mirror, {total} in truth\n"
    with ApiClient(Configuration.from_env()) as client:
        desk = OrderDesk(OrdersApi(client).bound(), "sqlite:///orders.db")
        later = body.replace(b"e1", b"e2").replace(b'"7"', b'"8"').replace(b"2099", b"2199")
        for sent, status in ((body, 401), (later, 200)):
            signed = base64.b64encode(hmac.new(SECRET.encode(), b"e2", hashlib.sha512).digest()).decode()
            assert names["receive_both"](desk, sent, signed) == status
        assert names["shown"]("DF4128").startswith("8 in stock at ")
        desk.ledger.close()
    names["mirror"].close()

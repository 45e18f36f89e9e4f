"""What the documents show works as it is shown."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import inspect
import re
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from unit_kit import AT_ONCE, CREATED, Connected, answer, not_sent, unanswered

from xi.sdk.resellers import Account, ApiException, Configuration, OrderCreateRequest, OrderCreateResponse, aio

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md"])


def blocks(page: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)


def block(page: str, holding: str) -> dict[str, Any]:
    """The names that one block of a page defines."""
    (found,) = (each for each in blocks(page) if holding in each)
    names: dict[str, Any] = {"__name__": "shown"}
    exec(compile(found, page, "exec"), names)
    return names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_compiles(page: Path) -> None:
    for each in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        compile(each, page.name, "exec")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), target


def test_the_receiver_of_webhooks_handles_an_event_once(capsys: pytest.CaptureFixture[str]) -> None:
    receive = block("docs/webhooks.md", "def receive")["receive"]
    body = b'{"eventId": "e-1", "resource": {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1CD"}}'
    signature = base64.b64encode(hmac.new(b"k", b"e-1", hashlib.sha512).digest()).decode()
    client = Connected(answer(200, {"orderStatus": "Shipped"}), configuration=Configuration(retry=AT_ONCE))
    orders = client.orders.bound(Account("20-222222", "US"))
    assert receive(body, signature, ["old", "k"], orders) == 200
    assert receive(body, signature, ["k"], orders) == 200
    assert receive(body, signature, ["other"], orders) == 401
    assert client.request.target == "/resellers/v6.1/orders/20-AB1CD"
    assert capsys.readouterr().out == "SHIPPED 20-AB1CD Shipped\n"


def test_the_report_of_what_went_through_names_lines_and_orders(capsys: pytest.CaptureFixture[str]) -> None:
    report = block("docs/calls.md", "def report")["report"]
    rejected = {"ingramPartNumber": "ZZ99", "rejectCode": "EN", "rejectReason": "SKU-NOTFOUND"}
    order = {"ingramOrderNumber": "20-AB1CD", "lines": [{"ingramPartNumber": "A"}], "rejectedLineItems": [rejected]}
    report(OrderCreateResponse.from_dict({"orders": [order]}))
    assert capsys.readouterr().out == "rejected: ZZ99 EN SKU-NOTFOUND\nplaced: 20-AB1CD\n"


def test_the_observer_sees_attempts(capsys: pytest.CaptureFixture[str]) -> None:
    watch = block("docs/configuration.md", "def watch")["watch"]
    configuration = Configuration(access_token="t", retry=AT_ONCE, observer=watch)
    Connected(answer(204), configuration=configuration).orders.get_resellers_v6_ordersearch("20-222222", "US", "c")
    assert capsys.readouterr().out == "get_resellers_v6_ordersearch 1 204 None\n"


def test_the_program_for_an_event_loop_is_one() -> None:
    assert inspect.iscoroutinefunction(block("docs/calls.md", "async def main")["main"])


ORDER = OrderCreateRequest.from_dict({"customerOrderNumber": "PO-1"})
HIT = answer(200, {"recordsFound": 1, "orders": [{"ingramOrderNumber": "20-AB1CD"}]})
TAKEN = answer(400, {"errors": [{"type": "CUSTOMER-PO-EXISTS", "message": "no"}]})


@pytest.mark.parametrize(
    ("script", "placed"),
    [
        ([answer(201, CREATED)], ["20-AAAA1"]),
        ([unanswered(), HIT], ["20-AB1CD"]),
        ([answer(200, b"<html>"), HIT], ["20-AB1CD"]),
        ([answer(503), HIT], ["20-AB1CD"]),
        ([answer(408), answer(204)], []),
        ([TAKEN, HIT], ["20-AB1CD"]),
        ([answer(400, {"errors": [{"message": "no"}]})], None),
        ([not_sent()] * 4, None),
    ],
)
def test_the_way_to_find_out_searches_just_where_there_is_a_doubt(script: list[Any], placed: list[str] | None) -> None:
    place = block("docs/errors.md", "def place")["place"]
    client = Connected(*script)
    with nullcontext() if placed is not None else pytest.raises(ApiException):
        assert place(client.orders.bound(Account("20-222222", "US")), ORDER) == placed
    assert client.transport.script == []


@pytest.mark.parametrize("name", ["place", "place_in_scope"])
def test_what_is_broken_off_by_a_timeout_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    if name == "place_in_scope":
        pytest.importorskip("anyio")
    (found,) = (each for each in blocks("docs/calls.md") if f"async def {name}(" in each)
    assert "(20)" in found
    names: dict[str, Any] = {"__name__": "shown"}
    exec(compile(found.replace("(20)", "(0.02)"), "docs/calls.md", "exec"), names)
    place = names[name]

    class Silent:
        async def send(self, *_: object) -> Any:
            await asyncio.Event().wait()

        async def close(self) -> None:
            pass

    async def main() -> None:
        client = aio.AsyncApiClient(Configuration(access_token="t"), transport=Silent())
        await place(aio.OrdersApi(client).bound(Account("20-222222", "US")), ORDER)

    with pytest.raises(TimeoutError):
        asyncio.run(main())
    said = capsys.readouterr().out
    assert said.startswith("post_createorder_v6 may have been acted on (PO PO-1, correlation ID ")
    assert said.endswith("): search for it before sending it again\n")


def test_every_variable_that_is_read_is_listed_and_the_other_way_round() -> None:
    listed = set(re.findall(r"`(XI_\w+)`", (ROOT / "docs/configuration.md").read_text("utf-8")))
    read = set(re.findall(r'"(XI_\w+)"', (ROOT / "xi/sdk/resellers/_environment.py").read_text("utf-8")))
    assert listed == read

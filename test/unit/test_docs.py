"""What the documents show works as it is shown."""

from __future__ import annotations

import base64
import hashlib
import hmac
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from unit_kit import AT_ONCE, Connected, answer

from xi.sdk.resellers import Account, Configuration, OrderCreateResponse, OrderDetailB2B

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
    event = b'{"eventId": "e-1", "resource": {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1C%d"}}'
    body = b"[%s, %s]" % (event % 1, event % 2)  # two of one ID: neither is lost
    signature = base64.b64encode(hmac.new(b"k", b"e-1", hashlib.sha512).digest()).decode()
    read = answer(200, {"orderStatus": "Shipped"})
    client = Connected(read, read, configuration=Configuration(access_token="t", retry=AT_ONCE))
    orders = client.orders.bound(Account("20-222222", "US"))
    assert receive(body, signature, ["old", "k"], orders) == 200
    assert receive(body, signature, ["k"], orders) == 200
    assert receive(body, signature, ["other"], orders) == 401
    assert [each.target for each in client.sent] == [f"/resellers/v6.1/orders/20-AB1C{i}" for i in (1, 2)]
    assert capsys.readouterr().out == "SHIPPED 20-AB1C1 Shipped\nSHIPPED 20-AB1C2 Shipped\n"


def test_the_report_of_what_went_through_names_lines_and_orders(capsys: pytest.CaptureFixture[str]) -> None:
    report = block("docs/calls.md", "def report")["report"]
    rejected = {"ingramPartNumber": "ZZ99", "rejectCode": "EN", "rejectReason": "SKU-NOTFOUND"}
    order = {"ingramOrderNumber": "20-AB1CD", "lines": [{"ingramPartNumber": "A"}], "rejectedLineItems": [rejected]}
    report(OrderCreateResponse.from_dict({"orders": [order]}))
    assert capsys.readouterr().out == "rejected: ZZ99 EN SKU-NOTFOUND\nplaced: 20-AB1CD\n"


def test_the_tracker_names_carriers_and_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    track = block("docs/calls.md", "def track")["track"]
    parcel = {"trackingNumber": "1Z1, 1Z2", "serialNumbers": [{"serialNumber": "S1"}]}
    carrier = {"carrierName": "UPS", "quantity": 2, "trackingDetails": [parcel]}
    line = {"customerLineNumber": "1", "shipmentDetails": [{"carrierDetails": [carrier]}]}
    track(OrderDetailB2B.from_dict({"lines": [line]}))
    assert capsys.readouterr().out == "1 2 UPS 1Z1 1Z2\nserial numbers: S1\n"


def test_the_observer_sees_attempts(capsys: pytest.CaptureFixture[str]) -> None:
    watch = block("docs/configuration.md", "def watch")["watch"]
    configuration = Configuration(access_token="t", retry=AT_ONCE, observer=watch)
    Connected(answer(204), configuration=configuration).orders.get_resellers_v6_ordersearch("20-222222", "US", "c")
    assert capsys.readouterr().out == "get_resellers_v6_ordersearch 1 204 None\n"


def test_the_program_for_an_event_loop_is_one() -> None:
    assert inspect.iscoroutinefunction(block("docs/calls.md", "async def main")["main"])


def test_every_variable_that_is_read_is_listed_and_the_other_way_round() -> None:
    listed = set(re.findall(r"`(XI_\w+)`", (ROOT / "docs/configuration.md").read_text("utf-8")))
    read = set(re.findall(r'"(XI_\w+)"', (ROOT / "xi/sdk/resellers/_environment.py").read_text("utf-8")))
    assert listed == read

"""The examples and the links of the documentation work."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import inspect
import re
import tomllib
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from unit_kit import AT_ONCE, CREATED, Connected, answer, not_sent, unanswered

from xi.sdk.resellers import (
    Account,
    ApiException,
    Configuration,
    OrderCreateRequest,
    OrderCreateResponse,
    OrderDetailB2B,
    aio,
)
from xi.sdk.resellers._environment import COMMAND, READ
from xi.sdk.resellers._extras import BRINGS, missing

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md"])
PROGRAMS = [page for page in PAGES if page.name != "contributing.md"]
"""Pages whose examples are programs. The examples of contributing.md are parts of files; test/contract runs them."""


def blocks(page: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)


def block(page: str, text: str) -> dict[str, Any]:
    """Run the one block of a page that contains a text, and return its variables."""
    (found,) = (each for each in blocks(page) if text in each)
    names: dict[str, Any] = {"__name__": "shown"}
    exec(compile(found, page, "exec"), names)
    return names


@pytest.mark.parametrize("page", PROGRAMS, ids=lambda page: page.name)
def test_every_example_compiles(page: Path) -> None:
    for each in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        compile(each, page.name, "exec")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_has_a_target(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text):
        path = page.parent / target if target else page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), f"{target}#{anchor}"


def test_the_readme_lists_every_page() -> None:
    listed = re.findall(r"^- \[[^]]+\]\(docs/([^)]+\.md)\): ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(page.name for page in ROOT.glob("docs/*.md"))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


def test_the_receiver_of_webhooks_handles_an_event_once(capsys: pytest.CaptureFixture[str]) -> None:
    receive = block("docs/webhooks.md", "def receive")["receive"]
    event = b'{"eventId": "e-1", "resource": {"eventType": "IM::ORDER_SHIPPED", "orderNumber": "20-AB1C%d"}}'
    body = b"[%s, %s]" % (event % 1, event % 2)  # two events with one ID: both are handled
    signature = base64.b64encode(hmac.new(b"k", b"e-1", hashlib.sha512).digest()).decode()
    read = answer(200, {"orderStatus": "Shipped"})
    client = Connected(read, read, configuration=Configuration(access_token="t", retry=AT_ONCE))
    orders = client.orders.bound(Account("20-222222", "US"))
    assert receive(body, signature, ["old", "k"], orders) == 200
    assert receive(body, signature, ["k"], orders) == 200
    assert receive(body, signature, ["other"], orders) == 401
    assert [each.target for each in client.sent] == [f"/resellers/v6.1/orders/20-AB1C{i}" for i in (1, 2)]
    assert capsys.readouterr().out == "SHIPPED 20-AB1C1 Shipped\nSHIPPED 20-AB1C2 Shipped\n"


def test_the_report_names_rejected_lines_and_orders(capsys: pytest.CaptureFixture[str]) -> None:
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


def test_the_asynchronous_example_is_a_coroutine_function() -> None:
    assert inspect.iscoroutinefunction(block("docs/calls.md", "async def main")["main"])


ORDER = OrderCreateRequest.from_dict(
    {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "DF4128", "quantity": 3}]}
)
HITS = [
    {"ingramOrderNumber": "20-AB1CD", "customerOrderNumber": "PO-1"},
    {"ingramOrderNumber": "20-AB1CF", "customerOrderNumber": "po-1"},
    {"ingramOrderNumber": "20-XXXXX", "customerOrderNumber": "PO-11"},
]
HIT = answer(200, {"recordsFound": 3, "orders": HITS})
OURS = ["20-AB1CD", "20-AB1CF"]


def lines_of(part: str, quantity: int) -> Any:
    return answer(200, {"lines": [{"ingramPartNumber": part, "quantityOrdered": quantity}]})


FOUND = [HIT, lines_of("DF4128", 1), lines_of("DF4128", 2)]
TAKEN = answer(400, {"errors": [{"type": "CUSTOMER-PO-EXISTS", "message": "no"}]})


@pytest.mark.parametrize(
    ("script", "placed"),
    [
        ([answer(201, CREATED)], ["20-AAAA1"]),
        ([unanswered(), *FOUND], OURS),
        ([answer(200, b"<html>"), *FOUND], OURS),
        ([answer(503), *FOUND], OURS),
        ([answer(408), answer(204)], []),
        ([TAKEN, *FOUND], OURS),
        ([answer(400, {"errors": [{"message": "no"}]})], None),
        ([not_sent()] * 4, None),
    ],
)
def test_the_example_for_errors_searches_only_if_the_order_is_in_doubt(
    script: list[Any], placed: list[str] | None
) -> None:
    place = block("docs/errors.md", "def place")["place"]
    client = Connected(*script)
    with nullcontext() if placed is not None else pytest.raises(ApiException):
        assert place(client.orders.bound(Account("20-222222", "US")), ORDER) == placed
    assert client.transport.script == []


@pytest.mark.parametrize("read", [lines_of("DF4128", 1), lines_of("DF4128", 3), lines_of("YN6231", 2)])
def test_the_example_for_errors_returns_no_order_with_other_parts_or_quantities(read: Any) -> None:
    place = block("docs/errors.md", "def place")["place"]
    client = Connected(TAKEN, HIT, lines_of("DF4128", 1), read)
    with pytest.raises(LookupError, match="'20-AB1CD', '20-AB1CF'"):
        place(client.orders.bound(Account("20-222222", "US")), ORDER)


@pytest.mark.parametrize("orders", [[], None, HITS[:1]])
def test_the_example_for_errors_does_not_take_what_is_counted_and_not_shown_for_missing(orders: Any) -> None:
    place = block("docs/errors.md", "def place")["place"]
    client = Connected(answer(503), answer(200, {"recordsFound": 2, "orders": orders}))
    with pytest.raises(LookupError, match="2 orders are counted"):
        place(client.orders.bound(Account("20-222222", "US")), ORDER)


@pytest.mark.parametrize("name", ["place", "place_in_scope"])
def test_the_examples_for_timeouts_print_the_doubt(name: str, capsys: pytest.CaptureFixture[str]) -> None:
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
    output = capsys.readouterr().out
    assert output.startswith("post_createorder_v6 may have been acted on (PO PO-1, correlation ID ")
    assert output.endswith("): search for it before sending it again\n")


def test_the_listed_variables_are_those_that_are_read() -> None:
    listed = set(re.findall(r"`(XI_\w+)`", (ROOT / "docs/configuration.md").read_text("utf-8")))
    assert listed - {"XI_ENV", "XI_HOST", "XI_TOKEN"} == {*READ, *COMMAND}


def test_the_example_function_returns_credentials(tmp_path: Path) -> None:
    kept = tmp_path / "ingram.json"
    kept.write_text('{"id": "a", "secret": "b"}')
    assert block("docs/configuration.md", "def credentials")["credentials"](str(kept)) == ("a", "b")


def test_the_examples_for_a_proxy_and_for_open_orders() -> None:
    configuration = block("docs/configuration.md", "configuration.proxy =")["configuration"]
    assert configuration.proxy == "http://DOMAIN%5Cme:p%40ss%3Aword@proxy.example:3128"
    client = Connected(answer(204), configuration=Configuration(access_token="t", retry=AT_ONCE))
    open_orders = block("docs/calls.md", "def open_orders")["open_orders"]
    assert list(open_orders(client.orders.bound(Account("20-222222", "US")))) == []
    assert "orderStatus-in=PROCESSING&orderStatus-in=ON%20HOLD&orderStatus-in=BACKORDERED" in client.request.target
    receipt = Connected(answer(200, {"confirmationNumber": "US-1"}))
    assert block("docs/migrating.md", "order_create_v7_request=order")["place"](receipt.orders) == "US-1"


def test_no_text_installs_the_other_package_with_this_name() -> None:
    texts = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("bench/*.md"),
        *ROOT.glob("contract/generator/templates/*"),
    ]
    texts += [path for folder in ("xi", "contract", "bench") for path in (ROOT / folder).rglob("*.py")]
    assert len(texts) > 100
    index = re.compile(
        r"(?:pip|uv|pipx|poetry|pdm)3?\s[^\n`]*?\b(?:install|add)\b[^\n`]*?(?<![\w/.])xi[._-]sdk[._-]resellers(?![\w/])"
    )
    assert {path.name: found[0] for path in texts if (found := index.search(path.read_text("utf-8")))} == {}
    assert index.search("pip install 'xi.sdk.resellers[cli]'")
    assert not index.search("pip install '.[cli]'")


def test_the_error_for_a_missing_extra_installs_its_packages() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert BRINGS.keys() == declared.keys() - {"all"}
    own = {f"xi.sdk.resellers[{name}]": packages for name, packages in declared.items()}
    for name, brought in BRINGS.items():
        packages = [each for each in declared[name] if each not in own]
        assert list(brought) == packages + [each for extra in declared[name] for each in own.get(extra, ())]
    assert (
        missing("x needs y", "socks")
        == 'x needs y (the extra "socks"): pip install "PySocks>=1.7.1" "aiohttp-socks>=0.10"'
    )

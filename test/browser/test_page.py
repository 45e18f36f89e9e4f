"""The sandbox's page in a real browser: what it shows by itself, what its buttons do, and what it withstands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from xi.sdk.resellers import Account, ApiClient, Configuration, OrderCreateRequest, OrdersApi, webhooks
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)")

TOKEN = "demo-token"
SECRET = "whsec-1"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    policy = Policy(webhook_pause=0.01)
    with SandboxServer(Sandbox(access_tokens={TOKEN}, seed=11, policy=policy)) as running:
        yield running


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1180, "height": 900}, color_scheme="light")
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    opened.goto(server.url)
    yield opened
    context.close()
    assert problems == []


@pytest.fixture
def orders(server: SandboxServer) -> Iterator[Any]:
    with ApiClient(Configuration(server.url, access_token=TOKEN)) as client:
        yield OrdersApi(client).bound(Account("20-222222", "US"))


@pytest.fixture
def receiver() -> Iterator[Any]:
    got: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((self.headers["x-hub-signature"], body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    listening = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=listening.serve_forever, daemon=True).start()
    listening.got = got
    yield listening
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def shots(tmp_path: Path) -> Path:
    """Where pictures go: with XI_SCREENSHOTS set, to the folder it names."""
    return Path(os.environ.get("XI_SCREENSHOTS", tmp_path))


def place(orders: Any, purchase_order: str, *, quantity: int = 1, held: bool = False) -> str:
    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}] if held else []
    made = orders.post_createorder_v6(
        OrderCreateRequest.from_dict(
            {
                "customerOrderNumber": purchase_order,
                "lines": [
                    {"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": quantity},
                    {"customerLineNumber": "2", "ingramPartNumber": "YN6231", "quantity": 1},
                ],
                "additionalAttributes": hold,
            }
        )
    )
    return str(made.orders[0].ingram_order_number)


def test_an_order_is_placed_seen_shipped_by_the_button_told_of_and_reported_shipped(
    page: Any, orders: Any, receiver: Any, shots: Path
) -> None:
    page.get_by_label("URL").fill(f"http://127.0.0.1:{receiver.server_port}/events")
    page.get_by_label("Secret").fill(SECRET)
    page.get_by_role("button", name="Add receiver").click()
    expect(page.locator("#hooks")).to_contain_text(f":{receiver.server_port}/events")

    place(orders, "PAGE-0", held=True)
    place(orders, "PAGE-1", quantity=6_000)
    number = place(orders, "PAGE-2", quantity=2)
    # Nobody reloads: the page finds out by itself.
    row = page.locator(f"#order-{number}")
    expect(row).to_contain_text("PAGE-2")
    expect(row).to_contain_text("Processing")
    page.screenshot(path=shots / "sandbox-orders.png", full_page=True)

    row.get_by_role("button", name=f"Ship order {number}", exact=True).click()
    expect(row).to_contain_text("Shipped")
    deliveries = page.locator("#deliveries")
    expect(deliveries).to_contain_text("im::order_shipped")
    expect(deliveries.locator("tr", has_text="im::order_shipped")).to_contain_text("delivered")
    signature, body = next(each for each in receiver.got if b"order_shipped" in each[1])
    assert webhooks.verify(body, signature, SECRET)
    assert number in body.decode()
    assert orders.get_orderdetails_v6_1(number).order_status == "Shipped"

    row.get_by_role("link", name=number).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Order {number}")
    expect(page.locator("#history")).to_contain_text("shipped")
    expect(page.locator("#lines")).to_contain_text("1Z")
    page.locator("#raw summary").click()
    expect(page.locator("#raw pre")).to_contain_text('"orderStatus": "Shipped"')
    page.screenshot(path=shots / "sandbox-order.png", full_page=True)
    page.get_by_role("button", name=f"Invoice order {number}").click()
    expect(page.locator("#lines")).to_contain_text("invoice")
    page.get_by_role("button", name=f"Deliver order {number}").click()
    expect(page.locator("#summary")).to_contain_text("Delivered")


def test_an_order_is_held_released_and_voided_by_buttons(page: Any, orders: Any) -> None:
    number = place(orders, "HELD-1")
    row = page.locator(f"#order-{number}")
    for button, status in (("Hold", "On Hold"), ("Release", "Processing"), ("Void", "Canceled")):
        row.get_by_role("button", name=f"{button} order {number}").click()
        expect(row).to_contain_text(status)
    assert row.get_by_role("button").count() == 0
    assert orders.get_orderdetails_v6_1(number).order_status == "Canceled"


def test_a_fault_is_set_met_shown_and_gone(page: Any, orders: Any, server: SandboxServer) -> None:
    page.get_by_label("What").select_option("500")
    page.get_by_label("Operation").select_option("search")
    page.get_by_label("Times (empty for ever)").fill("2")
    page.get_by_role("button", name="Let it go wrong").click()
    expect(page.locator("#faults")).to_contain_text("500 for search, 2 more")
    orders.get_resellers_v6_ordersearch(customer_order_number="NONE")
    expect(page.locator("#faults")).to_contain_text("None: all calls are answered")
    requests = page.locator("#requests")
    expect(requests.locator("tr", has_text="fault 500")).to_have_count(2)
    expect(requests).to_contain_text("204")
    assert server.sandbox.faults.waiting() == ()


def test_a_fault_is_taken_back(page: Any, server: SandboxServer) -> None:
    server.sandbox.faults.add("drop_after", "create_v6", times=None)
    expect(page.locator("#faults")).to_contain_text("drop_after for create_v6, for ever")
    page.get_by_role("button", name="Take back fault 1").click()
    expect(page.locator("#faults")).to_contain_text("None")
    assert server.sandbox.faults.waiting() == ()


def test_the_clock_is_moved_and_a_hold_runs_out(page: Any, orders: Any) -> None:
    number = place(orders, "WAITS", held=True)
    expect(page.locator(f"#order-{number}")).to_contain_text("On Hold")
    page.get_by_label("Move by hours").fill("25")
    page.get_by_role("button", name="Move the clock").click()
    expect(page.locator("#clock")).to_contain_text("moved +25.0 h")
    expect(page.locator(f"#order-{number}")).to_contain_text("Canceled")
    page.get_by_role("button", name="Back to real time").click()
    expect(page.locator("#clock")).not_to_contain_text("moved")


def test_a_request_shows_its_correlation_id_and_bodies_and_stays_open_while_others_come(page: Any, orders: Any) -> None:
    place(orders, "SEEN-1")
    first = page.locator("#request-1")
    first.locator("summary").click()
    expect(first).to_contain_text("SEEN-1")
    place(orders, "SEEN-2")
    expect(page.locator("#orders")).to_contain_text("SEEN-2")
    expect(first).to_contain_text("numberOfLinesWithSuccess")
    assert first.get_attribute("open") is not None
    assert TOKEN not in page.content()


def test_what_is_wrong_with_a_form_is_said(page: Any) -> None:
    page.get_by_label("URL").fill("https://example.com/events")
    page.get_by_label("Secret").fill("s")
    page.get_by_role("button", name="Add receiver").click()
    expect(page.get_by_role("alert")).to_contain_text("webhooks go to this machine only")


def test_what_a_client_sends_is_text_and_never_markup(page: Any, orders: Any) -> None:
    orders.post_createorder_v6(
        OrderCreateRequest.from_dict(
            {
                "customerOrderNumber": "<img src=x onerror=alert(1)>",
                "notes": "<script>document.title='gone'</script>",
                "lines": [{"ingramPartNumber": "DF4128", "quantity": 1}],
            }
        )
    )
    expect(page.locator("#orders")).to_contain_text("<IMG SRC=X ONERROR=ALERT(1)>")
    assert page.locator("#orders img").count() == 0
    assert page.title() == "Orders sandbox"


def test_the_page_can_be_used_by_keyboard_and_read_aloud(page: Any, orders: Any) -> None:
    place(orders, "AGAIN")
    expect(page.locator("#orders")).to_contain_text("AGAIN")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).count() == 1
    unnamed = page.locator("input, select").evaluate_all("all => all.filter(each => !each.labels.length).length")
    assert unnamed == 0
    nameless = page.locator("button").evaluate_all("all => all.filter(each => !each.textContent.trim()).length")
    assert nameless == 0
    names = page.locator("#orders button").all_inner_texts()
    assert len(set(names)) == len(names)
    for table in page.locator("table").all():
        assert table.locator("caption").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_focus_stays_on_a_button_when_its_part_is_renewed(page: Any, orders: Any) -> None:
    number = place(orders, "FOCUS-1")
    button = page.locator(f"#void-{number}")
    button.focus()
    place(orders, "FOCUS-2")
    expect(page.locator("#orders")).to_contain_text("FOCUS-2")
    assert page.evaluate("document.activeElement.id") == f"void-{number}"


def test_nothing_is_fetched_from_anywhere_else(browser: Any, server: SandboxServer) -> None:
    context = browser.new_context()
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(server.url)
    context.close()
    assert asked
    assert all(url.startswith((server.url, "data:")) for url in asked)


def test_the_page_works_without_scripts(browser: Any, server: SandboxServer, orders: Any) -> None:
    number = place(orders, "PLAIN")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(server.url)
    opened.get_by_role("button", name=f"Ship order {number}", exact=True).click()
    expect(opened.locator(f"#order-{number}")).to_contain_text("Shipped")
    context.close()


def test_a_page_of_another_site_cannot_push_the_buttons(browser: Any, server: SandboxServer, orders: Any) -> None:
    number = place(orders, "THEIRS")
    context = browser.new_context()
    theirs = context.new_page()
    theirs.route(
        "http://evil.test/",
        lambda route: route.fulfill(
            content_type="text/html",
            body=f'<form method="post" action="{server.url}/orders/{number}/void"><button>Win</button></form>',
        ),
    )
    theirs.goto("http://evil.test/")
    theirs.get_by_role("button", name="Win").click()
    expect(theirs.locator("body")).to_contain_text("other sites are refused")
    context.close()
    assert orders.get_orderdetails_v6_1(number).order_status == "Processing"


@pytest.fixture(scope="module")
def axe(npm_package: Callable[[str], Path]) -> Path:
    """Return the script of axe-core, which knows the rules for accessible pages."""
    return npm_package("axe-core@4.10.3") / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_keep_the_rules_of_accessible_ones(
    browser: Any, server: SandboxServer, orders: Any, axe: Path, scheme: str
) -> None:
    number = place(orders, "AXE-1")
    server.sandbox.ship(number)
    server.sandbox.hooks.add("http://127.0.0.1:1/events", SECRET)
    server.sandbox.hold(place(orders, "AXE-2"))
    server.sandbox.faults.add("500", "search", times=None)
    assert server.sandbox.hooks.settled(10)
    # The page's own policy lets no foreign script in; the rules are one.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme)
    opened = context.new_page()
    for path in ("/", f"/orders/{number}"):
        opened.goto(server.url + path)
        opened.add_script_tag(path=axe)
        found = opened.evaluate("axe.run()")
        assert len(found["passes"]) > 30
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    context.close()

"""The sandbox's page in a real browser: what it shows by itself, what its buttons do, and what it withstands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import cycle, islice
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

import pytest
from browser_kit import CONTRAST, LAPTOP, PHONE, TOKEN, expect, go, needs_chromium, opened, too_wide

from xi.sdk.resellers import Account, ApiClient, Configuration, OrderCreateRequest, OrdersApi, webhooks
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.sandbox.orders.states import delivered, shipped
from xi.sdk.resellers.sandbox.orders.values import Line, Order, Status
from xi.sdk.resellers.sandbox.state.logs import Exchange

pytestmark = [pytest.mark.apart, needs_chromium]

SECRET = "whsec-1"
SECTIONS = {
    "Orders": "/",
    "Invoices": "/invoices",
    "Returns": "/returns",
    "Requests": "/requests",
    "Webhooks": "/webhooks",
    "Faults": "/faults",
    "Policy": "/policy",
    "Clock": "/clock",
    "Catalogue": "/parts",
    "Tokens": "/tokens",
}
WIDE = "W" * 35
"""The longest PO, with no place to break it."""


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    policy = Policy(webhook_pause=0.01)
    with SandboxServer(Sandbox(access_tokens={TOKEN}, seed=11, policy=policy)) as running:
        yield running


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    yield from opened(browser, server.url, LAPTOP)


def thousand_orders(sandbox: Sandbox) -> list[Order]:
    """1,000 orders in every state, the newest last: 90 minutes lie between two."""
    rng = Random(1)
    parts = [part for part in sandbox.catalogue if part.stock and part.authorised]
    states = islice(cycle(("open", "shipped", "delivered", "open", "backordered", "cancelled", "held")), 1000)
    made: list[Order] = []
    for count, state in enumerate(states):
        units = rng.randint(2, 40)
        order = Order(
            number=sandbox.orders.new_number("20-222222", impulse=True),
            customer="20-222222",
            country="US",
            impulse=True,
            customer_order_number=WIDE if count == 977 else f"PO-2026-{count:04}",
            placed_at=sandbox.now() - timedelta(minutes=90 * (1000 - count)),
            order_type="S",
            lines=tuple(
                Line(line, str(line), part, units, units - (state == "backordered"), part.price, "10")
                for line, part in enumerate(rng.sample(parts, rng.randint(1, 3)), 1)
            ),
            held=state == "held",
            held_at=sandbox.now() if state == "held" else None,
            cancelled_at=sandbox.now() if state == "cancelled" else None,
        )
        if state in ("shipped", "delivered"):
            order = shipped(order, date(2026, 11, 20))
        made.append(delivered(order, date(2026, 11, 23)) if state == "delivered" else order)
    return made


@pytest.fixture(scope="module")
def full() -> Iterator[SandboxServer]:
    """A sandbox that has much to show; tests leave it as it is."""
    sandbox = Sandbox(access_tokens={TOKEN}, seed=11, policy=Policy(webhook_pause=0.01))
    sandbox.orders.add(thousand_orders(sandbox), sandbox.orders.stock)
    sandbox.hooks.add(f"http://127.0.0.1:1/{'events' * 20}", SECRET)
    sandbox.ship(sandbox.orders.latest(0, 1, Status.PROCESSING)[0].number)
    sandbox.faults.add("500_after", "create_v6", times=None, probability=0.5)
    sandbox.faults.add("delay", times=3)
    sandbox.tokens.issue("client" * 10)
    sandbox.clock.advance(seconds=60)
    for count in range(1, 61):
        target = f"/resellers/v6/orders/search?customerOrderNumber={WIDE}"
        status = 201 if count % 3 else 500
        sandbox.note(Exchange(count, sandbox.now(), "search", "GET", target, status=status, correlation_id="c" * 32))
    assert sandbox.hooks.settled(60)
    with SandboxServer(sandbox) as running:
        yield running


@pytest.fixture
def crowded(browser: Any, full: SandboxServer, window: dict[str, int]) -> Iterator[Any]:
    yield from opened(browser, full.url, window)


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
    page: Any, orders: Any, receiver: Any
) -> None:
    go(page, "Webhooks")
    page.get_by_label("URL", exact=True).fill(f"http://127.0.0.1:{receiver.server_port}/events")
    page.get_by_label("Secret").fill(SECRET)
    page.get_by_role("button", name="Add receiver").click()
    expect(page.locator("#hooks")).to_contain_text(f":{receiver.server_port}/events")

    go(page, "Orders")
    number = place(orders, "PAGE-2", quantity=2)
    # Nobody reloads: the page finds out by itself.
    row = page.locator(f"#order-{number}")
    expect(row).to_contain_text("PAGE-2")
    expect(row).to_contain_text("Processing")
    row.get_by_role("button", name=f"Ship order {number}", exact=True).click()
    expect(row).to_contain_text("Shipped")
    expect(page.locator("#show-shipped")).to_have_text("Shipped 1")
    assert orders.get_orderdetails_v6_1(number).order_status == "Shipped"

    go(page, "Webhooks")
    delivery = page.locator("#deliveries tr", has_text="im::order_shipped")
    expect(delivery).to_contain_text("delivered")
    signature, body = next(each for each in receiver.got if b"order_shipped" in each[1])
    assert webhooks.verify(body, signature, SECRET)
    assert number in body.decode()
    delivery.get_by_role("link").click()
    expect(page.locator("pre")).to_contain_text(number)
    page.get_by_role("button", name="Send again").click()
    go(page, "Webhooks")
    expect(page.locator("#deliveries tr", has_text="im::order_shipped")).to_have_count(2)

    go(page, "Orders")
    page.get_by_role("link", name=number).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Order {number}")
    expect(page.locator("#history")).to_contain_text("shipped")
    expect(page.locator("#lines")).to_contain_text("1Z")
    page.get_by_role("button", name=f"Invoice order {number}").click()
    expect(page.locator("#lines")).to_contain_text("invoice")
    page.get_by_role("button", name=f"Deliver order {number}").click()
    expect(page.locator("#summary")).to_contain_text("Delivered")
    page.get_by_role("link", name="What the API answers").click()
    expect(page.locator("pre")).to_contain_text('"orderStatus": "Delivered"')


def test_an_order_is_held_released_and_voided_by_buttons(page: Any, orders: Any) -> None:
    number = place(orders, "HELD-1")
    row = page.locator(f"#order-{number}")
    row.get_by_text("More").click()
    for button, status in (("Hold", "On Hold"), ("Release", "Processing")):
        row.get_by_role("button", name=f"{button} order {number}").click()
        expect(row).to_contain_text(status)
    row.get_by_text("More").click()
    row.get_by_role("button", name=f"Void order {number}").click()
    expect(row).to_contain_text("Canceled")
    assert row.get_by_role("button").count() == 0
    assert orders.get_orderdetails_v6_1(number).order_status == "Canceled"


def test_a_fault_is_added_met_shown_and_gone(page: Any, orders: Any, server: SandboxServer) -> None:
    go(page, "Faults")
    page.get_by_label("Kind").select_option("500")
    page.get_by_label("Operation").select_option("search")
    page.get_by_label("Times (empty: always)").fill("2")
    page.get_by_role("button", name="Add fault").click()
    expect(page.locator("#faults")).to_contain_text("500 for search, 2 more")
    expect(page.locator("#to-faults")).to_have_text("Faults 1")
    orders.get_resellers_v6_ordersearch(customer_order_number="NONE")
    expect(page.locator("#faults")).to_contain_text("None: all calls are answered")
    go(page, "Requests")
    requests = page.locator("#requests")
    expect(requests.locator("tr", has_text="fault 500")).to_have_count(2)
    expect(requests).to_contain_text("204")
    page.get_by_role("link", name="Failed 2").click()
    expect(requests.locator("tbody tr")).to_have_count(2)
    assert server.sandbox.faults.waiting() == ()


def test_the_policy_is_changed_and_shown(page: Any, orders: Any, server: SandboxServer) -> None:
    go(page, "Policy")
    page.get_by_label("Duplicate check").select_option("no")
    page.get_by_label("Search lag, seconds").fill("30")
    page.get_by_role("button", name="Change").click()
    # What the server says: the values are those that were typed, also before it has answered.
    expect(page.get_by_label("Search lag, seconds")).to_have_attribute("value", "30")
    expect(page.get_by_label("Duplicate check").locator("option[selected]")).to_have_text("no")
    assert [place(orders, "TWICE") != "", place(orders, "TWICE") != ""] == [True, True]
    # A change from elsewhere is seen here too.
    server.sandbox.change_policy(search_lag=timedelta(seconds=5))
    expect(page.get_by_label("Search lag, seconds")).to_have_value("5")
    assert server.sandbox.placements() == {"TWICE": 2}


def test_a_fault_is_removed(page: Any, server: SandboxServer) -> None:
    go(page, "Faults")
    server.sandbox.faults.add("drop_after", "create_v6", times=None)
    expect(page.locator("#faults")).to_contain_text("drop_after for create_v6, always")
    page.get_by_role("button", name="Remove fault 1").click()
    expect(page.locator("#faults")).to_contain_text("None")
    assert server.sandbox.faults.waiting() == ()


def test_the_clock_is_moved_by_a_minute_and_a_hold_runs_out_after_a_day(page: Any, orders: Any) -> None:
    number = place(orders, "WAITS", held=True)
    go(page, "Clock")
    page.get_by_role("button", name="+ 1 minute").click()
    expect(page.locator("#clock")).to_contain_text("moved 1 min")
    page.get_by_label("Days").fill("1")
    page.get_by_label("Minutes").fill("-3")
    page.get_by_role("button", name="Move the clock").click()
    expect(page.locator("#clock")).to_contain_text("moved 23 h 58 min")
    page.get_by_role("button", name="+ 1 hour").click()
    expect(page.locator("#clock")).to_contain_text("moved 1 d 58 min")
    go(page, "Orders")
    expect(page.locator(f"#order-{number}")).to_contain_text("Canceled")
    go(page, "Clock")
    page.get_by_role("button", name="Back to real time").click()
    expect(page.locator("#clock")).not_to_contain_text("moved")


def test_the_clock_goes_on_while_nothing_happens(page: Any) -> None:
    shown = page.locator("#now").inner_text()
    expect(page.locator("#now")).not_to_have_text(shown)


def test_a_request_shows_its_correlation_id_and_bodies(page: Any, orders: Any) -> None:
    place(orders, "SEEN-1")
    go(page, "Requests")
    page.locator("#request-1").get_by_role("link").click()
    expect(page.locator("dl")).to_contain_text(re.compile("Correlation ID[0-9a-f]{32}"))
    expect(page.locator("pre").first).to_contain_text("SEEN-1")
    expect(page.locator("pre").last).to_contain_text("numberOfLinesWithSuccess")
    assert TOKEN not in page.content()


def test_what_a_reader_opened_stays_open_while_orders_come(page: Any, orders: Any) -> None:
    number = place(orders, "OPEN-1")
    page.locator(f"#order-{number}").get_by_text("More").click()
    place(orders, "OPEN-2")
    expect(page.locator("#orders")).to_contain_text("OPEN-2")
    void = page.get_by_role("button", name=f"Void order {number}")
    expect(void).to_be_visible()
    void.focus()
    page.keyboard.press("Escape")
    expect(void).to_be_hidden()
    assert "More" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(void).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(void).to_be_hidden()


def test_tokens_are_counted_by_client_never_shown_and_ended(page: Any, server: SandboxServer) -> None:
    ended = server.sandbox.tokens.issue("shop-1")
    server.sandbox.clock.advance(hours=25)
    issued = [ended, *(server.sandbox.tokens.issue("shop-1") for _ in range(3))]
    go(page, "Tokens")
    expect(page.locator("#tokens tr", has_text="shop-1")).to_contain_text("shop-13")
    assert not [token for token in [*issued, TOKEN] if token in page.content()]
    page.get_by_role("button", name="Revoke all issued tokens").click()
    expect(page.locator("#tokens")).to_contain_text("No issued token is valid now")


def test_what_is_wrong_with_a_form_is_said_in_sight_and_the_form_is_kept(page: Any) -> None:
    go(page, "Webhooks")
    page.get_by_label("URL", exact=True).fill("https://example.com/events")
    page.get_by_label("Secret").fill("s")
    page.get_by_role("button", name="Add receiver").click()
    expect(page.get_by_role("alert")).to_contain_text("webhooks go to this machine only")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.get_by_label("URL", exact=True)).to_have_value("https://example.com/events")


def test_what_a_client_sends_is_text_and_never_markup(page: Any, orders: Any, server: SandboxServer) -> None:
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
    number = server.sandbox.orders.latest(0, 1)[0].number
    markup = "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"
    paths = ["/", f"/?q={markup}", f"/?message={markup}&show={markup}", f"/orders/{number}", f"/orders/{number}/answer"]
    for path in [*paths, "/requests", "/requests/1", f"/orders/{markup}"]:
        shown = page.request.get(server.url + path).text().lower()
        assert "<img" not in shown
        assert shown.count("<script") == 1
    page.goto(f"{server.url}/?q={markup}")
    expect(page.get_by_label("Order number or PO")).to_have_value('"><img src=x onerror=alert(1)>')
    assert page.locator("img").count() == 0


def test_each_section_is_one_click_away_and_fits_the_screen(crowded: Any, window: dict[str, int]) -> None:
    for section, path in SECTIONS.items():
        crowded.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        entries = crowded.get_by_role("navigation", name="Sections").get_by_role("link")
        for entry in entries.all():
            expect(entry).to_be_in_viewport(ratio=1)
        go(crowded, section)
        expect(crowded.get_by_role("heading", level=1)).to_have_text(section)
        assert crowded.evaluate("location.pathname") == path
        expect(crowded.locator("nav [aria-current=page]")).to_contain_text(section)
        assert too_wide(crowded) == []
        assert crowded.evaluate("document.documentElement.scrollHeight") < (1_700 if window is LAPTOP else 4_400)
    for path in ("orders/{}", "orders/{}/answer", "requests/1", "deliveries/1"):
        number = crowded.evaluate("fetch('/').then(got => got.text()).then(text => text.match(/order-(20-\\w+)/)[1])")
        crowded.goto(f"{crowded.evaluate('location.origin')}/{path.format(number)}")
        expect(crowded.get_by_role("heading", level=1)).not_to_have_text("Not found")
        assert too_wide(crowded) == []


def test_a_page_fits_windows_of_any_width(browser: Any, full: SandboxServer) -> None:
    for page in opened(browser, full.url, LAPTOP):
        for path in SECTIONS.values():
            page.goto(full.url + path)
            for width in (1_154, 1_150, 768, 320):
                page.set_viewport_size({"width": width, "height": 768})
                assert (width, too_wide(page)) == (width, [])


def test_a_search_for_a_long_number_fits_a_phone(browser: Any, server: SandboxServer) -> None:
    for page in opened(browser, f"{server.url}/?q={'W' * 35}", PHONE):
        expect(page.locator(".pager")).to_contain_text("0 orders with")
        # The field of the search scrolls inside.
        assert [each for each in too_wide(page) if not each.startswith("<input")] == []


def test_status_and_a_button_of_each_order_are_in_sight(crowded: Any, window: dict[str, int], shots: Path) -> None:
    crowded.screenshot(path=shots / f"sandbox-{'phone' if window is PHONE else 'orders'}.png")
    rows = crowded.locator("#orders tbody tr")
    assert rows.count() == 25
    heights = sorted(rows.evaluate_all("all => all.map(each => each.offsetHeight)"))
    # The longest is that of the PO without a break.
    assert heights[-2] <= (45 if window is LAPTOP else 150)
    row = crowded.locator("#orders tbody tr", has_text="Backordered").first
    row.scroll_into_view_if_needed()
    for part in (row.get_by_role("link"), row.locator(".badge"), row.get_by_role("button").first):
        expect(part).to_be_in_viewport(ratio=1)
    row.get_by_text("More").click()
    for button in row.get_by_role("button").all():
        button.scroll_into_view_if_needed()
        expect(button).to_be_in_viewport(ratio=1)
    assert too_wide(crowded) == []


def test_orders_are_found_by_po_number_and_status(crowded: Any, full: SandboxServer) -> None:
    wanted = full.sandbox.orders.fitting("po-2026-0420")[0]
    rows = crowded.locator("#orders tbody tr")
    field = crowded.get_by_label("Order number or PO")
    for text in ("po-2026-0420", wanted.number.lower(), f"{wanted.number}-11"):
        field.fill(text)
        field.press("Enter")
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text(wanted.number)
    held = [order for order in full.sandbox.orders.fitting("PO-2026-0") if order.status is Status.ON_HOLD]
    field.fill("PO-2026-0")
    field.press("Enter")
    crowded.get_by_role("link", name=f"On Hold {len(held)}").click()
    expect(rows).to_have_text([re.compile(f"{order.number}.*On Hold", re.DOTALL) for order in held[:25]])
    # The filter and the text stay when turning pages and when searching again.
    crowded.get_by_role("link", name="Next").click()
    expect(rows).to_have_text([re.compile(f"{order.number}.*On Hold", re.DOTALL) for order in held[25:50]])
    field.fill(held[30].customer_order_number)
    field.press("Enter")
    expect(rows).to_have_text([re.compile(held[30].number)])
    expect(crowded.get_by_role("link", name="On Hold 1")).to_have_attribute("aria-current", "true")
    field.fill("nothing like it")
    field.press("Enter")
    expect(crowded.locator("#orders")).to_contain_text("No order matches")
    crowded.get_by_role("link", name="Show all").click()
    counts = [int(text.replace(",", "")) for text in crowded.locator(".filters .count").all_inner_texts()]
    assert counts[0] == sum(counts[1:]) == 1000


def test_the_last_order_is_as_far_as_the_last_page(crowded: Any, full: SandboxServer) -> None:
    crowded.goto(f"{full.url}/?page=999")
    expect(crowded.locator("#orders")).to_contain_text("976 to 1,000 of 1,000 orders")
    expect(crowded.locator("#orders tbody tr").last).to_contain_text("PO-2026-0000")
    expect(crowded.get_by_role("link", name="Next")).to_have_count(0)
    crowded.get_by_role("link", name="Previous").click()
    expect(crowded.locator("#orders")).to_contain_text("951 to 975 of 1,000 orders")


def test_an_order_shows_what_happened_to_it(
    crowded: Any, full: SandboxServer, window: dict[str, int], shots: Path
) -> None:
    moved = full.sandbox.orders.get(full.sandbox.events[0].order_number)
    crowded.get_by_role("link", name=moved.number, exact=True).click()
    expect(crowded.locator("#history")).to_contain_text("shipped")
    expect(crowded.locator("#lines tbody tr")).to_have_count(len(moved.parts))
    if window is LAPTOP:
        crowded.screenshot(path=shots / "sandbox-order.png", clip={"x": 0, "y": 0, "width": 1366, "height": 520})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_text_stands_out_from_what_is_behind_it(browser: Any, full: SandboxServer, scheme: str) -> None:
    for page in opened(browser, full.url, LAPTOP, scheme):
        for path in [*SECTIONS.values(), "/?message=wrong"]:
            page.goto(full.url + path)
            found = page.evaluate(CONTRAST)
            assert len(found) > 15
            assert [each for each in found if each[0] < 4.5] == []


def test_the_page_can_be_used_by_keyboard_and_read_aloud(crowded: Any, full: SandboxServer) -> None:
    for path in SECTIONS.values():
        crowded.goto(full.url + path)
        assert crowded.locator("html").get_attribute("lang") == "en"
        assert crowded.get_by_role("heading", level=1).count() == 1
        fields = crowded.locator("input:not([type=hidden]), select")
        assert fields.evaluate_all("all => all.filter(each => !each.labels.length).length") == 0
        names = crowded.locator("button, summary").evaluate_all("all => all.map(each => each.textContent.trim())")
        assert all(names)
        assert len(set(names)) == len(names)
        for table in crowded.locator("table").all():
            assert table.locator("caption").count() == 1
        ids = crowded.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(ids) == len(set(ids))
        small = crowded.locator("a, button, summary, input, select").evaluate_all(
            "all => all.filter(each => each.checkVisibility() && !each.closest('p, .skip, th')"
            " && each.getBoundingClientRect().height < 24).map(each => each.outerHTML)"
        )
        assert small == []
    crowded.goto(full.url)
    crowded.keyboard.press("Tab")
    assert crowded.evaluate("document.activeElement.textContent") == "Skip to the content"
    expect(crowded.get_by_text("Skip to the content")).to_be_in_viewport()
    crowded.keyboard.press("Enter")
    crowded.keyboard.press("Tab")
    assert crowded.evaluate("document.activeElement.id") == "q"
    outline = crowded.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_focus_stays_on_a_button_when_its_part_is_renewed(page: Any, orders: Any) -> None:
    number = place(orders, "FOCUS-1")
    button = page.locator(f"#ship-{number}")
    button.focus()
    place(orders, "FOCUS-2")
    expect(page.locator("#orders")).to_contain_text("FOCUS-2")
    assert page.evaluate("document.activeElement.id") == f"ship-{number}"


def test_nothing_is_fetched_from_anywhere_else(browser: Any, server: SandboxServer) -> None:
    context = browser.new_context()
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    for path in SECTIONS.values():
        opened.goto(server.url + path)
    context.close()
    assert len(asked) > len(SECTIONS)
    assert all(url.startswith((server.url, "data:")) for url in asked)


def test_the_page_works_without_scripts(browser: Any, server: SandboxServer, orders: Any) -> None:
    number = place(orders, "PLAIN")
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(server.url)
    page.get_by_label("Order number or PO").fill("plain")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Processing 1").click()
    page.get_by_role("button", name=f"Ship order {number}", exact=True).click()
    # Back where it was pressed: searched and filtered as before, with nothing left to show.
    expect(page.get_by_role("link", name="Shipped 1")).to_be_visible()
    expect(page.locator("#orders")).to_contain_text("No order matches")
    expect(page.get_by_label("Order number or PO")).to_have_value("plain")
    go(page, "Faults")
    page.get_by_label("Times").fill("0.5")
    page.get_by_role("button", name="Add fault").evaluate("button => button.form.noValidate = true")
    page.get_by_role("button", name="Add fault").click()
    expect(page.get_by_role("alert")).to_contain_text("times is '0.5'; it should be a number")
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


@pytest.mark.parametrize(("scheme", "window"), [("light", LAPTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_the_pages_keep_the_rules_of_accessible_ones(
    browser: Any, server: SandboxServer, orders: Any, axe: Path, scheme: str, window: dict[str, int]
) -> None:
    number = place(orders, "AXE-1")
    server.sandbox.ship(number)
    server.sandbox.hooks.add("http://127.0.0.1:1/events", SECRET)
    server.sandbox.hold(place(orders, "AXE-2"))
    server.sandbox.faults.add("500", "search", times=None)
    assert server.sandbox.hooks.settled(60)
    # The page's own policy lets no foreign script in; the rules are one.
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport=window)
    opened = context.new_page()
    for path in [*SECTIONS.values(), f"/orders/{number}", "/requests/1"]:
        opened.goto(server.url + path)
        opened.add_script_tag(path=axe)
        found = opened.evaluate("axe.run()")
        assert len(found["passes"]) > 25
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    context.close()

"""The ledger on the sandbox's page in a real browser, beside the orders that a desk places there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser_kit import CONTRAST, LAPTOP, PHONE, expect, go, needs_chromium, opened, too_wide
from care_kit import new
from desk_kit import bound, desk_of, ledger_url, order

from xi.sdk.resellers.cli.ledger_view import LedgerView
from xi.sdk.resellers.ordering import NotSettledError, Settings, State
from xi.sdk.resellers.ordering._entries import Note
from xi.sdk.resellers.ordering._protocol import Reason, Row
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer
from xi.sdk.resellers.testing import TOKEN

pytestmark = [pytest.mark.apart, needs_chromium]

WIDE = "W" * 35
MARKUP = "<img src=x onerror=alert(1)>"
SLOW = Settings(deadline=5.0, lease=10.0)
"""The first look only after 10 s: what is in doubt stays so during a test."""


@contextmanager
def serving(folder: Path) -> Iterator[SandboxServer]:
    view = LedgerView(ledger_url(folder), patience=60.0)
    with closing(view), SandboxServer(Sandbox(access_tokens={TOKEN}), ledger=view) as server:
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ledger")


@pytest.fixture(scope="module")
def full(folder: Path) -> Iterator[SandboxServer]:
    """A sandbox and a ledger that have much to show; tests leave them as they are."""
    with serving(folder) as server, bound(server) as api:
        desk = desk_of(api, folder, settings=SLOW, partial=True, by="ann")
        for number in range(30):
            desk.place(order(f"ACME-{number:04}", number + 1), batch="monday", ref={"erp": f"E{number}"})
        parts = [{"ingramPartNumber": part, "quantity": 1} for part in ("DF4128", "NOPE")]
        desk.place({"customerOrderNumber": WIDE, "lines": parts}, batch="B" * 40)
        desk.place({"customerOrderNumber": MARKUP, "lines": parts[1:]})
        server.sandbox.faults.add("drop_after", "create_v6")
        with pytest.raises(NotSettledError):
            desk.place(order("DOUBT-1", 3), wait=0.01)
        with desk.ledger.transaction() as tx:
            held = Row(state=State.HELD, reason=Reason.REFUSED_ON_REPEAT, held_at=tx.now - 7_500, sends=2)
            for number in range(7):
                note = Note(at=tx.now, kind="look", state="held", says=MARKUP, because=MARKUP, by="ann")
                tx.insert(new(f"HELD-{number}", held, says=f"{MARKUP} {'x' * 300}", batch=MARKUP), note)
        desk.pause("price list <wrong>")
        yield server
        desk.ledger.close()


@pytest.fixture
def crowded(browser: Any, full: SandboxServer, window: dict[str, int]) -> Iterator[Any]:
    yield from opened(browser, f"{full.url}/ledger", window)


def test_an_order_is_seen_in_the_ledger_in_doubt_then_found_without_a_reload(browser: Any, tmp_path: Path) -> None:
    with serving(tmp_path) as server, bound(server) as api:
        for page in opened(browser, f"{server.url}/ledger", LAPTOP):
            expect(page.locator("#away")).to_contain_text("there is no ledger")
            desk = desk_of(api, tmp_path, settings=SLOW)
            expect(page.locator("#ledger")).to_contain_text("The ledger is empty")
            server.sandbox.faults.add("drop_after", "create_v6")
            with pytest.raises(NotSettledError):
                desk.place(order("LOST-1"), wait=0.01)
            row = page.locator("#ledger tbody tr", has_text="LOST-1")
            expect(row).to_contain_text(re.compile(r"doubt.*for \d+ s", re.DOTALL))
            expect(page.locator("#overview")).to_contain_text(re.compile(r"Oldest doubt\s*\d+ s"))
            row.get_by_role("link", name="LOST-1").click()
            events = page.locator("#history tbody tr")
            expect(events).to_have_count(2)
            desk.recheck("LOST-1")
            # The look that found it is the last event; nobody has loaded the page again.
            expect(page.locator("h1 + .badge, h1 ~ .badge").first).to_have_text("placed")
            expect(events.last).to_contain_text("look")
            (number,) = [row.number for row in server.sandbox.orders.latest(0, 9)]
            page.get_by_role("link", name=number).click()
            expect(page.get_by_role("heading", level=1)).to_have_text(f"Order {number}")
            page.get_by_role("link", name="PO LOST-1").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("PO LOST-1")
            events.first.get_by_role("link").click()
            expect(page.locator("#requests tbody tr")).to_have_count(1)
            desk.pause("price list wrong", by="ann")
            go(page, "Ledger")
            expect(page.locator("#paused-1")).to_contain_text("price list wrong by ann")
            desk.resume()
            expect(page.locator("#overview")).to_contain_text("not paused")
        desk.ledger.close()


def test_what_needs_a_person_stands_first_and_each_state_is_a_link_away(crowded: Any) -> None:
    rows = crowded.locator("#ledger tbody tr")
    expect(crowded.locator("#person li")).to_have_count(5)
    expect(crowded.locator("#person li").first).to_contain_text("HELD-6")
    expect(crowded.locator("#person li").first).to_contain_text("refused on repeat, for 2 h 5 min")
    expect(crowded.locator("#person li").first).to_contain_text("xi-orders history HELD-6 --support")
    expect(crowded.locator("#overview")).to_contain_text("7 refused on repeat")
    expect(crowded.locator("#paused-1")).to_contain_text("price list <wrong> by")
    expect(rows).to_have_count(25)
    crowded.get_by_role("link", name="All that need a person").click()
    expect(rows).to_have_count(7)
    crowded.get_by_role("link", name="Doubt 1").click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("DOUBT-1")
    crowded.get_by_role("link", name="Placed 30").click()
    crowded.get_by_role("link", name="Next").click()
    expect(rows).to_have_count(5)
    expect(rows.last).to_contain_text("ACME-0000")
    rows.last.get_by_role("link", name="monday").click()
    expect(crowded.locator(".pager")).to_contain_text("1 to 25 of 30 orders with “monday”")
    crowded.get_by_label("PO, order number or batch").fill("acme-0007")
    crowded.get_by_role("button", name="Search").click()
    expect(rows).to_have_count(1)
    rows.get_by_role("link", name="ACME-0007").click()
    expect(crowded.locator("dl")).to_contain_text("E7")
    expect(crowded.locator(".rows")).to_contain_text("DF4128")


def test_the_ledger_fits_each_window_and_is_text_only(
    browser: Any, full: SandboxServer, window: dict[str, int], shots: Path
) -> None:
    scheme = "dark" if window is PHONE else "light"
    asked: list[str] = []
    for page in opened(browser, f"{full.url}/ledger", window, scheme):
        page.screenshot(path=shots / f"sandbox-ledger-{'phone' if window is PHONE else 'laptop'}.png")
        page.on("request", lambda request: asked.append(request.url))
        row = page.locator("#person li a").first.get_attribute("href")
        for path in ("/ledger", "/ledger?show=Partly", f"/ledger?q={MARKUP}", row):
            page.goto(full.url + path)
            for width in (window["width"], 1_154, 768, 320):
                page.set_viewport_size({"width": width, "height": 768})
                assert (path, width, too_wide(page)) == (path, width, [])
            page.set_viewport_size(window)
            found = page.evaluate(CONTRAST)
            assert len(found) > 15
            assert [each for each in found if each[0] < 4.5] == []
            assert page.locator("img").count() == 0
        expect(page.locator("#history")).to_contain_text(MARKUP)
        assert all(url.startswith((full.url, "data:")) for url in asked)


def test_the_pages_of_the_ledger_keep_the_rules_of_accessible_ones(
    browser: Any, full: SandboxServer, axe: Path
) -> None:
    # The page's own policy lets no foreign script in; the rules are one.
    context = browser.new_context(bypass_csp=True, viewport=PHONE)
    page = context.new_page()
    page.goto(f"{full.url}/ledger")
    row = page.locator("#ledger tbody th a").first.get_attribute("href")
    for path in ("/ledger", row):
        page.goto(full.url + path)
        page.add_script_tag(path=axe)
        found = page.evaluate("axe.run()")
        assert len(found["passes"]) > 20
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    context.close()


def test_the_ledger_can_be_read_without_scripts(browser: Any, full: SandboxServer) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(full.url)
    go(page, "Ledger")
    page.get_by_label("PO, order number or batch").fill("doubt-1")
    page.get_by_role("button", name="Search").click()
    page.locator("#ledger tbody tr").get_by_role("link", name="DOUBT-1").click()
    expect(page.locator("#history tbody tr")).to_have_count(2)
    context.close()

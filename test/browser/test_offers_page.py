"""The sections of quotes, deals and renewals in a real browser: what they show, and the buttons of sales."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser_kit import CONTRAST, LAPTOP, TOKEN, expect, go, needs_chromium, opened, too_wide

from xi.sdk.resellers import Account, ApiClient, AsyncOrderCreateDTO, Configuration, OrdersApi
from xi.sdk.resellers.sandbox import QuoteLine, QuoteTerms, SandboxServer

pytestmark = [pytest.mark.apart, needs_chromium]

ACCOUNT = Account("20-222222", "US")
EASY = "QUO-14551943-D2Y9L9"
RENEWS = "QUO-20417014-R4S5T6"
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    yield from opened(browser, server.url, LAPTOP)


@pytest.fixture
def orders(server: SandboxServer) -> Iterator[Any]:
    with ApiClient(Configuration(server.url, access_token=TOKEN)) as client:
        yield OrdersApi(client).bound(ACCOUNT)


def row(page: Any, text: str) -> Any:
    return page.get_by_role("row").filter(has_text=text)


def test_a_quote_is_made_closed_and_reopened_by_buttons(page: Any, server: SandboxServer) -> None:
    go(page, "Quotes")
    page.get_by_label("Part", exact=True).fill("df4128")
    page.get_by_label("Quantity").fill("7")
    page.get_by_label("End user", exact=True).fill("Walnut Bank")
    page.get_by_role("button", name="Add quote").click()
    made = row(page, "Walnut Bank")
    expect(made).to_contain_text("Ready to Order")
    expect(made).to_contain_text("7 of 7 left")
    made.get_by_role("button", name="Close").click()
    expect(made).to_contain_text("Closed")
    made.get_by_role("button", name="Make ready").click()
    expect(made).to_contain_text("Ready to Order")
    (quote,) = (each for each in server.sandbox.offers.quotes.everything() if each.end_user == "Walnut Bank")
    assert quote.lines[0].part.number == "DF4128"


def test_what_is_wrong_with_a_quote_is_said_in_sight(page: Any) -> None:
    go(page, "Quotes")
    page.get_by_label("Part", exact=True).fill("NOSUCH")
    page.get_by_role("button", name="Add quote").click()
    expect(page.get_by_role("alert")).to_contain_text("there is no part NOSUCH")


def test_an_order_shows_in_the_quote_the_deal_and_the_renewal(page: Any, orders: Any) -> None:
    go(page, "Quotes")
    expect(row(page, EASY)).to_have_count(1)
    told = [{"attributeName": "rslrCtacName", "attributeValue": "Anna"}]
    for number in (EASY, RENEWS):
        body = {"customerOrderNumber": f"P-{number}", "quoteNumber": number, "vmfadditionalAttributes": told}
        orders.post_createorder_v7(AsyncOrderCreateDTO.from_dict(body))
    # The quote of all customers stands, and that of the one who has ordered beside it.
    ordered = row(page, EASY).filter(has_text="Ordered")
    expect(ordered).to_contain_text("0 of 2 left")
    expect(ordered).to_contain_text("20-222222")
    go(page, "Renewals")
    expect(row(page, RENEWS)).to_contain_text("Ordered")
    row(page, RENEWS).get_by_role("link", name=RENEWS).click()
    expect(page.get_by_role("row").filter(has_text="QUO-")).to_have_count(2)
    go(page, "Deals")
    expect(row(page, "NW-2231-T")).to_contain_text("37 of 40 used")
    line = {"ingramPartNumber": "2GZ200", "quantity": "2", "specialBidNumber": "NW-2231-T"}
    orders.post_createorder_v7(AsyncOrderCreateDTO.from_dict({"customerOrderNumber": "D-1", "lines": [line]}))
    expect(row(page, "NW-2231-T")).to_contain_text("39 of 40 used")


def test_lists_are_searched_and_filtered(page: Any) -> None:
    go(page, "Deals")
    page.get_by_role("link", name="Ended").click()
    expect(page.get_by_role("row").filter(has_text="GRID")).to_have_count(1)
    go(page, "Renewals")
    page.get_by_role("searchbox").fill("x3-1001")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("row").filter(has_text="4410002")).to_have_count(1)
    expect(page.get_by_role("row").filter(has_text="4410001")).to_have_count(0)


def test_the_sections_fit_and_can_be_read(
    browser: Any, server: SandboxServer, window: dict[str, int], shots: Path
) -> None:
    wide = QuoteTerms((QuoteLine("DF4128", 99_999),), "W" * 100, end_user=MARKUP, special_bid="B" * 36)
    server.sandbox.add_quote(wide, "Q" * 35)
    for page in opened(browser, server.url, window):
        for section in ("Quotes", "Deals", "Renewals"):
            go(page, section)
            expect(page.get_by_role("heading", level=1)).to_have_text(section)
            assert too_wide(page) == []
            assert [found for found in page.evaluate(CONTRAST) if found[0] < 4.5] == []
            page.screenshot(path=shots / f"sandbox-{section.lower()}-{window['width']}.png")
        go(page, "Quotes")
        expect(page.get_by_text(MARKUP)).to_have_count(1)

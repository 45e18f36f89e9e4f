"""Live updates of the sandbox's page keep what a person has chosen or typed and not sent, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from browser_kit import LAPTOP, expect, needs_chromium, opened

from xi.sdk.resellers.sandbox import SandboxServer

pytestmark = [pytest.mark.apart, needs_chromium]

HELD_UP = """() => {
    // The page learns of an answer to what was sent only when the test lets it: an update comes before.
    const send = window.fetch;
    window.fetch = async (...given) => {
        const answer = await send(...given);
        if (given[1]?.method === "POST") await new Promise(done => (window.go = done));
        return answer;
    };
}"""


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    yield from opened(browser, f"{server.url}/policy", LAPTOP)


def says(page: Any, label: str) -> Any:
    """The choice of a list as the server says it, not as it is chosen."""
    return page.get_by_label(label).locator("option[selected]")


def test_an_update_keeps_what_was_chosen_and_shows_the_rest(page: Any, server: SandboxServer) -> None:
    check, lag = page.get_by_label("Duplicate check"), page.get_by_label("Search lag, seconds")
    check.select_option("no")
    lag.fill("30")
    server.sandbox.change_policy(price_limit=False, search_lag=timedelta(seconds=5), shuffled_prices=True)
    expect(page.get_by_label("Price limit")).to_have_value("no")
    expect(page.get_by_label("Shuffled prices")).to_have_value("yes")
    expect(check).to_have_value("no")
    expect(lag).to_have_value("30")
    # A second one keeps it too.
    server.sandbox.change_policy(price_limit=True)
    expect(page.get_by_label("Price limit")).to_have_value("yes")
    expect(check).to_have_value("no")
    expect(lag).to_have_value("30")
    page.get_by_role("button", name="Change").click()
    expect(says(page, "Duplicate check")).to_have_text("no")
    expect(lag).to_have_attribute("value", "30")
    assert server.sandbox.policy.search_lag == timedelta(seconds=30)
    assert server.sandbox.policy.shuffled_prices  # what nobody touched was sent as it is, not as it was
    # What is sent is nobody's choice any more.
    server.sandbox.change_policy(search_lag=timedelta(seconds=7), duplicate_check=True)
    expect(lag).to_have_value("7")
    expect(check).to_have_value("yes")


def test_a_choice_that_is_what_the_server_had_is_a_choice_too(page: Any, server: SandboxServer) -> None:
    approved = page.get_by_label("ProductCatalog")
    approved.select_option("no")
    approved.select_option("yes")
    server.sandbox.change_policy(unapproved=frozenset({"ProductCatalog", "Orders"}))
    expect(page.locator("#approved-Orders option[selected]")).to_have_text("no")
    expect(approved).to_have_value("yes")


def test_half_a_number_and_the_cursor_stay_while_a_person_types(page: Any, server: SandboxServer) -> None:
    lag = page.get_by_label("Search lag, seconds")
    lag.fill("")
    page.keyboard.type("1e")
    server.sandbox.change_policy(price_limit=False)
    expect(page.get_by_label("Price limit")).to_have_value("no")
    page.keyboard.type("2")
    expect(lag).to_have_value("1e2")
    expect(lag).to_be_focused()


def test_what_was_sent_while_an_update_ran_is_not_kept(page: Any, server: SandboxServer) -> None:
    page.evaluate(HELD_UP)
    lag = page.get_by_label("Search lag, seconds")
    lag.fill("30")
    page.get_by_role("button", name="Change").click()
    expect(lag).to_have_attribute("value", "30")
    page.evaluate("go()")
    server.sandbox.change_policy(search_lag=timedelta(seconds=5))
    expect(lag).to_have_value("5")

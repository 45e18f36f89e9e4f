"""The catalogue on the sandbox's page, and the approvals, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser_kit import LAPTOP, PHONE, expect, go, needs_chromium, opened, too_wide

from xi.sdk.resellers.sandbox import SandboxServer

pytestmark = [pytest.mark.apart, needs_chromium]


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    yield from opened(browser, server.url, LAPTOP)


def test_a_part_is_found_priced_stocked_and_authorised(page: Any, server: SandboxServer) -> None:
    go(page, "Catalogue")
    page.get_by_role("link", name="Not authorised").click()
    page.get_by_label("Number, or how words begin").fill("laser dealers")
    page.get_by_role("button", name="Search").click()
    row = page.locator("#parts tbody tr")
    expect(row).to_have_count(1)
    row.get_by_role("link", name="8Q0401").click()
    expect(page.locator("#answer")).to_contain_text('"productAuthorized": false')
    page.get_by_role("button", name="Authorise").click()
    expect(page.get_by_role("button", name="Take the authorisation away")).to_be_visible()
    page.get_by_label("Price", exact=True).fill("512.50")
    page.get_by_role("button", name="Change price").click()
    expect(page.locator("#price")).to_have_text("512.50")
    page.get_by_label("Warehouse").fill("40")
    page.get_by_label("Units").fill("9")
    page.get_by_role("button", name="Set stock").click()
    expect(page.locator("#stock tbody tr")).to_have_text(["20300", "4090"])
    expect(page.locator("#answer")).to_contain_text('"customerPrice": 512.5')
    # What is changed by others shows up by itself.
    server.sandbox.change_part("8Q0401", stock={"40": 3})
    expect(page.locator("#stock tbody tr")).to_have_text(["20300", "4030"])
    page.get_by_label("Price", exact=True).fill("cheap")
    page.get_by_role("button", name="Change price").click()
    expect(page.get_by_text("price is 'cheap'; it should be a number")).to_be_visible()


def test_an_approval_is_taken_away_and_given_back(page: Any, server: SandboxServer) -> None:
    approved = page.locator("#approved-ProductCatalog option[selected]")  # as the server says, not as it is chosen
    go(page, "Policy")
    page.get_by_label("ProductCatalog").select_option("no")
    page.get_by_role("button", name="Approve").click()
    expect(approved).to_have_text("no")
    assert server.sandbox.policy.unapproved == {"ProductCatalog"}
    page.get_by_label("ProductCatalog").select_option("yes")
    page.get_by_role("button", name="Approve").click()
    expect(approved).to_have_text("yes")
    assert server.sandbox.policy.unapproved == frozenset()


@pytest.mark.parametrize("path", ["/parts", "/parts/3H2701", "/policy", "/webhooks"])
def test_nothing_is_wider_than_a_phone(browser: Any, server: SandboxServer, path: str) -> None:
    for phone in opened(browser, server.url + path, PHONE):
        assert too_wide(phone) == []

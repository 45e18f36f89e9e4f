"""The sections of invoices and returns in a real browser: lists, filters, one of each, and what is decided about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser_kit import LAPTOP, PHONE, TOKEN, expect, go, needs_chromium, opened, too_wide

from xi.sdk.resellers import Account, ApiClient, Configuration, OrderCreateRequest, OrdersApi, ReturnsApi
from xi.sdk.resellers.models import ReturnsCreateRequest
from xi.sdk.resellers.sandbox import Sandbox, SandboxServer

pytestmark = [pytest.mark.apart, needs_chromium]

ACCOUNT = Account("20-222222", "US")
WIDE = "W" * 35
"""The longest PO, with no place to break it."""


SMALL = """all => all
    .filter(each => each.checkVisibility() && !each.closest("p, th"))
    .filter(each => each.getBoundingClientRect().height < 24)
    .map(each => each.outerHTML)"""
"""What is too low for a finger."""


@pytest.fixture
def client(server: SandboxServer) -> Iterator[ApiClient]:
    with ApiClient(Configuration(server.url, access_token=TOKEN)) as made:
        yield made


@pytest.fixture
def page(browser: Any, server: SandboxServer) -> Iterator[Any]:
    yield from opened(browser, server.url, LAPTOP)


def shipped(client: ApiClient, sandbox: Sandbox, purchase_order: str) -> str:
    """Return the number of an order that has shipped."""
    line = {"ingramPartNumber": "DF4128", "quantity": 4}
    body = OrderCreateRequest.from_dict({"customerOrderNumber": purchase_order, "lines": [line]})
    made = OrdersApi(client).bound(ACCOUNT).post_createorder_v6(body)
    number = str(made.orders[0].ingram_order_number)
    sandbox.ship(number)
    return number


def returned(client: ApiClient, sandbox: Sandbox, number: str, units: int, reference: str) -> str:
    """Return the number of a new case."""
    address = {
        "companyName": "Shop",
        "contact": "Anna",
        "addressLine1": "1 Main Street",
        "city": "Irvine",
        "state": "CA",
        "postalCode": "92612",
        "countryCode": "US",
        "email": "anna@example.com",
    }
    entry = {
        "invoiceNumber": number,
        "invoiceDate": sandbox.invoices.get(number).day.isoformat(),
        "ingramPartNumber": "DF4128",
        "quantity": units,
        "primaryReason": "Damaged",
        "secondaryReason": "The box was wet",
        "shipFromInfo": [address],
        "numberOfBoxes": 1,
        "referenceNumber": reference,
        "notes": "<b>by night</b>",
    }
    made = (
        ReturnsApi(client)
        .bound(ACCOUNT)
        .post_returnscreate(returns_create_request=ReturnsCreateRequest.from_dict({"list": [entry]}))
    )
    return str(made.returns_claims[0].case_request_number)


def test_an_invoice_is_made_found_and_paid_and_its_return_is_decided_by_buttons(
    page: Any, client: ApiClient, server: SandboxServer
) -> None:
    order = shipped(client, server.sandbox, "BILL-1")
    go(page, "Invoices")
    expect(page.locator("#invoices")).to_contain_text("No invoices yet")
    go(page, "Orders")
    page.get_by_role("link", name=order).click()
    page.get_by_role("button", name=f"Invoice order {order}").click()
    plain = f"{order}-11".replace("-", "")
    page.locator("#lines").get_by_role("link", name=plain).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Invoice {order}-11")
    expect(page.locator("#summary")).to_contain_text("227.43 USD")
    expect(page.locator("#summary")).to_contain_text("Freight out7.83 USD")
    expect(page.locator("#returns")).to_contain_text("None")

    # Nobody reloads: the page finds out by itself.
    first = returned(client, server.sandbox, plain, 3, "REF-1")
    second = returned(client, server.sandbox, plain, 1, "REF-2")
    expect(page.locator("#returns")).to_contain_text(first)
    page.get_by_role("button", name="Mark as paid").click()
    expect(page.locator("#summary")).to_contain_text("Closed")
    assert page.get_by_role("button", name="Mark as paid").count() == 0
    go(page, "Invoices")
    expect(page.locator(f"#invoice-{plain}")).to_contain_text("BILL-1")
    page.get_by_role("link", name="Closed 1").click()
    expect(page.locator("#invoices tbody tr")).to_have_count(1)

    expect(page.locator("#to-returns")).to_have_text("Returns 2")
    go(page, "Returns")
    page.get_by_label("Case, reference, invoice or part").fill("ref-2")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#returns tbody tr")).to_have_count(1)
    page.get_by_role("link", name=second).click()
    # One unit has no parts.
    assert page.get_by_label("Units").count() == 0
    page.get_by_role("button", name=f"Deny return {second}").click()
    expect(page.locator("#summary")).to_contain_text("Denied")

    go(page, "Returns")
    page.get_by_role("link", name="Open 1").click()
    page.get_by_role("link", name=first).click()
    expect(page.locator("#summary")).to_contain_text("<b>by night</b>")
    expect(page.locator("#summary")).to_contain_text("Creditnone yet")
    page.get_by_label("Units").fill("2")
    page.get_by_role("button", name=f"Approve a part of return {first}").click()
    expect(page.locator("#summary")).to_contain_text("Partially Approved")
    expect(page.locator("#summary")).to_contain_text("Credit109.80 USD")
    page.get_by_role("button", name=f"Approve return {first}").click()
    expect(page.locator("#summary")).to_contain_text("Credit164.70 USD")
    expect(page.locator("#history")).to_contain_text("return partly approved")
    assert page.locator("#summary").get_by_role("button").count() == 0
    found = ReturnsApi(client).bound(ACCOUNT).get_resellers_v6_returnsdetails(first)
    assert found.status == "Approved"


def test_what_is_not_there_is_said_and_what_was_decided_meanwhile_too(
    page: Any, client: ApiClient, server: SandboxServer
) -> None:
    for path in ("invoices/20AAAAA11", "returns/CAS-1"):
        answer = page.request.get(f"{server.url}/{path}")
        assert answer.status == 404
        assert "There is no" in answer.text()
    order = shipped(client, server.sandbox, "BILL-2")
    server.sandbox.invoice(order)
    case = returned(client, server.sandbox, f"{order}-11", 2, "REF-1")
    server.sandbox.returns.move(case, "deny")
    answer = page.request.post(f"{server.url}/returns/{case}/approve", max_redirects=0)
    assert "cannot%20be%20approved" in answer.headers["location"]
    answer = page.request.post(f"{server.url}/returns/{case}/part", form={"units": "two"}, max_redirects=0)
    assert "should%20be%20a%20number" in answer.headers["location"]


@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_long_lists_and_wide_values_fit_the_screen(
    browser: Any, client: ApiClient, server: SandboxServer, viewport: dict[str, int]
) -> None:
    sandbox = server.sandbox
    for count in range(30):
        order = shipped(client, sandbox, f"{WIDE[:33]}{count:02}")
        sandbox.invoice(order)
    case = returned(client, sandbox, f"{order}-11", 3, "R" * 60)
    for page in opened(browser, server.url, viewport):
        for path in ("invoices", f"invoices/{order}-11", "returns", f"returns/{case}"):
            page.goto(f"{server.url}/{path}")
            assert (path, too_wide(page)) == (path, [])
            assert page.locator("#invoices a, #returns a, button, input").evaluate_all(SMALL) == []
        page.goto(f"{server.url}/invoices")
        expect(page.locator("#invoices tbody tr")).to_have_count(25)
        page.get_by_role("link", name="Next").click()
        expect(page.locator("#invoices tbody tr")).to_have_count(5)

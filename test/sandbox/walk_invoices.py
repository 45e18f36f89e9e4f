"""A call for each documented answer of the operations of invoices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from walk_kit import HEADERS, Asked, Good, Walker, Walks

from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

INVOICES = "/resellers/v6/invoices"
DETAILS = "/resellers/v6.1/invoices"
APPLICATION = {"IM-ApplicationID": "shop-1"}


IN_TWO_TURNS = ("ship-partially", "invoice", "ship", "invoice")


def bill(walk: Walker, *parts: str, moves: Sequence[str] = IN_TWO_TURNS) -> list[str]:
    """Place, ship and invoice an order; return the numbers of its invoices, the newest first."""
    number = walk.create(*parts or ("DF4128", "TXSLM3", "RQ6000"))
    for move in moves:
        walk.move(number, move)
    found = walk.ask("GET", f"{INVOICES}?orderNumber={number}", **APPLICATION)
    return [each["invoiceNumber"] for each in found["invoices"]]


def _search(walk: Walker) -> None:
    for _ in range(2):
        bill(walk)
    walk.ask("GET", f"{INVOICES}?pageSize=2&pageNumber=2&orderby=InvoiceNumber&direction=asc", **APPLICATION)
    walk.ask("GET", f"{INVOICES}?invoiceNumber=nothing", **APPLICATION)


def _details(walk: Walker) -> None:
    for number in bill(walk, "DF4128", "TXSLM3", "YZ1478"):
        walk.ask("GET", f"{DETAILS}/{number}", **APPLICATION)
        walk.ask("GET", f"{DETAILS}/{number}?includeSerialNumbers=true&customerType=invoice", **APPLICATION)
    walk.create(
        endUserInfo={"companyName": "Acme", "addressLine1": "1 A", "city": "B", "state": "CA", "postalCode": "9"}
    )
    (order,) = walk.server.sandbox.orders.of("20-222222", f"po-{walk.purchase_orders}")
    walk.server.sandbox.policy = replace(walk.server.sandbox.policy, tax_percent=Decimal(7))
    walk.move(order.number, "ship")
    walk.move(order.number, "invoice")
    walk.ask("GET", f"{DETAILS}/{order.number}?customerType=order", **APPLICATION)


def _unknown(walk: Walker, status: int) -> None:
    sandbox = walk.server.sandbox
    sandbox.policy = replace(sandbox.policy, unknown_invoice_status=status)
    ASKED["get-invoicedetails-v6.1"](walk)


ASKED: Asked = {
    "get-resellers-v6-invoicesearch": lambda walk: walk.ask("GET", INVOICES, **APPLICATION),
    "get-invoicedetails-v6.1": lambda walk: walk.ask("GET", f"{DETAILS}/20AAAAA11", **APPLICATION),
}
"""A call of each operation, for what depends on nothing else."""

WALKS: Walks = {
    ("get-resellers-v6-invoicesearch", "200"): _search,
    ("get-resellers-v6-invoicesearch", "400"): lambda walk: walk.ask("GET", f"{INVOICES}?invoiceDate=soon"),
    ("get-invoicedetails-v6.1", "200"): _details,
    ("get-invoicedetails-v6.1", "400"): lambda walk: (_unknown(walk, 400), walk.ask("GET", f"{DETAILS}/20AAAAA11")),
    ("get-invoicedetails-v6.1", "404"): lambda walk: _unknown(walk, 404),
    ("get-invoicedetails-v6.1", "500"): lambda walk: _unknown(walk, 500),
}


def some_invoice(sandbox: Sandbox) -> str:
    """Return the number of an invoice; make one if there is none."""
    found = next(iter(sandbox.invoices.of(HEADERS["IM-CustomerNumber"])), None)
    if found is None:
        headers = {name.lower(): value for name, value in HEADERS.items()}
        body = {"customerOrderNumber": "BILLED", "lines": [{"ingramPartNumber": "DF4128", "quantity": 50_000}]}
        answer = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body))
        number = answer.body["orders"][0]["ingramOrderNumber"]
        sandbox.restock(number)
        sandbox.ship(number)
        sandbox.invoice(number)
        found = sandbox.invoices.of(HEADERS["IM-CustomerNumber"])[0]
    return found.number


GOOD = {
    "get-resellers-v6-invoicesearch": Good(headers=APPLICATION),
    "get-invoicedetails-v6.1": Good(headers=APPLICATION, number=some_invoice),
}

"""A call for each documented answer of the operations of returns."""

from __future__ import annotations

from typing import Any

from walk_invoices import bill, some_invoice
from walk_kit import HEADERS, Asked, Good, Walker, Walks

from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

RETURNS = "/resellers/v6/returns"
SHIP_FROM = {
    "companyName": "Shop",
    "contact": "Anna",
    "addressLine1": "1 Main Street",
    "city": "Irvine",
    "state": "CA",
    "postalCode": "92612",
    "countryCode": "US",
    "email": "anna@example.com",
}


def new_return(sandbox: Sandbox, number: str = "", **changes: Any) -> dict[str, Any]:
    """Return the body of a create for one unit of an invoice."""
    invoice = sandbox.invoices.get(number or some_invoice(sandbox))
    entry = {
        "invoiceNumber": invoice.display_number,
        "invoiceDate": invoice.day.isoformat(),
        "customerOrderNumber": "",
        "ingramPartNumber": invoice.lines[0].part.number,
        "vendorPartNumber": "",
        "serialNumber": "",
        "quantity": "1",
        "primaryReason": "A part of the order is missing",
        "secondaryReason": "One box of two came",
        "notes": "by night",
        "referenceNumber": "REF-1",
        "billToAddressId": "000",
        "shipFromInfo": SHIP_FROM,
        "numberOfBoxes": "1",
    }
    return {"list": [{**entry, **changes}]}


def _file(walk: Walker, **changes: Any) -> str:
    number = bill(walk, "DF4128", moves=("ship", "invoice"))[0]
    body = new_return(walk.server.sandbox, number, **changes)
    return walk.ask("POST", f"{RETURNS}/create", body)["returnsClaims"][0]["caseRequestNumber"]


def _search(walk: Walker) -> None:
    for move in ("", "approve", "part", "deny", "void"):
        # Two units, so that one can be approved in part.
        number = _file(walk, quantity=2) if move == "part" else _file(walk)
        if move:
            walk.server.sandbox.returns.move(number, move)
    walk.ask("GET", f"{RETURNS}/search")
    walk.ask("GET", f"{RETURNS}/search?page=2&size=2&returnStatus-in=Open,Approved,Denied&sort=asc")


def _details(walk: Walker) -> None:
    number = _file(walk)
    walk.ask("GET", f"{RETURNS}/{number}")
    walk.server.sandbox.returns.move(number, "approve")
    walk.ask("GET", f"{RETURNS}/{number}")


ASKED: Asked = {
    "get-resellers-v6-returnssearch": lambda walk: walk.ask("GET", f"{RETURNS}/search"),
    "get-resellers-v6-returnsdetails": lambda walk: walk.ask("GET", f"{RETURNS}/CAS-12345-A1B2C3-1"),
    "post-returnscreate": lambda walk: walk.ask("POST", f"{RETURNS}/create", new_return(walk.server.sandbox)),
}
"""A call of each operation, for what depends on nothing else."""

WALKS: Walks = {
    ("get-resellers-v6-returnssearch", "200"): _search,
    ("get-resellers-v6-returnssearch", "400"): lambda walk: walk.ask("GET", f"{RETURNS}/search?createdOn-bt=soon"),
    ("get-resellers-v6-returnsdetails", "200"): _details,
    ("get-resellers-v6-returnsdetails", "400"): ASKED["get-resellers-v6-returnsdetails"],
    ("post-returnscreate", "200"): lambda walk: (_file(walk), _file(walk, shipFromInfo=[SHIP_FROM], quantity=1)),
    ("post-returnscreate", "400"): lambda walk: walk.ask("POST", f"{RETURNS}/create", {"list": [{}]}),
}


def some_case(sandbox: Sandbox) -> str:
    """Return the number of a case; file one if there is none."""
    customer = HEADERS["IM-CustomerNumber"]
    if not sandbox.returns.of(customer):
        headers = {name.lower(): value for name, value in HEADERS.items()}
        run(sandbox, NAMED["return_create"], ApiRequest(headers, (), new_return(sandbox)))
    return sandbox.returns.of(customer)[0].number


GOOD = {
    "get-resellers-v6-returnsdetails": Good(number=some_case),
    "post-returnscreate": Good(body=new_return),
}

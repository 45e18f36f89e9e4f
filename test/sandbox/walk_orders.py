"""A call for each documented answer of the operations of orders."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from walk_kit import HEADERS, ORDERS, Asked, Good, Never, Walker, Walks

from xi.sdk.resellers.sandbox import Sandbox
from xi.sdk.resellers.sandbox.operations.operation import run
from xi.sdk.resellers.sandbox.operations.table import NAMED
from xi.sdk.resellers.sandbox.wire.messages import ApiRequest

NEVER: Never = {
    ("post-createorder_v6", "200"): "seen of the live API now and then in place of 201; the sandbox answers 201",
    ("get-resellers-v6-ordersearch", "404"): "the published error list has it, and 204 for what is not found",
}
"""What the contract documents and the sandbox has no occasion for."""


def _created_at_once(walk: Walker) -> None:
    """Place an order with the body of version 1.3.0 while the answer has the orders."""
    sandbox = walk.server.sandbox
    sandbox.policy = replace(sandbox.policy, v7_status=201)
    lines = [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 2, "unitPrice": None}]
    walk.ask("POST", "/resellers/v7/orders", {"customerOrderNumber": "po-13", "lines": lines, "resellerInfo": None})


def _details_of_everything(walk: Walker) -> None:
    """Ask for details of each kind of part in each state of an order."""
    number = walk.create("DF4128", "5L1701", "1C6094", "RQ6000", "YZ1478", "4U0212")
    details = f"/resellers/v6.1/orders/{number}"
    walk.ask("GET", details)
    for move in ("ship-partially", "ship", "invoice", "deliver", "restock", "ship"):
        walk.move(number, move)
        walk.ask("GET", details)
    for status in ("IM::SHIPPED", "IM::PARTIALLY_SHIPPED", "IM::HOLD", "IM::INVOICED"):
        walk.ask("GET", f"/sandbox{details}?simulateStatus={status}")
    held = walk.create(held=True)
    walk.ask("GET", f"/resellers/v6.1/orders/{held}")
    walk.ask("DELETE", f"{ORDERS}/{held}")
    walk.ask("GET", f"/resellers/v6.1/orders/{held}")


def _search(walk: Walker) -> None:
    for _ in range(3):
        walk.create("DF4128", "5L1701", "RQ6000")
    walk.create(held=True)
    walk.ask("GET", f"{ORDERS}/search?pageSize=2&pageNumber=2")
    walk.ask("GET", f"{ORDERS}/search?orderStatus=PROCESSING&ingramPartNumber=DF4128")


def _modified(walk: Walker, *lines: dict[str, Any], **body: Any) -> None:
    number = walk.create("DF4128", "YN6231", held=True)
    walk.ask("PUT", f"{ORDERS}/{number}", {"lines": list(lines), **body})


def _released(walk: Walker) -> None:
    number = walk.create(held=True)
    walk.ask("PUT", f"{ORDERS}/{number}?actionCode=release")


def _cancelled(walk: Walker) -> None:
    number = walk.create(held=True)
    walk.ask("DELETE", f"{ORDERS}/{number}")


def _not_cancelled(walk: Walker) -> None:
    number = walk.create()
    walk.ask("DELETE", f"{ORDERS}/{number}")


ADDED = {"ingramPartNumber": "2GZ200", "quantity": 1, "addUpdateDeleteLine": "ADD", "customerLineNumber": "9"}
UNKNOWN = {**ADDED, "ingramPartNumber": "NOSUCH"}
BAD_ADDRESS = {"addressLine1": "", "city": "", "countryCode": "US"}


ASKED: Asked = {
    "post-createorder_v7": lambda walk: walk.ask("POST", "/resellers/v7/orders", walk.async_order()),
    "post-createorder_v6": lambda walk: walk.ask("POST", ORDERS, walk.order()),
    "put-ordermodify": lambda walk: walk.ask("PUT", f"{ORDERS}/20-AAAAA", {"lines": [ADDED]}),
    "delete-ordercancel": lambda walk: walk.ask("DELETE", f"{ORDERS}/20-AAAAA"),
    "get-orderdetails-v6.1": lambda walk: walk.ask("GET", "/resellers/v6.1/orders/20-AAAAA"),
    "get-resellers-v6-ordersearch": lambda walk: walk.ask("GET", f"{ORDERS}/search"),
}
"""A call of each operation, for what depends on nothing else."""

WALKS: Walks = {
    ("post-createorder_v7", "200"): ASKED["post-createorder_v7"],
    ("post-createorder_v7", "201"): _created_at_once,
    ("post-createorder_v7", "400"): lambda walk: walk.ask("POST", "/resellers/v7/orders", {"lines": []}),
    ("post-createorder_v6", "201"): lambda walk: walk.create(
        "DF4128", "5L1701", "1C6094", "RQ6000", "YZ1478", "4U0212"
    ),
    ("post-createorder_v6", "207"): lambda walk: walk.create("DF4128", "NOSUCH"),
    ("post-createorder_v6", "400"): lambda walk: walk.ask("POST", ORDERS, walk.order("NOSUCH")),
    ("put-ordermodify", "200"): lambda walk: (_released(walk), _modified(walk, UNKNOWN)),
    ("put-ordermodify", "201"): lambda walk: _modified(walk, ADDED),
    ("put-ordermodify", "207"): lambda walk: _modified(walk, ADDED, shipToInfo=BAD_ADDRESS),
    ("put-ordermodify", "400"): lambda walk: walk.ask("PUT", f"{ORDERS}/nonsense", {"lines": [ADDED]}),
    ("put-ordermodify", "404"): ASKED["put-ordermodify"],
    ("delete-ordercancel", "200"): _cancelled,
    ("delete-ordercancel", "400"): lambda walk: walk.ask("DELETE", f"{ORDERS}/20-AAAAA", **{"IM-CountryCode": "USA"}),
    ("delete-ordercancel", "404"): ASKED["delete-ordercancel"],
    ("delete-ordercancel", "405"): _not_cancelled,
    ("get-orderdetails-v6.1", "200"): _details_of_everything,
    ("get-orderdetails-v6.1", "400"): lambda walk: walk.ask(
        "GET", "/resellers/v6.1/orders/20-AAAAA", **{"IM-CountryCode": "USA"}
    ),
    ("get-orderdetails-v6.1", "404"): ASKED["get-orderdetails-v6.1"],
    ("get-resellers-v6-ordersearch", "200"): _search,
    ("get-resellers-v6-ordersearch", "204"): ASKED["get-resellers-v6-ordersearch"],
    ("get-resellers-v6-ordersearch", "400"): lambda walk: walk.ask("GET", f"{ORDERS}/search?ingramOrderDate=soon"),
}

GOOD_ORDER = {"lines": [{"customerLineNumber": "1", "ingramPartNumber": "DF4128", "quantity": 2}]}


def new_order(sandbox: Sandbox) -> dict[str, Any]:
    return {**GOOD_ORDER, "customerOrderNumber": f"PO-{len(sandbox.orders)}"}


def held_order(sandbox: Sandbox) -> str:
    """Return the number of an order on hold; place one if there is none."""
    found = next((order.number for order in sandbox.orders.of(HEADERS["IM-CustomerNumber"]) if order.held), None)
    if found is None:
        headers = {name.lower(): value for name, value in HEADERS.items()}
        body = {
            **new_order(sandbox),
            "additionalAttributes": [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}],
        }
        answer = run(sandbox, NAMED["create_v6"], ApiRequest(headers, (), body))
        found = answer.body["orders"][0]["ingramOrderNumber"]
    return found


GOOD = {
    "post-createorder_v6": Good(body=new_order),
    "post-createorder_v7": Good(body=new_order),
    "put-ordermodify": Good(body=lambda _: {"notes": "Please ring"}, number=held_order),
    "delete-ordercancel": Good(number=held_order),
    "get-orderdetails-v6.1": Good(number=held_order),
}

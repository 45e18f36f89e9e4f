"""Returns of what a shop in the sandbox was billed."""

from __future__ import annotations

from typing import Any

import invoices_kit
from walk_returns import SHIP_FROM


def billed(shop: Any, *lines: Any, **body: Any) -> str:
    """Return the number of the first invoice of an order."""
    order = invoices_kit.billed(shop, *lines or [("DF4128", 5)], **body)
    return f"{order}-11"


def entry(shop: Any, number: str, **changes: Any) -> dict[str, Any]:
    invoice = shop.sandbox.invoices.get(number)
    sent = {
        "invoiceNumber": number,
        "invoiceDate": invoice.day.isoformat(),
        "ingramPartNumber": invoice.lines[0].part.number,
        "quantity": 1,
        "primaryReason": "The goods are damaged",
        "secondaryReason": "The box was wet",
        "shipFromInfo": SHIP_FROM,
        "numberOfBoxes": 1,
        "referenceNumber": "REF-1",
    }
    return {name: value for name, value in {**sent, **changes}.items() if value is not None}


def create(shop: Any, *entries: dict[str, Any]):
    return shop.call("return_create", body={"list": list(entries)})


def filed(shop: Any, *entries: dict[str, Any]) -> list[str]:
    answer = create(shop, *entries)
    assert answer.status == 200, answer.body
    return [each["caseRequestNumber"] for each in answer.body["returnsClaims"]]


def errors_of(answer) -> dict[str, str]:
    """Return the messages of a refused create by field; its body is a list of one."""
    assert answer.status == 400, answer.body
    ((error,),) = (each["errors"] for each in answer.body)
    return {each["field"]: each["message"] for each in error["fields"]}


def details(shop: Any, number: str):
    answer = shop.call("return_details", number=number)
    assert answer.status == 200, answer.body
    return answer.body


def search(shop: Any, **query: str):
    answer = shop.call("return_search", query=query)
    assert answer.status == 200, answer.body
    return answer.body


def found(shop: Any, **query: str) -> list[str]:
    return [each["caseRequestNumber"] for each in search(shop, **query)["returnsClaims"]]

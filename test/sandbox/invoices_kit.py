"""What tests of invoices share: orders that are shipped and billed, and short ways to look for invoices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

IN_TWO_TURNS = ("ship-partially", "invoice", "ship", "invoice")
APPLICATION = {"im-applicationid": "shop-1"}


def amount(number: float) -> Decimal:
    """Return the amount that a JSON number stands for, from its text."""
    return Decimal(str(number))


def moved(shop: Any, number: str, *moves: str) -> str:
    for move in moves:
        shop.sandbox.move(number, move)
    return number


def billed(shop: Any, *lines, moves=("ship", "invoice"), **body) -> str:
    """Return the number of an order that was shipped and invoiced."""
    return moved(shop, shop.created(*lines, **body), *moves)


def found(shop: Any, **query: str) -> list[str]:
    answer = shop.call("invoice_search", query=query)
    assert answer.status == 200, answer.body
    return [each["invoiceNumber"] for each in answer.body["invoices"]]


def invoice(shop: Any, number: str, **query: str):
    answer = shop.call("invoice_details", number=number, query=query)
    assert answer.status == 200, answer.body
    return answer.body


def charged(body) -> Decimal:
    """Return the sum of all charges, by either spelling."""
    charges = [{name.lower(): value for name, value in each.items()} for each in body["summary"]["miscCharges"]]
    return sum((amount(each["miscchargelinetotal"]) for each in charges), Decimal(0))

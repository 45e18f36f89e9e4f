"""Invoices and orders to match, and what is found of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from xi.sdk.resellers.invoice_matching import (
    Invoice,
    InvoiceLine,
    MatchedOrder,
    Order,
    OrderLine,
    Reason,
)

ORDER = "20-RD3QV"


def money(text: str) -> Decimal:
    return Decimal(text)


def ordered(number: str = "001", sku: str = "AB1", units: int = 5, price: str = "10.00", **more: Any) -> OrderLine:
    named: dict[str, Any] = {"sub_order_number": f"{ORDER}-11", "shipped": Decimal(units), "currency": "USD", **more}
    return OrderLine(ingram_line_number=number, sku=sku, ordered=Decimal(units), unit_price=money(price), **named)


def billed(
    number: str | None = "001", sku: str | None = "AB1", units: int = 5, price: str = "10.00", **more: Any
) -> InvoiceLine:
    named: dict[str, Any] = {"amount": money(price) * units, "currency": "USD", **more}
    return InvoiceLine(ingram_line_number=number, sku=sku, quantity=Decimal(units), unit_price=money(price), **named)


def invoice(*lines: InvoiceLine, number: str = f"{ORDER}-11", **more: Any) -> Invoice:
    total = sum((each.amount or Decimal(0) for each in lines), Decimal(0))
    named: dict[str, Any] = {"order_number": f"{ORDER}-11", "po": "PO-1", "total": total, **more}
    return Invoice(number=number, lines=lines, **named)


def order(*lines: OrderLine, number: str = ORDER) -> Order:
    return Order(number=number, po="PO-1", currency="USD", lines=lines)


def reasons(matched: MatchedOrder) -> list[Reason]:
    return [each.reason for each in matched.findings]


def only(found: list[MatchedOrder]) -> MatchedOrder:
    (matched,) = found
    return matched

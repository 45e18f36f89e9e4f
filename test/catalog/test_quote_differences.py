"""What differs between two checks of a quote is told, if it changes what an order buys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from xi.sdk.resellers.quotes import QuoteCheck, QuotedProduct, QuoteLine, VendorField, differences

PRODUCT = QuotedProduct(
    sku="YN6551",
    description="Switch",
    quantity=Decimal(1),
    unit_price=Decimal("100.00"),
    minimum=None,
    is_suggested=False,
)
LINES = (
    QuoteLine(number="11", sku="YN6551", quantity=Decimal(10), minimum=Decimal(5)),
    QuoteLine(number="12", sku="YN6231", quantity=Decimal(2), minimum=Decimal(5)),
)
FIELDS = (VendorField(name="AUTH", sample="ABC1234"), VendorField(name="mail", line_number="11"))
SEEN = QuoteCheck(
    number="QUO-14551943-D2Y9L9",
    total=Decimal("100.00"),
    currency="USD",
    freight=Decimal("7.50"),
    tax=Decimal(0),
    vendor="ACME",
    lines=LINES,
    products=(PRODUCT,),
    fields=FIELDS,
)
NOW: dict[str, tuple[QuoteCheck, tuple[str, ...]]] = {
    "nothing": (
        replace(
            SEEN,
            total=Decimal("100.0"),
            status="Ready to Order",
            expires=date(2026, 5, 20),
            days_left=3,
            lines=SEEN.lines[::-1],
            products=(replace(PRODUCT, description="A switch"),),
        ),
        (),
    ),
    "total": (replace(SEEN, total=Decimal(99999)), ("the total was 100.00 and is 99999",)),
    "no total": (replace(SEEN, total=None), ("the total was 100.00 and is not known",)),
    "fees": (replace(SEEN, fees=Decimal(500)), ("the sum of extra fees was 0 and is 500",)),
    "no fees": (replace(SEEN, fees=Decimal("0.00")), ()),
    "freight": (replace(SEEN, freight=Decimal("8.00")), ("the freight was 7.50 and is 8.00",)),
    "tax": (replace(SEEN, tax=Decimal("0.01")), ("the tax was 0 and is 0.01",)),
    "freight and tax that are not computed": (replace(SEEN, freight=None, tax=None), ()),
    "currency": (replace(SEEN, currency="EUR"), ("the currency was USD and is EUR",)),
    "vendor": (replace(SEEN, vendor=None), ("the vendor was ACME and is not known",)),
    "refusal": (replace(SEEN, refusal="expired"), ("the refusal was not known and is expired",)),
    "quantity": (
        replace(SEEN, lines=(replace(LINES[0], quantity=Decimal(500)), LINES[1])),
        ("line 11: the quantity was 10 and is 500",),
    ),
    "SKU": (
        replace(SEEN, lines=(replace(LINES[0], sku="OTHER"), LINES[1])),
        ("line 11: the SKU was YN6551 and is OTHER",),
    ),
    "lines": (
        replace(SEEN, lines=(LINES[0], replace(LINES[0], quantity=None))),
        ("line 12 is gone (SKU YN6231, quantity 2)", "line 11 is new (SKU YN6551)"),
    ),
    "a second line with the number": (
        replace(SEEN, lines=(*LINES, LINES[0])),
        ("line 11 is new (SKU YN6551, quantity 10)",),
    ),
    "price": (
        replace(SEEN, products=(replace(PRODUCT, unit_price=Decimal("100.01")),)),
        ("the product YN6551: the price was 100.00 and is 100.01",),
    ),
    "suggested": (
        replace(SEEN, products=(replace(PRODUCT, is_suggested=True, quantity=Decimal(2)),)),
        ("the product YN6551: the quantity was 1 and is 2, the kind was asked for and is only suggested",),
    ),
    "fields": (
        replace(SEEN, fields=(FIELDS[0], replace(FIELDS[1], line_number="12"))),
        ("the vendor's field mail of line 11 is gone", "the vendor's field mail of line 12 is new"),
    ),
}


@pytest.mark.parametrize("case", NOW.values(), ids=NOW)
def test_what_differs_between_two_checks_is_told(case: tuple[QuoteCheck, tuple[str, ...]]) -> None:
    now, says = case
    assert differences(SEEN, now) == says

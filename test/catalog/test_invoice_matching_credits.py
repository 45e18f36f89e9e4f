"""Credits: what they take back is told apart from what is billed, and they never excuse that too much is billed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching_kit import billed, invoice, money, only, order, ordered, reasons

from xi.sdk.resellers.invoice_matching import Invoice, InvoiceLine, OrderLine, Reason, match

MEMO = "20RD3QV91"


def credit(units: int = 2, price: str = "10.00", form: str = "units", **more: Any) -> InvoiceLine:
    """Return a line that takes units back, in one of the forms in which services write it."""
    amount = money(price) * -units
    named: dict[str, Any] = {"amount": amount, **more}
    return {
        "units": billed(units=-units, price=price, **named),
        "price": billed(units=units, price=f"-{price}", **named),
        "amount": billed(units=units, price=price, **named),
        "everything": billed(units=-units, price=f"-{price}", **named),
    }[form]


def bills(*units: int) -> list[Invoice]:
    return [invoice(billed(units=each), number=f"20RD3QV1{at}") for at, each in enumerate(units, 1)]


def matched_with(credits_: list[InvoiceLine], invoices: list[Invoice], *lines: OrderLine) -> Any:
    memos = [invoice(each, number=f"{MEMO}{at}") for at, each in enumerate(credits_)]
    return only(match([*invoices, *memos], [order(*(lines or (ordered(units=2),)))]))


@pytest.mark.parametrize("form", ["units", "price", "amount", "everything"])
def test_goods_that_are_credited_are_settled_and_the_credit_is_seen(form: str) -> None:
    matched = matched_with([credit(form=form)], bills(2))
    (line,) = matched.lines
    assert (line.invoiced, line.credited, line.amount, line.price_difference) == (2, 2, 0, 0)
    assert (matched.matches, reasons(matched)) == (True, [Reason.CREDITED])
    assert matched.findings[0].says == "line 001 AB1: 2 units are billed, and 2 of them are credited"
    rows = matched.items()
    assert [row["credited"] for row in rows if row["row"] == "line"] == [2]
    assert [(row["reason"], row["waits"], row["wrong"]) for row in rows if row["row"] == "finding"] == [
        ("credited", False, False)
    ]


CASES: dict[str, tuple[list[InvoiceLine], list[Invoice], OrderLine, list[tuple[Reason, str]]]] = {
    "a part": ([credit(1)], bills(2), ordered(units=2), [(Reason.CREDITED, "2 units are billed, and 1 of them")]),
    "billed too much, and taken back or not": (
        [credit()], bills(2, 2), ordered(units=2),
        [
            (Reason.DOUBLED_LINE, "4 units are billed and 2 credited, and 2 were ordered; that is right only if"),
            (Reason.CREDITED, "4 units are billed, and 2 of them are credited"),
        ],
    ),
    "billed too much, and more than was taken back": (
        [credit(1)], bills(4), ordered(units=2),
        [(Reason.QUANTITY, "4 units are billed and 1 credited, and 2 were ordered"), (Reason.CREDITED, "")],
    ),
    "more than was shipped": (
        [credit(1)], bills(2), ordered(units=2, shipped=Decimal(1)),
        [
            (Reason.QUANTITY, "2 units are billed and 1 credited, and 1 were shipped; that is right only if"),
            (Reason.CREDITED, ""),
            (Reason.NOT_SHIPPED, ""),
        ],
    ),
    "billed twice, and nothing is left to pay": ([credit(4)], bills(2, 2), ordered(units=2), [(Reason.CREDITED, "")]),
    "two lines of a credit are alike, and no double": (
        [credit(1), credit(1)], bills(3), ordered(units=2),
        [(Reason.QUANTITY, "3 units are billed and 2 credited"), (Reason.CREDITED, "")],
    ),
    "credited twice": (
        [credit(), credit()], bills(2), ordered(units=2),
        [(Reason.NOT_INVOICED, "4 units are credited, and 2 are billed")],
    ),
    "credited, and never billed": (
        [credit()], [], ordered(units=2),
        [(Reason.NOT_INVOICED, "2 units were shipped, and 0 are billed and 2 credited")],
    ),
    "cancelled, billed and credited": (
        [credit()], bills(2), ordered(units=0, shipped=None), [(Reason.CREDITED, "")],
    ),
    "billed and credited before it is shipped": (
        [credit()], bills(2), ordered(units=2, shipped=None),
        [
            (Reason.CREDITED, ""),
            (Reason.NOT_SHIPPED, "2 units were ordered, and 0 were shipped, or billed and not credited"),
        ],
    ),
    "credited at less": (
        [credit(price="8.00")], bills(2), ordered(units=2),
        [(Reason.PRICE, "is credited at 8.00 a unit, and was ordered at 10.00"), (Reason.CREDITED, "")],
    ),
    "a credit of the price only does not excuse a double": (
        [credit(2, "1.00", "price")], bills(2, 2), ordered(units=2),
        [(Reason.PRICE, "is credited at -1.00 a unit"), (Reason.DOUBLED_LINE, ""), (Reason.CREDITED, "")],
    ),
    "negative units at a negative price are billed": (
        [replace(credit(form="everything"), amount=money("20.00"))], bills(2), ordered(units=2),
        [(Reason.QUANTITY, "4 units are billed, and 2 were ordered")],
    ),
    "negative units at a negative price are billed, also if the amount is missing": (
        [replace(credit(form="everything"), amount=None)], bills(2), ordered(units=2),
        [(Reason.AMOUNT, "amount"), (Reason.QUANTITY, "4 units are billed, and 2 were ordered")],
    ),
    "an amount above 0 is billed": (
        [replace(credit(), amount=money("20.00"))], bills(2), ordered(units=2),
        [(Reason.LINE_AMOUNT, "-2 at 10.00 are -20.00, and it states 20.00"), (Reason.QUANTITY, "4 units are billed")],
    ),
    "a credit that is not its product": (
        [credit(amount=money("-2.00"))], bills(2), ordered(units=2), [(Reason.LINE_AMOUNT, ""), (Reason.CREDITED, "")],
    ),
    "what was given free goes back": (
        [credit(price="0.00")], [invoice(billed(units=2, price="0.00"))], ordered(units=2, price="0.00"),
        [(Reason.CREDITED, "")],
    ),
    "a credit whose invoice says that nothing was shipped": (
        [credit(form="price", quantity_shipped=Decimal(0))], bills(2), ordered(units=2), [(Reason.CREDITED, "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_credit_says_what_is_billed_and_what_is_credited(case: Any) -> None:
    credits_, invoices, line, expected = case
    matched = matched_with(credits_, invoices, line)
    assert reasons(matched) == [reason for reason, _ in expected], [each.says for each in matched.findings]
    for finding, (_, says) in zip(matched.findings, expected, strict=True):
        assert says in finding.says
    assert matched.matches is all(reason in (Reason.CREDITED, Reason.NOT_SHIPPED) for reason, _ in expected)


def test_a_line_that_was_ordered_below_0_is_billed_below_0_and_taken_back_above() -> None:
    rebate = ordered(units=1, price="-10.00")
    bill, back = invoice(billed(units=1, price="-10.00")), invoice(billed(units=1, price="10.00"), number=MEMO)
    (line,) = (matched := only(match([bill], [order(rebate)]))).lines
    assert (line.invoiced, line.credited, line.price_difference, matched.findings) == (1, 0, 0, ())
    (line,) = (matched := only(match([bill, back], [order(rebate)]))).lines
    assert (line.invoiced, line.credited, line.price_difference, reasons(matched)) == (1, 1, 0, [Reason.CREDITED])
    assert not only(match([back], [order(rebate)])).matches


lines_drawn = st.lists(
    st.builds(
        lambda units, price, amount: billed(units=units, price=price, amount=money(price) * units * amount),
        st.integers(-4, 4), st.sampled_from(["10.00", "-10.00"]), st.sampled_from([1, -1]),
    ),
    min_size=1,
    max_size=5,
)  # fmt: skip


@given(lines_drawn, st.integers(0, 4))
def test_no_order_matches_of_which_more_is_to_be_paid_than_what_was_shipped_costs(
    lines: list[InvoiceLine], shipped: int
) -> None:
    invoices = [invoice(each, number=f"N{at}") for at, each in enumerate(lines)]
    matched = only(match(invoices, [order(ordered(units=4, shipped=Decimal(shipped)))]))
    if matched.matches:
        (line,) = matched.lines
        assert line.amount == (line.invoiced - line.credited) * 10
        assert shipped <= line.invoiced
        assert line.credited == line.invoiced or line.invoiced <= shipped

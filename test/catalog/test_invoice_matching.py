"""Invoices are matched with orders exactly, nothing is lost, and what does not match is told with its reason."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching_kit import ORDER, billed, invoice, money, only, order, ordered, reasons

from xi.sdk.resellers.exceptions import ApiValueError
from xi.sdk.resellers.invoice_matching import (
    ChargeKind,
    Invoice,
    InvoiceLine,
    OrderLine,
    Reason,
    match,
    read_invoice,
    read_order,
)

CASES: dict[str, tuple[list[OrderLine], list[Invoice], list[Reason]]] = {
    "all is billed": ([ordered()], [invoice(billed())], []),
    "in two parts": ([ordered()], [invoice(billed(units=2)), invoice(billed(units=3), number="20RD3QV12")], []),
    "line numbers with other zeros": ([ordered("001"), ordered("002")], [invoice(billed("1"), billed("02"))], []),
    "no line number, one such part": (
        [ordered(), ordered("002", "CD2")],
        [invoice(billed(None), billed("9", "CD2"))],
        [],
    ),
    "too few": ([ordered()], [invoice(billed(units=3))], [Reason.NOT_INVOICED]),
    "none": ([ordered()], [], [Reason.NOT_INVOICED]),
    "not shipped yet": ([ordered(shipped=None)], [], [Reason.NOT_SHIPPED]),
    "cancelled": ([ordered(shipped=None, units=0)], [], []),
    "more than ordered": ([ordered()], [invoice(billed(units=6))], [Reason.QUANTITY]),
    "more than shipped": ([ordered(shipped=Decimal(4))], [invoice(billed())], [Reason.QUANTITY]),
    "twice": ([ordered()], [invoice(billed()), invoice(billed(), number="20RD3QV12")], [Reason.DOUBLED_LINE]),
    "dearer": ([ordered()], [invoice(billed(price="10.01"))], [Reason.PRICE]),
    "a number without its zeros": ([ordered()], [invoice(billed("1", price="10.01", amount=money("50.09")))],
                                   [Reason.LINE_AMOUNT, Reason.PRICE]),
    "another currency": ([ordered()], [invoice(billed(currency="EUR"))], [Reason.CURRENCY]),
    "two currencies": (
        [ordered(), ordered("002", "CD2", currency="EUR")],
        [invoice(billed(), billed("002", "CD2", currency="EUR"))],
        [Reason.CURRENCY],
    ),
    "another part": ([ordered()], [invoice(billed(sku="ab1"))], [Reason.OTHER_PART]),
    "a line of no order": ([ordered()], [invoice(billed(), billed("007", "ZZ9"))], [Reason.NO_ORDER_LINE]),
    "one of two lines": (
        [ordered("001"), ordered("002")],
        [invoice(billed(None))],
        [Reason.NO_ORDER_LINE, Reason.NOT_INVOICED, Reason.NOT_INVOICED],
    ),
    "a serial number twice": (
        [ordered(units=2)],
        [invoice(billed(units=1, serial_numbers=("S1",)), number=each) for each in ("A-1", "A-2")],
        [Reason.DOUBLED_LINE],
    ),
    "a serial number taken back and billed again": (
        [ordered(units=1)],
        [
            invoice(billed(units=units, serial_numbers=("S1",)), number=f"A-{at}")
            for at, units in enumerate((1, 1, -1))
        ],
        # The serial number is no double, but who knows whether the credit was for goods that went back.
        [Reason.DOUBLED_LINE, Reason.CREDITED],
    ),
    "a wrong product": ([ordered()], [invoice(billed(amount=money("50.09")))], [Reason.LINE_AMOUNT]),
    "a price rounded to cents": (
        [ordered(price="0.33", units=300)],
        [invoice(billed(units=300, price="0.33", amount=money("100")))],
        [],
    ),
    "a price of a cent is not rounded from one and a half": (
        [ordered(price="0.01", units=10_000)],
        [invoice(billed(units=10_000, price="0.01", amount=money("149.99")))],
        [Reason.LINE_AMOUNT],
    ),
    "nothing is not rounded from something": (
        [ordered(price="0", units=10_000)],
        [invoice(billed(units=10_000, price="0", amount=money("49")))],
        [Reason.LINE_AMOUNT],
    ),
    "an amount that is missing": ([ordered()], [invoice(replace(billed(), amount=None))], [Reason.AMOUNT]),
    "another PO": ([ordered()], [invoice(billed(), po="PO-2")], [Reason.PO]),
    "the PO in another case": ([ordered()], [invoice(billed(), po=" po-1 ")], []),
    "the PO with other dashes": ([ordered()], [invoice(billed(), po="PO1")], [Reason.PO]),
    "a line that is not there": ([ordered()], [invoice(billed(), line_count=2)], [Reason.COUNT]),
    "units that are not there": ([ordered()], [invoice(billed(), unit_count=Decimal(6))], [Reason.COUNT]),
    "another net amount": ([ordered()], [invoice(billed(), net=money("49.99"))], [Reason.NET]),
    "a net amount with the discount taken off": (
        [ordered()],
        [invoice(billed(), net=money("48"), discount=money("2"), total=money("48"))],
        [],
    ),
    "a total with the discount taken off": (
        [ordered()],
        [invoice(billed(), discount=money("2"), total=money("48"))],
        [],
    ),
    "a total with a negative discount taken off": (
        [ordered()],
        [invoice(billed(), net=money("48"), discount=money("-2"), total=money("48"))],
        [],
    ),
    "a total with the discount put on": (
        [ordered()],
        [invoice(billed(), discount=money("2"), total=money("52"))],
        [Reason.TOTAL],
    ),
    "a total with a negative discount put on": (
        [ordered()],
        [invoice(billed(), net=money("52"), discount=money("-2"), total=money("52"))],
        [Reason.NET, Reason.TOTAL],
    ),
    "another total": ([ordered()], [invoice(billed(), total=money("50.01"))], [Reason.TOTAL]),
    "no total": ([ordered()], [invoice(billed(), total=None)], [Reason.AMOUNT]),
    "two taxes": ([ordered()], [invoice(billed(tax=money("1")), tax=money("2"), total=money("52"))], [Reason.TAX]),
    "content that differs": ([ordered()], [invoice(billed()), invoice(billed(units=1))], [Reason.DOUBLED_INVOICE]),
    "the same read twice": ([ordered()], [invoice(billed()), invoice(billed())], []),
    "an invoice that was only found": ([ordered()], [replace(invoice(), is_read=False)], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_does_not_match_has_its_reason(case: Any) -> None:
    lines, invoices, expected = case
    matched = only(match(invoices, [order(*lines)]))
    assert reasons(matched) == expected, [each.says for each in matched.findings]
    assert matched.matches is (set(expected) <= {Reason.NOT_SHIPPED})
    rows = [(row["row"], (row.get("line"), row.get("sku"))) for row in matched.items()]
    known = {line for kind, line in rows if kind == "line"}
    told = [line for kind, line in rows if kind == "finding"]
    for finding, line in zip(matched.findings, told, strict=True):
        if finding.line is None:
            assert (finding.about, line) == (None, (None, None))
        else:
            assert (line in known) is (finding.reason is not Reason.NO_ORDER_LINE)
            assert line != (None, None)


def test_units_and_price_differences_are_added_up_over_invoices() -> None:
    invoices = [invoice(billed(units=2, price="10.05")), invoice(billed(units=3, price="9.99"), number="20rd3qv12")]
    (line,) = only(match(invoices, [order(ordered())])).lines
    assert (line.ordered, line.shipped, line.invoiced) == (5, 5, 5)
    assert (line.amount, line.price_difference) == (money("50.07"), money("0.07"))
    assert [number for number, _ in line.invoice_lines] == ["20-RD3QV-11", "20rd3qv12"]


@pytest.mark.parametrize("number", ["20-RD3QV-11", "20RD3QV11", "20-rd3qv", "20 RD3QV"])
def test_an_invoice_finds_its_order_by_any_spelling_of_its_number(number: str) -> None:
    assert only(match([invoice(billed(), order_number=number)], [order(ordered())])).matches


def test_an_invoice_that_names_no_order_is_found_by_the_shipments() -> None:
    known = order(ordered(invoice_numbers=("20RD3QV11",)))
    assert only(match([invoice(billed(), order_number=None)], [known])).matches


def test_invoices_without_an_order_are_told_and_their_twins_too() -> None:
    found = match([invoice(billed(), billed(), order_number="20-XXXXX-11"), invoice(number="1", order_number=None)])
    assert [(each.number, reasons(each)) for each in found] == [
        ("20-XXXXX", [Reason.NO_ORDER, Reason.DOUBLED_LINE]),
        (None, [Reason.NO_ORDER]),
    ]


FOUND = replace(invoice(), is_read=False, currency="USD", total=money("99"))
PAID = invoice(billed(), total=None, due=money("0"), status="Closed")


@pytest.mark.parametrize("is_first", [True, False])
def test_what_only_a_search_states_is_compared_with_the_details_in_any_sequence(is_first: bool) -> None:
    def both(details: Invoice, found: Invoice, *more: Invoice) -> list[str]:
        pair = [found, details] if is_first else [details, found]
        return [each.says for each in only(match([*pair, *more], [order(ordered())])).findings]

    (says,) = both(PAID, FOUND)
    assert says.endswith("add up to 50.00, and it states a total of 99")
    assert both(PAID, replace(FOUND, total=money("50"))) == []
    assert both(PAID, replace(FOUND, total=money("50")), PAID, replace(FOUND, total=money("50"))) == []
    says_of_currencies = "a search states its amounts in EUR, and its details in USD"
    assert both(PAID, replace(FOUND, currency="EUR")) == [says_of_currencies]
    assert both(replace(PAID, total=money("50"), currency="USD"), replace(FOUND, currency="EUR", total=None)) == [
        says_of_currencies
    ]
    bare = replace(PAID, lines=(billed(currency=None),))
    (says,) = both(bare, replace(FOUND, currency="EUR", total=None))
    assert says == "line 001 AB1 is billed in EUR, and was ordered in USD"


@dataclass
class Ours:
    po: str
    order_numbers: tuple[str, ...]


@pytest.mark.parametrize(
    ("ours", "says"),
    [
        ([Ours("PO-1", (ORDER,))], None),
        ([Ours("another", ("20-RD3QV-21",))], None),
        ([], "the ledger has neither order 20-RD3QV nor the PO PO-1"),
        ([Ours("po-1", ("20-AAAAA",))], "the ledger has the PO PO-1 with 20-AAAAA, and not with order 20-RD3QV"),
    ],
)
def test_a_po_that_is_not_ours_is_told(ours: list[Ours], says: str | None) -> None:
    matched = only(match([invoice(billed())], [order(ordered())], ours))
    assert [each.says for each in matched.findings] == ([] if says is None else [says])


# -- reading

PUBLISHED: dict[str, Any] = {
    "invoiceNumber": "40-AAA17-11",
    "ingramOrderNumber": "40-AAA17-11",
    "lines": [{"ingramPartNumber": "05QC29", "quantity": 1, "unitPrice": "533.33", "extendedPrice": Decimal("533.33"),
               "customerLineNumber": "0", "currencyCode": "USD"}],
    "summary": {
        "miscCharges": [
            {"ChargeDescription": "TAX", "MiscChargeLineTotal": Decimal("355.83")},
            {"ChargeDescription": "FREIGHT OUT", "MiscChargeLineTotal": "31.9"},
            {"ChargeDescription": "Handling", "MiscChargeLineTotal": 2},
        ],
        "totals": {"netInvoiceAmount": Decimal("533.33"), "totalTaxAmount": 0, "invoicedAmountDue": Decimal("923.06")},
    },
}  # fmt: skip


def in_case(value: Any, change: Any) -> Any:
    """Return JSON with its keys in another case."""
    if isinstance(value, list):
        return [in_case(each, change) for each in value]
    return {change(key): in_case(each, change) for key, each in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("change", [str, str.lower, str.upper, lambda key: key[0].upper() + key[1:]])
def test_charges_stand_apart_from_lines_whatever_the_case_of_the_keys(change: Any) -> None:
    (found,) = only(match([read_invoice(in_case(PUBLISHED, change))])).invoices
    assert (found.lines, found.tax, found.freight, found.other_charges) == tuple(
        map(money, ("533.33", "355.83", "31.9", "2"))
    )
    assert (found.sum, found.total, found.difference, found.currency) == (money("923.06"), money("923.06"), 0, "USD")


@pytest.mark.parametrize(
    ("description", "kind"),
    [("SALES TAX", "TAX"), ("VAT 21%", "TAX"), ("Freight Out", "FREIGHT"), ("TAXI", "OTHER"), ("", "OTHER")],
)
def test_charges_are_told_apart_by_words(description: str, kind: str) -> None:
    charges = [{"chargeDescription": description, "miscChargeLineTotal": 1}]
    read = read_invoice({"invoiceNumber": "1", "summary": {"miscCharges": charges}})
    assert read.charges[0].kind is ChargeKind[kind]


def test_an_order_line_is_read_with_its_shipments_and_a_comment_is_no_line() -> None:
    shipments = [
        {"quantity": 2, "invoiceNumber": "20RD3QV11"},
        {"quantity": None, "shippedDate": "2026-01-02", "carrierDetails": {"quantity": "3"}},
        {"quantity": 7, "estimatedShipDate": "2026-09-09"},
    ]
    lines = [
        {"ingramPartNumber": "001346", "quantityOrdered": "12", "unitPrice": "1.10", "shipmentDetails": shipments},
        {"ingramPartNumber": "B", "quantityOrdered": 4, "lineStatus": "Canceled", "shipmentDetails": shipments[0]},
        {"ingramPartNumber": "C", "quantityOrdered": 4, "lineStatus": "CANCELLED"},
        {"lineNotes": "leave it at the door"},
    ]
    first, second, third = read_order({"ingramOrderNumber": "20-RD3QV-11", "lines": lines}).lines
    assert (first.sku, first.ordered, first.shipped, first.unit_price) == ("001346", 12, 5, money("1.10"))
    assert (first.invoice_numbers, second.ordered, third.ordered) == (("20RD3QV11",), 2, 0)


@pytest.mark.parametrize("read", [read_invoice, read_order])
def test_what_has_no_number_is_refused(read: Any) -> None:
    with pytest.raises(ValueError, match="Number"):
        read({"lines": []})


# -- the parts always add up

amounts = st.decimals(min_value=-(10**12), max_value=10**12, places=4, allow_nan=False, allow_infinity=False)
skus = st.sampled_from(["A", "B", "001"])
lines_of_invoices = st.builds(
    lambda number, sku, units, price: billed(number, sku, units, str(price)),
    st.sampled_from([None, "1", "002"]), skus, st.integers(0, 9), amounts,
)  # fmt: skip
invoices_drawn = st.lists(
    st.builds(
        lambda lines, number, name: invoice(*lines, number=number, order_number=name),
        st.lists(lines_of_invoices, max_size=4),
        st.sampled_from(["a", "b", "c-1"]),
        st.sampled_from([None, ORDER, f"{ORDER}-11", "20-YYYYY"]),
    ),
    max_size=5,
)
orders_drawn = st.lists(
    st.builds(lambda sku, units: ordered("1", sku, units), skus, st.integers(0, 9)), min_size=1, max_size=4
)


@given(invoices_drawn, orders_drawn)
def test_every_line_is_in_one_place_and_the_parts_add_up_to_the_whole(
    given_: list[Invoice], lines: list[OrderLine]
) -> None:
    found = match(given_, [order(*lines)])
    kept = [each.invoice for matched in found for each in matched.invoices]
    doubled = [each for matched in found for each in matched.findings if each.reason is Reason.DOUBLED_INVOICE]
    assert {id(each) for each in kept} <= {id(each) for each in given_}
    assert len(kept) + len(doubled) >= len({(each.number, str(each)) for each in kept})
    placed: list[InvoiceLine] = []
    for matched in found:
        placed += [each for line in matched.lines for _, each in line.invoice_lines] + [
            each for _, each in matched.unmatched
        ]
        for each in matched.invoices:
            assert each.sum is not None
            assert each.total == each.sum
            assert each.difference == 0
        told = {each.line for each in matched.findings if each.reason is Reason.NO_ORDER_LINE}
        assert matched.order is None or {line.name for _, line in matched.unmatched} == told
    assert sorted(map(id, placed)) == sorted(id(line) for each in kept for line in each.lines)


@given(st.lists(st.tuples(st.integers(-9, 9), amounts), max_size=6), amounts, amounts)
def test_a_difference_of_any_size_is_exact_and_told(
    parts: list[tuple[int, Decimal]], tax: Decimal, off: Decimal
) -> None:
    lines = [billed(str(index), f"S{index}", units, str(price)) for index, (units, price) in enumerate(parts)]
    exact = sum((int(each.amount * 10**4) for each in lines if each.amount), int(tax * 10**4))
    total = Decimal(exact + int(off * 10**4)).scaleb(-4)
    matched = only(match([invoice(*lines, tax=tax, total=total)]))
    assert matched.invoices[0].difference == off
    assert (Reason.TOTAL in reasons(matched)) is (off != 0)


def test_an_order_of_thousands_of_lines_is_joined_in_a_moment() -> None:
    size = 3_000
    lines = [ordered(str(at), f"P{at}") for at in range(1, size)]
    began = time.process_time()
    found = only(match([invoice(*(billed(str(at), f"P{at}") for at in range(1, size)))], [order(*lines)]))
    assert found.findings == ()
    assert time.process_time() - began < 5


@pytest.mark.parametrize("tolerance", [Decimal("NaN"), Decimal(-1), 0.5])
def test_a_tolerance_is_a_decimal_of_0_or_more(tolerance: Any) -> None:
    with pytest.raises(ApiValueError, match="it should be a Decimal of 0 or more"):
        match([invoice(billed())], [order(ordered())], tolerance=tolerance)

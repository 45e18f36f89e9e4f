"""Invoices are matched with orders exactly, nothing is lost, and what does not match is told with its reason."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from catalog_kit import ACCOUNT, Asked, answer, both
from hypothesis import given
from hypothesis import strategies as st
from page_kit import page

from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, aio
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, NotApprovedException, UnauthorizedException
from xi.sdk.resellers.invoice_matching import (
    ChargeKind,
    Invoice,
    InvoiceLine,
    MatchedOrder,
    Order,
    OrderLine,
    Reason,
    match,
    match_invoices,
    read_invoice,
    read_order,
)
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.sandbox import Policy, Sandbox, SandboxServer
from xi.sdk.resellers.testing import AT_ONCE, TOKEN

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
    "a wrong product": ([ordered()], [invoice(billed(amount=money("50.09")))], [Reason.LINE_AMOUNT]),
    "a price rounded to cents": (
        [ordered(price="0.33", units=300)],
        [invoice(billed(units=300, price="0.33", amount=money("100")))],
        [],
    ),
    "an amount that is missing": ([ordered()], [invoice(replace(billed(), amount=None))], [Reason.AMOUNT]),
    "another PO": ([ordered()], [invoice(billed(), po="PO-2")], [Reason.PO]),
    "the PO in another case": ([ordered()], [invoice(billed(), po="po 1")], []),
    "a line that is not there": ([ordered()], [invoice(billed(), line_count=2)], [Reason.COUNT]),
    "units that are not there": ([ordered()], [invoice(billed(), unit_count=Decimal(6))], [Reason.COUNT]),
    "another net amount": ([ordered()], [invoice(billed(), net=money("49.99"))], [Reason.NET]),
    "a net amount with the discount taken off": (
        [ordered()],
        [invoice(billed(), net=money("48"), discount=money("2"), total=money("48"))],
        [],
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


# -- over HTTP

LIFE = ("ship-partially", "invoice", "ship", "invoice")


@dataclass
class Shop:
    sandbox: Sandbox
    server: SandboxServer
    configuration: Configuration

    def order(self, po: str, *moves: str) -> str:
        lines = [("DF4128", 5), ("TXSLM3", 1), ("DF4128", 2)]
        listed = [
            {"customerLineNumber": str(at), "ingramPartNumber": sku, "quantity": units}
            for at, (sku, units) in enumerate(lines, 1)
        ]
        with ApiClient(self.configuration) as client:
            made = OrdersApi(client).bound(ACCOUNT).post_createorder_v6({"customerOrderNumber": po, "lines": listed})
        assert made.orders
        number = made.orders[0].ingram_order_number
        assert number
        for each in moves:
            self.sandbox.move(number, each)
        return number

    def matched(self, **way: Any) -> list[MatchedOrder]:
        with ApiClient(self.configuration) as client:
            return list(match_invoices(InvoicesApi(client).bound(ACCOUNT), OrdersApi(client).bound(ACCOUNT), **way))

    async def matched_async(self, **way: Any) -> list[MatchedOrder]:
        async with aio.AsyncApiClient(self.configuration) as client:
            apis = aio.InvoicesApi(client).bound(ACCOUNT), aio.OrdersApi(client).bound(ACCOUNT)
            return [each async for each in match_invoices(*apis, **way)]

    def calls(self) -> dict[str, int]:
        found = {name: count for (name, _), count in self.sandbox.answered.items()}
        return {name: found.get(name, 0) for name in ("search", "details", "invoice_search", "invoice_details")}


@pytest.fixture(params=[False, True], ids=["quirks", "strict"])
def shop(request: pytest.FixtureRequest) -> Iterator[Shop]:
    sandbox = Sandbox(seed=1, access_tokens={TOKEN}, policy=Policy(tax_percent=Decimal("8.25"), strict=request.param))
    with SandboxServer(sandbox) as server:
        yield Shop(sandbox, server, Configuration(host=server.url, access_token=TOKEN, retry=AT_ONCE))


def test_an_order_shipped_in_parts_is_matched_by_each_way(shop: Shop) -> None:
    number = shop.order("PO-1", *LIFE)
    shop.order("PO-2")
    before = shop.calls()
    found = [
        shop.matched(po="PO-1"),
        shop.matched(order_number=f"{number}-21"),
        shop.matched(invoice_number=f"{number}-11"),
    ]
    found.append(asyncio.run(shop.matched_async(po="po-1")))
    for each in found:
        matched = only(each)
        assert (matched.number, matched.po, matched.findings) == (number, "PO-1", ())
        assert [(line.ordered, line.shipped, line.invoiced) for line in matched.lines] == [
            (5, 5, 5),
            (1, 1, 1),
            (2, 2, 2),
        ]
        assert len(matched.invoices) == 3
        assert sum((sum_.total or 0 for sum_ in matched.invoices), Decimal(0)) == sum_of(matched)
        assert {sum_.difference for sum_ in matched.invoices} == {0}
    after = shop.calls()
    asked = {name: after[name] - before[name] for name in after}
    assert asked == {"search": 2, "details": 4, "invoice_search": 4, "invoice_details": 12}


def sum_of(matched: MatchedOrder) -> Decimal:
    parts = [part for each in matched.invoices for part in (each.lines, each.tax, each.freight, each.other_charges)]
    return sum((each for each in parts if each is not None), Decimal(0))


def test_a_range_has_each_order_once_and_waits_for_what_is_not_shipped(shop: Shop) -> None:
    numbers = [shop.order("PO-1", *LIFE), shop.order("PO-2", "ship-partially", "invoice"), shop.order("PO-3")]
    today = shop.sandbox.now().date()
    billed_ = shop.matched(invoiced=(today, today))
    assert sorted(each.number or "" for each in billed_) == sorted(numbers[:2])
    whole = {each.number: each for each in shop.matched(ordered=(today, today))}
    assert [whole[each].matches for each in numbers] == [True, True, True]
    assert {each.reason for each in whole[numbers[2]].findings} == {Reason.NOT_SHIPPED}
    rows = [row for each in whole.values() for row in each.items()]
    assert {row["row"] for row in rows} == {"invoice", "line", "finding"}
    assert all(isinstance(row["invoiced"], Decimal) for row in rows if row["row"] == "line")


def test_what_was_shipped_and_not_billed_is_searched_for_once_more_and_told(shop: Shop) -> None:
    shop.order("PO-1", "ship-partially", "invoice", "ship")
    today = shop.sandbox.now().date()
    before = shop.calls()
    matched = only(shop.matched(invoiced=(today, today)))
    assert [(each.reason, each.line) for each in matched.findings] == [
        (Reason.NOT_INVOICED, "line 001 DF4128"),
        (Reason.NOT_INVOICED, "line 003 DF4128"),
    ]
    assert shop.calls()["invoice_search"] - before["invoice_search"] == 2


# -- what cannot be read

HIT = {
    "invoiceNumber": "20RD3QV11",
    "erpOrderNumber": "20-RD3QV-11",
    "invoiceAmountInclTax": 0.3,
    "invoiceStatus": "OPEN",
}
DETAILS: dict[str, Any] = {
    "invoiceNumber": "20-RD3QV-11",
    "ingramOrderNumber": "20-RD3QV-11",
    "lines": [{"ingramPartNumber": "A", "quantity": 3, "unitPrice": 0.1, "extendedPrice": 0.3}],
}
OF_ORDER: dict[str, Any] = {
    "ingramOrderNumber": ORDER,
    "lines": [{"ingramPartNumber": "A", "quantityOrdered": 3, "unitPrice": 0.1, "subOrderNumber": "20-RD3QV-11"}],
}


def serve(**changed: Any) -> Any:
    answers: dict[str, Any] = {
        "search": {"recordsFound": 1, "invoices": [HIT]},
        "invoice": DETAILS,
        "order": OF_ORDER,
    } | changed

    def handler(asked: Asked) -> Any:
        kind = "order" if "/orders/" in asked.path else "search" if asked.path.endswith("/invoices") else "invoice"
        given_ = answers[kind]
        return given_ if not isinstance(given_, dict) else answer(200, given_)

    return handler


def ask(invoices: Any, **way: Any) -> Any:
    """Use one client for both APIs, as the kit binds one."""
    package = (
        aio
        if type(invoices).__module__.startswith("xi.sdk.resellers.aio")
        else __import__("xi.sdk.resellers", fromlist=["OrdersApi"])
    )
    return match_invoices(invoices, package.OrdersApi(invoices.api_client).bound(ACCOUNT), **way)


@both
def test_amounts_are_those_of_the_text(run: Any) -> None:
    found = run(serve(), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    (matched,) = found.items
    assert matched.findings == ()
    assert (matched.invoices[0].sum, matched.invoices[0].total) == (money("0.3"), money("0.3"))


@both
@pytest.mark.parametrize("fault", [answer(404, {"errors": [{"message": "gone"}]}), answer(200, [1]), answer(200, b"{")])
@pytest.mark.parametrize("kind", ["invoice", "order"])
def test_what_cannot_be_read_is_a_finding_and_accuses_nobody(run: Any, kind: str, fault: Any) -> None:
    found = run(serve(**{kind: fault}), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    assert found.error is None
    (matched,) = found.items
    assert reasons(matched) == [Reason.UNREAD]
    assert matched.invoices[0].total == money("0.3")


@both
def test_details_without_lines_accuse_nobody(run: Any) -> None:
    found = run(serve(order={**OF_ORDER, "lines": None}), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    assert reasons(found.items[0]) == [Reason.UNREAD]


@both
def test_a_search_that_finds_more_than_was_meant_is_read_with_care(run: Any) -> None:
    others = [{**HIT, "invoiceNumber": "X", "erpOrderNumber": "20-OTHER-11", "customerOrderNumber": "PO-10"}]
    mine = {**HIT, "customerOrderNumber": "po-1"}
    orders = [
        {"ingramOrderNumber": number, "customerOrderNumber": po}
        for number, po in ((ORDER, "PO-1"), ("20-OTHER", "PO-10"))
    ]
    handler = serve(search={"recordsFound": 2, "invoices": [mine, *others]})

    def both_searches(asked: Asked) -> Any:
        is_orders = asked.path.endswith("/orders/search")
        return answer(200, {"recordsFound": "2", "orders": orders}) if is_orders else handler(asked)

    for way in ({"po": "PO-1"}, {"order_number": ORDER}, {"invoice_number": "20-RD3QV-11"}):
        found = run(both_searches, lambda api, way=way: ask(api, **way), "InvoicesApi")
        assert [each.number for each in found.items] == [ORDER], way


@both
def test_an_invoice_whose_search_names_no_order_is_led_to_it_by_its_details(run: Any) -> None:
    handler = serve(search={"recordsFound": 1, "invoices": [{**HIT, "erpOrderNumber": None}]})
    found = run(handler, lambda api: ask(api, invoiced=("2026-05-01", "2026-05-02")), "InvoicesApi")
    assert [(each.number, each.matches) for each in found.items] == [(ORDER, True)]


@both
@pytest.mark.parametrize(("status", "due"), [("Closed", 0), ("Open", 0.1), ("Partially Paid", 0.2)])
def test_what_is_still_due_is_not_taken_for_the_total_if_a_search_states_it(run: Any, status: str, due: float) -> None:
    details = {**DETAILS, "invoiceStatus": status, "summary": {"totals": {"invoicedAmountDue": due}}}
    lines = [{**OF_ORDER["lines"][0], "shipmentDetails": [{"quantity": 3, "invoiceNumber": "20RD3QV11"}]}]
    handler = serve(invoice=details, order={**OF_ORDER, "lines": lines})

    def both_searches(asked: Asked) -> Any:
        found = {"recordsFound": 1, "orders": [{"ingramOrderNumber": ORDER}]}
        return answer(200, found) if asked.path.endswith("/orders/search") else handler(asked)

    found = run(both_searches, lambda api: ask(api, ordered=("2026-05-01", "2026-05-02")), "InvoicesApi")
    assert [each.says for each in found.items[0].findings] == []


@both
def test_an_account_that_may_not_read_is_told_at_once(run: Any) -> None:
    gateway = answer(401, json.dumps({"fault": {"faultstring": "Invalid ApiKey for given resource"}}).encode())
    found = run(serve(order=gateway), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    assert isinstance(found.error, (NotApprovedException, UnauthorizedException))


@both
def test_five_failures_in_a_row_end_it(run: Any) -> None:
    hits = [{**HIT, "invoiceNumber": f"N{at}"} for at in range(9)]
    handler = serve(search={"recordsFound": 9, "invoices": hits}, invoice=answer(500, b"{}"))
    found = run(handler, lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    assert found.error is not None
    assert len({each.path for each in found.asked if "/invoices/" in each.path}) == 5


@both
@pytest.mark.parametrize(
    ("way", "error"),
    [
        ({}, "nothing is given"),
        ({"po": "1", "order_number": "2"}, "po and order_number are given"),
        ({"po": " "}, "po is blank"),
        ({"po": 7}, "po should be text"),
        ({"invoiced": ("2026-02-02", "2026-02-01")}, "ends before that"),
        ({"po": "1", "tolerance": 0.5}, "should be a Decimal"),
        ({"po": "1", "tolerance": Decimal("NaN")}, "should be a Decimal"),
    ],
)
def test_bad_arguments_are_refused_before_anything_is_sent(run: Any, way: dict[str, Any], error: str) -> None:
    found = run(serve(), lambda api: ask(api, **way), "InvoicesApi")
    assert isinstance(found.error, (ApiTypeError, ApiValueError))
    assert error in str(found.error)
    assert found.asked == []


def test_the_page_about_matching(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with page("invoice-matching", monkeypatch) as shown:
        shop = Shop(shown.server.sandbox, shown.server, Configuration.from_env())
        number = shop.order("PO-1", *LIFE)
        shown.run_all()
        output = capsys.readouterr().out
        assert f"{number} matches" in output
        assert "DF4128 5 5 5 0" in output
        desk = OrderDesk(shown.names["orders"], "sqlite:///orders.db")
        today = str(shop.sandbox.now().date())
        says = f"the ledger has neither order {number} nor the PO PO-1"
        assert shown.names["invoices_of_others"](desk, today, today) == [says]
        desk.ledger.close()

        async def main() -> Any:
            async with aio.AsyncApiClient(Configuration.from_env()) as client:
                return await shown.names["rows"](client, today, today)

        assert len(asyncio.run(main())) == 6
        details = InvoicesApi(shown.names["client"]).bound().get_invoicedetails_v6_1_with_http_info(f"{number}-21")
        order_ = shown.names["orders"].get_orderdetails_v6_1_with_http_info(number)
        told = shown.names["matched"]([details.raw_data.decode()], order_.raw_data.decode())
        assert [each.split(":")[0] for each in told] == ["line 001 DF4128", "line 003 DF4128"]
        shown.names["client"].close()


def test_apis_of_two_accounts_or_two_clients_are_refused() -> None:
    configuration = Configuration(access_token=TOKEN)
    with ApiClient(configuration) as client:
        invoices = InvoicesApi(client).bound(ACCOUNT)
        with pytest.raises(ApiValueError, match="two accounts: 20-222222 US and 30-333333 US"):
            match_invoices(invoices, OrdersApi(client).bound(replace(ACCOUNT, customer_number="30-333333")), po="PO-1")
        awaited_: Any = aio.OrdersApi(aio.AsyncApiClient(configuration)).bound(ACCOUNT)
        with pytest.raises(ApiTypeError, match="both block"):
            match_invoices(invoices, awaited_, po="PO-1")

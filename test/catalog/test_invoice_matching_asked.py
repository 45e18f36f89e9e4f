"""Invoices and orders are asked for by each way, and what cannot be read is told."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from billed_orders_kit import LIFE, Shop
from catalog_kit import ACCOUNT, Asked, answer, both
from matching_kit import ORDER, money, reasons
from page_kit import page

from xi.sdk.resellers import ApiClient, Configuration, InvoicesApi, OrdersApi, aio
from xi.sdk.resellers.exceptions import ApiTypeError, ApiValueError, NotApprovedException, UnauthorizedException
from xi.sdk.resellers.invoice_matching import (
    Reason,
    match_invoices,
)
from xi.sdk.resellers.ordering import OrderDesk
from xi.sdk.resellers.testing import TOKEN

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
TOTALS: dict[str, Any] = {"totals": {"invoicedAmountDue": 0.3}}
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
def test_an_invoice_that_nothing_tells_of_is_not_said_to_name_no_order(run: Any) -> None:
    nowhere = serve(search={"recordsFound": 0, "invoices": []}, invoice=answer(404, {"errors": [{"message": "gone"}]}))
    found = run(nowhere, lambda api: ask(api, invoice_number="20RD3QV11"), "InvoicesApi")
    (matched,) = found.items
    assert (matched.number, reasons(matched)) == (None, [Reason.UNREAD])


@both
def test_details_without_lines_accuse_nobody(run: Any) -> None:
    found = run(serve(order={**OF_ORDER, "lines": None}), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    assert reasons(found.items[0]) == [Reason.UNREAD]


@both
@pytest.mark.parametrize("other_po", ["PO-10", "PO1", "PO 1", "P-O1"])
def test_a_search_that_finds_more_than_was_meant_is_read_with_care(run: Any, other_po: str) -> None:
    others = [{**HIT, "invoiceNumber": "X", "erpOrderNumber": "20-OTHER-11", "customerOrderNumber": other_po}]
    mine = {**HIT, "customerOrderNumber": "po-1"}
    orders = [
        {"ingramOrderNumber": number, "customerOrderNumber": po}
        for number, po in ((ORDER, "PO-1"), ("20-OTHER", other_po))
    ]
    handler = serve(search={"recordsFound": 2, "invoices": [mine, *others]})

    def both_searches(asked: Asked) -> Any:
        is_orders = asked.path.endswith("/orders/search")
        return answer(200, {"recordsFound": "2", "orders": orders}) if is_orders else handler(asked)

    for way in ({"po": "PO-1"}, {"order_number": ORDER}, {"invoice_number": "20-RD3QV-11"}):
        found = run(both_searches, lambda api, way=way: ask(api, **way), "InvoicesApi")
        assert [each.number for each in found.items] == [ORDER], way


@both
@pytest.mark.parametrize("named", [{}, {"erpOrderNumber": None}], ids=["named", "led to by its details"])
@pytest.mark.parametrize(
    "way",
    [
        {"order_number": ORDER},
        {"order_number": f"{ORDER}-21"},
        {"invoice_number": "20-RD3QV-11"},
        {"invoice_number": "20-rd3qv-11"},
        {"po": "PO-1"},
        {"invoiced": ("2026-11-01", "2026-11-02")},
    ],
    ids=str,
)
def test_units_that_another_invoice_bills_again_are_found_though_no_shipment_names_it(
    run: Any, way: dict[str, Any], named: dict[str, Any]
) -> None:
    other = {**HIT, "invoiceNumber": "20RD3QV12", **named}
    lines = [{**OF_ORDER["lines"][0], "shipmentDetails": [{"quantity": 3, "invoiceNumber": "20RD3QV11"}]}]

    def handler(asked: Asked) -> Any:
        if asked.path.endswith("/orders/search"):
            return answer(204)
        if not asked.path.endswith("/invoices"):
            details = {**DETAILS, "invoiceNumber": asked.path.rpartition("/")[2]}
            return serve(invoice=details, order={**OF_ORDER, "lines": lines})(asked)
        # As the sandbox does it: by the number of the order all, and by that of a sub-order its own.
        is_one = "invoiceNumber" in asked.query or asked.query.get("orderNumber") == [f"{ORDER}-21"]
        found = [] if asked.query.get("orderNumber") == [f"{ORDER}-21"] else [HIT] if is_one else [HIT, other]
        return answer(200, {"recordsFound": len(found), "invoices": found}) if found else answer(204)

    (matched,) = run(handler, lambda api: ask(api, **way), "InvoicesApi").items
    assert reasons(matched) == [Reason.DOUBLED_LINE]


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
def test_a_search_that_was_made_for_a_doubt_is_compared_too(run: Any) -> None:
    details = {**DETAILS, "fxRateInfo": {"currencyCode": "USD"}, "summary": {"totals": {"invoicedAmountDue": 0.1}}}
    lines = [{**OF_ORDER["lines"][0], "shipmentDetails": [{"quantity": 3, "invoiceNumber": "20RD3QV11"}]}]
    for hit, says in (
        ({**HIT, "currencyCode": "EUR"}, "a search states its amounts in EUR, and its details in USD"),
        ({**HIT, "invoiceAmountInclTax": 99}, "add up to 0.3, and it states a total of 99"),
    ):
        handler = serve(
            invoice=details, order={**OF_ORDER, "lines": lines}, search={"recordsFound": 1, "invoices": [hit]}
        )

        def both_searches(asked: Asked, handler: Any = handler) -> Any:
            found = {"recordsFound": 1, "orders": [{"ingramOrderNumber": ORDER}]}
            return answer(200, found) if asked.path.endswith("/orders/search") else handler(asked)

        found = run(both_searches, lambda api: ask(api, ordered=("2026-05-01", "2026-05-02")), "InvoicesApi")
        assert any(says in each.says for each in found.items[0].findings), says


@both
@pytest.mark.parametrize("way", [{"invoiced": ("2026-11-01", "2026-11-27")}, {"po": "PO-1"}, {"order_number": ORDER}])
def test_a_search_that_ends_before_all_came_is_told(run: Any, way: dict[str, Any]) -> None:
    hit = {**HIT, "customerOrderNumber": "PO-1"}

    def handler(asked: Asked) -> Any:
        if asked.path.endswith("/orders/search"):
            return answer(200, {"recordsFound": 0, "orders": []})
        is_first = asked.query.get("pageNumber") == ["1"]
        return serve(search={"recordsFound": 500, "invoices": [hit] if is_first else []})(asked)

    found = run(handler, lambda api: ask(api, **way), "InvoicesApi")
    told = [each for matched in found.items for each in matched.findings]
    assert [(each.reason, each.says) for each in told] == [
        (Reason.UNREAD, "a search ended after 1 of 500; the others were not sent")
    ]
    assert ORDER in [each.number for each in found.items]


@both
def test_amounts_are_read_whatever_shape_the_search_has(run: Any) -> None:
    changed = {f"{key[0].upper()}{key[1:]}": value for key, value in HIT.items()}
    found = run(
        serve(search=answer(200, [{"recordsFound": "1", "invoices": changed}])),
        lambda api: ask(api, order_number=ORDER),
        "InvoicesApi",
    )
    (matched,) = found.items
    assert (matched.findings, matched.invoices[0].total) == ((), money("0.3"))


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


@both
def test_an_answer_about_another_invoice_is_not_believed(run: Any) -> None:
    other = DETAILS | {"invoiceNumber": "20-OTHER-11"}
    found = run(serve(invoice=other), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    (matched,) = found.items
    assert reasons(matched) == [Reason.UNREAD]
    assert "20-OTHER-11" in matched.findings[0].says


@both
@pytest.mark.parametrize(
    ("changed", "reason", "says"),
    [
        (
            {"order": {**OF_ORDER, "lines": [{**OF_ORDER["lines"][0], "unitPrice": None}]}},
            Reason.AMOUNT,
            "is billed at 0.1 a unit, and its order states no price",
        ),
        (
            {"search": {"recordsFound": 2, "invoices": [HIT, {**HIT, "invoiceAmountInclTax": 99}]}},
            Reason.DOUBLED_INVOICE,
            "it was found with the totals 0.3 and 99; the first one counts",
        ),
        (
            {
                "search": {"recordsFound": 1, "invoices": [{**HIT, "currencyCode": "EUR"}]},
                "invoice": {**DETAILS, "fxRateInfo": {"currencyCode": "USD"}, "summary": TOTALS},
            },
            Reason.CURRENCY,
            "a search states its amounts in EUR, and its details in USD",
        ),
        (
            {"invoice": {**DETAILS, "ingramOrderNumber": "20-OTHER-11"}},
            Reason.NO_ORDER,
            f"its details name order 20-OTHER-11, and not {ORDER}",
        ),
    ],
)
def test_what_two_documents_do_not_agree_on_is_told(run: Any, changed: Any, reason: Reason, says: str) -> None:
    found = run(serve(**changed), lambda api: ask(api, order_number=ORDER), "InvoicesApi")
    (matched,) = found.items
    assert reasons(matched) == [reason]
    assert says in matched.findings[0].says
    assert matched.invoices[0].invoice.is_read


@both
def test_an_order_with_another_po_than_was_asked_for_is_told(run: Any) -> None:
    handler = serve(
        search={"recordsFound": 1, "invoices": [{**HIT, "customerOrderNumber": "PO-1"}]},
        order={**OF_ORDER, "customerOrderNumber": "PO-2"},
    )

    def no_orders(asked: Asked) -> Any:
        return answer(204) if asked.path.endswith("/orders/search") else handler(asked)

    found = run(no_orders, lambda api: ask(api, po="PO-1"), "InvoicesApi")
    assert [each.says for each in found.items[0].findings] == [f"order {ORDER} has the PO PO-2, and not PO-1"]


@both
def test_the_details_of_another_order_are_not_believed(run: Any) -> None:
    found = run(
        serve(order=OF_ORDER | {"ingramOrderNumber": "20-OTHER"}),
        lambda api: ask(api, order_number=ORDER),
        "InvoicesApi",
    )
    (matched,) = found.items
    assert Reason.UNREAD in reasons(matched)
    assert any("20-OTHER" in each.says for each in matched.findings)


@both
@pytest.mark.parametrize(
    ("invoice", "order"),
    [
        ({"fxRateInfo": {"currencyCode": "EUR"}}, {"currencyCode": "USD"}),
        ({"fxRateInfo": {"currencyCode": "EUR"}}, {"lines": [OF_ORDER["lines"][0] | {"currencyCode": "USD"}]}),
        ({"lines": [DETAILS["lines"][0] | {"currencyCode": "EUR"}]}, {"currencyCode": "USD"}),
    ],
)
def test_a_line_has_the_currency_of_its_document(run: Any, invoice: Any, order: Any) -> None:
    handler = serve(invoice=DETAILS | invoice, order=OF_ORDER | order)
    (matched,) = run(handler, lambda api: ask(api, order_number=ORDER), "InvoicesApi").items
    assert Reason.CURRENCY in reasons(matched)


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

"""Invoices: what they bill, how their amounts add up, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
import urllib3
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invoices_kit import APPLICATION, IN_TWO_TURNS, amount, billed, charged, found, invoice, moved
from walk_kit import TOKEN

from xi.sdk.resellers.sandbox import Policy, SandboxServer
from xi.sdk.resellers.sandbox.invoices.values import Invoice
from xi.sdk.resellers.sandbox.orders.states import possible


@pytest.fixture
def shop(api):
    api.headers = dict(APPLICATION)
    return api


def test_an_order_has_an_invoice_for_each_sub_order_and_all_numbers_join(shop):
    order = billed(shop, ("DF4128", 2), ("TXSLM3", 1), ("DF4128", 3))
    details = shop.details(order).body
    listed = shop.call("invoice_search", query={"orderNumber": order}).body["invoices"]
    assert {each["erpOrderNumber"] for each in listed} == {line["subOrderNumber"] for line in details["lines"]}
    for each in listed:
        body = invoice(shop, each["invoiceNumber"])
        assert body["invoiceNumber"].replace("-", "") == each["invoiceNumber"] != body["invoiceNumber"]
        assert body["ingramOrderNumber"] == each["erpOrderNumber"]
        lines = [line for line in details["lines"] if line["subOrderNumber"] == each["erpOrderNumber"]]
        joined = [(line["ingramLineNumber"], line["ingramPartNumber"], line["quantity"]) for line in body["lines"]]
        assert joined == [
            (line["ingramOrderLineNumber"], line["ingramPartNumber"], line["quantityOrdered"]) for line in lines
        ]
        assert {line["shipmentDetails"][0]["invoiceNumber"] for line in lines} == {each["invoiceNumber"]}
    assert sum(amount(each["invoiceAmountInclTax"]) for each in listed) == amount(details["orderTotal"])


def test_what_ships_later_gets_an_invoice_of_its_own_and_the_first_one_stays_as_it_was(shop):
    order = moved(shop, shop.created(("DF4128", 5)), "ship-partially", "invoice")
    (first,) = found(shop)
    before = invoice(shop, first)
    shop.clock.forward(days=2)
    moved(shop, order, "ship", "invoice")
    second, again = found(shop)
    assert again == first
    assert invoice(shop, first) == before
    after = invoice(shop, second)
    quantities = [(each["quantity"], each["quantityOrdered"], each["quantityShipped"]) for each in before["lines"]]
    assert quantities == [(2, 5, 2)]
    assert [(each["quantity"], each["quantityOrdered"]) for each in after["lines"]] == [(3, 5)]
    assert (before["invoiceDate"], after["invoiceDate"]) == ("2024-05-27", "2024-05-29")
    assert before["ingramOrderNumber"] == after["ingramOrderNumber"] == f"{order}-11"
    # Freight is charged once.
    assert (charged(before), charged(after)) == (Decimal("7.83"), 0)


def test_the_number_of_a_later_invoice_is_never_that_of_another_sub_order(make):
    # More than ten warehouses, so that the sub-orders 1 and 11 differ in the digit that later invoices count.
    sandbox = make().sandbox
    part = replace(sandbox.catalogue.find("DF4128"), stock={str(name): 100 for name in range(10, 24)})
    shop = make(catalogue=type(sandbox.catalogue).of([part]))
    shop.headers = dict(APPLICATION)
    lines = [
        {
            "ingramPartNumber": "DF4128",
            "quantity": 8,
            "additionalAttributes": [{"attributeName": "shipFromWarehouseId", "attributeValue": name}],
        }
        for name in part.stock
    ]
    order = billed(shop, *lines, moves=IN_TWO_TURNS)
    numbers = found(shop, pageSize="100")
    assert len(numbers) == len(set(numbers)) == 28
    subs = {each["subOrderNumber"] for each in shop.details(order).body["lines"]}
    first_ones = {invoice(shop, number)["ingramOrderNumber"].replace("-", "") for number in numbers} & set(numbers)
    assert first_ones == {each.replace("-", "") for each in subs}


def test_an_order_of_sap_has_numbers_without_dashes(make):
    shop = make(country="DE", customer="12345")
    shop.headers = dict(APPLICATION)
    order = billed(shop, ("DF4128", 4), moves=IN_TWO_TURNS)
    numbers = found(shop)
    assert numbers == [f"{order}2", order]
    assert [invoice(shop, number)["invoiceNumber"] for number in numbers] == numbers
    assert invoice(shop, order, customerType="order")["invoiceNumber"] == order


def test_an_invoice_is_found_by_its_number_in_any_form_and_by_that_of_its_order(shop):
    order = billed(shop, ("DF4128", 2), ("TXSLM3", 1))
    plain = f"{order}-21".replace("-", "")
    for number in (plain, f"{order}-21", plain.lower()):
        assert invoice(shop, number)["invoiceNumber"] == f"{order}-21"
    assert invoice(shop, f"{order}-21", customerType="order")["invoiceNumber"] == f"{order}-21"
    assert invoice(shop, order, customerType="ORDER")["invoiceNumber"] == f"{order}-11"
    assert shop.call("invoice_details", number=order).status == 400
    shipped = shop.created()
    shop.sandbox.ship(shipped)
    assert shop.call("invoice_details", number=shipped, query={"customerType": "order"}).status == 400


def test_serial_numbers_come_only_if_asked_for(shop):
    order = billed(shop, ("DF4128", 3), ("YZ1478", 1))
    sent = [
        each["serialNumber"]
        for line in shop.details(order).body["lines"]
        for parcel in line["shipmentDetails"][0]["carrierDetails"][0]["trackingDetails"]
        for each in parcel["serialNumbers"]
    ]
    (line,) = invoice(shop, f"{order}-11", includeSerialNumbers="true")["lines"]
    assert [each["serialNumber"] for each in line["serialNumbers"]] == sent
    assert len(sent) == 3
    for query in ({}, {"includeSerialNumbers": "false"}):
        assert "serialNumbers" not in invoice(shop, f"{order}-11", **query)["lines"][0]


@pytest.mark.parametrize("strict", [False, True])
def test_freight_and_tax_are_charges_of_the_summary(make, strict):
    shop = make(policy=Policy(strict=strict, tax_percent=Decimal("7.5")))
    shop.headers = dict(APPLICATION)
    body = invoice(shop, f"{billed(shop, ('DF4128', 1))}-11")
    name = "chargeDescription" if strict else "ChargeDescription"
    assert [each[name] for each in body["summary"]["miscCharges"]] == ["TAX", "FREIGHT OUT"]
    totals = body["summary"]["totals"]
    # 7.5 per cent of 54.90, to the cent.
    assert charged(body) == Decimal("4.12") + Decimal("7.83")
    assert amount(totals["totalTaxAmount"]) == (Decimal("4.12") if strict else 0)
    assert amount(totals["invoicedAmountDue"]) == amount(totals["netInvoiceAmount"]) + charged(body)
    assert [line["taxAmount"] for line in body["lines"]] == [0]


@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["DF4128", "YN6231", "TXSLM3", "5L1701", "1C6094", "YZ1478"]), st.integers(1, 9)),
        min_size=1,
        max_size=5,
    ),
    choices=st.lists(st.integers(0, 5), max_size=8),
    percent=st.decimals(0, 30, places=2),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_invoices_of_an_order_add_up_to_it_whatever_was_shipped_when(make, lines, choices, percent):
    shop = make(policy=Policy(tax_percent=percent))
    shop.headers = dict(APPLICATION)
    answer = shop.create(*lines)
    orders = [each["ingramOrderNumber"] for each in answer.body["orders"]]
    for number in orders:
        for choice in choices:
            moves = [move for move in possible(shop.sandbox.orders.get(number)) if move not in ("hold", "void")]
            if moves:
                shop.sandbox.move(number, moves[choice % len(moves)])
                shop.clock.forward(days=1)
        for move in ("restock", "ship", "invoice"):
            if move in possible(shop.sandbox.orders.get(number)):
                shop.sandbox.move(number, move)
    numbers = found(shop, pageSize="100")
    units: dict[str, int] = {}
    goods = charges = total = taxes = Decimal(0)
    for number in numbers:
        body = invoice(shop, number)
        net = sum((amount(line["unitPrice"]) * line["quantity"] for line in body["lines"]), Decimal(0))
        assert net == sum(amount(line["extendedPrice"]) for line in body["lines"])
        assert net + charged(body) == amount(body["summary"]["totals"]["invoicedAmountDue"])
        taxes += (net * percent / 100).quantize(Decimal("0.01"))
        goods, charges, total = goods + net, charges + charged(body), total + net + charged(body)
        for line in body["lines"]:
            units[line["ingramPartNumber"]] = units.get(line["ingramPartNumber"], 0) + line["quantity"]
    details = [shop.details(number).body for number in orders]
    assert goods == sum(amount(each["orderSubTotal"]) for each in details)
    assert charges - taxes == sum(amount(each["freightCharges"]) for each in details)
    assert total - taxes == sum(amount(each["orderTotal"]) for each in details)
    ordered: dict[str, int] = {}
    for part, quantity in lines:
        ordered[part] = ordered.get(part, 0) + quantity
    assert units == ordered


def test_the_history_is_two_years_long(shop):
    order, today = billed(shop), shop.clock.moment.date()
    number = found(shop)[0]
    shop.clock.forward(days=730)
    assert found(shop) == [number]
    shop.clock.forward(days=1)
    assert found(shop) == found(shop, invoiceNumber=number) == found(shop, orderNumber=order) == []
    assert invoice(shop, number)["invoiceDate"] == today.isoformat()


def test_an_invoice_of_another_customer_is_unknown(shop):
    number = f"{billed(shop)}-11"
    shop.customer = "20-999999"
    assert found(shop) == []
    assert shop.call("invoice_details", number=number).status == 400
    assert shop.call("invoice_details", number=number, query={"customerType": "order"}).status == 400


def test_an_unknown_invoice_is_refused_or_fails_with_a_404_inside_as_the_policy_says(make):
    for status in (400, 404, 500):
        shop = make(policy=Policy(unknown_invoice_status=status))
        shop.headers = dict(APPLICATION)
        answer = shop.call("invoice_details", number="20-AAAAA-11")
        assert answer.status == status
        assert ("404" in answer.body["errors"][0]["message"]) == (status == 500)
    with pytest.raises(ValueError, match="unknown_invoice_status is 200; it should be one of 400, 404, 500"):
        Policy(unknown_invoice_status=200)
    with pytest.raises(ValueError, match="tax_percent is 101; it should be 0 to 100"):
        Policy(tax_percent=Decimal(101))


def test_wrong_parameters_of_the_details_are_refused_by_name(shop, fields_of):
    query = {"customerType": "vendor", "includeSerialNumbers": "perhaps"}
    answer = shop.call("invoice_details", number="1" * 13, query=query)
    assert fields_of(answer) == ["invoiceNumber", "customerType", "includeSerialNumbers"]
    shop.headers = {}
    for operation in ("invoice_search", "invoice_details"):
        assert fields_of(shop.call(operation, number="1")) == ["IM-ApplicationID"]


def test_a_paid_invoice_is_closed_has_nothing_due_and_stays_so_after_a_restart(tmp_path, make):
    file = tmp_path / "state.db"

    shop = make(state=file)
    shop.headers = dict(APPLICATION)
    order = billed(shop, ("DF4128", 2))
    (number,) = found(shop)
    total = invoice(shop, number)["summary"]["totals"]["invoicedAmountDue"]
    shop.sandbox.invoices.pay(f"{order}-11")
    with pytest.raises(ValueError, match=f"invoice {number} is paid already"):
        shop.sandbox.invoices.pay(number)
    with pytest.raises(KeyError):
        shop.sandbox.invoices.pay("20AAAAA11")
    shop.sandbox.close()
    shop = make(state=file)
    shop.headers = dict(APPLICATION)
    (hit,) = shop.call("invoice_search").body["invoices"]
    assert (hit["invoiceStatus"], hit["invoicedAmountDue"], hit["invoiceAmountInclTax"]) == ("CLOSED", 0, total)
    body = invoice(shop, number)
    assert (body["invoiceStatus"], body["summary"]["totals"]["invoicedAmountDue"]) == ("Closed", total)
    assert [event.kind for event in shop.sandbox.events][-2:] == ["invoiced", "paid"]
    shop.sandbox.close()


def test_the_links_of_orders_lead_to_invoices_and_control_lists_and_pays_them(shop):
    order = billed(shop, ("DF4128", 2), ("TXSLM3", 1))
    links = [link["href"] for line in shop.details(order).body["lines"] for link in line["links"]]
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "IM-CustomerNumber": shop.customer,
        "IM-CountryCode": "US",
        "IM-CorrelationID": "c-1",
        "IM-ApplicationID": "shop-1",
    }
    with SandboxServer(shop.sandbox) as server, urllib3.PoolManager(retries=False, timeout=5) as http:

        def ask(method: str, path: str) -> urllib3.BaseHTTPResponse:
            return http.request(method, server.url + path, headers=headers)

        numbers = [ask("GET", link).json()["invoiceNumber"] for link in links]
        assert numbers == [f"{order}-11", f"{order}-21"]
        assert ask("GET", "/sandbox/resellers/v6/invoices/").json()["recordsFound"] == 2
        paid = ask("POST", f"/_sandbox/invoices/{numbers[0]}/pay").json()
        assert (paid["status"], paid["total"]) == ("Closed", "117.63")
        assert ask("POST", f"/_sandbox/invoices/{numbers[0]}/pay").status == 400
        assert ask("POST", "/_sandbox/invoices/nothing/pay").status == 404
        listed = ask("GET", "/_sandbox/invoices?customer=20-222222").json()["invoices"]
        assert [each["status"] for each in listed] == ["Open", "Closed"]
        assert ask("GET", "/_sandbox/invoices?customer=other").json() == {"invoices": []}
        assert len(ask("GET", "/_sandbox/invoices").json()["invoices"]) == 2


def test_a_page_of_a_long_list_makes_only_the_invoices_on_it(shop, monkeypatch):
    for count in range(12):
        billed(shop, ("DF4128", 1), customerOrderNumber=f"many-{count}")
        shop.clock.forward(days=1)
    made: list[str] = []
    make = Invoice.__init__
    monkeypatch.setattr(
        Invoice, "__init__", lambda self, *some, **named: (made.append(named["number"]), make(self, *some, **named))[0]
    )
    for query in (
        {},
        {"invoiceFromDate": "2024-05-29", "invoiceDueDate": "2024-07-03"},
        {"customerOrderNumber": "MANY-3"},
        {"orderNumber": shop.sandbox.orders.of(shop.customer)[0].number},
    ):
        made.clear()
        listed = found(shop, pageSize="3", **query)
        assert listed
        assert set(made) == set(listed), query

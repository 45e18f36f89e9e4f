"""How invoices are found: each filter, the sequence, the pages, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from invoices_kit import APPLICATION, billed, found, moved

from xi.sdk.resellers.sandbox.invoices.values import InvoiceStatus


@pytest.fixture
def shop(api):
    api.headers = dict(APPLICATION)
    return api


@pytest.fixture
def three(shop: Any) -> tuple[Any, list[str]]:
    """Three invoices, of different days, customers' numbers and sizes; the last is paid."""
    numbers: list[str] = []
    for count, part in enumerate(("DF4128", "TXSLM3", "YN6231"), 1):
        line = {"ingramPartNumber": part, "quantity": 4 - count, "specialBidNumber": f"bid-{count}"}
        order = shop.created(line, customerOrderNumber=f"po-{count}", endCustomerOrderNumber=f"end-{count}")
        shop.clock.forward(days=10)
        moved(shop, order, "ship", "invoice")
        numbers += [each for each in found(shop) if each not in numbers]
    shop.sandbox.invoices.pay(numbers[2])
    return shop, numbers


def of_order(shop: Any, number: str, *path: str | int):
    value = shop.details(f"{number[:2]}-{number[2:7]}").body["lines"][0]["shipmentDetails"][0]
    for step in path:
        value = value[step]
    return value


FILTERS = {
    "paymentTermsNetDate": ("2024-07-06", [1]),
    "invoiceDate": ("2024-06-06", [1]),
    "invoiceDueDate": ("2024-07-16", [2]),
    "orderDate": ("2024-06-06", [2]),
    "orderFromDate": ("2024-06-06", [2, 3]),
    "orderToDate": ("2024-06-06", [1, 2]),
    "invoiceStatus": ("closed", [3]),
    "invoiceType": ("invoice", [1, 2, 3]),
    "customerOrderNumber": ("PO-2", [2]),
    "endCustomerOrderNumber": ("END-3", [3]),
    "specialBidNumber": ("BID-1", [1]),
    "invoiceFromDueDate": ("2024-07-16", [2, 3]),
    "invoiceToDueDate": ("2024-07-16", [1, 2]),
    "invoiceFromDate": ("2024-06-16", [2, 3]),
    "invoiceToDate": ("2024-06-16", [1, 2]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_finds_what_it_names(three, name):
    shop, numbers = three
    value, places = FILTERS[name]
    assert found(shop, **{name: value}, direction="asc") == [numbers[place - 1] for place in places]


def test_the_filters_by_a_number_find_one_invoice(three):
    shop, numbers = three
    order = f"{numbers[0][:2]}-{numbers[0][2:7]}"
    parcel = of_order(shop, numbers[0], "carrierDetails", 0, "trackingDetails", 0)
    for name, value in {
        "orderNumber": order.lower(),
        "invoiceNumber": f"{order}-11",
        "DeliveryNumber": of_order(shop, numbers[0], "deliveryNumber"),
        "serialNumber": parcel["serialNumbers"][0]["serialNumber"],
    }.items():
        assert found(shop, **{name: value}) == numbers[:1], name
        assert found(shop, **{name: "nothing"}) == []
    assert found(shop, orderNumber=f"{order}-11") == numbers[:1]
    assert found(shop, orderNumber=f"{order}-21") == []
    assert len(FILTERS) + 4 == 19


def test_the_invoices_of_all_customers_are_listed_by_text_and_status(three):
    shop, numbers = three
    shop.customer = "20-999999"
    billed(shop, customerOrderNumber="other")
    everything = shop.sandbox.invoices.everything
    listed = [each.number for each in everything()]
    assert (listed[:3], len(listed)) == (numbers, 4)
    assert [each.number for each in everything(status=InvoiceStatus.CLOSED)] == [numbers[2]]
    assert [each.number for each in everything("po-", InvoiceStatus.OPEN)] == numbers[:2]
    for text in (numbers[1].lower(), f"{numbers[1][:2]}-{numbers[1][2:7]}-11", f"{numbers[1][:2]}-{numbers[1][2:7]}"):
        assert [each.number for each in everything(text)] == [numbers[1]]
    assert everything("oth")[0].order.customer == "20-999999"


def test_filters_hold_together_and_unknown_ones_are_ignored(three):
    shop, numbers = three
    assert found(shop, invoiceStatus="OPEN", invoiceFromDate="2024-06-10") == [numbers[1]]
    assert found(shop, invoiceDate="2024-06-06", customerOrderNumber="PO-2") == []
    # A day and a range of the same date hold together too.
    assert found(shop, invoiceDate="2024-06-06", invoiceFromDate="2024-06-01") == [numbers[0]]
    assert found(shop, invoiceDate="2024-06-06", invoiceFromDate="2024-06-10") == []
    assert found(shop, orderDate="2024-06-06", orderToDate="2024-06-01") == []
    assert found(shop, invoiceToDate="0001-01-05", invoiceDueDate="0001-01-02") == []
    assert len(found(shop, invoiceToDueDate="9999-12-31", colour="red")) == 3
    # Blank and padded values are what a form sends.
    assert found(shop, invoiceNumber=" ", customerOrderNumber=" po-3 ") == [numbers[2]]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"invoiceDate": "27.05.2024"}, "invoiceDate"),
        ({"orderToDate": "2024-02-30"}, "orderToDate"),
        ({"invoiceFromDate": "2024-06-02", "invoiceToDate": "2024-06-01"}, "invoiceFromDate"),
        ({"invoiceStatus": "late"}, "invoiceStatus"),
        ({"invoiceNumber": "20-RC1RD-110"}, "invoiceNumber"),
        ({"serialNumber": "S" * 33}, "serialNumber"),
        ({"orderby": "colour"}, "orderby"),
        ({"direction": "up"}, "direction"),
        ({"pageSize": "0"}, "pageSize"),
        ({"pageNumber": "two"}, "pageNumber"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(shop, fields_of, query, field):
    answer = shop.call("invoice_search", query=query)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_a_date_that_is_given_twice_is_refused_unless_it_is_the_same(shop, fields_of):
    pairs = [("invoiceFromDate", "2024-05-01"), ("invoiceFromDate", "2024-05-02")]
    assert fields_of(shop.call("invoice_search", query=pairs)) == ["invoiceFromDate"]
    assert shop.call("invoice_search", query=[pairs[0], pairs[0]]).status == 200


@pytest.mark.parametrize(
    ("column", "places"),
    [
        ("", [1, 2, 3]),
        ("InvoiceDate", [1, 2, 3]),
        ("customerordernumber", [1, 2, 3]),
        ("invoiceAmountInclTax", [2, 3, 1]),
        ("invoicedAmountDue", [3, 2, 1]),
        ("invoiceStatus", [3, 1, 2]),
    ],
)
def test_a_search_is_sorted_by_any_column_in_both_directions(three, column, places):
    shop, numbers = three
    rising = [numbers[place - 1] for place in places]
    assert found(shop, orderby=column, direction="ASC") == rising
    assert found(shop, orderby=column, direction="desc") == found(shop, orderby=column) == rising[::-1]


def test_pages_are_cut_from_the_sorted_list_and_the_link_is_not_one_to_follow(three):
    shop, numbers = three
    pages = [shop.call("invoice_search", query={"pageSize": "2", "pageNumber": str(page)}).body for page in (1, 2, 3)]
    assert [[each["invoiceNumber"] for each in page["invoices"]] for page in pages] == [numbers[:0:-1], numbers[:1], []]
    assert {(page["recordsFound"], page["pageSize"]) for page in pages} == {(3, 2)}
    assert ["nextPage" in page for page in pages] == [True, False, False]
    link = pages[0]["nextPage"]
    assert link.startswith("/resellers/v6/invoices/?customerNumber=20-222222&invoiceDateFrom=6/27/2022&")
    assert link.endswith("&page=1&size=2&orderBy=invoiceDate&direction=desc&pageNumber=2")

"""Searching orders: filters, windows, pages."""

from datetime import UTC, datetime, timedelta

import pytest


@pytest.fixture
def shipped(api):
    number = api.created(("DF4128", 2), ("TSXML1", 1), customerOrderNumber="SHIPPED-1")
    api.sandbox.ship(number)
    return number


def test_search_without_hits_is_a_204_without_body(api):
    assert api.search().status == 204


def test_counts_and_totals_of_a_search_are_text(api):
    api.create(("DF4128", 1), customerOrderNumber="s-1")
    body = api.search().body
    order = body["orders"][0]
    assert (body["recordsFound"], body["pageSize"], body["pageNumber"]) == ("1", "25", "1")
    assert order["orderTotal"] == "62.73"
    assert order["orderStatus"] == "OPEN"
    assert order["subOrders"][0]["subOrderTotal"] == "54.90"
    assert order["subOrders"][0]["subOrderStatus"] == "Processing"


def test_links_of_a_sub_order_are_a_list_and_those_of_the_order_an_object(api, shipped):
    api.sandbox.invoice(shipped)
    order = api.search().body["orders"][0]
    sub_order = order["subOrders"][0]
    assert [link["topic"] for link in sub_order["links"]] == ["orders", "invoices"]
    assert sub_order["links"][0]["href"] == f"/resellers/v6.1/orders/{shipped}-11"
    assert order["links"]["href"] == f"/resellers/v6.1/orders/{shipped}"
    assert order["orderStatus"] == "CLOSED"


def test_sap_order_has_one_sub_order_without_a_number(make):
    api = make(country="SG")
    number = api.created()
    sub_orders = api.search().body["orders"][0]["subOrders"]
    assert len(sub_orders) == 1
    assert "subOrderNumber" not in sub_orders[0]
    assert sub_orders[0]["links"][0]["href"].endswith(number)


def test_order_without_part_lines_can_still_be_found(api):
    number = api.held()
    api.modify(number, {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": 1})
    order = api.search().body["orders"][0]
    assert (order["vendorName"], order["subOrders"]) == ("", [])


def test_search_without_filter_looks_back_twenty_days(api, clock):
    api.create(customerOrderNumber="OLD")
    clock.forward(days=20, minutes=1)
    api.create(customerOrderNumber="NEW")
    assert api.found() == ["NEW"]
    assert api.found(pageSize="10") == ["NEW"]
    assert api.found(unknownFilter="x") == ["NEW"]
    assert api.found(customerOrderNumber="old") == ["OLD"]


def test_search_returns_the_newest_order_first(api):
    for name in ("A", "B", "C"):
        api.create(customerOrderNumber=name)
    assert api.found() == ["C", "B", "A"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("customerOrderNumber", "find-me"),
        ("endCustomerOrderNumber", "end-7"),
        ("ingramPartNumber", "rq6000"),
        ("vendorPartNumber", "GL-SA14"),
        ("vendorName", "gridline systems"),
        ("specialBidNumber", "BID-1"),
        ("ingramOrderDate", "2024-06-26"),
        ("orderStatus", "ON HOLD"),
        ("orderStatus-in", "on hold"),
    ],
)
def test_each_filter_finds_only_the_orders_that_match(api, clock, name, value):
    api.create(("DF4128", 1))
    clock.forward(days=30)
    api.held(
        ("RQ6000", 1),
        customerOrderNumber="FIND-ME",
        endCustomerOrderNumber="END-7",
        specialBidNumber="BID-1",
    )
    assert api.found((name, value)) == ["FIND-ME"]


def test_order_is_found_by_its_number_and_by_a_sub_order_number(api):
    number = api.created(customerOrderNumber="N-1")
    api.create()
    assert api.found(ingramOrderNumber=number) == ["N-1"]
    assert api.found(ingramOrderNumber=f"{number}-11") == ["N-1"]


def test_order_is_found_by_serial_and_tracking_number(api, shipped):
    api.create()
    parcel = api.details(shipped).body["lines"][0]["shipmentDetails"][0]["carrierDetails"][0]["trackingDetails"][0]
    assert api.found(serialNumber=parcel["serialNumbers"][1]["serialNumber"]) == ["SHIPPED-1"]
    assert api.found(trackingNumber=parcel["trackingNumber"]) == ["SHIPPED-1"]


def test_filters_are_combined_with_and(api):
    api.create(("DF4128", 1), customerOrderNumber="A")
    api.create(("TSXML1", 1), customerOrderNumber="B")
    assert api.found(customerOrderNumber="A", ingramPartNumber="TSXML1") == []


@pytest.mark.parametrize(
    ("status", "names"),
    [
        ("SHIPPED", ["SHIPPED-1"]),
        ("PROCESSING", ["OPEN-1"]),
        ("ON HOLD", ["HELD-1"]),
        ("BACKORDERED", ["BACK-1"]),
        ("CANCELLED", ["DEAD-1"]),
        ("canceled", ["DEAD-1"]),
    ],
)
def test_search_by_status_finds_the_orders_with_that_status(api, shipped, status, names):
    api.create(customerOrderNumber="OPEN-1")
    api.held(customerOrderNumber="HELD-1")
    api.create(("1C6094", 1), customerOrderNumber="BACK-1")
    api.cancel(api.held(customerOrderNumber="DEAD-1"))
    assert shipped
    assert api.found(orderStatus=status) == names


def test_several_statuses_are_given_as_repeated_keys(api):
    api.create(("1C6094", 1), customerOrderNumber="BACK")
    api.held(customerOrderNumber="HELD")
    api.create(customerOrderNumber="OPEN")
    assert api.found(("orderStatus-in", "ON HOLD"), ("orderStatus-in", "BACKORDERED")) == ["HELD", "BACK"]


def test_cancelled_order_is_listed_as_cancelled(api):
    api.cancel(api.held())
    assert api.search(orderStatus="CANCELLED").body["orders"][0]["orderStatus"] == "CANCELLED"


@pytest.mark.parametrize("name", ["orderStatus", "orderStatus-in"])
def test_unknown_status_is_refused(api, fields_of, name):
    answer = api.search((name, "LOST"))
    assert (answer.status, fields_of(answer)) == (400, [name])


def test_order_date_range_is_two_repeated_keys_and_includes_both_ends(api, clock):
    for name in ("MON", "TUE", "WED"):
        api.create(customerOrderNumber=name)
        clock.forward(days=1)
    ends = [("ingramOrderDate-bt", "2024-05-27"), ("ingramOrderDate-bt", "2024-05-28")]
    assert api.found(*ends) == ["TUE", "MON"]


def test_shipments_are_found_by_ship_invoice_and_delivery_date(api, shipped, clock):
    api.create()
    clock.forward(days=1)
    api.sandbox.invoice(shipped)
    clock.forward(days=1)
    api.sandbox.deliver(shipped)
    for name, day in (("shipDate_bt", 27), ("invoiceDate_bt", 28), ("deliveryDate_bt", 29)):
        assert api.found((name, f"2024-05-{day}"), (name, f"2024-05-{day}")) == ["SHIPPED-1"]
        assert api.found((name, "2024-01-01"), (name, f"2024-05-{day - 1}")) == []


def test_filters_the_australian_backend_lacks_are_ignored_there(make):
    api = make(country="AU", customer="123456")
    api.create(customerOrderNumber="AUS")
    assert api.found(trackingNumber="whatever") == ["AUS"]


@pytest.mark.parametrize(
    ("pairs", "field"),
    [
        ([("ingramOrderDate", "27-05-2024")], "ingramOrderDate/ingramOrderDate-bt"),
        ([("ingramOrderDate-bt", "2024-05-27")], "ingramOrderDate/ingramOrderDate-bt"),
        ([("ingramOrderDate-bt", "2024-05-27"), ("ingramOrderDate-bt", "soon")], "ingramOrderDate/ingramOrderDate-bt"),
        ([("shipDate_bt", "2024-05-27,2024-05-28")], "shipDate_bt"),
        ([("pageSize", "many")], "pageSize"),
        ([("pageNumber", "0")], "pageNumber"),
        ([("ingramOrderNumber", "x" * 12)], "ingramOrderNumber"),
        ([("vendorName", "x" * 36)], "vendorName"),
    ],
)
def test_malformed_filter_is_refused_by_name(api, fields_of, pairs, field):
    answer = api.search(*pairs)
    assert (answer.status, fields_of(answer)) == (400, [field])


def test_bad_header_and_bad_filter_are_reported_together(api, fields_of):
    api.headers["im-correlationid"] = ""
    assert fields_of(api.search(pageSize="x")) == ["IM-CorrelationID", "pageSize"]


def test_pages_hold_25_by_default_and_100_at_most(api):
    for _ in range(101):
        api.create()
    assert len(api.search().body["orders"]) == 25
    body = api.search(pageSize="500").body
    assert (body["pageSize"], len(body["orders"])) == ("100", 100)


def test_pages_link_to_each_other_and_keep_the_filters(api):
    for _ in range(5):
        api.create(("TSXML1", 1))
    first = api.search(ingramPartNumber="TSXML1", pageSize="2").body
    middle = api.search(ingramPartNumber="TSXML1", pageSize="2", pageNumber="2").body
    last = api.search(ingramPartNumber="TSXML1", pageSize="2", pageNumber="3").body
    link = "/resellers/v6/orders/search?ingramPartNumber=TSXML1&pageSize=2&pageNumber="
    assert (first["recordsFound"], first["nextPage"]) == ("5", f"{link}2")
    assert "previousPage" not in first
    assert (middle["previousPage"], middle["nextPage"]) == (f"{link}1", f"{link}3")
    assert "nextPage" not in last
    numbers = [item["customerOrderNumber"] for page in (first, middle, last) for item in page["orders"]]
    assert len(set(numbers)) == 5


def test_page_past_the_end_is_a_204(api):
    api.create()
    assert api.search(pageNumber="2").status == 204


def test_a_naive_clock_is_read_as_utc(make):
    api = make()
    api.sandbox._clock = lambda: datetime(2024, 5, 27, 9, 30)  # noqa: DTZ001
    assert api.sandbox.now() == datetime(2024, 5, 27, 9, 30, tzinfo=UTC)
    assert api.sandbox.now().utcoffset() == timedelta(0)

"""The details of an order from its placement to its delivery."""

from decimal import Decimal

import pytest

from xi.sdk.resellers.sandbox import Catalogue, Part, Policy
from xi.sdk.resellers.sandbox.orders.values import SERIAL_LIMIT


@pytest.fixture
def shipped(api):
    number = api.created(("DF4128", 2), ("TSXML1", 1), customerOrderNumber="SHIPPED-1")
    api.sandbox.ship(number)
    return number


def test_details_contain_the_ordered_lines(api):
    number = api.created(
        ("DF4128", 2),
        customerOrderNumber="d-1",
        endCustomerOrderNumber="E-1",
        endUserInfo={"endUserId": "5", "companyName": "Acme"},
    )
    body = api.details(number).body
    line = body["lines"][0]
    assert (body["ingramOrderNumber"], body["customerOrderNumber"]) == (number, "D-1")
    assert body["ingramOrderDate"] == "2024-05-27T09:30:00+00:00"
    assert body["orderStatus"] == "Processing"
    assert body["orderSubTotal"] == pytest.approx(109.8)
    assert body["orderTotal"] == pytest.approx(117.63)
    assert body["endUserInfo"] == {"companyName": "ACME"}
    assert line["ingramOrderLineNumber"] == "001"
    assert line["lineStatus"] == "In Progress"
    assert line["vendorPartNumber"] == "AC-KM550"
    assert line["shipmentDetails"] == []
    assert line["scheduleLines"] is None
    assert "requestedDeliverydate" in line


def test_details_of_a_sub_order_show_its_lines_only(api):
    number = api.created(("TSXML1", 1), ("TXSLM3", 1))
    body = api.details(f"{number}-21").body
    assert body["ingramOrderNumber"] == number
    assert [line["ingramPartNumber"] for line in body["lines"]] == ["TXSLM3"]
    assert body["orderSubTotal"] == pytest.approx(24.9)


def test_order_number_may_be_written_in_lower_case(api):
    assert api.details(api.created().lower()).status == 200


@pytest.mark.parametrize("suffix", ["-31", "-1", "X"])
def test_sub_order_that_does_not_exist_is_unknown(api, suffix):
    assert api.details(api.created() + suffix).status == 404


def test_details_of_an_unknown_order_are_a_404_unless_the_policy_says_500(api, make):
    answer = api.details("20-ZZZZZ")
    assert answer.status == 404
    assert answer.body["errors"][0]["type"] == "/errors/validation-error"
    assert make(policy=Policy(unknown_details_status=500)).details("20-ZZZZZ").status == 500


def test_order_of_another_customer_is_unknown(api):
    number = api.held()
    api.customer = "20-999999"
    assert api.details(number).status == 404
    assert api.cancel(number).status == 404
    assert api.search().status == 204


@pytest.mark.parametrize(
    ("date", "status"),
    [
        ("2024-05-27", 200),
        ("2024-05-27T09:30:00+00:00", 200),
        ("2024-05-26", 404),
        ("27.05.2024", 400),
    ],
)
def test_an_order_date_given_with_the_number_must_match(api, date, status):
    assert api.details(api.created(), ingramOrderDate=date).status == status


def test_shipped_order_lists_carriers_tracking_and_one_serial_number_per_unit(api, shipped):
    body = api.details(shipped).body
    shipment = body["lines"][0]["shipmentDetails"][0]
    tracking = shipment["carrierDetails"][0]["trackingDetails"][0]
    assert body["orderStatus"] == "Shipped"
    assert isinstance(body["lines"][0]["shipmentDetails"], list)
    assert shipment["quantity"] == 2
    assert shipment["shippedDate"] == "2024-05-27"
    assert len({item["serialNumber"] for item in tracking["serialNumbers"]}) == 2
    assert tracking["trackingNumber"].startswith("1Z")
    assert shipment["invoiceDate"] == ""


def test_invoiced_order_links_to_its_invoice(api, shipped):
    api.sandbox.invoice(shipped)
    with pytest.raises(ValueError, match="has nothing to be invoiced"):
        api.sandbox.invoice(shipped)
    line = api.details(shipped).body["lines"][0]
    assert line["shipmentDetails"][0]["invoiceNumber"] == f"{shipped}-11".replace("-", "")
    assert line["links"][0]["topic"] == "invoices"


def test_a_delivered_order_has_the_status_delivered(api, shipped, clock):
    clock.forward(days=3)
    api.sandbox.deliver(shipped)
    clock.forward(days=1)
    with pytest.raises(ValueError, match="has nothing to be delivered"):
        api.sandbox.deliver(shipped)
    body = api.details(shipped).body
    assert body["orderStatus"] == "Delivered"
    assert body["lines"][0]["shipmentDetails"][0]["carrierDetails"][0]["deliveredDate"] == "2024-05-30"


def test_the_rest_of_a_partial_shipment_stays_in_progress(api):
    number = api.created(("DF4128", 3), ("TSXML1", 1))
    api.sandbox.ship(number, partially=True)
    body = api.details(number).body
    assert body["orderStatus"] == "Processing"
    assert body["lines"][0]["shipmentDetails"][0]["quantity"] == 2
    api.sandbox.ship(number)
    body = api.details(number).body
    assert body["orderStatus"] == "Shipped"
    quantities = [item["quantity"] for item in body["lines"][0]["shipmentDetails"]]
    serials = [
        serial["serialNumber"]
        for item in body["lines"][0]["shipmentDetails"]
        for serial in item["carrierDetails"][0]["trackingDetails"][0]["serialNumbers"]
    ]
    assert quantities == [2, 1]
    assert len(set(serials)) == 3


def test_virtual_part_ships_without_tracking(api):
    number = api.created(("4U0212", 1))
    api.sandbox.ship(number)
    parcel = api.details(number).body["lines"][0]["shipmentDetails"][0]["carrierDetails"][0]
    assert parcel["carrierCode"] == "VL"
    assert parcel["trackingDetails"][0]["trackingNumber"] == ""


def test_order_on_hold_or_cancelled_cannot_ship(api):
    number = api.held()
    with pytest.raises(ValueError, match="on hold"):
        api.sandbox.ship(number)
    api.cancel(number)
    with pytest.raises(ValueError, match="canceled"):
        api.sandbox.ship(number)
    with pytest.raises(KeyError):
        api.sandbox.ship("20-ZZZZZ")


@pytest.mark.parametrize(
    ("status", "shown", "invoiced"),
    [
        ("IM::SHIPPED", "Shipped", False),
        ("im::invoiced", "Shipped", True),
        ("IM::PARTIALLY_SHIPPED", "Processing", False),
        ("IM::HOLD", "On Hold", False),
    ],
)
def test_simulated_status_changes_the_answer_and_not_the_order(api, status, shown, invoiced):
    number = api.created(("1C6094", 4))
    body = api.details(number, simulateStatus=status).body
    assert body["orderStatus"] == shown
    bills = [item["invoiceNumber"] for item in body["lines"][0]["shipmentDetails"]]
    assert any(bills) is invoiced
    assert api.details(number).body["orderStatus"] == "Backordered"


def test_unknown_simulated_status_is_refused(api, fields_of):
    assert fields_of(api.details(api.created(), simulateStatus="IM::LOST")) == ["simulateStatus"]


def test_freight_is_charged_once_for_any_number_of_sub_orders(api):
    number = api.created(("DF4128", 1), ("TXSLM3", 1))
    first, second = (api.details(f"{number}-{each}1").body for each in (1, 2))
    whole = api.details(number).body
    assert first["freightCharges"] == whole["freightCharges"] > 0
    assert second["freightCharges"] == 0
    assert first["orderTotal"] + second["orderTotal"] == pytest.approx(whole["orderTotal"])


def test_orders_from_ten_or_more_warehouses_have_valid_sub_order_numbers(make):
    parts = [Part(f"P{index}", Decimal(1), stock={f"{index + 10}": 5}) for index in range(12)]
    api = make(catalogue=Catalogue.of(parts))
    number = api.created(*[(part.number, 1) for part in parts])
    numbers = [line["subOrderNumber"] for line in api.details(number).body["lines"]]
    assert len(set(numbers)) == 12
    assert numbers[8:11] == [f"{number}-91", f"{number}-02", f"{number}-12"]
    assert {len(each) for each in numbers} == {len(number) + 3}
    assert api.details(numbers[9]).status == 200


def test_a_large_shipment_has_serial_numbers_up_to_a_limit(api):
    number = api.created(("TSXML1", 99_999))
    shipment = api.details(number, simulateStatus="IM::SHIPPED").body["lines"][0]["shipmentDetails"][0]
    parcels = shipment["carrierDetails"][0]["trackingDetails"]
    assert sum(len(each["serialNumbers"]) for each in parcels) == SERIAL_LIMIT

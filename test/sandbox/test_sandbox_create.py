"""Placing orders, v6 and v7."""

import re
from random import Random

import pytest

from xi.sdk.resellers.sandbox import Policy
from xi.sdk.resellers.sandbox.orders.book import OrderBook
from xi.sdk.resellers.sandbox.orders.create import customer_line_numbers


def test_create_answers_201_with_the_order_number_and_the_confirmed_quantities(api):
    answer = api.create(("DF4128", 2))
    order = answer.body["orders"][0]
    line = order["lines"][0]
    assert answer.status == 201
    assert re.fullmatch(r"20-[0-9A-Z]{5}", order["ingramOrderNumber"])
    assert (line["quantityOrdered"], line["quantityConfirmed"], line["quantityBackOrdered"]) == (2, 2, 0)
    assert line["lineStatus"] == "In Progress"
    assert order["orderTotal"] == pytest.approx(2 * 54.90 + 7.83)
    assert answer.body["purchaseOrderTotal"] == order["orderTotal"]
    assert order["links"] == [
        {"topic": "orders", "href": f"/resellers/v6/orders/{order['ingramOrderNumber']}", "type": "GET"}
    ]


def test_shipment_details_of_a_created_line_is_an_object_and_not_the_list_of_the_schema(api):
    line = api.create().body["orders"][0]["lines"][0]
    assert isinstance(line["shipmentDetails"], dict)
    assert line["shipmentDetails"]["shipFromWarehouseId"] == "10"


def test_purchase_order_is_returned_in_upper_case(api):
    assert api.create(customerOrderNumber="newPo4").body["customerOrderNumber"] == "NEWPO4"


def test_same_purchase_order_in_any_case_is_refused_with_its_token(api):
    api.create(customerOrderNumber="newPo4")
    answer = api.create(customerOrderNumber="NEWpO4")
    assert answer.status == 400
    assert answer.body["errors"][0]["message"] == "CUSTOMER-PO-EXISTS"
    assert len(api.sandbox.orders) == 1


@pytest.mark.parametrize("value", ["true", "TRUE", True])
def test_same_purchase_order_is_accepted_when_the_attribute_allows_it_in_any_spelling(api, value):
    api.create(customerOrderNumber="TWICE")
    answer = api.create(customerOrderNumber="TWICE", attributes={"AllowDuplicateCustomerORDERNumber": value})
    assert answer.status == 201
    assert len(api.found(customerOrderNumber="twice")) == 2


@pytest.mark.parametrize("value", ["false", "FALSE", False, "no", "", None])
def test_same_purchase_order_is_refused_when_the_attribute_says_anything_else(api, value):
    api.create(customerOrderNumber="TWICE")
    answer = api.create(customerOrderNumber="TWICE", attributes={"allowDuplicateCustomerOrderNumber": value})
    assert answer.status == 400
    assert len(api.sandbox.orders) == 1


def test_another_customer_may_use_the_same_purchase_order(api):
    api.create(customerOrderNumber="SHARED")
    api.customer = "20-333333"
    assert api.create(customerOrderNumber="SHARED").status == 201


def test_unknown_sku_among_good_lines_is_rejected_and_the_rest_goes_through_by_default(api):
    answer = api.create(("DF4128", 1), ("XXXXXX", 3))
    order = answer.body["orders"][0]
    assert answer.status == 207
    assert answer.body["processedPartially"] is True
    assert (order["numberOfLinesWithSuccess"], order["numberOfLinesWithError"]) == (1, 1)
    assert order["rejectedLineItems"] == [
        {
            "customerLinenumber": "2",
            "ingramPartNumber": "XXXXXX",
            "quantityOrdered": 3,
            "rejectCode": "EN",
            "rejectReason": "SKU-NOTFOUND    XXXXXX",
        }
    ]


def test_one_bad_line_fails_the_order_when_partial_orders_are_not_allowed(api):
    answer = api.create(("DF4128", 1), ("XXXXXX", 3), attributes={"allowPartialOrder": "false"})
    assert answer.status == 400
    assert answer.body["errors"][0]["message"] == "SKU-NOTFOUND    XXXXXX"
    assert len(api.sandbox.orders) == 0


def test_policy_can_refuse_partial_orders_unless_they_are_asked_for(make):
    api = make(policy=Policy(partial_by_default=False))
    assert api.create(("DF4128", 1), ("XXXXXX", 3)).status == 400
    assert api.create(("DF4128", 1), ("XXXXXX", 3), attributes={"allowPartialOrder": "true"}).status == 207


def test_order_whose_lines_all_fail_is_a_400_with_one_error_per_line(api):
    answer = api.create(("NOPE1", 1), ("NOPE2", 1))
    assert answer.status == 400
    assert [error["message"] for error in answer.body["errors"]] == [
        "SKU-NOTFOUND    NOPE1",
        "SKU-NOTFOUND    NOPE2",
    ]


def test_refused_order_leaves_the_stock_as_it_was(api):
    attributes = {"allowPartialOrder": "false"}
    assert api.create(("5L1701", 3), ("NOPE", 1), attributes=attributes).status == 400
    assert api.create(("5L1701", 3)).body["orders"][0]["lines"][0]["quantityConfirmed"] == 3


@pytest.mark.parametrize("quantity", [0, "", "1,", -2, 1.5, None, True, 10**7])
def test_line_without_a_usable_quantity_is_rejected(api, quantity):
    answer = api.create(("DF4128", 1), ("TSXML1", quantity))
    rejected = answer.body["orders"][0]["rejectedLineItems"][0]
    assert answer.status == 207
    assert (rejected["rejectCode"], rejected["rejectReason"]) == ("EQ", "ERROR-INVALID-QTY")


@pytest.mark.parametrize("quantity", [2, "2", " 2 ", 2.0])
def test_quantity_may_be_a_number_or_text(api, quantity):
    assert api.create(("DF4128", quantity)).body["orders"][0]["lines"][0]["quantityOrdered"] == 2


def test_part_without_stock_is_backordered_and_costs_nothing_yet(api):
    answer = api.create(("1C6094", 4))
    line = answer.body["orders"][0]["lines"][0]
    assert line["lineStatus"] == "Backordered"
    assert (line["quantityConfirmed"], line["quantityBackOrdered"]) == (0, 4)
    assert line["extendedUnitPrice"] == 0
    assert answer.body["purchaseOrderTotal"] == pytest.approx(7.83)


def test_the_warehouse_with_the_most_stock_confirms_what_it_has(api):
    first = api.create(("5L1701", 4)).body["orders"][0]["lines"][0]
    second = api.create(("5L1701", 4)).body["orders"][0]["lines"][0]
    assert (first["quantityConfirmed"], first["shipmentDetails"]["shipFromWarehouseId"]) == (3, "10")
    assert (second["quantityConfirmed"], second["shipmentDetails"]["shipFromWarehouseId"]) == (2, "40")


def test_line_that_would_be_backordered_is_rejected_when_back_orders_are_refused(api):
    answer = api.create(("DF4128", 1), ("1C6094", 1), acceptBackOrder="false")
    rejected = answer.body["orders"][0]["rejectedLineItems"][0]
    assert (rejected["rejectCode"], rejected["rejectReason"]) == ("EW", "BR-CANT-SHIP    1C6094")


def test_accept_back_order_is_ignored_when_ship_complete_is_given(api):
    answer = api.create(("1C6094", 1), acceptBackOrder=False, shipmentDetails={"shipComplete": "C"})
    assert answer.status == 201


def test_a_warehouse_can_be_requested_for_the_order_and_for_a_line(api):
    line = {
        "ingramPartNumber": "DF4128",
        "quantity": 1,
        "additionalAttributes": [{"attributeName": "SHIPFROMWAREHOUSEID", "attributeValue": "30"}],
    }
    answer = api.create(("DF4128", 1), line, attributes={"shipFromWarehouseId": "10"})
    lines = answer.body["orders"][0]["lines"]
    assert [item["shipmentDetails"]["shipFromWarehouseId"] for item in lines] == ["10", "30"]


def test_warehouse_that_does_not_carry_the_part_cannot_ship_it(api):
    answer = api.create(("DF4128", 1), attributes={"shipFromWarehouseId": "40"})
    assert answer.status == 400
    assert answer.body["errors"][0]["message"] == "BR-CANT-SHIP    DF4128"


def test_lines_from_several_warehouses_become_sub_orders_11_and_21(api):
    answer = api.create(("TSXML1", 1), ("TXSLM3", 1), ("TSXML1", 1))
    suffixes = [line["subOrderNumber"][-3:] for line in answer.body["orders"][0]["lines"]]
    assert suffixes == ["-11", "-21", "-11"]


def test_stocked_and_direct_ship_lines_split_into_two_orders_whose_totals_add_up(api):
    answer = api.create(("RQ6000", 1), ("DF4128", 1), endCustomerOrderNumber="END-1")
    orders = answer.body["orders"]
    assert answer.body["orderSplit"] is True
    assert [order["orderType"] for order in orders] == ["S", "D"]
    assert orders[0]["ingramOrderNumber"] != orders[1]["ingramOrderNumber"]
    assert orders[1]["freightCharges"] == 0
    total = sum(order["orderTotal"] for order in orders)
    assert answer.body["purchaseOrderTotal"] == pytest.approx(total)
    assert answer.body["endCustomerOrderNumber"] == "END-1"


def test_order_on_customer_hold_has_no_total_and_its_answer_does_not_mention_the_hold(api):
    answer = api.create(("DF4128", 1), attributes={"allowOrderOnCustomerHold": "true"})
    order = answer.body["orders"][0]
    assert answer.status == 201
    assert (answer.body["purchaseOrderTotal"], order["orderTotal"], order["freightCharges"]) == (0, 0, 0)
    assert order["lines"][0]["lineStatus"] == "Backordered"


def test_header_notes_get_the_first_line_number_and_are_returned_in_upper_case(api):
    order = api.create(("DF4128", 1), notes="ring the bell").body["orders"][0]
    assert order["notes"] == "RING THE BELL"
    assert order["lines"][0]["ingramLineNumber"] == "002"


def test_long_notes_become_several_comment_lines_when_comments_are_lines(api):
    attributes = {"enableCommentsAsLines": "true"}
    order = api.create(("DF4128", 1), notes="x" * 40, attributes=attributes).body["orders"][0]
    assert order["notes"] == "X" * 35 + " || " + "X" * 5
    assert order["lines"][0]["ingramLineNumber"] == "003"


def test_line_notes_follow_the_product_description(api):
    line = {"ingramPartNumber": "DF4128", "quantity": 1, "notes": "for room 4"}
    notes = api.create(line).body["orders"][0]["lines"][0]["notes"]
    assert notes == "CORDLESS KEYBOARD AND MOUSE || FOR ROOM 4"


def test_duplicate_blank_and_invalid_line_numbers_are_replaced_and_valid_ones_kept():
    sent = ["007", "7", "", "A", "0", "885", "2", "1000"]
    numbers = customer_line_numbers([str(number) for number in sent])
    assert numbers == ["007", "1", "3", "4", "5", "6", "2", "8"]


def test_the_highest_line_number_is_kept():
    assert customer_line_numbers(["884", "0884", "885", "884"]) == ["884", "1", "2", "3"]


def test_requested_price_is_granted_only_with_a_special_bid(api):
    plain = {"ingramPartNumber": "DF4128", "quantity": 1, "unitPrice": 10}
    bid = {**plain, "specialBidNumber": "B-2"}
    answer = api.create(plain, bid)
    lines = answer.body["orders"][0]["lines"]
    assert [line["unitPrice"] for line in lines] == [54.90, 10.0]
    assert "specialBidNumber" not in lines[0]


def test_the_bid_of_a_line_takes_precedence_over_the_bid_of_the_order(api):
    line = {"ingramPartNumber": "DF4128", "quantity": 1, "specialBidNumber": "LINE"}
    answer = api.create(line, ("TSXML1", 1), specialBidNumber="ORDER")
    assert [item["specialBidNumber"] for item in answer.body["orders"][0]["lines"]] == ["LINE", "ORDER"]
    assert answer.body["specialBidNumber"] == "ORDER"


def test_ship_to_is_written_as_the_erp_writes_it(api):
    ship_to = {
        "companyName": "Acme Ltd.",
        "addressLine1": "1 N. Old Road",
        "city": "Lenexa",
        "state": "ks",
        "postalCode": "66219",
        "countryCode": "US",
        "email": "a@b.example",
    }
    assert api.create(shipToInfo=ship_to).body["shipToInfo"] == {
        "companyName": "ACME LTD",
        "addressLine1": "1 N OLD RD",
        "city": "LENEXA",
        "state": "KS",
        "postalCode": "662190000",
        "countryCode": "US",
        "email": "a@b.example",
    }


def test_ship_to_falls_back_to_the_address_on_file(api):
    assert api.create().body["shipToInfo"]["addressId"] == "200"


def test_ship_to_without_a_city_completes_the_address_on_file(api):
    ship_to = api.create(shipToInfo={"email": "a@b.example"}).body["shipToInfo"]
    assert (ship_to["addressId"], ship_to["email"]) == ("200", "a@b.example")


def test_shipping_and_reseller_details_of_the_request_are_returned(api):
    answer = api.create(
        shipmentDetails={
            "carrierCode": "FG",
            "freightAccountNumber": "F-1",
            "signatureRequired": True,
            "shippingInstructions": "Back door",
        },
        resellerInfo={"companyName": "Me", "phoneNumber": 5551234},
        endUserInfo={"endUserId": "5"},
        billToAddressId="011",
    )
    shipment = answer.body["orders"][0]["lines"][0]["shipmentDetails"]
    assert shipment["carrierCode"] == "FG"
    assert shipment["carrierName"] == "FEDEX GROUND"
    assert shipment["freightAccountNumber"] == "F-1"
    assert shipment["signatureRequired"] == "true"
    assert shipment["shippingInstructions"] == "Back door"
    assert answer.body["resellerInfo"] == {"companyName": "Me", "phoneNumber": "5551234"}
    assert answer.body["endUserInfo"] == {"endUserId": "5"}
    assert answer.body["billToAddressId"] == "011"


def test_sap_country_gets_ten_digits_zor_lines_in_tens_and_no_sub_orders(make):
    api = make(customer="29-271100", country="SG")
    answer = api.create(("RQ6000", 1), ("DF4128", 1), notes="hello")
    order = answer.body["orders"][0]
    assert answer.body["orderSplit"] is False
    assert re.fullmatch(r"70[0-9]{8}", order["ingramOrderNumber"])
    assert order["orderType"] == "ZOR"
    assert order["ingramOrderDate"] == "2024-05-27T09:30:00+00:00"
    assert order["currencyCode"] == "SGD"
    assert [line["ingramLineNumber"] for line in order["lines"]] == ["20", "30"]
    assert all("subOrderNumber" not in line for line in order["lines"])
    assert order["lines"][0]["shipmentDetails"]["shipFromWarehouseId"] == "SG01"


def test_part_can_be_ordered_by_the_resellers_own_number(make):
    api = make(customer="123456", country="SG")
    answer = api.create({"customerPartNumber": "90nb0gi4-m03110", "quantity": 1})
    assert answer.body["orders"][0]["lines"][0]["ingramPartNumber"] == "4008025"
    assert api.create({"customerPartNumber": "UNKNOWN", "quantity": 1}).status == 400


def test_order_date_of_an_impulse_country_is_a_date_only(api):
    assert api.create().body["orders"][0]["ingramOrderDate"] == "2024-05-27"


def test_order_number_starts_with_the_branch_of_the_customer_number(make):
    assert make(customer="40-123456").created().startswith("40-")
    assert make(customer="123456").created().startswith("20-")


def test_a_used_order_number_is_never_assigned_again():
    class Stuck(Random):
        rolls = iter(["AAAAA", "AAAAA", "BBBBB"])

        def choices(self, *_, **__):
            return list(next(self.rolls))

    book = OrderBook(Stuck())
    numbers = [book.new_number("20-222222", impulse=True) for _ in range(2)]
    assert numbers == ["20-AAAAA", "20-BBBBB"]


def test_same_seed_gives_the_same_order_numbers(make):
    assert make().created() == make().created()


# v7


def test_v7_answers_200_with_a_confirmation_number_and_no_order_number(api):
    answer = api.create_async(("DF4128", "2"), customerOrderNumber="later-1")
    assert answer.status == 200
    assert re.fullmatch(r"US-I-T-240527093000[0-9]{8}", answer.body["confirmationNumber"])
    assert answer.body["quoteNumber"] == ""
    assert "ingramOrderNumber" not in str(answer.body)


def test_v7_order_exists_and_is_found_by_its_purchase_order(api):
    confirmation = api.create_async(("DF4128", "2"), customerOrderNumber="later-1").body["confirmationNumber"]
    found = api.search(customerOrderNumber="later-1").body["orders"]
    details = api.details(found[0]["ingramOrderNumber"]).body
    assert details["lines"][0]["quantityOrdered"] == 2
    assert api.sandbox.events[-1].confirmation_number == confirmation


def test_v7_uses_the_lines_of_the_quote_and_ignores_those_sent(api):
    api.create_async(("DF4128", "9"), customerOrderNumber="q-1", quoteNumber="QUO-14551943-D2Y9L9")
    number = api.search(customerOrderNumber="q-1").body["orders"][0]["ingramOrderNumber"]
    lines = api.details(number).body["lines"]
    assert [(line["ingramPartNumber"], line["quantityOrdered"]) for line in lines] == [("YN6231", 2)]


def test_v7_accepts_an_end_user_with_blank_fields(api):
    assert api.create_async(endUserInfo={"city": ""}).status == 200


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"customerOrderNumber": "TAKEN"}, "CUSTOMER-PO-EXISTS"),
        ({"customerOrderNumber": "N-1", "quoteNumber": "QUO-NONE"}, "The quote was not found"),
        (
            {"customerOrderNumber": "N-2", "lines": [{"ingramPartNumber": "NOPE", "quantity": 1}]},
            "SKU-NOTFOUND    NOPE",
        ),
    ],
)
def test_v7_order_that_fails_is_accepted_but_never_created(api, body, reason):
    api.create(customerOrderNumber="TAKEN")
    answer = api.create_async(**body)
    assert answer.status == 200
    assert len(api.sandbox.orders) == 1
    event = api.sandbox.events[-1]
    assert (event.kind, event.reason) == ("failed", reason)
    assert event.confirmation_number == answer.body["confirmationNumber"]


def test_v7_errors_carry_a_traceid_and_a_null_value(api):
    api.headers["im-countrycode"] = ""
    answer = api.create_async()
    error = answer.body["errors"][0]
    assert answer.status == 400
    assert (error["traceid"], error["type"]) == ("c-1", "/errors/validation-failed")
    assert error["fields"] == [
        {"field": "IM-CountryCode", "message": "IM-CountryCode must not be blank", "value": None}
    ]


def test_v7_needs_lines_or_a_quote(api, fields_of):
    answer = api.create_async(lines=[])
    assert (answer.status, fields_of(answer)) == (400, ["lines"])


def test_a_full_sandbox_refuses_orders_and_says_why(make):
    api = make(policy=Policy(order_limit=1))
    api.created()
    answer = api.create()
    assert answer.status == 500
    assert answer.body["errors"][0]["message"] == "The sandbox holds 1 orders; its limit is 1"
    assert api.create_async().status == 500
    assert len(api.sandbox.orders) == 1


def test_the_length_of_notes_is_limited(api, fields_of):
    assert fields_of(api.create(notes="x" * 10_001)) == ["notes"]
    assert api.create_async(notes="x" * 10_001).status == 400
    assert api.create(notes="x" * 10_000).status == 201

"""What makes a request malformed."""

import pytest

from xi.sdk.resellers.sandbox.orders.requests import is_valid_ship_to
from xi.sdk.resellers.sandbox.wire.fields import parse_date


def test_every_bad_header_gets_its_own_error_entry(api, fields_of):
    api.headers |= {"im-customernumber": "20-22222222", "im-countrycode": "USA", "im-correlationid": "  "}
    answer = api.create()
    assert answer.status == 400
    assert answer.body["errors"][0]["type"] == "/errors/validation-failed"
    assert fields_of(answer) == ["IM-CustomerNumber", "IM-CountryCode", "IM-CorrelationID"]


@pytest.mark.parametrize("name", ["im-customernumber", "im-countrycode", "im-correlationid"])
@pytest.mark.parametrize("operation", ["create", "modify", "cancel", "details", "search"])
def test_required_headers_are_required_everywhere(api, fields_of, name, operation):
    api.headers[name] = ""
    calls = {
        "create": api.create,
        "modify": lambda: api.modify("20-AAAAA", notes="x"),
        "cancel": lambda: api.cancel("20-AAAAA"),
        "details": lambda: api.details("20-AAAAA"),
        "search": api.search,
    }
    answer = calls[operation]()
    assert answer.status == 400
    assert name in [field.lower() for field in fields_of(answer)]


@pytest.mark.parametrize(
    ("country", "customer", "good"),
    [
        ("US", "20-222222", True),
        ("us", "222222", True),
        ("US", "20-22222A", False),
        ("AU", "123456", True),
        ("IN", "40-12345AB", True),
        ("IN", "40-12345ABC", False),
        ("SG", "29 2711", False),
    ],
)
def test_the_form_of_the_customer_number_is_checked_only_in_the_united_states(make, country, customer, good):
    api = make(country=country, customer=customer)
    assert (api.search().status == 204) is good


def test_correlation_id_longer_than_the_documented_limit_is_accepted(api):
    api.headers["im-correlationid"] = "x" * 45
    assert api.create().status == 201


def test_sender_id_is_optional_and_limited(api, fields_of):
    api.headers["im-senderid"] = "x" * 33
    assert fields_of(api.create()) == ["IM-SenderID"]


def test_error_id_starts_with_the_correlation_id_and_ends_with_the_time(api):
    api.headers |= {"im-correlationid": "123", "im-countrycode": ""}
    identity = api.create().body["errors"][0]["id"]
    assert identity.startswith("123-")
    assert identity.endswith("2024-05-27T09:30:00.000+00:00")


@pytest.mark.parametrize("body", [None, [], "text", 3])
@pytest.mark.parametrize("operation", ["create_v6", "create_v7", "modify"])
def test_body_that_is_no_object_is_refused(api, operation, body):
    assert api.call(operation, number="20-AAAAA", body=body).status == 400


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"customerOrderNumber": ""}, "customerOrderNumber"),
        ({"customerOrderNumber": None}, "customerOrderNumber"),
        ({"customerOrderNumber": "x" * 36}, "customerOrderNumber"),
        ({"customerOrderNumber": "PO\n1"}, "customerOrderNumber"),
        ({"customerOrderNumber": "PO\t1"}, "customerOrderNumber"),
        ({"customerOrderNumber": "PO\x7f1"}, "customerOrderNumber"),
        ({"billToAddressId": "x" * 251}, "billToAddressId"),
        ({"resellerInfo": {"name1": "x" * 251}}, "resellerInfo.name1"),
        ({"lines": [{"ingramPartNumber": "DF4128", "notes": "x" * 251}]}, "lines[0].notes"),
        ({"endCustomerOrderNumber": "x" * 36}, "endCustomerOrderNumber"),
        ({"lines": []}, "lines"),
        ({"lines": "DF4128"}, "lines"),
        ({"lines": ["DF4128"]}, "lines"),
        ({"lines": [{"quantity": 1}]}, "lines[0].ingramPartNumber"),
        ({"lines": [{"ingramPartNumber": "x" * 19, "quantity": 1}]}, "lines[0].ingramPartNumber"),
        ({"lines": [{"ingramPartNumber": "DF4128", "unitPrice": "cheap"}]}, "lines[0].unitPrice"),
        ({"lines": [{"ingramPartNumber": "DF4128", "unitPrice": -1}]}, "lines[0].unitPrice"),
        ({"lines": [{"ingramPartNumber": "DF4128", "specialBidNumber": "x" * 37}]}, "lines[0].specialBidNumber"),
        ({"lines": [{"ingramPartNumber": "DF4128"}] * 885}, "lines"),
        ({"shipToInfo": {"companyName": "x" * 41}}, "shipToInfo.companyName"),
        ({"shipToInfo": {"addressLine1": "x" * 71}}, "shipToInfo.addressLine1"),
        ({"resellerInfo": {"city": "x" * 26}}, "resellerInfo.city"),
        ({"endUserInfo": {}}, "endUserInfo"),
        ({"endUserInfo": {"city": " "}}, "endUserInfo"),
        ({"shipmentDetails": {"carrierCode": "x" * 11}}, "shipmentDetails.carrierCode"),
        ({"shipmentDetails": {"shippingInstructions": "x" * 133}}, "shipmentDetails.shippingInstructions"),
        ({"shipmentDetails": {"requestedDeliveryDate": "27/05/2024"}}, "shipmentDetails.requestedDeliveryDate"),
    ],
)
def test_field_at_fault_in_a_create_is_named(api, fields_of, body, field):
    answer = api.create(**body)
    assert answer.status == 400
    assert fields_of(answer) == [field]


def test_end_user_needs_a_full_address_in_impulse_countries_only(api, make, fields_of):
    partly = {"companyName": "ACME", "city": "WAYNE"}
    missing = ["endUserInfo.addressLine1", "endUserInfo.state", "endUserInfo.postalCode"]
    assert fields_of(api.create(endUserInfo=partly)) == missing
    assert make(country="SG").create(endUserInfo=partly).status == 201


def test_numbers_are_accepted_in_text_fields(api):
    line = {"customerLineNumber": 4, "ingramPartNumber": 4008025, "quantity": "1"}
    answer = api.create(line, customerOrderNumber=12345)
    assert answer.body["customerOrderNumber"] == "12345"
    assert answer.body["orders"][0]["lines"][0]["customerLineNumber"] == "4"


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({}, True),
        ({"contact": "Me"}, True),
        ({"addressLine1": "1 A ST"}, False),
        ({"addressLine1": "1 A ST", "city": "X", "postalCode": "1000", "countryCode": "DK"}, True),
        ({"addressLine1": "1", "city": "X", "postalCode": "86001", "countryCode": "US", "state": "AZ"}, True),
        ({"addressLine1": "1", "city": "X", "postalCode": "86001", "countryCode": "US"}, False),
        ({"addressLine1": "1", "city": "X", "postalCode": "ABC", "countryCode": "US", "state": "AZ"}, False),
        ({"companyName": "x" * 41}, False),
    ],
)
def test_a_modified_address_is_valid_without_a_city_or_with_a_complete_one(change, good):
    assert is_valid_ship_to(change) is good


@pytest.mark.parametrize("value", ["", "2024-5-1", "20240501", "2024-02-30", "01-05-2024", "2024-W01-1"])
def test_only_an_existing_date_in_year_month_day_form_is_a_date(value):
    assert parse_date(value) is None
